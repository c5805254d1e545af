"""The two time axes as text."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.errors import RefusedEvent
from events.moments import (
    Effective,
    applies_on,
    bounds,
    effective_between,
    is_exact,
    is_timestamp,
    order_of,
    require_effective,
    timestamp,
)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    assert (timestamp(one) < timestamp(other)) == (one < other)
    assert is_timestamp(timestamp(one))


def test_moments_are_utc() -> None:
    danish = datetime(2026, 11, 21, 23, 1, tzinfo=timezone(timedelta(hours=1)))
    assert timestamp(danish) == "2026-11-21T22:01:00.000000Z"
    with pytest.raises(ValueError, match="naive"):
        timestamp(datetime(2026, 11, 21))


@pytest.mark.parametrize(
    ("effective", "on", "applies"),
    [
        ("2022-09-28", "2022-09-27", False),
        ("2022-09-28", "2022-09-28", True),
        ("2022-09-28T15:30", "2022-09-28", True),
        ("2021-06-02/2022-09-28", "2021-06-02", False),
        ("2021-06-02/2022-09-28", "2021-06-03", True),
        ("../2021-06-02", "1990-01-01", True),
        ("2021-06-02/..", "2021-06-02", False),
        ("2021-06-02/..", "2021-06-03", True),
    ],
)
def test_when_something_may_be_in_force(effective: str, on: str, applies: bool) -> None:
    assert applies_on(Effective(effective), on) is applies


def test_what_has_no_time_applies_always() -> None:
    assert applies_on(None, "1900-01-01")
    assert order_of(None) == ""


def test_an_interval_names_its_ends() -> None:
    interval = effective_between(date(2021, 6, 2), None)
    assert interval == "2021-06-02/.."
    assert bounds(interval) == ("2021-06-02", None)
    assert not is_exact(interval)
    assert order_of(Effective("../2021-06-02")) == "2021-06-02"


@pytest.mark.parametrize(
    "text", ["", "2022", "2022-13-01", "2022-09-28T25:00", "../..", "2022-09-28/2021-06-02", "a/b"]
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(RefusedEvent, match="is no date"):
        require_effective(text)

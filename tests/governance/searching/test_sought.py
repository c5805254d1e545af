"""What is sought: terms as the index has them, and the days between two days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.errors import ReferatError
from governance.searching.meaning import NoDay, first_day, last_day
from governance.searching.sought import Sought, holds, terms_in, times_between

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def test_terms_are_runs_of_letters_and_figures_and_keep_their_danish_letters() -> None:
    assert terms_in("Rådet (AMU): »Kår« den 28.09.2022 – handle_plan") == [
        *("rådet", "amu", "kår", "den", "28", "09", "2022", "handle", "plan")
    ]
    assert terms_in("A\u030angstro\u0308m") == ["ångström"]
    assert terms_in("  –:»« ") == []


def test_a_term_is_found_by_its_beginning_and_no_letter_stands_for_another() -> None:
    assert holds("møl", ["møller"])
    assert not holds("mol", ["møller"])
    assert not holds("kar", ["kår"])
    assert not holds("ller", ["møller"])


@pytest.mark.parametrize(
    ("sought", "asks"),
    [
        (Sought(), False),
        (Sought(words=" – "), False),
        (Sought(words="x"), True),
        (Sought(kinds=("NoteWritten",)), True),
    ],
)
def test_only_what_names_something_asks(sought: Sought, asks: bool) -> None:
    assert sought.asks is asks


def _days_in(time: str) -> set[date]:
    first, longest = date(int(time[:4]), int(time[4:6] or 1), int(time[6:] or 1)), {4: 366, 6: 31, 8: 1}[len(time)]
    return {
        day for ahead in range(longest) if (day := first + timedelta(days=ahead)).strftime("%Y%m%d").startswith(time)
    }


@given(DAYS, st.integers(0, 1500))
def test_times_fill_the_days_between_two_days_once(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    times = list(times_between(first.isoformat(), last.isoformat()))
    found = [day for time in times for day in _days_in(time)]
    assert len(found) == len(set(found))
    assert set(found) == {first + timedelta(days=ahead) for ahead in range(length + 1)}
    assert len(times) <= 2 * 30 + 2 * 11 + length // 365 + 1


@pytest.mark.parametrize(("first", "last"), [("2022-03-05", None), (None, "2022-03-05")])
def test_a_side_without_a_bound_reaches_far_and_not_without_end(first: str | None, last: str | None) -> None:
    times = set(times_between(first, last))
    assert {"20220305", "2000" if last else "2100"} <= times
    assert len(times) < 400


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2022", ("2022-01-01", "2022-12-31")),
        ("28.9.2022", ("2022-09-28", "2022-09-28")),
        ("2022-09-28", ("2022-09-28", "2022-09-28")),
        ("28. september 2022", ("2022-09-28", "2022-09-28")),
    ],
)
def test_a_day_or_a_year_has_a_first_and_a_last_day(text: str, days: tuple[str, str]) -> None:
    assert (first_day(text), last_day(text)) == days


@pytest.mark.parametrize("text", ["snart", "31.2.2022", "", "99999"])
def test_what_is_no_day_is_refused_in_words(text: str) -> None:
    for meant in (first_day, last_day):
        with pytest.raises(NoDay, match="is no day") as refusal:
            meant(text)
        assert isinstance(refusal.value, ReferatError)

"""What is typed into a field is read as a Dane means it."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.danish.typed import (
    Misread,
    day_as_typed,
    day_in_full,
    typed_amount,
    typed_clock,
    typed_count,
    typed_day,
    typed_period,
    typed_when,
    when_as_typed,
)
from governance.language import said

TODAY = "2026-11-22"  # a Sunday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28.9.", "2026-09-28"),
        ("28/9", "2026-09-28"),
        ("28.09.2022", "2022-09-28"),
        ("28-9-22", "2022-09-28"),
        ("280922", "2022-09-28"),
        ("28092022", "2022-09-28"),
        ("2022-09-28", "2022-09-28"),
        ("28. september 2022", "2022-09-28"),
        ("d. 28. sep. 2022", "2022-09-28"),
        ("onsdag den 28. september 2022", "2022-09-28"),
        ("onsdag uge 39 2022", "2022-09-28"),
        ("ons. i uge 39 i 2022", "2022-09-28"),
        ("i dag", "2026-11-22"),
        ("i morgen", "2026-11-23"),
        ("i går", "2026-11-21"),
        ("onsdag", "2026-11-25"),
        ("onsdag næste uge", "2026-11-25"),
        ("  1 . 12 . ", "2026-12-01"),
    ],
)
def test_a_day_is_read(text: str, day: str) -> None:
    assert typed_day(text, TODAY) == day


def test_a_year_that_is_not_written_is_the_one_that_is_meant() -> None:
    assert typed_day("28.9.", TODAY, "future") == "2027-09-28"
    assert typed_day("28.12.", TODAY, "past") == "2025-12-28"
    assert typed_day("28.12.", TODAY) == "2026-12-28"
    assert typed_day("22.11.", TODAY, "future") == TODAY == typed_day("22.11.", TODAY, "past")
    assert typed_day("onsdag uge 2", TODAY, "future") == "2027-01-13"
    assert typed_day("onsdag", TODAY, "past") == "2026-11-18"


@pytest.mark.parametrize("text", ["", "28", "31.2.2022", "32.1.", "0.1.", "13.13.2022", "uge 39", "onsdag uge 60", "x"])
def test_what_is_no_day_is_not_guessed_at(text: str) -> None:
    with pytest.raises(Misread):
        typed_day(text, TODAY)


def test_a_weekday_that_is_another_is_said() -> None:
    with pytest.raises(Misread) as told:
        typed_day("torsdag 28.9.2022", TODAY)
    assert "28. september 2022" in said(told.value)
    assert "onsdag" in said(told.value)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("15.30", "15:30"),
        ("1530", "15:30"),
        ("15:30", "15:30"),
        ("kl. 9", "09:00"),
        ("830", "08:30"),
        ("0.05", "00:05"),
    ],
)
def test_a_time_of_day_is_read(text: str, clock: str) -> None:
    assert typed_clock(text) == clock


@pytest.mark.parametrize("text", ["24.00", "15.60", "15.3", "", "halv fire", "12345"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        typed_clock(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", "2023"),
        ("november 2022", "2022-11"),
        ("nov", "2026-11"),
        ("maj", "2027-05"),
        ("uge 43 i 2022", "2022-W43"),
        ("uge 43", "2027-W43"),
        ("uge 50", "2026-W50"),
        ("2022-11", "2022-11"),
        ("28.9.2023", "2023-09-28"),
    ],
)
def test_a_period_is_read(text: str, period: str) -> None:
    assert typed_period(text, TODAY) == period


@pytest.mark.parametrize("text", ["sommer", "uge 60", "uge 53 2022", "2022-13", "13.13."])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        typed_period(text, TODAY)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("28.9.2022", "2022-09-28"),
        ("28.9.2022 kl. 15.30", "2022-09-28T15:30"),
        ("28. september 2022 15.30", "2022-09-28T15:30"),
        ("15.30", "T15:30"),
        ("kl. 9", "T09:00"),
        ("1620", "T16:20"),
        ("10.12.", "2026-12-10"),
        ("10.12", "T10:12"),
        ("senest 10.1.2023", "../2023-01-10"),
        ("efter 2.6.2021", "2021-06-02/.."),
        ("efter 2.6.2021, senest 28.9.2022", "2021-06-02/2022-09-28"),
        ("2022-09-28T15:30", "2022-09-28T15:30"),
    ],
)
def test_when_something_took_effect_is_read_and_written_back(text: str, when: str) -> None:
    assert typed_when(text, TODAY) == when
    assert typed_when(when_as_typed(when), TODAY) == when


@pytest.mark.parametrize("text", ["", "kl. 25", "senest", "efter i sommer", "28.9. kl. 99.99"])
def test_what_is_no_time_at_all_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        typed_when(text, TODAY)


def test_amounts_and_numbers() -> None:
    assert typed_amount("12.500,50 kr.") == 1_250_050
    assert typed_amount("410") == 41_000
    assert typed_count(" 7 ") == 7
    for wrong in ("12,5", "-1", "x", ""):
        with pytest.raises(Misread):
            typed_amount(wrong)
    for wrong in ("-1", "1.5", "²", "", "1234567890"):
        with pytest.raises(Misread):
            typed_count(wrong)


def test_a_day_in_full_lets_a_slip_show() -> None:
    assert day_in_full("2022-09-28") == "onsdag 28. september 2022"


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert typed_day(day_as_typed(day.isoformat()), TODAY) == day.isoformat()
    assert typed_day(day_in_full(day.isoformat()), TODAY) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    for read in (typed_day, typed_period, typed_when):
        with suppress(Misread):
            read(text, TODAY)

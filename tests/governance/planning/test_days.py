"""Days and times as they are typed."""

import pytest

from governance.planning.days import DayRefused, When, several_in, span_in, when_in

_TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("12.1.2027", When("2027-01-12")),
        ("12/1", When("2027-01-12")),
        ("22.11.", When("2026-11-22")),
        ("25.11.", When("2026-11-25")),
        ("onsdag uge 48", When("2026-11-25")),
        ("11", None),
        ("12.01.27 16-18", When("2027-01-12", "16:00", "18:00")),
        ("2027-01-12 kl. 16.30", When("2027-01-12", "16:30")),
        ("tirsdag den 9. marts 16.00-18.00", When("2027-03-09", "16:00", "18:00")),
        ("12. januar 2027 kl. 16-18", When("2027-01-12", "16:00", "18:00")),
        ("24.11.2026 10", When("2026-11-24", "10:00")),
        ("tirsdag den 24. november 10", When("2026-11-24", "10:00")),
        ("24/11 9.30", When("2026-11-24", "09:30")),
    ],
)
def test_a_day_and_its_time(text: str, when: When | None) -> None:
    if when is None:
        with pytest.raises(DayRefused):
            when_in(text, _TODAY)
    else:
        assert when_in(text, _TODAY) == when


@pytest.mark.parametrize(
    "text", ["24.11.2026 25", "24.11.2026 1000", "24.11.2026 kl. 10 i lokale 4", "24.11.2026 10 11"]
)
def test_a_number_beside_a_day_that_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(DayRefused, match="beside the day"):
        when_in(text, _TODAY)


def test_several_days_share_the_time_that_one_of_them_names() -> None:
    found = several_in("12.1.2027 kl. 16-18; 9.2.2027\n9.3.2027 17.00-19.00", _TODAY)
    assert found == [
        When("2027-01-12", "16:00", "18:00"),
        When("2027-02-09", "16:00", "18:00"),
        When("2027-03-09", "17:00", "19:00"),
    ]


@pytest.mark.parametrize("text", ["hej", "31.2.2027", "12.1.2027; måske", "12.1.2027; 12.1.2027"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(DayRefused):
        several_in(text, _TODAY)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("16-18", ("16:00", "18:00")),
        ("kl. 16.30", ("16:30", None)),
        ("16.00 til 17.15", ("16:00", "17:15")),
        ("", (None, None)),
    ],
)
def test_a_span_of_time(text: str, span: tuple[str | None, str | None]) -> None:
    assert span_in(text) == span


def test_what_is_no_time_is_refused() -> None:
    with pytest.raises(DayRefused):
        span_in("om eftermiddagen")

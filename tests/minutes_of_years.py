"""Minutes of a council that met every month for years, as texts to take over: written as a secretary writes them."""

from collections.abc import Iterator
from datetime import date, timedelta

from governance.danish.dates import WEEKDAYS, spoken_date

MEMBERS = ("Amina Farah", "Bo Ørum", "Carl Åkjær", "Dorte Vad", "Erik Ægidius")
_ITEMS = (
    ("Skilt på Havnegade", "Rådet godkendte skiltet."),
    ("Sommerfest", "Udsat til næste møde."),
    ("Ny rampe ved biblioteket", "Punktet blev drøftet.\nForvaltningen undersøger prisen."),
    ("Orientering fra formanden", "Taget til efterretning."),
    ("Høring om busruter", "Rådet besluttede at svare kommunen."),
)


def minutes_of_years(count: int, *, of: str = "Ældrerådet i Nordholm Kommune", first: int = 2000) -> Iterator[str]:
    """Return the minutes of so many meetings, one a month from the first year on, none of them unsure."""
    days = [_second_tuesday(first + month // 12, month % 12 + 1) for month in range(count + 1)]
    for index, day in enumerate(days[:-1]):
        yield _minutes(of, day, days[index + 1], days[index - 1] if index else None, index)


def _minutes(of: str, day: date, following: date, before: date | None, index: int) -> str:
    away = MEMBERS[index % len(MEMBERS)]
    leading = MEMBERS[(index + 1) % len(MEMBERS)]
    attending = "\n".join(f"{'Afbud' if name == away else 'Mødt'}\t{name}" for name in MEMBERS)
    title, said = _ITEMS[index % len(_ITEMS)]
    approved = (
        f"2. Godkendelse af referat fra d. {spoken_date(before.isoformat())}\nReferatet blev godkendt.\n"
        if before is not None
        else "2. Meddelelser\nIntet.\n"
    )
    return f"""\
Referat
af møde i {of}

{_spoken(day).capitalize()} kl. 10.00-12.00 på Rådhuset

Status:\tMedlemmer:
{attending}

Referent: Hanne Bro

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

{approved}
3. Valg af ordstyrer
{leading} blev valgt til ordstyrer.

4. {title}
{said}

5. Næste møde
Næste møde: {_spoken(following).capitalize()} kl. 10.00-12.00.

6. Evt.
Intet.
"""


def _spoken(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} d. {spoken_date(day.isoformat())}"


def _second_tuesday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)

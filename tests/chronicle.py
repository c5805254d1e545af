"""The minutes of a council that does not exist, over some years: members come and go, matters are put off and return."""

import random
from datetime import date, timedelta

from governance.danish.dates import spoken_date, spoken_weekday

_MEMBERS = (
    "Anna Ægidius",
    "Bo Ørum",
    "Chau Nguyen",
    "Dorte Åkjær (C)",
    "Emil von Bülow",
    "Fatma Yıldız",
    "Georg Holm (A)",
    "Hawa Diallo",
    "Ib Skov",
    "Jytte Lund-Hansen",
)
_MATTERS = (
    "Byfest",
    "Lektiehjælp",
    "Nye lokaler",
    "Sprogcafé",
    "Folder om foreningslivet",
    "Samarbejde med biblioteket",
)


def chronicle(seed: int, meetings: int) -> list[str]:
    """Return the minutes of some meetings, in the order of their dates."""
    rng = random.Random(seed)
    day = date(2020, 1, 14) + timedelta(days=7 * rng.randint(0, 20))
    days = [day := day + timedelta(days=7 * rng.randint(4, 12)) for _ in range(meetings + 1)]
    members = list(_MEMBERS[:6])
    open_matters: list[str] = []
    texts = []
    for index in range(meetings):
        for _ in range(rng.randint(0, 2)):
            _change(members, rng)
        texts.append(_minutes(rng, days, index, members, open_matters))
    return texts


def _change(members: list[str], rng: random.Random) -> None:
    if len(members) > 5 and rng.random() < 0.5:
        members.pop(rng.randrange(len(members)))
    else:
        members += rng.sample([name for name in _MEMBERS if name not in members][:3], 1) if len(members) < 9 else []


def _minutes(rng: random.Random, days: list[date], index: int, members: list[str], open_matters: list[str]) -> str:
    day, following = days[index], days[index + 1]
    status = ["Afbud" if rng.random() < 0.2 else "Mødt" for _ in members]
    status[0] = "Mødt"
    items = ["Godkendelse af dagsorden.\n\nDagsordenen blev godkendt."]
    if index:
        items.append(f"Godkendelse af referat fra d. {spoken_date(days[index - 1])}.\n\nReferatet blev godkendt.")
    first = next(name for name, there in zip(members, status, strict=True) if there == "Mødt").split()[0]
    items.append(f"Valg af ordstyrer.\n\n{first} blev valgt til ordstyrer.")
    items += _matters(rng, open_matters)
    kl = rng.choice(("", " kl. 16.00-18.00", " kl. 15.30-17.00 på Biblioteket"))
    items.append(
        f"Næste møde.\n\nNæste møde: {spoken_weekday(following).capitalize()} d. {spoken_date(following)}{kl}."
    )
    items.append("Evt.\n\nIntet.")
    rows = "\n".join(f"{there}\t{name}" for there, name in zip(status, members, strict=True))
    head = f"Referat\naf møde i Integrationsrådet i Nordholm Kommune\n\n{spoken_weekday(day).capitalize()} d. {spoken_date(day)}"
    place = rng.choice(("\ni Rådhuset, Torvet 1, 9999 Nordholm", " kl. 16.00-18.00\ni Medborgerhuset", ""))
    listed = "\n\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    return f"{head}{place}\n\nIndbudte:\tMedlemmer:\n{rows}\n\nReferent: Hanne Bro\n\n{listed}\n"


def _matters(rng: random.Random, open_matters: list[str]) -> list[str]:
    taken, open_matters[:] = [*open_matters], []
    fresh = [title for title in rng.sample(_MATTERS, 2) if title not in taken]
    items = []
    for title in [*taken, *fresh]:
        outcome = rng.choice(
            (
                "Rådet drøftede sagen.",
                "Det blev besluttet at gå videre med planen.",
                "Ønskerne sendes til Kulturudvalget (KU).",
                "Taget til efterretning.",
                "Udsat til næste møde.",
                "Punktet er udsat til næste møde.",
            )
        )
        if "dsat" in outcome:
            open_matters.append(title)
        items.append(f"{title}.\n\n{outcome}")
    return items

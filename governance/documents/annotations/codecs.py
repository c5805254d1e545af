"""How the values in a line in brackets are written and read back: days, times, choices, parts of a meeting."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.danish.dates import dates_in, month_number, spoken_date, spoken_period
from governance.danish.money import amount_in, spoken_amount
from governance.documents.annotations.rule_words import read_rule, write_rule
from governance.documents.model import Attendee, MeetingPart, PlannedActivity, SeatGroup, Status


@dataclass(frozen=True)
class Codec:
    """How a value becomes text and comes back; ``read`` returns None for a text that is no such value."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def _same(text: str) -> str:
    return text


def _read_date(text: str) -> str | None:
    for mention in dates_in(text):
        if mention.year is not None and mention.exists:
            return date(mention.year, mention.month, mention.day).isoformat()
    return None


def _read_period(text: str) -> str | None:
    week = re.fullmatch(r"uge (\d{1,2}) i (\d{4})", text)
    if week:
        return f"{week.group(2)}-W{int(week.group(1)):02d}"
    month = re.fullmatch(r"([a-zæøå]+) (\d{4})", text)
    if month:
        return f"{month.group(2)}-{month_number(month.group(1)):02d}"
    return text if re.fullmatch(r"\d{4}", text) else _read_date(text)


def _write_part(part: MeetingPart) -> str:
    said = [f"kl. {part.start or ''}-{part.end or ''}".replace(":", ".")]
    said += [f"sted {part.place}"] if part.place else []
    said += [f"med {part.counterpart}"] if part.counterpart else []
    return joined(said)


def _read_part(text: str) -> MeetingPart:
    pieces = divided(text)
    start, _, end = pieces[0].removeprefix("kl. ").replace(".", ":").partition("-")
    place = next((piece.removeprefix("sted ") for piece in pieces[1:] if piece.startswith("sted ")), None)
    counterpart = next((piece.removeprefix("med ") for piece in pieces[1:] if piece.startswith("med ")), None)
    return MeetingPart(start=start or None, end=end or None, place=place, counterpart=counterpart)


def _write_seats(seats: SeatGroup) -> str:
    return f"{seats.count}{' med formanden' if seats.includes_chair else ''}: {seats.basis}"


def _read_seats(text: str) -> SeatGroup | None:
    found = re.match(r"(\d+)( med formanden)?: (.*)\Z", text)
    if not found:
        return None
    return SeatGroup(count=int(found.group(1)), basis=found.group(3), includes_chair=found.group(2) is not None)


def _write_activity(activity: PlannedActivity) -> str:
    said = [activity.activity]
    said += [f"tid {spoken_period(activity.period)}"] if activity.period else []
    said += [f"ved {activity.responsible}"] if activity.responsible else []
    said += [f"budget {spoken_amount(activity.budget)}"] if activity.budget is not None else []
    return joined(said)


def _read_activity(text: str) -> PlannedActivity | None:
    activity, *said = divided(text)
    held = {word: value for word, _, value in (piece.partition(" ") for piece in said)}
    period = _read_period(held["tid"]) if "tid" in held else None
    budget = amount_in(held["budget"]) if "budget" in held else None
    if ("tid" in held and period is None) or ("budget" in held and budget is None):
        return None
    return PlannedActivity(activity=activity, period=period, responsible=held.get("ved"), budget=budget)


def _read_same_as(text: str) -> tuple[str, str] | None:
    found = re.match(r"punkt (\S+) den (.*)\Z", text)
    day = _read_date(found.group(2)) if found else None
    return (found.group(1), day) if found and day else None


def choice(words: dict[Any, str]) -> Codec:
    """Return how one of several values is written: as the word for it."""
    meant = {word: value for value, word in words.items()}
    return Codec(lambda value: words[value], lambda text: meant.get(text))


def _write_attendee(attendee: Attendee) -> str:
    return joined([_STATUS[attendee.status], attendee.name, *([attendee.party] if attendee.party else [])])


def _read_attendee(text: str) -> Attendee | None:
    status, *said = divided(text)
    meant = next((value for value, word in _STATUS.items() if word == status), None)
    if meant is None or not said:
        return None
    return Attendee(name=said[0], status=meant, party=said[1] if said[1:] else None)


def joined(pieces: list[str]) -> str:
    """Return pieces with bars between them; a bar of their own becomes two."""
    return " | ".join(re.sub(r" (\|+)(?= )", r" \1|", piece) for piece in pieces)


def divided(text: str) -> list[str]:
    """Return the pieces again."""
    return [re.sub(r" (\|+)\|(?= )", r" \1", piece) for piece in text.split(" | ")]


_STATUS: dict[Status, str] = {"present": "mødt", "apology": "afbud", "absent": "udeblevet"}
TEXT = Codec(_same, _same)
DATE = Codec(spoken_date, _read_date)
PERIOD = Codec(spoken_period, _read_period)
CLOCK = Codec(lambda text: text.replace(":", "."), lambda text: text.replace(".", ":"))
PART = Codec(_write_part, _read_part)
SEATS = Codec(_write_seats, _read_seats)
AMOUNT = Codec(spoken_amount, amount_in)
ACTIVITY = Codec(_write_activity, _read_activity)
ATTENDEE = Codec(_write_attendee, _read_attendee)
SAME_AS = Codec(lambda same: f"punkt {same[0]} den {spoken_date(same[1])}", _read_same_as)
RULE = Codec(write_rule, read_rule)
OFFICE = choice(
    {
        "chair": "formand",
        "vice-chair": "næstformand",
        "treasurer": "kasserer",
        "secretary": "sekretær",
        "auditor": "revisor",
        "board-member": "bestyrelsesmedlem",
        "teller": "stemmetæller",
        "other": "andet hverv",
    }
)
COUNCIL_KIND = choice(
    {
        "municipal-council": "kommunalbestyrelse",
        "committee": "udvalg",
        "integration-council": "integrationsråd",
        "seniors-council": "ældreråd",
        "disability-council": "handicapråd",
        "youth-council": "ungdomsråd",
        "association-board": "foreningsbestyrelse",
        "other": "andet organ",
    }
)
YES = choice({True: "ja", False: "nej"})
OUTCOME = choice({"approved": "godkendt", "decided": "besluttet", "elected": "valgt", "rejected": "forkastet"})
DOCUMENT = choice({"report": "rapport", "statement": "udtalelse", "letter": "brev", "other": "andet"})
ITEM_KIND = choice(
    {
        "approval": "godkendelse",
        "information": "orientering",
        "discussion": "drøftelse",
        "decision": "beslutning",
        "election": "valg",
        "next-meeting": "næste møde",
        "any-other-business": "eventuelt",
    }
)
MATTER_KIND = choice({"general": "almindelig", "application": "ansøgning"})

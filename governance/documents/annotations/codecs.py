"""How the values in a line in brackets are written and read back: days, times, choices, parts of a meeting."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.danish.dates import dates_in, month_number, spoken_date, spoken_period
from governance.documents.model import Attendee, MeetingPart, SeatGroup, Status


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
    return _joined(said)


def _read_part(text: str) -> MeetingPart:
    pieces = _divided(text)
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


def _read_same_as(text: str) -> tuple[str, str] | None:
    found = re.match(r"punkt (\S+) den (.*)\Z", text)
    day = _read_date(found.group(2)) if found else None
    return (found.group(1), day) if found and day else None


def _choice(words: dict[Any, str]) -> Codec:
    meant = {word: value for value, word in words.items()}
    return Codec(lambda value: words[value], lambda text: meant.get(text))


def _write_attendee(attendee: Attendee) -> str:
    return _joined([_STATUS[attendee.status], attendee.name, *([attendee.party] if attendee.party else [])])


def _read_attendee(text: str) -> Attendee | None:
    status, *said = _divided(text)
    meant = next((value for value, word in _STATUS.items() if word == status), None)
    if meant is None or not said:
        return None
    return Attendee(name=said[0], status=meant, party=said[1] if said[1:] else None)


def _joined(pieces: list[str]) -> str:
    """Return pieces with bars between them; a bar of their own becomes two."""
    return " | ".join(re.sub(r" (\|+)(?= )", r" \1|", piece) for piece in pieces)


def _divided(text: str) -> list[str]:
    return [re.sub(r" (\|+)\|(?= )", r" \1", piece) for piece in text.split(" | ")]


_STATUS: dict[Status, str] = {"present": "mødt", "apology": "afbud", "absent": "udeblevet"}
TEXT = Codec(_same, _same)
DATE = Codec(spoken_date, _read_date)
PERIOD = Codec(spoken_period, _read_period)
CLOCK = Codec(lambda text: text.replace(":", "."), lambda text: text.replace(".", ":"))
PART = Codec(_write_part, _read_part)
SEATS = Codec(_write_seats, _read_seats)
ATTENDEE = Codec(_write_attendee, _read_attendee)
SAME_AS = Codec(lambda same: f"punkt {same[0]} den {spoken_date(same[1])}", _read_same_as)
YES = _choice({True: "ja", False: "nej"})
OUTCOME = _choice({"approved": "godkendt", "decided": "besluttet", "elected": "valgt", "rejected": "forkastet"})
DOCUMENT = _choice({"report": "rapport", "statement": "udtalelse", "letter": "brev", "other": "andet"})
ITEM_KIND = _choice(
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
MATTER_KIND = _choice({"general": "almindelig", "application": "ansøgning"})

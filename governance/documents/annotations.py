r"""Facts in brackets: ``[Opgave: Skrive til kommunen; ansvarlig: Anna Holm; frist: 1. maj 2023]``.

Minutes mostly say in plain sentences what was done. Where a sentence would not be read back as the fact that was
recorded, a line in brackets below it says it exactly; such a line outranks what the sentence seems to say. The form is
a label, its value, and further ``key: value`` fields; ``;`` and ``\`` inside a value carry a backslash.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from governance.danish.dates import dates_in, month_number, spoken_date, spoken_period
from governance.documents import model
from governance.documents.model import Fact, MeetingPart, SeatGroup


class ItemAside(model.Part, frozen=True, kw_only=True):
    """What a bracketed line below a heading says about the item itself."""

    title: str | None = None
    kind: str | None = None
    standing: bool | None = None
    closed: bool | None = None
    presenter: str | None = None
    matter_kind: str | None = None
    addressee: str | None = None
    same_as: tuple[str, str] | None = None


class OnlyNote(model.Part, frozen=True, kw_only=True):
    """The statement is a note and nothing else, whatever it seems to say."""


Aside = Fact | ItemAside | OnlyNote


@dataclass(frozen=True)
class _Codec:
    write: Callable[[Any], str]
    read: Callable[[str], Any]


@dataclass(frozen=True)
class _Field:
    name: str
    key: str
    codec: _Codec
    many: bool = False


@dataclass(frozen=True)
class _Form:
    label: str
    made: type[model.Part]
    fields: tuple[_Field, ...]
    fixed: tuple[tuple[str, Any], ...] = ()


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
    return " | ".join(piece.replace("|", "/") for piece in said)


def _read_part(text: str) -> MeetingPart:
    pieces = text.split(" | ")
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


def _choice(words: dict[Any, str]) -> _Codec:
    meant = {word: value for value, word in words.items()}
    return _Codec(lambda value: words[value], lambda text: meant.get(text))


_TEXT = _Codec(_same, _same)
_DATE = _Codec(spoken_date, _read_date)
_PERIOD = _Codec(spoken_period, _read_period)
_CLOCK = _Codec(lambda text: text.replace(":", "."), lambda text: text.replace(".", ":"))
_PART = _Codec(_write_part, _read_part)
_SEATS = _Codec(_write_seats, _read_seats)
_SAME_AS = _Codec(lambda same: f"punkt {same[0]} den {spoken_date(same[1])}", _read_same_as)
_YES = _choice({True: "ja", False: "nej"})
_OUTCOME = _choice({"approved": "godkendt", "decided": "besluttet", "elected": "valgt", "rejected": "forkastet"})
_DOCUMENT = _choice({"report": "rapport", "statement": "udtalelse", "letter": "brev", "other": "andet"})
_ITEM_KIND = _choice(
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
_MATTER_KIND = _choice({"general": "almindelig", "application": "ansøgning"})

_FORMS = (
    _Form("Dagsorden godkendt", model.AgendaApproval, (_Field("changed", "med ændringer", _YES),)),
    _Form("Referat godkendt", model.MinutesApproval, (_Field("of", "", _DATE),)),
    _Form("Ordstyrer valgt", model.OrdstyrerElection, (_Field("name", "", _TEXT),)),
    _Form("Referent valgt", model.ReferentElection, (_Field("name", "", _TEXT),)),
    _Form("Beslutning", model.Decision, (_Field("outcome", "", _OUTCOME),)),
    _Form("Taget til efterretning", model.Noting, (), (("explicit", True),)),
    _Form("Til orientering", model.Noting, (), (("explicit", False),)),
    _Form("Drøftet", model.Discussion, ()),
    _Form("Arbejdet fortsætter", model.Continuation, (_Field("to", "møde", _DATE), _Field("period", "tid", _PERIOD))),
    _Form(
        "Udsat",
        model.Postponement,
        (_Field("until", "", _TEXT), _Field("to", "møde", _DATE), _Field("reason", "fordi", _TEXT)),
    ),
    _Form("Intet", model.Nothing, ()),
    _Form(
        "Arbejdsgruppe",
        model.GroupFormation,
        (
            _Field("name", "", _TEXT),
            _Field("focus_area", "fokusområde", _TEXT),
            _Field("members", "medlem", _TEXT, many=True),
        ),
    ),
    _Form("Plan foreslået", model.PlanProposal, (_Field("title", "", _TEXT), _Field("group", "arbejdsgruppe", _TEXT))),
    _Form(
        "Opgave",
        model.TaskAgreement,
        (
            _Field("task", "", _TEXT),
            _Field("responsible", "ansvarlig", _TEXT),
            _Field("recipient", "til", _TEXT),
            _Field("due", "frist", _DATE),
        ),
    ),
    _Form(
        "Sendes",
        model.DocumentDispatch,
        (
            _Field("title", "", _TEXT),
            _Field("recipient", "til", _TEXT),
            _Field("kind", "art", _DOCUMENT),
            _Field("for_meeting", "til møde", _PERIOD),
        ),
    ),
    _Form(
        "Spørgsmål sendes",
        model.QuestionsDispatch,
        (
            _Field("recipient", "til", _TEXT),
            _Field("occasion", "anledning", _TEXT),
            _Field("period", "tid", _PERIOD),
            _Field("questions", "spørgsmål", _TEXT, many=True),
        ),
    ),
    _Form(
        "Beretning",
        model.ReportDelivery,
        (
            _Field("person", "ved", _TEXT),
            _Field("occasion", "om", _TEXT),
            _Field("body", "organ", _TEXT),
            _Field("held_on", "dato", _DATE),
        ),
    ),
    _Form(
        "Sammensætning",
        model.CompositionReport,
        (_Field("body", "", _TEXT), _Field("seats", "pladser", _SEATS, many=True)),
    ),
    _Form(
        "Møde aftalt",
        model.MeetingAgreement,
        (
            _Field("date", "", _DATE),
            _Field("start", "fra kl.", _CLOCK),
            _Field("end", "til kl.", _CLOCK),
            _Field("place", "sted", _TEXT),
            _Field("parts", "del", _PART, many=True),
            _Field("contents", "indhold", _TEXT),
            _Field("items", "punkt", _TEXT, many=True),
        ),
    ),
    _Form("Velkomst", model.Welcome, (_Field("name", "til", _TEXT),)),
    _Form("Forkortelse", model.Abbreviation, (_Field("body", "", _TEXT), _Field("abbreviation", "kort", _TEXT))),
    _Form("Kun notat", OnlyNote, ()),
    _Form(
        "Punktet",
        ItemAside,
        (
            _Field("title", "titel", _TEXT),
            _Field("kind", "art", _ITEM_KIND),
            _Field("standing", "fast", _YES),
            _Field("closed", "lukket", _YES),
            _Field("presenter", "ved", _TEXT),
            _Field("matter_kind", "sagstype", _MATTER_KIND),
            _Field("addressee", "til", _TEXT),
            _Field("same_as", "samme sag som", _SAME_AS),
        ),
    ),
)
_ESCAPES = {"\\": "\\\\", ";": "\\;", "\n": "\\n", "]": "\\)"}


def write_annotation(aside: Aside) -> str:
    """Return the line in brackets that says this exactly."""
    form = next(
        form for form in _FORMS if form.made is type(aside) and all(getattr(aside, n) == v for n, v in form.fixed)
    )
    pieces = [form.label]
    for field in form.fields:
        held = getattr(aside, field.name)
        for value in held if field.many else (held,):
            if value is None or (value is False and not isinstance(aside, ItemAside)):
                continue
            written = _escaped(field.codec.write(value))
            if field.key:
                pieces.append(f"{field.key}: {written}")
            else:
                pieces[0] = f"{form.label}: {written}"
    return f"[{'; '.join(pieces)}]"


def read_annotation(inside: str) -> Aside | None:
    """Return what a line in brackets says, given without the brackets; None where it is no such line."""
    pieces = [piece.strip() for piece in re.split(r"(?<!\\)(?:\\\\)*;", inside)]
    head = pieces[0]
    for form in _FORMS:
        if head == form.label or head.startswith(f"{form.label}: "):
            return _made(form, head[len(form.label) + 2 :], pieces[1:])
    return None


def _made(form: _Form, first: str, pieces: list[str]) -> Aside | None:
    values: dict[str, Any] = dict(form.fixed)
    for field in form.fields:
        said = [
            _released(piece[len(field.key) + 2 :])
            for piece in pieces
            if field.key and piece.startswith(f"{field.key}: ")
        ]
        if not field.key and first:
            said = [_released(first)]
        read = [value for text in said if (value := field.codec.read(text)) is not None]
        if len(read) != len(said):
            return None
        if read:
            values[field.name] = tuple(read) if field.many else read[0]
    if issubclass(form.made, Fact):
        values["rule"] = "annotation"
    try:
        made = form.made(**values)
    except TypeError:
        return None
    return made  # type: ignore[return-value]


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)


def _released(text: str) -> str:
    meant = {"\\": "\\", ";": ";", "n": "\n", ")": "]"}
    return re.sub(r"\\(.)", lambda match: meant.get(match.group(1), match.group(0)), text)


def same_fact(one: Fact, other: Fact) -> bool:
    """Tell whether two facts say the same, whatever rule recognised them."""
    return type(one) is type(other) and msgspec.structs.replace(one, rule="") == msgspec.structs.replace(other, rule="")

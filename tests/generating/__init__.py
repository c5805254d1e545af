"""Random acts that a book may see: mostly allowed, some not. Every event type comes up."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from events.border import event_from
from events.catalogue import EVENT_TYPES, AnyEvent
from events.errors import ReferatError
from events.moments import Effective
from events.proofs.ssh_keys import PublicKey
from governance.rules.act import Act
from governance.state.fold import Fold
from tests.generating import followup, meetings, people

_NAMES = ("Anna Ægidius", "Bo Ørum", "Chau Nguyen", "Dorte Åkjær", "Emil von Bülow", "Fatma Yıldız", "Ḥasan al-Masri")
_WORDS = (
    *("rådet", "drøftede", "planen", "for", "året", "og", "bad", "om", "flere", "oplysninger", "æøå", "ÆØÅ"),
    *("1.", "punkt:", "Udsat;", "(bilag)", "–", "»ny«"),
)
_TITLES = ("Budget", "Besøg på skolen", "Valg af formand", "Evt", "Orientering fra udvalget", "Ansøgning til puljen")
_BODIES = ("Kulturudvalget", "Jobteamet", "Byrådet", "Ældrerådet", "Sekretariatet")


class Acts:
    """Makes acts from a seed, on the state of a book: it names what is there, and now and then what is not."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._day = date(2022, 1, 11)

    def next(self, fold: Fold) -> Act | None:
        """Return the next act; None where this one is not of its form, which the border refused."""
        if fold.council is None:
            return Act(event=event_from("CouncilEstablished", {"name": "Rådet", "municipality": "Nordholm Kommune"}))
        name = self._random.choice(_WEIGHTED)
        fields = {key: value for key, value in _FIELDS[name](self, fold).items() if value is not None}
        try:
            event: AnyEvent = event_from(name, fields)
        except ReferatError:
            return None
        effective = self._effective() if name in ("MemberAppointed", "MembershipEnded", *people.DATED) else None
        return Act(event=event, effective=effective or self._at_meeting(fold, name, fields))

    def _at_meeting(self, fold: Fold, name: str, fields: dict[str, Any]) -> Effective | None:
        """Return a time of day at the meeting, for acts that have one."""
        if name not in meetings.TIMED or self.chance(0.4):
            return None
        held = fold.meetings.get(fields.get("meeting")) or fold.meeting_of(fields.get("item"))  # type: ignore[arg-type]
        return Effective(f"{held.date}T{self.number(15, 17)}:{self.number(10, 59)}") if held and held.date else None

    def chance(self, part: float) -> bool:
        """Return True for about this part of all calls."""
        return self._random.random() < part

    def words(self, count: int = 6) -> str:
        """Return some words."""
        return " ".join(self._random.choice(_WORDS) for _ in range(self._random.randint(1, count)))

    def told(self, fold: Fold, item: str | None) -> dict[str, Any]:
        """Return a text, a statement that tells it, or neither."""
        mine = [statement for statement, scope in fold.statements.items() if scope == item]
        if mine and self.chance(0.3):
            return {"told_in": self._random.choice(mine)}
        return {"text": self.words() + "."} if self.chance(0.5) else {}

    def one(self, things: Any, missing: str) -> str:
        """Return one of the ids, now and then one that is not there."""
        held = list(things)
        return missing if not held or self.chance(0.03) else self._random.choice(held)

    def maybe(self, things: Any, part: float = 0.5) -> str | None:
        """Return one of the ids or None."""
        held = list(things)
        return self._random.choice(held) if held and self.chance(part) else None

    def person(self, fold: Fold) -> str:
        """Return the id of a person."""
        return self.one(fold.persons, "p999")

    def public_key(self) -> str:
        """Return one of a few public keys."""
        return PublicKey(bytes([self._random.randint(0, 5)] * 32)).line

    def meeting(self, fold: Fold) -> str:
        """Return the id of a meeting."""
        return self.one(fold.meetings, "m999")

    def item(self, fold: Fold) -> str:
        """Return the id of an item."""
        return self.one(fold.items, "i999")

    def under_item(self, fold: Fold, **more: Any) -> dict[str, Any]:
        """Return the fields of an act under an item."""
        item = self.item(fold)
        return {"item": item, **self.told(fold, item), **more}

    def at_meeting(self, fold: Fold, **more: Any) -> dict[str, Any]:
        """Return the fields of an act at a meeting, under an item or not."""
        meeting = self.meeting(fold)
        items = fold.meetings[meeting].items if meeting in fold.meetings else []  # type: ignore[index]
        item = self.maybe(items)
        return {"meeting": meeting, "item": item, **self.told(fold, item or meeting), **more}

    def choice(self, *choices: Any) -> Any:
        """Return one of the choices."""
        return self._random.choice(choices)

    def number(self, low: int, high: int) -> int:
        """Return a number between two, both included."""
        return self._random.randint(low, high)

    def day(self, *, ahead: bool = False) -> str:
        """Return a day; the days go on as the acts do."""
        self._day += timedelta(days=self._random.randint(0, 9))
        return (self._day + timedelta(days=self._random.randint(1, 60) if ahead else 0)).isoformat()

    def _effective(self) -> Effective:
        day = self.day()
        return Effective(self.choice(day, f"../{day}", f"2021-12-01/{day}"))


def _arrangement(acts: Acts, fold: Fold) -> dict[str, Any]:
    part = {"start": "14:30", "end": "15:30", "place": acts.words(2), "counterpart": acts.maybe(fold.bodies)}
    return {
        "date": acts.day(ahead=True),
        "start": acts.choice(None, "15:30"),
        "place": acts.choice(None, acts.words(3)),
        "parts": [{k: v for k, v in part.items() if v}] if acts.chance(0.2) else None,
        "agreed_in": acts.maybe(fold.items, 0.3),
        "form": acts.choice(None, None, "online", "written"),
        "kind": acts.choice(None, None, "ordinary", "general-meeting"),
    }


def _postponed(acts: Acts, fold: Fold) -> dict[str, Any]:
    return acts.under_item(
        fold,
        until=acts.choice(None, "næste møde"),
        to_meeting=acts.maybe(fold.meetings, 0.2),
        reason=acts.choice(None, acts.words()),
    )


def _corrected(acts: Acts, fold: Fold) -> dict[str, Any]:
    name = acts.choice(*(name for name in _FIELDS if name not in _ON_RECORD))
    fields = {key: value for key, value in _FIELDS[name](acts, fold).items() if value is not None}
    return {
        "entry": acts.number(1, max(1, fold.number)),
        "replacement": {"type": name, **fields},
        "reason": acts.words(),
        "authority": {"kind": "written-procedure"},
    }


_ON_RECORD = ("EntryStruck", "EntryCorrected", "RemarkRecorded", "WordsErased", "KeyEnrolled", "KeyRevoked")
_FIELDS: dict[str, Callable[[Acts, Fold], dict[str, Any]]] = {
    "CouncilEstablished": lambda a, f: {"name": a.words(2), "kind": a.choice("committee", "other")},
    "PersonRegistered": lambda a, f: {"name": a.choice(*_NAMES) + a.choice("", " Holm", " d.y.")},
    "MemberWelcomed": lambda a, f: {"meeting": a.meeting(f), "person": a.person(f)},
    "MeetingScheduled": _arrangement,
    "MeetingRescheduled": lambda a, f: {"meeting": a.meeting(f), **_arrangement(a, f)},
    "MeetingCalled": lambda a, f: {
        "meeting": a.meeting(f),
        "demanded_by": [a.person(f) for _ in range(a.number(1, 3))] if a.chance(0.3) else None,
    },
    "MeetingCancelled": lambda a, f: {"meeting": a.meeting(f), "reason": a.choice(None, a.words())},
    "MeetingOpened": lambda a, f: {"meeting": a.meeting(f)},
    "MeetingClosed": lambda a, f: {"meeting": a.meeting(f)},
    "AttendanceRecorded": lambda a, f: {
        "meeting": a.meeting(f),
        "person": a.person(f),
        "status": a.choice("present", "present", "apology", "absent"),
        "reason": a.choice(None, None, None, "holiday"),
    },
    "ReferentNamed": lambda a, f: {"meeting": a.meeting(f), "person": a.person(f)},
    "OrdstyrerElected": lambda a, f: a.at_meeting(f, person=a.person(f), role=a.choice(None, "dirigent", "chair")),
    "MatterOpened": lambda a, f: {"title": a.choice(*_TITLES), "addressee": a.maybe(f.bodies, 0.2)},
    "AgendaItemAdded": lambda a, f: {
        "meeting": a.meeting(f),
        "title": a.choice(*_TITLES),
        "number": a.choice(None, str(a.number(1, 20))),
        "standing": a.chance(0.3) or None,
        "presenter": a.maybe(f.persons, 0.2),
    },
    "AgendaItemChanged": lambda a, f: {"item": a.item(f), "title": a.words(3), "closed": a.choice(None, True)},
    "AgendaApproved": lambda a, f: a.at_meeting(f),
    "NoteWritten": lambda a, f: {**a.at_meeting(f), "told_in": None, "text": a.words(12)},
    "ItemDecided": lambda a, f: a.under_item(f, outcome=a.choice("approved", "decided", "elected", "rejected")),
    "ItemNoted": lambda a, f: a.under_item(f),
    "ItemDiscussed": lambda a, f: a.under_item(f),
    "ItemContinued": lambda a, f: a.under_item(f, to_period=a.choice(None, "2023-03", "2023-W10")),
    "ItemPostponed": _postponed,
    "NothingRaised": lambda a, f: a.under_item(f),
    "WorkingGroupFormed": lambda a, f: a.under_item(f, focus_area=a.words(2)),
    "PlanProposed": lambda a, f: a.under_item(f, title=a.words(2), group=a.maybe(f.groups)),
    "TaskAgreed": lambda a, f: a.under_item(f, task=a.words(4), responsible=a.maybe(f.persons)),
    "DocumentSent": lambda a, f: a.under_item(f, title=a.words(3), recipient=a.one(f.bodies, "b999")),
    "QuestionsSent": lambda a, f: a.under_item(
        f, recipient=a.one(f.bodies, "b999"), questions=[a.words() + "?" for _ in range(a.number(0, 3))]
    ),
    "ReportGiven": lambda a, f: a.under_item(f, person=a.person(f), occasion=a.words(2)),
    "CompositionReported": lambda a, f: a.under_item(
        f, body=a.one(f.bodies, "b999"), seats=[{"count": a.number(1, 9), "basis": a.words(3)}]
    ),
    "ExternalBodyRegistered": lambda a, f: {"name": a.choice(*_BODIES)},
    "ExternalBodyAbbreviated": lambda a, f: {
        "body": a.one(f.bodies, "b999"),
        "abbreviation": a.choice("KU", "JT", "BR"),
    },
    "MinutesIssued": lambda a, f: {"meeting": a.meeting(f), "through": max(1, f.number), "document_sha256": "0" * 64},
    "MinutesApproved": lambda a, f: a.at_meeting(
        f, of=a.choice(None, "2021-12-07"), how=a.choice(None, "at-meeting", "silence")
    ),
    "EntryStruck": lambda a, f: {
        "entry": a.number(1, max(1, f.number)),
        "reason": a.words(),
        "authority": {"kind": "written-procedure"},
    },
    "EntryCorrected": _corrected,
    "RemarkRecorded": lambda a, f: {"entry": a.number(1, max(1, f.number)), "text": a.words()},
    "WordsErased": lambda a, f: {
        "entry": a.number(1, max(1, f.number)),
        "fields": [a.choice("/recorded_by", "/event/text", "/event/name", "/event/title")],
        "basis": a.words(),
        "authority": a.words(2),
    },
    "DocumentAttached": lambda a, f: {
        **a.choice({"meeting": a.meeting(f)}, {"item": a.item(f)}),
        "name": a.words(1) + ".pdf",
        "sha256": "0" * 60 + str(a.number(1000, 9999)),
        "size": a.number(1, 9999),
    },
    "KeyEnrolled": lambda a, f: {"person": a.person(f), "public_key": a.public_key()},
    "KeyRevoked": lambda a, f: {"key": a.one(f.keys, "k999"), "reason": a.choice(None, a.words())},
    **people.FIELDS,
    **meetings.FIELDS,
    **followup.FIELDS,
}
UNDRAWN = set(EVENT_TYPES) - set(_FIELDS)

_OFTEN = ("PersonRegistered", "MemberAppointed", "MeetingScheduled", "MeetingOpened", "AgendaItemAdded", "NoteWritten")
_WEIGHTED = tuple(_FIELDS) + _OFTEN * 3 + ("MeetingClosed", "ExternalBodyRegistered", "StandInCalled") * 2

"""What everybody who takes over a document shares: the draft, the names, the marks, and the problems found."""

from dataclasses import dataclass

from events.catalogue import AnyEvent
from events.errors import N_, ReferatError
from events.ids import ItemId, MeetingId, PersonId, StatementId
from events.moments import OPEN, ClockTime, Effective
from governance.documents.model import (
    Attendee,
    Document,
    Fact,
    Item,
    ItemMove,
    Lines,
    MeetingAgreement,
    Problem,
    StandIn,
)
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.importing.drafting import Draft, LeftOut
from governance.importing.marking import Marks
from governance.importing.resolving import Resolver
from governance.language import said
from governance.state.fold import Fold, Meeting


@dataclass(frozen=True)
class Call:
    """Somebody stood in for a member: for the meeting, or under an item of it."""

    person: PersonId
    member: PersonId
    said: StandIn


class Taking:
    """A document on its way into a draft. ``source`` is the SHA-256 of its file.

    ``when`` is the day of the meeting for its minutes; an agenda was known by then. ``items`` are its items with their
    ids, ``moves`` what its items tell of being moved on the agenda, ``agreed`` the coming meetings that it arranges,
    ``told`` the facts that became entries, each with the number of its entry,
    ``calls`` who stood in and is not recorded yet, ``awaited`` those of them who have a seat under an item only.
    """

    def __init__(
        self,
        draft: Draft,
        document: Document,
        source: str,
        marks: Marks | None = None,
        *,
        usage: Usage = NOTHING_TAUGHT,
    ) -> None:
        assert document.date is not None
        self.draft = draft
        self.document = document
        self.source = source
        self.day = document.date
        self.when = Effective(document.date if document.kind == "minutes" else f"{OPEN}/{document.date}")
        self.marks = marks or Marks(source)
        self.resolver = Resolver(draft, document, self.marks, usage)
        self.problems: list[Problem] = list(document.problems)
        self.items: list[tuple[Item, ItemId]] = []
        self.moves: list[tuple[ItemId, ItemMove, StatementId]] = []
        self.agreed: list[tuple[MeetingAgreement, MeetingId]] = []
        self.told: list[tuple[Fact, int]] = []
        self.calls: list[Call] = []
        self.awaited: dict[PersonId, Attendee] = {}

    @property
    def fold(self) -> Fold:
        """The state after what is in the draft."""
        return self.draft.fold

    def record(self, event: AnyEvent, lines: Lines | None, rule: str, *, effective: Effective | None = None) -> int:
        """Add an event that took effect with the meeting where nothing else is said; return its entry number."""
        return self.draft.record(event, effective=effective or self.when, provenance=self.marks.at(lines, rule))

    def attempt(
        self,
        event: AnyEvent,
        lines: Lines | None,
        rule: str,
        *,
        effective: Effective | None = None,
        inferred: bool = False,
    ) -> int | None:
        """Add an event where the rules allow it and nobody left it out; else return None, and report the refusal."""
        marked = self.marks.inferred(lines, rule) if inferred else self.marks.at(lines, rule)
        try:
            return self.draft.record(event, effective=effective or self.when, provenance=marked)
        except LeftOut:
            return None
        except ReferatError as refusal:
            self.problems.append(
                Problem(
                    code="refused",
                    message=N_("Line {line} was kept as a note: {reason}"),
                    details={"line": str(lines[0]) if lines else "?", "reason": said(refusal)},
                    lines=lines,
                )
            )
            return None

    def meetings_on(self, day: str) -> list[Meeting]:
        """Return the meetings on a day that were not called off."""
        return [held for held in self.fold.meetings.values() if held.date == day and not held.cancelled]

    def meeting_on(self, day: str, start: str | None = None) -> Meeting | None:
        """Return the meeting on a day: that at the same hour where there are more, else the one there is."""
        held = self.meetings_on(day)
        exact = [meeting for meeting in held if start is None or meeting.start in (None, start)]
        return exact[0] if exact else held[0] if len(held) == 1 else None


def clock(text: str | None) -> ClockTime | None:
    """Return a time of day as the book has it."""
    return ClockTime(text) if text else None

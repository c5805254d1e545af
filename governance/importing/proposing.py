"""The proposal: what to record so that the book says what a document says. Nothing is recorded here.

Everything is decided by the same rules as when a secretary records it. What a rule refuses or a name does not resolve
stays as a note of its item and is reported: no sentence is lost.
"""

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    ItemKind,
    MatterKind,
    MatterOpened,
    MeetingClosed,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    ReferentNamed,
    Told,
)
from events.catalogue import MeetingPart as MeetingPartEvent
from events.errors import N_, ReferatError
from events.ids import ItemId, MatterId, MeetingId, PersonId, StatementId, made_by
from events.moments import ClockTime, Effective
from governance.documents import model
from governance.documents.model import Document, Fact, Item, Lines, MeetingAgreement, Problem, Statement
from governance.importing.councils import council_of
from governance.importing.drafting import Draft
from governance.importing.inference import Roster, reconciled, rosters_in
from governance.importing.marking import Marks
from governance.importing.resolving import Resolver
from governance.importing.telling import Teller
from governance.language import said
from governance.rules.act import Act
from governance.state.evolving.meeting import ROSTER_RULE
from governance.state.fold import Fold, Meeting
from governance.state.matters import matter_by_title, matter_taken_up_later, same_title
from governance.state.publishing.meetings import agenda_of, chronological, shown_numbers

_NEXT = ("næste", "kommende")


class AlreadyThere(ReferatError):
    """The meeting stands in the book already, with minutes."""

    exit_code = 0


class Proposal(msgspec.Struct, frozen=True):
    """What to record, in order, and what was not understood or is doubtful."""

    acts: list[Act]
    problems: list[Problem]
    meeting: MeetingId


def propose(draft: Draft, document: Document, source: str) -> Proposal:
    """Return what to record for a document, on top of a draft. ``source`` is the SHA-256 of its file.

    Raises AlreadyThere where the minutes of the meeting are in the book.
    """
    return _Proposing(draft, document, source).proposal()


class _Proposing:
    def __init__(self, draft: Draft, document: Document, source: str) -> None:
        assert document.date is not None
        self.draft = draft
        self.document = document
        self.source = source
        self.marks = Marks(source)
        self.day = document.date
        self.when = Effective(document.date)
        self.resolver = Resolver(draft, document, self.marks)
        self.problems: list[Problem] = list(document.problems)
        self.items: list[tuple[Item, ItemId]] = []
        self.agreed: list[tuple[MeetingAgreement, MeetingId]] = []

    def proposal(self) -> Proposal:
        if self.draft.fold.council is None:
            self._record(_established(self.document), None, "council")
        meeting = self._meeting()
        if self.document.kind == "minutes":
            self._held(meeting)
        for item in self.document.items:
            self._item(meeting, item)
        self._taken_up_again()
        if self.document.kind == "minutes":
            self._concluded(meeting)
        return Proposal(self.draft.acts, self.problems, meeting)

    # the meeting

    def _meeting(self) -> MeetingId:
        document = self.document
        held = _meeting_on(self.draft.fold, self.day, document.start)
        if held is not None and (held.opened is not None or held.issued_through is not None):
            raise AlreadyThere(
                N_("The meeting of {date} is in the book already ({id}). Nothing was recorded."),
                date=self.day,
                id=held.id,
            )
        arrangement = {
            "date": self.day,
            "start": _clock(document.start),
            "end": _clock(document.end) if document.start else None,
            "place": document.place,
            "parts": self._parts(document.parts, document.lines),
            "contents": document.contents,
        }
        if held is not None:
            self._record(MeetingRescheduled(meeting=held.id, **arrangement), document.lines, "head")  # type: ignore[arg-type]
            return held.id
        number = self._record(MeetingScheduled(**arrangement), document.lines, "head")  # type: ignore[arg-type]
        return made_by(MeetingId, number)

    def _parts(self, parts: tuple[model.MeetingPart, ...], lines: Lines | None) -> tuple[MeetingPartEvent, ...]:
        return tuple(
            MeetingPartEvent(
                start=_clock(part.start),
                end=_clock(part.end),
                place=part.place,
                counterpart=self.resolver.body(part.counterpart, lines),
            )
            for part in parts
        )

    def _held(self, meeting: MeetingId) -> None:
        document = self.document
        self._record(
            MeetingOpened(meeting=meeting), document.lines, "head", effective=_at(self.day, document.opened_at)
        )
        self._attendance(meeting)
        for abbreviation in document.abbreviations:
            self.resolver.abbreviated(abbreviation, self.when)
        if document.referent:
            person = self._somebody(document.referent, None)
            self._record(ReferentNamed(meeting=meeting, person=person), None, "referent")
        if document.chair is not None and not document.chair.elected:
            self._led(meeting, document.chair.name)
        if document.others:
            text = f"Øvrige deltagere: {', '.join(document.others)}"
            self._record(NoteWritten(meeting=meeting, text=text), None, "others-present")
        for statement in document.statements:
            self._statement(meeting, None, statement)

    def _somebody(self, written: str, lines: Lines | None) -> PersonId:
        return self.resolver.person(written) or self.resolver.registered_person(written, lines)

    def _led(self, meeting: MeetingId, name: str) -> None:
        person = self.resolver.person(name)
        if person is None:
            self.problems.append(self.resolver.unknown_person(name, None))
        else:
            self._try(OrdstyrerElected(meeting=meeting, person=person), None, "chair")

    def _attendance(self, meeting: MeetingId) -> None:
        attendees = [
            (attendee, self.resolver.registered_person(attendee.name, attendee.lines))
            for attendee in self.document.attendees
        ]
        roster = Roster(self.day, {person: attendee.party for attendee, person in attendees}, self.document.roster)
        for event, effective in list(reconciled(self.draft.fold, [*rosters_in(self.draft.fold), roster])):
            lines = next(
                (attendee.lines for attendee, person in attendees if person == getattr(event, "person", None)), None
            )
            self.draft.record(
                event, effective=effective, provenance=self.marks.at(lines, "membership-inferred", inferred=True)
            )
        for attendee, person in attendees:
            rule = ROSTER_RULE if self.document.roster else "attendance.listed"
            event = AttendanceRecorded(
                meeting=meeting, person=person, status=AttendanceStatus(attendee.status), party=attendee.party
            )
            self._record(event, attendee.lines, rule)

    def _concluded(self, meeting: MeetingId) -> None:
        self._record(MeetingClosed(meeting=meeting), None, "head", effective=_at(self.day, self.document.closed_at))
        issued = MinutesIssued(meeting=meeting, through=self.draft.fold.number, document_sha256=self.source)
        self._record(issued, None, "document", effective=Effective(f"{self.day}/.."))

    # the agenda

    def _item(self, meeting: MeetingId, item: Item) -> None:
        identifier = self._planned(meeting, item) or self._added(meeting, item)
        self.items.append((item, identifier))
        teller = Teller(lambda: self.draft.fold, self.resolver, meeting)
        for statement in item.statements:
            self._statement(meeting, identifier, statement, teller)
        self.problems += teller.problems

    def _planned(self, meeting: MeetingId, item: Item) -> ItemId | None:
        """Return the item where it was planned for the meeting already, stated anew with what the document says."""
        taken = {identifier for _, identifier in self.items}
        for held in agenda_of(self.draft.fold, self.draft.fold.meeting(meeting)):
            if held.id not in taken and same_title(held.title, item.title or ""):
                self._record(
                    AgendaItemChanged(
                        item=held.id,
                        meeting=meeting,
                        title=item.title,
                        number=item.number,
                        kind=ItemKind(item.kind),
                        presenter=self.resolver.person(item.presenter),
                        closed=item.closed,
                    ),
                    item.lines,
                    "item",
                )
                return held.id
        return None

    def _added(self, meeting: MeetingId, item: Item) -> ItemId:
        title = item.title or "Uden overskrift"
        matter = None if item.standing else self._matter(item, title)
        event = AgendaItemAdded(
            meeting=meeting,
            title=title,
            number=item.number,
            kind=ItemKind(item.kind),
            standing=item.standing,
            matter=matter,
            presenter=self.resolver.person(item.presenter),
            closed=item.closed,
        )
        return made_by(ItemId, self._record(event, item.lines, "item"))

    def _matter(self, item: Item, title: str) -> MatterId:
        known = self._matter_named(item) or matter_by_title(self.draft.fold, title, self.day)
        if known is None and _left_open(item):
            known = matter_taken_up_later(self.draft.fold, title, self.day)
        if known is not None:
            return known
        opened = MatterOpened(
            title=title, kind=MatterKind(item.matter_kind), addressee=self.resolver.body(item.addressee, item.lines)
        )
        return MatterId(
            made_by(MatterId, self._record(opened, item.lines, "matter", effective=Effective(f"../{self.day}")))
        )

    def _matter_named(self, item: Item) -> MatterId | None:
        if item.same_as is None:
            return None
        number, day = item.same_as
        meeting = _meeting_on(self.draft.fold, day, None)
        if meeting is None:
            return None
        held = agenda_of(self.draft.fold, meeting)
        numbers = shown_numbers(held)
        return next((other.matter for other in held if numbers[other.id] == number), None)

    def _taken_up_again(self) -> None:
        """Put what was postponed to the next meeting, and what a meeting was said to take up, on that meeting's agenda."""
        for agreement, meeting in self.agreed:
            for number in agreement.items:
                self._placed(
                    next((pair for pair in self.items if pair[0].number == number), None), meeting, inferred=False
                )
        following = self._next_meeting()
        for item, identifier in self.items:
            postponed = self.draft.fold.items[identifier].postponed
            if postponed is None:
                continue
            target = _meeting_on(self.draft.fold, postponed.to_date, None) if postponed.to_date else following
            until = (postponed.until or "").lower()
            if target is not None and (postponed.to_date or any(word in until for word in _NEXT)):
                self._placed((item, identifier), target.id, inferred=True)

    def _next_meeting(self) -> Meeting | None:
        later = [held for held in self.draft.fold.meetings.values() if held.date > self.day and not held.cancelled]
        return min(later, key=chronological, default=None)

    def _placed(self, pair: tuple[Item, ItemId] | None, meeting: MeetingId, *, inferred: bool) -> None:
        if pair is None:
            return
        item, identifier = pair
        held = self.draft.fold.items[identifier]
        target = self.draft.fold.meeting(meeting)
        if held.matter is None:
            return
        rule = self.marks.at(item.lines, "taken-up-again", inferred=inferred)
        there = next((i for i in target.items if self.draft.fold.items[i].matter == held.matter), None)
        if there is None:
            event: AnyEvent = AgendaItemAdded(
                meeting=meeting, title=held.title, kind=ItemKind(held.kind), matter=held.matter, closed=held.closed
            )
        elif self.draft.fold.items[there].versions[0][0] > self.day:
            event = AgendaItemChanged(
                item=there,
                meeting=meeting,
                title=held.title,
                kind=ItemKind(held.kind),
                matter=held.matter,
                closed=held.closed,
            )
        else:
            return
        self.draft.record(event, effective=self.when, provenance=rule)

    # statements

    def _statement(
        self, meeting: MeetingId, item: ItemId | None, statement: Statement, teller: Teller | None = None
    ) -> None:
        """Record a statement: one event words it, the others that it tells name that one."""
        teller = teller or Teller(lambda: self.draft.fold, self.resolver, meeting)
        owner = None if statement.bulleted else _owner(statement.facts)
        number = self._told(teller, owner, item, statement, text=statement.text) if owner is not None else None
        if number is None:
            note = NoteWritten(meeting=meeting, item=item, text=statement.text, bulleted=statement.bulleted)
            number, owner = self._record(note, statement.lines, "note"), None
        told_in = made_by(StatementId, number)
        for fact in statement.facts:
            if fact is not owner:
                self._told(teller, fact, item, statement, told_in=told_in)

    def _told(
        self,
        teller: Teller,
        fact: Fact,
        item: ItemId | None,
        statement: Statement,
        *,
        text: str | None = None,
        told_in: StatementId | None = None,
    ) -> int | None:
        """Record what a fact tells; None where it is no event or the rules refuse it."""
        if isinstance(fact, MeetingAgreement):
            event: AnyEvent | None = self._arranged(fact, item, statement.lines)
        else:
            event = teller.event(fact, item, statement.lines)
        if event is None:
            return None
        assert isinstance(event, Told)
        number = self._try(msgspec.structs.replace(event, text=text, told_in=told_in), statement.lines, fact.rule)
        if number is not None:
            self._noted_agreement(fact)
        return number

    def _arranged(self, agreement: MeetingAgreement, item: ItemId | None, lines: Lines | None) -> AnyEvent:
        arrangement = {
            "date": agreement.date,
            "start": _clock(agreement.start),
            "end": _clock(agreement.end),
            "place": agreement.place,
            "parts": self._parts(agreement.parts, lines),
            "contents": agreement.contents,
            "agreed_in": item,
        }
        held = _meeting_on(self.draft.fold, agreement.date, agreement.start)
        if held is not None:
            return MeetingRescheduled(meeting=held.id, **arrangement)  # type: ignore[arg-type]
        return MeetingScheduled(**arrangement)  # type: ignore[arg-type]

    def _noted_agreement(self, fact: Fact) -> None:
        if isinstance(fact, MeetingAgreement):
            held = _meeting_on(self.draft.fold, fact.date, fact.start)
            if held is not None:
                self.agreed.append((fact, held.id))

    # recording in the draft

    def _record(self, event: AnyEvent, lines: Lines | None, rule: str, *, effective: Effective | None = None) -> int:
        when = None if isinstance(event, CouncilEstablished) else effective or self.when
        return self.draft.record(event, effective=when, provenance=self.marks.at(lines, rule))

    def _try(self, event: AnyEvent, lines: Lines | None, rule: str) -> int | None:
        """Record where the rules allow it; report the refusal and return None where they do not."""
        try:
            return self._record(event, lines, rule)
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


def _established(document: Document) -> CouncilEstablished:
    name, kind = council_of(document)
    return CouncilEstablished(name=name, municipality=document.municipality, kind=kind)


def _meeting_on(fold: Fold, day: str, start: str | None) -> Meeting | None:
    """Return the meeting on a day, that at the same hour where there are more."""
    held = [meeting for meeting in fold.meetings.values() if meeting.date == day and not meeting.cancelled]
    exact = [meeting for meeting in held if start is None or meeting.start in (None, start)]
    return exact[0] if exact else None


def _owner(facts: tuple[Fact, ...]) -> Fact | None:
    """Return the fact whose event words the statement; None where a plain note does."""
    for kind in _OWNERS:
        for fact in facts:
            if isinstance(fact, kind) and not (isinstance(fact, model.Noting) and not fact.explicit):
                return fact
    return None


_OWNERS: tuple[type[Fact], ...] = (
    model.Noting,
    model.Postponement,
    model.OrdstyrerElection,
    model.ReferentElection,
    model.MinutesApproval,
    model.AgendaApproval,
    model.Decision,
    model.MeetingAgreement,
    model.Nothing,
    model.Welcome,
)


def _left_open(item: Item) -> bool:
    facts = [fact for statement in item.statements for fact in statement.facts]
    return any(isinstance(fact, model.Postponement | model.Continuation) for fact in facts) or not item.statements


def _clock(text: str | None) -> ClockTime | None:
    return ClockTime(text) if text else None


def _at(day: str, clock: str | None) -> Effective:
    return Effective(f"{day}T{clock}" if clock else day)

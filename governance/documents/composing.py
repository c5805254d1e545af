"""Composing a document from the book: what the minutes or the agenda of one meeting say, in names and dates."""

from collections.abc import Iterable

from events.catalogue import NoteWritten, Told
from events.entry import Entry
from events.ids import ItemId, MeetingId, PersonId, StatementId, made_by
from events.moments import Effective
from governance.documents.facts import fact_of
from governance.documents.facts.comings import ROLES, agenda_sent, guests, movements, opened_at, signatures, stand_ins
from governance.documents.facts.followup import happened
from governance.documents.facts.offices import beginning
from governance.documents.facts.proceedings import timed
from governance.documents.model import Abbreviation, Attendee, Chair, Document, Fact, Item, MeetingPart, Statement
from governance.documents.reading.items import described
from governance.documents.reading.phrases.meetings import abbreviations_in
from governance.state.fold import Fold, Meeting
from governance.state.fold import Item as ItemInBook
from governance.state.matters import matter_by_title
from governance.state.naming import named_on
from governance.state.publishing.meetings import agenda_of, chronological, shown_numbers

Scope = ItemId | MeetingId | str
_CLOSING = "closing"
"""Where statements about the meeting stand that were made after the first one under an item."""


def compose_minutes(fold: Fold, entries: Iterable[Entry], meeting: Meeting) -> Document:
    """Return the minutes of a meeting, with the names of its day. ``entries`` are those in force, in order."""
    fold = named_on(fold, meeting.date)
    told = _told(fold, entries, meeting)
    document = _arranged(fold, meeting)
    chair = fold.persons.get(meeting.ordstyrer) if meeting.ordstyrer else None
    elected = any(
        type(fact).__name__ == "OrdstyrerElection" for held in told.values() for s in held for fact in s.facts
    )
    return _with(
        document,
        kind="minutes",
        opened_at=_clock(meeting.opened),
        closed_at=_clock(meeting.closed),
        attendees=_attendees(fold, meeting),
        stand_ins=stand_ins(fold, meeting),
        movements=movements(fold, meeting),
        guests=guests(fold, meeting),
        roster=meeting.roster or any(status != "present" for status in meeting.attendance.values()),
        referent=fold.persons.get(meeting.referent) if meeting.referent else None,
        chair=Chair(name=chair, role=ROLES[meeting.ordstyrer_role.value], elected=elected) if chair else None,
        statements=tuple(told.get(meeting.id, ())),
        items=_items(fold, meeting, told),
        closing=tuple(told.get(_CLOSING, ())),
        signatures=signatures(fold, meeting),
        abbreviations=_abbreviations(told),
    )


def compose_agenda(fold: Fold, meeting: Meeting) -> Document:
    """Return the agenda of a meeting, with the names of its day."""
    fold = named_on(fold, meeting.date)
    return _with(
        _arranged(fold, meeting),
        kind="agenda",
        parts=_parts(fold, meeting),
        contents=meeting.contents,
        items=_items(fold, meeting, {}),
    )


def _arranged(fold: Fold, meeting: Meeting) -> Document:
    council = fold.council
    return Document(
        language="da",
        body=council.name if council else None,
        municipality=council.municipality if council else None,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        parts=_parts(fold, meeting),
        contents=meeting.contents,
        meeting_form=meeting.form.value if meeting.form else None,
        meeting_kind=meeting.kind.value if meeting.kind else None,
        agenda_sent=agenda_sent(meeting),
    )


def _with(document: Document, **changes: object) -> Document:
    return Document(**{name: changes.get(name, getattr(document, name)) for name in document.__struct_fields__})  # type: ignore[arg-type]


def _parts(fold: Fold, meeting: Meeting) -> tuple[MeetingPart, ...]:
    return tuple(
        MeetingPart(
            start=part.start,
            end=part.end,
            place=part.place,
            counterpart=body_named(fold, part.counterpart) if part.counterpart else None,
        )
        for part in meeting.parts
    )


def body_named(fold: Fold, body: str) -> str:
    """Return the name of a body; empty where the book does not tell."""
    held = fold.bodies.get(body)  # type: ignore[call-overload]
    return held.registered.name if held is not None and held.registered is not None else ""


def _clock(moment: Effective | None) -> str | None:
    return moment[11:16] or None if moment else None


def _attendees(fold: Fold, meeting: Meeting) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(name=fold.persons.get(person, ""), status=status.value, party=_party(fold, meeting, person))
        for person, status in meeting.attendance.items()
    )


def _party(fold: Fold, meeting: Meeting, person: PersonId) -> str | None:
    """Return the party letter as listed at the meeting, else as it stands with the membership."""
    parties = [fact.party for fact in fold.memberships.get(person, ()) if fact.party]
    return meeting.parties.get(person) or (parties[-1] if parties else None)


def _told(fold: Fold, entries: Iterable[Entry], meeting: Meeting) -> dict[Scope, list[Statement]]:
    """Gather the statements of the meeting and its items, each with the facts that it tells."""
    texts: dict[StatementId, tuple[Scope, Told]] = {}
    facts: dict[StatementId, list[Fact]] = {}
    for entry in entries:
        event = entry.event
        if not isinstance(event, Told):
            continue
        statement = made_by(StatementId, entry.number) if event.text is not None else event.told_in
        if statement is None:
            continue
        if event.text is not None and statement in fold.statements:
            texts[statement] = (fold.statements[statement], event)
        fact = fact_of(fold, event)
        if fact is not None:
            facts.setdefault(statement, []).append(
                timed(
                    happened(beginning(fact, entry.effective, meeting.date), entry.effective, meeting.date),
                    entry.effective,
                    meeting.date,
                )
            )
    told: dict[Scope, list[Statement]] = {}
    begun = False
    for statement, (scope, worded) in texts.items():
        begun = begun or scope in meeting.items
        if scope == meeting.id or scope in meeting.items:
            bulleted = isinstance(worded, NoteWritten) and worded.bulleted
            told.setdefault(_CLOSING if begun and scope == meeting.id else scope, []).append(
                Statement(text=worded.text or "", bulleted=bulleted, facts=tuple(facts.get(statement, ())))
            )
    return told


def _abbreviations(told: dict[Scope, list[Statement]]) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that the wording itself makes known."""
    texts = (statement.text for statements in told.values() for statement in statements)
    return tuple(found for text in texts for found in abbreviations_in(text))


def _items(fold: Fold, meeting: Meeting, told: dict[Scope, list[Statement]]) -> tuple[Item, ...]:
    items = agenda_of(fold, meeting)
    numbers = shown_numbers(items)
    return tuple(_item(fold, meeting, item, numbers[item.id], tuple(told.get(item.id, ()))) for item in items)


def _item(fold: Fold, meeting: Meeting, item: ItemInBook, number: str, statements: tuple[Statement, ...]) -> Item:
    matter = fold.matters.get(item.matter) if item.matter else None
    said = described(number, item.title)
    presenter = fold.persons.get(item.presenter) if item.presenter else None
    return Item(
        number=number,
        title=item.title,
        kind=item.kind,
        standing=item.matter is None,
        closed=item.closed,
        presenter=said.presenter if presenter and said.presenter and _means(said.presenter, presenter) else presenter,
        matter_kind=matter.kind.value if matter else "general",
        addressee=body_named(fold, matter.addressee) if matter and matter.addressee else None,
        same_as=_same_as(fold, meeting, item),
        opened_at=opened_at(item),
        statements=statements,
    )


def _means(written: str, name: str) -> bool:
    return name.casefold().startswith(written.casefold())


def _same_as(fold: Fold, meeting: Meeting, item: ItemInBook) -> tuple[str, str] | None:
    """Return number and day of the last earlier item with the same matter, where the titles do not tell by themselves."""
    if item.matter is None:
        return None
    before = [
        (held, other)
        for other in fold.items.values()
        if other.matter == item.matter
        and other.id != item.id
        and other.meeting is not None
        and (held := fold.meeting(other.meeting)).date < meeting.date
    ]
    if not before or matter_by_title(fold, item.title, meeting.date) == item.matter:
        return None
    held, other = max(before, key=lambda found: chronological(found[0]))
    return shown_numbers(agenda_of(fold, held))[other.id], held.date

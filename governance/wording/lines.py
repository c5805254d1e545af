"""One line for an entry, as a secretary would say it, in the language of the program."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AttendanceRecorded,
    AttendanceStatus,
    CompositionReported,
    CouncilEstablished,
    DecisionOutcome,
    DocumentSent,
    EntryCorrected,
    EntryStruck,
    Event,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MatterOpened,
    MeetingArrangement,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    NothingRaised,
    OrdstyrerElected,
    PersonRegistered,
    PlanProposed,
    QuestionsSent,
    ReferentNamed,
    RemarkRecorded,
    ReportGiven,
    TaskAgreed,
    WorkingGroupFormed,
)
from governance.language import _, plural
from governance.state.fold import Fold
from governance.wording.speaking import body, day, item, meeting, outcome, person, quoted, time


def line(fold: Fold, event: Event) -> str:
    """Return what an event says, in one line. ``fold`` knows the names."""
    return _LINES[type(event)](fold, event)


def _established(_fold: Fold, event: CouncilEstablished) -> str:
    if event.municipality:
        return _("The book of {name}, {municipality}, begins").format(name=event.name, municipality=event.municipality)
    return _("The book of {name} begins").format(name=event.name)


def _appointed(fold: Fold, event: MemberAppointed) -> str:
    name = person(fold, event.person)
    return (
        _("{name} ({party}) became a member").format(name=name, party=event.party)
        if event.party
        else _("{name} became a member").format(name=name)
    )


def _arranged(event: MeetingArrangement, said: str) -> str:
    text = said.format(day=day(event.date), time=time(event.start, event.end)).rstrip()
    if event.place:
        text += f", {event.place}"
    if len(event.parts) > 1:
        text += ", " + plural("in {count} part", "in {count} parts", len(event.parts)).format(count=len(event.parts))
    return text


def _attendance(fold: Fold, event: AttendanceRecorded) -> str:
    said = {
        AttendanceStatus.PRESENT: _("{name} was present on {day}"),
        AttendanceStatus.APOLOGY: _("{name} sent an apology for {day}"),
        AttendanceStatus.ABSENT: _("{name} was absent on {day}"),
    }[event.status]
    return said.format(name=person(fold, event.person), day=meeting(fold, event.meeting))


def _item_added(fold: Fold, event: AgendaItemAdded) -> str:
    where = meeting(fold, event.meeting)
    if event.number:
        return _("Item {number} on the agenda of {day}: {title}").format(
            number=event.number, day=where, title=event.title
        )
    return _("On the agenda of {day}: {title}").format(day=where, title=event.title)


def _item_changed(fold: Fold, event: AgendaItemChanged) -> str:
    return _("{item} stated anew: {title}").format(
        item=item(fold, event.item), title=event.title or fold.item(event.item).title
    )


def _decided(fold: Fold, event: ItemDecided) -> str:
    said = {
        DecisionOutcome.APPROVED: _("{item}: approved"),
        DecisionOutcome.DECIDED: _("{item}: decided"),
        DecisionOutcome.ELECTED: _("{item}: elected"),
        DecisionOutcome.REJECTED: _("{item}: rejected"),
    }[event.outcome].format(item=item(fold, event.item))
    return said + quoted(event.text)


def _postponed(fold: Fold, event: ItemPostponed) -> str:
    until = (
        event.until
        or (meeting(fold, event.to_meeting) if event.to_meeting else None)
        or (day(event.to_date) if event.to_date else None)
    )
    where = item(fold, event.item)
    text = (
        _("{item}: postponed to {until}").format(item=where, until=until)
        if until
        else _("{item}: postponed").format(item=where)
    )
    return f"{text} ({event.reason})" if event.reason else text


def _continued(fold: Fold, event: ItemContinued) -> str:
    until = meeting(fold, event.to_meeting) if event.to_meeting else outcome(event.to_period)
    where = item(fold, event.item)
    return (
        _("{item}: work goes on until {until}").format(item=where, until=until)
        if until
        else _("{item}: work goes on").format(item=where)
    )


def _note(fold: Fold, event: NoteWritten) -> str:
    where = item(fold, event.item) if event.item else meeting(fold, event.meeting)
    return _("{where}: note").format(where=where) + quoted(event.text)


def _group(fold: Fold, event: WorkingGroupFormed) -> str:
    about = event.name or event.focus_area or "-"
    return _("{item}: working group formed: {about}").format(item=item(fold, event.item), about=about)


def _task(fold: Fold, event: TaskAgreed) -> str:
    text = _("{item}: task: {task}").format(item=item(fold, event.item), task=event.task)
    who = person(fold, event.responsible) if event.responsible else None
    return text + (f" ({who})" if who else "") + (f", {day(event.due)}" if event.due else "")


def _report(fold: Fold, event: ReportGiven) -> str:
    return _("{item}: {name} reported from {occasion}").format(
        item=item(fold, event.item), name=person(fold, event.person), occasion=event.occasion
    )


def _composition(fold: Fold, event: CompositionReported) -> str:
    total = sum(seat.count for seat in event.seats)
    return _("{item}: {body} is reported to have {total} seats").format(
        item=item(fold, event.item), body=body(fold, event.body), total=total
    )


def _minutes_approved(fold: Fold, event: MinutesApproved) -> str:
    where = meeting(fold, event.meeting)
    if event.of:
        return _("Minutes of {of} approved on {day}").format(of=day(event.of), day=where)
    return _("Minutes of the meeting before approved on {day}").format(day=where)


_LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    CouncilEstablished: _established,
    PersonRegistered: lambda f, e: _("{name} is named for the first time").format(name=e.name),
    MemberAppointed: _appointed,
    MembershipEnded: lambda f, e: _("{name} ceased to be a member").format(name=person(f, e.person)),
    MemberWelcomed: lambda f, e: _("{name} was welcomed on {day}").format(
        name=person(f, e.person), day=meeting(f, e.meeting)
    ),
    MeetingScheduled: lambda f, e: _arranged(e, _("Meeting on {day} {time}")),
    MeetingRescheduled: lambda f, e: _arranged(e, _("Meeting stated anew: {day} {time}")),
    MeetingCalled: lambda f, e: _("Notice of the meeting of {day} sent").format(day=meeting(f, e.meeting)),
    MeetingCancelled: lambda f, e: (
        _("Meeting of {day} called off").format(day=meeting(f, e.meeting)) + quoted(e.reason)
    ),
    MeetingOpened: lambda f, e: _("Meeting of {day} opened").format(day=meeting(f, e.meeting)),
    MeetingClosed: lambda f, e: _("Meeting of {day} closed").format(day=meeting(f, e.meeting)),
    AttendanceRecorded: _attendance,
    ReferentNamed: lambda f, e: _("{name} writes the minutes of {day}").format(
        name=person(f, e.person), day=meeting(f, e.meeting)
    ),
    OrdstyrerElected: lambda f, e: _("{name} elected ordstyrer of {day}").format(
        name=person(f, e.person), day=meeting(f, e.meeting)
    ),
    MatterOpened: lambda f, e: _("Matter came up: {title}").format(title=e.title),
    AgendaItemAdded: _item_added,
    AgendaItemChanged: _item_changed,
    AgendaApproved: lambda f, e: (
        _("Agenda of {day} approved with changes") if e.changed else _("Agenda of {day} approved")
    ).format(day=meeting(f, e.meeting)),
    NoteWritten: _note,
    ItemDecided: _decided,
    ItemNoted: lambda f, e: _("{item}: noted").format(item=item(f, e.item)) + quoted(e.text),
    ItemDiscussed: lambda f, e: _("{item}: discussed").format(item=item(f, e.item)) + quoted(e.text),
    ItemContinued: _continued,
    ItemPostponed: _postponed,
    NothingRaised: lambda f, e: _("{item}: nothing raised").format(item=item(f, e.item)),
    WorkingGroupFormed: _group,
    PlanProposed: lambda f, e: _("{item}: plan proposed: {title}").format(item=item(f, e.item), title=e.title),
    TaskAgreed: _task,
    DocumentSent: lambda f, e: _("{item}: sent to {body}: {title}").format(
        item=item(f, e.item), body=body(f, e.recipient), title=e.title
    ),
    QuestionsSent: lambda f, e: plural(
        "{item}: {count} question sent to {body}", "{item}: {count} questions sent to {body}", len(e.questions)
    ).format(item=item(f, e.item), count=len(e.questions), body=body(f, e.recipient)),
    ReportGiven: _report,
    ExternalBodyRegistered: lambda f, e: _("{name} is named for the first time").format(name=e.name),
    ExternalBodyAbbreviated: lambda f, e: _("{body} is called {abbreviation} for short").format(
        body=body(f, e.body), abbreviation=e.abbreviation
    ),
    CompositionReported: _composition,
    MinutesIssued: lambda f, e: _("Minutes of {day} issued, telling entries up to {number}").format(
        day=meeting(f, e.meeting), number=e.through
    ),
    MinutesApproved: _minutes_approved,
    EntryStruck: lambda f, e: _("Entry {number} struck").format(number=e.entry) + quoted(e.reason),
    EntryCorrected: lambda f, e: (
        _("Entry {number} corrected to: {line}").format(number=e.entry, line=line(f, e.replacement)) + quoted(e.reason)
    ),
    RemarkRecorded: lambda f, e: _("Remark on entry {number}").format(number=e.entry) + quoted(e.text),
}

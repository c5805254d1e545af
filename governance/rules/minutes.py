"""Rules about issuing and approving minutes."""

from events.catalogue import (
    ApprovalForm,
    DocumentAttached,
    Event,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    Told,
)
from events.errors import N_
from events.ids import ItemId, MeetingId
from events.moments import Effective, order_of
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.rules.keys import require_own_key
from governance.state.fold import Fold
from governance.state.publishing.meetings import decided_in_writing


def minutes_issued(fold: Fold, event: MinutesIssued, _when: Effective | None) -> MinutesIssued:
    """Minutes are issued once, of a meeting that is over or decided in writing; later corrections are added to the book."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    if meeting.closed is None and (meeting.opened is not None or not decided_in_writing(fold, meeting)):
        raise RuleRefused(
            N_("The meeting of {date} is not closed; its minutes cannot be issued yet."), date=meeting.date
        )
    if meeting.issued_through is not None:
        raise RuleRefused(
            N_("The minutes of {date} have been issued. What is wrong in them is struck or corrected by a new entry."),
            date=meeting.date,
        )
    if event.through > fold.number:
        raise RuleRefused(
            N_("The minutes cannot tell entry {through}: the book ends at {number}."),
            through=event.through,
            number=fold.number,
        )
    return event


def minutes_approved(fold: Fold, event: MinutesApproved, _when: Effective | None) -> MinutesApproved:
    """A meeting approves the minutes of an earlier one; without a meeting, it is said whose they are and how."""
    if event.meeting is None:
        return _approved_without_meeting(fold, event)
    meeting = known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    if event.of is not None and event.of >= meeting.date:
        raise RuleRefused(
            N_("The meeting of {date} cannot approve the minutes of {of}, which is not before it."),
            date=meeting.date,
            of=event.of,
        )
    for number in event.corrections:
        if number > fold.number:
            raise RuleRefused(N_("There is no entry {number} in the book."), number=number)
    return event


def _approved_without_meeting(fold: Fold, event: MinutesApproved) -> MinutesApproved:
    if event.how in (None, ApprovalForm.AT_MEETING):
        raise RuleRefused(N_("Say at which meeting the minutes were approved, or how: by silence or in writing."))
    if event.of is None or not any(
        meeting.date == event.of and meeting.issued_through is not None for meeting in fold.meetings.values()
    ):
        raise RuleRefused(N_("Say which minutes were approved: the day of a meeting whose minutes have been issued."))
    if event.text is not None or event.item is not None:
        raise RuleRefused(N_("No minutes tell what was approved without a meeting. Leave out the text and the item."))
    return event


def minutes_signed(fold: Fold, event: MinutesSigned, when: Effective | None) -> MinutesSigned:
    """A person signs minutes that have been issued, once."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    name = known.person(fold, event.person)
    if meeting.issued_through is None:
        raise RuleRefused(
            N_("The minutes of {date} have not been issued; there is nothing to sign yet."), date=meeting.date
        )
    if any(held.person == event.person for held in meeting.signatures):
        raise RuleRefused(N_("{name} has signed the minutes of {date} already."), name=name, date=meeting.date)
    if order_of(when)[:10] < meeting.date:
        raise RuleRefused(
            N_("The minutes of {date} cannot have been signed on {day}, before the meeting."),
            date=meeting.date,
            day=order_of(when)[:10],
        )
    if event.sign_off is not None:
        require_own_key(fold, event.person, event.sign_off)
    return event


def require_not_issued(fold: Fold, event: Event) -> None:
    """Raise RuleRefused where an act by hand would change what minutes tell that have been issued.

    What they tell already in a statement (``told_in``) may be recorded as the act that it was.
    """
    if isinstance(event, MinutesIssued | MinutesSigned | DocumentAttached) or (
        isinstance(event, Told) and event.told_in is not None
    ):
        return
    item = fold.items.get(getattr(event, "item", None) or getattr(event, "agreed_in", None) or ItemId(""))
    meeting = fold.meetings.get(getattr(event, "meeting", None) or (item.meeting if item else None) or MeetingId(""))
    if meeting is not None and meeting.issued_through is not None:
        raise RuleRefused(
            N_(
                "The minutes of {date} have been issued, so nothing new can be recorded under that meeting. Correct or "
                "strike the entry that is wrong, or add a remark to one. What the minutes say already may be recorded as "
                "the act that it was: name the sentence that says it."
            ),
            date=meeting.date,
        )

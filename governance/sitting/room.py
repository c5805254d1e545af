"""Who is in the room now, and whether they are enough to decide."""

import msgspec

from events.catalogue import AttendanceStatus, MeetingForm, Office, QuorumRule, StandInRule
from events.ids import PersonId, introducing_entry
from governance.checking.quorum import needed_of
from governance.checking.seating import Seating
from governance.profiles import InForce, at_general_meeting
from governance.state.fold import Fold, Meeting
from governance.state.publishing.presence import presence
from governance.state.rules import rules_in_force


class RoomNow(msgspec.Struct, frozen=True):
    """The room at this moment. ``seats`` are the members who vote, ``there`` those of them, or their stand-ins, present.

    ``quorate`` is None where nobody's attendance is recorded yet, or where the rules ask for nobody in particular.
    """

    seats: tuple[PersonId, ...]
    there: tuple[PersonId, ...]
    needed: int
    quorate: bool | None


def room_now(fold: Fold, meeting: Meeting) -> RoomNow:
    """Return who is in the room after all that has been recorded."""
    rules, seating = rules_of(fold, meeting), Seating(fold)
    held = seating.on(meeting.date, continues=rules.values.continues_until_successor is True)
    seats = tuple(sorted(held.members | held.maybe, key=introducing_entry))
    stands_in = {} if rules.values.stand_in is StandInRule.OBSERVER else _stand_ins(seating, meeting)
    there = tuple(
        one
        for member in seats
        if (one := next((held for held in (member, *stands_in.get(member, ())) if is_there(fold, meeting, held)), None))
    )
    needed = needed_of(rules.values.quorum or QuorumRule.ANY, len(seats))
    return RoomNow(seats, there, needed, _quorate(rules, seating, meeting, there, needed))


def rules_of(fold: Fold, meeting: Meeting) -> InForce:
    """Return the rules that a meeting is held by."""
    rules = rules_in_force(fold, meeting.date)
    return at_general_meeting(rules) if meeting.is_general else rules


def is_there(fold: Fold, meeting: Meeting, person: PersonId) -> bool:
    """Tell whether somebody is in the room: came, and has not left since."""
    if meeting.attendance.get(person) is not AttendanceStatus.PRESENT:
        return False
    times = list(presence(fold, meeting, person))
    return bool(times) and times[-1].to_time is None and times[-1].to_item is None


def _stand_ins(seating: Seating, meeting: Meeting) -> dict[PersonId, list[PersonId]]:
    found: dict[PersonId, list[PersonId]] = {}
    for called in seating.stand_ins(meeting):
        found.setdefault(called.member, []).append(called.person)
    return found


def _quorate(
    rules: InForce, seating: Seating, meeting: Meeting, there: tuple[PersonId, ...], needed: int
) -> bool | None:
    if not meeting.attendance or meeting.form is MeetingForm.WRITTEN or rules.values.quorum in (None, QuorumRule.ANY):
        return None
    if rules.values.quorum is QuorumRule.MAJORITY_WITH_CHAIR:
        leaders = seating.holders(meeting.date, Office.CHAIR, Office.VICE_CHAIR)
        return len(there) >= needed and (not leaders or bool(leaders & set(there)))
    return len(there) >= needed

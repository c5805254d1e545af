"""Who is to be proposed as the one who leads the meeting: whose turn it is comes first."""

from events.catalogue import Office, PresidingRole, PresidingRule
from events.ids import PersonId, introducing_entry
from governance.checking.seating import Seating
from governance.sitting.room import is_there, room_now, rules_of
from governance.state.fold import Fold, Meeting


def role_of(fold: Fold, meeting: Meeting) -> PresidingRole:
    """Return as what somebody leads this meeting."""
    dirigent = rules_of(fold, meeting).values.presiding is PresidingRule.DIRIGENT
    return PresidingRole.DIRIGENT if dirigent else PresidingRole.ORDSTYRER


def may_lead(fold: Fold, meeting: Meeting) -> tuple[PersonId, ...]:
    """Return who may lead a meeting, whom the rules or the turn propose first.

    By the rules it is the chair, else the vice chair; where each meeting elects, whoever has not led for the longest time.
    A dirigent is nobody of those who sit there: who was it before comes first.
    """
    rule = rules_of(fold, meeting).values.presiding
    seats = room_now(fold, meeting).seats
    if rule is PresidingRule.DIRIGENT:
        outside = [person for person in fold.persons if person not in seats]
        return tuple(sorted(outside, key=lambda person: (not _led(fold, meeting, person), introducing_entry(person))))
    there = [person for person in seats if not meeting.attendance or is_there(fold, meeting, person)]
    turn = sorted(there, key=lambda person: (_led(fold, meeting, person), introducing_entry(person)))
    if rule is not PresidingRule.CHAIR:
        return tuple(turn)
    seating = Seating(fold)
    chairs, vices = (seating.holders(meeting.date, office) for office in (Office.CHAIR, Office.VICE_CHAIR))
    return tuple(sorted(turn, key=lambda person: 0 if person in chairs else 1 if person in vices else 2))


def usual_referent(fold: Fold, meeting: Meeting, actor: str) -> PersonId | None:
    """Return who is likely to write the minutes: who records, else who wrote those of the meeting before."""
    recorder = next((person for person, name in fold.persons.items() if name.casefold() == actor.casefold()), None)
    if recorder is not None:
        return recorder
    before = [held for held in fold.meetings.values() if held.referent is not None and held.date < meeting.date]
    return max(before, key=lambda held: held.date).referent if before else None


def _led(fold: Fold, meeting: Meeting, person: PersonId) -> str:
    """Return the day on which somebody last led a meeting before this one; empty where never."""
    days = [held.date for held in fold.meetings.values() if held.ordstyrer == person and held.date < meeting.date]
    return max(days, default="")

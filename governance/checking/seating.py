"""Who had a seat when: members with a vote and without, those whose term had run out, and the stand-ins called in."""

from collections import defaultdict
from functools import cached_property

import msgspec

from events.catalogue import LeaveGranted, MembershipBasis, Office, StandInCalled
from events.ids import ItemId, MeetingId, PersonId
from governance.state.facts import Dated, MembershipFact, by_then
from governance.state.fold import Fold, Meeting
from governance.state.membership import Leave, OfficeHeld, Term
from governance.state.publishing.offices import offices, still_called
from governance.state.publishing.people import leaves_of, terms_of
from governance.state.terms import covers, lasts, on_leave


class Seats(msgspec.Struct, frozen=True):
    """The seats of a day. ``members`` vote, ``attached`` do not; whether those in ``maybe`` were members is not known.

    ``expired`` are those whose term had run out with nobody saying that they left. ``inferred`` tells that members
    are known from lists in minutes only.
    """

    members: frozenset[PersonId]
    attached: frozenset[PersonId]
    maybe: frozenset[PersonId]
    expired: frozenset[PersonId]
    inferred: bool


class Called(msgspec.Struct, frozen=True):
    """A stand-in who sits for a member at a meeting, or under one item of it."""

    number: int
    person: PersonId
    member: PersonId
    item: ItemId | None


class Seating:
    """Who had a seat when, in a book."""

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._seats: dict[tuple[str, bool], Seats] = {}
        self._called: dict[MeetingId, list[Called]] = {}

    @cached_property
    def terms(self) -> dict[PersonId, list[Term]]:
        """Everybody's terms as a member."""
        fold = self._fold
        return {
            person: terms_of(facts, fold.reappointments.get(person, ())) for person, facts in fold.memberships.items()
        }

    @cached_property
    def leaves(self) -> dict[PersonId, list[Leave]]:
        """Everybody's leaves of absence."""
        return {person: leaves_of(facts) for person, facts in self._fold.leaves.items()}

    @cached_property
    def offices(self) -> list[OfficeHeld]:
        """The times in office."""
        return offices(self._fold)

    def on(self, day: str, *, continues: bool) -> Seats:
        """Return the seats of a day. Where the council ``continues``, who was not followed by others keeps the seat."""
        found = self._seats.get((day, continues))
        if found is None:
            found = self._seats[day, continues] = self._on(day, continues=continues)
        return found

    def is_member(self, person: PersonId, day: str) -> bool | None:
        """Tell whether somebody was a member on a day; None where it is not known."""
        return _any([covers(term, day) for term in self.terms.get(person, [])])

    def is_on_leave(self, person: PersonId, day: str) -> bool:
        """Tell whether somebody had leave of absence on a day."""
        return on_leave(self.leaves.get(person, []), day)

    def shown_on_leave(self, person: PersonId, day: str) -> list[int]:
        """Return the entry that tells of the leave of absence that somebody had on a day."""
        if not self.is_on_leave(person, day):
            return []
        told = [fact for fact in by_then(self._fold.leaves[person], day) if isinstance(fact.said, LeaveGranted)]
        return [fact.number for fact in told[-1:]]

    def term(self, person: PersonId, day: str) -> Term | None:
        """Return the term that covers a day, for certain or perhaps."""
        terms = self.terms.get(person, [])
        return next((term for sure in (True, None) for term in terms if covers(term, day) is sure), None)

    def holders(self, day: str, *held: Office) -> set[PersonId]:
        """Return who held one of these offices on a day."""
        return {
            one.person  # type: ignore[misc]  # published as text
            for one in self.offices
            if one.office in held and lasts(one.from_, one.until, one.to, day)
        }

    def stand_ins(self, meeting: Meeting) -> list[Called]:
        """Return the stand-ins called in for a meeting, for an item of it, or until further notice by then."""
        if meeting.id not in self._called:
            lasting = [call for call in self._lasting if still_called(self._fold, call, meeting.date)]
            calls = [*self._for_meetings.get(meeting.id, []), *lasting]
            self._called[meeting.id] = [_called(call) for call in calls]
        return self._called[meeting.id]

    @cached_property
    def _for_meetings(self) -> dict[MeetingId, list[Dated[StandInCalled]]]:
        found: dict[MeetingId, list[Dated[StandInCalled]]] = defaultdict(list)
        for call in self._fold.calls:
            if call.said.meeting is not None:
                found[call.said.meeting].append(call)
        return found

    @cached_property
    def _lasting(self) -> list[Dated[StandInCalled]]:
        return [call for call in self._fold.calls if call.said.meeting is None]

    def _on(self, day: str, *, continues: bool) -> Seats:
        members, attached, maybe, expired = set(), set(), set(), set()
        for person in self.terms:
            term = self.term(person, day)
            if term is None:
                continue
            sure = covers(term, day)
            if not term.votes:
                attached.add(person)
            elif sure:
                members.add(person)
            elif has_run_out(term, day):
                expired.add(person)
            else:
                maybe.add(person)
        if (
            continues
            and expired
            and not any(self._began_after(members, self._ran_out(person, day)) for person in expired)
        ):
            members |= expired
            expired = set()
        inferred = any(self._is_inferred(person, day) for person in members | maybe)
        return Seats(frozenset(members), frozenset(attached), frozenset(maybe), frozenset(expired), inferred)

    def _ran_out(self, person: PersonId, day: str) -> str:
        term = self.term(person, day)
        return (term.until if term is not None else None) or ""

    def _began_after(self, members: set[PersonId], day: str) -> bool:
        """Tell whether somebody was appointed, or appointed anew, after a day."""
        terms = [term for person in members for term in self.terms[person]]
        return any((term.from_ or "") > day or any(again > day for again in term.reappointed) for term in terms)

    def _is_inferred(self, person: PersonId, day: str) -> bool:
        term = self.term(person, day)
        return term is not None and term.inferred


def has_run_out(term: Term, day: str) -> bool:
    """Tell whether the last day that was set lies behind, with nobody saying that the membership ended."""
    return term.until is not None and day > term.until and term.to is None and term.to_between is None


def may_be_stand_in(term: Term) -> bool:
    """Tell whether somebody was appointed in the place of another."""
    return term.basis == MembershipBasis.STAND_IN


def joined_by(facts: list[MembershipFact], day: str) -> int | None:
    """Return the entry by which somebody was a member on a day."""
    numbers = [fact.number for fact in facts if fact.joined and ends_by(fact) <= day]
    return numbers[-1] if numbers else None


def ends_by(fact: MembershipFact) -> str:
    """Return the day by which what a fact says had taken effect."""
    return Dated(fact.number, fact.effective, fact.said).day or ""


def _called(call: Dated[StandInCalled]) -> Called:
    return Called(call.number, call.said.person, call.said.member, call.said.item)


def _any(known: list[bool | None]) -> bool | None:
    """Return True where one is, False where none is, None where that is not known."""
    if True in known:
        return True
    return None if None in known else False

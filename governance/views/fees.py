"""The attendance fees (diæter) of a time: who is due how much, for which meetings."""

from governance.state import model
from governance.state.published import Published
from governance.views.attendance import meetings_held


class FeeDue(Published, frozen=True, kw_only=True):
    """What one person is due: the days of the meetings, and the amount in øre."""

    person: str
    name: str
    meetings: list[str]
    amount: int


class Fees(Published, frozen=True, kw_only=True):
    """The fees from the first day to the last, both included; amounts are in øre."""

    first: str | None
    last: str | None
    fee: int
    persons: list[FeeDue]
    total: int


def fees(state: model.State, first: str | None, last: str | None, fee: int) -> Fees:
    """Return what everybody is due who was present at a meeting of the time, at a fee in øre for each meeting."""
    names = {person.id: person.name for person in state.persons}
    days: dict[str, list[str]] = {}
    for meeting in meetings_held(state, first, last):
        for listed in meeting.attendance:
            if listed.status == "present":
                days.setdefault(listed.member, []).append(meeting.date)
    due = [
        FeeDue(person=person, name=names.get(person, person), meetings=days[person], amount=fee * len(days[person]))
        for person in sorted(days, key=lambda held: int(held[1:]))
    ]
    return Fees(first=first, last=last, fee=fee, persons=due, total=sum(held.amount for held in due))

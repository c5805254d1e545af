"""What was done at each meeting, in order: the acts under its items, its decisions, who came and went."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AnyEvent,
    ApprovalForm,
    AttendanceRecorded,
    FocusAreaChosen,
    GuestAttended,
    ItemDecided,
    ItemOpened,
    ItemRecommended,
    ItemReopened,
    LateItemAccepted,
    MemberArrived,
    MemberLeft,
    MinutesApproved,
    OfficerElected,
    PlanAdopted,
    RepresentativeElected,
    RulesAdopted,
    StandInCalled,
    VoteHeld,
)
from events.entry import Entry
from events.ids import ItemId, MeetingId, PersonId
from governance.state.fold import Fold, Meeting
from governance.state.proceedings import Movement, time_of

_DECISIONS = (
    ItemDecided,
    VoteHeld,
    ItemRecommended,
    PlanAdopted,
    RulesAdopted,
    FocusAreaChosen,
    OfficerElected,
    RepresentativeElected,
    MinutesApproved,
)
"""What needs a quorum. To find that there is none, to put off and to settle who leads the meeting does not."""

_AROUND = (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    GuestAttended,
    LateItemAccepted,
    MemberArrived,
    MemberLeft,
    StandInCalled,
)
"""What names an item without being done under it."""


class Moment(msgspec.Struct, frozen=True):
    """When something was done at a meeting: by which entry, under which item, at what time of day where that is told."""

    number: int
    item: ItemId | None
    time: str | None


class Coming(Movement, frozen=True, kw_only=True):
    """A member came or went, by which entry."""

    number: int


class Turning(msgspec.Struct, frozen=True):
    """The meeting turned to an item."""

    number: int
    item: ItemId
    time: str | None


class Proceedings:
    """What the entries of a book tell of its meetings, each at hand by meeting and by item."""

    def __init__(self, fold: Fold, entries: Iterable[Entry]) -> None:
        self._fold = fold
        self._under: dict[ItemId, list[Entry]] = defaultdict(list)
        self._decisions: dict[MeetingId, list[Entry]] = defaultdict(list)
        self._comings: dict[MeetingId, dict[PersonId, list[Coming]]] = defaultdict(dict)
        self._turnings: dict[MeetingId, list[Turning]] = defaultdict(list)
        self._attended: dict[tuple[MeetingId, PersonId], Entry] = {}
        self._span: dict[MeetingId, tuple[int, int]] = {}
        for entry in entries:
            self._take(entry)

    def under(self, item: ItemId) -> Sequence[Entry]:
        """Return the entries of what was done under an item, in order."""
        return self._under.get(item, ())

    def decisions(self, meeting: Meeting) -> Sequence[Entry]:
        """Return the entries of what a meeting decided, in order."""
        return self._decisions.get(meeting.id, ())

    def comings(self, meeting: Meeting, person: PersonId) -> Sequence[Coming]:
        """Return when a member came and went."""
        return self._comings.get(meeting.id, {}).get(person, ())

    def attended(self, meeting: Meeting, person: PersonId) -> Entry | None:
        """Return the entry that tells last how somebody stood to a meeting."""
        return self._attended.get((meeting.id, person))

    def turnings(self, meeting: Meeting) -> Sequence[Turning]:
        """Return when the meeting turned to its items."""
        return self._turnings.get(meeting.id, ())

    def is_amid(self, meeting: Meeting, number: int) -> bool:
        """Tell whether an entry was recorded between those of what was done under the items of a meeting."""
        first, last = self._span.get(meeting.id, (0, 0))
        return first < number < last

    def _take(self, entry: Entry) -> None:
        event = entry.event
        item: ItemId | None = getattr(event, "item", None)
        meeting = self._meeting_of(event, item)
        if meeting is None:
            return
        if isinstance(event, MemberArrived | MemberLeft):
            coming = Coming(isinstance(event, MemberArrived), time_of(entry.effective), item, number=entry.number)
            self._comings[meeting].setdefault(event.person, []).append(coming)
        elif item is not None and not isinstance(event, _AROUND):
            self._under[item].append(entry)
            first, _ = self._span.get(meeting, (entry.number, 0))
            self._span[meeting] = first, entry.number
        if isinstance(event, AttendanceRecorded):
            self._attended[meeting, event.person] = entry
        elif isinstance(event, ItemOpened | ItemReopened):
            self._turnings[meeting].append(Turning(entry.number, event.item, time_of(entry.effective)))
        if isinstance(event, _DECISIONS) and not _without_meeting(event):
            self._decisions[meeting].append(entry)

    def _meeting_of(self, event: AnyEvent, item: ItemId | None) -> MeetingId | None:
        meeting: MeetingId | None = getattr(event, "meeting", None)
        held = self._fold.meeting_of(item) if meeting is None and item is not None else None
        return held.id if held is not None else meeting


def moment_of(fold: Fold, entry: Entry) -> Moment:
    """Return when at its meeting something was done; of a time on another day the meeting tells nothing."""
    item: ItemId | None = getattr(entry.event, "item", None)
    held = fold.meeting_of(item) if item is not None else fold.meetings.get(getattr(entry.event, "meeting", None))  # type: ignore[arg-type]
    there = held is not None and (entry.effective or "").startswith(held.date)
    return Moment(entry.number, item, time_of(entry.effective) if there else None)


def _without_meeting(event: AnyEvent) -> bool:
    return isinstance(event, MinutesApproved) and event.how in (ApprovalForm.SILENCE, ApprovalForm.WRITTEN)

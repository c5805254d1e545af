"""Published: a meeting, who was there when, and its agenda."""

from typing import Literal

import msgspec

from governance.state.item import Item
from governance.state.published import Published

MeetingStatus = Literal["planned", "called", "open", "closed", "issued", "approved", "cancelled"]


class Part(Published, frozen=True, kw_only=True):
    """One part of a meeting; ``counterpart`` is the id of the body it is held with."""

    start: str | None
    end: str | None
    place: str | None
    counterpart: str | None


class Presence(Published, frozen=True, kw_only=True):
    """A time for which a member was there: from a time of day or the beginning of an item, to a time of day or the end
    of an item. Where neither is told, it is from the beginning of the meeting, or to its end.
    """

    from_time: str | None
    from_item: str | None
    to_time: str | None
    to_item: str | None


class Attendance(Published, frozen=True, kw_only=True):
    """How a member stood to a meeting; ``present`` tells for which times of it, in order. Why a member stayed away is
    never published.
    """

    member: str
    status: Literal["present", "apology", "absent"]
    present: list[Presence]


class Guest(Published, frozen=True, kw_only=True):
    """Somebody who was there and is no member, for one item where one is named."""

    person: str
    role: str
    item: str | None


class Interruption(Published, frozen=True, kw_only=True):
    """A break in the meeting: from when and to when (a day, or a day and time), and under which items. ``resumed`` is
    false where nothing tells that the meeting went on.
    """

    from_: str | None = msgspec.field(name="from")
    to: str | None
    item: str | None
    resumed: bool
    resumed_in: str | None


class AgendaSending(Published, frozen=True, kw_only=True):
    """The agenda was sent out on a day, with these items."""

    on: str | None
    items: list[str]


class RefusedItem(Published, frozen=True, kw_only=True):
    """An item that somebody wanted on the agenda and that the meeting did not take up."""

    title: str
    proposed_by: str | None


class Signature(Published, frozen=True, kw_only=True):
    """A signature under the minutes, with a reservation where one was made; ``key`` where it was made with one."""

    person: str
    on: str | None
    reservation: str | None
    key: str | None


class Meeting(Published, frozen=True, kw_only=True):
    """A meeting with its agenda, in the order in which it stands after the items that were moved.

    ``demanded_by`` are the members who demanded an extraordinary meeting, empty where nobody is named.
    ``notes`` stand before the first item; ``contents`` is what was planned for it. ``ordstyrer_role`` tells as what
    the ``ordstyrer`` leads the meeting: ``ordstyrer``, ``dirigent`` or ``chair``; null where there is none.
    """

    id: str
    date: str
    start: str | None
    end: str | None
    place: str | None
    form: str | None
    kind: str
    status: MeetingStatus
    parts: list[Part]
    contents: str | None
    demanded_by: list[str]
    agenda_sent: list[AgendaSending]
    opened_at: str | None
    closed_at: str | None
    interruptions: list[Interruption]
    cancelled_because: str | None
    referent: str | None
    ordstyrer: str | None
    ordstyrer_role: str | None
    attendance: list[Attendance]
    guests: list[Guest]
    welcomed: list[str]
    notes: list[str]
    agenda: list[Item]
    refused_items: list[RefusedItem]
    signatures: list[Signature]

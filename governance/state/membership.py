"""Published: persons, what they were called when, and what they are to the council."""

import msgspec

from governance.state.published import Between, Published


class Naming(Published, frozen=True, kw_only=True):
    """A name that somebody or something goes by from a day on. ``from`` is null for the first one.

    Of a day that is known only by an interval the last one stands, here and in what follows.
    """

    name: str
    from_: str | None = msgspec.field(name="from")


class Person(Published, frozen=True, kw_only=True):
    """Somebody the book names; ``name`` is the one in force, ``names`` all of them in the order of time."""

    id: str
    name: str
    names: list[Naming]


class Term(Published, frozen=True, kw_only=True):
    """A time as a member. An unknown bound is null, and ``…_between`` says between which days it lies.

    ``inferred`` tells that a bound follows from who is listed in minutes, not from words that say so. ``to`` is the first
    day as no member; ``until`` the last day of the term that was set, which alone ends no membership. ``cause`` says
    why it ended, ``reappointed`` are the days from which it was prolonged.
    """

    from_: str | None = msgspec.field(name="from")
    to: str | None
    from_between: Between | None
    to_between: Between | None
    inferred: bool
    until: str | None
    cause: str | None
    organisation: str | None
    appointed_by: str | None
    basis: str | None
    votes: bool
    reappointed: list[str]


class Leave(Published, frozen=True, kw_only=True):
    """A leave of absence (orlov): ``until`` is its last day where one was set, ``to`` the day of coming back."""

    from_: str | None = msgspec.field(name="from")
    until: str | None
    to: str | None


class Member(Published, frozen=True, kw_only=True):
    """A person who is or was a member; ``id`` is the person's."""

    id: str
    name: str
    party: str | None
    terms: list[Term]
    leaves: list[Leave]


class StandIn(Published, frozen=True, kw_only=True):
    """A place on a list of stand-ins: that of ``member``, that of the party or organisation ``of``, or the council's."""

    person: str
    position: int
    member: str | None
    of: str | None
    from_: str | None = msgspec.field(name="from")
    to: str | None


class StandInCall(Published, frozen=True, kw_only=True):
    """A stand-in who was called in for a member: for a meeting, one item of it, or from a day until further notice."""

    person: str
    member: str
    meeting: str | None
    item: str | None
    from_: str | None = msgspec.field(name="from")


class OfficeHeld(Published, frozen=True, kw_only=True):
    """A time in an office. ``title`` is what the office is called where its kind does not say.

    ``until`` is the last day that was set, ``to`` the first day out of the office: because it ended, or because the next
    one was elected to it.
    """

    person: str
    office: str
    title: str | None
    from_: str | None = msgspec.field(name="from")
    until: str | None
    to: str | None
    meeting: str | None
    item: str | None


class Representation(Published, frozen=True, kw_only=True):
    """A time in which a person represents the council in a body; as for an office."""

    person: str
    body: str
    from_: str | None = msgspec.field(name="from")
    until: str | None
    to: str | None
    meeting: str | None
    item: str | None

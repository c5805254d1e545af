"""Published: the council, what it was called when, and the rules that it works by."""

import msgspec

from governance.state.membership import Naming
from governance.state.published import Published


class Dissolution(Published, frozen=True, kw_only=True):
    """How the council ended."""

    on: str | None
    successor: str | None
    reason: str | None


class Council(Published, frozen=True, kw_only=True):
    """The council whose book it is; ``name`` is the one in force, ``names`` all of them in the order of time."""

    name: str
    municipality: str | None
    kind: str
    names: list[Naming]
    dissolved: Dissolution | None


class DeadlineSet(Published, frozen=True, kw_only=True):
    """So many days before a meeting: ``calendar-days`` or ``weekdays``."""

    days: int
    kind: str


class RuleSet(Published, frozen=True, kw_only=True):
    """What one rule says, and where that stands. ``value`` is null where nothing is fixed.

    ``source`` names the law; it is ``usual`` for what councils of this kind usually do, and ``adopted`` for what this one
    adopted. ``title`` and ``since`` are then those of its own rules.
    """

    value: DeadlineSet | bool | int | str | None
    source: str
    title: str | None
    since: str | None


class RulesVersion(Published, frozen=True, kw_only=True):
    """Rules that were adopted: what they are called, from when they count, on whose usual rules they build."""

    title: str | None
    from_: str | None = msgspec.field(name="from")
    profile: str
    meeting: str | None
    item: str | None
    sets: list[str]


class RulesInForce(Published, frozen=True, kw_only=True):
    """The rules in force, every one of them; ``profile`` is the kind of body whose usual rules fill what is not adopted."""

    profile: str
    versions: list[RulesVersion]
    notice: RuleSet
    notice_extraordinary: RuleSet
    item_deadline: RuleSet
    late_item: RuleSet
    late_item_least: RuleSet
    quorum: RuleSet
    presiding: RuleSet
    ballot: RuleSet
    proxies: RuleSet
    tie: RuleSet
    tie_in_elections: RuleSet
    publicity: RuleSet
    stand_in: RuleSet
    meetings_a_year: RuleSet
    extraordinary: RuleSet
    approval: RuleSet
    silence_days: RuleSet
    signers: RuleSet
    continues_until_successor: RuleSet
    least_members: RuleSet
    most_members: RuleSet
    fee: RuleSet

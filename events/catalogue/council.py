"""The council itself: established, renamed, dissolved, and the rules that it works by."""

from enum import StrEnum

import msgspec

from events.event import Event, Told
from events.ids import ItemId, MeetingId
from events.words import Text, Word


class CouncilKind(StrEnum):
    """What kind of body keeps the book; it decides which law and which rules apply."""

    MUNICIPAL_COUNCIL = "municipal-council"
    COMMITTEE = "committee"
    INTEGRATION_COUNCIL = "integration-council"
    SENIORS_COUNCIL = "seniors-council"
    DISABILITY_COUNCIL = "disability-council"
    YOUTH_COUNCIL = "youth-council"
    ASSOCIATION_BOARD = "association-board"
    OTHER = "other"


class CouncilEstablished(Event, frozen=True, kw_only=True):
    """The council whose book this is. The first entry of every book, and only that."""

    name: Word
    municipality: Word | None = None
    kind: CouncilKind = CouncilKind.OTHER


class CouncilRenamed(Event, frozen=True, kw_only=True):
    """The council goes by another name from the effective date on."""

    name: Word


class CouncilDissolved(Event, frozen=True, kw_only=True):
    """The council was dissolved on the effective date; ``successor`` took over where another body did."""

    successor: Word | None = None
    reason: Text | None = None


class PublicityRule(StrEnum):
    """Who may listen to the meetings."""

    PUBLIC = "public"
    NOT_PUBLIC = "not-public"
    EACH_ITEM = "each-item"


class DaysKind(StrEnum):
    """Which days a deadline counts."""

    CALENDAR_DAYS = "calendar-days"
    WEEKDAYS = "weekdays"


class Deadline(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """So many days before a meeting."""

    days: int
    kind: DaysKind = DaysKind.CALENDAR_DAYS


class QuorumRule(StrEnum):
    """How many must be present for the council to decide (beslutningsdygtig)."""

    HALF = "half"
    """At least half of the members (kommunestyrelsesloven section 11)."""
    MAJORITY = "majority"
    """More than half of the members."""
    MAJORITY_WITH_CHAIR = "majority-with-chair"
    """More than half of the members, among them the chair or the vice chair."""
    ANY = "any"
    """Whoever is present decides, as at a general meeting."""


class LateItemRule(StrEnum):
    """When an item that is not on the agenda sent out may be taken up at the meeting."""

    CHAIR_AND_MAJORITY_PRESENT = "chair-and-majority-present"
    MAJORITY_OF_MEMBERS = "majority-of-members"
    CHAIR_AND_MAJORITY_OR_UNANIMITY = "chair-and-majority-or-unanimity"
    ALL_MEMBERS_PRESENT = "all-members-present"
    NEVER = "never"


class PresidingRule(StrEnum):
    """Who leads the meetings."""

    CHAIR = "chair"
    """The chair, else the vice chair, else whom the majority elects."""
    ELECTED_EACH_MEETING = "elected-each-meeting"
    ROTATING = "rotating"
    DIRIGENT = "dirigent"
    """Somebody elected for the meeting who is neutral, as at a general meeting."""


class TieRule(StrEnum):
    """What becomes of a proposal with as many votes for as against it."""

    FALLS = "falls"
    CHAIR_DECIDES = "chair-decides"
    LOTS = "lots"


class BallotRule(StrEnum):
    """Who may vote without being present."""

    PRESENT_ONLY = "present-only"
    WRITTEN = "written"
    PROXY = "proxy"


class StandInRule(StrEnum):
    """When a stand-in (stedfortræder, suppleant) takes a seat."""

    EACH_MEETING = "each-meeting"
    PERMANENT_EXIT = "permanent-exit"
    PERMANENT_EXIT_OR_TWO_ABSENCES = "permanent-exit-or-two-absences"
    OBSERVER = "observer"
    NEVER = "never"


class ApprovalRule(StrEnum):
    """How the minutes are approved."""

    NEXT_MEETING = "next-meeting"
    SILENCE = "silence"
    WRITTEN = "written"
    EACH_MEMBER = "each-member"


class SignerRule(StrEnum):
    """Who signs the minutes."""

    ALL_PRESENT = "all-present"
    CHAIR = "chair"
    CHAIR_AND_SECRETARY = "chair-and-secretary"
    DIRIGENT = "dirigent"
    DIRIGENT_AND_CHAIR = "dirigent-and-chair"
    REFERENT = "referent"
    NOBODY = "nobody"


class ExtraordinaryRule(StrEnum):
    """Who may demand an extraordinary meeting."""

    CHAIR_OR_THIRD = "chair-or-third"
    CHAIR_OR_MAJORITY = "chair-or-majority"
    CHAIR = "chair"


class Rules(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """What a council's rules (forretningsorden, styrelsesvedtægt, vedtægter) say otherwise than its kind's profile does.

    What is left out is as in the profile. ``late_item_least`` is how many must vote for a late item, ``proxies`` how many
    proxies one person may hold, ``silence_days`` after how many days minutes stand that nobody objected to,
    ``fee`` the attendance fee (diæt) for a meeting in øre.
    """

    notice: Deadline | None = None
    notice_extraordinary: Deadline | None = None
    item_deadline: Deadline | None = None
    late_item: LateItemRule | None = None
    late_item_least: int | None = None
    quorum: QuorumRule | None = None
    presiding: PresidingRule | None = None
    ballot: BallotRule | None = None
    proxies: int | None = None
    tie: TieRule | None = None
    tie_in_elections: TieRule | None = None
    publicity: PublicityRule | None = None
    stand_in: StandInRule | None = None
    meetings_a_year: int | None = None
    extraordinary: ExtraordinaryRule | None = None
    approval: ApprovalRule | None = None
    silence_days: int | None = None
    signers: SignerRule | None = None
    continues_until_successor: bool | None = None
    least_members: int | None = None
    most_members: int | None = None
    fee: int | None = None


class RulesAdopted(Told, frozen=True, kw_only=True):
    """Rules were adopted, or changed: from the effective date on, these count in place of the earlier ones.

    ``profile`` is the kind of body whose usual rules fill what these leave out; the council's own kind without it.
    """

    title: Word | None = None
    profile: CouncilKind | None = None
    rules: Rules = Rules()
    meeting: MeetingId | None = None
    item: ItemId | None = None

"""What offices, and the ways into and out of a membership, are called."""

from events.catalogue import EndCause, MembershipBasis, Office
from events.errors import N_
from governance.language import _

_OFFICES = {
    Office.CHAIR: N_("chair"),
    Office.VICE_CHAIR: N_("vice chair"),
    Office.TREASURER: N_("treasurer"),
    Office.SECRETARY: N_("secretary"),
    Office.AUDITOR: N_("auditor"),
    Office.BOARD_MEMBER: N_("board member"),
    Office.TELLER: N_("teller"),
    Office.OTHER: N_("another office"),
}
_BASES = {
    MembershipBasis.APPOINTED: N_("appointed"),
    MembershipBasis.ELECTED: N_("elected"),
    MembershipBasis.NOMINATED: N_("nominated"),
    MembershipBasis.EX_OFFICIO: N_("ex officio"),
    MembershipBasis.STAND_IN: N_("moved up as a stand-in"),
}
_CAUSES = {
    EndCause.LEFT: N_("left"),
    EndCause.TERM_ENDED: N_("term ended"),
    EndCause.MOVED: N_("moved away"),
    EndCause.LOST_ELIGIBILITY: N_("no longer eligible"),
    EndCause.RECALLED: N_("recalled"),
    EndCause.DIED: N_("died"),
}


def office_said(office: str, title: str | None = None) -> str:
    """Return what an office is called: by its title where it has one."""
    return title or _(_OFFICES[Office(office)])


def basis_said(basis: str) -> str:
    """Return how somebody came to be a member."""
    return _(_BASES[MembershipBasis(basis)])


def cause_said(cause: str) -> str:
    """Return why a membership ended."""
    return _(_CAUSES[EndCause(cause)])

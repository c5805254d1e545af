"""What may come of an item, in words."""

from events.errors import N_
from governance.language import _
from governance.sitting.usual import Came, Outcome
from governance.wording.speaking import day

_SAID = {
    Came.AGENDA_APPROVED: N_("The agenda is approved"),
    Came.AGENDA_CHANGED: N_("The agenda is approved with changes"),
    Came.APPROVED: N_("Approved"),
    Came.DECIDED: N_("Decided"),
    Came.NOTED: N_("Taken note of"),
    Came.DISCUSSED: N_("Discussed"),
    Came.CONTINUED: N_("Work goes on"),
    Came.NEXT_MEETING: N_("Next meeting …"),
    Came.ELECTED: N_("Elected"),
    Came.REJECTED: N_("Rejected"),
    Came.NOTHING: N_("Nothing was raised"),
}


def outcome_said(outcome: Outcome, name: str = "") -> str:
    """Return what may come of an item; ``name`` is that of who would lead the meeting."""
    if outcome.came is Came.LEADER:
        return _("{name} is elected to lead the meeting").format(name=name)
    if outcome.came is Came.MINUTES_APPROVED:
        if outcome.of is None:
            return _("The minutes of the meeting before are approved")
        return _("The minutes of {day} are approved").format(day=day(outcome.of))
    return _(_SAID[outcome.came])

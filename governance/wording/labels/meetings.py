"""What the fields about meetings, agendas, items and votes are called on the screen."""

from events.errors import N_

FIELDS: dict[str, str] = {
    "abstained": N_("Neither for nor against"),
    "adopted": N_("Adopted"),
    "amendment": N_("Amendment"),
    "before": N_("Before"),
    "casting_vote": N_("Casting vote"),
    "choice": N_("Voted"),
    "demanded_by": N_("Demanded by"),
    "disqualified": N_("Inhabil"),
    "dissent": N_("Dissent"),
    "form": N_("Held"),
    "groups": N_("Group"),
    "how": N_("Approved how"),
    "lots": N_("Lots drawn"),
    "method": N_("Way of voting"),
    "named": N_("By name"),
    "not_voting": N_("Not voting"),
    "procedural": N_("About how the item was dealt with"),
    "proposal": N_("Proposal"),
    "proposed_by": N_("Proposed by"),
    "reservation": N_("Reservation"),
    "role": N_("Role"),
    "statement": N_("Statement"),
    "to": N_("Changes"),
    "unanimous": N_("Unanimous"),
    "votes_against": N_("Votes against"),
    "votes_for": N_("Votes for"),
}

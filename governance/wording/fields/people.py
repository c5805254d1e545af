"""What the fields about people, their memberships and offices, and other bodies are called."""

from events.errors import N_
from governance.state import membership, model
from governance.state.published import Published

_ELECTED = {
    "from": N_("from"),
    "until": N_("set until"),
    "to": N_("over from"),
    "meeting": N_("elected at"),
    "item": N_("elected under"),
}
LABELS: dict[type[Published], dict[str, str]] = {
    membership.Naming: {"name": N_("name"), "from": N_("from")},
    membership.Person: {"id": N_("id"), "name": N_("name"), "names": N_("names over time")},
    membership.Member: {
        "id": N_("id"),
        "name": N_("name"),
        "party": N_("party"),
        "terms": N_("times as a member"),
        "leaves": N_("leave of absence"),
    },
    membership.Term: {
        "from": N_("member from"),
        "to": N_("no longer a member from"),
        "from_between": N_("joined between"),
        "to_between": N_("left between"),
        "inferred": N_("inferred from lists of members"),
        "until": N_("set until"),
        "cause": N_("why it ended"),
        "organisation": N_("for the organisation"),
        "appointed_by": N_("appointed by"),
        "basis": N_("how he or she became a member"),
        "votes": N_("has a vote"),
        "reappointed": N_("reappointed"),
    },
    membership.Leave: {"from": N_("on leave from"), "until": N_("set until"), "to": N_("back from")},
    membership.StandIn: {
        "person": N_("stand-in"),
        "position": N_("number on the list"),
        "member": N_("for the member"),
        "of": N_("for the party or organisation"),
        "from": N_("from"),
        "to": N_("off the list from"),
    },
    membership.StandInCall: {
        "person": N_("stand-in"),
        "member": N_("for the member"),
        "meeting": N_("for the meeting"),
        "item": N_("for the item"),
        "from": N_("from"),
    },
    membership.OfficeHeld: {"person": N_("held by"), "office": N_("office"), "title": N_("called"), **_ELECTED},
    membership.Representation: {"person": N_("representative"), "body": N_("represents the council in"), **_ELECTED},
    model.Body: {
        "id": N_("id"),
        "name": N_("name"),
        "abbreviation": N_("abbreviation"),
        "kind": N_("kind"),
        "composition": N_("how it is made up"),
        "names": N_("names over time"),
    },
    model.Composition: {"total": N_("seats in all"), "seats": N_("seats"), "reported_at": N_("reported on")},
    model.SeatGroup: {
        "count": N_("how many"),
        "basis": N_("filled by"),
        "includes_chair": N_("including the chair"),
    },
}

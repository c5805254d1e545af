"""What the fields about meetings are called."""

from events.errors import N_
from governance.state import meeting
from governance.state.published import Published

LABELS: dict[type[Published], dict[str, str]] = {
    meeting.Meeting: {
        "id": N_("id"),
        "date": N_("date"),
        "start": N_("starts"),
        "end": N_("ends"),
        "place": N_("place"),
        "form": N_("held"),
        "kind": N_("kind"),
        "status": N_("how far it has come"),
        "parts": N_("parts"),
        "contents": N_("planned contents"),
        "agenda_sent": N_("agenda sent out"),
        "opened_at": N_("opened at"),
        "closed_at": N_("closed at"),
        "interruptions": N_("interruptions"),
        "demanded_by": N_("demanded by"),
        "cancelled_because": N_("called off because"),
        "referent": N_("referent"),
        "ordstyrer": N_("led by"),
        "ordstyrer_role": N_("led as"),
        "attendance": N_("attendance"),
        "guests": N_("guests"),
        "welcomed": N_("welcomed"),
        "notes": N_("notes before the first item"),
        "agenda": N_("agenda"),
        "refused_items": N_("items not taken up"),
        "signatures": N_("signatures"),
    },
    meeting.Part: {
        "start": N_("starts"),
        "end": N_("ends"),
        "place": N_("place"),
        "counterpart": N_("together with"),
    },
    meeting.AgendaSending: {"on": N_("sent on"), "items": N_("items")},
    meeting.Interruption: {
        "from": N_("from"),
        "to": N_("to"),
        "item": N_("under item"),
        "resumed": N_("went on"),
        "resumed_in": N_("went on under item"),
    },
    meeting.Attendance: {"member": N_("member"), "status": N_("status"), "present": N_("there for")},
    meeting.Presence: {
        "from_time": N_("from"),
        "from_item": N_("from item"),
        "to_time": N_("to"),
        "to_item": N_("to the end of item"),
    },
    meeting.Guest: {"person": N_("guest"), "role": N_("role"), "item": N_("for the item")},
    meeting.RefusedItem: {"title": N_("title"), "proposed_by": N_("proposed by")},
    meeting.Signature: {
        "person": N_("signature of"),
        "on": N_("signed on"),
        "reservation": N_("reservation"),
        "key": N_("signed with the key"),
    },
}

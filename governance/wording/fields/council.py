"""What the fields about the record, the council and its rules are called."""

from events.errors import N_
from governance.state import council, model
from governance.state.published import Published

LABELS: dict[type[Published], dict[str, str]] = {
    model.State: {
        "record": N_("the record"),
        "council": N_("the council"),
        "persons": N_("people"),
        "members": N_("members"),
        "stand_ins": N_("stand-ins"),
        "stand_in_calls": N_("stand-ins called in"),
        "offices": N_("offices"),
        "representations": N_("representatives in other bodies"),
        "rules": N_("rules in force"),
        "bodies": N_("other bodies"),
        "groups": N_("working groups"),
        "plans": N_("plans"),
        "focus_areas": N_("focus areas"),
        "meetings": N_("meetings"),
        "matters": N_("matters"),
        "dispatches": N_("what was sent"),
        "tasks": N_("tasks"),
        "approvals": N_("approvals of minutes"),
        "remarks": N_("remarks"),
    },
    model.RecordInfo: {
        "book": N_("book"),
        "entries": N_("number of entries"),
        "schema_version": N_("version of the form"),
        "as_of": N_("last recorded"),
    },
    council.Council: {
        "name": N_("name"),
        "municipality": N_("municipality"),
        "kind": N_("kind"),
        "names": N_("names over time"),
        "dissolved": N_("dissolution"),
    },
    council.Dissolution: {"on": N_("dissolved on"), "successor": N_("taken over by"), "reason": N_("reason")},
    council.DeadlineSet: {"days": N_("days"), "kind": N_("counted in")},
    council.RuleSet: {
        "value": N_("what it says"),
        "source": N_("where it stands"),
        "title": N_("in the council's"),
        "since": N_("since"),
    },
    council.RulesVersion: {
        "title": N_("title"),
        "from": N_("from"),
        "profile": N_("the rest as usual for"),
        "meeting": N_("adopted at"),
        "item": N_("adopted under"),
        "sets": N_("lays down"),
    },
    council.RulesInForce: {"profile": N_("as usual for"), "versions": N_("rules adopted")},
    model.Approval: {
        "of": N_("day of the meeting"),
        "minutes_of": N_("minutes of"),
        "meeting": N_("approved at"),
        "item": N_("approved under"),
        "how": N_("how approved"),
    },
    model.Remark: {"entry": N_("entry remarked on"), "text": N_("text")},
}

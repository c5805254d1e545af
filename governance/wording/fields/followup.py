"""What the fields about working groups, plans, tasks and what was sent are called."""

from events.errors import N_
from governance.state import followup
from governance.state.published import Published

_AGREED = {"meeting": N_("agreed at"), "item": N_("agreed under"), "matter": N_("matter")}
LABELS: dict[type[Published], dict[str, str]] = {
    followup.Activity: {
        "activity": N_("activity"),
        "period": N_("when"),
        "responsible": N_("responsible"),
        "budget": N_("budget"),
    },
    followup.Plan: {
        "id": N_("id"),
        "title": N_("title"),
        "group": N_("working group"),
        **_AGREED,
        "status": N_("how far it has come"),
        "proposed": N_("the proposal it was"),
        "adopted_as": N_("adopted as"),
        "adopted_on": N_("adopted on"),
        "activities": N_("activities"),
        "budget": N_("budget in all"),
    },
    followup.Group: {
        "id": N_("id"),
        "name": N_("name"),
        "focus_area": N_("focus area"),
        "members": N_("members"),
        **_AGREED,
        "plans": N_("plans"),
        "dissolved": N_("dissolved"),
        "dissolved_on": N_("dissolved on"),
    },
    followup.FocusArea: {
        "focus_area": N_("focus area"),
        "period": N_("for the period"),
        "chosen_on": N_("chosen on"),
        **_AGREED,
    },
    followup.Answer: {
        "received_on": N_("received on"),
        "answer": N_("answer"),
        "granted": N_("granted"),
        "item": N_("told under"),
    },
    followup.Dispatch: {
        "id": N_("id"),
        "kind": N_("kind"),
        "title": N_("title"),
        "recipient": N_("recipient"),
        "questions": N_("questions"),
        "occasion": N_("occasion"),
        "for_period": N_("recipient is to have it by"),
        "date": N_("date"),
        **_AGREED,
        "amount": N_("amount"),
        "answer_due": N_("answer due"),
        "answers": N_("answers"),
        "granted": N_("granted"),
    },
    followup.Task: {
        "id": N_("id"),
        "task": N_("task"),
        "responsible": N_("responsible"),
        "recipient": N_("for whom"),
        "due": N_("due"),
        "agreed_on": N_("agreed on"),
        **_AGREED,
        "completed": N_("done"),
        "completed_on": N_("done on"),
    },
}

"""Publishing the state: the fold as a tree of typed structs that nobody changes any more."""

from governance.state import model
from governance.state.fold import Fold
from governance.state.publishing import council, followup, matters, meetings, offices, people


def publish(fold: Fold) -> model.State:
    """Return the state as it stands after the last entry that was folded."""
    return model.State(
        record=model.RecordInfo(
            book=fold.book, entries=fold.number, schema_version=model.STATE_SCHEMA_VERSION, as_of=fold.as_of
        ),
        council=council.council(fold),
        persons=people.persons(fold),
        members=people.members(fold),
        stand_ins=offices.stand_ins(fold),
        stand_in_calls=offices.calls(fold),
        offices=offices.offices(fold),
        representations=offices.representations(fold),
        rules=council.rules(fold),
        bodies=people.bodies(fold),
        groups=followup.groups(fold),
        plans=followup.plans(fold),
        focus_areas=followup.focus_areas(fold),
        meetings=meetings.meetings(fold),
        matters=matters.matters(fold),
        dispatches=followup.dispatches(fold),
        tasks=followup.tasks(fold),
        approvals=followup.approvals(fold),
        remarks=[model.Remark(entry=entry, text=text) for entry, text in fold.remarks],
    )

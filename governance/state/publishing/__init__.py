"""Publishing the state: the fold as a tree of typed structs that nobody changes any more."""

from governance.state import model
from governance.state.fold import Fold
from governance.state.publishing import followup, matters, meetings, people


def publish(fold: Fold) -> model.State:
    """Return the state as it stands after the last entry that was folded."""
    council = fold.council
    return model.State(
        record=model.RecordInfo(
            book=fold.book, entries=fold.number, schema_version=model.STATE_SCHEMA_VERSION, as_of=fold.as_of
        ),
        council=model.Council(
            name=council.name if council else "",
            municipality=council.municipality if council else None,
            kind=council.kind.value if council else "other",
        ),
        persons=[model.Person(id=person, name=name) for person, name in fold.persons.items()],
        members=people.members(fold),
        bodies=people.bodies(fold),
        groups=followup.groups(fold),
        plans=followup.plans(fold),
        meetings=meetings.meetings(fold),
        matters=matters.matters(fold),
        dispatches=followup.dispatches(fold),
        tasks=followup.tasks(fold),
        approvals=followup.approvals(fold),
        remarks=[model.Remark(entry=entry, text=text) for entry, text in fold.remarks],
    )

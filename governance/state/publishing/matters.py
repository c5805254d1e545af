"""Publishing: matters across meetings, and what follows from them."""

from datetime import date

from events.ids import MatterId
from governance.state import model
from governance.state.fold import Fold, Item, Meeting
from governance.state.publishing.items import is_dealt_with, outcome_of
from governance.state.publishing.later import chronological

_DONE = {"approved", "noted", "decided", "discussed", "elected", "rejected"}


def matters(fold: Fold) -> list[model.Matter]:
    """Return the matters that stand on an agenda, or are known to have come up without one."""
    appearances: dict[MatterId, list[tuple[Meeting, Item]]] = {identifier: [] for identifier in fold.matters}
    for item in fold.items.values():
        if item.matter is not None and item.meeting is not None and fold.meeting(item.meeting).date:
            appearances.setdefault(item.matter, []).append((fold.meeting(item.meeting), item))
    return [
        _matter(fold, identifier, found)
        for identifier, found in appearances.items()
        if found or identifier in fold.raised
    ]


def _matter(fold: Fold, identifier: MatterId, found: list[tuple[Meeting, Item]]) -> model.Matter:
    found.sort(key=lambda appearance: chronological(appearance[0]))
    opened = fold.matters.get(identifier)
    status, closed_on = _status(found)
    opened_on = found[0][0].date if found else None
    return model.Matter(
        id=identifier,
        title=found[0][1].title if found else (opened.title if opened else ""),
        kind=opened.kind.value if opened else "general",
        addressee=opened.addressee if opened else None,
        status=status,
        opened_on=opened_on,
        closed_on=closed_on,
        age_days=_days(opened_on, closed_on or fold.horizon),
        postponements=sum(item.postponed is not None for _, item in found),
        appearances=[model.Appearance(meeting=meeting.id, item=item.id) for meeting, item in found],
    )


def _status(found: list[tuple[Meeting, Item]]) -> tuple[model.MatterStatus, str | None]:
    dealt_with = [(meeting, item) for meeting, item in found if is_dealt_with(item)]
    if not dealt_with:
        return "open", None
    meeting, item = dealt_with[-1]
    outcome = outcome_of(item)
    if outcome == "postponed":
        return "postponed", None
    if item.continued is not None:
        return "continued", None
    return ("closed", meeting.date) if outcome in _DONE else ("open", None)


def _days(first: str | None, last: str) -> int:
    if first is None or not last:
        return 0
    return max(0, (date.fromisoformat(last) - date.fromisoformat(first)).days)

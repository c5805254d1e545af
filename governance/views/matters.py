"""The matters that are open on a day, with their age and how often they were put off."""

from datetime import date

from governance.state import model
from governance.state.published import Published


class OpenMatter(Published, frozen=True, kw_only=True):
    """A matter that is not dealt with. ``age_days`` runs from its first meeting, and is null where there was none yet."""

    id: str
    title: str
    status: model.MatterStatus
    opened_on: str | None
    age_days: int | None
    postponements: int
    last_meeting: str | None


class OpenMatters(Published, frozen=True, kw_only=True):
    """The matters that are open on a day, the oldest first."""

    on: str
    matters: list[OpenMatter]


def open_matters(state: model.State, on: str) -> OpenMatters:
    """Return the open matters that had come up by a day (ISO date)."""
    days = {meeting.id: meeting.date for meeting in state.meetings}
    found = [
        _open(matter, [days[seen.meeting] for seen in matter.appearances if seen.meeting in days], on)
        for matter in state.matters
        if matter.status != "closed" and (matter.opened_on is None or matter.opened_on <= on)
    ]
    return OpenMatters(on=on, matters=sorted(found, key=_oldest_first))


def _oldest_first(held: OpenMatter) -> tuple[bool, int]:
    return held.age_days is None, -(held.age_days or 0)


def _open(matter: model.Matter, meetings: list[str], on: str) -> OpenMatter:
    held = [day for day in meetings if day <= on]
    opened = matter.opened_on
    return OpenMatter(
        id=matter.id,
        title=matter.title,
        status=matter.status,
        opened_on=opened,
        age_days=days_between(opened, on) if opened is not None else None,
        postponements=matter.postponements,
        last_meeting=max(held, default=None),
    )


def days_between(first: str, last: str) -> int:
    """Return how many days after the first day (ISO date) the last one is."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days

"""What a search can be narrowed down to, and the choices there are for it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from events.errors import N_
from governance.language import _
from governance.state.fold import Fold
from governance.wording.acts import TOPICS
from governance.wording.speaking import day, time
from tui.screens.choosing import Choice


class Filter(NamedTuple):
    """Something the entries can be: what it is called, the question for it, and what there is to choose from."""

    name: str
    question: str
    choices: Callable[[Fold], Iterator[Choice]]


def all_choices(wanted: Filter, fold: Fold) -> list[Choice]:
    """Return what can be chosen; the first choice, with an empty id, is no such filter."""
    return [Choice("", _("All of them")), *wanted.choices(fold)]


def _kinds(_fold: Fold) -> Iterator[Choice]:
    for topic, acts in TOPICS.items():
        for name, called in acts.items():
            yield Choice(name, _(called), "", _(topic))


def _persons(fold: Fold) -> Iterator[Choice]:
    for identifier, name in fold.persons.items():
        yield Choice(identifier, name)


def _matters(fold: Fold) -> Iterator[Choice]:
    for identifier, matter in fold.matters.items():
        yield Choice(identifier, matter.title)


def _meetings(fold: Fold) -> Iterator[Choice]:
    for meeting in sorted(fold.meetings.values(), key=lambda held: held.date, reverse=True):
        yield Choice(meeting.id, day(meeting.date), time(meeting.start, meeting.end))


FILTERS: dict[str, Filter] = {
    "kind": Filter(N_("Kind"), N_("Which kind of entry?"), _kinds),
    "person": Filter(N_("Person"), N_("About whom?"), _persons),
    "matter": Filter(N_("Matter"), N_("Of which matter?"), _matters),
    "meeting": Filter(N_("Meeting"), N_("Of which meeting?"), _meetings),
}
"""The filters of a search that are chosen from a list, by name."""

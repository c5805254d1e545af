"""What an agenda may take up by itself: the usual items, what was put off or goes on, and answers that have not come."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from events.catalogue import QuestionsSent
from events.ids import MatterId, MeetingId
from governance.danish.dates import dates_in
from governance.danish.names import folded
from governance.documents.composing import body_named
from governance.documents.reading.items import described
from governance.planning.usual_items import MINUTES, usual_titles
from governance.sitting.room import rules_of
from governance.state.fold import Fold, Item, Meeting
from governance.state.matters import stays_open
from governance.state.publishing.agenda import agenda_of
from governance.state.publishing.later import chronological

Why = Literal["usual", "postponed", "continued", "not-reached", "answer-overdue"]


class Suggestion(msgspec.Struct, frozen=True):
    """An item that may come onto an agenda. ``since`` is the day of the meeting that left it open, or that sent what is
    unanswered; ``matter`` what it goes on with.
    """

    title: str
    why: Why
    matter: MatterId | None = None
    since: str | None = None


def suggestions(fold: Fold, identifier: MeetingId) -> tuple[Suggestion, ...]:
    """Return what the agenda of a meeting may take up and does not yet: what is usual first. Raises KeyError for none."""
    meeting = fold.meetings[identifier]
    agenda = agenda_of(fold, meeting)
    titles = {folded(item.title) for item in agenda}
    matters = {item.matter for item in agenda if item.matter is not None}
    found: list[Suggestion] = []
    for one in (*_usual(fold, meeting), *_left_open(fold, meeting), *_unanswered(fold, meeting)):
        if folded(one.title) in titles or one.matter in matters:
            continue
        titles.add(folded(one.title))
        if one.matter is not None:
            matters.add(one.matter)
        found.append(one)
    return tuple(found)


def _usual(fold: Fold, meeting: Meeting) -> Iterator[Suggestion]:
    """Return the usual items of such a meeting, and those that stood on the last agenda and have no matter."""
    titles = list(usual_titles(rules_of(fold, meeting), meeting.kind))
    before = _last_before(fold, meeting)
    if before is not None and before.kind is meeting.kind:
        own = [item.title for item in agenda_of(fold, before) if item.matter is None and not dates_in(item.title)]
        titles = _merged(own, titles)
    if not any(held.opened is not None and held.date < meeting.date for held in fold.meetings.values()):
        titles = [title for title in titles if title != MINUTES]  # there are none yet
    stand_already = {item.kind for item in agenda_of(fold, meeting) if item.matter is None}
    for title in titles:
        if not (_kind(title) in ("any-other-business", "next-meeting") and _kind(title) in stand_already):
            yield Suggestion(title, "usual")


def _kind(title: str) -> str:
    return described(None, title).kind


def _merged(own: list[str], usual: list[str]) -> list[str]:
    """Return a council's own standing items; what is usual only where they say nothing of the kind."""
    if len(own) < 2:
        return usual
    words = [folded(title) for title in own]
    missing = [title for title in usual if not any(_alike(folded(title), word) for word in words)]
    opening = [title for title in own if _kind(title) == "approval"]
    opening += [title for title in missing if _kind(title) == "approval"]
    return [*opening, *(title for title in own if title not in opening)]


def _alike(one: str, other: str) -> bool:
    """Tell whether two titles are of the same thing: ``Godkendelse af referat`` and ``Godkendelse af sidste referat``."""
    first, second = one.split(), other.split()
    if not first or not second or first[0] != second[0]:
        return False
    return any(word.startswith(first[-1]) for word in second) or any(word.startswith(second[-1]) for word in first)


def _last_before(fold: Fold, meeting: Meeting) -> Meeting | None:
    before = [held for held in fold.meetings.values() if held.date < meeting.date and not held.cancelled and held.items]
    return max(before, key=chronological, default=None)


def _left_open(fold: Fold, meeting: Meeting) -> Iterator[Suggestion]:
    """Return the matters that the last meeting to have them left open, the longest open first."""
    last: dict[MatterId, tuple[Meeting, Item]] = {}
    for held in sorted(fold.meetings.values(), key=chronological):
        if not held.cancelled:
            last.update({item.matter: (held, item) for item in agenda_of(fold, held) if item.matter is not None})
    for matter, (held, item) in last.items():
        if held.date < meeting.date and held.opened is not None and _may_come_up(fold, meeting, item):
            yield Suggestion(item.title, _why(item), matter, held.date)


def _may_come_up(fold: Fold, meeting: Meeting, item: Item) -> bool:
    """Tell whether an item was left open, and not for another meeting than this one."""
    if not stays_open(item) or item.withdrawn is not None:
        return False
    chosen = next((held.to_meeting for held in (item.postponed, item.continued) if held is not None), None)
    there = fold.meetings.get(chosen) if chosen is not None else None
    if there is not None and there is not meeting and not there.cancelled and there.opened is None:
        return False
    return item.postponed is None or item.postponed.to_date is None or item.postponed.to_date <= meeting.date


def _why(item: Item) -> Why:
    if item.postponed is not None:
        return "postponed"
    return "continued" if item.continued is not None else "not-reached"


def _unanswered(fold: Fold, meeting: Meeting) -> Iterator[Suggestion]:
    for dispatch in fold.dispatches.values():
        sent = dispatch.sent
        if sent is None or dispatch.answers or sent.answer_due is None or sent.answer_due >= meeting.date:
            continue
        item = fold.items.get(sent.item)
        held = fold.meetings.get(item.meeting) if item is not None and item.meeting is not None else None
        about = "spørgsmål" if isinstance(sent, QuestionsSent) else sent.title
        title = f"Svar fra {body_named(fold, sent.recipient)} på {about}"
        yield Suggestion(title, "answer-overdue", item.matter if item else None, held.date if held else None)

"""Why the state says what it does of meetings, items and matters."""

from collections.abc import Callable, Iterator
from typing import Any

from governance.explaining.reason import Looked, Reason, reason
from governance.state import item, meeting, model
from governance.state.fold import Item
from governance.state.publishing.items import deciding_vote
from governance.state.publishing.meetings import minutes_meant


def _meeting(looked: Looked, held: meeting.Meeting, field: str) -> Iterator[Reason]:
    if field not in ("", "status"):
        return
    if held.status == "approved":
        here = looked.fold.meetings[held.id]  # type: ignore[index]
        approval = next(one for one in looked.fold.approvals if minutes_meant(looked.fold, one) is here)
        kind = "status-approved" if approval.of is not None else "status-approved-as-the-last-before"
        yield reason(kind, meeting=approval.meeting)
    else:
        in_writing = held.status == "open" and looked.fold.meetings[held.id].opened is None  # type: ignore[index]
        yield reason("status-decided-in-writing" if in_writing else f"status-{held.status}")


def _item(looked: Looked, held: item.Item, field: str) -> Iterator[Reason]:
    folded = looked.fold.items[held.id]  # type: ignore[index]
    if field in ("", "outcome", "outcome_detail"):
        yield from _outcome(folded)
    if field == "number":
        yield reason("own-number" if folded.number else "next-free-number")
    if field in ("postponed_to", "postponed_until") and folded.postponed is not None:
        said = folded.postponed
        yield from _later(held, said.to_meeting, said.to_date, held.postponed_to, by_matter=True)
    if field in ("continued_to", "continued_until") and folded.continued is not None:
        going_on = folded.continued
        yield from _later(held, going_on.to_meeting, going_on.to_period, held.continued_to, by_matter=False)
    if field == "matter" and folded.by_title:
        yield reason("matter-by-title")


def _outcome(held: Item) -> Iterator[Reason]:
    said = list(dict.fromkeys(one.outcome for one in held.outcomes))
    if len(said) > 1:
        yield reason("weightiest-outcome", outcomes=",".join(said))
    elif not said:
        vote = deciding_vote(held)
        kind = ("adopted-by-vote" if vote.adopted else "rejected-by-vote") if vote else None
        yield reason(kind or ("only-notes" if held.statements else "not-dealt-with"))


def _later(
    held: item.Item, picked: str | None, period: str | None, found: str | None, *, by_matter: bool
) -> Iterator[Reason]:
    if picked is not None:
        yield reason("meeting-named", meeting=picked)
    elif found is None:
        yield reason("no-meeting-found", period=period)
    elif period is not None:
        yield reason("first-meeting-in-the-time", meeting=found, period=period)
    elif by_matter:
        yield reason("next-meeting-with-the-matter", meeting=found, matter=held.matter)


def _matter(looked: Looked, held: model.Matter, field: str) -> Iterator[Reason]:
    if field in ("", "age_days") and held.opened_on is not None:
        kind = "age-until-dealt-with" if held.closed_on else "age-until-the-latest-day"
        yield reason(kind, days=held.age_days, first=held.opened_on, last=held.closed_on or looked.fold.horizon)
    if field in ("", "status", "closed_on"):
        yield from _how_it_stands(looked, held)
    if field in ("opened_on", "title") and held.appearances:
        yield reason("first-on-an-agenda", item=held.appearances[0].item)
    if field == "postponements":
        for one in held.appearances:
            if looked.fold.items[one.item].postponed is not None:  # type: ignore[index]
                yield reason("postponed-there", item=one.item)


def _how_it_stands(looked: Looked, held: model.Matter) -> Iterator[Reason]:
    items = {one.id: one for where in looked.state.meetings for one in where.agenda}
    dealt = [
        one
        for one in (items.get(appearance.item) for appearance in held.appearances)
        if one is not None and one.outcome not in ("none", "unknown")
    ]
    if dealt:
        yield reason("last-dealt-with", item=dealt[-1].id, outcome=dealt[-1].outcome)
    else:
        yield reason("never-dealt-with")


def _attendance(_looked: Looked, held: meeting.Attendance, field: str) -> Iterator[Reason]:
    if field in ("", "present") and held.status == "present":
        whole = any(
            one == meeting.Presence(from_time=None, from_item=None, to_time=None, to_item=None) for one in held.present
        )
        yield reason("there-all-the-time" if whole else "by-comings-and-goings")


def _approval(_looked: Looked, held: model.Approval, field: str) -> Iterator[Reason]:
    if field in ("", "minutes_of", "of"):
        kind = "minutes-meant" if held.minutes_of is not None else "minutes-not-in-the-book"
        yield reason(kind, day=held.of)


def _proposal(_looked: Looked, held: item.Proposal, field: str) -> Iterator[Reason]:
    if field in ("", "adopted"):
        yield reason("no-vote-on-it" if held.adopted is None else "last-vote-on-it")


FIND: dict[type, Callable[[Looked, Any, str], Iterator[Reason]]] = {
    meeting.Meeting: _meeting,
    meeting.Attendance: _attendance,
    item.Item: _item,
    item.Proposal: _proposal,
    model.Matter: _matter,
    model.Approval: _approval,
}

"""How an agenda comes about: what every meeting has, what was put off, what is new, in the order of the rules."""

from typing import TYPE_CHECKING

from events.catalogue import (
    AgendaItemChanged,
    AgendaItemMoved,
    ApprovalRule,
    CouncilKind,
    ItemKind,
    MeetingForm,
    MeetingKind,
    PresidingRule,
)
from governance.state.rules import rules_in_force
from tests.years import afterwards, changes, general, matters, standing
from tests.years.agenda import Doing, Planned, added
from tests.years.calendar import Occasion

if TYPE_CHECKING:
    from tests.years.life import Life

_ELECTED = PresidingRule.ELECTED_EACH_MEETING, PresidingRule.ROTATING


def drafted(life: "Life", occasion: Occasion) -> list[Planned]:
    """Put the items of a meeting on its agenda and return them in order."""
    if occasion.general:
        items = general.items(life, occasion)
    elif occasion.form is MeetingForm.WRITTEN:
        items = [Planned(life.rng.choice(life.titles), matters.by_letter, ItemKind.DECISION)]
    else:
        items = _ordinary(life, occasion)
    for item in items:
        added(life, occasion, item)
    _rearranged(life, items)
    return items


def _ordinary(life: "Life", occasion: Occasion) -> list[Planned]:
    rules = rules_in_force(life.ledger.fold, occasion.day.isoformat()).values
    start = [Planned("Godkendelse af dagsorden", standing.approves_agenda, ItemKind.APPROVAL, standing=True)]
    waiting = life.waiting(occasion, take=False)
    if waiting or (rules.approval is ApprovalRule.NEXT_MEETING and occasion is not life.occasions[0]):
        start.append(Planned("Godkendelse af referat", standing.approves_minutes, ItemKind.APPROVAL, standing=True))
    if occasion.kind is MeetingKind.INAUGURAL or rules.presiding in _ELECTED:
        start.append(Planned("Valg af ordstyrer", standing.elects_leader, ItemKind.ELECTION, standing=True))
    if life.constitutes(occasion):
        start.append(Planned("Konstituering", standing.elects_officers, ItemKind.ELECTION, standing=True))
    return [*start, *_business(life, occasion), *_end(life, occasion)]


def _business(life: "Life", occasion: Occasion) -> list[Planned]:
    least, most = life.body.items
    count = life.rng.randint(least, most) if occasion.regular else 2
    items, life.returning = (life.returning, []) if occasion.regular else ([], life.returning)
    if (adoption := changes.adopts_rules(life, occasion)) is not None:
        items.append(adoption)
    if (leave := changes.grants_leave(life, occasion)) is not None:
        items.append(leave)
    taken = {item.title for item in items}
    fresh = [title for title in life.rng.sample(life.titles, min(len(life.titles), count + 6)) if title not in taken]
    for title in fresh[: max(0, count - len(items))]:
        doing = matters.informed if title.startswith("Orientering") else _doing(life)
        applies = doing is afterwards.something_sent
        items.append(Planned(title, doing, _kind_of(doing), presenter=life.presenter(), application=applies))
    return items


def _doing(life: "Life") -> Doing:
    follows = life.rng.random() < (0.1 if life.body.kind is CouncilKind.MUNICIPAL_COUNCIL else 0.22)
    table = afterwards.FOLLOWING if follows else matters.USUAL
    return life.rng.choices([doing for doing, _ in table], [weight for _, weight in table])[0]


def _kind_of(doing: Doing) -> ItemKind:
    if doing in (matters.informed, afterwards.reported):
        return ItemKind.INFORMATION
    if doing in (matters.discussed, matters.continued, matters.reopened):
        return ItemKind.DISCUSSION
    return ItemKind.ELECTION if doing is afterwards.represented else ItemKind.DECISION


def _end(life: "Life", occasion: Occasion) -> list[Planned]:
    end = []
    if life.plans_next_year(occasion):
        end.append(Planned("Mødeplan for næste år", standing.plans_year, ItemKind.DECISION))
    end.append(Planned("Næste møde", standing.next_meeting, ItemKind.NEXT_MEETING, standing=True))
    end.append(Planned("Eventuelt", standing.any_other_business, ItemKind.ANY_OTHER_BUSINESS, standing=True))
    if life.rng.random() < 0.25:
        end.append(Planned("Personsag", matters.approved, ItemKind.DECISION, closed=True))
    return end


def _rearranged(life: "Life", items: list[Planned]) -> None:
    """Move an item, or say more of one, now and then before the agenda goes out."""
    movable = [at for at, item in enumerate(items) if not item.standing and not item.closed]
    if len(movable) > 3 and life.rng.random() < 0.1:
        at, before = movable[2], movable[0]
        life.ledger.tell(AgendaItemMoved(item=items[at].id, before=items[before].id))  # type: ignore[arg-type]
        items.insert(before, items.pop(at))
    if movable and life.rng.random() < 0.1:
        item = items[movable[-1]]
        item.presenter = life.people.officials[2]
        life.ledger.tell(AgendaItemChanged(item=item.id, presenter=item.presenter))  # type: ignore[arg-type]

"""Votes that add up: by show of hands, by name, by group, in secret, with a tie now and then."""

from events.catalogue import (
    CouncilKind,
    GroupVote,
    NamedVote,
    TieRule,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.ids import ItemId, PersonId, ProposalId
from tests.years.people import Seat
from tests.years.sitting import Sitting

_FOR, _AGAINST, _ABSTAINED = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAINED


def vote(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    """Hold a vote in one of the ways there are. Return how it came out, and who is named as outvoted."""
    ways = [_unanimous, _counted, _by_name]
    if sitting.life.body.kind is CouncilKind.MUNICIPAL_COUNCIL:
        ways = [_by_name, _by_group, _by_group, _counted]
    elif sitting.life.body.kind is CouncilKind.COMMITTEE:
        ways += [_by_group, _by_name]
    if sitting.occasion.general:
        return _among_many(sitting, item, proposal)
    if len(sitting.voters()) % 2 == 0 and sitting.rng.random() < 0.15:
        return _tied(sitting, item, proposal)
    return sitting.rng.choice(ways)(sitting, item, proposal)


def _unanimous(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    sitting.tell(VoteHeld(item=item, adopted=True, proposal=proposal, method=VoteMethod.ACCLAMATION, unanimous=True))
    return True, []


def _counted(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    voters = len(sitting.voters())
    abstained = sitting.rng.randint(0, voters // 5)
    silent = sitting.rng.randint(0, 1) if voters > 8 else 0
    cast = voters - abstained - silent
    votes_for = sitting.rng.choice((sitting.rng.randint(cast // 3, cast), cast))
    against = cast - votes_for
    if votes_for == against:
        return _unanimous(sitting, item, proposal)
    sitting.tell(
        VoteHeld(
            item=item,
            adopted=votes_for > against,
            proposal=proposal,
            votes_for=votes_for,
            votes_against=against,
            abstained=abstained,
            not_voting=silent or None,
        )
    )
    return votes_for > against, []


def _by_name(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    voters = sitting.voters()
    choices = {seat.person: sitting.rng.choices((_FOR, _AGAINST, _ABSTAINED), (6, 3, 1))[0] for seat in voters}
    count = {choice: sum(held is choice for held in choices.values()) for choice in VoteChoice}
    if count[_FOR] == count[_AGAINST]:
        return _unanimous(sitting, item, proposal)
    adopted = count[_FOR] > count[_AGAINST]
    sitting.tell(
        VoteHeld(
            item=item,
            adopted=adopted,
            proposal=proposal,
            method=VoteMethod.ROLL_CALL,
            votes_for=count[_FOR],
            votes_against=count[_AGAINST],
            abstained=count[_ABSTAINED],
            named=tuple(NamedVote(person=person, choice=choice) for person, choice in choices.items()),
        )
    )
    outvoted = _AGAINST if adopted else _FOR
    return adopted, [person for person, choice in choices.items() if choice is outvoted]


def _by_group(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    groups: dict[str, list[Seat]] = {}
    for seat in sitting.voters():
        groups.setdefault(seat.party or "Uden for partierne", []).append(seat)
    choices = {group: sitting.rng.choices((_FOR, _AGAINST, _ABSTAINED), (6, 3, 1))[0] for group in sorted(groups)}
    count = {
        choice: sum(len(groups[group]) for group, held in choices.items() if held is choice) for choice in VoteChoice
    }
    if count[_FOR] == count[_AGAINST]:
        return _unanimous(sitting, item, proposal)
    told = tuple(GroupVote(group=group, choice=held, count=len(groups[group])) for group, held in choices.items())
    sitting.tell(
        VoteHeld(
            item=item,
            adopted=count[_FOR] > count[_AGAINST],
            proposal=proposal,
            votes_for=count[_FOR],
            votes_against=count[_AGAINST],
            abstained=count[_ABSTAINED],
            groups=told,
        )
    )
    return count[_FOR] > count[_AGAINST], []


def _tied(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    half = len(sitting.voters()) // 2
    casting = sitting.rng.choice((_FOR, _AGAINST)) if sitting.rules.tie is TieRule.CHAIR_DECIDES else None
    adopted = casting is _FOR
    sitting.tell(
        VoteHeld(
            item=item,
            adopted=adopted,
            proposal=proposal,
            votes_for=half,
            votes_against=half,
            abstained=0,
            casting_vote=casting,
        )
    )
    return adopted, []


def _among_many(sitting: Sitting, item: ItemId, proposal: ProposalId | None) -> tuple[bool, list[PersonId]]:
    votes_for, against = sitting.rng.randint(25, 60), sitting.rng.randint(0, 20)
    sitting.tell(
        VoteHeld(
            item=item,
            adopted=True,
            proposal=proposal,
            method=VoteMethod.WRITTEN,
            votes_for=votes_for,
            votes_against=against,
            abstained=sitting.rng.randint(0, 5),
        )
    )
    return True, []


def election(sitting: Sitting, item: ItemId) -> None:
    """Vote on one candidate: in secret, by lot where the votes are equal, or by acclamation."""
    voters = len(sitting.voters())
    if sitting.rng.random() < 0.5 or voters < 4:
        _unanimous(sitting, item, None)
        return
    tied = voters % 2 == 0 and sitting.rng.random() < 0.3 and sitting.rules.tie_in_elections is TieRule.LOTS
    against = voters // 2 if tied else sitting.rng.randint(0, (voters - 1) // 2)
    sitting.tell(
        VoteHeld(
            item=item,
            adopted=True,
            method=VoteMethod.SECRET,
            votes_for=voters - against,
            votes_against=against,
            abstained=0,
            lots=tied,
        )
    )

"""Irregular votes: that do not add up, were carried by too few, or cast by who could not."""

from msgspec.structs import replace

from events.catalogue import (
    DisqualificationDecided,
    DissentEntered,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.entry import Entry
from governance.state.fold import Meeting
from tests.governance.checking.planting import Garden, Planted


def vote_that_does_not_add_up(garden: Garden) -> Planted:
    """One vote more is counted than members are named."""
    entry, vote, meeting = _by_name(garden)
    garden.corrects(entry, replace(vote, votes_for=(vote.votes_for or 0) + 1, text=None))
    return Planted("vote-does-not-add-up", garden.take(meeting).id, [entry.number])


def _by_name(garden: Garden, *choices: VoteChoice) -> tuple[Entry, VoteHeld, Meeting]:
    """Return a vote by name that was the only one under its item, at which somebody voted so."""
    return next(
        (entry, vote, meeting)
        for entry, vote, meeting in garden.of(VoteHeld)
        if vote.method is VoteMethod.ROLL_CALL
        and len(garden.votes(vote.item)) == 1
        and meeting in garden.free()
        and set(choices) <= {held.choice for held in vote.named}
        and not any(isinstance(one.event, DissentEntered) for one in garden.under(vote.item))
    )


def carried_against_the_majority(garden: Garden) -> Planted:
    """A proposal is announced as adopted that most voted against."""
    entry, vote, meeting = next(
        (entry, vote, meeting)
        for entry, vote, meeting in garden.of(VoteHeld)
        if (vote.votes_for or 0) < (vote.votes_against or 0) and meeting in garden.free()
    )
    garden.corrects(entry, replace(vote, adopted=True, text=None))
    return Planted("adopted-without-majority", garden.take(meeting).id, [entry.number])


def inhabil_and_voted(garden: Garden) -> Planted:
    """A member votes who was held to be inhabil under the item."""
    entry, vote, meeting = _by_name(garden)
    number = garden.adds(DisqualificationDecided(item=vote.item, person=vote.named[0].person, disqualified=True))
    return Planted("disqualified-voted", garden.take(meeting).id, [entry.number, number])


def abstainer_dissents(garden: Garden) -> Planted:
    """A member who abstained has a dissent about the matter itself entered."""
    entry, vote, meeting = _by_name(garden, VoteChoice.ABSTAINED)
    person = next(held.person for held in vote.named if held.choice is VoteChoice.ABSTAINED)
    number = garden.adds(DissentEntered(item=vote.item, person=person, dissent="Forslaget er for dyrt"))
    return Planted("abstainer-dissents", garden.take(meeting).id, [number, entry.number])

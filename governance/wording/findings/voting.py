"""Findings about votes, in words."""

from collections.abc import Callable

from events.errors import N_
from governance.language import _, plural
from governance.wording.findings.telling import Told

_CHOICES = {
    "for": N_("for"),
    "against": N_("against"),
    "abstained": N_("abstained"),
    "not-voting": N_("not voting"),
}


def _does_not_add_up(told: Told) -> str:
    if told.text("by") == "named":
        said = _("{item}: the votes counted ({choice}) are {counted}, those by name {found}.")
    else:
        said = _("{item}: the votes counted ({choice}) are {counted}, those of the groups {found}.")
    counts = {name: told.count(name) for name in ("counted", "found")}
    return said.format(item=told.item(), choice=_(_CHOICES[told.text("choice")]), **counts)


def _more_votes(told: Told) -> str:
    return _("{item}: {votes} votes were cast, but only {most} could be.").format(
        item=told.item(), votes=told.count("votes"), most=told.count("most")
    )


def _voter(sentence: str) -> Callable[[Told], str]:
    """Return how a finding about somebody who voted is said."""
    return lambda told: _(sentence).format(item=told.item(), name=told.person("person"))


def _result(sentence: str) -> Callable[[Told], str]:
    """Return how a finding about what came of a vote is said."""
    return lambda told: _(sentence).format(item=told.item(), figures=_figures(told))


def _figures(told: Told) -> str:
    if told.count("unanimous"):
        return _("unanimous")
    votes_for = told.count("votes_for")
    said = plural(
        "{votes_for} vote for and {against} against", "{votes_for} votes for and {against} against", votes_for
    )
    return said.format(votes_for=votes_for, against=told.count("votes_against"))


def _amendment(told: Told) -> str:
    return _("{item}: the amendment was voted on after the proposal that it was to change.").format(item=told.item())


SENTENCES = {
    "vote-does-not-add-up": _does_not_add_up,
    "more-votes-than-voters": _more_votes,
    "amendment-after-proposal": _amendment,
    "disqualified-voted": _voter(N_("{item}: {name} was inhabil and voted all the same.")),
    "observer-voted": _voter(N_("{item}: {name} voted, but sits in as an observer.")),
    "voted-without-vote": _voter(N_("{item}: {name} voted, but has no vote.")),
    "voted-though-absent": _voter(N_("{item}: {name} stands among those who voted, but was not there.")),
    "adopted-without-majority": _result(N_("{item}: adopted with {figures}.")),
    "rejected-though-carried": _result(N_("{item}: rejected with {figures}.")),
    "adopted-though-tied": _result(N_("{item}: adopted with {figures}; a tie falls.")),
    "tie-without-lots": _result(N_("{item}: {figures}, but no lots were drawn.")),
    "tie-without-casting-vote": _result(N_("{item}: {figures}, but the chair gave no casting vote.")),
    "otherwise-than-casting-vote": _result(N_("{item}: {figures}; the result is not as the chair's casting vote.")),
    "casting-vote-without-chair": _result(
        N_("{item}: a casting vote settled {figures}, but neither chair nor vice chair was there.")
    ),
    "casting-vote-not-allowed": _result(N_("{item}: a casting vote settled {figures}; the rules know of none.")),
    "lots-not-allowed": _result(N_("{item}: lots settled {figures}; the rules know of none.")),
    "casting-vote-without-tie": _result(N_("{item}: a casting vote was given, but there was no tie: {figures}.")),
    "lots-without-tie": _result(N_("{item}: lots were drawn, but there was no tie: {figures}.")),
}

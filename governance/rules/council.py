"""Rules about the council itself and its rules, the persons named, and the abbreviations of bodies."""

from events.catalogue import (
    ApprovalRule,
    BallotRule,
    CouncilDissolved,
    CouncilEstablished,
    ExternalBodyAbbreviated,
    PersonRegistered,
    Rules,
    RulesAdopted,
)
from events.errors import N_
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.rules.offices import done_there
from governance.state.fold import Fold


def council_established(fold: Fold, event: CouncilEstablished, _when: Effective | None) -> CouncilEstablished:
    """A book has one council, from its first entry on."""
    if fold.council is not None:
        raise RuleRefused(
            N_("This book is that of {name} already. Another council needs a book of its own."), name=fold.council.name
        )
    return event


def council_dissolved(fold: Fold, event: CouncilDissolved, _when: Effective | None) -> CouncilDissolved:
    """A council ends once."""
    if fold.dissolved is not None:
        raise RuleRefused(
            N_("The council was dissolved on {day} already. Correct that entry where the day is wrong."),
            day=fold.dissolved.day or "?",
        )
    return event


def rules_adopted(fold: Fold, event: RulesAdopted, when: Effective | None) -> RulesAdopted:
    """Rules say something, and nothing that contradicts itself."""
    known.council_that_counts(fold, when)
    event = done_there(fold, event)
    rules = event.rules
    if event.title is None and event.profile is None and rules == Rules():
        raise RuleRefused(N_("These rules say nothing. Give their title, the profile, or what they lay down."))
    _require_sense(rules)
    return event


def _require_sense(rules: Rules) -> None:
    least, most = rules.least_members, rules.most_members
    if least is not None and most is not None and least > most:
        raise RuleRefused(
            N_("The council cannot have at least {least} and at most {most} members."), least=least, most=most
        )
    if rules.silence_days is not None and rules.approval not in (None, ApprovalRule.SILENCE):
        raise RuleRefused(N_("Days of silence count only where minutes are approved by silence (approval: silence)."))
    if rules.proxies is not None and rules.ballot not in (None, BallotRule.PROXY):
        raise RuleRefused(N_("A number of proxies counts only where proxies may vote (ballot: proxy)."))


def person_registered(_fold: Fold, event: PersonRegistered, _when: Effective | None) -> PersonRegistered:
    """Anybody can be named; two persons may have the same name."""
    return event


def body_abbreviated(fold: Fold, event: ExternalBodyAbbreviated, _when: Effective | None) -> ExternalBodyAbbreviated:
    """An abbreviation means one body."""
    known.body(fold, event.body)
    for body in fold.bodies.values():
        if body.id != event.body and body.abbreviation == event.abbreviation:
            raise RuleRefused(
                N_("{abbreviation} is short for another body already, {id}."),
                abbreviation=event.abbreviation,
                id=body.id,
            )
    return event

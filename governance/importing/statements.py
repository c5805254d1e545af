"""Taking over statements: one event words each, the others that it tells name that one. No sentence is lost."""

import msgspec

from events.catalogue import AnyEvent, NoteWritten, Told
from events.ids import ItemId, MeetingId, StatementId, made_by
from events.moments import Effective
from governance.documents import model
from governance.documents.model import Fact, MeetingAgreement, Statement
from governance.importing.meetings import agreed_meeting
from governance.importing.taking import Taking
from governance.importing.telling import Teller

_WORDING: tuple[type[Fact], ...] = (
    model.Vote,
    model.Recommendation,
    model.SendingBack,
    model.ItemWithdrawal,
    model.Noting,
    model.Postponement,
    model.OrdstyrerElection,
    model.ReferentElection,
    model.OfficerElection,
    model.RepresentativeElection,
    model.RulesAdoption,
    model.MinutesApproval,
    model.AgendaApproval,
    model.PlanAdoption,
    model.FocusChoice,
    model.Decision,
    model.MeetingAgreement,
    model.Nothing,
    model.Welcome,
    model.Interruption,
    model.Resumption,
    model.DisqualificationRuling,
    model.DisqualificationClaim,
    model.LateAcceptance,
    model.LateRefusal,
    model.Reopening,
    model.CasePresentation,
    model.Amendment,
    model.Proposal,
    model.DissentingStatement,
    model.RecordedStatement,
)
"""The facts whose events word a statement themselves, the weightiest first; the others leave it to a note."""


def take_statements(taking: Taking, meeting: MeetingId, item: ItemId | None, statements: tuple[Statement, ...]) -> None:
    """Record the statements under an item, or (without one) those about the meeting itself."""
    teller = Teller(lambda: taking.fold, taking.resolver, meeting)
    for statement in statements:
        _take(taking, teller, meeting, item, statement)
    taking.problems += teller.problems


def take_facts(taking: Taking, meeting: MeetingId, item: ItemId, statement: Statement, told_in: StatementId) -> None:
    """Record what a statement tells that stands under an item already."""
    teller = Teller(lambda: taking.fold, taking.resolver, meeting)
    for fact in statement.facts:
        _tell(taking, _event(taking, teller, fact, item, statement), statement, fact, told_in=told_in)
    taking.problems += teller.problems


def _take(taking: Taking, teller: Teller, meeting: MeetingId, item: ItemId | None, statement: Statement) -> None:
    worded_by = None if statement.bulleted else _wording(statement.facts)
    number = None
    if worded_by is not None:
        number = _tell(
            taking, _event(taking, teller, worded_by, item, statement), statement, worded_by, text=statement.text
        )
    if number is None:
        note = NoteWritten(meeting=meeting, item=item, text=statement.text, bulleted=statement.bulleted)
        number = taking.attempt(note, statement.lines, "note")
    told_in = made_by(StatementId, number) if number is not None else None
    for fact in statement.facts:
        if isinstance(fact, model.ItemMove) and item is not None and told_in is not None:
            taking.moves.append((item, fact, told_in))
        elif fact is not worded_by:
            _tell(taking, _event(taking, teller, fact, item, statement), statement, fact, told_in=told_in)


def _wording(facts: tuple[Fact, ...]) -> Fact | None:
    for kind in _WORDING:
        for fact in facts:
            if isinstance(fact, kind) and not (isinstance(fact, model.Noting) and not fact.explicit):
                return fact
    return None


def _event(taking: Taking, teller: Teller, fact: Fact, item: ItemId | None, statement: Statement) -> AnyEvent | None:
    if isinstance(fact, MeetingAgreement):
        return agreed_meeting(taking, fact, item, statement.lines)
    return teller.event(fact, item, statement.lines)


def _tell(
    taking: Taking,
    event: AnyEvent | None,
    statement: Statement,
    fact: Fact,
    *,
    text: str | None = None,
    told_in: StatementId | None = None,
) -> int | None:
    """Record what a fact tells; None where it is no event or the rules refuse it."""
    if not isinstance(event, Told):
        return None
    told = msgspec.structs.replace(event, text=text, told_in=told_in)
    number = taking.attempt(told, statement.lines, fact.rule, effective=_effective(taking, fact))
    if number is None:
        return None
    taking.told.append((fact, number))
    if isinstance(fact, MeetingAgreement):
        held = taking.meeting_on(fact.date, fact.start)
        if held is not None:
            taking.agreed.append((fact, held.id))
    return number


def _effective(taking: Taking, fact: Fact) -> Effective | None:
    """Return when something took effect: at the time of day that minutes tell, else as ``_begins``."""
    begins, at = _begins(fact), getattr(fact, "at", None)
    return Effective(f"{begins or taking.day}T{at}") if at is not None else begins


def _begins(fact: Fact) -> Effective | None:
    """Return when something takes effect that minutes date otherwise than the meeting."""
    begins = getattr(fact, "begins", None) or getattr(fact, "on", None)
    return Effective(begins) if begins is not None else None

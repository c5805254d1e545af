"""How an item was dealt with, in lines of text: proposals, votes, statements, and who was inhabil."""

from collections.abc import Iterator

from governance.language import _
from governance.state import model


def detail_of(item: model.Item, names: dict[str, str]) -> str | None:
    """Return what came of an item more exactly, where something is known."""
    details = {
        "continued": _("work goes on"),
        "withdrawn": _("taken off the agenda"),
        "sent-back": _("sent back"),
        "recommended": _("recommended to {body}").format(body=names.get(item.recommended_to or "", "-")),
        "by-vote": _("by vote"),
    }
    return details.get(item.outcome_detail or "")


def dealt_with_lines(item: model.Item, names: dict[str, str]) -> Iterator[str]:
    """Return the lines: when the meeting turned to it, presentations, proposals, votes, and what was entered."""
    if item.accepted_late:
        yield _("taken up late")
    for opening in item.openings:
        said = _("taken up again") if opening.again else _("opened")
        yield f"{said}: {opening.at}" if opening.at else said
    for held in item.disqualifications:
        yield _disqualification(held, names)
    for presentation in item.presentations:
        yield _("presented by {name}").format(name=names.get(presentation.person or "", "-"))
    for proposal in item.proposals:
        yield _proposal(proposal, names)
    yield from (_vote(vote) for vote in item.votes)
    for statement in item.statements:
        name = names.get(statement.person, statement.person)
        yield _("entered for {name}: {statement}").format(name=name, statement=statement.statement)
    for dissent in item.dissents:
        name = names.get(dissent.person, dissent.person)
        yield _("dissent of {name}: {statement}").format(name=name, statement=dissent.dissent)


def _disqualification(held: model.Disqualification, names: dict[str, str]) -> str:
    said = {
        None: _("raised whether {name} is inhabil"),
        True: _("{name} inhabil"),
        False: _("{name} not inhabil"),
    }[held.disqualified]
    return said.format(name=names.get(held.member, held.member))


def _proposal(proposal: model.Proposal, names: dict[str, str]) -> str:
    kind = _("amendment") if proposal.amendment else _("proposal")
    by = f" ({names.get(proposal.proposed_by, proposal.proposed_by)})" if proposal.proposed_by else ""
    result = {None: "", True: _("adopted"), False: _("rejected")}[proposal.adopted]
    return f"{kind}{by}: {proposal.text}{f' - {result}' if result else ''}"


def _vote(vote: model.Vote) -> str:
    told = [
        _("adopted") if vote.adopted else _("rejected"),
        _("{count} for").format(count=vote.votes_for) if vote.votes_for is not None else None,
        _("{count} against").format(count=vote.votes_against) if vote.votes_against is not None else None,
        _("{count} abstained").format(count=vote.abstained) if vote.abstained is not None else None,
        _("{count} not voting").format(count=vote.not_voting) if vote.not_voting is not None else None,
    ]
    return _("vote: {result}").format(result=", ".join(filter(None, told)))

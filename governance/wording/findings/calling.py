"""Findings about how meetings were called, in words."""

from governance.language import _
from governance.wording.findings.telling import Told
from governance.wording.rules import deadline_said


def _notice_too_short(told: Told) -> str:
    said = _("The notice of the meeting of {date} went out on {sent}, {given} before it; it is to be {least}.")
    return said.format(date=told.day("date"), sent=told.day("sent"), given=_days(told, "given"), least=_least(told))


def _agenda_sent_late(told: Told) -> str:
    said = _(
        "The notice of the meeting of {date} went out in time, on {noticed}, but the agenda on {sent}, {given} before; "
        "it is to be {least}."
    )
    days = {name: told.day(name) for name in ("date", "noticed", "sent")}
    return said.format(**days, given=_days(told, "given"), least=_least(told))


def _agenda_not_sent(told: Told) -> str:
    said = _(
        "The book does not tell that the agenda of {date} went out, as it does of the meeting before, of {before}."
    )
    return said.format(date=told.day("date"), before=told.day("before"))


def _item_too_late(told: Told) -> str:
    said = _(
        "{item} ({person}) came onto the agenda on {added}; items are to be in {least} before the meeting of {date}."
    )
    return said.format(
        item=told.item(),
        person=told.person("person"),
        added=told.day("added"),
        least=_least(told),
        date=told.day("date"),
    )


def _not_entitled_to_demand(told: Told) -> str:
    if told.count("least"):
        said = _(
            "The extraordinary meeting of {date} was demanded by {people}, {demanding} of {members} members; it takes "
            "the chair or {least} members."
        )
    else:
        said = _("The extraordinary meeting of {date} was demanded by {people}; only the chair may demand one.")
    counts = {name: told.count(name) for name in ("demanding", "members", "least")}
    return said.format(date=told.day("date"), people=told.people("people"), **counts)


def _days(told: Told, name: str) -> str:
    return deadline_said(told.count(name), told.text("counted"))


def _least(told: Told) -> str:
    return _days(told, "least")


SENTENCES = {
    "notice-too-short": _notice_too_short,
    "agenda-sent-late": _agenda_sent_late,
    "agenda-not-sent": _agenda_not_sent,
    "item-too-late": _item_too_late,
    "not-entitled-to-demand": _not_entitled_to_demand,
}

"""Findings about members, their terms and the offices that only members hold, in words."""

from governance.language import _, plural
from governance.wording.findings.telling import Told
from governance.wording.offices import office_said


def _too_few(told: Told) -> str:
    said = plural(
        "From {since} the council had {count} member, and must have {limit} at least.",
        "From {since} the council had {count} members, and must have {limit} at least.",
        told.count("members"),
    )
    return said.format(since=told.day("since"), count=told.count("members"), limit=told.count("limit")) + _until(told)


def _too_many(told: Told) -> str:
    said = plural(
        "From {since} the council had {count} member, and may have {limit} at most.",
        "From {since} the council had {count} members, and may have {limit} at most.",
        told.count("members"),
    )
    return said.format(since=told.day("since"), count=told.count("members"), limit=told.count("limit")) + _until(told)


def _until(told: Told) -> str:
    return " " + _("It lasted until {day}.").format(day=told.day("until")) if told.text("until") else ""


def _after_term(told: Told) -> str:
    return _("The meeting decided after the term had run out on {day}. Members until then: {people}.").format(
        day=told.day("until"), people=told.people("people")
    )


def _after_dissolution(told: Told) -> str:
    return _("The meeting decided after the council had been dissolved on {day}.").format(day=told.day("dissolved"))


def _before_appointment(told: Told) -> str:
    return _("{name} took part as a member, but is one from {day} only.").format(
        name=told.person("person"), day=told.day("on")
    )


def _after_leaving(told: Told) -> str:
    return _("{name} took part as a member, but was none any more from {day}.").format(
        name=told.person("person"), day=told.day("on")
    )


def _office_before_seat(told: Told) -> str:
    return _("{name} holds an office ({office}), but becomes a member on {day} only.").format(
        name=told.person("person"), office=_office(told), day=told.day("on")
    )


def _office_without_seat(told: Told) -> str:
    return _("{name} is no member any more from {day}, but still holds an office: {office}.").format(
        name=told.person("person"), office=_office(told), day=told.day("on")
    )


def _office(told: Told) -> str:
    return office_said(told.text("office"), told.text("title") or None)


def _attends_on_leave(told: Told) -> str:
    if not told.text("since"):
        said = _("{name} was at the meeting, but is on leave; the book does not tell that the leave ended.")
        return said.format(name=told.person("person"))
    said = _("{name} was at the meeting, but is on leave from {day}; the book does not tell that the leave ended.")
    return said.format(name=told.person("person"), day=told.day("since"))


def _led_early(told: Told) -> str:
    return _("{name} led the meeting as chair, but holds the office from {day} only.").format(
        name=told.person("person"), day=told.day("on")
    )


SENTENCES = {
    "too-few-members": _too_few,
    "too-many-members": _too_many,
    "decided-after-term": _after_term,
    "decided-after-dissolution": _after_dissolution,
    "acted-before-appointment": _before_appointment,
    "acted-after-leaving": _after_leaving,
    "office-before-seat": _office_before_seat,
    "office-without-seat": _office_without_seat,
    "attends-on-leave": _attends_on_leave,
    "led-before-office": _led_early,
}

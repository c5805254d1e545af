"""Findings about who led the meetings, and how many there were, in words."""

from governance.language import _, plural
from governance.wording.findings.telling import Told


def _led_past_the_chair(told: Told) -> str:
    said = {
        "chair": _("{person} led the meeting of {date}, though the chair, {passed}, was there."),
        "vice-chair": _("{person} led the meeting of {date}, though the vice chair, {passed}, was there."),
    }[told.text("office")]
    return said.format(person=told.person("person"), date=told.day("date"), passed=told.person("passed"))


def _no_ordstyrer(told: Told) -> str:
    return _("The meeting of {date} decided, but nothing tells whom it elected ordstyrer.").format(
        date=told.day("date")
    )


def _no_dirigent(told: Told) -> str:
    return _("The meeting of {date} decided, but nothing tells whom it elected dirigent.").format(date=told.day("date"))


def _led_twice_running(told: Told) -> str:
    said = _("{person} was ordstyrer on {before} and again on {date}; the members are to take turns.")
    return said.format(person=told.person("person"), before=told.day("before"), date=told.day("date"))


def _dirigent_not_neutral(told: Told) -> str:
    said = _("{person}, dirigent on {date}, sat on the board or held an office; a dirigent is neutral.")
    return said.format(person=told.person("person"), date=told.day("date"))


def _too_few_meetings(told: Told) -> str:
    said = plural(
        "Only {held} meeting was held in {year}; it takes {least}.",
        "Only {held} meetings were held in {year}; it takes {least}.",
        told.count("held"),
    )
    return said.format(held=told.count("held"), year=told.text("year"), least=told.count("least"))


def _too_few_general_meetings(told: Told) -> str:
    if told.count("held") == 0:
        return _("No general meeting was held in {year}.").format(year=told.text("year"))
    said = plural(
        "Only {held} general meeting was held in {year}; it takes {least}.",
        "Only {held} general meetings were held in {year}; it takes {least}.",
        told.count("held"),
    )
    return said.format(held=told.count("held"), year=told.text("year"), least=told.count("least"))


SENTENCES = {
    "led-past-the-chair": _led_past_the_chair,
    "no-ordstyrer": _no_ordstyrer,
    "no-dirigent": _no_dirigent,
    "led-twice-running": _led_twice_running,
    "dirigent-not-neutral": _dirigent_not_neutral,
    "too-few-meetings": _too_few_meetings,
    "too-few-general-meetings": _too_few_general_meetings,
}

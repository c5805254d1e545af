"""Findings about the minutes, in words."""

from governance.language import _, plural
from governance.wording.findings.telling import Told


def _approved_late(told: Told) -> str:
    said = _("The minutes of {date} were approved on {approved} only, not at the next meeting, of {next}.")
    return said.format(date=told.day("date"), approved=told.day("approved"), next=told.day("next"))


def _not_approved(told: Told) -> str:
    said = _("The minutes of {date} were not approved at the next meeting, of {next}, and have not been since.")
    return said.format(date=told.day("date"), next=told.day("next"))


def _lay_long(told: Told) -> str:
    said = plural(
        "The minutes of {of} were approved on {date} only, {days} day later; there should have been a meeting before.",
        "The minutes of {of} were approved on {date} only, {days} days later; there should have been a meeting before.",
        told.count("days"),
    )
    return said.format(of=told.day("of"), date=told.day("date"), days=told.count("days"))


def _approved_otherwise(told: Told) -> str:
    said = {
        "silence": _(
            "The minutes of {date} were approved on {approved} as nobody objected; the rules have it otherwise."
        ),
        "written": _("The minutes of {date} were approved on {approved} in writing; the rules have it otherwise."),
    }[told.text("how")]
    return said.format(date=told.day("date"), approved=told.day("approved"))


def _silence_too_short(told: Told) -> str:
    said = plural(
        "The minutes of {date}, issued on {issued}, were approved by silence on {approved}, {given} day later; there "
        "are {least} to object.",
        "The minutes of {date}, issued on {issued}, were approved by silence on {approved}, {given} days later; there "
        "are {least} to object.",
        told.count("given"),
    )
    days = {name: told.day(name) for name in ("date", "issued", "approved")}
    return said.format(**days, given=told.count("given"), least=told.count("least"))


def _silence_over(told: Told) -> str:
    said = _(
        "Who objects to the minutes of {date} had until {until}; they stand approved, which the book does not tell."
    )
    return said.format(date=told.day("date"), until=told.day("until"))


def _approved_but_not_issued(told: Told) -> str:
    said = _("The minutes of {date} were approved on {approved}, but the book does not tell that they were issued.")
    return said.format(date=told.day("date"), approved=told.day("approved"))


def _not_issued(told: Told) -> str:
    said = _("The minutes of {date} have not been issued, though the next meeting was held on {next}.")
    return said.format(date=told.day("date"), next=told.day("next"))


def _approved_before_issued(told: Told) -> str:
    said = _("The minutes of {date} were approved on {approved}, but issued on {issued} only.")
    return said.format(date=told.day("date"), approved=told.day("approved"), issued=told.day("issued"))


def _approved_twice(told: Told) -> str:
    said = _("The minutes of {date} were approved on {approved}, and once more on {again}.")
    return said.format(date=told.day("date"), approved=told.day("approved"), again=told.day("again"))


def _approved_but_not_held(told: Told) -> str:
    said = {
        "yes": _(
            "The minutes of {date} were approved on {approved}, but the book tells that this meeting was called off."
        ),
        "no": _(
            "The minutes of {date} were approved on {approved}, but the book does not tell that this meeting was held: "
            "take over its minutes, or see whether another day was meant."
        ),
    }[told.text("cancelled")]
    return said.format(date=told.day("date"), approved=told.day("approved"))


def _takes_in_what_corrects_nothing(told: Told) -> str:
    said = _("The approval of the minutes of {date} takes in entry {number}, which strikes and corrects nothing.")
    return said.format(date=told.day("date"), number=told.text("number"))


def _not_signed(told: Told) -> str:
    said = plural(
        "{people} has not signed the minutes of {date}.",
        "{people} have not signed the minutes of {date}.",
        told.count("count"),
    )
    return said.format(people=told.people("people"), date=told.day("date"))


def _signed_by_one_away(told: Told) -> str:
    said = _("{person} signed the minutes of {date} without having been there.")
    return said.format(person=told.person("person"), date=told.day("date"))


def _signature_not_good(told: Told) -> str:
    said = {
        "key-unknown": _(
            "The signature of {person} under the minutes of {date} is of a key that the book did not know."
        ),
        "key-of-another": _("The signature of {person} under the minutes of {date} was made with somebody else's key."),
        "key-revoked": _("The signature of {person} under the minutes of {date} was made with a key revoked before."),
        "reservation-differs": _(
            "The reservation of {person} to the minutes of {date} reads otherwise than what was signed."
        ),
        "other-minutes": _("The signature of {person} is not on the minutes of {date} as they were issued."),
    }[told.text("fault")]
    return said.format(person=told.person("person"), date=told.day("date"))


def _signed_with_lost_key(told: Told) -> str:
    said = _(
        "{person} signed the minutes of {date} with a key that may have been in other hands since {since}, as was said "
        "later."
    )
    return said.format(person=told.person("person"), date=told.day("date"), since=told.day("since"))


SENTENCES = {
    "minutes-approved-late": _approved_late,
    "minutes-not-approved": _not_approved,
    "minutes-lay-long": _lay_long,
    "minutes-approved-otherwise": _approved_otherwise,
    "silence-too-short": _silence_too_short,
    "silence-over": _silence_over,
    "approved-but-not-issued": _approved_but_not_issued,
    "minutes-not-issued": _not_issued,
    "approved-before-issued": _approved_before_issued,
    "approved-twice": _approved_twice,
    "approved-but-not-held": _approved_but_not_held,
    "takes-in-what-corrects-nothing": _takes_in_what_corrects_nothing,
    "minutes-not-signed": _not_signed,
    "signed-by-one-away": _signed_by_one_away,
    "signature-not-good": _signature_not_good,
    "signed-with-lost-key": _signed_with_lost_key,
}

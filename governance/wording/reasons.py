"""Why a field of the state is as it is, in sentences."""

from collections.abc import Callable

from events.errors import N_
from governance.explaining.reason import Reason
from governance.language import _, plural
from governance.wording.codes import code
from governance.wording.rules import kind_said
from governance.wording.speaking import day, period
from governance.wording.things import Names


def reason_said(reason: Reason, names: Names) -> str:
    """Return a reason in a sentence."""
    return SENTENCES[reason.kind](_Told(reason, names))


class _Told:
    """What a reason is about, as its sentence names it."""

    def __init__(self, reason: Reason, names: Names) -> None:
        self._about = reason.about
        self._names = names

    def has(self, name: str) -> bool:
        return name in self._about

    def text(self, name: str) -> str:
        return str(self._about.get(name, "-"))

    def count(self, name: str) -> int:
        return int(self._about[name])

    def day(self, name: str) -> str:
        return day(self.text(name))

    def period(self, name: str) -> str:
        return period(self.text(name))

    def thing(self, name: str) -> str:
        return self._names.get(self.text(name), self.text(name))


def _joined(told: _Told) -> str:
    if not told.has("after"):
        return _(
            "{name} is on the list of {until}, the first one that tells; so joined no later than that day."
        ).format(name=told.thing("person"), until=told.day("until"))
    return _("{name} is not on the list of {after}, but on that of {until}; so joined in between.").format(
        name=told.thing("person"), after=told.day("after"), until=told.day("until")
    )


def _left(told: _Told) -> str:
    return _("{name} is on the list of {after}, but not on that of {until}; so left in between.").format(
        name=told.thing("person"), after=told.day("after"), until=told.day("until")
    )


def _in_between(told: _Told) -> str:
    if told.has("after") and told.has("until"):
        return _("The day is not known: it lies after {after} and no later than {until}.").format(
            after=told.day("after"), until=told.day("until")
        )
    if told.has("until"):
        return _("The day is not known: it lies no later than {until}.").format(until=told.day("until"))
    return _("The day is not known: it lies after {after}.").format(after=told.day("after"))


def _then(text: str) -> Callable[[_Told], str]:
    return lambda told: _(text).format(name=told.thing("person"), day=told.day("day"))


def _newest_name(told: _Told) -> str:
    if not told.has("day"):
        return _("It is the newest name.")
    return _("It is the newest name, from {day}.").format(day=told.day("day"))


def _adopted(told: _Told) -> str:
    since = told.day("since") if told.has("since") else "-"
    if told.has("title"):
        return _("The council's own rules say so: {title}, from {since}.").format(title=told.text("title"), since=since)
    return _("The council's own rules say so, from {since}.").format(since=since)


def _of_law(told: _Told) -> str:
    return _("The law says so for this kind of body ({profile}): {source}.").format(
        profile=kind_said(told.text("profile")), source=told.text("source")
    )


def _usual(told: _Told) -> str:
    return _("No law says so, but it is usual for this kind of body ({profile}).").format(
        profile=kind_said(told.text("profile"))
    )


def _sum(told: _Told) -> str:
    count = told.count("count")
    return plural(
        "It is the sum of {count} activity with a budget.", "It is the sum of {count} activities with a budget.", count
    ).format(count=count)


def _weightiest(told: _Told) -> str:
    outcomes = ", ".join(code(held) for held in told.text("outcomes").split(","))
    return _("More than one thing came of the item ({outcomes}); the weightiest counts.").format(outcomes=outcomes)


def _approved(told: _Told) -> str:
    if told.has("meeting"):
        return _("Its minutes were approved at the meeting of {day}.").format(day=told.thing("meeting"))
    return _("Its minutes were approved without a meeting.")


def _approved_before(told: _Told) -> str:
    return _("The meeting of {day} approved the minutes of the last meeting before it, which is this one.").format(
        day=told.thing("meeting")
    )


def _age(text: str) -> Callable[[_Told], str]:
    def said(told: _Told) -> str:
        days = plural("{count} day", "{count} days", told.count("days")).format(count=told.count("days"))
        return _(text).format(days=days, first=told.day("first"), last=told.day("last"))

    return said


def _last_dealt_with(told: _Told) -> str:
    return _("The last time it was dealt with ({item}) the outcome was: {outcome}.").format(
        item=told.thing("item"), outcome=code(told.text("outcome"))
    )


def _no_meeting(told: _Told) -> str:
    if told.has("period"):
        return _("The book has no later meeting in the time that was named ({period}).").format(
            period=told.period("period")
        )
    return _("No meeting was named, and no later meeting in the book has the matter on its agenda.")


SENTENCES: dict[str, Callable[[_Told], str]] = {
    "joined-between-lists": _joined,
    "left-between-lists": _left,
    "joined-in-between": _in_between,
    "left-in-between": _in_between,
    "member-then": _then(N_("On {day} {name} was a member.")),
    "no-member-then": _then(N_("On {day} {name} was no member.")),
    "nothing-says-left": _then(N_("No entry says that {name} had left by {day}.")),
    "member-not-known-then": _then(N_("Whether {name} was a member on {day} cannot be told from the book.")),
    "term-was-set": lambda told: _("The term was set until {day}, and a new one followed.").format(
        day=told.day("until")
    ),
    "reappointed": lambda told: _("The membership was prolonged on {day}.").format(day=told.day("day")),
    "set-time-over": lambda told: _("The time that was set ran until {day}.").format(day=told.day("until")),
    "ended-or-followed": lambda told: _("On {day} it ended, or somebody else was elected.").format(day=told.day("day")),
    "newest-name": _newest_name,
    "rule-adopted": _adopted,
    "rule-of-law": _of_law,
    "rule-usual": _usual,
    "own-rules-silent": lambda told: _("The council's own rules say nothing else."),
    "profile-of-the-kind": lambda told: _("It is the kind of body that the council is."),
    "profile-named-by-own-rules": lambda told: _("The council's own rules say that the rest is as for this kind."),
    "last-entry": lambda told: _("It follows from the last entry, no. {number}.").format(number=told.text("entry")),
    "sum-of-budgets": _sum,
    "adopted-as-another": lambda told: _("It was adopted as another plan: {plan}.").format(plan=told.thing("plan")),
    "latest-answer": lambda told: _("The latest answer that tells counts, of {day}.").format(day=told.day("day")),
    "sum-of-seats": lambda told: _("It is the sum of the seats that are listed."),
    "status-planned": lambda told: _("It is planned; the notice is not out."),
    "status-called": lambda told: _("The notice is out, and the meeting has not been opened."),
    "status-open": lambda told: _("It was opened and has not been closed."),
    "status-decided-in-writing": lambda told: _("It was decided in writing, and has not been closed."),
    "status-closed": lambda told: _("It was closed; the minutes have not been issued."),
    "status-issued": lambda told: _("The minutes have been issued, and no meeting has approved them yet."),
    "status-cancelled": lambda told: _("It was called off."),
    "status-approved": _approved,
    "status-approved-as-the-last-before": _approved_before,
    "own-number": lambda told: _("The item has this number of its own."),
    "next-free-number": lambda told: _("The item has no number of its own; it is the next one free on the agenda."),
    "meeting-named": lambda told: _("The meeting of {day} was named.").format(day=told.thing("meeting")),
    "first-meeting-in-the-time": lambda told: _(
        "{period} was named; the meeting of {day} is the first one in that time."
    ).format(period=told.period("period"), day=told.thing("meeting")),
    "next-meeting-with-the-matter": lambda told: _(
        "No meeting was named; that of {day} is the next one with the matter on its agenda."
    ).format(day=told.thing("meeting")),
    "no-meeting-found": _no_meeting,
    "matter-by-title": lambda told: _("The matter was told by the title and by what came of it before."),
    "weightiest-outcome": _weightiest,
    "adopted-by-vote": lambda told: _("No outcome was recorded; the last vote on it was for."),
    "rejected-by-vote": lambda told: _("No outcome was recorded; the last vote on it was against."),
    "only-notes": lambda told: _("There are only notes; they do not say what came of the item."),
    "not-dealt-with": lambda told: _("Nothing was recorded under the item."),
    "age-until-dealt-with": _age(
        N_("{days} from {first}, when it first was on an agenda, to {last}, when it was dealt with.")
    ),
    "age-until-the-latest-day": _age(
        N_("{days} from {first}, when it first was on an agenda, to {last}, the latest day that the book knows.")
    ),
    "first-on-an-agenda": lambda told: _("That is where it first was on an agenda: {item}.").format(
        item=told.thing("item")
    ),
    "postponed-there": lambda told: _("It was postponed there: {item}.").format(item=told.thing("item")),
    "last-dealt-with": _last_dealt_with,
    "never-dealt-with": lambda told: _("No item with the matter has an outcome yet."),
    "there-all-the-time": lambda told: _("Nothing is told of coming late or leaving early."),
    "by-comings-and-goings": lambda told: _("It follows from when he or she came and went."),
    "minutes-meant": lambda told: _("The minutes meant are those of {day}.").format(day=told.day("day")),
    "minutes-not-in-the-book": lambda told: _("The book has no meeting on the day that was named."),
    "no-vote-on-it": lambda told: _("No vote was held on it."),
    "last-vote-on-it": lambda told: _("It is the result of the last vote on it."),
}
"""For each kind of reason its sentence."""

"""Findings about days and times that contradict each other, in words."""

from collections.abc import Callable

from events.errors import N_
from governance.language import _
from governance.wording.findings.telling import Told

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_DISORDERED = {
    "closed-before-opened": N_("The meeting was closed {one}, before it was opened {other}."),
    "resumed-before-interrupted": N_("The meeting went on {one}, before it was interrupted {other}."),
    "interrupted-before-opening": N_("The meeting was interrupted {one}, before it was opened {other}."),
    "interrupted-after-close": N_("The meeting was interrupted {one}, after it was closed {other}."),
    "held-on-another-day": N_("The meeting of {other} was opened on another day, {one}."),
    "called-after-it-was-held": N_("The notice of the meeting of {other} went out on {one}, after it was held."),
    "issued-before-held": N_("The minutes of {other} were issued on {one}, before the meeting."),
    "approved-before-held": N_("The minutes of {other} were approved on {one}, before the meeting."),
    "task-done-before-agreed": N_("The task was done on {one}, before it was agreed on {other}."),
    "answered-before-sent": N_("The answer came on {one}, before what it answers was sent on {other}."),
}


def _disordered(said: str) -> Callable[[Told], str]:
    return lambda told: _(said).format(one=told.moment("one"), other=told.moment("other"))


def _weekday_disagrees(told: Told) -> str:
    weekday = _(_WEEKDAYS[told.count("weekday")])
    return _("»{words}«: {date} is a {weekday}.").format(
        words=told.text("words"), date=told.day("date"), weekday=weekday
    )


def _week_disagrees(told: Told) -> str:
    return _("»{words}«: {date} lies in week {week}.").format(
        words=told.text("words"), date=told.day("date"), week=told.count("week")
    )


def _date_differs(told: Told) -> str:
    return _("»{words}«: by the book it is {date}.").format(words=told.text("words"), date=told.day("date"))


SENTENCES: dict[str, Callable[[Told], str]] = {
    **{kind: _disordered(said) for kind, said in _DISORDERED.items()},
    "weekday-disagrees": _weekday_disagrees,
    "week-disagrees": _week_disagrees,
    "date-differs": _date_differs,
}

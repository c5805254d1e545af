"""The command that works out what follows from a book: attendance, fees, open matters, what is overdue, who was what."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from events.errors import N_, ReferatError
from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from governance.state.model import State
    from governance.wording.views import View

_TOO_MUCH = 2**53
_OVER_A_TIME = ("attendance", "fees")
_ON_A_DAY = ("matters", "overdue", "who")


class ViewMisused(ReferatError):
    """A view was asked for with an option that it does not take, or without one that it needs."""

    exit_code = 2


def add_commands(commands: Any) -> None:
    """Add views."""
    views = command(
        commands,
        "views",
        _views,
        summary=_("work out attendance, fees, open matters, what is overdue, or who was what"),
        examples=(
            "  referat views integrationsraadet attendance --from 2025-01-01 --to 2025-12-31\n"
            "  referat views integrationsraadet fees --from 2025-01-01 --to 2025-12-31 --fee 42500\n"
            "  referat views integrationsraadet matters\n"
            "  referat views integrationsraadet overdue --on 2025-09-01\n"
            "  referat views integrationsraadet who --on 2025-04-01 --json"
        ),
    )
    book_argument(views)
    views.add_argument("view", choices=sorted((*_OVER_A_TIME, *_ON_A_DAY)), help=_("what to work out"))
    views.add_argument("--from", dest="first", metavar=_("DATE"), help=_("first day, for attendance and fees"))
    views.add_argument("--to", dest="last", metavar=_("DATE"), help=_("last day, for attendance and fees"))
    views.add_argument(
        "--on",
        metavar=_("DATE"),
        help=_("on which day, for matters, overdue and who; else the day of the newest entry, never today's"),
    )
    views.add_argument(
        "--fee", type=int, metavar=_("ØRE"), help=_("the fee for a meeting in øre; else that of the council's rules")
    )
    views.add_argument("--json", action="store_true", help=_("as JSON"))


def _views(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import put, put_line
    from governance.state.publishing import publish
    from governance.wording.summary import names_in
    from governance.wording.views import view_lines

    _require_fitting(options)
    book = session.book(options.book)
    first, last, on = (_day(text) for text in (options.first, options.last, options.on))
    if first is not None and last is not None and last < first:
        raise ViewMisused(
            N_("The last day, {last}, lies before the first, {first}. Swap --from and --to."), first=first, last=last
        )
    if options.view in _ON_A_DAY:
        on = on or book.newest_day()
    state = publish(book.fold(on=last if options.view in _OVER_A_TIME else on))
    view = _MADE[options.view](state, first, last, on, options.fee)
    if options.json:
        put(msgspec.json.format(msgspec.json.encode(view), indent=2) + b"\n")
        return 0
    for line in view_lines(view, names_in(state)):
        put_line(line)
    return 0


def _require_fitting(options: Namespace) -> None:
    given = {"--from": options.first, "--to": options.last, "--on": options.on, "--fee": options.fee}
    takes = ["--from", "--to"] if options.view in _OVER_A_TIME else ["--on"]
    takes += ["--fee"] if options.view == "fees" else []
    for option, value in given.items():
        if value is not None and option not in takes:
            raise ViewMisused(
                N_("{view} takes no {option}; it takes {takes}."),
                view=options.view,
                option=option,
                takes=", ".join(takes),
            )
    if options.fee is not None and not 1 <= options.fee < _TOO_MUCH:
        raise ViewMisused(N_("A fee is a number of øre from 1 up, e.g. --fee 42500 for 425 kr."))


def _day(text: str | None) -> str | None:
    from governance.commandline.session import day_meant, required_day

    return required_day(day_meant(text)) if text is not None else None


def _fees(state: "State", first: str | None, last: str | None, _on: str | None, fee: int | None) -> "View":
    from governance.views.fees import fees

    of_rules = state.rules.fee.value
    found = fee if fee is not None else of_rules if isinstance(of_rules, int) else None
    if found is None:
        raise ViewMisused(N_("The council's rules name no fee for a meeting. Say it in øre, e.g. --fee 42500."))
    return fees(state, first, last, found)


def _attendance(state: "State", first: str | None, last: str | None, _on: str | None, _fee: int | None) -> "View":
    from governance.views.attendance import attendance

    return attendance(state, first, last)


def _matters(state: "State", _first: str | None, _last: str | None, on: str | None, _fee: int | None) -> "View":
    from governance.views.matters import open_matters

    return open_matters(state, on or "")


def _overdue(state: "State", _first: str | None, _last: str | None, on: str | None, _fee: int | None) -> "View":
    from governance.views.overdue import overdue

    return overdue(state, on or "")


def _who(state: "State", _first: str | None, _last: str | None, on: str | None, _fee: int | None) -> "View":
    from governance.views.who import who

    return who(state, on or "")


_MADE: dict[str, Callable[["State", str | None, str | None, str | None, int | None], "View"]] = {
    "attendance": _attendance,
    "fees": _fees,
    "matters": _matters,
    "overdue": _overdue,
    "who": _who,
}

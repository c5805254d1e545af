"""The command that explains a field of the state: in words, why it is so, and by which entries."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import at_option, book_argument, command
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from governance.explaining.explanation import Explanation
    from governance.log_lines import LogLines
    from governance.state.model import State


def add_commands(commands: Any) -> None:
    """Add explain."""
    explain = command(
        commands,
        "explain",
        _explain,
        summary=_("explain what stands anywhere in a book: in words, why, and by which entries"),
        examples=(
            "  referat explain integrationsraadet 2022-09-28/7/postponed_to\n"
            "  referat explain integrationsraadet /meetings/1/agenda/6/outcome\n"
            "  referat explain integrationsraadet i20\n"
            '  referat explain integrationsraadet "members/Anna Holm/terms/0" --on 2022-01-01'
        ),
    )
    book_argument(explain)
    path: Any = explain.add_argument(
        "path",
        metavar="PATH",
        help=_(
            "what to explain: a JSON Pointer into the export (/meetings/1/date), or in short an id (i20/outcome), "
            "a name (members/Anna Holm), a meeting's day and an item's number (2022-09-28/7)"
        ),
    )
    path.completer = _paths
    at_option(explain)
    explain.add_argument("--on", metavar=_("DATE"), help=_("what was in force on a day"))
    explain.add_argument("--json", action="store_true", help=_("as JSON"))


def _explain(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import put, put_line, say
    from governance.commandline.session import day_meant, required_day
    from governance.explaining.explanation import explain
    from governance.explaining.leaving_out import LeavingOut
    from governance.explaining.pointing import NoSuchPlace, place_meant
    from governance.explaining.reason import Looked
    from governance.log_lines import LogLines
    from governance.state.publishing import publish
    from governance.wording.explanations import explanation_lines, missing_lines

    book = session.book(options.book)
    upto = book.number_at(options.at) if options.at else None
    on = required_day(day_meant(options.on)) if options.on else None
    fold = book.fold(upto=upto, on=on)
    state, log = publish(fold), LogLines(book)
    try:
        place = place_meant(state, options.path)
    except NoSuchPlace as problem:
        for line in missing_lines(problem, state):
            say(line)
        return problem.exit_code
    held = LeavingOut(book.name, list(book.entries(upto=upto)), on=on)
    explanation = explain(held, Looked(fold, state, on), place)
    if options.json:
        put(msgspec.json.format(msgspec.json.encode(_as_data(explanation, state, log)), indent=2) + b"\n")
        return 0
    for line in explanation_lines(explanation, state, log):
        put_line(line)
    return 0


def _as_data(explanation: "Explanation", state: "State", log: "LogLines") -> dict[str, Any]:
    import msgspec

    from governance.state.places import pointer
    from governance.wording.explanations import value_lines
    from governance.wording.placing import place_said
    from governance.wording.reasons import reason_said
    from governance.wording.things import things_named

    names = things_named(state)
    return {
        "path": pointer(state, explanation.place),
        "said": place_said(state, explanation.place, names),
        "value": msgspec.to_builtins(explanation.value),
        "value_said": list(value_lines(state, explanation.place, names)),
        "reasons": [
            {**msgspec.to_builtins(reason), "said": reason_said(reason, names)} for reason in explanation.reasons
        ],
        "entries": [{"role": one.role, **log.as_data(entry)} for one, entry in explanation.entries],
        "amended": [
            {"how": held.how, "entry": log.as_data(held.entry), "by": log.as_data(held.by)}
            for held in explanation.amended
        ],
    }


def _paths(prefix: str, parsed_args: Namespace, **_rest: object) -> list[str]:
    from events.errors import ReferatError
    from governance.explaining.pointing import continuations
    from governance.state.publishing import publish

    try:
        return continuations(publish(Session(parsed_args).book(parsed_args.book).fold()), prefix)
    except ReferatError:
        return []

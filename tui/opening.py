"""Opening the application: only in a terminal, only on a record that will do, and never ending in a traceback."""

import os
import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from events.errors import N_, ReferatError
from events.sqlite.opening import RecordMissing, open_for_reading
from governance.language import chosen_language, said, speak
from governance.settings import Settings, load_settings, record_path, settings_path

if TYPE_CHECKING:
    from tui.app import ReferatApp


def open_application(arguments: list[str]) -> int:
    """Open the application on the record and return the exit code."""
    parser = ArgumentParser(prog="referat", add_help=False)
    parser.add_argument("--record")
    parser.add_argument("--by")
    parser.add_argument("--read-only", action="store_true")
    options = parser.parse_args(arguments)
    try:
        speak(chosen_language(os.environ))
        path = settings_path(os.environ)
        settings = load_settings(path)
        speak(chosen_language(os.environ, settings.language))
        record = record_path(os.environ, settings, options.record)
        _require_terminal()
        _check(record)
    except ReferatError as problem:
        return _say(problem)
    actor = options.by or os.environ.get("REFERAT_BY")
    return _run(record, settings, path, actor, only_read=options.read_only)


class NoTerminal(ReferatError):
    """There is no terminal to open the application in."""

    exit_code = 2


def _require_terminal() -> None:
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise NoTerminal(N_("The application needs a terminal. See what can be done without one: referat --help"))


def _check(record: Path) -> None:
    """Raise a RecordError where the record will not do; that there is none yet is no fault."""
    try:
        open_for_reading(record).close()
    except RecordMissing:
        return


_DRAWN_A_SECOND = "120"
"""How often what changed is drawn at most: what a key does is seen within 8 ms, not 17 as the library has it."""


def _run(record: Path, settings: Settings, path: Path, actor: str | None, *, only_read: bool) -> int:
    os.environ.setdefault("TEXTUAL_FPS", _DRAWN_A_SECOND)
    from tui.app import ReferatApp
    from tui.calm import keep_calm

    keep_calm()
    for name in ("COLUMNS", "LINES"):  # a shell that exports them would freeze the size of the window
        os.environ.pop(name, None)
    application = ReferatApp(record, settings, path, actor=actor, only_read=only_read)
    application.set_class(only_read, "-read-only")
    try:
        application.run()
    except Exception as failure:
        application.failure = failure
    _keep_drafts(application)
    if application.failure is not None:
        return _report(application.failure, record)
    if application.problem is not None:
        return _say(application.problem)
    return application.return_code or 0


def _keep_drafts(application: "ReferatApp") -> None:
    """Keep the last second; what cannot be kept beside the record is kept elsewhere, and where is said."""
    if application.keeper.close() is None:
        return
    from tui.crashing import rescue, rescue_panel

    drafts = application.drafts.written
    if drafts:
        _print(rescue_panel(rescue(drafts), drafts))


def _say(problem: ReferatError) -> int:
    from governance.commandline.options_named import option_named

    _print(" ".join(filter(None, (said(problem), option_named(problem)))))
    return problem.exit_code


def _report(failure: BaseException, record: Path) -> int:
    from governance.damage_behind import damage_behind
    from tui.crashing import crash_panel, write_report

    damage = damage_behind(record)
    if damage is not None:
        return _say(damage)
    _print(crash_panel(write_report(failure)))
    return 1


def _print(text: str) -> None:
    with suppress(OSError):  # the terminal may be gone
        print(text, file=sys.stderr, flush=True)

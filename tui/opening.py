"""Opening the application: only in a terminal, only on a record that will do, and never ending in a traceback."""

import gc
import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from events.errors import N_, ReferatError
from events.sqlite.opening import RecordMissing, open_for_reading
from governance.language import _, chosen_language, said, speak
from governance.settings import load_settings, record_path, settings_path


def open_application(arguments: list[str]) -> int:
    """Open the application on the record and return the exit code."""
    parser = ArgumentParser(prog="referat", add_help=False)
    parser.add_argument("--record")
    parser.add_argument("--by")
    options = parser.parse_args(arguments)
    try:
        speak(chosen_language(os.environ))
        settings = load_settings(settings_path(os.environ))
        speak(chosen_language(os.environ, settings.language))
        record = record_path(os.environ, settings, options.record)
        _require_terminal()
        _check(record)
    except ReferatError as problem:
        return _say(problem)
    return _run(record)


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


def _run(record: Path) -> int:
    from tui.app import ReferatApp

    gc.freeze()  # what was loaded stays; collecting it again and again would hold up the screen
    for name in ("COLUMNS", "LINES"):  # a shell that exports them would freeze the size of the window
        os.environ.pop(name, None)
    application = ReferatApp(record)
    application.run()
    if application.failure is not None:
        return _report(application.failure)
    if application.problem is not None:
        return _say(application.problem)
    return application.return_code or 0


def _say(problem: ReferatError) -> int:
    print(said(problem), file=sys.stderr)
    return problem.exit_code


def _report(failure: BaseException) -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="referat-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exception(failure, file=file)
    text = _("The application had to stop. Nothing that was recorded is lost. A report is in {file}.")
    print(text.format(file=file.name), file=sys.stderr)
    return 1

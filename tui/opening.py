"""Opening the application: only in a terminal, and never ending in a traceback."""

import os
import sys
from argparse import ArgumentParser

from events.errors import ReferatError
from governance.language import _, chosen_language, said, speak
from governance.settings import load_settings, record_path, settings_path


def open_application(arguments: list[str]) -> int:
    """Open the application on the record and return the exit code."""
    parser = ArgumentParser(prog="referat", add_help=False)
    parser.add_argument("--record")
    parser.add_argument("--by")
    options = parser.parse_args(arguments)
    try:
        settings = load_settings(settings_path(os.environ))
        speak(chosen_language(os.environ, settings.language))
        record = record_path(os.environ, settings, options.record)
    except ReferatError as problem:
        print(said(problem), file=sys.stderr)
        return problem.exit_code
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(_("The application needs a terminal. See what can be done without one: referat --help"), file=sys.stderr)
        return 2
    from tui.app import ReferatApp

    application = ReferatApp(record)
    application.run()
    if application.failure is not None:
        return _report(application.failure)
    return application.return_code or 0


def _report(failure: BaseException) -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="referat-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exception(failure, file=file)
    text = _("The application had to stop. Nothing that was recorded is lost. A report is in {file}.")
    print(text.format(file=file.name), file=sys.stderr)
    return 1

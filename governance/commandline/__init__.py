"""The command line. Data goes to standard output, messages to standard error.

Exit codes: 0 done; 1 an error inside the program; 2 wrong use; 3 a file or text that cannot be taken in; 4 refused by
a rule; 5 the record or a file cannot be read or written; 6 somebody else recorded first; 7 no such book, meeting or
entry; 130 interrupted.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from events.errors import ReferatError


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises, and never shows a traceback."""
    from governance.language import chosen_language, said, speak

    try:
        with _uninterrupted():
            from governance.commandline import parser as _parser  # noqa: F401
            from governance.settings import load_settings, settings_path
        try:
            language = load_settings(settings_path(os.environ)).language
        except ReferatError:
            language = None
        speak(chosen_language(os.environ, language))
        return _run(sys.argv[1:] if arguments is None else arguments)
    except ReferatError as problem:
        from governance.commandline.options_named import option_named
        from governance.wording.missing import missing_said

        print(missing_said(" ".join(filter(None, (said(problem), option_named(problem))))), file=sys.stderr)
        return problem.exit_code
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 0
    except BrokenPipeError:
        _let_go()
        return 0
    except KeyboardInterrupt:
        _let_go()
        return 130
    except Exception as problem:
        if _interrupted(problem):
            _let_go()
            return 130
        return _unexpected(problem)


def _interrupted(problem: BaseException | None) -> bool:
    """Tell whether an interruption stands behind a problem: Python 3.11 wraps one that comes while a class is made."""
    while problem is not None:
        if isinstance(problem, KeyboardInterrupt):
            return True
        problem = problem.__cause__
    return False


def _run(arguments: list[str]) -> int:
    from governance.commandline.output import flush
    from governance.commandline.parser import build_parser
    from governance.commandline.reading_only import require_reading
    from governance.commandline.session import Session

    parser = build_parser()
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)
    options = parser.parse_args(arguments)
    session = Session(options)
    if session.read_only:
        require_reading(options)
    try:
        code: int = options.run(session, options)
        flush()
        session.keep_checkpoints()
        return code
    except Exception as problem:
        _blame_damage(problem, session.record)
        raise
    finally:
        session.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold an interruption back while modules load: those in C may crash when one comes in the middle."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _let_go() -> None:
    from governance.commandline.output import let_go

    let_go()


def _blame_damage(problem: Exception, record: Path) -> None:
    """Raise what is wrong with the record, where that may stand behind a failure inside the program."""
    if isinstance(problem, ReferatError | OSError) or _interrupted(problem):
        return
    from governance.damage_behind import damage_behind

    damage = damage_behind(record)
    if damage is not None:
        raise damage from problem


def _unexpected(problem: Exception) -> int:
    """Say in plain words that the program failed, and keep the details in a file for whoever mends it."""
    import tempfile
    import traceback

    from governance.language import _

    with tempfile.NamedTemporaryFile("w", prefix="referat-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exception(problem, file=file)
    message = _(
        "Something failed inside referat. Nothing half written was left. Please send the report {file} to whoever keeps referat for you."
    )
    print(message.format(file=file.name), file=sys.stderr)
    return 1

"""Commands about the program itself: settings, completion."""

from argparse import Namespace
from typing import Any

from governance.commandline.forms import command
from governance.commandline.session import Session
from governance.language import _


def add_commands(commands: Any) -> None:
    """Add settings and completion."""
    settings = command(
        commands,
        "settings",
        _settings,
        summary=_("show the settings, or set one: by, language (da, en), record"),
        examples="  referat settings\n  referat settings by 'Alice Flink'\n  referat settings language en",
    )
    settings.add_argument("name", nargs="?", choices=("by", "language", "record"), help=_("which setting"))
    settings.add_argument("value", nargs="?", help=_("what to set it to; empty takes it away"))
    completion = command(
        commands,
        "completion",
        _completion,
        summary=_("print what makes the shell complete commands and names of books"),
        examples='  eval "$(referat completion bash)"',
    )
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help=_("the shell"))


def _settings(session: Session, options: Namespace) -> int:
    from pathlib import Path

    import msgspec

    from events.errors import N_
    from events.text import clean
    from governance.commandline.output import put_line
    from governance.language import LANGUAGES
    from governance.settings import SettingsRefused, save_settings

    if options.name is not None and options.value is not None:
        value = clean(options.value, field=options.name, lines=False) if options.value else None
        if options.name == "record" and value is not None:
            value = str(Path(value).expanduser().absolute())
        if options.name == "language" and value not in (None, *LANGUAGES):
            raise SettingsRefused(N_("The language is da or en, not {value}."), value=value)
        session.settings = msgspec.structs.replace(session.settings, **{options.name: value})
        save_settings(session.settings_path, session.settings)
    for name in (options.name,) if options.name else ("by", "language", "record"):
        put_line(f"{name}: {getattr(session.settings, name) or '-'}")
    return 0


def _completion(_session: Session, options: Namespace) -> int:
    from argcomplete.shell_integration import shellcode

    from governance.commandline.output import put

    put(shellcode(["referat"], shell=options.shell).encode() + b"\n")
    return 0

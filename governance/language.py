"""The language of the program: Danish where the locale is Danish or says nothing, else English.

Minutes and agendas are always Danish; this is about what the program says to its user.
"""

import gettext
import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from events.errors import ReferatError
from events.text import shown

LANGUAGES = ("da", "en")
CATALOGUES = Path(__file__).parent / "locale"
_UNSET = ("", "c", "posix")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_translations: gettext.NullTranslations = gettext.NullTranslations()
_spoken = "en"


def chosen_language(environment: Mapping[str, str], setting: str | None = None) -> str:
    """Return the language to speak: REFERAT_LANG, else the setting, else by the locale."""
    for wish in (environment.get("REFERAT_LANG"), setting):
        if wish in LANGUAGES:
            return wish
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "").split(".")[0].lower()
        if locale not in _UNSET:
            return "da" if locale.startswith("da") else "en"
    return "da"


def speak(language: str) -> None:
    """Speak this language from now on; the standard library's own messages too."""
    global _translations, _spoken
    _spoken = language
    _translations = gettext.translation("referat", CATALOGUES, languages=[language], fallback=True)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("referat", str(CATALOGUES))
    gettext.textdomain("referat")


def spoken() -> str:
    """Return the language that is spoken."""
    return _spoken


def _(message: str) -> str:
    """Return the message in the language that is spoken."""
    return _translations.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form for this count, in the language that is spoken."""
    return _translations.ngettext(one, many, count)


def said(error: ReferatError) -> str:
    """Return what an error says to the user, safe to print; its days in figures as Danes write them, but for the ``value``
    that somebody gave, which is repeated as it was given.
    """
    return shown(_(error.message).format(**{name: _detail(name, held) for name, held in error.details.items()}))


def _detail(name: str, held: object) -> object:
    if isinstance(held, ReferatError):
        return said(held)
    if name == "value" or not isinstance(held, str) or not _DAY.fullmatch(held):
        return held
    try:
        return date.fromisoformat(held).strftime("%d.%m.%Y")
    except ValueError:
        return held

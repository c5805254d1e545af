"""What is said where the application had to stop: what is safe, where the report lies, and how to go on."""

import platform
import sys
import tempfile
import textwrap
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from governance.drafts import Draft
from governance.language import _

_WIDTH = 76


def write_report(failure: BaseException) -> Path | None:
    """Write what went wrong to a file of its own and return where it is; None where none can be written."""
    head = [
        f"referat {version('referat')}, textual {version('textual')}",
        f"Python {sys.version.split()[0]}, {platform.platform()}",
        "",
    ]
    return _written("referat-", "\n".join([*head, *traceback.format_exception(failure)]))


def rescue(drafts: dict[str, Draft]) -> Path | None:
    """Write drafts that could not be kept in their place to a file of its own."""
    texts = [f"--- {key}\n{draft.text}\n" for key, draft in sorted(drafts.items())]
    return _written("referat-kladder-", "\n".join(texts))


def crash_panel(report: Path | None) -> str:
    """Return what is said after a crash."""
    told = [
        _("Nothing that was recorded is lost. What you were writing is kept."),
        _("Open referat again: you come back to where you were."),
        "",
        _("A report of what happened is in {file}. Look through it before you send it to anyone.").format(file=report)
        if report is not None
        else _("No report could be written: there is no room for it, or it is not allowed."),
    ]
    return panel(_("The application had to stop"), told)


def rescue_panel(file: Path | None, drafts: dict[str, Draft]) -> str:
    """Return what is said where drafts could not be kept in their place."""
    if file is not None:
        told = [_("The drafts could not be kept beside the record. They are in {file}.").format(file=file)]
    else:
        told = [_("The drafts could not be kept anywhere. Copy them from here:"), ""]
        told += [line for draft in drafts.values() for line in (*draft.text.splitlines(), "")]
    return panel(_("Your drafts"), told)


def panel(title: str, paragraphs: Sequence[str]) -> str:
    """Return paragraphs in a frame for a plain terminal; a path is never broken."""
    lines = [
        line
        for text in paragraphs
        for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    ]
    rule = "─" * (_WIDTH - len(title) - 1)
    framed = [f"│ {line:<{_WIDTH}} │" if len(line) <= _WIDTH else f"│ {line}" for line in lines]
    return "\n".join([f"┌─ {title} {rule}┐", *framed, f"└{'─' * (_WIDTH + 2)}┘"])


def _written(prefix: str, text: str) -> Path | None:
    try:
        with tempfile.NamedTemporaryFile("w", prefix=prefix, suffix=".txt", delete=False, encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return None
    return Path(file.name)

"""Loading what the screens to come are made of, on a thread: a screen that opens never waits for it."""

from collections.abc import Callable, Sequence
from importlib import import_module

FIRST = ("tui.reading", "tui.recording", "tui.screens.planning")
"""What shows the meetings of a council."""

LATER = (
    "tui.screens.sitting",
    "tui.screens.choosing",
    "tui.screens.form",
    "tui.screens.forms",
    "tui.screens.part_form",
    "tui.screens.correcting",
    "tui.screens.book",
    "tui.screens.searching",
    "tui.screens.pictures",
    "tui.screens.agenda",
    "tui.screens.minutes",
    "tui.screens.travelling",
    "tui.screens.followup",
    "tui.screens.start",
    "tui.screens.new_council",
    "tui.screens.audit",
    "tui.screens.documents_taken",
    "tui.screens.importing_files",
    "tui.screens.importing",
    "tui.screens.importing_review",
    "tui.screens.usage",
    "tui.screens.settings",
    "tui.practising",
    "tui.crashing",
)
"""Everything else that is loaded where it is first used."""


def load(modules: Sequence[str], stopped: Callable[[], bool]) -> None:
    """Load modules one by one, until nobody waits for them any more."""
    for module in modules:
        if stopped():
            return
        import_module(module)

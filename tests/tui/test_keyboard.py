"""The keys that reach the application."""

import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.drivers.headless_driver import HeadlessDriver
from textual.widget import Widget

from tui.keyboard import loses_letters, with_plain_keys
from tui.loading import FIRST, LATER, load
from tui.screens.base import ReferatScreen

_WRITTEN: list[str] = []


class _Asking(HeadlessDriver):
    """A driver that asks for the protocol as those of the library do."""

    def start_application_mode(self) -> None:
        self.write("\x1b[>1u")

    def write(self, data: str) -> None:
        _WRITTEN.append(data)


def test_the_keyboard_protocol_is_taken_back_where_it_loses_letters() -> None:
    assert loses_letters({"WT_SESSION": "x"})
    assert not loses_letters({"TERM": "xterm-kitty"})
    _WRITTEN.clear()
    driver = with_plain_keys(_Asking)
    driver.start_application_mode(driver.__new__(driver))
    assert _WRITTEN == ["\x1b[>1u", "\x1b[<u"]


FORBIDDEN = re.compile(
    r"ctrl\+(i|m|h|w|t|n|left_square_bracket)$|alt\+|f5$|f11$|f12$|(^|shift\+)(at|left_curly_bracket|right_curly_bracket"
    r"|left_square_bracket|right_square_bracket|vertical_line|backslash|tilde|slash|circumflex_accent|grave_accent)$"
)


def _bound() -> dict[type, list[Binding]]:
    """Return the keys that each class of ours binds itself."""
    load((*FIRST, *LATER, "tui.app"), lambda: False)
    found: dict[type, list[Binding]] = {}
    waiting: list[type] = [Widget]
    from textual.app import App

    waiting.append(App)
    while waiting:
        held = waiting.pop()
        waiting += held.__subclasses__()
        if held.__module__.startswith("tui."):
            found[held] = list(Binding.make_bindings(held.__dict__.get("BINDINGS", [])))
    return found


def test_no_key_is_bound_that_a_terminal_keeps_or_cannot_send() -> None:
    wrong = [(held.__name__, one.key) for held, bound in _bound().items() for one in bound if FORBIDDEN.search(one.key)]
    assert wrong == []


def test_every_function_key_has_another_way() -> None:
    """Some terminals keep F1 and F10: what an F-key does, another key or a line of the menu does too."""
    alone = []
    for held, bound in _bound().items():
        by_action: dict[str, set[str]] = {}
        for one in bound:
            by_action.setdefault(one.action, set()).add(one.key)
        listed = _listed(held)
        alone += [
            f"{held.__name__}: {', '.join(sorted(keys))} {action}"
            for action, keys in by_action.items()
            if all(re.fullmatch(r"(shift\+)?f\d+", key) for key in keys) and action not in listed
        ]
    assert alone == []


def test_the_help_of_every_screen_opens_without_f1_too() -> None:
    _bound()
    waiting: list[type[ReferatScreen]] = [ReferatScreen]
    screens = []
    while waiting:
        held = waiting.pop()
        waiting += held.__subclasses__()
        screens.append(held)
    opens = {held.__name__: _does(held, "ctrl+p") for held in screens}
    assert len(opens) > 20
    assert [name for name, actions in opens.items() if actions not in (["help"], ["menu"])] == []


def _does(held: type[ReferatScreen], key: str) -> list[str]:
    bound = held._merged_bindings
    return [one.action for one in bound.key_to_bindings.get(key, ())] if bound is not None else []


def _listed(held: type) -> set[str]:
    """Return the actions that the class names as a line of its menu or help."""
    source = Path(__import__(held.__module__, fromlist=["_"]).__file__ or "").read_text(encoding="utf-8")
    return set(re.findall(r'"(?:screen|app)\.([a-z_]+(?:\([^)]*\))?)"', source))


@pytest.mark.parametrize("module", [*FIRST, *LATER])
def test_what_is_loaded_beforehand_is_there(module: str) -> None:
    __import__(module)


def test_whatever_is_loaded_where_it_is_used_is_loaded_beforehand() -> None:
    """A screen that opens for the first time must not wait for the disk."""
    folder = Path(__file__).parents[2] / "tui"
    late = {
        name
        for file in folder.rglob("*.py")
        for name in re.findall(r"^ {8,}from (tui\.[a-z_.]+) import", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert late <= {*FIRST, *LATER}

"""What is said in words is said for the command line and the screen alike: no option stands in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.errors import ReferatError
from events.sqlite.opening import RecordMissing
from governance.book import ActorMissing
from governance.checkpoints import CheckpointDiffers
from governance.commandline.options_named import option_named
from governance.importing.belonging import BookUnclear
from governance.importing.taking_over import ImportRefused
from governance.keyring import KeyUnclear
from governance.rules.act import RuleRefused, TimeRefused
from governance.rules.record import AuthorityMissing, StrikeRefused

ROOT = Path(__file__).parents[2]
ONLY_COMMANDS = (
    "governance/commandline",
    "governance/importing/taking_back.py",
    "governance/restoring.py",
    "governance/witnessing.py",
    "tui/opening.py",
)
"""What is met on the command line alone. What is taken over into a book that was named is so too."""
_OPTION = re.compile(r"(?<!-)--[a-z]")
_NAMED_BOOK = "is of {body}, and the book {book} is that of {council}"


def _said(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "plural"):
            yield from (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_no_option_stands_in_what_the_screen_may_say() -> None:
    files = [file for folder in ("events", "governance", "tui") for file in sorted((ROOT / folder).rglob("*.py"))]
    said = {
        (file.relative_to(ROOT).as_posix(), text)
        for file in files
        if not file.relative_to(ROOT).as_posix().startswith(ONLY_COMMANDS)
        for text in _said(file)
    }
    assert len(said) > 1000
    assert not [held for held in said if _OPTION.search(held[1]) and _NAMED_BOOK not in held[1]]


@pytest.mark.parametrize(
    ("problem", "option"),
    [
        (ActorMissing(), "--by"),
        (StrikeRefused(3, [5]), "--with-dependents"),
        (AuthorityMissing(3), "--authority"),
        (TimeRefused("-"), "--effective"),
        (BookUnclear("-"), "--book"),
        (ImportRefused([]), "--keep-unclear"),
        (KeyUnclear("-"), "--key"),
        (CheckpointDiffers("-"), "--checkpoint"),
        (RecordMissing("-"), "--record"),
    ],
)
def test_the_command_line_names_the_option_behind_it(problem: ReferatError, option: str) -> None:
    assert option in option_named(problem)


def test_where_no_option_helps_none_is_named() -> None:
    assert option_named(RuleRefused("-")) == ""

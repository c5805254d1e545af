"""What the operating system and SQLite complain of, in words, in the language of the reader."""

import ast
import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from events import system_faults
from events.errors import RecordError, ReferatError
from events.system_faults import system_fault
from governance.language import said, speak
from tests.conftest import ROOT

FOLDERS = ("events", "governance", "tui")


def failing(act: Callable[[], object]) -> Exception:
    """Return what an act fails with."""
    try:
        act()
    except Exception as problem:
        return problem
    raise AssertionError("nothing failed")


@pytest.mark.parametrize(
    ("act", "english", "danish"),
    [
        (
            lambda at: at.joinpath("nej").read_bytes(),
            "there is no such file or folder",
            "der er ingen sådan fil eller mappe",
        ),
        (lambda at: at.read_bytes(), "it is a folder", "det er en mappe"),
        (lambda at: at.joinpath("x" * 300).read_bytes(), "the name is too long", "navnet er for langt"),
        (
            lambda at: sqlite3.connect(at / "nej" / "x").execute("SELECT 1"),
            "the file cannot be opened",
            "filen kan ikke åbnes",
        ),
        (lambda at: b"\xff".decode(), "it is not text in UTF-8", "det er ikke tekst i UTF-8"),
        (lambda at: os.strerror("x"), "'str' object cannot be interpreted", "'str' object cannot be interpreted"),
    ],
)
def test_what_fails_is_said(tmp_path: Path, act: Callable[[Path], object], english: str, danish: str) -> None:
    problem = failing(lambda: act(tmp_path))
    error = RecordError("{path}: {problem}.", path="x", problem=system_fault(problem))
    assert str(error).startswith(f"x: {english}")
    speak("da")
    assert said(error).startswith(f"x: {danish}")


def test_what_has_no_words_is_told_as_the_system_tells_it() -> None:
    strange = OSError(errno.EDOM, os.strerror(errno.EDOM))
    assert str(system_fault(strange)) == os.strerror(errno.EDOM)


def test_every_fault_has_danish_words() -> None:
    speak("da")
    for english in {*system_faults._FAULTS.values(), *system_faults._OF_SQLITE.values()}:
        assert said(ReferatError(english)) != english


def test_nothing_else_repeats_what_the_system_says() -> None:
    """Its words are English: they would stand in the midst of a Danish sentence."""
    telling = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for folder in FOLDERS
        for file in sorted((ROOT / folder).rglob("*.py"))
        if file.name != "system_faults.py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "strerror"
    ]
    assert telling == []

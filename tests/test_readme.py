"""The README and the guides promise what the program does: their commands are run and their tables held to the code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import events.errors
import governance.commandline
from governance.commandline.parser import build_parser
from governance.documents.annotations import read_annotation, write_annotation
from governance.documents.annotations.forms import FORMS
from governance.documents.reading.closing import AFTER_LAST_ITEM
from governance.language import speak
from tests import guide_screens
from tests.conftest import ROOT
from tests.documented import Shell, fits, shown_in

PAGES = {"README.md": "en", "docs/secretary.md": "da", "docs/auditor.md": "en", "docs/operator.md": "en"}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "language"), PAGES.items())
def test_the_commands_print_what_the_page_promises(name: str, language: str, tmp_path: Path) -> None:
    shell, commands = Shell(tmp_path, language), shown_in(ROOT / name)
    assert commands
    for shown in commands:
        code, printed = shell.run(shown.command)
        where = f"{name}:{shown.line}: {shown.command}\n"
        assert (code != 0) == shown.refused, f"{where}ended with {code}:\n{printed}"
        assert fits(shown.printed, printed), f"{where}promised:\n{shown.printed}\nprinted:\n{printed}"


def test_the_comparison_sees_a_difference() -> None:
    assert fits("one\n…\nlast …\n", "one\ntwo\nthree\nlast line\n")
    assert not fits("one\n", "one\ntwo\n")
    assert not fits("", "something\n")


@pytest.mark.parametrize("name", [*PAGES, "docs/events.md", "docs/revisor.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page(name))
    assert not [link for link in links if not ((ROOT / name).parent / link).exists()]


def test_every_command_is_told_of() -> None:
    speak("en")
    actions = next(action for action in build_parser()._actions if action.dest == "command")
    told = " ".join(page(name) for name in PAGES)
    assert not [command for command in actions.choices or () if f"referat {command}" not in told]


def test_the_exit_codes_are_those_of_the_program() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", page("docs/operator.md"), re.M)}
    meant = {int(code) for code in re.findall(r"(?<![\w.])(\d+) [a-z]", governance.commandline.__doc__ or "")}
    assert told == meant
    assert {code.exit_code for code in _errors(events.errors.ReferatError)} <= told


def _errors(error: type[events.errors.ReferatError]) -> set[type[events.errors.ReferatError]]:
    return {error}.union(*(_errors(held) for held in error.__subclasses__()))


def test_the_environment_variables_are_those_of_the_program() -> None:
    told = set(re.findall(r"^\| `(REFERAT_\w+)`", page("docs/operator.md"), re.M))
    code = "".join(
        path.read_text(encoding="utf-8") for package in ("governance", "tui") for path in (ROOT / package).rglob("*.py")
    )
    assert told == set(re.findall(r"\"(REFERAT_[A-Z]+)\"", code))


def test_the_lines_in_brackets_are_all_in_the_table() -> None:
    rows = [row for row in page("docs/secretary.md").splitlines() if row.startswith("| `[")]
    told = {_label(row): row for row in rows}
    assert set(told) == {form.label for form in FORMS} | {AFTER_LAST_ITEM}
    missing = [f"{form.label}: {f.key}" for form in FORMS for f in form.fields if f"{f.key}:" not in told[form.label]]
    assert not [gap for gap in missing if not gap.endswith(": ")]


def test_the_lines_in_brackets_read_as_they_are_shown() -> None:
    shown = re.findall(r"^\| `\[(.*?)\]`", page("docs/secretary.md"), re.M)
    for inside in (cell.replace("\\|", "|") for cell in shown):
        if inside == AFTER_LAST_ITEM:
            continue
        read = read_annotation(inside)
        assert read is not None, inside
        assert write_annotation(read) == f"[{inside}]"


def _label(row: str) -> str:
    return re.split(r"[:;\]]", row.removeprefix("| `["))[0]


def test_the_lines_of_python_recompute_every_digest(tmp_path: Path) -> None:
    shell = Shell(tmp_path, "en")
    made = [
        "referat --by 'Hanne Bro' import governance/samples/*.md --yes",
        "referat export --format jsonl -o books.jsonl",
    ]
    assert [shell.run(command)[0] for command in made] == [0, 0]
    script = re.search(r"^```python\n(.*?)^```$", page("docs/auditor.md"), re.M | re.S)
    assert script is not None
    (tmp_path / "recompute.py").write_text(script.group(1), encoding="utf-8")
    export = tmp_path / "books.jsonl"
    assert len(_recomputed(tmp_path).splitlines()) == len(export.read_bytes().splitlines())
    export.write_bytes(export.read_bytes().replace("Bjørn Kjær".encode(), "Bjørn Kjar".encode(), 1))
    with pytest.raises(subprocess.CalledProcessError):
        _recomputed(tmp_path)


def _recomputed(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-I", "recompute.py", "books.jsonl"], cwd=folder, capture_output=True, check=True
    )
    return done.stdout.decode()


async def test_the_screens_in_the_pages_are_of_the_application() -> None:
    taken = await guide_screens.screens()
    for name in guide_screens.PAGES:
        held = guide_screens.shown(name)
        assert held, name
        for screen, text in held.items():
            assert text == taken[screen], f"{name}: {screen}. Make it anew with: make docs"


def test_the_guide_shows_every_screen_of_the_story() -> None:
    assert len(guide_screens.shown("docs/secretary.md")) >= 18

"""The Danish catalogue is complete: every message of the code, with the same placeholders, none of them doubtful."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from governance.language import CATALOGUES
from tests.conftest import ROOT

PO = CATALOGUES / "da" / "LC_MESSAGES" / "referat.po"
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2)}
PACKAGES = ("events", "governance", "tui")
SAME_IN_BOTH = {"{date}", "{file}: {problem}", "{name}: {problem}.", "{name}: {problem}"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="da")


def messages_of_the_code() -> set[str | tuple[str, ...]]:
    """Return every message that is marked for translation."""
    found = set()
    for package in PACKAGES:
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / package, keywords=KEYWORDS):  # type: ignore[arg-type]
            found.add(message)
    return found


def pairs(message: Message) -> list[tuple[str, str]]:
    """Return each form of a message beside its translation."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return list(zip(ids, strings, strict=True))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"(?<!\{)\{[a-z_]*\}(?!\})|%(?:\([a-z_]+\))?[srd]", text))


def test_every_message_is_translated(catalogue: Catalog) -> None:
    known = {message.id for message in catalogue if message.id and all(text for _, text in pairs(message))}
    assert sorted(map(str, messages_of_the_code() - known)) == []


def test_nothing_is_left_over(catalogue: Catalog) -> None:
    assert sorted(map(str, {message.id for message in catalogue if message.id} - messages_of_the_code())) == []
    assert list(catalogue.obsolete) == []


def test_no_translation_is_doubtful(catalogue: Catalog) -> None:
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


def test_placeholders_agree(catalogue: Catalog) -> None:
    wrong = [
        (source, text)
        for message in catalogue
        if message.id
        for source, text in pairs(message)
        if set(placeholders(source)) != set(placeholders(text)) and not isinstance(message.id, tuple)
    ]
    wrong += [
        (message.id[1], text)
        for message in catalogue
        if isinstance(message.id, tuple)
        for text in message.string[1:]
        if set(placeholders(message.id[1])) != set(placeholders(text))
    ]
    assert wrong == []


def test_they_can_be_filled_in(catalogue: Catalog) -> None:
    for message in catalogue:
        for source, text in pairs(message) if message.id else []:
            if "%" not in source:
                names = {name.strip("{}"): "x" for name in placeholders(source)}
                assert "{x" not in text.format(**names)


def test_spaces_and_ends_of_sentences_agree(catalogue: Catalog) -> None:
    for message in catalogue:
        for source, text in pairs(message) if message.id else []:
            assert source[:1].isspace() == text[:1].isspace(), source
            assert source[-1:].isspace() == text[-1:].isspace(), source
            assert source.endswith(".") == text.endswith("."), source
            assert source.count("\n") == text.count("\n"), source


def test_the_compiled_catalogue_is_that_of_the_source(catalogue: Catalog) -> None:
    """`make catalogues` compiles it anew."""
    compiled = gettext.translation("referat", CATALOGUES, languages=["da"])
    for message in catalogue:
        for index, (_, text) in enumerate(pairs(message) if message.id else []):
            said = (
                compiled.ngettext(*message.id, 1 if index == 0 else 2)
                if isinstance(message.id, tuple)
                else compiled.gettext(message.id)
            )
            assert said == text


def test_no_message_is_put_together_before_it_is_translated() -> None:
    """`_(f"…")` and `_("…" + name)` would never be found in a catalogue."""
    wrong = []
    for path in (file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "N_", "plural") and node.args:
                first = node.args[0]
                looked_up = isinstance(first, ast.Attribute | ast.Name | ast.Subscript | ast.Call)
                if not (isinstance(first, ast.Constant) or looked_up):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def test_no_translation_inside_an_f_string() -> None:
    """The tools that collect messages do not look inside f-strings on every Python."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (file for package in PACKAGES for file in Path(ROOT / package).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") in ("_", "N_", "plural")
    ]
    assert wrong == []

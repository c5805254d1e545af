"""Control, C1 and bidirectional characters in a book never reach a terminal, whatever is printed of it."""

import os
import pty
import subprocess

import pytest

from tests.commandline.running import Referat
from tests.hostile_books import DRIVING, SEQUENCES, hostile_record, raw_in


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Referat, list[str]]:
    record = tmp_path_factory.mktemp("fjendtlig") / "protokol.referat"
    books = hostile_record(record)
    return Referat(record), books


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("books",),
    ("verify",),
    ("log", "BOOK"),
    ("show", "BOOK"),
    ("show", "BOOK", "m8"),
    ("diff", "BOOK", "5", "40"),
    ("check", "BOOK"),
    ("minutes", "BOOK", "m8"),
    ("minutes", "BOOK", "m8", "--format", "txt"),
    ("agenda", "BOOK", "m8"),
    ("views", "BOOK", "attendance"),
    ("views", "BOOK", "matters"),
    ("views", "BOOK", "overdue"),
    ("views", "BOOK", "who"),
    ("explain", "BOOK"),
    ("attachments", "BOOK"),
    ("find-words", "BOOK", "Råd"),
    ("erase", "BOOK", "2", "name", "--basis", "x", "--authority", "y"),
    ("show", "nix\x1b[2J\x9b"),
    ("log", "BOOK", "--from", "nix\x1b[2J"),
    ("attach", "BOOK", "nix\x1b[2J\u202e.pdf", "--to", "m8"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command[:3]).replace("\x1b", "ESC"))
def test_what_a_command_prints(hostile: tuple[Referat, list[str]], command: tuple[str, ...]) -> None:
    referat, books = hostile
    told = ""
    for book in books:
        ran = referat(*(book if part == "BOOK" else part for part in command))
        assert ran.code != 1, ran.messages
        told += ran.out + ran.messages
    assert told
    assert raw_in(told) == []


JSON = (
    ("books", "--json"),
    ("log", "BOOK", "--json"),
    ("show", "BOOK", "--json"),
    ("export", "BOOK"),
    ("export", "BOOK", "--format", "jsonl"),
    ("minutes", "BOOK", "m8"),
)


@pytest.mark.parametrize("command", JSON, ids=lambda command: "-".join(command))
def test_data_that_goes_to_a_terminal(hostile: tuple[Referat, list[str]], command: tuple[str, ...]) -> None:
    """JSON may hold C1 and bidirectional characters as they are; on a terminal they are shown as symbols."""
    referat, books = hostile
    screen, held = pty.openpty()
    parts = [books[0] if part == "BOOK" else part for part in command]
    process = subprocess.Popen(referat.command(*parts), stdout=held, stderr=subprocess.DEVNULL)
    os.close(held)
    told = b""
    while True:
        try:
            piece = os.read(screen, 65536)
        except OSError:
            break
        told += piece
    os.close(screen)
    assert process.wait() == 0
    assert len(told) > 50
    assert raw_in(told.decode().replace("\r\n", "\n")) == []


def test_the_book_holds_them_all(hostile: tuple[Referat, list[str]]) -> None:
    referat, books = hostile
    data = referat.done("log", books[0], "--json").lines
    assert any(SEQUENCES + DRIVING in entry["event"].get("name", "") for entry in data)

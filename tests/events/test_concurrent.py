"""Several processes in one book at the same time: nothing is lost, nothing is there twice, and a conflict names who."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.catalogue import CouncilEstablished, PersonRegistered
from events.entry import Entry
from events.errors import BookConflict
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified
from governance.book import Book
from governance.history import Recorded
from governance.rules import decide
from governance.rules.act import Act
from governance.state.fold import Fold
from tests.conftest import ROOT

WRITER = """\
import sys
from pathlib import Path
from events.catalogue import PersonRegistered
from events.errors import BookConflict
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act

record, who, count, shared = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "shared"
book = Book(SqliteLog(record), "bog", actor=who)
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    name = f"Person {number}" if shared else f"{who} {number}"
    act = Act(event=PersonRegistered(name=name))
    try:
        (entry,) = book.record(act, command_id=name)
        print("recorded", entry.number, name, flush=True)
    except BookConflict as conflict:
        print("conflict", conflict.details["number"], conflict.details["who"], name, flush=True)
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "protokol.referat"
    log = SqliteLog(path)
    Book(log, "bog", actor="Alice").record(Act(event=CouncilEstablished(name="Rådet")))
    log.close()
    return path


def entries(record: Path) -> list[Entry]:
    """Return the entries, each verified."""
    return list(verified(record))


def written_by(record: Path, who: list[str], count: int, *, shared: bool = False) -> list[list[list[str]]]:
    """Let several processes record at the same time, and return what each of them said."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(record), name, str(count), "shared" if shared else "own"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for name in who
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = [writer.communicate(timeout=60)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * len(writers)
    return [[line.split() for line in text.splitlines()] for text in said]


def acknowledged(lines: list[list[str]]) -> dict[int, str]:
    """Return what a process said it recorded: the name in each entry."""
    return {int(line[1]): " ".join(line[2:]) for line in lines if line[0] == "recorded"}


def test_two_processes_record_in_one_book(record: Path) -> None:
    said = written_by(record, ["Bo", "Carla"], 40)
    held = entries(record)
    assert [entry.number for entry in held] == list(range(1, len(held) + 1))
    for lines, who, other in zip(said, ("Bo", "Carla"), ("Carla", "Bo"), strict=True):
        mine = {entry.number: entry.event.name for entry in held[1:] if entry.recorded_by == who}  # type: ignore[union-attr]
        assert acknowledged(lines) == mine
        assert len(lines) == 40
        assert {line[2] for line in lines if line[0] == "conflict"} <= {other}


def test_the_same_commands_from_two_processes_are_recorded_once(record: Path) -> None:
    said = written_by(record, ["Bo", "Carla"], 25, shared=True)
    held = {entry.number: entry.event.name for entry in entries(record)[1:]}  # type: ignore[union-attr]
    assert len(set(held.values())) == len(held)
    assert {**acknowledged(said[0]), **acknowledged(said[1])} == held
    assert acknowledged(said[0]).keys() & acknowledged(said[1]).keys(), "the two never met"


@pytest.fixture
def two(record: Path) -> Iterator[tuple[Book, Book]]:
    """The book, opened by two people who both have read it."""
    logs = SqliteLog(record), SqliteLog(record)
    books = Book(logs[0], "bog", actor="Bo"), Book(logs[1], "bog", actor="Carla")
    for book in books:
        book.current()
    yield books
    for log in logs:
        log.close()


def registered(name: str) -> Act:
    return Act(event=PersonRegistered(name=name))


def test_who_comes_second_decides_anew_and_lands_behind(record: Path, two: tuple[Book, Book]) -> None:
    first, second = two
    assert [entry.number for entry in first.record(registered("Anna"))] == [2]
    assert [entry.number for entry in second.record(registered("Dorte"))] == [3]
    assert [entry.number for entry in first.record(registered("Emil"))] == [4]
    assert len(entries(record)) == 4


def test_the_second_is_judged_on_what_the_first_wrote(two: tuple[Book, Book]) -> None:
    first, second = two
    first.record(Act(event=PersonRegistered(name="Anna")), command_id="x")
    seen: list[int] = []

    def plan(fold: Fold, history: Recorded) -> list[Act]:
        seen.append(fold.number)
        return list(decide(fold, registered("Dorte"), today=second.today(), history=history))

    second.carry_out(plan)
    assert seen == [1, 2]


def test_who_loses_twice_is_told_who_wrote_what(record: Path, two: tuple[Book, Book]) -> None:
    first, second = two

    def overtaken(fold: Fold, history: Recorded) -> list[Act]:
        first.record(registered(f"Anna {fold.number}"))
        return list(decide(fold, registered("Dorte"), today=second.today(), history=history))

    with pytest.raises(
        BookConflict, match=r"Bo recorded entry 3 .*PersonRegistered.* first. Nothing of yours was written"
    ):
        second.carry_out(overtaken)
    assert [entry.recorded_by for entry in entries(record)] == ["Alice", "Bo", "Bo"]
    assert [entry.number for entry in second.record(registered("Dorte"))] == [4]


def test_the_same_command_twice_is_one_entry(record: Path, two: tuple[Book, Book]) -> None:
    first, second = two
    once = first.record(registered("Anna"), command_id="opret-anna")
    assert second.record(registered("Anna"), command_id="opret-anna") == once
    assert first.record(registered("Anna"), command_id="opret-anna") == once
    assert len(entries(record)) == 2


def test_readers_never_see_half_a_command(record: Path) -> None:
    """A reader that reads all the time sees commands of ten entries whole or not at all."""
    code = (
        "import sys; from pathlib import Path; from events.catalogue import PersonRegistered\n"
        "from events.sqlite.log import SqliteLog; from governance.book import Book; from governance.rules.act import Act\n"
        "book = Book(SqliteLog(Path(sys.argv[1])), 'bog', actor='Bo')\n"
        "for n in range(30):\n"
        "    book.carry_out(lambda fold, history: [Act(event=PersonRegistered(name=f'P {fold.number} {i}')) for i in range(10)])\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, str(record)], cwd=ROOT)
    log = SqliteLog(record)
    heads = set()
    while writer.poll() is None:
        heads.add(log.head("bog"))
        bodies = [json.loads(body)["number"] for body, _ in log.read("bog")]
        assert bodies == list(range(1, len(bodies) + 1))
    log.close()
    assert writer.returncode == 0
    assert {head % 10 for head in heads} == {1}
    assert len(entries(record)) == 301

"""No reading of the record takes away the locks of this process on it: others would clear away what waits beside it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from events.catalogue import PersonRegistered
from events.sqlite.first_bytes import first_bytes
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified, verify
from events.verifying.lines import is_lines
from governance.auditing import audit
from governance.book import Book
from governance.damage_behind import damage_behind
from governance.erasing import files_holding
from governance.importing.source import SourceRefused, read_source
from governance.rules.act import Act
from tests.tui.books import BOOK, full_book

_OTHER = """\
import sys
from pathlib import Path
from events.catalogue import PersonRegistered
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act
log = SqliteLog(Path(sys.argv[1]))
book = Book(log, sys.argv[2], actor="Bo Ørum")
if len(sys.argv) > 3:
    book.record(Act(event=PersonRegistered(name=sys.argv[3])))
print(log.head(sys.argv[2]))
log.close()
"""


def _other_process(record: Path, *name: str) -> int:
    """Let another process record a person, or only look; return how many entries it sees when it leaves the record."""
    done = subprocess.run([sys.executable, "-c", _OTHER, str(record), BOOK, *name], capture_output=True, check=True)
    return int(done.stdout)


def _looked_at_again(record: Path) -> None:
    log = SqliteLog(record)
    log.books()
    log.close()


def _imported(record: Path) -> None:
    with pytest.raises(SourceRefused):
        read_source(str(record))


READINGS: dict[str, Callable[[Path], object]] = {
    "another log": _looked_at_again,
    "is it JSON Lines": is_lines,
    "verifying": verify,
    "verifying entry by entry": lambda record: list(verified(record)),
    "auditing": audit,
    "what lies behind a failure": damage_behind,
    "looking for words around it": lambda record: files_holding(record, ["Anna"]),
    "taking it for minutes": _imported,
}


@pytest.mark.parametrize("reading", READINGS)
def test_what_is_acknowledged_stays_though_others_write_meanwhile(tmp_path: Path, reading: str) -> None:
    record = tmp_path / "r"
    full_book(record)
    log = SqliteLog(record)
    book = Book(log, BOOK, actor="Hanne Bro")
    head = book.record(Act(event=PersonRegistered(name="Ida Øst")))[-1].number
    READINGS[reading](record)
    assert _other_process(record, "Per Ås") == head + 1
    assert record.with_name("r-wal").exists()
    assert book.record(Act(event=PersonRegistered(name="Eva Dam")))[-1].number == head + 2
    assert _other_process(record) == head + 2
    log.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not list what is open")
def test_what_is_kept_open_is_let_go_of_when_it_is_deleted_or_too_much(tmp_path: Path) -> None:
    def open_here() -> int:
        return sum(str(tmp_path) in path for path in _opened())

    for number in range(70):
        (tmp_path / str(number)).write_bytes(b"%d" % number)
        assert first_bytes(tmp_path / str(number), 2) == b"%d" % number
    assert 0 < open_here() <= 64
    for number in range(70):
        (tmp_path / str(number)).unlink()
    (tmp_path / "one").write_bytes(b"one")
    assert first_bytes(tmp_path / "one", 100) == b"one"
    assert open_here() == 1


def _opened() -> Iterator[str]:
    for number in os.listdir("/proc/self/fd"):
        with suppress(OSError):  # the one that lists them is closed by now
            yield os.readlink(f"/proc/self/fd/{number}")

"""Processes that verify side by side: they can be brought down without harm, and end with the one that started them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from events.proofs.tree import BLOCK
from events.sqlite.hostile import Guarded
from events.sqlite.side_by_side import Job, SideBySide
from events.sqlite.stretches import verified_stretch
from events.verifying.entries import Stretch
from tests.conftest import ROOT
from tests.events.proofs.kept_book import BOOK, as_insider, recorded

COUNT = 3 * 4096

_VERIFYING = """
import sys, time
from pathlib import Path
from events.sqlite import verification

def told(done, total):
    print("began", flush=True)
    time.sleep(120)

verification.SIDE_BY_SIDE = 0
try:
    verification.verify(Path(sys.argv[1]), processes=2, progress=told)
except KeyboardInterrupt:
    sys.exit(130)
"""

_HANGS = 60
"""Seconds after which a process is taken to be left over."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "protokol.referat"
    recorded(path, COUNT)
    return path


@pytest.mark.parametrize("kill_at", [0, 20])
def test_what_a_process_that_was_killed_left_is_done_here(record: Path, tmp_path: Path, kill_at: int) -> None:
    path = tmp_path / "protokol.referat"
    path.write_bytes(record.read_bytes())
    as_insider(path, lambda connection: connection.execute("UPDATE entries SET type = 'NoteTaken' WHERE number = 9000"))
    jobs = [(BOOK, first + 1, first + BLOCK) for first in range(0, COUNT, BLOCK)]
    killed = list[int | None]()

    def told() -> Iterator[Job]:
        for at, job in enumerate(jobs):
            if at == kill_at:
                for child in active_children():
                    killed.append(child.pid)
                    child.kill()
            yield job

    with closing(Guarded(path)) as guarded:
        alone = [verified_stretch(guarded, *job, has_roots=True) for job in jobs]
        with closing(SideBySide(path, guarded, 2, COUNT, has_roots=True)) as pool:
            together = list(pool.verified(told()))
            assert pool.faults() == guarded.faults(COUNT)
    assert killed
    assert [_said(one) for one in together] == [_said(one) for one in alone]
    assert any(stretch.findings for stretch, _ in alone)


def _said(outcome: tuple[Stretch, int]) -> tuple[object, ...]:
    stretch, commands = outcome
    return stretch.first, stretch.last, stretch.blocks, [str(one.cause) for one in stretch.findings], commands


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("end", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, -15), (signal.SIGINT, 130)])
def test_the_processes_end_with_the_one_that_started_them(record: Path, end: signal.Signals, code: int) -> None:
    command = [sys.executable, "-c", _VERIFYING, str(record)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == b"began\n"
        if end is signal.SIGINT:
            os.killpg(started.pid, end)  # as a terminal does
        else:
            started.send_signal(end)
        try:
            _, said = started.communicate(timeout=_HANGS)  # both ends are held by every process that is left
        finally:
            if started.returncode is None:
                os.killpg(started.pid, signal.SIGKILL)
        assert started.returncode == code
        assert b"Traceback" not in said

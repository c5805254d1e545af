"""The power goes: what the real process wrote and synced is noted and replayed, with unsynced sectors dropped or torn."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.catalogue import PersonRegistered
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act
from tests.conftest import ROOT
from tests.torture.disk import Disk, Step, steps_in
from tests.torture.judging import sound_entries
from tests.torture.seeds import SEED, Tell

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None,
    reason="notes system calls with a library that cc makes, on Linux",
)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("shim") / "recording_shim.so"
    source = Path(__file__).parent / "recording_shim.c"
    subprocess.run(["cc", "-O2", "-fPIC", "-shared", "-o", library, source, "-ldl", "-pthread"], check=True)
    return library


def noted(shim: Path, folder: Path, seed: int, commands: int) -> list[Step]:
    """Let the process run, and return what it did to the files in the folder."""
    work, notes = folder / "work", folder / "notes"
    work.mkdir()
    command = [
        sys.executable,
        "-m",
        "tests.torture.unplugged",
        work / "protokol.referat",
        work / "told",
        seed,
        commands,
    ]
    around = {"LD_PRELOAD": str(shim), "REFERAT_SHIM_FOLDER": str(work), "REFERAT_SHIM_LOG": str(notes)}
    subprocess.run(list(map(str, command)), cwd=ROOT, env={**os.environ, **around}, check=True)
    return list(steps_in(notes.read_bytes()))


def crash_states(steps: list[Step], folder: Path, states: int, chance: random.Random) -> Iterator[tuple[Path, int]]:
    """Return crashed records, each with how many entries had been acknowledged by then."""
    work = folder / "work"
    disk, told = Disk(work), str(work / "told")
    crashes = sorted(chance.choices(range(len(steps)), k=states))
    target = folder / "crashed"
    for index, step in enumerate(steps):
        disk.take(step)
        while crashes and crashes[0] == index:
            crashes.pop(0)
            acknowledged = disk.names[told].after(None).splitlines() if told in disk.names else []
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            disk.crashed(chance, target)
            yield target / "protokol.referat", int(acknowledged[-1]) if acknowledged else 0


def judge(record: Path, acknowledged: int, *, go_on: bool) -> None:
    """Check what a crash left: nothing acknowledged is lost, it verifies, and work goes on."""
    if not acknowledged and (not record.exists() or not record.stat().st_size):
        return
    held = [entry.number for entry in sound_entries(record)]
    assert held == list(range(1, len(held) + 1))
    assert len(held) >= acknowledged, f"{acknowledged - len(held)} acknowledged entries lost"
    if go_on and held:
        log = SqliteLog(record)
        (entry,) = Book(log, "bog", actor="Alice").record(Act(event=PersonRegistered(name="Bagefter")))
        log.close()
        assert entry.number == len(held) + 1
        assert len(sound_entries(record)) == entry.number


def crash_again_and_again(shim: Path, folder: Path, seed: int, commands: int, states: int) -> dict[str, int]:
    steps = noted(shim, folder, seed, commands)
    syncs = sum(step.kind == "S" for step in steps)
    assert syncs > commands, "the shim did not see the syncs"
    most = 0
    for count, (record, acknowledged) in enumerate(crash_states(steps, folder, states, random.Random(seed))):
        judge(record, acknowledged, go_on=count % 10 == 0)
        most = max(most, acknowledged)
    assert most > commands
    return {"steps": len(steps), "syncs": syncs, "states": states, "acknowledged": most, "lost": 0}


def test_the_power_goes(shim: Path, tmp_path: Path) -> None:
    crash_again_and_again(shim, tmp_path, SEED, commands=12, states=40)


def test_the_harness_sees_what_is_not_synced(shim: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the syncs of the WAL left out of the notes, acknowledged entries must be lost: so the test can fail."""
    steps = [step for step in noted(shim, tmp_path, SEED, 12) if step.kind != "S"]
    lost = 0
    for record, acknowledged in crash_states(steps, tmp_path, 40, random.Random(SEED)):
        try:
            judge(record, acknowledged, go_on=False)
        except Exception:
            lost += 1
    assert lost > 10


@pytest.mark.torture
@pytest.mark.parametrize("part", range(8))
def test_the_power_goes_again_and_again(shim: Path, tmp_path: Path, part: int, tell: Tell) -> None:
    seed = SEED + part
    found = crash_again_and_again(shim, tmp_path, seed, commands=40, states=1_300)
    tell("power lost", seed, **found)

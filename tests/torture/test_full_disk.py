"""A full disk, in three ways: nothing is lost, it is said plainly, and work goes on when there is room."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.torture.seeds import SEED, Tell

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fills disks as Linux lets one")
LITTLE = "mount -t tmpfs -o size=2m none {folder} && exec {command}"


def filled(way: str, folder: Path, seed: int) -> dict[str, object]:
    work = folder / "work"
    work.mkdir()
    command = [sys.executable, "-m", "tests.torture.filling", way, str(work / "protokol.referat"), str(seed)]
    around = dict(os.environ)
    if way == "preload":
        if shutil.which("cc") is None:
            pytest.skip("needs a C compiler (cc) for the library that fills the disk")
        library = folder / "full_shim.so"
        source = Path(__file__).parent / "full_shim.c"
        subprocess.run(["cc", "-O2", "-fPIC", "-shared", "-o", library, source, "-ldl"], check=True)
        room = folder / "room"
        around |= {"LD_PRELOAD": str(library), "REFERAT_SHIM_FOLDER": str(work), "REFERAT_SHIM_ROOM": str(room)}
    elif way == "tmpfs":
        inner = LITTLE.format(folder=shlex.quote(str(work)), command=shlex.join(command))
        command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inner]
        if subprocess.run(
            [*command[:4], "sh", "-c", f"mount -t tmpfs none {shlex.quote(str(work))}"], capture_output=True
        ).returncode:
            pytest.skip("no small file system can be mounted in a name space of one's own here")
    ran = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def judge(way: str, folder: Path, seed: int, tell: Tell) -> None:
    found = filled(way, folder, seed)
    assert isinstance(found["refusals"], list)
    assert len(found["refusals"]) == 3
    for said, code in found["refusals"]:
        assert code == 5
        assert "no room" in said, said
        assert "Nothing was written" in said
    assert found["held"] == found["acknowledged"]
    assert found["went_on_with"] == found["verified"] == int(str(found["acknowledged"])) + 1
    tell(f"disk full ({way})", seed, acknowledged=found["acknowledged"], refused=3, lost=0)


@pytest.mark.parametrize("way", ["limit", "preload", "tmpfs"])
def test_a_full_disk(way: str, tmp_path: Path, tell: Tell) -> None:
    judge(way, tmp_path, SEED, tell)


@pytest.mark.torture
@pytest.mark.parametrize("way", ["limit", "preload", "tmpfs"])
@pytest.mark.parametrize("part", range(1, 11))
def test_many_full_disks(way: str, tmp_path: Path, part: int, tell: Tell) -> None:
    judge(way, tmp_path, SEED + part, tell)

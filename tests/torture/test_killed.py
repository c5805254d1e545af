"""Killed with SIGKILL at random moments, one writer and eight: nothing that was acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.torture.seeds import SEED, Tell

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked, which this system cannot")


def figures(folder: Path, writers: int, kills: int, seed: int) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.torture.killing", folder, writers, kills, seed]
    ran = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    found: dict[str, int] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("writers", [1, 8])
def test_a_few_kills(tmp_path: Path, writers: int) -> None:
    found = figures(tmp_path, writers, 2 * writers, SEED)
    assert found["lost"] == 0
    assert found["acknowledged"] > 0


@pytest.mark.torture
@pytest.mark.parametrize("writers", [1, 8])
@pytest.mark.parametrize("part", range(4))
def test_many_kills(tmp_path: Path, writers: int, part: int, tell: Tell) -> None:
    """Four parts of 160 kills each for one writer and for eight: 1,280 in all."""
    seed = SEED + part
    found = figures(tmp_path, writers, 160, seed)
    tell(f"killed, {writers} writer(s)", seed, **found)
    assert found["kills"] >= 160
    assert found["lost"] == 0

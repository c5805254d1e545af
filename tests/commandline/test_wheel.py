"""The wheel, installed alone into an empty environment without network: it runs, speaks Danish, and holds no tests."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.commandline.running import AGENDA, JUNE, MARCH, NORDHOLM
from tests.conftest import ROOT

WHEELHOUSE = Path(sys.prefix) / "wheelhouse"

pytestmark = pytest.mark.skipif(
    not WHEELHOUSE.is_dir(), reason=f"needs the wheels of the dependencies in {WHEELHOUSE}, where `make test` puts them"
)


def run(*command: object, **surroundings: str) -> str:
    """Run a command that must succeed, away from the repository's own packages, and return what it printed."""
    environment = {name: held for name, held in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **surroundings}
    ran = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, env=environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hjul og mere")
    options = ("--no-index", "--no-build-isolation", "--no-deps", "--quiet")
    run(sys.executable, "-m", "pip", "wheel", *options, "-w", folder, ROOT)
    (built,) = folder.glob("referat-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel and what it needs; the command in it."""
    folder = tmp_path_factory.mktemp("tomt miljø") / "env"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    options = ("--no-index", "--find-links", WHEELHOUSE, "--quiet", "--no-compile", "--no-warn-script-location")
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel)
    return folder / "bin" / "referat"


def test_what_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(archive.read(name).decode() for name in names if name.endswith("METADATA"))
    tops = {name.split("/")[0] for name in names}
    assert {"events", "governance", "tui"} <= tops
    assert [top for top in tops - {"events", "governance", "tui"} if not top.endswith(".dist-info")] == []
    assert "governance/locale/da/LC_MESSAGES/referat.mo" in names
    assert "tui/referat.tcss" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [name for name in names if "test" in name or name.endswith((".pyc", ".referat"))] == []
    assert "License-Expression: MPL-2.0" in metadata
    assert "Requires-Python: >=3.11" in metadata


def test_nothing_but_what_it_needs_is_installed(installed: Path) -> None:
    code = "import importlib.metadata as m; print(*sorted(d.name.lower() for d in m.distributions()))"
    names = run(installed.with_name("python"), "-I", "-c", code).split()
    assert "referat" in names
    assert not {"pytest", "babel", "hypothesis", "mypy", "ruff", "jsonschema", "hatchling"} & set(names)


def test_it_runs(installed: Path, tmp_path: Path) -> None:
    record = tmp_path / "en mappe" / "protokol.referat"
    assert run(installed, "--version", REFERAT_LANG="en").startswith("referat 0.")
    said = run(installed, "--record", record, "--by", "Hanne Bro", "import", MARCH, JUNE, AGENDA)
    assert len(said.splitlines()) == 3
    state = json.loads(run(installed, "--record", record, "export"))
    assert state["record"]["book"] == NORDHOLM
    assert "Mødt" in run(installed, "--record", record, "minutes", NORDHOLM, "2025-06-10")
    assert "as they were recorded" in run(installed, "--record", record, "verify", REFERAT_LANG="en")
    run(installed, "schema")


def test_it_speaks_danish(installed: Path) -> None:
    assert "protokol" in run(installed, "--help", REFERAT_LANG="da")
    assert "minute book" in run(installed, "--help", REFERAT_LANG="en")


def test_the_application_can_be_loaded(installed: Path) -> None:
    assert run(installed.with_name("python"), "-I", "-c", "import tui.app; print('there')") == "there\n"

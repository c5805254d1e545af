"""What all tests share: no settings of the user's, no language of the machine's, and where the shared material lies."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from governance.language import speak
from tests.torture.seeds import SEED, Tell

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SEEDS = (
    SHARED / "seeds" / "001_17abd83c47ae5508.txt",
    SHARED / "seeds" / "000_9a78e859aa5eefda.txt",
)

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's settings, record and language out of the tests; English, and nobody named."""
    for name in list(os.environ):
        if name.startswith("REFERAT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("REFERAT_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("REFERAT_RECORD", str(tmp_path / "record.referat"))
    monkeypatch.setenv("REFERAT_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    speak("en")


@pytest.fixture
def seeds() -> tuple[Path, Path]:
    """The two real minutes, 2021 and 2022; the test is skipped where they are not there."""
    if not all(path.exists() for path in SEEDS):
        pytest.skip("needs ../shared/seeds, which is not here")
    return SEEDS


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Take the figures of a fault run; they stand at the end of the results, whichever process ran it."""
    record_property("seed", SEED)

    def told(what: str, seed: int, **figures: object) -> None:
        said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
        record_property("figures", f"{what} (seed {seed}): {said}")

    return told


def pytest_collection_finish() -> None:
    """Collect rubbish seldom, and never among what is loaded: that takes a fifth of the time of the screens' tests."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures of fault runs and how to repeat them, and say why the long ones are not among those that were run."""
    for report in terminalreporter.stats.get("passed", []):
        for name, figures in report.user_properties:
            if name == "figures":
                terminalreporter.write_line(str(figures))
    ran = [report for name in ("passed", "failed") for report in terminalreporter.stats.get(name, [])]
    if any(name == "seed" for report in ran for name, _ in report.user_properties):
        terminalreporter.write_line(f"REFERAT_SEED={SEED} draws the same faults again.")
    if config.option.markexpr == "not torture":
        terminalreporter.write_line("The tests marked torture take minutes and were left out; make torture runs them.")

"""The reader on the two real minutes, and on minutes made from them by changing everything that may differ."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from governance.importing.report import reading_json
from tests.conftest import SHARED
from tests.governance.mutating import drawn, sources, written
from tests.taken import file_read

SCORE = SHARED / "eval" / "score.py"
HOW_MANY = 400
LEAST = 0.95


@pytest.fixture
def scoring(seeds: tuple[Path, Path]) -> Path:
    if not SCORE.exists():
        pytest.skip("needs ../shared/eval/score.py, which is not here")
    return SCORE


def test_the_two_minutes_are_read_without_a_mistake(scoring: Path, seeds: tuple[Path, Path], tmp_path: Path) -> None:
    for seed in seeds:
        name = f"seeds/{seed.name}"
        put(tmp_path / f"{seed.stem}.json", reading(seed.read_text(encoding="utf-8"), name))
    scored = score(scoring, tmp_path, "--only", "seeds")
    assert scored["documents"] == len(seeds)
    assert not scored["missing"]
    assert scored["macro_f1"] == 1.0, scored["fields"]


@pytest.mark.parametrize("how_many", [HOW_MANY // 2, pytest.param(HOW_MANY, marks=pytest.mark.torture)])
def test_changed_minutes_are_read_nearly_without_a_mistake(scoring: Path, tmp_path: Path, how_many: int) -> None:
    readings, labels = tmp_path / "readings", tmp_path / "labels"
    taken_apart = sources(SHARED)
    for number in range(how_many):
        text, label = written(drawn(number, taken_apart[number % 2]), number)
        name = f"m{number:04}"
        put(labels / f"{name}.json", {"file": f"{name}.txt", **label})
        put(readings / f"{name}.json", reading(text, f"{name}.txt"))
    scored = score(scoring, readings, "--labels", str(labels))
    print(f"macro F1 of {scored['documents']} changed minutes: {scored['macro_f1']:.4f}")
    assert scored["documents"] == how_many
    assert not scored["missing"]
    assert scored["macro_f1"] >= LEAST, scored["fields"]
    assert all(field["f1"] >= LEAST for field in scored["fields"].values()), scored["fields"]


def test_the_same_number_gives_the_same_minutes_and_another_gives_others(seeds: tuple[Path, Path]) -> None:
    source = sources(SHARED)[0]
    assert written(drawn(7, source), 7) == written(drawn(7, source), 7)
    assert len({written(drawn(number, source), number)[0] for number in range(50)}) == 50


def test_every_outcome_and_every_look_is_drawn(seeds: tuple[Path, Path]) -> None:
    both = sources(SHARED)
    labels = [written(drawn(number, both[number % 2]), number)[1] for number in range(HOW_MANY)]
    outcomes = [item["outcome"] for label in labels for item in label["items"]]
    counts = {outcome: outcomes.count(outcome) for outcome in sorted(set(outcomes))}
    print(counts)
    assert set(counts) == {"approved", "decided", "discussed", "elected", "none", "noted", "postponed", "rejected"}
    assert min(counts.values()) >= HOW_MANY // 4
    assert any(item["number"] is None for label in labels for item in label["items"])
    assert any(item["closed_session"] for label in labels for item in label["items"])
    for field in ("absent_with_apology", "absent", "others_present", "next_meeting", "chair", "start"):
        assert {bool(label[field]) for label in labels} == {True, False}, field


def reading(text: str, name: str) -> dict[str, Any]:
    """Return what `referat import --dry-run --json` prints for a text."""
    read = file_read(text, name)
    return reading_json(read.source, read.document)


def put(path: Path, value: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def score(script: Path, readings: Path, *options: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(script), str(readings), "--json", *options], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]

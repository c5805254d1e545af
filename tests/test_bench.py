"""The benchmark runs: on books so small that it says nothing of speed."""

from pathlib import Path

from tests.bench.books import recorded
from tests.bench.reading import reading
from tests.bench.searching import searching
from tests.bench.verifying import memory, proving, verifying
from tests.bench.writing import durable


def test_reading_and_writing_are_measured(tmp_path: Path) -> None:
    record = tmp_path / "book.referat"
    count = recorded(record, 3)
    measured = [*reading(record, count), *verifying(record, count), *proving(record, count), *durable(tmp_path, 5)]
    assert {ratio.name for ratio in measured} >= {
        "full replay",
        "verify",
        "verify, two processes",
        "inclusion proof",
        "one durable entry",
    }
    assert all(ratio.ratio > 0 and ratio.name in ratio.line for ratio in measured)


def test_searching_is_measured(tmp_path: Path) -> None:
    index, first = searching(tmp_path, meetings=3, rounds=1)
    assert "index of every word" in index.line
    assert "first hits of" in first.line


def test_the_memory_of_a_verification_is_measured(tmp_path: Path) -> None:
    lines = list(memory(tmp_path, meetings=(1, 2)))
    assert [line.split()[0] for line in lines] == ["memory", "memory"]

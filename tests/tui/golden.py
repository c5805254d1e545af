"""Goldens: what a screen shows, as plain text without colours, kept in a file. How to renew them: goldens/README.md."""

import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "goldens"
SIZES = ((80, 24), (120, 40))


def compare(golden: Path, found: str) -> None:
    """Compare a screen with its golden, or renew that."""
    if os.environ.get("RENEW_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), f"{golden.name} differs; see goldens/README.md"


def assert_whole(folder: Path, wanted: Iterable[str]) -> None:
    """Check that a folder holds the goldens that are wanted and no other, each as large as its screen."""
    held = {golden.stem: golden for golden in folder.glob("*.txt")}
    assert set(held) == set(wanted)
    for name, golden in held.items():
        width, height = map(int, name.rsplit("-", 1)[1].split("x"))
        lines = golden.read_text(encoding="utf-8").splitlines()
        assert (len(lines), max(map(len, lines)) <= width) == (height, True), golden.name

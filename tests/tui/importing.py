"""Minutes to take over in tests of the application, and naming them there."""

from pathlib import Path

from tests.governance.test_reviewing import TEXT as UNCLEAR
from tests.minutes_of_years import minutes_of_years
from tests.tui.beginning import fill
from tests.tui.screens import Opened, press

BOOK = "integrationsraadet-nordholm-kommune"
_LATER = (
    (("11. marts 2025", "13. maj 2025"), ("8. april 2025", "10. juni 2025")),
    (("11. marts 2025", "9. september 2025"), ("8. april 2025", "14. oktober 2025")),
)

__all__ = ["BOOK", "UNCLEAR", "chosen", "written", "written_for_years"]


def written(folder: Path, text: str, *, later: int = 0) -> Path:
    """Write minutes, and those of so many later meetings that read the same, into a folder and return it."""
    inside = folder / "referater"
    inside.mkdir()
    (inside / "0.txt").write_text(text, encoding="utf-8")
    for number, changes in enumerate(_LATER[:later], 1):
        for before, after in changes:
            text = text.replace(before, after)
        (inside / f"{number}.txt").write_text(text, encoding="utf-8")
        text = (inside / "0.txt").read_text(encoding="utf-8")
    return inside


def written_for_years(folder: Path, count: int) -> Path:
    """Write the minutes of so many meetings of a council into a folder, a file each, and return it."""
    inside = folder / "referater"
    inside.mkdir()
    for number, text in enumerate(minutes_of_years(count)):
        (inside / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return inside


async def chosen(pilot: Opened, path: Path) -> None:
    """Name a file or folder from the first screen, and read it."""
    await press(pilot, "2")
    await fill(pilot, "files", str(path))
    await press(pilot, "f2")

"""The screens of the live meeting look as their goldens."""

import asyncio
import re
from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import resize, screen_text, settled
from tests.tui.sitting import ON_THE_DAY, Secretary, sitting

SHOTS: dict[str, tuple[str, ...]] = {
    "sitting-called": (),
    "sitting-attendance": ("f4",),
    "sitting-opening": ("f4", "enter", "f6"),
    "sitting-open": ("f4", "enter", "f6", "enter", "f2", "enter"),
    "sitting-deciding": ("f4", "enter", "f6", "enter", *["pagedown"] * 4, "TEXT", "f2"),
    "sitting-postponing": ("f4", "enter", "f6", "enter", *["pagedown"] * 4, "f3"),
    "sitting-voting": ("f4", "enter", "f6", "enter", *["pagedown"] * 4, "f7"),
    "sitting-voting-by-name": ("f4", "enter", "f6", "enter", *["pagedown"] * 4, "f7", "f3"),
    "sitting-next-meeting": ("f4", "enter", "f6", "enter", *["pagedown"] * 8, "f2"),
    "sitting-more": ("f9",),
    "sitting-help": ("f1",),
    "sitting-noted": ("f4", "enter", "f6", "enter", *["pagedown"] * 4, "TEXT", "ctrl+s"),
}
TEXT = "Rådet blev delt i 2 arbejdsgrupper, hvor fokusområderne Trivsel og Trafik blev drøftet. Børge Åkjær takkede."
GOLDENS = FOLDER / "sitting"


def _still(text: str) -> str:
    """Return a screen without the time at which the draft was kept."""
    return re.sub(r"(kept|gemt) \d\d:\d\d:\d\d", r"\1 16:42:07", text)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("shot", SHOTS)
async def test_the_screens_look_as_their_goldens(
    tmp_path: Path, language: str, shot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.keeping.DELAY", 0.01)
    speak(language)
    async with sitting(tmp_path, at=ON_THE_DAY) as secretary:
        for key in SHOTS[shot]:
            await (_written(secretary) if key == "TEXT" else secretary.press(key))
        for width, height in SIZES:
            await resize(secretary.pilot, width, height)
            compare(GOLDENS / f"{shot}-{language}-{width}x{height}.txt", _still(screen_text(secretary.pilot)))


async def _written(secretary: Secretary) -> None:
    """Write the text and wait until it is kept and told so."""
    await secretary.write(TEXT)
    app = secretary.pilot.app
    for _ in range(2000):
        if app.drafts.is_saved and app.saved is not None:  # type: ignore[attr-defined]
            return await settled(secretary.pilot)
        await asyncio.sleep(0.005)
    raise AssertionError("the draft was not kept")


def test_no_golden_is_left_over_and_none_is_wider_than_its_screen() -> None:
    assert_whole(
        GOLDENS,
        {f"{shot}-{held}-{width}x{height}" for shot in SHOTS for held in ("da", "en") for width, height in SIZES},
    )

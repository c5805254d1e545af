"""Every letter can be read in the dark and in the light colours."""

from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.screen import ModalScreen
from textual.strip import Strip

from events.catalogue import EntryStruck
from tests.tui.beginning import begun
from tests.tui.books import BOOK, full_book
from tests.tui.importing import UNCLEAR, chosen, written
from tests.tui.meetings import council_that_meets
from tests.tui.screens import Opened, opened, press, settled
from tui.app import ReferatApp
from tui.screens.form import EventForm

LEAST = 3.0
"""The contrast that large letters need; what is written in full strength has far more."""

SCREENS: dict[str, tuple[str, ...]] = {
    "meetings": (),
    "help": ("f1",),
    "archive": ("k",),
    "struck": ("k", "g", "2", "8", "enter"),
    "refused": ("k", "g", "9", "9", "9", "enter"),
    "amending": ("k", "r"),
    "correcting": ("k", "g", "9", "enter", "r", "enter", "ctrl+s"),
    "projector": ("k", "ctrl+l"),
}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("screen", SCREENS)
async def test_what_is_written_can_be_read(tmp_path: Path, theme: str, screen: str) -> None:
    full_book(tmp_path / "r")
    async with opened(tmp_path / "r", actor="Hanne Bro") as pilot:
        _app(pilot).set_theme(theme)
        await press(pilot, *SCREENS[screen])
        assert unreadable(pilot) == []


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_a_meeting_and_its_forms_can_be_read(tmp_path: Path, theme: str) -> None:
    council_that_meets(tmp_path / "r")
    async with opened(tmp_path / "r", actor="Hanne Bro", width=120, height=40) as pilot:
        _app(pilot).set_theme(theme)
        await press(pilot, "m")
        assert unreadable(pilot) == []
        for keys in (("f4",), ("escape", "f2"), ("escape", "f9"), ("escape", "f1"), ("escape", "f3"), ("escape", "f7")):
            await press(pilot, *keys)
            assert unreadable(pilot) == [], keys


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_a_form_and_the_settings_can_be_read(tmp_path: Path, theme: str) -> None:
    full_book(tmp_path / "r")
    async with opened(tmp_path / "r", actor="Hanne Bro") as pilot:
        _app(pilot).set_theme(theme)
        pilot.app.push_screen(EventForm(EntryStruck, _app(pilot).recorder_for(BOOK), {"entry": 2}))
        await press(pilot, "x", "ctrl+s")
        assert unreadable(pilot) == []
        await press(pilot, "escape")
        _app(pilot).action_settings()
        await settled(pilot)
        assert unreadable(pilot) == []


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_frames_stand_out_from_their_ground_and_more_so_round_what_has_the_focus(
    tmp_path: Path, theme: str
) -> None:
    council_that_meets(tmp_path / "r")
    async with opened(tmp_path / "r", actor="Hanne Bro", width=120, height=40) as pilot:
        _app(pilot).set_theme(theme)
        await press(pilot, "m")
        contrasts = _frames(pilot)
        assert min(contrasts) >= LEAST
        assert len(set(contrasts)) > 1, "the focus shows"
        await press(pilot, "f2")
        assert min(_frames(pilot)) >= LEAST


def _frames(pilot: Opened) -> list[float]:
    """Return how much the lines round the panes stand out."""
    ground = pilot.app.screen.background_colors[1].rich_color
    return [
        round(_contrast(segment.style or Style(), ground), 1)
        for strip in _strips(pilot)
        for segment in strip
        if "│" in segment.text
    ]


def _strips(pilot: Opened) -> list[Strip]:
    """Return what is on the screen; of what lies over a screen only itself: what is below is dimmed."""
    strips = pilot.app.screen._compositor.render_strips()
    if not isinstance(pilot.app.screen, ModalScreen):
        return strips
    box = next(child.region for child in pilot.app.screen.children if child.display and child.region.area)
    return [strip.crop(box.x, box.right) for strip in strips[box.y : box.bottom]]


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_an_import_and_its_review_can_be_read(tmp_path: Path, theme: str) -> None:
    folder = written(tmp_path, UNCLEAR, later=1)
    (folder / "noter.txt").write_text("Ring til Bo.", encoding="utf-8")
    async with begun(tmp_path / "r", width=120, height=40) as pilot:
        _app(pilot).set_theme(theme)
        await chosen(pilot, folder)
        assert unreadable(pilot) == []
        for keys in (("enter",), ("n",), ("home",), ("v",), ("v", "n", "r"), ("escape", "u"), ("enter", "a")):
            await press(pilot, *keys)
            assert unreadable(pilot) == [], keys


def _app(pilot: Opened) -> ReferatApp:
    assert isinstance(pilot.app, ReferatApp)
    return pilot.app


def unreadable(pilot: Opened) -> list[tuple[str, float]]:
    """Return the texts on the screen whose letters stand out too little from their ground."""
    strips = _strips(pilot)
    filters: list[LineFilter] = [ANSIToTruecolor(pilot.app.ansi_theme)]
    ground = pilot.app.screen.background_colors[1].rich_color
    found = {
        segment.text.strip(): round(_contrast(segment.style or Style(), ground), 1)
        for strip in strips
        for segment in (filters[0].apply(list(strip), pilot.app.screen.background_colors[1]))
        if any(letter.isalnum() for letter in segment.text)
    }
    return [(text, contrast) for text, contrast in found.items() if contrast < LEAST]


def _contrast(style: Style, ground: Color) -> float:
    letters, behind = style.color or ground, style.bgcolor or ground
    if style.reverse:
        letters, behind = behind, letters
    light, dark = sorted((_luminance(letters), _luminance(behind)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

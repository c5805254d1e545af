"""Opened for reading only: whatever is looked at, no file beside the record is made, changed or taken away."""

from pathlib import Path

from governance.drafts import Draft, Drafts, drafts_path
from governance.searching.index_file import index_path
from governance.travelling.cache_file import cache_path
from tests.tui.meetings import council_that_meets
from tests.tui.screens import Opened, opened, press, screen_text, settled, typed
from tests.tui.settling import send_key
from tui.screens.searching import SearchScreen
from tui.screens.sitting import SittingScreen


def _files(record: Path) -> dict[str, bytes]:
    """Every file beside the record with its bytes; left out are SQLite's locks, and its log of what was written where that
    is empty.
    """
    held = {file.name: file.read_bytes() for file in record.parent.iterdir() if not file.name.endswith("-shm")}
    return {name: content for name, content in held.items() if content or not name.endswith("-wal")}


async def _look_at_everything(pilot: Opened) -> None:
    await press(pilot, *"123456789", "1", "p", "2", "3", "4", "escape", "f9", "left", "1", "2", "3", "f", "escape")
    await press(pilot, "escape", "v", "escape", "f8")
    await typed(pilot, "ørum")
    assert isinstance(pilot.app.screen, SearchScreen)
    assert pilot.app.screen.listing.found
    await press(pilot, "enter", "r", "ctrl+z", "ctrl+y", "s", *"anna", "enter", "escape")


async def test_looking_at_everything_writes_nothing(record: Path) -> None:
    before = _files(record)
    async with opened(record) as pilot:
        await _look_at_everything(pilot)
    assert _files(record) == before


async def test_files_that_are_broken_are_left_as_they_are(record: Path) -> None:
    for path in (drafts_path(record), index_path(record), cache_path(record)):
        path.write_bytes(b"no database " * 100)
    before = _files(record)
    async with opened(record) as pilot:
        await _look_at_everything(pilot)
    assert _files(record) == before


async def test_what_is_kept_from_before_is_left_as_it_is(record: Path) -> None:
    drafts = Drafts(record)
    drafts.keep("integrationsraadet/i16", Draft("Halvt skrevet"))
    drafts.save()
    async with opened(record, actor="Hanne Bro") as pilot:
        await press(pilot, "k")
        await _look_at_everything(pilot)
    assert {index_path(record).name, cache_path(record).name} <= _files(record).keys()
    before = _files(record)
    async with opened(record) as pilot:
        await _look_at_everything(pilot)
    assert _files(record) == before


async def test_who_gives_no_name_reads_only(record: Path) -> None:
    before = _files(record)
    async with opened(record, actor="") as pilot:
        await press(pilot, "escape")
        assert "READ ONLY: nothing can be recorded" in screen_text(pilot)
        await _look_at_everything(pilot)
    assert _files(record) == before


async def test_letters_that_were_typed_right_before_leaving_are_kept(tmp_path: Path) -> None:
    record = tmp_path / "r"
    council_that_meets(record)
    async with opened(record, actor="Hanne Bro") as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, SittingScreen)
        for key in (*"æblegrød", "ctrl+q"):
            send_key(pilot.app, key)
        await settled(pilot)
    assert [draft.text for draft in Drafts(record).written.values()] == ["æblegrød"]

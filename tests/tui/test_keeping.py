"""What is written and not recorded yet: kept in time, brought back, and taken out once it is recorded."""

import os
import sqlite3
import time
from pathlib import Path

import pytest
from textual.app import ComposeResult

from governance.drafts import Draft, Drafts, DraftsNotSaved, Place, drafts_path
from tests.tui.screens import settled, typed
from tui import keeping
from tui.keeping import Keeper, Saved
from tui.keeps_drafts import KeepsDrafts
from tui.widgets.draft_area import DraftArea, DraftLine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the record would be."""
    return tmp_path / "protokol.referat"


def test_drafts_and_the_place_come_back(path: Path) -> None:
    drafts = Drafts(path)
    drafts.keep("raadet/i1", Draft("Rapporten sendes i november – æøå", 0, 12))
    drafts.stand_at(Place(book="raadet", meeting="m1", item="i1"))
    assert not drafts.is_saved
    drafts.save()
    assert drafts.is_saved
    again = Drafts(path)
    assert again.draft("raadet/i1") == Draft("Rapporten sendes i november – æøå", 0, 12)
    assert again.place == Place(book="raadet", meeting="m1", item="i1")
    again.give_up("raadet/i1")
    again.save()
    assert Drafts(path).written == {}
    assert b"november" not in drafts_path(path).read_bytes()


def test_nothing_is_written_before_there_is_anything(path: Path) -> None:
    drafts = Drafts(path)
    drafts.save()
    drafts.keep("a", Draft(""))
    drafts.save()
    assert not drafts_path(path).exists()


def test_two_terminals_keep_each_other_s_drafts(path: Path) -> None:
    one, other = Drafts(path), Drafts(path)
    one.keep("raadet/i1", Draft("Den ene"))
    one.save()
    other.keep("raadet/i2", Draft("Den anden"))
    other.save()
    one.keep("raadet/i1", Draft("Den ene igen"))
    one.save()
    assert Drafts(path).written == {"raadet/i1": Draft("Den ene igen"), "raadet/i2": Draft("Den anden")}


def test_a_file_that_cannot_be_read_is_put_aside(path: Path) -> None:
    drafts_path(path).write_bytes(b"noget helt andet, som ikke er kladder" * 100)
    drafts = Drafts(path)
    assert drafts.written == {}
    drafts.keep("a", Draft("ny"))
    drafts.save()
    assert Drafts(path).draft("a") == Draft("ny")
    assert drafts_path(path).with_name("protokol.referat.kladder.ulæselig").read_bytes().startswith(b"noget helt")


def test_what_cannot_be_written_stays_to_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(path)
    drafts.keep("a", Draft("tekst"))

    def full(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("governance.drafts._write", full)
        with pytest.raises(DraftsNotSaved):
            drafts.save()
    assert not drafts.is_saved
    drafts.save()
    assert Drafts(path).draft("a") == Draft("tekst")


def test_the_last_key_is_kept_within_a_second(path: Path) -> None:
    told: list[Saved] = []
    drafts = Drafts(path)
    keeper = Keeper(drafts, told.append)
    began = time.monotonic()
    count = 0
    while time.monotonic() - began < 1.5:
        count += 1
        drafts.keep("a", Draft(f"anslag {count}"))
        keeper.save_soon()
        held = Drafts(path).draft("a")
        assert held is not None or time.monotonic() - began < 1
        time.sleep(0.02)
    time.sleep(0.8)
    assert Drafts(path).draft("a") == Draft(f"anslag {count}")
    assert 2 <= len(told) <= 8, "neither one write a key nor none at all"
    keeper.close()


def test_a_disk_that_was_full_is_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "DELAY", 0.02)
    told: list[Saved] = []
    drafts = Drafts(path)
    keeper = Keeper(drafts, told.append)
    drafts_path(path).mkdir()
    drafts.keep("a", Draft("tekst"))
    keeper.save_soon()
    _until(lambda: bool(told))
    assert told[0].problem is not None
    drafts_path(path).rmdir()
    _until(lambda: told[-1].problem is None)
    assert Drafts(path).draft("a") == Draft("tekst")
    keeper.close()


class Writing(KeepsDrafts):
    """An application with a field for a draft."""

    undone = 0

    def compose(self) -> ComposeResult:
        yield DraftArea("raadet/i1", id="composer")
        yield DraftLine()

    def key_ctrl_z(self) -> None:
        Writing.undone += 1


async def test_a_text_comes_back_with_its_cursor(path: Path) -> None:
    app = Writing(path)
    async with app.run_test() as pilot:
        await typed(pilot, "Første linje\nanden linje æøå")
        await pilot.press("left", "left")
        await settled(pilot)
    app = Writing(path)
    async with app.run_test() as pilot:
        await settled(pilot)
        area = app.query_one(DraftArea)
        assert (area.text, area.cursor_location) == ("Første linje\nanden linje æøå", (1, 13))
        area.write_for("raadet/i2")
        assert area.text == ""
        await pilot.press("x")
        await settled(pilot)
        area.write_for("raadet/i1")
        assert (area.text, area.cursor_location) == ("Første linje\nanden linje æøå", (1, 13))
        area.give_up()
        await settled(pilot)
    assert Drafts(path).written == {"raadet/i2": Draft("x", 0, 1)}


async def test_the_line_tells_when_the_draft_was_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "DELAY", 0.02)
    app = Writing(path)
    async with app.run_test() as pilot:
        await pilot.press("a")
        for _ in range(100):
            await pilot.pause(0.02)
            if app.saved is not None:
                break
        await settled(pilot)
        assert "✓ draft kept" in str(app.query_one(DraftLine).render())


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX rights")
async def test_undo_is_the_text_s_while_there_is_any(path: Path) -> None:
    app = Writing(path)
    async with app.run_test() as pilot:
        await pilot.press("a")
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert app.query_one(DraftArea).text == ""
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert app.query_one(DraftArea).text == "a"


def _until(reached: object) -> None:
    until = time.monotonic() + 10
    while not reached() and time.monotonic() < until:  # type: ignore[operator]
        time.sleep(0.01)
    assert reached()  # type: ignore[operator]

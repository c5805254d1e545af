"""The audit screen: a sound record, a damaged one, checkpoints kept and compared, stopping; and signing with a key."""

from pathlib import Path

import pytest

from events.catalogue import ItemDecided, KeyEnrolled, MeetingClosed, MeetingOpened
from events.sqlite.log import SqliteLog
from governance.auditing import audit
from governance.book import Book
from governance.keyring import new_key
from tests.commandline.running import MARCH, NORDHOLM, Referat
from tests.commandline.test_proving import rewritten
from tests.tui.beginning import begun, fill
from tests.tui.screens import opened, press, screen_text, settled, typed
from tests.tui.test_minutes import _practising
from tui.recording import Doing
from tui.screens.audit import AuditScreen


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record in which everything is as it was recorded."""
    monkeypatch.setenv("REFERAT_KEYS", str(tmp_path / "keys"))
    referat = Referat(tmp_path / "protokol.referat")
    referat.done("import", MARCH)
    return referat.record


async def test_a_sound_record_and_the_checkpoints_that_hold(sound: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    async with opened(sound, width=120, height=40) as pilot:
        await press(pilot, "v")
        assert "Everything is as it was recorded" in screen_text(pilot)
        await press(pilot, "k", "down", "enter")
        await fill(pilot, "filling-path", str(kept))
        await press(pilot, "enter")
        assert kept.read_text(encoding="utf-8").startswith("referat/leaves@v1\n")
        await press(pilot, "h")
        await typed(pilot, str(sound))
        await press(pilot, "enter")
        assert (
            "no checkpoint" in screen_text(pilot)
            or "no signatures" in screen_text(pilot)
            or "UTF-8" in screen_text(pilot)
        )
        await fill(pilot, "filling-path", str(kept))
        await press(pilot, "enter")
        assert "kept.txt: 52 entries, the book begins with them as they were" in screen_text(pilot)


async def test_who_cosigned_a_checkpoint(sound: Path, tmp_path: Path) -> None:
    kept, cosigned, referat = tmp_path / "kept.txt", tmp_path / "cosigned.txt", Referat(sound)
    referat.done("checkpoint", NORDHOLM, "-o", kept)
    referat.done("key", "new", "revisor", "--unprotected")
    referat.done("witness", kept, "--name", "Revisionen", "-o", cosigned)
    async with opened(sound, width=120, height=40) as pilot:
        await press(pilot, "v", "h")
        await fill(pilot, "filling-path", str(cosigned))
        await press(pilot, "enter")
        assert "cosigned.txt: cosigned by Revisionen on " in screen_text(pilot)
        assert "the signature holds (key: revisor)" in screen_text(pilot)


async def test_the_first_bad_entry_and_what_to_do(sound: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    Referat(sound).done("checkpoint", NORDHOLM, "--with-entries", "-o", kept)
    rewritten(sound)
    async with opened(sound, width=120, height=40) as pilot:
        await press(pilot, "v", "h")
        await fill(pilot, "filling-path", str(kept))
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "Something is not as it was recorded" in shown
        assert "Entry 2 of" in shown
        assert "What to do now" in shown
        assert "Do not write in the record" in shown


async def test_esc_leaves_and_a_stopped_one_finds_nothing_out(sound: Path) -> None:
    async with opened(sound) as pilot:
        await press(pilot, "v")
        screen = pilot.app.screen
        assert isinstance(screen, AuditScreen)
        screen.action_verify()
        screen.action_stop()
        await settled(pilot)
        assert "The verification was stopped" in screen_text(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, AuditScreen)


async def test_reading_only_records_nothing(sound: Path) -> None:
    before = Book(SqliteLog(sound), NORDHOLM).log.head(NORDHOLM)
    async with opened(sound) as pilot:
        pilot.app.actor = "Hanne Bro"  # type: ignore[attr-defined]
        await press(pilot, "r")
        assert "Nothing can be recorded here" in screen_text(pilot)
    assert SqliteLog(sound).head(NORDHOLM) == before


async def test_minutes_are_signed_with_a_key_and_its_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERAT_KEYS", str(tmp_path / "keys"))
    key = new_key(tmp_path / "keys", "dorte", "Rødgrød med fløde", "")
    async with begun(tmp_path / "r") as pilot:
        recorder, meeting, item = await _practising(pilot)
        name, person = await recorder.ask(
            lambda fold: next((held, one) for one, held in fold.persons.items() if "gidius" in held)
        )
        doings = [
            Doing(KeyEnrolled(person=person, public_key=key.public.line)),
            Doing(MeetingOpened(meeting=meeting), "2026-11-22T16:00"),
            Doing(ItemDecided(item=item, text="Festen holdes i maj."), "2026-11-22"),
            Doing(MeetingClosed(meeting=meeting), "2026-11-22T17:00"),
        ]
        await recorder.record(doings, "held")
        await press(pilot, "r", "u", "s", *"ægi", "enter")
        assert "On paper: the book only tells of the signature" in screen_text(pilot)
        await press(pilot, "enter")
        await fill(pilot, "filling-reservation", "punkt 5 er for kort")
        await press(pilot, "enter")
        assert not await recorder.ask(lambda fold: fold.meetings[meeting].signatures)
        assert pilot.app.focused is pilot.app.screen.query_one("#filling-passphrase")
        await press(pilot, *"noget andet", "enter")
        assert "The passphrase is not that of the key" in screen_text(pilot)
        assert "punkt 5 er for kort" in screen_text(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#filling-passphrase")
        await fill(pilot, "filling-passphrase", "Rødgrød med fløde")
        assert "Rødgrød" not in screen_text(pilot)
        await press(pilot, "enter")
        (signing,) = await recorder.ask(lambda fold: fold.meetings[meeting].signatures)
        assert signing.sign_off is not None
        assert signing.reservation == "punkt 5 er for kort"
        (found,) = audit(recorder.record_path).signatures
        assert (found.person, found.by_key, found.fault) == (name, True, None)

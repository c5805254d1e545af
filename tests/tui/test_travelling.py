"""Travelling through books with keys, read from the screen."""

from pathlib import Path

import pytest

from events.catalogue import ApprovalForm, EntryCorrected, MinutesApproved, NoteWritten
from events.catalogue.record import Authority, AuthorityKind
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.checkpoints import rooted
from governance.exporting import state_json
from governance.history import as_approved
from governance.rules.act import Act
from governance.state.publishing import publish
from governance.travelling.cache_file import cache_path
from tests.bench.books import recorded
from tests.events.test_sqlite_store import tampered
from tests.taken import only_book, take
from tests.tui.books import BOOK, HEAD, append_person, full_book
from tests.tui.screens import Opened, opened, press, screen_text, settled, typed
from tui.screens.explained import ExplainedScreen
from tui.screens.travelling import TravelScreen
from tui.screens.two_minutes import TwoMinutesScreen

WIDE = {"width": 120, "height": 40}


@pytest.fixture
def seeds_record(seeds: tuple[Path, Path], tmp_path: Path) -> Path:
    """The book of the two real minutes."""
    path = tmp_path / "seeds.referat"
    take(path, [seed.read_text(encoding="utf-8") for seed in seeds])
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A book with one event of many types."""
    path = tmp_path / "protokol.referat"
    full_book(path)
    return path


def travelling(pilot: Opened) -> TravelScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, TravelScreen))


def flat(text: str) -> str:
    """A pane's text in one line, as its words wrap."""
    return " ".join(text.split())


def pane(pilot: Opened, identifier: str) -> str:
    """What one pane shows, in one line."""
    widget = pilot.app.screen.query_one(f"#{identifier}")
    x, y, width, height = widget.region
    rows = screen_text(pilot).splitlines()[y : y + height]
    return flat(" ".join(row[x + 1 : x + width - 1] for row in rows))


async def go_to(pilot: Opened, where: str) -> None:
    await press(pilot, "g")
    await typed(pilot, where)
    await press(pilot, "enter")


# the seeds


async def test_the_postponement_of_item_7_is_read_from_the_screen_before_and_after(seeds_record: Path) -> None:
    async with opened(seeds_record, **WIDE) as pilot:
        await press(pilot, "f9")
        await go_to(pilot, "28.9.2022")
        for _ in range(30):
            if "item 7: postponed" in pane(pilot, "changed"):
                break
            await press(pilot, "left")
        title = "7. Helhedsplanens Beboer Demokratisk Styregruppe"
        assert "item 7: postponed" in pane(pilot, "changed")
        assert "outcome: nothing raised → postponed" in pane(pilot, "changed").replace("nothing →", "nothing raised →")
        assert f"▶ {title}: postponed" in pane(pilot, "standing")
        number = travelling(pilot).point
        await press(pilot, "left")
        assert travelling(pilot).point == number - 1
        assert title in pane(pilot, "standing")
        assert f"{title}: postponed" not in pane(pilot, "standing")
        await go_to(pilot, "118")
        await press(pilot, "comma", "comma", "comma")
        await go_to(pilot, "28.09.2022")
        assert f"→ {title}: postponed to 25.10.2022" in pane(pilot, "standing")


async def test_who_was_a_member_on_1_january_2022_and_why(seeds_record: Path) -> None:
    async with opened(seeds_record, **WIDE) as pilot:
        await press(pilot, "f9", "d")
        await typed(pilot, "1.1.2022")
        await press(pilot, "enter")
        assert "on 01.01.2022" in screen_text(pilot)
        told = pane(pilot, "standing")
        members, perhaps = told.split("Members or not, the minutes do not tell")
        assert "Members 01.01.2022" in members
        for name in ("Ghassan Rahmi", "Josaph Francis Ragunathan", "Karina Byskov Viborg", "Tiaheswery Thiaharaja"):
            assert name in members
        assert "Sabrina Martello" in perhaps
        await press(pilot, "tab", "tab", "end")
        assert "Dinos Kananda Byamungu" in pane(pilot, "standing")
        await press(pilot, "home", "down", "enter")
        assert isinstance(pilot.app.screen, ExplainedScreen)
        why = flat(screen_text(pilot).replace("│", " "))
        assert "Ghassan Rahmi is on the list of 02.06.2021, the first one that tells" in why
        assert "No entry says that Ghassan Rahmi had left by 01.01.2022." in why
        assert "became a member [inferred]" in why
        for _ in range(20):
            await press(pilot, "down")
            await press(pilot, "enter")
            if not isinstance(pilot.app.screen, ExplainedScreen):
                break
        assert "Ghassan Rahmi became a member" in pane(pilot, "changed")


async def test_an_auditor_finds_whether_minutes_were_changed_and_exports_them(
    seeds_record: Path, tmp_path: Path
) -> None:
    async with opened(seeds_record, **WIDE) as pilot:
        await press(pilot, "f9")
        assert "not recorded as approved. Changed since they were issued: nothing" in pane(pilot, "standing")
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, TwoMinutesScreen)
        assert "word for word the same" in screen_text(pilot)
        await press(pilot, "escape", "e", "down", "enter")
        target = tmp_path / "approved.json"
        pilot.app.screen.query_one("#filling-path").value = str(target)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        book = only_book(seeds_record)
        fold = book.fold()
        meeting = next(held for held in fold.meetings.values() if held.date == "2022-09-28")
        approved = publish(as_approved(book.history(), fold, meeting))
        assert target.read_bytes() == state_json(rooted(approved, book.log))
        await press(pilot, "e", "enter")
        target = tmp_path / "here.json"
        pilot.app.screen.query_one("#filling-path").value = str(target)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert target.read_bytes() == state_json(rooted(publish(fold), book.log))


# a book of our own: issued, corrected, approved, and corrected again


@pytest.fixture
def approved_record(tmp_path: Path) -> Path:
    """Minutes that were issued, corrected, approved with the correction, and then corrected once more."""
    path = tmp_path / "approved.referat"
    recorded(path, 1)
    log = SqliteLog(path)
    book = Book(log, "maaling", actor="Hanne Bro")
    (first,) = book.fold().meetings.values()
    notes = [
        entry for entry in book.entries() if isinstance(entry.event, NoteWritten) and entry.event.meeting == first.id
    ]

    def correct(number: int, text: str) -> int:
        event = notes[number].event
        assert isinstance(event, NoteWritten)
        replacement = NoteWritten(meeting=event.meeting, item=event.item, text=text)
        authority = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
        corrected = EntryCorrected(
            entry=notes[number].number, replacement=replacement, reason="Fejl", authority=authority
        )
        return book.record(Act(event=corrected))[-1].number

    taken_in = correct(0, "Rettet før godkendelsen.")
    approval = MinutesApproved(of=first.date, corrections=(taken_in,), how=ApprovalForm.SILENCE)
    book.record(Act(event=approval, effective=Effective("2000-04-01")))
    correct(1, "Rettet efter godkendelsen.")
    log.close()
    return path


async def test_what_was_changed_after_the_approval_is_named_and_shown_side_by_side(approved_record: Path) -> None:
    head = SqliteLog(approved_record).head("maaling")
    async with opened(approved_record, **WIDE) as pilot:
        await press(pilot, "f9")
        assert f" Changed since approved: {head} ─" in screen_text(pilot)
        await press(pilot, "tab", "tab", "home")
        told = pane(pilot, "standing")
        assert f"The minutes were approved (entry {head - 1}). Changed after the approval: entry {head}" in told
        assert f"Corrections that the approval took in: entry {head - 2}" in told
        assert "Rettet efter godkendelsen." in pane(pilot, "changed")
        await press(pilot, "a")
        assert "Rettet før godkendelsen." in pane(pilot, "minutes-approved")
        assert "▌Rettet efter godkendelsen." in pane(pilot, "minutes-corrected").replace("▌ ", "▌")
        assert "Rettet efter godkendelsen." not in pane(pilot, "minutes-approved")


async def test_a_second_approval_does_not_hide_what_was_changed_after_the_first(approved_record: Path) -> None:
    log = SqliteLog(approved_record)
    book = Book(log, "maaling", actor="Hanne Bro")
    head = log.head("maaling")
    (first,) = book.fold().meetings.values()
    again = MinutesApproved(of=first.date, corrections=(head,), how=ApprovalForm.SILENCE)
    book.record(Act(event=again, effective=Effective("2000-05-01")))
    log.close()
    async with opened(approved_record, **WIDE) as pilot:
        await press(pilot, "f9", "left")
        assert f" Changed since approved: {head} ─" in screen_text(pilot)
        await press(pilot, "a")
        text = flat(screen_text(pilot))
        assert (
            f"The minutes were approved (entry {head + 1}). They had been approved before (entry {head - 1})." in text
        )
        assert f"Changed between the two approvals: entry {head}" in text


async def test_two_marks_show_what_differs_between_them(approved_record: Path) -> None:
    async with opened(approved_record, **WIDE) as pilot:
        await press(pilot, "f9", "m")
        assert "A: entry" in screen_text(pilot)
        await press(pilot, "left", "left", "m")
        text = screen_text(pilot)
        assert "From entry" in text
        assert "Rettet efter godkendelsen." in text
        await press(pilot, "escape", "escape")
        assert travelling(pilot).marked is None


# the keys


async def test_keys_step_page_and_go_from_item_to_item(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "f9")
        screen = travelling(pilot)
        assert screen.point == HEAD
        await press(pilot, "left")
        assert screen.point == HEAD - 1
        await press(pilot, "pageup")
        assert screen.point == HEAD - 21
        await press(pilot, "up", "down", "right", "pagedown")
        assert screen.point == HEAD
        await press(pilot, "home")
        assert screen.point == 1
        assert f"after entry 1 of {HEAD}" in screen_text(pilot)
        await press(pilot, "end")
        assert screen.point == HEAD
        items = []
        await press(pilot, "home")
        for _ in range(3):
            await press(pilot, "full_stop")
            items.append(screen.point)
        assert items == [16, 20, 28]
        await press(pilot, "comma")
        assert screen.point == 20
        await press(pilot, "comma", "comma")
        assert screen.point == 16
        assert "There is no further item." in screen_text(pilot)


async def test_going_to_a_place_that_is_not_there_is_said_beside_the_line(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "f9")
        await go_to(pilot, "99")
        assert f"The book has the entries 1 to {HEAD}." in screen_text(pilot)
        await press(pilot, "escape")
        await go_to(pilot, "m99")
        assert "There is no meeting m99 in the book." in screen_text(pilot)
        await press(pilot, "escape")
        await go_to(pilot, "1.1.1999")
        assert "Nothing in the book is from 01.01.1999 or earlier." in flat(screen_text(pilot))
        await press(pilot, "escape")
        await go_to(pilot, "m8")
        assert travelling(pilot).point == HEAD


async def test_it_plays_by_itself_until_the_end(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "f9", "left", "left", "space")
        screen = travelling(pilot)
        assert "playing" in screen_text(pilot)
        for _ in range(200):
            await pilot.pause(0.05)
            if not screen.playing:
                break
        assert screen.point == HEAD
        await settled(pilot)
        assert "playing" not in screen_text(pilot)


async def test_findings_are_listed_and_gone_to(record: Path) -> None:
    async with opened(record, **WIDE) as pilot:
        await press(pilot, "f9", "f")
        assert "Findings: Enter goes to the entry" in screen_text(pilot)
        found = travelling(pilot).findings
        await press(pilot, "enter")
        assert travelling(pilot).point == found[0].number
        assert "!" in screen_text(pilot).splitlines()[2]


async def test_what_is_closed_is_not_shown_where_others_see_the_screen(record: Path) -> None:
    async with opened(record, **WIDE) as pilot:
        await press(pilot, "f9")
        assert "Hanne Bro" not in pane(pilot, "travel-entries")
        before = pane(pilot, "travel-entries")
        await press(pilot, "ctrl+l")
        assert travelling(pilot).journey is not None
        assert "[withheld]" in pane(pilot, "travel-entries") or pane(pilot, "travel-entries") != before


async def test_nothing_can_be_recorded_from_here(record: Path) -> None:
    before = record.read_bytes()
    async with opened(record) as pilot:
        await press(pilot, "f9")
        assert "read-only" in screen_text(pilot).splitlines()[0]
        await press(pilot, *"abcdfhijklmnopqrstuvwxyz".replace("q", "").replace("f", "").replace("d", ""), "escape")
    assert record.read_bytes() == before


async def test_a_damaged_entry_is_said_in_words(record: Path) -> None:
    tampered(record, "UPDATE entries SET body = x'7b7d' WHERE number = 30")
    async with opened(record) as pilot:
        await press(pilot, "f9")
        assert "An entry cannot be read" in screen_text(pilot)


async def test_an_index_that_no_longer_fits_is_made_anew(record: Path) -> None:
    async with opened(record, actor="Hanne Bro") as pilot:
        await press(pilot, "k", "f9")
        assert travelling(pilot).around is not None
    cache_path(record).write_bytes(cache_path(record).read_bytes()[:2000])
    append_person(record, BOOK, HEAD + 1, "Ny Person")
    async with opened(record, actor="Hanne Bro") as pilot:
        await press(pilot, "k", "f9")
        assert "Ny Person" in pane(pilot, "changed")
    cache_path(record).unlink()
    async with opened(record, actor="Hanne Bro") as pilot:
        await press(pilot, "k", "f9", "left")
        assert travelling(pilot).point == HEAD

"""The minutes as they read now, issuing, approving and signing them; and what is to be followed up."""

from pathlib import Path

from events.catalogue import (
    ApplicationSent,
    ItemDecided,
    MeetingClosed,
    MeetingOpened,
    NoteWritten,
    TaskAgreed,
)
from events.ids import BodyId, ItemId, MeetingId
from tests.tui.beginning import begun, fill
from tests.tui.meetings import SECRET
from tests.tui.screens import Opened, opened, press, screen_text, settled
from tui.recording import Doing, Recorder
from tui.screens.minutes import MinutesScreen
from tui.screens.sitting import SittingScreen


async def _practising(pilot: Opened) -> tuple[Recorder, MeetingId, ItemId]:
    """Begin a practice, and return what records in it, today's meeting and an item of it."""
    await press(pilot, "3")
    recorder = pilot.app.screen.recorder  # type: ignore[attr-defined]

    def found(fold: object) -> tuple[MeetingId, ItemId]:
        meeting = max(fold.meetings.values(), key=lambda held: held.date)  # type: ignore[attr-defined]
        return meeting.id, meeting.items[4]

    meeting, item = await recorder.ask(found)
    return recorder, meeting, item


async def test_the_minutes_are_read_while_the_meeting_goes_on(tmp_path: Path) -> None:
    async with begun(tmp_path / "r", height=60) as pilot:
        recorder, meeting, item = await _practising(pilot)
        await recorder.record([Doing(MeetingOpened(meeting=meeting), "2026-11-22T16:00")], "opened")
        await press(pilot, "r")
        assert "As they would read if they were issued now" in screen_text(pilot)
        assert "Der holdes fest i maj." not in screen_text(pilot)
        note = NoteWritten(meeting=meeting, item=item, text="Der holdes fest i maj.")
        screen = pilot.app.screen
        assert isinstance(screen, MinutesScreen)
        await screen.record([Doing(note)], "note")
        await settled(pilot)
        assert "Der holdes fest i maj." in screen_text(pilot)
        await press(pilot, "u")
        assert "is not closed" in screen_text(pilot)


async def test_minutes_are_issued_approved_and_signed(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        recorder, meeting, item = await _practising(pilot)
        doings = [
            Doing(MeetingOpened(meeting=meeting), "2026-11-22T16:00"),
            Doing(ItemDecided(item=item, text="Festen holdes i maj."), "2026-11-22"),
            Doing(MeetingClosed(meeting=meeting), "2026-11-22T17:00"),
        ]
        await recorder.record(doings, "held")
        await press(pilot, "r", "u")
        assert "minutes issued" in screen_text(pilot).splitlines()[1]
        await press(pilot, "g")
        assert "This is a practice: nothing is saved as a file." in screen_text(pilot)
        await press(pilot, "d", *"objected", "enter")
        assert "minutes approved" in screen_text(pilot).splitlines()[1]
        await press(pilot, "s", *"møl", "escape", "s", *"ægi", "enter")
        await fill(pilot, "filling-reservation", "punkt 5 er for kort")
        await press(pilot, "enter")
        signed = await recorder.ask(lambda fold: fold.meetings[meeting].signatures)
        assert [held.reservation for held in signed] == ["punkt 5 er for kort"]


async def test_a_note_that_is_not_recorded_is_named_before_the_minutes_are_issued(closed_record: Path) -> None:
    async with opened(closed_record, actor="Hanne Bro", width=120) as pilot:
        await press(pilot, "m")
        screen = pilot.app.screen
        assert isinstance(screen, SittingScreen)
        screen.stand_on(screen.items[0].id)
        await press(pilot, *"Spørg om prisen")
        screen.stand_on(screen.items[-1].id)
        await press(pilot, *"Half a sentence")
        recorder, meeting = screen.recorder, screen.meeting
        day = screen.shown.sitting.day if screen.shown is not None else ""
        held = [
            Doing(MeetingOpened(meeting=meeting), f"{day}T15:30"),
            Doing(MeetingClosed(meeting=meeting), f"{day}T15:31"),
        ]
        await recorder.record(held, "held")
        pilot.app.push_screen(MinutesScreen(recorder, meeting))
        await settled(pilot)
        await press(pilot, "u")
        assert "not recorded" in screen_text(pilot)
        assert "1  Budget for næste år" in screen_text(pilot)
        assert SECRET in screen_text(pilot)
        await press(pilot, "escape")
        assert await recorder.ask(lambda fold: fold.meetings[meeting].issued_through) is None
        await press(pilot, "ctrl+l", "u")
        assert SECRET not in screen_text(pilot)
        await press(pilot, "enter")
        assert await recorder.ask(lambda fold: fold.meetings[meeting].issued_through) is not None


async def test_minutes_are_approved_at_a_later_meeting_under_its_item(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        recorder, meeting, _item = await _practising(pilot)
        await press(pilot, "up", "enter", "d")
        assert "At the meeting of 22.11.2026" in screen_text(pilot)
        await press(pilot, "enter")
        (approval,) = await recorder.ask(lambda fold: list(fold.approvals))
        assert (approval.of, approval.meeting) == ("2026-09-20", meeting)
        assert approval.item is not None


async def test_tasks_and_answers_are_followed_up(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        recorder, _meeting, item = await _practising(pilot)
        body: BodyId = await recorder.ask(lambda fold: next(iter(fold.bodies)))
        doings = [
            Doing(TaskAgreed(item=item, task="købe kaffe", due="2026-11-01"), "2026-10-01"),
            Doing(
                ApplicationSent(item=item, title="Tilskud til fest", recipient=body, answer_due="2026-12-01"),
                "2026-10-01",
            ),
        ]
        await recorder.record(doings, "agreed")
        await press(pilot, "f")
        assert "OVERDUE 01.11.2026" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert "købe kaffe" not in "".join(screen_text(pilot).splitlines()[2:10])
        await press(pilot, "enter")
        await fill(pilot, "filling-answer", "Der gives 5.000 kr.")
        await press(pilot, "enter", *"granted", "enter")
        assert "Nothing is waiting to be followed up." in screen_text(pilot)
        await press(pilot, "a")
        assert "done 22.11.2026" in screen_text(pilot)
        granted = await recorder.ask(
            lambda fold: [one.said.granted for sent in fold.dispatches.values() for one in sent.answers]
        )
        assert granted == [True]

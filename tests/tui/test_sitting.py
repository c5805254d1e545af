"""The live meeting: writing, deciding, the agenda, and that nothing typed is lost."""

from pathlib import Path

import pytest

from events.catalogue import DecisionOutcome, ItemDecided, MeetingClosed, MinutesIssued
from governance.issuing import completed
from governance.rules.act import Act
from governance.state.publishing import publish
from tests.tui.screens import resize, screen_text, settled
from tests.tui.sitting import item_of, meeting_of, open_meeting, sitting
from tui.screens.deciding import Deciding
from tui.screens.next_meeting import NextMeeting


class TestWriting:
    async def test_a_note_is_recorded_and_the_field_is_empty_again(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("Ærø spurgte til prisen på øl.", "- 25 kr.")
            await secretary.press("ctrl+s")
            assert secretary.screen.composer.text == ""
            assert "Ærø spurgte til prisen på øl." in screen_text(secretary.pilot)
            assert item_of(secretary, "1").notes == ["Ærø spurgte til prisen på øl.", "25 kr."]
            await secretary.press("ctrl+s")
            assert "Nothing is written yet." in screen_text(secretary.pilot)

    async def test_each_item_has_a_text_of_its_own_and_the_agenda_shows_where_one_is_left(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("Halvt skrevet")
            await secretary.press("pagedown")
            assert secretary.screen.composer.text == ""
            assert "…  1 Godkendelse" in screen_text(secretary.pilot)
            await secretary.write("Til punkt 2")
            await secretary.press("pageup")
            assert secretary.screen.composer.text == "Halvt skrevet"
            await secretary.press("f6")
            assert secretary.pilot.app.screen is not secretary.screen
            await secretary.press("escape")
            assert secretary.screen.composer.text == "Halvt skrevet"

    async def test_what_is_refused_comes_back_to_its_item_with_why(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            book = secretary.book
            book.record(Act(event=MeetingClosed(meeting=secretary.meeting)))
            book.record(Act(event=MinutesIssued(**completed({"meeting": secretary.meeting}, book))))
            await secretary.write("For sent")
            await secretary.press("f2", "enter")
            assert secretary.screen.composer.text == "For sent"
            assert secretary.screen.item_shown is not None
            assert secretary.screen.item_shown.number == "1"
            assert "have been issued" in screen_text(secretary.pilot)

    async def test_undo_takes_back_what_was_recorded_and_redo_records_it_anew(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("Et notat")
            await secretary.press("ctrl+s", "ctrl+z")
            assert item_of(secretary, "1").notes == []
            assert "Undone: item 1: note" in screen_text(secretary.pilot)
            assert "× Et notat" in screen_text(secretary.pilot)
            await secretary.press("ctrl+y")
            assert item_of(secretary, "1").notes == ["Et notat"]

    async def test_enter_with_nothing_written_asks_what_came_of_the_item(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("enter")
            assert isinstance(secretary.pilot.app.screen, Deciding)
            await secretary.press("enter")
            assert item_of(secretary, "1").outcome == "approved"

    async def test_text_from_the_book_is_neither_markup_nor_control(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("[bold]x[/] [@click=app.quit]y[/]")
            await secretary.press("ctrl+s")
            assert "[bold]x[/] [@click=app.quit]y[/]" in screen_text(secretary.pilot)


class TestDeciding:
    async def test_another_outcome_is_found_by_typing(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press("pagedown", "pagedown", "f2", *"jos", "enter")
            names = {person.id: person.name for person in publish(secretary.book.fold()).persons}
            assert names[meeting_of(secretary).ordstyrer or ""] == "Josaph Francis Ragunathan"

    @pytest.mark.parametrize("key", ["f2", "f3"])
    async def test_what_somebody_else_dealt_with_meanwhile_is_not_dealt_with_unseen(
        self, tmp_path: Path, key: str
    ) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press(*["pagedown"] * 3)
            await secretary.write("Vi talte om det.")
            await secretary.press(key)
            item = secretary.screen.item
            assert item is not None
            secretary.book.record(Act(event=ItemDecided(item=item, outcome=DecisionOutcome.REJECTED)))
            head = secretary.book.fold().number
            await secretary.press("enter")
            assert "The item was dealt with meanwhile." in screen_text(secretary.pilot)
            assert "Meanwhile Alice Ørsted recorded" in screen_text(secretary.pilot)
            assert (secretary.screen.item, secretary.screen.composer.text) == (item, "Vi talte om det.")
            assert secretary.book.fold().number == head
            await secretary.press(key, "enter")
            assert secretary.book.fold().number > head

    async def test_what_the_text_tells_can_be_left_out(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 3)
            await secretary.write("Rapporten bliver sendt til Arbejdsmarkedsudvalget til mødet i november.")
            await secretary.press("f2")
            assert "[x] Sent to Arbejdsmarkedsudvalget" in screen_text(secretary.pilot)
            for _ in range(10):
                await secretary.press("down")
            await secretary.press("space", "enter")
            assert item_of(secretary, "4").outcome == "noted"
            assert publish(secretary.book.fold()).dispatches == []

    async def test_esc_leaves_the_text_where_it_is(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("Ikke endnu")
            await secretary.press("f2", "escape", "f3", "escape", "f7", "escape")
            assert secretary.screen.composer.text == "Ikke endnu"

    async def test_put_off_to_the_next_meeting(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 4, "f3", "enter")
            assert item_of(secretary, "5").postponed_until == "næste møde"
            assert "→  5 Handle" in screen_text(secretary.pilot)

    async def test_the_next_meeting_is_proposed_and_takes_up_what_was_put_off(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 4, "f3", "enter", *["pagedown"] * 3, "f2")
            assert isinstance(secretary.pilot.app.screen, NextMeeting)
            await secretary.press("end", *["backspace"] * 12)
            await secretary.write("25.10")
            await secretary.press("tab")
            await secretary.write("14.30-16")
            await secretary.press("enter")
            held = meeting_of(secretary, "2022-10-25")
            assert (held.start, held.end) == ("14:30", "16:00")
            assert [item.title[:8] for item in held.agenda] == ["Handle- "]
            assert item_of(secretary, "9").outcome == "decided"

    async def test_a_day_that_is_none_is_said_beside_the_field(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 8, "f2", *"hest", "enter")
            assert "Write the day as" in screen_text(secretary.pilot)
            assert isinstance(secretary.pilot.app.screen, NextMeeting)


class TestTheAgenda:
    async def test_a_late_item_an_item_moved_and_one_taken_off(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("f9", *"late i", "enter")
            await secretary.write("Vandskade i kælderen")
            await secretary.press("enter", "f9", *"move the", "enter", *"last", "enter")
            await secretary.press("f9", *"take the", "enter")
            titles = [item.title for item in meeting_of(secretary).agenda]
            assert titles[-1] == "Godkendelse af dagsorden"
            assert titles[-3:-1] == ["Vandskade i kælderen", "Evt"]
            assert meeting_of(secretary).agenda[-1].outcome_detail == "withdrawn"

    async def test_what_has_no_key_is_filled_in_in_a_form_that_knows_where_one_is(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("pagedown", "ctrl+o", *"task ag", "enter")
            assert "2  Godkendelse af referat" in screen_text(secretary.pilot)
            await secretary.press("escape")
            assert secretary.pilot.app.screen is secretary.screen

    async def test_found_by_what_was_said(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 3)
            await secretary.write("Broen er brudt")
            await secretary.press("ctrl+s", *["pagedown"] * 3, "f8", *"brudt", "enter")
            assert secretary.screen.item_shown is not None
            assert secretary.screen.item_shown.number == "4"

    async def test_the_mouse_goes_to_an_item(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.pilot.click("#agenda", offset=(6, 5))
            await settled(secretary.pilot)
            assert secretary.screen.item_shown is not None
            assert secretary.screen.item_shown.number == "5"


async def test_every_key_and_everything_offered_does_something(tmp_path: Path) -> None:
    async with sitting(tmp_path) as secretary:
        screen = secretary.screen
        for key in [*screen.foot(), *screen.more_keys()]:  # type: ignore[attr-defined]
            namespace, _, action = key.action.rpartition(".")
            target = {"screen": screen, "app": secretary.pilot.app}[namespace]
            assert hasattr(target, f"action_{action.partition('(')[0]}"), key


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_it_works_at_any_size_and_while_it_changes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with sitting(tmp_path) as secretary:
        await secretary.write("Skrevet")
        await resize(secretary.pilot, 20, 4)
        await resize(secretary.pilot, *size)
        text = screen_text(secretary.pilot)
        assert "Skrevet" in text
        assert "F1 Help" in text.splitlines()[-1]
        assert max(map(len, text.splitlines())) <= size[0]


async def test_closed_items_are_not_shown_where_others_see_the_screen(tmp_path: Path) -> None:
    from events.catalogue import AgendaItemChanged

    async with sitting(tmp_path) as secretary:
        await secretary.write("Hemmeligt")
        await secretary.press("ctrl+s")
        item = secretary.screen.item
        assert item is not None
        secretary.book.record(Act(event=AgendaItemChanged(item=item, closed=True)))
        await secretary.press("ctrl+l")
        await secretary.pilot.pause(1.0)
        await settled(secretary.pilot)
        text = screen_text(secretary.pilot)
        assert "Closed item" in text
        assert "Hemmeligt" not in text
        assert "Godkendelse af dagsorden" not in text

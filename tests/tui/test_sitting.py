"""The live meeting: writing, deciding, attendance, votes, the agenda, and that nothing typed is lost."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from events.catalogue import DecisionOutcome, ItemDecided, MeetingClosed, MinutesIssued, PersonRegistered, StandInListed
from governance.issuing import completed
from governance.language import speak
from governance.rules.act import Act
from governance.state import model
from governance.state.publishing import publish
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import resize, screen_text, settled
from tests.tui.sitting import Secretary, sitting
from tui.screens.deciding import Deciding
from tui.screens.next_meeting import NextMeeting
from tui.screens.voting import Voting

ON_THE_DAY = datetime(2022, 9, 28, 13, 42, tzinfo=UTC)
"""A quarter to four in Denmark."""


def _meeting(secretary: Secretary, day: str = "2022-09-28") -> model.Meeting:
    return next(held for held in publish(secretary.book.fold()).meetings if held.date == day)


def _item(secretary: Secretary, number: str) -> model.Item:
    return next(item for item in _meeting(secretary).agenda if item.number == number)


async def _opened(secretary: Secretary) -> None:
    await secretary.press("f4", "enter", "f6", "enter")


class TestWriting:
    async def test_a_note_is_recorded_and_the_field_is_empty_again(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("Ærø spurgte til prisen på øl.", "- 25 kr.")
            await secretary.press("ctrl+s")
            assert secretary.screen.composer.text == ""
            assert "Ærø spurgte til prisen på øl." in screen_text(secretary.pilot)
            assert _item(secretary, "1").notes == ["Ærø spurgte til prisen på øl.", "25 kr."]
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
            assert secretary.screen.composer.text == "" or secretary.pilot.app.screen is not secretary.screen

    async def test_what_is_refused_comes_back_to_its_item_with_why(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
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
            assert _item(secretary, "1").notes == []
            assert "Undone: item 1: note" in screen_text(secretary.pilot)
            assert "× Et notat" in screen_text(secretary.pilot)
            await secretary.press("ctrl+y")
            assert _item(secretary, "1").notes == ["Et notat"]

    async def test_enter_with_nothing_written_asks_what_came_of_the_item(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("enter")
            assert isinstance(secretary.pilot.app.screen, Deciding)
            await secretary.press("enter")
            assert _item(secretary, "1").outcome == "approved"

    async def test_text_from_the_book_is_neither_markup_nor_control(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("[bold]x[/] [@click=app.quit]y[/]")
            await secretary.press("ctrl+s")
            assert "[bold]x[/] [@click=app.quit]y[/]" in screen_text(secretary.pilot)


class TestDeciding:
    async def test_another_outcome_is_found_by_typing(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.press("pagedown", "pagedown", "f2", *"jos", "enter")
            names = {person.id: person.name for person in publish(secretary.book.fold()).persons}
            assert names[_meeting(secretary).ordstyrer or ""] == "Josaph Francis Ragunathan"

    @pytest.mark.parametrize("key", ["f2", "f3"])
    async def test_what_somebody_else_dealt_with_meanwhile_is_not_dealt_with_unseen(
        self, tmp_path: Path, key: str
    ) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
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
            assert _item(secretary, "4").outcome == "noted"
            assert publish(secretary.book.fold()).dispatches == []

    async def test_esc_leaves_the_text_where_it_is(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.write("Ikke endnu")
            await secretary.press("f2", "escape", "f3", "escape", "f7", "escape")
            assert secretary.screen.composer.text == "Ikke endnu"

    async def test_put_off_to_the_next_meeting(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 4, "f3", "enter")
            assert _item(secretary, "5").postponed_until == "næste møde"
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
            held = _meeting(secretary, "2022-10-25")
            assert (held.start, held.end) == ("14:30", "16:00")
            assert [item.title[:8] for item in held.agenda] == ["Handle- "]
            assert _item(secretary, "9").outcome == "decided"

    async def test_a_day_that_is_none_is_said_beside_the_field(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press(*["pagedown"] * 8, "f2", *"hest", "enter")
            assert "Write the day as" in screen_text(secretary.pilot)
            assert isinstance(secretary.pilot.app.screen, NextMeeting)


class TestTheRoom:
    async def test_all_present_in_two_keys_and_exceptions_by_typing(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("f4", *"lis", "space", *"gha", "space", "space", "enter")
            held = {one.status for one in _meeting(secretary).attendance}
            assert held == {"present", "apology", "absent"}
            assert "5/7 present · may decide" in screen_text(secretary.pilot)

    async def test_the_quorum_follows_who_comes_and_goes_with_the_time_of_the_day_itself(self, tmp_path: Path) -> None:
        async with sitting(tmp_path, at=ON_THE_DAY) as secretary:
            assert "15:42" in screen_text(secretary.pilot)
            await _opened(secretary)
            for name in ("lis", "tia", "kar", "mans"):
                await secretary.press("f4", *name, "f2")
            assert "3/7 present · MAY NOT DECIDE" in screen_text(secretary.pilot)
            await secretary.press("f4", *"lis", "f2")
            assert "4/7 present · may decide" in screen_text(secretary.pilot)
            assert "15:42 Lise Østermark left the meeting" in screen_text(secretary.pilot)
            assert _meeting(secretary).opened_at == "15:42"

    async def test_afterwards_somebody_must_say_the_time(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.press("f4", *"lis", "f2", "enter")
            assert "»« is no time of day" in screen_text(secretary.pilot)
            await secretary.write("16.05")
            await secretary.press("enter")
            attended = [held for held in _meeting(secretary).attendance if held.present and held.present[0].to_time]
            assert [held.present[0].to_time for held in attended] == ["16:05"]

    async def test_a_stand_in_and_a_guest(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            book = secretary.book
            number = book.record(Act(event=PersonRegistered(name="Dora Åby")))[-1].number
            book.record(Act(event=StandInListed(person=f"p{number}", position=1)))  # type: ignore[arg-type]
            await secretary.press("f4", "enter", "f4", *"lis", "f3", *"dor", "enter")
            await secretary.press("f4", "f6")
            await secretary.write("Gerda Gran")
            await secretary.press("enter")
            held = {one.status for one in _meeting(secretary).attendance}
            assert held == {"present", "apology"}
            names = {person.id: person.name for person in publish(secretary.book.fold()).persons}
            assert [names[guest.person] for guest in _meeting(secretary).guests] == ["Gerda Gran"]
            await secretary.press("f4")
            assert "Dora Åby" in screen_text(secretary.pilot)
            assert "for Lise Østermark" in screen_text(secretary.pilot)

    async def test_it_is_interrupted_resumed_and_closed(self, tmp_path: Path) -> None:
        async with sitting(tmp_path, at=ON_THE_DAY) as secretary:
            await _opened(secretary)
            await secretary.press("f9", *"interr", "enter", "enter", "f9", *"resume the", "enter", "enter")
            await secretary.press("f9", *"close the", "enter")
            assert "Nothing is recorded under items" in screen_text(secretary.pilot)
            await secretary.press("enter")
            held = _meeting(secretary)
            assert [one.resumed for one in held.interruptions] == [True]
            assert (held.closed_at, held.status) == ("15:42", "closed")
            assert "■ CLOSED" in screen_text(secretary.pilot)
            await secretary.press("f6")
            assert "As they would read if they were issued now" in screen_text(secretary.pilot)


class TestVotes:
    async def test_by_figures(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.press(*["pagedown"] * 3, "f7", "5", "down", "2", "enter")
            (held,) = _item(secretary, "4").votes
            assert (held.adopted, held.votes_for, held.votes_against) == (True, 5, 2)

    async def test_more_votes_than_there_are_voters_are_remarked_on(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.press("f7", "5", "down", "2")
            assert "Check the figures" not in screen_text(secretary.pilot)
            await secretary.press("down", "1")
            assert "8 votes, and 7 in the room may vote. Check the figures." in screen_text(secretary.pilot)

    async def test_by_name_and_what_stands_written_words_it(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.write("Vi køber stolene.")
            await secretary.press("f7", "f3", "down", "space")
            assert "Adopted: 6-1" in screen_text(secretary.pilot)
            await secretary.press("enter")
            (held,) = _item(secretary, "1").votes
            assert (held.method, len(held.named), held.votes_against) == ("roll-call", 7, 1)
            assert _item(secretary, "1").decision == "Vi køber stolene."

    async def test_a_tie_asks_how_it_was_decided(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.press("f7", "3", "down", "3")
            assert "A tie: 3-3" in screen_text(secretary.pilot)
            await secretary.press("down", "down", "down", "right", "enter")
            (held,) = _item(secretary, "1").votes
            assert (held.adopted, held.casting_vote) == (True, "for")

    async def test_a_secret_vote_tells_no_names_and_a_figure_is_a_number(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await _opened(secretary)
            await secretary.press("f7", "up", "right", "right", "right", "f3")
            assert "A secret vote does not tell" in screen_text(secretary.pilot)
            await secretary.press("down", "x", "enter")
            assert isinstance(secretary.pilot.app.screen, Voting)
            assert "»x«" in screen_text(secretary.pilot)


class TestTheAgenda:
    async def test_a_late_item_an_item_moved_and_one_taken_off(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("f9", *"late i", "enter")
            await secretary.write("Vandskade i kælderen")
            await secretary.press("enter", "f9", *"move the", "enter", *"last", "enter")
            await secretary.press("f9", *"take the", "enter")
            titles = [item.title for item in _meeting(secretary).agenda]
            assert titles[-1] == "Godkendelse af dagsorden"
            assert titles[-3:-1] == ["Vandskade i kælderen", "Evt"]
            assert _meeting(secretary).agenda[-1].outcome_detail == "withdrawn"

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

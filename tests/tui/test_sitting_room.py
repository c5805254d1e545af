"""The live meeting: who is in the room, whether they may decide, and how they vote."""

from pathlib import Path

from events.catalogue import PersonRegistered, StandInListed
from governance.rules.act import Act
from governance.state.publishing import publish
from tests.tui.screens import screen_text
from tests.tui.sitting import ON_THE_DAY, item_of, meeting_of, open_meeting, sitting
from tui.screens.voting import Voting


class TestTheRoom:
    async def test_all_present_in_two_keys_and_exceptions_by_typing(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await secretary.press("f4", *"lis", "space", *"gha", "space", "space", "enter")
            held = {one.status for one in meeting_of(secretary).attendance}
            assert held == {"present", "apology", "absent"}
            assert "5/7 present · may decide" in screen_text(secretary.pilot)

    async def test_the_quorum_follows_who_comes_and_goes_with_the_time_of_the_day_itself(self, tmp_path: Path) -> None:
        async with sitting(tmp_path, at=ON_THE_DAY) as secretary:
            assert "15:42" in screen_text(secretary.pilot)
            await open_meeting(secretary)
            for name in ("lis", "tia", "kar", "mans"):
                await secretary.press("f4", *name, "f2")
            assert "3/7 present · MAY NOT DECIDE" in screen_text(secretary.pilot)
            await secretary.press("f4", *"lis", "f2")
            assert "4/7 present · may decide" in screen_text(secretary.pilot)
            assert "15:42 Lise Østermark left the meeting" in screen_text(secretary.pilot)
            assert meeting_of(secretary).opened_at == "15:42"

    async def test_afterwards_somebody_must_say_the_time(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press("f4", *"lis", "f2", "enter")
            assert "»« is no time of day" in screen_text(secretary.pilot)
            await secretary.write("16.05")
            await secretary.press("enter")
            attended = [held for held in meeting_of(secretary).attendance if held.present and held.present[0].to_time]
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
            held = {one.status for one in meeting_of(secretary).attendance}
            assert held == {"present", "apology"}
            names = {person.id: person.name for person in publish(secretary.book.fold()).persons}
            assert [names[guest.person] for guest in meeting_of(secretary).guests] == ["Gerda Gran"]
            await secretary.press("f4")
            assert "Dora Åby" in screen_text(secretary.pilot)
            assert "for Lise Østermark" in screen_text(secretary.pilot)

    async def test_it_is_interrupted_resumed_and_closed(self, tmp_path: Path) -> None:
        async with sitting(tmp_path, at=ON_THE_DAY) as secretary:
            await open_meeting(secretary)
            await secretary.press("f9", *"interr", "enter", "enter", "f9", *"resume the", "enter", "enter")
            await secretary.press("f9", *"close the", "enter")
            assert "Nothing is recorded under items" in screen_text(secretary.pilot)
            await secretary.press("enter")
            held = meeting_of(secretary)
            assert [one.resumed for one in held.interruptions] == [True]
            assert (held.closed_at, held.status) == ("15:42", "closed")
            assert "■ CLOSED" in screen_text(secretary.pilot)
            await secretary.press("f6")
            assert "As they would read if they were issued now" in screen_text(secretary.pilot)


class TestVotes:
    async def test_by_figures(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press(*["pagedown"] * 3, "f7", "5", "down", "2", "enter")
            (held,) = item_of(secretary, "4").votes
            assert (held.adopted, held.votes_for, held.votes_against) == (True, 5, 2)

    async def test_more_votes_than_there_are_voters_are_remarked_on(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press("f7", "5", "down", "2")
            assert "Check the figures" not in screen_text(secretary.pilot)
            await secretary.press("down", "1")
            assert "8 votes, and 7 in the room may vote. Check the figures." in screen_text(secretary.pilot)

    async def test_by_name_and_what_stands_written_words_it(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.write("Vi køber stolene.")
            await secretary.press("f7", "f3", "down", "space")
            assert "Adopted: 6-1" in screen_text(secretary.pilot)
            await secretary.press("enter")
            (held,) = item_of(secretary, "1").votes
            assert (held.method, len(held.named), held.votes_against) == ("roll-call", 7, 1)
            assert item_of(secretary, "1").decision == "Vi køber stolene."

    async def test_a_tie_asks_how_it_was_decided(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press("f7", "3", "down", "3")
            assert "A tie: 3-3" in screen_text(secretary.pilot)
            await secretary.press("down", "down", "down", "right", "enter")
            (held,) = item_of(secretary, "1").votes
            assert (held.adopted, held.casting_vote) == (True, "for")

    async def test_a_secret_vote_tells_no_names_and_a_figure_is_a_number(self, tmp_path: Path) -> None:
        async with sitting(tmp_path) as secretary:
            await open_meeting(secretary)
            await secretary.press("f7", "up", "right", "right", "right", "f3")
            assert "A secret vote does not tell" in screen_text(secretary.pilot)
            await secretary.press("down", "x", "enter")
            assert isinstance(secretary.pilot.app.screen, Voting)
            assert "»x«" in screen_text(secretary.pilot)

"""The whole meeting of 28 September 2022 from the agenda sent out, driven with keys alone and counted.

What is typed into fields that are stored is text; every other key counts. The book must say what an import of the
minutes, written in the test's own words, says.
"""

from pathlib import Path
from typing import Any

import pytest

from events.catalogue import MinutesIssued
from events.moments import Effective
from governance.book import Book
from governance.issuing import completed
from governance.rules.act import Act
from governance.state.publishing import publish
from tests.facts import facts_of
from tests.taken import only_book, take
from tests.tui.september import ASSEMBLY, GROUPS, NOVEMBER, OCTOBER, QUESTIONS, REPORT, called_meeting, minutes_text
from tests.tui.sitting import Secretary, sitting

ORDINARY = 40
"""Key presses that the ordinary course of ten items may cost."""


async def test_the_whole_meeting_costs_few_keys_and_says_what_an_import_says(tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    async with sitting(tmp_path / "live") as secretary:
        await _hold(secretary)
    print(f"\nordinary course of ten items: {secretary.keys['ordinary']} of {ORDINARY} key presses beyond the text")
    print("groups, dispatches, the report and the second next meeting, told by the text: none besides")
    print(f"characters of text: {secretary.typed}")
    assert secretary.keys["ordinary"] == secretary.keys.total() <= ORDINARY
    live, imported = _issued(secretary), _imported(tmp_path / "imported.referat")
    assert facts_of(publish(live.fold())) == facts_of(publish(imported.fold()))


async def _hold(secretary: Secretary) -> None:
    await secretary.press("f4", "enter")
    await secretary.press("f6", "enter")
    for _standing_item in ("agenda", "minutes", "ordstyrer"):
        await secretary.press("f2", "enter")
    await secretary.write(REPORT)
    await secretary.press("f2", "enter")
    await secretary.write(GROUPS)
    await secretary.press("f2", "enter")
    await secretary.write(*QUESTIONS)
    await secretary.press("f2", "enter")
    await secretary.press("f3", "enter")
    await secretary.write(*ASSEMBLY)
    await secretary.press("f2", "enter")
    await secretary.write(OCTOBER, NOVEMBER)
    await secretary.press("f2", "enter")
    await secretary.press("f2", "enter")
    await secretary.press("f6", "enter")


async def test_keys_come_as_fast_as_they_like(tmp_path: Path) -> None:
    async with sitting(tmp_path) as secretary:
        keys = ["f4", "enter", "f6", "enter", "f2", "enter", "f2", "enter", "f2", "enter", *"Ny status", "f2", "enter"]
        await secretary.press(*keys, *"Drøftet", "ctrl+s", *"igen", "f2", "enter")
    held = {item.number: item for item in publish(secretary.book.fold()).meetings[0].agenda}
    assert [held[number].outcome for number in "12345"] == ["approved", "approved", "elected", "noted", "discussed"]
    assert (held["4"].notes, held["5"].notes) == (["Ny status"], ["Drøftet", "igen"])


def _issued(secretary: Secretary) -> Book:
    """Issue the minutes, as an import does along with taking them over."""
    book = secretary.book
    issued = MinutesIssued(**completed({"meeting": secretary.meeting}, book))
    book.record(Act(event=issued, effective=Effective("2022-09-28/..")))
    return book


def _imported(path: Path) -> Book:
    called_meeting(path)
    take(path, [minutes_text()])
    return only_book(path)


@pytest.fixture(autouse=True)
def _danish(monkeypatch: pytest.MonkeyPatch) -> Any:
    from governance.language import speak

    speak("da")


async def test_what_no_text_tells_is_filled_in_by_hand_for_a_budget_of_its_own(tmp_path: Path) -> None:
    async with sitting(tmp_path) as secretary:
        await secretary.press("f4", "enter", "f6", "enter", *["pagedown"] * 4)
        for focus_area in ("Social kontrol", "Etnisk ligestilling"):
            await secretary.press("f9", *"gruppe", "enter", "tab", "tab", of="groups")
            await secretary.write(focus_area)
            await secretary.press("ctrl+s", of="groups")
        await secretary.press("pageup", "f9", *"dok", "enter", of="dispatches")
        await secretary.write("Afsluttende rapport")
        await secretary.press("tab", "enter", of="dispatches")
        await secretary.write("Arbejdsmarkedsudvalget")
        await secretary.press("enter", "tab", of="dispatches")
        await secretary.write("november 2022")
        await secretary.press("ctrl+s", of="dispatches")
        await secretary.press(*["pagedown"] * 4, "f9", *"rapp", "enter", "enter", *"tia", "enter", of="report")
        await secretary.write("Repræsentantskabsmødet")
        await secretary.press("ctrl+s", of="report")
        await secretary.press("pagedown", "f2", of="second next meeting")
        await secretary.write("25.10")
        await secretary.press(*["tab"] * 4, of="second next meeting")
        await secretary.write("14.30-15.30 Jobcentret med Integrationsteamet; 15.30-16.00")
        await secretary.press("enter", of="second next meeting")
    print()
    for what, most in BY_HAND.items():
        print(f"{what}, by hand: {secretary.keys[what]} of {most} key presses beyond the text")
    state = publish(secretary.book.fold())
    assert {group.focus_area for group in state.groups} == {"Social kontrol", "Etnisk ligestilling"}
    assert [(sent.title, sent.for_period) for sent in state.dispatches] == [("Afsluttende rapport", "2022-11")]
    agenda = state.meetings[0].agenda
    assert [report.occasion for report in agenda[7].reports] == ["Repræsentantskabsmødet"]
    october = next(meeting for meeting in state.meetings if meeting.date == "2022-10-25")
    assert [(part.start, part.end) for part in october.parts] == [("14:30", "15:30"), ("15:30", "16:00")]
    assert all(secretary.keys[what] <= most for what, most in BY_HAND.items())


BY_HAND = {"groups": 24, "dispatches": 16, "report": 20, "second next meeting": 8}
"""Key presses that each may cost where the text does not say it: found in the menu, filled in in a form."""

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
EACH = {"groups": 2, "dispatches": 4, "report": 2, "second next meeting": 2}
"""Key presses that what is not ordinary may cost besides."""


async def test_the_whole_meeting_costs_few_keys_and_says_what_an_import_says(tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    async with sitting(tmp_path / "live") as secretary:
        await _hold(secretary)
    print(f"\nordinary course of ten items: {secretary.keys['ordinary']} of {ORDINARY} key presses beyond the text")
    for what, most in EACH.items():
        print(f"{what}: {secretary.keys[what]} of {most}")
    print(f"characters of text: {secretary.typed}")
    assert secretary.keys["ordinary"] <= ORDINARY
    assert all(secretary.keys[what] <= most for what, most in EACH.items())
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

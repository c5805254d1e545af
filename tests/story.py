"""The story that the secretary's guide tells, played in the application: from the first start to approved minutes."""

import re
from collections.abc import AsyncIterator
from contextlib import chdir
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.widgets import Input, TextArea

from governance.language import speak
from tests.tui.screens import Opened, press, screen_text, settled
from tui.app import ReferatApp

SIZE = (80, 24)
_DENMARK = ZoneInfo("Europe/Copenhagen")
_BEGINS = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
_MEMBERS = """Anna Ægidius; A; suppleant: Bo Ørum
Carl Åkjær, Ældre Sagen
Dorte Vad, formand
Erik Ørsted; C
Fatma Yıldız"""
_DAYS = (
    ("Tirsdag d. 11. november 2025", "Tirsdag d. 9. december 2025"),
    ("Tirsdag d. 9. december 2025", "Tirsdag d. 13. januar 2026"),
)
_OLD_MINUTES = """Referat
af møde i Ældrerådet i Nordholm Kommune

{day} kl. 10.00-12.00 på Rådhuset

Status:\tMedlemmer:
Mødt\tAnna Ægidius
Mødt\tCarl Åkjær
Afbud\tDorte Vad

Referent: Hanne Bro

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Valg af ordstyrer
Kalle blev valgt til ordstyrer.

3. Nye busruter
Rådet drøftede de nye busruter. Ruten over Havnegade savnes.

4. Næste møde
Næste møde: {following} kl. 10.00-12.00.

5. Evt.
Intet.
"""
_AGENDA = """Godkendelse af dagsorden
Meddelelser
Nyt skilt på Havnegade v/ Carl Åkjær
Sommerfest 2027
Næste møde
Eventuelt"""


class Story:
    """The application, and the time it is in the story."""

    def __init__(self, folder: Path) -> None:
        self.now = _BEGINS
        self.folder = folder
        self.app = ReferatApp(folder / "protokol.referat", clock=lambda: self.now)
        self.pilot: Opened

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await press(self.pilot, *keys)

    async def fill(self, field: str, text: str) -> None:
        """Fill in a field."""
        widget = self.app.screen.query_one(f"#{field}")
        if isinstance(widget, Input):
            widget.value = text
        elif isinstance(widget, TextArea):
            widget.text = text
        widget.focus()
        await settled(self.pilot)

    async def write(self, text: str) -> None:
        """Write in the field of the meeting, as one does who types fast."""
        await self.fill("composer", text)

    def later(self, **time: int) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    @property
    def screen(self) -> str:
        """The screen as lines of text, without the real time that it tells of the drafts."""
        text = screen_text(self.pilot)
        return re.sub(r"(?<=kladde gemt )\d\d:\d\d:\d\d", self.now.astimezone(_DENMARK).strftime("%H:%M:%S"), text)


async def told(folder: Path) -> AsyncIterator[tuple[str, str]]:
    """Play the story and yield its screens with their names."""
    story = Story(folder)
    speak("da")
    async with story.app.run_test(size=SIZE) as story.pilot:
        await settled(story.pilot)
        async for shot in _beginning(story):
            yield shot
        async for shot in _before(story):
            yield shot
        async for shot in _meeting(story):
            yield shot
        async for shot in _after(story):
            yield shot
        async for shot in _taking_over(story):
            yield shot


async def _beginning(story: Story) -> AsyncIterator[tuple[str, str]]:
    yield "navn", story.screen
    await story.fill("actor", "Hanne Bro")
    await story.press("enter")
    yield "start", story.screen
    await story.press("1")
    await story.fill("council-name", "Ældrerådet")
    await story.fill("council-municipality", "Nordholm Kommune")
    await story.fill("council-since", "1.1.2026")
    await story.fill("council-members", _MEMBERS)
    yield "nyt-raad", story.screen
    await story.press("ctrl+s", "p")
    await story.fill("filling-days", "12.1.2027")
    await story.fill("filling-time", "10-12")
    await story.fill("filling-place", "Rådhuset, lokale 2")
    yield "planlaeg", story.screen
    await story.press("enter")
    yield "moeder", story.screen


async def _before(story: Story) -> AsyncIterator[tuple[str, str]]:
    await story.press("enter")
    yield "dagsorden", story.screen
    await story.press("i")
    await story.fill("pasted", _AGENDA)
    await story.pilot.pause(0.3)
    yield "indsaet", story.screen
    await story.press("ctrl+s")
    story.later(days=33)
    await story.press("s")
    await story.fill("filling-path", str(story.folder / "dagsorden.txt"))
    await story.press("enter")
    await story.press("escape")
    yield "udsendt", story.screen


async def _meeting(story: Story) -> AsyncIterator[tuple[str, str]]:
    story.now = datetime(2027, 1, 12, 9, 2, tzinfo=UTC)
    await story.press("enter")
    await story.press("f4")
    yield "fremmoede", story.screen
    await story.press("enter", "f6", "enter")
    yield "aabnet", story.screen
    await story.press("f2")
    yield "beslut", story.screen
    await story.press("enter")
    await story.write("Formanden orienterede om kommunens nye budget.")
    yield "notat", story.screen
    await story.press("f2", "enter")
    await story.write("Rådet anbefaler, at skiltet sættes op ved indkørslen.")
    await story.press("f2")
    yield "beslutning", story.screen
    await story.press("enter", "f3")
    yield "udsaet", story.screen
    await story.press("enter", "f2")
    yield "naeste-moede", story.screen
    await story.press("enter", "f2", "enter")
    story.later(minutes=83)
    await story.press("f6")
    yield "afslut", story.screen
    await story.press("enter")


async def _after(story: Story) -> AsyncIterator[tuple[str, str]]:
    await story.press("ctrl+r", "pagedown")
    yield "referat", story.screen
    await story.press("u")
    await story.fill("filling-path", str(story.folder / "referat.txt"))
    await story.press("enter", "escape", "escape")
    yield "udsendt-referat", story.screen
    story.now = datetime(2027, 3, 9, 9, 5, tzinfo=UTC)
    await story.press("r", "d")
    yield "godkend", story.screen
    await story.press("enter", "escape")
    yield "godkendt", story.screen
    await story.press("down", "d")
    yield "naeste-dagsorden", story.screen


async def _taking_over(story: Story) -> AsyncIterator[tuple[str, str]]:
    folder = story.folder / "referater"
    folder.mkdir()
    for day, following in _DAYS:
        text = _OLD_MINUTES.format(day=day, following=following)
        (folder / f"{day.rsplit(' ', 2)[1]}.txt").write_text(text, encoding="utf-8")
    await story.press("escape", "i")
    with chdir(story.folder):
        await story.fill("files", "referater/")
        await story.press("tab")
        yield "filer", story.screen
        await story.press("f2")
        yield "laest", story.screen
        await story.press("enter")
        yield "gennemgang", story.screen
        await story.press("v")
        yield "teksten", story.screen
        await story.press("v", "r")
        yield "hvem", story.screen
        await story.press(*"carl", "enter")
        yield "laert", story.screen
        await story.press("a", "a")
        yield "overtaget", story.screen

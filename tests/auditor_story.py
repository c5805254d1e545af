"""The story that the auditor's guide tells: two minutes were taken over, and one was corrected after it was approved."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

from events.catalogue import DecisionOutcome, EntryCorrected, ItemDecided
from events.catalogue.record import Authority, AuthorityKind
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import speak
from governance.rules.act import Act
from tests.conftest import ROOT
from tests.taken import take
from tests.tui.screens import Opened, opened, press, screen_text, typed

SIZE = {"width": 80, "height": 24}
_SAMPLES = ("2025-03-11-referat.md", "2025-06-10-referat.md")
_RECORDED = re.compile(r"\d\d\.\d\d\.\d{4} \d\d:\d\d(?=  (Alice|Hanne))")


def corrected_after_approval(record: Path) -> int:
    """Make the record and return the number of the entry that was corrected."""
    take(record, [(ROOT / "governance" / "samples" / name).read_text(encoding="utf-8") for name in _SAMPLES])
    log = SqliteLog(record)
    (head,) = log.books()
    book = Book(log, head.book, actor="Hanne Bro", clock=lambda: datetime(2026, 12, 1, 9, 0, tzinfo=UTC))
    decided = next(entry for entry in book.entries() if isinstance(entry.event, ItemDecided))
    assert isinstance(decided.event, ItemDecided)
    replacement = ItemDecided(
        item=decided.event.item,
        outcome=DecisionOutcome.APPROVED,
        text=decided.event.text,
        told_in=decided.event.told_in,
    )
    authority = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
    correction = EntryCorrected(
        entry=decided.number, replacement=replacement, reason="Rettet efter mødet", authority=authority
    )
    book.record(Act(event=correction))
    log.close()
    return decided.number


async def told(folder: Path) -> AsyncIterator[tuple[str, str]]:
    """Play the story in both languages and yield its screens with their names."""
    record = folder / "auditor.referat"
    number = corrected_after_approval(record)
    for language, prefix in (("da", "rejse"), ("en", "travel")):
        speak(language)
        async for name, screen in _journey(record, number):
            yield f"{prefix}-{name}", _RECORDED.sub("01.12.2026 10:00", screen)
    speak("da")


async def _journey(record: Path, number: int) -> AsyncIterator[tuple[str, str]]:
    async with opened(record, **SIZE) as pilot:
        await press(pilot, "f9")
        yield "end", screen_text(pilot)
        await _go_to(pilot, str(number))
        yield "entry", screen_text(pilot)
        await press(pilot, "a")
        yield "approved", screen_text(pilot)
        await press(pilot, "escape", "e")
        yield "export", screen_text(pilot)
        await press(pilot, "escape", "tab", "tab", "enter")
        yield "why", screen_text(pilot)
        await press(pilot, "escape", "d")
        await typed(pilot, "1.4.2025")
        await press(pilot, "enter")
        yield "day", screen_text(pilot)
        await press(pilot, "escape", "f")
        yield "findings", screen_text(pilot)


async def _go_to(pilot: Opened, where: str) -> None:
    await press(pilot, "g")
    await typed(pilot, where)
    await press(pilot, "enter")

"""The law of travelling: what is seen at an entry is what a replay from the start says there, in random books."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import DocumentAttached, EntryCorrected, EntryStruck, WordsErased
from events.entry import seal
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.differing import Change, changes
from governance.state.model import Matter, State
from governance.state.publishing import publish
from governance.travelling.kept_index import KeptIndex
from governance.travelling.travelling import Traveller
from tests.governance.test_laws import drafted

COUNCIL = (*("council", "members", "stand_ins", "stand_in_calls", "offices", "representations", "rules"),)


@contextmanager
def travelled(path: Path, seed: int, steps: int = 250) -> Iterator[tuple[Traveller, Book]]:
    entries, _, _ = drafted(seed, steps)
    log = SqliteLog(path)
    stamp = {"recorded_at": "2026-11-21T22:01:00.000000Z", "recorded_by": "Alice Ørsted"}
    log.append([seal(msgspec.structs.replace(one, command_id=f"c{one.number}", **stamp)) for one in entries])
    index = KeptIndex(path, "law")
    while index.catch_up(log, 64):
        pass
    try:
        yield Traveller(log, "law", index), Book(log, "law")
    finally:
        index.close()
        log.close()


def changes_along(change: Change) -> bool:
    return change.place[-1] == "age_days" or (change.reordered and len(change.place) == 1)


def ageless(change: Change) -> Change:
    """A change without the age of a matter, which a struck entry may have set."""
    ages = [
        msgspec.structs.replace(held, age_days=0) if isinstance(held, Matter) else held
        for held in (change.before, change.after)
    ]
    return Change(change.place, *ages, change.reordered)


def part(state: State, section: str, identifier: str) -> object:
    return next((held for held in getattr(state, section) if held.id == identifier), None)


def test_what_is_seen_at_an_entry_is_what_a_replay_says_there(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    seen_kinds: Counter[str] = Counter()

    @settings(max_examples=15)
    @given(st.integers(0, 2**32))
    def law(seed: int) -> None:
        path = tmp_path_factory.mktemp("travelling") / "law.referat"
        with travelled(path, seed) as (traveller, book):
            head = book.log.head("law")
            erasing = [entry for entry in book.entries() if isinstance(entry.event, WordsErased)][:4]
            about_erased = {number for one in erasing for number in (one.number, one.event.entry)}  # type: ignore[union-attr]
            for number in {*random.Random(seed).sample(range(1, head + 1), min(25, head)), *about_erased}:
                seen = traveller.seen(number)
                whole, before = publish(book.fold(upto=number)), publish(book.fold(upto=number - 1))
                seen_kinds[type(seen.entry.event).__name__] += 1
                for section in COUNCIL:
                    assert getattr(seen.state, section) == getattr(whole, section), (number, section)
                    assert getattr(seen.before, section) == getattr(before, section), (number, section)
                meeting = seen.stand.meeting
                assert part(seen.state, "meetings", meeting) == part(whole, "meetings", meeting), number
                assert part(seen.before, "meetings", meeting) == part(before, "meetings", meeting), number
                everything = [ageless(change) for change in changes(before, whole) if not changes_along(change)]
                assert [ageless(change) for change in seen.changes()] == everything, (number, seen.entry.event)

    law()
    with capsys.disabled():
        print(len(seen_kinds), "kinds of events were travelled to")
    wanted = (EntryStruck, EntryCorrected, WordsErased, DocumentAttached)
    assert {one.__name__ for one in wanted} <= seen_kinds.keys()

"""Erasing words: which words are about a person, where else the same words stand, and which files still hold them."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from events.catalogue import EntryCorrected, PersonRegistered, PersonRenamed, WordsErased
from events.entry import Entry, words_of
from events.errors import N_
from events.ids import PersonId, made_by
from events.text import RESERVED
from events.words import ACTOR
from governance.book import Plan
from governance.history import Recorded
from governance.rules import decide
from governance.rules.act import Act, RuleRefused
from governance.state.fold import Fold

SHORTEST = 3
"""Characters that words must have to be looked for elsewhere; shorter ones stand everywhere."""

_PIECE = 1 << 20
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*\\u)([0-9a-f]{4})")
_NAMINGS = (PersonRegistered, PersonRenamed)

Fields = dict[int, tuple[str, ...]]
"""Entry number -> pointers of its words."""


class Place(NamedTuple):
    """Where words stand in a book: the entry, the pointer of its field, and all that the field says."""

    entry: int
    pointer: str
    text: str


class NothingLeft(RuleRefused):
    """No words are left that could be erased."""


def erased(fields: Fields, basis: str, authority: str, today: str) -> Plan:
    """Return the plan that erases the words in these fields of these entries, all or none."""

    def plan(fold: Fold, history: Recorded) -> Sequence[Act]:
        acts: list[Act] = []
        for number, pointers in fields.items():
            event = WordsErased(entry=number, fields=pointers, basis=basis, authority=authority)
            acts += decide(fold, Act(event=event), today=today, history=history)
        return acts

    return plan


def fields_about(entries: Iterable[Entry], person: PersonId, *, names: bool) -> Fields:
    """Return the fields with words about a person that are still there.

    Those are the words of every entry that speaks of this person as its subject, the corrections of such entries
    included. The person's names stay unless ``names`` asks for them, and so does who recorded. Raises NothingLeft.
    """
    found: Fields = {}
    for entry in entries:
        said = entry.event.replacement if isinstance(entry.event, EntryCorrected) else entry.event
        if _subject(entry) != person or (isinstance(said, _NAMINGS) and not names):
            continue
        pointers = tuple(
            pointer for pointer, text in words_of(entry).items() if pointer != ACTOR and text not in RESERVED
        )
        if pointers:
            found[entry.number] = pointers
    if not found:
        raise NothingLeft(N_("Nothing about {person} is left to erase."), person=person)
    return found


def _subject(entry: Entry) -> str | None:
    event = entry.event
    said, number = (event.replacement, event.entry) if isinstance(event, EntryCorrected) else (event, entry.number)
    if isinstance(said, PersonRegistered):
        return made_by(PersonId, number)
    return getattr(said, "person", None)


def words_in(entries: Iterable[Entry], fields: Fields) -> list[Place]:
    """Return what stands in these fields, as far as it is there."""
    found = []
    for entry in entries:
        if entry.number in fields:
            words = words_of(entry)
            found += [Place(entry.number, at, words[at]) for at in fields[entry.number] if at in words]
    return found


def places_of(entries: Iterable[Entry], words: Iterable[str]) -> Iterator[Place]:
    """Return the places in a book where these words stand, whole words in any case, a name in the genitive too."""
    stands_in = _finder(words)
    for entry in entries:
        for pointer, text in words_of(entry).items():
            if text not in RESERVED and stands_in(text):
                yield Place(entry.number, pointer, text)


def places_besides(entries: Iterable[Entry], places: Sequence[Place]) -> Iterator[Place]:
    """Return the other places in a book where the words stand that stand in these."""
    held = set(places)
    return (place for place in places_of(entries, [place.text for place in places]) if place not in held)


def _finder(words: Iterable[str]) -> Callable[[str], object]:
    wanted = sorted({word for word in words if len(word) >= SHORTEST and word not in RESERVED}, key=len, reverse=True)
    if not wanted:
        return lambda text: None
    choices = "|".join(map(re.escape, wanted))
    return re.compile(rf"(?<!\w)(?:{choices})(?:['’]?e?s)?(?!\w)", re.I).search


def files_holding(record: Path, words: Iterable[str]) -> list[Path]:
    """Return the files named after a record, other than itself, that hold one of these words: in UTF-8, or as a JSON text
    writes it, with letters beyond ASCII escaped or not (RFC 8259, section 7).
    """
    wanted = list({form for word in words if len(word) >= SHORTEST for form in _forms(word)})
    own = {record, *(record.with_name(record.name + ending) for ending in ("-wal", "-shm"))}
    around = [path for path in record.parent.glob(f"*{record.name}*") if path not in own]
    files = [file for path in around for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()]
    return sorted(file for file in files if wanted and _holds(file, wanted))


def _forms(word: str) -> Iterator[bytes]:
    escaped = json.dumps(word)[1:-1]
    yield word.encode()
    yield json.dumps(word, ensure_ascii=False)[1:-1].encode()
    yield escaped.encode()
    yield _ESCAPE.sub(lambda found: found[1] + found[2].upper(), escaped).encode()


def _holds(file: Path, wanted: Sequence[bytes]) -> bool:
    overlap = max(map(len, wanted))
    before = b""
    try:
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                if any(word in before + piece for word in wanted):
                    return True
                before = piece[-overlap:]
    except OSError:
        return False
    return False

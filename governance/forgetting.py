"""Taking erased words out of what lies beside a record: the search index, and what was taught about its minutes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from events.log import Log
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage, named
from governance.erasing import SHORTEST, Place
from governance.importing.usage_file import load_usages, teach
from governance.searching.finding import kept_up
from governance.searching.index import SearchIndex
from governance.searching.index_file import INDEX_FILE


def forget_beside(index: SearchIndex, record: Path, log: Log, book: str, places: Iterable[Place]) -> None:
    """Take erased words out of the search index and out of what was taught for the book's minutes.

    Raises WordNotForgotten or UsageRefused where a file cannot be written; both say which.
    """
    held = list(places)
    _forget_taught(record, book, [place.text for place in held])
    for place in held:
        index.forget(log, book, place.entry, place.pointer)


def forget_erased(record: Path, log: Log, book: str) -> None:
    """Let the search index, where one is kept, take in what was recorded since: what is erased leaves it."""
    if INDEX_FILE.is_kept(record):
        index = SearchIndex(record)
        try:
            for _ in kept_up(log, index, book):
                pass
        finally:
            index.close()


def _forget_taught(record: Path, book: str, texts: Sequence[str]) -> None:
    words = [named(text) for text in texts if len(text) >= SHORTEST]
    taught = load_usages(record).get(book, NOTHING_TAUGHT)
    if _without(taught, words) != taught:
        teach(record, book, lambda usage: _without(usage, words))


def _without(usage: Usage, words: Sequence[str]) -> Usage:
    def holds(written: str, full: str = "") -> bool:
        return any(word in written or word in named(full) for word in words)

    return Usage(
        names={name: full for name, full in usage.names.items() if not holds(name, full)},
        labels={label: meaning for label, meaning in usage.labels.items() if not holds(label)},
    )

"""Taking erased words out of what lies beside a record: drafts, what was taught about its minutes, the search index.

That comes first, and the erasure itself last: what is stopped on the way still knows the words when it is run again.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from events.log import Log
from events.sqlite.erasing import clean
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage, named
from governance.drafts import Drafts
from governance.erasing import SHORTEST, Place
from governance.importing.usage_file import load_usages, teach
from governance.searching.finding import kept_up
from governance.searching.index import SearchIndex
from governance.searching.index_file import INDEX_FILE


def forget_beside(
    drafts: Drafts, index: SearchIndex, record: Path, log: Log, book: str, places: Iterable[Place]
) -> list[str]:
    """Take words that are to be erased out of the drafts, of what was taught for the book's minutes and of the search
    index, and return the keys of the drafts that held some. To be called before they are erased; twice does no harm.

    Raises RecordError where the record cannot be written, DraftsNotSaved, UsageRefused or WordNotForgotten where one of
    those files cannot.
    """
    log.prepare()
    held = list(places)
    texts = [place.text for place in held if len(place.text) >= SHORTEST]
    keys = drafts.forget(texts)
    drafts.save()
    _forget_taught(record, book, texts)
    for place in held:
        index.forget(log, book, place.entry, place.pointer)
    return keys


def finish_erasing(record: Path, log: Log, book: str) -> None:
    """Finish an erasure that was stopped before the bytes were out of the record's file and of the search index.

    Lets go of the record. Raises RecordError where it cannot be written, or another program reads in it.
    """
    log.prepare()
    forget_erased(record, log, book)
    log.close()
    clean(record)


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
    words = [named(text) for text in texts]
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

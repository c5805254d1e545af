"""Judging a record after a fault: everything must verify, and what it holds is returned."""

from pathlib import Path

from events.entry import Entry, unseal
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify


def sound_entries(record: Path) -> list[Entry]:
    """Return the entries of all books; fail where verification finds anything."""
    report = verify(record)
    assert report.sound, [(finding.damage, finding.first, str(finding.cause)) for finding in report.findings]
    log = SqliteLog(record)
    try:
        return [unseal(body, words) for held in report.books for body, words in log.read(held.book)]
    finally:
        log.close()

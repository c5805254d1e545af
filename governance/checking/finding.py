"""What a check finds: something in the book that is not as the law, the council's rules or the book itself would have it."""

from typing import Any, Literal

from governance.profiles import USUAL, InForce
from governance.state.published import Published

Severity = Literal["breach", "doubt", "reminder"]
"""``breach``: a rule was not kept. ``doubt``: it may not have been, or the book does not tell enough. ``reminder``:
something is due.
"""

BOOK = "book"
"""The source of a finding where the book contradicts itself."""

About = dict[str, str | int]
"""What a finding is about, for its words: ids, ISO dates, times, numbers and words by name."""


class Finding(Published, frozen=True, kw_only=True):
    """One thing found.

    ``kind`` is its stable name. ``meeting`` is the meeting that it belongs to, null where it belongs to none; ``day`` is
    the day in the world on which it was so. ``entries`` are the numbers of the entries it stands on, the one to look at
    first at first. ``rule`` names the rule of the profile that was not kept, null where it is no parameter of one;
    ``source`` is the law, ``adopted`` (the council's own rules), ``usual``, or ``book``.
    """

    kind: str
    severity: Severity
    meeting: str | None
    day: str
    entries: list[int]
    rule: str | None
    source: str
    about: About


def finding(
    kind: str,
    severity: Severity,
    *,
    day: str,
    entries: list[int],
    meeting: str | None = None,
    rule: str | None = None,
    source: str = BOOK,
    **about: str | int,
) -> Finding:
    """Return a finding that stands on the book itself, or on the law that ``source`` names.

    What is only usual cannot be broken: a breach of it is a doubt. Each entry is named once.
    """
    return Finding(
        kind=kind,
        severity="doubt" if severity == "breach" and source == USUAL else severity,
        meeting=meeting,
        day=day,
        entries=list(dict.fromkeys(entries)),
        rule=rule,
        source=source,
        about=about,
    )


def broken(
    rules: InForce,
    rule: str,
    kind: str,
    severity: Severity,
    *,
    day: str,
    entries: list[int],
    meeting: str | None = None,
    **about: Any,
) -> Finding:
    """Return a finding that stands on a rule in force, with the source of that rule."""
    return finding(
        kind, severity, day=day, entries=entries, meeting=meeting, rule=rule, source=rules.sources[rule], **about
    )

"""What an audit found, as lines on a screen: what is wrong and what to do comes first."""

from collections.abc import Iterator, Sequence

from governance.audited import Audit
from governance.clock import now
from governance.language import _, plural
from governance.wording.audit import (
    advice_said,
    checkpoint_said,
    cosignatures_said,
    finding_said,
    missing_words,
    more_said,
    signature_said,
)
from governance.wording.outside_time import stamp_said
from tui.widgets.lines import Line


def audit_lines(found: Audit, rules: Sequence[str]) -> list[Line]:
    """Return the lines; ``rules`` are the findings of the rules, in words."""
    return [*_damage(found), *_books(found), *_checkpoints(found), *_signatures(found), *_rules(rules)]


def _damage(found: Audit) -> Iterator[Line]:
    first = found.report.first
    if first is None:
        return
    yield Line(_("The first bad entry"), "heading")
    yield Line(finding_said(first))
    yield Line("")
    yield Line(_("What to do now"), "heading")
    yield Line(advice_said(first))
    yield Line("")
    if len(found.report.findings) > 1:
        yield Line(_("All that was found"), "heading")
        yield from (Line(f"- {finding_said(one)}") for one in found.report.findings)
        if (more := more_said(found.report)) is not None:
            yield Line(more)
        yield Line("")


def _books(found: Audit) -> Iterator[Line]:
    yield Line(_("The entries"), "heading")
    for book in found.report.books:
        entries = plural("{count} entry", "{count} entries", book.entries).format(count=book.entries)
        yield Line(_("{book}: {entries} read").format(book=book.book, entries=entries))
        if book.checkpoint is not None:
            origin, size, root = book.checkpoint.text.rstrip("\n").split("\n")
            yield Line(_("  log {origin}, {size} entries, root").format(origin=origin, size=size))
            yield Line(f"  {root}")
    yield from (Line(line) for line in missing_words(found))
    yield Line("")


def _checkpoints(found: Audit) -> Iterator[Line]:
    yield Line(_("Checkpoints"), "heading")
    for one in found.checkpoints:
        yield Line(checkpoint_said(one))
        yield from (Line(line) for line in cosignatures_said(one))
        stamp = stamp_said(one, now())
        if stamp is not None:
            yield Line(stamp)
    if not found.checkpoints:
        yield Line(
            _("None was held against the book. Only one that was kept elsewhere proves that nothing was rewritten."),
            "faint",
        )
    yield Line("")


def _signatures(found: Audit) -> Iterator[Line]:
    yield Line(_("Signatures under minutes"), "heading")
    yield from (Line(signature_said(one)) for one in found.signatures)
    if not found.signatures:
        yield Line(_("None."), "faint")
    yield Line("")


def _rules(rules: Sequence[str]) -> Iterator[Line]:
    if rules:
        yield Line(_("What the law and the council's rules say"), "heading")
        yield from (Line(line) for line in rules)

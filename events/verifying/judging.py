"""The last step of a verification: each book as a whole, what was kept of it, and the report."""

from collections.abc import Iterable, Sequence

from events.proofs.leaf_lists import KeptCheckpoint
from events.verifying.books import BookCheck
from events.verifying.findings import Finding, HeldCheckpoint, Report, VerifiedBook, found, report_of
from events.verifying.kept import held_against


def judged(
    checks: Sequence[BookCheck], kept: Sequence[KeptCheckpoint], findings: Iterable[Finding], more: int = 0
) -> Report:
    """Return the report on these books. Whatever goes wrong on the way is a finding; ``more`` are counted already."""
    books, findings, held = list[VerifiedBook](), list(findings), list[HeldCheckpoint]()
    for check in checks:
        try:
            books.append(check.finish())
        except Exception as problem:  # a file that fails on being read again
            findings.append(found(problem, check.book))
        findings += check.findings
    try:
        held, differing = held_against(checks, kept)
        findings += differing
    except Exception as problem:
        findings.append(found(problem))
    return report_of(books, findings, held, more + sum(check.more for check in checks))

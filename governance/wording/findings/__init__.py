"""Findings in words. Each kind has a sentence that says what is wrong; the lines after it say on what it stands."""

from collections.abc import Callable, Iterator

from governance.checking.finding import BOOK, Finding
from governance.language import _, plural
from governance.profiles import ADOPTED, USUAL
from governance.state.fold import Fold
from governance.wording.findings import (
    agenda,
    calling,
    dates,
    disqualification,
    followup,
    lead,
    minutes,
    quorum,
    seats,
    stand_ins,
    voting,
)
from governance.wording.findings.telling import Told
from governance.wording.rules import rule_name
from governance.wording.speaking import day

SENTENCES: dict[str, Callable[[Told], str]] = {
    **agenda.SENTENCES,
    **calling.SENTENCES,
    **dates.SENTENCES,
    **disqualification.SENTENCES,
    **followup.SENTENCES,
    **lead.SENTENCES,
    **minutes.SENTENCES,
    **quorum.SENTENCES,
    **seats.SENTENCES,
    **stand_ins.SENTENCES,
    **voting.SENTENCES,
}
"""For each kind of finding its sentence."""


def finding_sentence(fold: Fold, found: Finding) -> str:
    """Return what was found, in a sentence."""
    said = SENTENCES[found.kind](Told(fold, found))
    return said[:1].upper() + said[1:]


def finding_lines(fold: Fold, findings: list[Finding]) -> Iterator[str]:
    """Return findings in plain lines, those of a meeting together."""
    heading = None
    for found in findings:
        here = heading_of(fold, found)
        if here != heading:
            yield here
            heading = here
        yield f"  {severity_said(found.severity)}: {finding_sentence(fold, found)}"
        yield f"    {grounds_said(found)}"
    yield summary_said(findings)


def heading_of(fold: Fold, found: Finding) -> str:
    """Return under which heading a finding stands: its meeting, or the record as a whole."""
    meeting = fold.meetings.get(found.meeting) if found.meeting else None  # type: ignore[call-overload]
    return _("Meeting of {day}").format(day=day(meeting.date)) if meeting is not None else _("Outside the meetings")


def grounds_said(found: Finding) -> str:
    """Return on which rule, source and entries a finding stands."""
    entries = ", ".join(str(number) for number in found.entries)
    stands = plural("entry {entries}", "entries {entries}", len(found.entries)).format(entries=entries)
    if found.rule is None:
        return f"{source_said(found.source)}; {stands}"
    return f"{rule_name(found.rule)}, {source_said(found.source)}; {stands}"


def source_said(source: str) -> str:
    """Return where a rule stands."""
    own = {
        ADOPTED: _("the council's own rules"),
        USUAL: _("usual for councils of this kind"),
        BOOK: _("the book itself"),
    }
    return own.get(source, source)


def severity_said(severity: str) -> str:
    """Return how weighty a finding is."""
    return {"breach": _("Breach"), "doubt": _("Doubt"), "reminder": _("Reminder")}[severity]


def summary_said(findings: list[Finding]) -> str:
    """Return how many there are of each severity."""
    if not findings:
        return _("Nothing was found.")
    counts = {
        severity: sum(one.severity == severity for one in findings) for severity in ("breach", "doubt", "reminder")
    }
    said = (
        plural("{count} breach", "{count} breaches", counts["breach"]).format(count=counts["breach"]),
        plural("{count} doubt", "{count} doubts", counts["doubt"]).format(count=counts["doubt"]),
        plural("{count} reminder", "{count} reminders", counts["reminder"]).format(count=counts["reminder"]),
    )
    return _("Found: {counts}.").format(counts=", ".join(said))

"""What a check found, on the screen: a row for each finding, the weightiest of a meeting first to be seen by its sign."""

from collections.abc import Sequence
from functools import partial

from governance.checking.finding import Finding
from governance.language import plural
from governance.state.fold import Fold
from governance.wording.findings import finding_sentence, grounds_said, heading_of, severity_said
from governance.wording.speaking import day
from tui.telling.rows import Row
from tui.widgets.lines import Line

_SIGNS = {"breach": "!", "doubt": "?", "reminder": "·"}
_LOOKS = {"breach": "problem", "doubt": "unsure", "reminder": ""}


def finding_rows(fold: Fold, findings: Sequence[Finding]) -> list[Row]:
    """Return a row for each finding, in the order of the check. The words are made at once: the fold may change."""
    return [
        Row(
            Line(f"{_SIGNS[one.severity]} {day(one.day)}  {finding_sentence(fold, one)}", _LOOKS[one.severity]),
            partial(_told, fold, one),
            entries=tuple(sorted(one.entries)),
        )
        for one in findings
    ]


def count_findings(count: int) -> str:
    """Return how many there are, in words."""
    return plural("{count} finding", "{count} findings", count).format(count=count)


def _told(fold: Fold, found: Finding) -> list[Line]:
    return [
        Line(f"{severity_said(found.severity)}: {finding_sentence(fold, found)}", "heading"),
        Line(""),
        Line(heading_of(fold, found)),
        Line(grounds_said(found)),
    ]

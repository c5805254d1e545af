"""Dividing the lines among the items: which stand below which heading, which open a closed part, which close it all."""

import re
from dataclasses import dataclass, field

from governance.documents.reading.closing import divided
from governance.documents.reading.headings import Heading
from governance.documents.reading.items import described
from governance.documents.reading.lines import Line

_CLOSED_PART = re.compile(
    r"(?:(?:punkter|sager)\s+(?:til\s+behandling\s+)?for\s+lukkede\s+døre|for\s+lukkede\s+døre|"
    r"lukke(?:t|de)\s+(?:punkter|sager|møde|dagsorden|del|døre)|lukkede\s+punkter)\s*:?\Z",
    re.I,
)
_OPEN_PART = re.compile(
    r"(?:åb(?:en|ne|ent)\s+(?:punkter|sager|møde|dagsorden|del)|(?:punkter|sager)\s+(?:til|for|på)\s+"
    r"(?:(?:behandling|beslutning|orientering|drøftelse|godkendelse|efterretning|åben|åbne|åbent|for|døre|møde|dagsorden|dagsordenen|og|til|på)\s*)+|"
    r""
    r"offentlige\s+punkter)\s*:?\Z",
    re.I,
)


@dataclass
class Division:
    """The lines below each heading, whether the item is in a closed part, and the lines behind the last item."""

    bodies: list[list[Line]] = field(default_factory=list)
    closed: list[bool] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)


def division_of(lines: list[Line], headings: list[Heading]) -> Division:
    """Divide the lines among the headings."""
    found = Division()
    closed = _ends_with_part(lines[: headings[0].index]) is True if headings else False
    for position, heading in enumerate(headings):
        last = position + 1 == len(headings)
        body = lines[heading.last_index + 1 : len(lines) if last else headings[position + 1].index]
        if last:
            kind = described(None, heading.title).kind
            body, found.closing = divided(body, next_meeting=kind != "next-meeting")
        part = None if last else _ends_with_part(body)
        found.bodies.append(body if part is None else _without_last(body))
        found.closed.append(closed)
        closed = closed if part is None else part
    return found


def _ends_with_part(body: list[Line]) -> bool | None:
    """Return whether the last line opens a closed part (True) or an open one (False); None where it opens none."""
    last = next((line for line in reversed(body) if not line.blank), None)
    if last is None or last.literal or last.bulleted or last.cells:
        return None
    if _CLOSED_PART.match(last.text):
        return True
    return False if _OPEN_PART.match(last.text) else None


def _without_last(body: list[Line]) -> list[Line]:
    index = max(index for index, line in enumerate(body) if not line.blank)
    return body[:index]

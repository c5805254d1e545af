"""One line for an entry, as a secretary would say it, in the language of the program."""

from collections.abc import Callable
from typing import Any

from events.catalogue import EntryCorrected, EntryStruck, Event, RemarkRecorded, WordsErased
from governance.language import _
from governance.state.fold import Fold
from governance.wording.erasures import erasure_line
from governance.wording.lines import (
    agenda,
    attachments,
    council,
    debate,
    external,
    followup,
    items,
    keys,
    meeting,
    membership,
    minutes,
    offices,
    presence,
)
from governance.wording.speaking import quoted


def line(fold: Fold, event: Event) -> str:
    """Return what an event says, in one line. ``fold`` knows the names."""
    return _LINES[type(event)](fold, event)


_LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    **council.LINES,
    **membership.LINES,
    **offices.LINES,
    **meeting.LINES,
    **presence.LINES,
    **agenda.LINES,
    **items.LINES,
    **debate.LINES,
    **followup.LINES,
    **external.LINES,
    **minutes.LINES,
    **keys.LINES,
    **attachments.LINES,
    EntryStruck: lambda f, e: _("Entry {number} struck").format(number=e.entry) + quoted(e.reason),
    EntryCorrected: lambda f, e: (
        _("Entry {number} corrected to: {line}").format(number=e.entry, line=line(f, e.replacement)) + quoted(e.reason)
    ),
    RemarkRecorded: lambda f, e: _("Remark on entry {number}").format(number=e.entry) + quoted(e.text),
    WordsErased: lambda f, e: erasure_line(e),
}

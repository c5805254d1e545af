"""Rules about documents that are attached (bilag)."""

from events.catalogue import DocumentAttached
from events.errors import N_
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold


def document_attached(fold: Fold, event: DocumentAttached, _when: Effective | None) -> DocumentAttached:
    """A document belongs to one meeting or one item, and is attached there once. Minutes that are out may get more."""
    if (event.meeting is None) == (event.item is None):
        raise RuleRefused(N_("Say what the document is attached to: a meeting, or an item."))
    if event.meeting is not None:
        known.meeting(fold, event.meeting)
    if event.item is not None:
        known.item(fold, event.item)
    there = (event.meeting, event.item, event.sha256)
    if any((held.meeting, held.item, held.sha256) == there for held in fold.attachments.values()):
        raise RuleRefused(N_("{name} is attached there already."), name=event.name)
    return event

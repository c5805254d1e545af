"""Whether minutes were changed since they were approved, in words."""

from collections.abc import Iterable, Iterator

from governance.language import _, plural
from governance.travelling.since_approved import SinceApproved

_FEW = 3
"""So many entries at most are named in a few words."""


def since_approved_said(since: SinceApproved) -> Iterator[str]:
    """Return what became of the minutes: issued and approved by which entries, and what was changed since."""
    if since.issued is None:
        yield _("The minutes have not been issued.")
        return
    if since.approved is None:
        yield _("The minutes were issued (entry {number}) and are not recorded as approved.").format(
            number=since.issued
        )
        yield _changed(_("Changed since they were issued: {what}"), (entry.number for entry in since.changed))
        return
    yield _("The minutes were approved (entry {number}).").format(number=since.approved)
    if since.first_approved not in (None, since.approved):
        yield _("They had been approved before (entry {number}).").format(number=since.first_approved)
        yield _changed(_("Changed between the two approvals: {what}"), since.between_approvals)
    yield _changed(_("Changed after the approval: {what}"), (entry.number for entry in since.after_approval))
    earlier = [entry.number for entry in since.changed if entry.number < since.approved]
    if since.took_in:
        yield _changed(_("Corrections that the approval took in: {what}"), since.took_in)
    if earlier:
        yield _changed(_("Changed before the approval and not taken in by it: {what}"), earlier)


def since_approved_in_short(since: SinceApproved) -> str:
    """Return in a few words what was changed since the minutes were approved, or else issued; empty before that."""
    if since.issued is None:
        return ""
    changed = since.changed if since.approved is None else since.after_approval
    held = [*since.between_approvals, *(entry.number for entry in changed)]
    said = _("Changed since issued: {what}") if since.approved is None else _("Changed since approved: {what}")
    if len(held) > _FEW:
        return said.format(what=plural("{count} entry", "{count} entries", len(held)).format(count=len(held)))
    return said.format(what=", ".join(map(str, held)) or _("nothing"))


def _changed(said: str, numbers: Iterable[int]) -> str:
    held = list(numbers)
    listed = ", ".join(str(number) for number in held)
    what = plural("entry {entries}", "entries {entries}", len(held)).format(entries=listed) if held else _("nothing")
    return said.format(what=what)

"""An attached document in one line of the state."""

from collections.abc import Mapping

from governance.language import _
from governance.state.model import Attachment


def attachment_line(held: Attachment, names: Mapping[str, str] | None = None) -> str:
    """Return the document's name, what it is attached to, how long it is, and the first digits of its SHA-256.

    ``names`` tells what meetings and items are called; without it they stand by their ids.
    """
    where = held.item or held.meeting or "-"
    return _("Attached: {name} ({where}), {size}, SHA-256 {digits}").format(
        name=held.name, where=(names or {}).get(where, where), size=size_said(held.size), digits=held.sha256[:12]
    )


def size_said(count: int) -> str:
    """Return a number of bytes as people say it, in units of a thousand."""
    for unit in ("byte", "kB", "MB"):
        if count < 1000:
            return f"{count} {unit}"
        count = (count + 500) // 1000
    return f"{count} GB"

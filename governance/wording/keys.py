"""Keys in words: whose, which, from when to when."""

from governance.language import _
from governance.state.keys import Key
from governance.wording.lines.keys import fingerprint
from governance.wording.speaking import day


def key_line(held: Key, names: dict[str, str]) -> str:
    """Return a key in one line."""
    name = names.get(held.person, held.person)
    said = _("{key}  {name}: {fingerprint}, since {day}").format(
        key=held.id, name=name, fingerprint=fingerprint(held.public_key), day=day(held.enrolled_on or "-")
    )
    if held.revoked_on is None:
        return said
    return _("{key}; revoked, not to be trusted from {day}").format(key=said, day=day(held.revoked_on))

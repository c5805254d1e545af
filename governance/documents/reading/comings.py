"""Lines of minutes that say in a fixed form who stood in, came and went, or was a guest, who signed, and how the meeting was held.

They are written like that, and read only where the whole line has the form.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from governance.danish.dates import dates_in, spoken_date
from governance.documents.annotations.proceedings import MEETING_FORM, MEETING_KIND
from governance.documents.model import Guest, Movement, Signature, StandIn

_ITEM = r"punkt (?P<item>\d{1,3}[a-z]?)"
_CLOCK = r"kl\. (?P<time>\d\d\.\d\d)"
_MOVED = re.compile(rf"(?P<way>Ankom|Forlod mødet)(?: {_CLOCK})?(?: (?:til|efter) {_ITEM})?: (?P<name>[^:]+)\Z")
_STAND_IN = re.compile(
    rf"Stedfortræder for (?P<member>(?![a-zæøå])[^:]+?)(?: under {_ITEM})?: (?P<name>(?![a-zæøå])[^:]+)\Z"
)
"""Names begin with no small letter: »Stedfortræder for formanden: …« names no member."""
_GUEST = re.compile(
    rf"Deltog som (?P<role>gæst|observatør|oplægsholder|repræsentant for forvaltningen)(?: under {_ITEM})?: (?P<name>[^:]+)\Z"
)
_SIGNED = re.compile(
    r"Underskrevet(?: den (?P<on>\d{1,2}\. [a-zæøå]+ \d{4}))? af (?P<name>[^:]+?)(?: med forbehold: (?P<reservation>.+))?\Z"
)
_FORM = re.compile(r"Mødeform: (?P<form>.+)\Z")
_KIND = re.compile(r"Mødetype: (?P<kind>.+)\Z")
_SENT = re.compile(r"Dagsorden udsendt: (?P<day>\d{1,2}\. [a-zæøå]+ \d{4})\Z")
_OPENED = re.compile(rf"Punktet blev taget op {_CLOCK}\.\Z")
_ROLES = {
    "guest": "gæst",
    "observer": "observatør",
    "presenter": "oplægsholder",
    "administration": "repræsentant for forvaltningen",
}


@dataclass
class Comings:
    """What such lines said, while they are read one by one."""

    form: str | None = None
    kind: str | None = None
    agenda_sent: str | None = None
    stand_ins: list[StandIn] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    guests: list[Guest] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)

    def takes(self, text: str) -> bool:
        """Take in a line that has one of the forms, and tell whether it did."""
        movement, guest, stand_in = movement_in(text), guest_in(text), stand_in_in(text)
        if movement is not None:
            self.movements.append(movement)
        elif guest is not None:
            self.guests.append(guest)
        elif stand_in is not None:
            self.stand_ins.append(stand_in)
        else:
            return self.takes_signature(text) or self._takes_field(text)
        return True

    def takes_signature(self, text: str) -> bool:
        """Take in a line that says who signed, and tell whether it did."""
        signature = signature_in(text)
        if signature is not None:
            self.signatures.append(signature)
        return signature is not None

    def _takes_field(self, text: str) -> bool:
        form, kind, sent = _FORM.match(text), _KIND.match(text), _SENT.match(text)
        if form and MEETING_FORM.read(form.group("form")):
            self.form = MEETING_FORM.read(form.group("form"))
        elif kind and MEETING_KIND.read(kind.group("kind")):
            self.kind = MEETING_KIND.read(kind.group("kind"))
        elif sent and _day(sent.group("day")):
            self.agenda_sent = _day(sent.group("day"))
        else:
            return False
        return True


def movement_in(text: str) -> Movement | None:
    """Return who came or went, where a line says so in the fixed form."""
    found = _MOVED.match(text)
    if not found or not (found.group("time") or found.group("item")):
        return None
    time = found.group("time")
    return Movement(
        name=found.group("name"),
        arrived=found.group("way") == "Ankom",
        time=time.replace(".", ":") if time else None,
        item=found.group("item"),
    )


def movement_line(movement: Movement) -> str:
    """Return the line that says who came or went."""
    way, link = ("Ankom", "til") if movement.arrived else ("Forlod mødet", "efter")
    time = f" kl. {movement.time.replace(':', '.')}" if movement.time else ""
    return f"{way}{time}{f' {link} punkt {movement.item}' if movement.item else ''}: {movement.name}"


def guest_in(text: str) -> Guest | None:
    """Return who was a guest, where a line says so in the fixed form."""
    found = _GUEST.match(text)
    if not found:
        return None
    role = next(role for role, word in _ROLES.items() if word == found.group("role"))
    return Guest(name=found.group("name"), role=role, item=found.group("item"))  # type: ignore[arg-type]


def guest_line(guest: Guest) -> str:
    """Return the line that says who was a guest."""
    return f"Deltog som {_ROLES[guest.role]}{f' under punkt {guest.item}' if guest.item else ''}: {guest.name}"


def stand_in_in(text: str) -> StandIn | None:
    """Return who stood in for whom, where a line says so in the fixed form."""
    found = _STAND_IN.match(text)
    if not found:
        return None
    return StandIn(name=found.group("name"), member=found.group("member"), item=found.group("item"))


def stand_in_line(held: StandIn) -> str:
    """Return the line that says who stood in for whom."""
    return f"Stedfortræder for {held.member}{f' under punkt {held.item}' if held.item else ''}: {held.name}"


def signature_in(text: str) -> Signature | None:
    """Return who signed, where a line says so in the fixed form."""
    found = _SIGNED.match(text)
    day = _day(found.group("on")) if found and found.group("on") else None
    if not found or (found.group("on") and day is None):
        return None
    return Signature(name=found.group("name"), on=day, reservation=found.group("reservation"))


def signature_line(signature: Signature) -> str:
    """Return the line that says who signed."""
    on = f" den {spoken_date(signature.on)}" if signature.on else ""
    reservation = f" med forbehold: {signature.reservation}" if signature.reservation else ""
    return f"Underskrevet{on} af {signature.name}{reservation}"


def opening_in(text: str) -> str | None:
    """Return at what time an item was opened, where a line says so in the fixed form."""
    found = _OPENED.match(text)
    return found.group("time").replace(".", ":") if found else None


def opening_line(time: str) -> str:
    """Return the line that says when an item was opened."""
    return f"Punktet blev taget op kl. {time.replace(':', '.')}."


def field_lines(form: str | None, kind: str | None, agenda_sent: str | None) -> list[str]:
    """Return the lines that say how the meeting is held, what kind it is, and when its agenda went out."""
    lines = [f"Mødetype: {MEETING_KIND.write(kind)}"] if kind else []
    lines += [f"Mødeform: {MEETING_FORM.write(form)}"] if form else []
    return lines + ([f"Dagsorden udsendt: {spoken_date(agenda_sent)}"] if agenda_sent else [])


def is_of_fixed_form(text: str) -> bool:
    """Tell whether a line would be read as one of these."""
    return opening_in(text) is not None or Comings().takes(text)


def _day(text: str) -> str | None:
    for mention in dates_in(text):
        if mention.year is not None and mention.exists:
            return date(mention.year, mention.month, mention.day).isoformat()
    return None

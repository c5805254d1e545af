"""What the fields of events are called; the values that are chosen from a list are called as elsewhere."""

from collections.abc import Iterable

import msgspec

from events.errors import N_
from governance.language import _
from governance.wording.codes import CODES as CODES
from governance.wording.codes import code as code
from governance.wording.labels import meetings, people, proofs

FIELDS: dict[str, str] = {
    **meetings.FIELDS,
    **people.FIELDS,
    **proofs.FIELDS,
    "abbreviation": N_("Abbreviation"),
    "activities": N_("Activity"),
    "activity": N_("Activity"),
    "addressee": N_("Addressed to"),
    "agreed_in": N_("Agreed under"),
    "amount": N_("Amount in øre"),
    "answer": N_("Answer"),
    "answer_due": N_("Answer due"),
    "authority": N_("Authority"),
    "basis": N_("Filled by"),
    "body": N_("Body"),
    "budget": N_("Budget in øre"),
    "bulleted": N_("In a list"),
    "changed": N_("With changes"),
    "closed": N_("Closed item"),
    "contents": N_("Contents"),
    "corrections": N_("Corrections"),
    "count": N_("How many"),
    "counterpart": N_("Together with"),
    "date": N_("Date"),
    "dispatch": N_("Answers"),
    "document_sha256": N_("Document (SHA-256)"),
    "due": N_("Due"),
    "effective": N_("In effect"),
    "end": N_("Ends"),
    "entry": N_("Entry"),
    "focus_area": N_("Focus area"),
    "for_meeting": N_("For the meeting"),
    "granted": N_("Granted"),
    "group": N_("Working group"),
    "held_on": N_("Held on"),
    "includes_chair": N_("Including the chair"),
    "item": N_("Item"),
    "kind": N_("Kind"),
    "matter": N_("Matter"),
    "meeting": N_("Meeting"),
    "members": N_("Members"),
    "municipality": N_("Municipality"),
    "name": N_("Name"),
    "number": N_("Number"),
    "occasion": N_("Occasion"),
    "of": N_("Minutes of"),
    "outcome": N_("Outcome"),
    "parts": N_("Part"),
    "party": N_("Party"),
    "period": N_("Period"),
    "person": N_("Person"),
    "place": N_("Place"),
    "presenter": N_("Presented by"),
    "proposed": N_("Proposed as"),
    "questions": N_("Question"),
    "reason": N_("Reason"),
    "recipient": N_("Recipient"),
    "replacement": N_("Now reads"),
    "responsible": N_("Responsible"),
    "seats": N_("Seats"),
    "standing": N_("Standing item"),
    "start": N_("Starts"),
    "status": N_("Attendance"),
    "task": N_("Task"),
    "text": N_("Text"),
    "through": N_("Up to entry"),
    "title": N_("Title"),
    "to_date": N_("To the date"),
    "to_meeting": N_("To the meeting"),
    "to_period": N_("To the period"),
    "told_in": N_("Told in"),
    "until": N_("Until"),
    "wording": N_("Now reads"),
}
"""By the name of a field, or of an event (or a part of one) and its field: ``WordsErased.basis``."""


def field(part: type[msgspec.Struct], name: str) -> str:
    """Return what a field of an event, or of a part of one, is called."""
    return _(FIELDS.get(f"{part.__name__}.{name}", FIELDS.get(name, name)))


def word(pointer: str) -> str:
    """Return what the field is called in which a word of an entry stands, by its pointer as ``/event/questions/1``."""
    name = next((step for step in reversed(pointer.split("/")) if not step.isdecimal()), pointer)
    return _(FIELDS.get(name, name))


def words_listed(pointers: Iterable[str]) -> str:
    """Return the fields in which words of an entry stand, in a sentence: each once, those of a list with their number."""
    return ", ".join(dict.fromkeys(_in_a_sentence(pointer) for pointer in pointers))


def _in_a_sentence(pointer: str) -> str:
    label, last = word(pointer), pointer.rpartition("/")[2]
    label = label[:1].lower() + label[1:] if label[1:2].islower() else label
    return f"{label} {int(last) + 1}" if last.isdecimal() else label

"""The proposal: what to record so that the book says what a document says. Nothing is recorded here.

Everything is decided by the same rules as when a secretary records it. What a rule refuses or a name does not resolve
stays as a note of its item and is reported: no sentence is lost.
"""

from events.catalogue import CouncilEstablished
from governance.documents.model import Document, Problem
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.importing.agenda import take_item, take_up_again
from governance.importing.comings import open_item, take_comings, take_sending, take_signatures
from governance.importing.councils import council_of
from governance.importing.drafting import Draft
from governance.importing.matters import reconcile_matters
from governance.importing.meetings import conclude, take_attendance, take_meeting
from governance.importing.stand_ins import find_calls, take_calls, take_other_calls
from governance.importing.statements import take_statements
from governance.importing.taking import Taking


def propose(draft: Draft, document: Document, source: str, usage: Usage = NOTHING_TAUGHT) -> list[Problem]:
    """Add to a draft what a document says, and return what was not understood or is doubtful.

    ``source`` is the SHA-256 of the file, ``usage`` what the council's minutes call whom. Raises AlreadyThere where the
    minutes of the meeting are in the book.
    """
    return take_document(Taking(draft, document, source, usage=usage))


def take_document(taking: Taking) -> list[Problem]:
    """Add to the draft what the document says, as ``propose`` does."""
    draft, document = taking.draft, taking.document
    if draft.fold.council is None:
        name, kind = council_of(document)
        council = CouncilEstablished(name=name, municipality=document.municipality, kind=kind)
        draft.record(council, provenance=taking.marks.at(None, "council"))
    meeting = take_meeting(taking)
    minutes = document.kind == "minutes"
    if minutes:
        take_attendance(taking, meeting)
    else:
        find_calls(taking, meeting)
    take_statements(taking, meeting, None, document.statements)
    for item in document.items:
        identifier = take_item(taking, meeting, item)
        take_calls(taking, meeting, item.number, identifier)
        open_item(taking, identifier, item.opened_at)
        take_statements(taking, meeting, identifier, item.statements)
    take_statements(taking, meeting, None, document.closing)
    take_other_calls(taking, meeting)
    take_sending(taking, meeting)
    take_comings(taking, meeting)
    take_up_again(taking)
    reconcile_matters(draft)
    if minutes:
        conclude(taking, meeting)
        take_signatures(taking, meeting)
    return taking.problems

"""Commands that write documents: minutes, agenda."""

import os
from argparse import Namespace
from typing import Any

from governance.commandline.forms import at_option, book_argument, command, output_option
from governance.commandline.session import Session
from governance.language import _


def add_commands(commands: Any) -> None:
    """Add minutes and agenda."""
    minutes = command(
        commands,
        "minutes",
        _minutes,
        summary=_("write the minutes of a meeting (in Danish)"),
        examples="  referat minutes integrationsraadet 2022-09-28\n  referat minutes integrationsraadet m54 --format txt -o referat.txt",
    )
    agenda = command(
        commands,
        "agenda",
        _agenda,
        summary=_("write the agenda of a meeting (in Danish)"),
        examples="  referat agenda integrationsraadet 2022-10-25",
    )
    for parser in (minutes, agenda):
        book_argument(parser)
        parser.add_argument("meeting", metavar="MEETING", help=_("a meeting's id or date"))
        parser.add_argument("--format", choices=("md", "txt"), default="md", help=_("md: Markdown; txt: plain text"))
        at_option(parser)
        output_option(parser)
    minutes.add_argument(
        "--no-proof", action="store_true", help=_("without the foot that proves minutes that were issued")
    )
    minutes.add_argument(
        "--as-approved", action="store_true", help=_("as they were approved, without later corrections")
    )


def _minutes(session: Session, options: Namespace) -> int:
    from events.text import shown
    from governance.commandline.output import put, say
    from governance.commandline.session import meeting_meant, tell_unapproved
    from governance.documents.composing import compose_minutes
    from governance.documents.writing.document import write
    from governance.history import approved_entries, replay_standing
    from governance.keyring import key_at_hand
    from governance.proving_minutes import with_foot
    from governance.state.publishing.meetings import decided_in_writing

    book = session.book(options.book)
    upto = book.number_at(options.at) if options.at else None
    fold = book.fold(upto=upto)
    meeting = meeting_meant(fold, options.meeting)
    entries = list(book.standing(upto=upto))
    untold = meeting.opened is None and not meeting.attendance and meeting.issued_through is None
    if untold and not decided_in_writing(fold, meeting):
        say(_("The meeting of {date} has not been held yet. See its agenda instead.").format(date=meeting.date))
    if options.as_approved:
        tell_unapproved(fold, meeting)
        entries = approved_entries(book.history(), fold, meeting)
        fold = replay_standing(book.name, entries)
        meeting = fold.meeting(meeting.id)
    text = write(compose_minutes(fold, entries, meeting), options.format)
    if not options.no_proof:
        text = with_foot(text, options.format, book.log, fold, meeting.id, key_at_hand(os.environ))
    put(shown(text).encode(), options.output)
    return 0


def _agenda(session: Session, options: Namespace) -> int:
    from governance.commandline.output import put
    from governance.commandline.session import meeting_meant
    from governance.documents.composing import compose_agenda
    from governance.documents.writing.document import write

    book = session.book(options.book)
    fold = book.fold(upto=book.number_at(options.at) if options.at else None)
    document = compose_agenda(fold, meeting_meant(fold, options.meeting))
    put(write(document, options.format).encode(), options.output)
    return 0

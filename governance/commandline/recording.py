"""The command that records any event: record."""

from argparse import Namespace
from typing import Any

from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _

_MOST_DATA = 16 << 20
"""Bytes that the fields of one event may have."""


def add_commands(commands: Any) -> None:
    """Add record."""
    record = command(
        commands,
        "record",
        _record,
        summary=_("record one event in a book; CouncilEstablished begins a new book"),
        examples=(
            '  referat record nyt-raad CouncilEstablished --data \'{"name": "Ældrerådet", "municipality": "Ærø Kommune"}\'\n'
            '  referat record nyt-raad MeetingScheduled --data \'{"date": "2027-01-12", "start": "15:30", "end": "17:30"}\'\n'
            '  referat record nyt-raad MinutesIssued --data \'{"meeting": "m2"}\''
        ),
    )
    book_argument(record)
    event: Any = record.add_argument("event", metavar="EVENT", help=_("the event's name, as docs/events.md lists them"))
    event.completer = _event_names
    record.add_argument(
        "--data",
        metavar="JSON",
        default="{}",
        help=_("the event's fields as a JSON object; - reads it from standard input"),
    )
    record.add_argument(
        "--effective",
        metavar=_("DATE"),
        help=_("when it took effect: 2022-09-28, 2022-09-28T15:30, 2021-06-02/2022-09-28"),
    )
    record.add_argument("--command-id", metavar="ID", help=_("the same id twice records once"))
    record.add_argument("--json", action="store_true", help=_("print the entries as JSON Lines"))


def _record(session: Session, options: Namespace) -> int:
    from events.border import event_from
    from events.catalogue import WordsErased
    from events.moments import Effective
    from events.text import clean
    from governance.book import ActorMissing, Book, NoSuchBook
    from governance.commandline.reporting import report_entries
    from governance.history import Recorded
    from governance.issuing import completed
    from governance.rules import decide
    from governance.rules.act import Act
    from governance.state.fold import Fold

    fields = fields_from(options.data)
    if options.event == "CouncilEstablished":
        book = Book(session.log, new_book_name(options.book), actor=session.actor)
    else:
        session.log.books()
        book = session.book(options.book, to_write=True)
    if options.event == "MinutesIssued":
        fields = completed(fields, book)
    act = Act(
        event=event_from(options.event, fields), effective=Effective(options.effective) if options.effective else None
    )
    if session.actor is None:
        raise ActorMissing
    if not session.record.exists():  # what is refused makes no record
        decide(Fold(book.name), act, today=book.today(), history=Recorded(book.name, list))
    command_id = clean(options.command_id, field="--command-id", lines=False) if options.command_id else None
    entries = book.record(act, command_id=command_id)
    report_entries(book, entries, as_json=options.json)
    if isinstance(act.event, WordsErased):
        from governance.forgetting import forget_erased

        forget_erased(session.record, book.log, book.name)
    return 0 if entries else NoSuchBook.exit_code


def new_book_name(name: str) -> str:
    """Return the name for a new book. Raises RefusedEvent where it is no slug."""
    import re

    from events.errors import N_, RefusedEvent

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", name):
        raise RefusedEvent(
            N_(
                "'{name}' cannot name a book. Use small letters a-z, digits and hyphens, for instance aeldreraadet-aeroe."
            ),
            name=name,
        )
    return name


def fields_from(data: str) -> dict[str, Any]:
    """Return the JSON object given on the command line. Raises RefusedEvent where it is none."""
    import sys

    import orjson

    from events.errors import N_, RefusedEvent

    text = sys.stdin.buffer.read(_MOST_DATA + 1) if data == "-" else data.encode("utf-8", "surrogateescape")
    if len(text) > _MOST_DATA:
        raise RefusedEvent(N_("--data is longer than {most} MB. One event is far shorter."), most=_MOST_DATA >> 20)
    try:
        fields = orjson.loads(text)
    except orjson.JSONDecodeError as problem:
        raise RefusedEvent(
            N_(
                "--data is not JSON (line {line}, character {column}). Write an object, for instance --data "
                '\'{{"name": "Anna Holm"}}\'.'
            ),
            line=problem.lineno,
            column=problem.colno,
        ) from None
    if not isinstance(fields, dict):
        raise RefusedEvent(N_("--data must be a JSON object: {{ … }}."))
    return fields


def _event_names(**_rest: object) -> list[str]:
    from events.catalogue import EVENT_TYPES

    return list(EVENT_TYPES)

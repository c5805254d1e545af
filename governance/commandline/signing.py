"""The command with which a person signs the minutes of a meeting."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import book_argument, command
from governance.commandline.keys import key_option, passphrase_option
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from events.ids import PersonId
    from governance.keyring import KeyFile
    from governance.state.fold import Fold


def add_commands(commands: Any) -> None:
    """Add sign."""
    sign = command(
        commands,
        "sign",
        _sign,
        summary=_("sign the minutes of a meeting with your key, with a reservation where you make one"),
        examples=(
            "  referat sign integrationsraadet 2022-09-28\n"
            "  referat sign integrationsraadet m54 --reservation 'Punkt 3 gengiver ikke min tale'\n"
            "  referat sign integrationsraadet m54 --show-signed p4 > statement.json"
        ),
    )
    book_argument(sign)
    sign.add_argument("meeting", metavar="MEETING", help=_("a meeting's id or date"))
    sign.add_argument("--person", metavar="PERSON", help=_("who signs; else the one whose key it is"))
    sign.add_argument("--reservation", metavar=_("TEXT"), help=_("what you do not stand by"))
    key_option(sign)
    passphrase_option(sign)
    sign.add_argument(
        "--show-signed",
        metavar="PERSON",
        help=_("record nothing: print what this person signed, for ssh-keygen -Y verify"),
    )
    sign.add_argument(
        "--show-signature", metavar="PERSON", help=_("record nothing: print the signature as ssh-keygen writes it")
    )
    sign.add_argument("--json", action="store_true", help=_("print the entries as JSON Lines"))


def _sign(session: Session, options: Namespace) -> int:
    if options.show_signed or options.show_signature:
        return _show(session, options)
    from governance.commandline.keys import key_of, person_meant, unlocked
    from governance.commandline.reporting import report_entries
    from governance.commandline.session import meeting_meant
    from governance.keyring import key_meant
    from governance.signing_off import signing_off

    book = session.book(options.book, to_write=True)
    fold = book.current()
    meeting = meeting_meant(fold, options.meeting)
    meant = key_meant(os.environ, options.key)
    person = person_meant(fold, options.person) if options.person else _owner(fold, meant)
    key = key_of(fold, person, meant)
    plan = signing_off(book, meeting.id, person, key, options.reservation, lambda: unlocked(options, meant))
    report_entries(book, book.carry_out(plan), as_json=options.json)
    return 0


def _owner(fold: "Fold", meant: "KeyFile") -> "PersonId":
    from events.errors import N_
    from governance.keyring import KeyRefused

    for held in fold.keys.values():
        if held.public_key == meant.public.line:
            return held.person
    raise KeyRefused(
        N_("Your key {name} is not enrolled in {book}. Enrol it first: referat key enrol {book} PERSON"),
        name=meant.name,
        book=fold.book,
    )


def _show(session: Session, options: Namespace) -> int:
    from events.errors import N_
    from events.proofs.ssh_signatures import armored
    from governance.book import NoSuchEntry
    from governance.commandline.keys import person_meant
    from governance.commandline.output import put
    from governance.commandline.session import meeting_meant
    from governance.signing import statement

    fold = session.book(options.book).fold()
    meeting = meeting_meant(fold, options.meeting)
    person = person_meant(fold, options.show_signed or options.show_signature)
    for held in meeting.signatures:
        if held.person == person and held.sign_off is not None:
            signed = statement(fold.book, meeting, held.sign_off)
            put(signed if options.show_signed else armored(held.sign_off.signature).encode())
            return 0
    raise NoSuchEntry(
        N_("{person} has not signed the minutes of {date} with a key."),
        person=fold.persons.get(person, person),
        date=meeting.date,
    )

"""Commands about keys: new, list, enrol, revoke."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from governance.book import NoSuchEntry
from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from events.ids import KeyId, PersonId
    from events.proofs.ssh_keys import PrivateKey
    from governance.keyring import KeyFile
    from governance.state.fold import Fold


class NoSuchPerson(NoSuchEntry):
    """The book names nobody so."""


def add_commands(commands: Any) -> None:
    """Add key with its four parts."""
    key = command(
        commands,
        "key",
        _no_part,
        summary=_("make, list, enrol and revoke keys, which sign minutes and checkpoints"),
        examples=(
            "  referat key new anna\n"
            "  referat key list integrationsraadet\n"
            "  referat key enrol integrationsraadet 'Anna Holm' --key anna\n"
            "  referat key revoke integrationsraadet k120 --since 2026-11-01 --reason 'Mistet'"
        ),
    )
    parts: Any = key.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="part", required=True)
    new = command(parts, "new", _new, summary=_("make a key in your own folder, protected by a passphrase"))
    new.add_argument("name", metavar=_("NAME"), nargs="?", default="referat", help=_("what to call it"))
    new.add_argument("--comment", metavar=_("TEXT"), default="", help=_("what is to stand behind the public key"))
    new.add_argument(
        "--unprotected", action="store_true", help=_("without a passphrase: it signs checkpoints without being asked")
    )
    passphrase_option(new)
    listed = command(parts, "list", _list, summary=_("list your keys, or those enrolled in a book"))
    book_argument(listed, optional=True)
    listed.add_argument("--json", action="store_true", help=_("as JSON"))
    enrol = command(parts, "enrol", _enrol, summary=_("enrol a key in a book: from then on it signs for a person"))
    revoke = command(parts, "revoke", _revoke, summary=_("revoke a key in a book: from then on it signs for nobody"))
    for parser in (enrol, revoke):
        book_argument(parser)
    enrol.add_argument("person", metavar="PERSON", help=_("whose key it is: an id, or the name in the book"))
    key_option(enrol)
    enrol.add_argument("--public", metavar=_("FILE"), help=_("the public key of somebody else, a file ending in .pub"))
    revoke.add_argument("key", metavar="KEY", help=_("the key: its id, its fingerprint, or whose it is"))
    revoke.add_argument("--since", metavar=_("DATE"), help=_("the day from which others may have had it; else today"))
    revoke.add_argument("--reason", metavar=_("TEXT"), help=_("why"))
    for parser in (enrol, revoke):
        parser.add_argument("--json", action="store_true", help=_("print the entries as JSON Lines"))


def key_option(parser: Any) -> None:
    """Add the option that says which key is meant."""
    parser.add_argument(
        "--key", metavar=_("KEY"), help=_("your key: its name or file (else REFERAT_KEY, or the only one you have)")
    )


def passphrase_option(parser: Any) -> None:
    """Add the option that says where the passphrase stands."""
    parser.add_argument(
        "--passphrase-file",
        metavar=_("FILE"),
        help=_("the file whose first line is the passphrase; else it is asked for"),
    )


def unlocked(options: Namespace, meant: "KeyFile") -> "PrivateKey":
    """Return the private key, with the passphrase where it needs one: from the file named, or asked for."""
    if not meant.is_protected():
        return meant.unlocked()
    return meant.unlocked(_passphrase(options, _("Passphrase of the key {name}: ").format(name=meant.name)))


def person_meant(fold: "Fold", said: str) -> "PersonId":
    """Return the person with this id or name. Raises NoSuchPerson where there is none, NoSuchEntry for more than one."""
    from events.errors import N_

    found = [one for one, name in fold.persons.items() if said in (one, name)] or [
        one for one, name in fold.persons.items() if name.casefold().startswith(said.casefold())
    ]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{one} ({fold.persons[one]})" for one in found or fold.persons)
    if found:
        raise NoSuchEntry(N_("{person} may be any of: {names}. Name one by the id."), person=said, names=names)
    raise NoSuchPerson(
        N_("There is no person {person} in the book. There are: {names}."), person=said, names=names or "-"
    )


def key_of(fold: "Fold", person: "PersonId", meant: "KeyFile") -> "KeyId":
    """Return the id of a key as it is enrolled for a person. Raises KeyRefused where it is not, or was revoked."""
    from events.errors import N_
    from governance.keyring import KeyRefused

    for one, held in fold.keys.items():
        if held.public_key == meant.public.line and held.person == person and held.revoked_in is None:
            return one
    raise KeyRefused(
        N_("Your key {name} is not enrolled for {person} in {book}. Enrol it first: referat key enrol {book} {id}"),
        name=meant.name,
        person=fold.persons.get(person, person),
        book=fold.book,
        id=person,
    )


def _no_part(_session: Session, _options: Namespace) -> int:
    raise AssertionError("the parser asks for a part")


def _new(_session: Session, options: Namespace) -> int:
    from governance.commandline.output import put_line, say
    from governance.keyring import keys_folder, new_key

    passphrase = "" if options.unprotected else _new_passphrase(options)
    made = new_key(keys_folder(os.environ), options.name, passphrase, options.comment or _session.actor or "")
    put_line(f"{made.public.line} {made.comment}".rstrip())
    say(
        _("The key lies in {path}. Its fingerprint is {fingerprint}.").format(
            path=made.path, fingerprint=made.public.fingerprint
        )
    )
    return 0


def _list(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import put, put_line

    rows = _enrolled(session, options.book, as_data=options.json) if options.book else _own()
    if options.json:
        put(msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n")
        return 0
    for row in rows:
        put_line("  ".join(str(value) for value in row.values() if value is not None))
    return 0


def _own() -> list[dict[str, Any]]:
    from governance.keyring import held_keys, keys_folder

    return [
        {
            "name": held.name,
            "fingerprint": held.public.fingerprint,
            "protected": _("with a passphrase") if held.is_protected() else _("without a passphrase"),
            "comment": held.comment,
        }
        for held in held_keys(keys_folder(os.environ))
    ]


def _enrolled(session: Session, book: str, *, as_data: bool) -> list[dict[str, Any]]:
    from governance.wording.lines.keys import fingerprint
    from governance.wording.speaking import day

    fold = session.book(book).fold()
    return [
        {
            "id": held.id,
            "person": fold.persons.get(held.person, held.person),
            "fingerprint": fingerprint(held.public_key),
            "enrolled": held.effective if as_data else day(held.effective or ""),
            "revoked": _("revoked in entry {number}").format(number=held.revoked_in) if held.revoked_in else None,
        }
        for held in fold.keys.values()
    ]


def _enrol(session: Session, options: Namespace) -> int:
    from events.catalogue import KeyEnrolled
    from governance.commandline.reporting import report_entries
    from governance.keyring import key_meant, public_key_in
    from governance.rules.act import Act

    book = session.book(options.book, to_write=True)
    person = person_meant(book.current(), options.person)
    public = public_key_in(Path(options.public)) if options.public else key_meant(os.environ, options.key).public
    entries = book.record(Act(event=KeyEnrolled(person=person, public_key=public.line)))
    report_entries(book, entries, as_json=options.json)
    return 0


def _revoke(session: Session, options: Namespace) -> int:
    from events.catalogue import KeyRevoked
    from events.moments import Effective
    from governance.commandline.reporting import report_entries
    from governance.commandline.session import day_meant, required_day
    from governance.rules.act import Act

    book = session.book(options.book, to_write=True)
    since = required_day(day_meant(options.since)) if options.since else None
    event = KeyRevoked(key=_key_meant(book.current(), options.key), reason=options.reason)
    entries = book.record(Act(event=event, effective=Effective(since) if since else None))
    report_entries(book, entries, as_json=options.json)
    return 0


def _key_meant(fold: "Fold", said: str) -> "KeyId":
    from events.errors import N_
    from governance.wording.lines.keys import fingerprint

    found = [
        one
        for one, held in fold.keys.items()
        if said in (one, fingerprint(held.public_key))
        or (held.revoked_in is None and said == fold.persons.get(held.person))
    ]
    if len(found) == 1:
        return found[0]
    raise NoSuchEntry(
        N_("Which key is {key}? The book knows: {keys}."),
        key=said,
        keys=", ".join(f"{one} ({fold.persons.get(held.person, '')})" for one, held in fold.keys.items()) or "-",
    )


def _new_passphrase(options: Namespace) -> str:
    from events.errors import N_
    from governance.keyring import KeyRefused

    said = _passphrase(options, _("Passphrase for the new key: "))
    if not options.passphrase_file and said != _passphrase(options, _("Once more: ")):
        raise KeyRefused(N_("The two passphrases differ. No key was made."))
    if not said:
        raise KeyRefused(N_("A key has a passphrase. One without, for checkpoints alone, is made with --unprotected."))
    return said


def _passphrase(options: Namespace, prompt: str) -> str:
    import sys
    from getpass import getpass

    from events.errors import N_
    from events.system_faults import system_fault
    from governance.keyring import KeyRefused

    if options.passphrase_file:
        try:
            with Path(options.passphrase_file).open(encoding="utf-8") as file:
                return file.readline(10_000).rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as problem:
            raise KeyRefused(
                N_("{path} cannot be used: {problem}."), path=options.passphrase_file, problem=system_fault(problem)
            ) from None
    if not sys.stdin.isatty():
        raise KeyRefused(
            N_("The passphrase is asked for on a terminal. Without one, name a file: --passphrase-file FILE")
        )
    try:
        return getpass(prompt)
    except EOFError:
        raise KeyRefused(N_("No passphrase was given.")) from None

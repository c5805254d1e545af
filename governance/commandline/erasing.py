"""Commands that erase words for good, and that find where words stand: erase, find-words."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from events.errors import N_, ReferatError
from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from governance.book import Book
    from governance.erasing import Fields, Place

_LONGEST = 60


class ErasingUnsure(ReferatError):
    """Nobody said that the words are to go for good, or which words."""

    exit_code = 2


def add_commands(commands: Any) -> None:
    """Add erase and find-words."""
    erase = command(
        commands,
        "erase",
        _erase,
        summary=_("erase words of an entry, or about a person, for good; the entry itself stays"),
        examples=(
            "  referat erase integrationsraadet 46 text --basis 'Databeskyttelsesforordningen art. 17' --authority 'DPO'\n"
            "  referat erase integrationsraadet --person p12 --names --basis '…' --authority '…' --yes"
        ),
    )
    book_argument(erase)
    erase.add_argument("number", metavar="N", nargs="?", type=int, help=_("the entry"))
    erase.add_argument("fields", metavar="FIELD", nargs="*", help=_("its fields: text, name, replacement/text …"))
    _add_options(erase)
    find = command(
        commands,
        "find-words",
        _find_words,
        summary=_("list the entries and fields where words stand, e.g. before they are erased"),
        examples="  referat find-words integrationsraadet 'Anna Holm'",
    )
    book_argument(find)
    find.add_argument("words", metavar=_("WORDS"), help=_("a name or a text; whole words, in any case"))
    find.add_argument("--json", action="store_true", help=_("as JSON Lines"))


def _add_options(erase: ArgumentParser) -> None:
    erase.add_argument("--person", metavar="ID", help=_("all words of the entries about this person instead"))
    erase.add_argument("--names", action="store_true", help=_("with --person: the names that the person had, too"))
    erase.add_argument("--basis", metavar=_("TEXT"), help=_("the legal basis; it stands in the book"))
    erase.add_argument("--authority", metavar=_("TEXT"), help=_("who decided it; it stands in the book"))
    erase.add_argument("--yes", action="store_true", help=_("do not ask first"))
    erase.add_argument("--json", action="store_true", help=_("print the entries as JSON Lines"))


def _erase(session: Session, options: Namespace) -> int:
    from events.sqlite.erasing import writes_wait
    from governance.book import ActorMissing
    from governance.commandline.output import say
    from governance.commandline.reporting import report_entries
    from governance.erasing import NothingLeft, erased, words_in
    from governance.rules.record import ErasedAlready

    book = session.book(options.book, to_write=True)
    if session.actor is None:
        raise ActorMissing
    _require_reasons(options)
    try:
        fields = _fields_meant(book, options)
        plan = erased(fields, options.basis, options.authority, book.today())
        plan(book.current(), book.history())
    except ErasedAlready:
        _finish(session, book)
        raise
    except NothingLeft:
        if book.current().erasures and writes_wait(session.record):
            _finish(session, book)
        raise
    places = words_in(book.entries(), fields)
    if not options.yes and not _agreed(places):
        say(_("Nothing was erased."))
        return 0
    _forget_beside(session, book, places)
    _tell_what_is_left(session, book, places)
    entries = book.carry_out(plan)
    report_entries(book, entries, as_json=options.json)
    return 0


def _forget_beside(session: Session, book: "Book", places: "Sequence[Place]") -> None:
    from governance.commandline.output import say
    from governance.drafts import Drafts
    from governance.forgetting import forget_beside
    from governance.searching.index import SearchIndex

    index = SearchIndex(session.record)
    try:
        keys = forget_beside(Drafts(session.record), index, session.record, book.log, book.name, places)
    finally:
        index.close()
    for key in keys:
        say(_("A draft held the words too; they were taken out of it: {draft}").format(draft=key))


def _require_reasons(options: Namespace) -> None:
    if not options.basis or not options.authority:
        raise ErasingUnsure(
            N_("Say on what legal basis with --basis, and who decided it with --authority; both stand in the book.")
        )
    if (options.person is None) == (options.number is None):
        raise ErasingUnsure(N_("Name the entry and its fields, or a person with --person ID."))


def _fields_meant(book: "Book", options: Namespace) -> "Fields":
    from events.border import cleaned
    from events.catalogue import WordsErased
    from events.ids import PersonId
    from governance.erasing import fields_about
    from governance.rules import known

    if options.person is not None:
        known.person(book.current(), PersonId(options.person))
        return fields_about(book.entries(), PersonId(options.person), names=options.names)
    asked = WordsErased(entry=options.number, fields=tuple(options.fields), basis=options.basis, authority="-")
    return {options.number: cleaned(asked).fields}


def _finish(session: Session, book: "Book") -> None:
    from governance.commandline.output import say
    from governance.forgetting import finish_erasing

    finish_erasing(session.record, book.log, book.name)
    say(_("What an earlier erasure may have left in the files of the record has been cleared."))


def _agreed(places: "Sequence[Place]") -> bool:
    from governance.commandline.output import say

    say(_("These words are erased for good. Nobody can bring them back, and no copy that referat makes holds them:"))
    for place in places:
        say(_place_said(place))
    if not sys.stdin.isatty():
        raise ErasingUnsure(N_("Erasing cannot be undone. Say that it is meant with --yes."))
    print(_("Erase them? [y/N] "), end="", file=sys.stderr, flush=True)
    return sys.stdin.buffer.readline().strip().lower() in (b"y", b"yes", b"j", b"ja")


def _tell_what_is_left(session: Session, book: "Book", places: "Sequence[Place]") -> None:
    """Say where else the words stand that are to be erased: in the book, in other files."""
    from governance.commandline.output import say
    from governance.erasing import files_holding, places_besides

    left = list(places_besides(book.entries(), places))
    if left:
        say(_("The same words still stand here. Erase them too, where they are to go:"))
    for place in left:
        say(_place_said(place))
    for file in files_holding(session.record, [place.text for place in places]):
        say(_("This file beside the record still holds the words: {file}").format(file=file))
    say(_("Backups and copies that were handed out hold the words until they are replaced."))


def _place_said(place: "Place") -> str:
    from events.words import spoken_field

    said = " ".join(place.text.split())
    text = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    return f"{place.entry:>5}  {spoken_field(place.pointer)}: {text}"


def _find_words(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import put, put_line
    from governance.erasing import SHORTEST, places_of

    book = session.book(options.book)
    if len(options.words.strip()) < SHORTEST:
        raise ErasingUnsure(N_("Give at least {least} characters to look for."), least=SHORTEST)
    found = list(places_of(book.entries(), [options.words.strip()]))
    for place in found:
        if options.json:
            put(msgspec.json.encode({"entry": place.entry, "field": place.pointer, "text": place.text}) + b"\n")
        else:
            put_line(_place_said(place))
    if not found:
        from governance.commandline.output import say

        say(_("These words stand nowhere in the book."))
    return 0

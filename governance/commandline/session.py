"""What every command has at hand: the settings, the record, who records, and the book that is meant."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from events.errors import N_, RefusedEvent
from events.text import cut
from governance.book import Book, NoSuchBook, NoSuchEntry
from governance.checkpoints import CheckpointingLog
from governance.language import _
from governance.settings import Settings, load_settings, record_path, settings_path
from governance.state.fold import Fold, Meeting

if TYPE_CHECKING:
    from events.proofs.checkpoints import SignedCheckpoint


class Session:
    """One run of the command line. Opens the record at the first need and closes it at the end."""

    def __init__(self, arguments: Namespace) -> None:
        self.settings_path = settings_path(os.environ)
        self.settings: Settings = load_settings(self.settings_path)
        self.record: Path = record_path(os.environ, self.settings, getattr(arguments, "record", None))
        self.actor: str | None = getattr(arguments, "by", None) or os.environ.get("REFERAT_BY") or self.settings.by
        self.read_only: bool = getattr(arguments, "read_only", False)
        self.log = CheckpointingLog(self.record, read_only=self.read_only)

    def book(self, name: str, *, to_write: bool = False) -> Book:
        """Return the book of this name, or the only one whose name begins so. Raises NoSuchBook otherwise."""
        names = [head.book for head in self.log.books()]
        found = [name] if name in names else [held for held in names if held.startswith(name)]
        if len(found) != 1:
            raise NoSuchBook(
                N_("{book} may be any of: {names}. Write the whole name.")
                if found
                else N_("There is no book {book}. The books are: {names}."),
                book=name,
                names=", ".join(map(cut, found or names)) or "-",
            )
        return Book(self.log, found[0], actor=self.actor if to_write else None)

    def only_book(self, name: str | None) -> Book:
        """Return the book named, or the only one there is. Raises NoSuchBook where there are several or none."""
        if name is not None:
            return self.book(name)
        names = [head.book for head in self.log.books()]
        if len(names) != 1:
            raise NoSuchBook(N_("Which book? The record holds: {names}."), names=", ".join(map(cut, names)) or "-")
        return Book(self.log, names[0])

    def keep_checkpoints(self) -> None:
        """Keep the checkpoints that are due after what was recorded; say why where that fails."""
        if not self.log.due or self.read_only:
            return
        from governance.commandline.output import say
        from governance.keyring import key_at_hand
        from governance.language import said

        for problem in self.log.keep_due(key_at_hand(os.environ)):
            say(said(problem))

    def keep(self, book: str, signed: "SignedCheckpoint") -> None:
        """Keep a checkpoint beside the record; say why where that fails: it was made all the same."""
        from events.errors import RecordError
        from governance.checkpoints import Kept
        from governance.commandline.output import say
        from governance.language import said

        if self.read_only:
            return
        try:
            Kept(self.record).keep(book, signed)
        except RecordError as problem:
            say(said(problem))

    def close(self) -> None:
        """Close the record."""
        self.log.close()


def meeting_meant(fold: Fold, said: str) -> Meeting:
    """Return the meeting with this id or on this day. Raises NoSuchEntry where there is none, or more than one."""
    from governance.wording.speaking import day

    by_id = fold.meetings.get(said)  # type: ignore[call-overload]
    if by_id is not None and by_id.date:
        return by_id  # type: ignore[no-any-return]
    meant = day_meant(said)
    found = [meeting for meeting in fold.meetings.values() if meeting.date == meant]
    standing = [meeting for meeting in found if not meeting.cancelled] or found
    if len(standing) == 1:
        return standing[0]
    choices = ", ".join(
        f"{held.id} ({day(held.date or '')}{' ' + held.start if held.start else ''})"
        for held in standing or fold.meetings.values()
    )
    if standing:
        raise NoSuchEntry(N_("{meeting} may be any of: {choices}. Name one by its id."), meeting=said, choices=choices)
    raise NoSuchEntry(
        N_("There is no meeting {meeting}. The meetings are: {choices}."), meeting=said, choices=choices or "-"
    )


def day_meant(said: str) -> str:
    """Return a day as ISO text, from ISO or Danish figures (``28.09.2022``); the text itself where it is neither."""
    from governance.danish.dates import dates_in, resolved

    mentions = dates_in(said)
    day = resolved(mentions[0], None, "past") if mentions else None
    return day.isoformat() if day is not None else said


def required_day(text: str) -> str:
    """Return a day as ISO text. Raises RefusedEvent where the text is none."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise RefusedEvent(N_("'{text}' is no date there is. Write it as 2022-09-28."), text=text) from None


def tell_unapproved(fold: Fold, meeting: Meeting) -> None:
    """Say so where minutes are asked for as approved and nobody has approved them."""
    from governance.commandline.output import say
    from governance.state.publishing.meetings import minutes_meant
    from governance.wording.speaking import day

    if meeting.issued_through is not None and not any(minutes_meant(fold, held) is meeting for held in fold.approvals):
        said = _("The minutes of {date} have been issued and not approved. This is what was issued.")
        say(said.format(date=day(meeting.date or "")))

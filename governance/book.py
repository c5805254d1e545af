"""The application service: one book, open for reading its history and for recording in it.

Everything that records goes through here: the command line, the importer, the terminal interface. Rules and folding
are pure; reading, the clock, the actor and appending are here.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import msgspec

from events.catalogue import EVENT_TYPES, CouncilEstablished, CouncilRenamed, EntryCorrected, EntryStruck, WordsErased
from events.entry import Entry, seal, unseal
from events.errors import N_, BookConflict, ReferatError
from events.log import Log
from events.moments import Timestamp, timestamp
from events.text import clean
from events.words import Salts, random_salts
from governance.clock import Clock, day_in_denmark, moment_from, now
from governance.history import Amendments, Recorded, amendments_in, replay, standing
from governance.rules import decide
from governance.rules.act import Act
from governance.rules.record import require_authority_of_ones_own
from governance.state.evolving import evolve
from governance.state.facts import in_order
from governance.state.fold import Fold

Plan = Callable[[Fold, Recorded], Sequence[Act]]
"""Decides on a state what to record. It may be asked again, on a newer state, when somebody else recorded first."""


_REREAD = EntryStruck | EntryCorrected | WordsErased
"""After these, earlier entries read otherwise."""


class NoSuchBook(ReferatError):
    """The record has no book of that name."""

    exit_code = 7


class NoSuchEntry(ReferatError):
    """The book has no entry there."""

    exit_code = 7


class Book:
    """A book of a record. ``actor`` names who records; without one it can only be read."""

    def __init__(
        self, log: Log, name: str, *, actor: str | None = None, clock: Clock = now, salts: Salts = random_salts
    ) -> None:
        self.log = log
        self.name = name
        self._actor = None if actor is None else clean(actor, field="recorded_by", lines=False)
        self._clock = clock
        self._salts = salts
        self._fold: Fold | None = None

    # reading

    def entries(self, *, after: int = 0, upto: int | None = None) -> Iterator[Entry]:
        """Return the entries with ``after < number <= upto`` as they were recorded."""
        for body, words in self.log.read(self.name, after=after, upto=upto):
            yield unseal(body, words)

    def amendments(self, *, upto: int | None = None) -> Amendments:
        """Return what the strikes and corrections up to an entry say."""
        return amendments_in(unseal(body, words) for body, words in self.log.amendments(self.name, upto=upto))

    def fold(self, *, upto: int | None = None, on: str | None = None) -> Fold:
        """Return what the book said after entry ``upto``, as far as it had taken effect on day ``on``."""
        return replay(self.name, self.entries(upto=upto), self.amendments(upto=upto), on=on)

    def standing(self, *, upto: int | None = None) -> Iterator[Entry]:
        """Return the entries in force after entry ``upto``, as they read then."""
        return standing(self.entries(upto=upto), self.amendments(upto=upto))

    def council(self) -> CouncilEstablished | None:
        """Return whose book it is, under the name in force."""
        return next(reversed(self.councils()), None)

    def councils(self) -> list[CouncilEstablished]:
        """Return whose book it is under every name it had, the one in force last."""
        first = next(self.entries(upto=1), None)
        if first is None:
            return []
        renamings = [unseal(body, words) for body, words in self.log.of_type(self.name, CouncilRenamed.__name__)]
        read = replay(self.name, [first, *renamings], self.amendments())
        council = read.council
        if council is None:
            return []
        return [msgspec.structs.replace(council, name=held.said) for held in in_order(read.council_names)]

    def number_at(self, at: str) -> int:
        """Return the number of the last entry at a number or moment of recording.

        Raises NoSuchEntry where the book had not begun or does not reach so far, RefusedEvent for no number or moment.
        """
        head = self.log.head(self.name)
        if at.isdecimal():
            if not 1 <= int(at) <= head:
                raise NoSuchEntry(
                    N_("{book} has the entries 1 to {head}; there is no entry {at}."), book=self.name, head=head, at=at
                )
            return int(at)
        moment = moment_from(at)
        first, last = 0, head
        while first < last:
            middle = (first + last + 1) // 2
            if self._recorded_at(middle) <= moment:
                first = middle
            else:
                last = middle - 1
        if first == 0:
            raise NoSuchEntry(N_("{book} had no entries yet at {at}."), book=self.name, at=at)
        return first

    def _recorded_at(self, number: int) -> Timestamp:
        return next(self.entries(after=number - 1, upto=number)).recorded_at

    def require(self) -> None:
        """Raise NoSuchBook where the record has no such book."""
        if not self.log.head(self.name):
            names = ", ".join(head.book for head in self.log.books())
            raise NoSuchBook(N_("There is no book {book}. The books are: {names}."), book=self.name, names=names or "-")

    # recording

    def record(self, act: Act, *, command_id: str | None = None) -> list[Entry]:
        """Decide on an act by hand and record what follows. The same command id twice records once.

        Raises RuleRefused where the rules do not allow it, BookConflict where somebody else keeps recording first,
        RecordError where the record cannot be written.
        """
        require_authority_of_ones_own(act.event)
        return self.carry_out(
            lambda fold, history: decide(fold, act, today=self.today(), history=history), command_id=command_id
        )

    def carry_out(self, plan: Plan, *, command_id: str | None = None) -> list[Entry]:
        """Record what a plan decides, all or none, as one command. Raises as ``record``."""
        if self._actor is None:
            raise ActorMissing()
        self.log.prepare()
        command_id = command_id or _new_command()
        done = self._recorded_by(command_id)
        if done:
            return done
        try:
            return self._try(plan, command_id)
        except BookConflict:
            self._fold = None
        done = self._recorded_by(command_id)
        if done:
            return done
        try:
            return self._try(plan, command_id)
        except BookConflict:
            raise self._conflict() from None

    def today(self) -> str:
        """Return the day that it is for the council (ISO date, Denmark)."""
        return day_in_denmark(self._clock())

    def current(self) -> Fold:
        """Return the state after the newest entry, for deciding on. It is not to be changed."""
        if self._fold is None:
            self._fold = self.fold()
        return self._fold

    def catch_up(self) -> list[Entry]:
        """Take in what was recorded since the state was last worked out, by whomever, and return those entries."""
        fold = self.current()
        more = list(self.entries(after=fold.number))
        if any(isinstance(entry.event, _REREAD) for entry in more):
            self._fold = None
            self.current()
        else:
            for entry in more:
                evolve(fold, entry)
        return more

    def newest_day(self) -> str:
        """Return the day on which the newest entry was recorded (ISO date, Denmark). Raises NoSuchBook where there is none."""
        self.require()
        return self.day_of(self.log.head(self.name))

    def day_of(self, number: int) -> str:
        """Return the day on which an entry was recorded (ISO date, Denmark)."""
        return day_in_denmark(datetime.fromisoformat(self._recorded_at(number)))

    def history(self) -> Recorded:
        """Return the entries for the rules that look back."""
        return Recorded(self.name, self.entries)

    def _try(self, plan: Plan, command_id: str) -> list[Entry]:
        fold = self.current()
        acts = plan(fold, self.history())
        entries = self._enveloped(fold, acts, command_id)
        if not entries:
            return []
        if any(isinstance(entry.event, _REREAD) for entry in entries):
            self._fold = None
        self.log.append([seal(entry, self._salts) for entry in entries])
        if self._fold is not None:
            for entry in entries:
                evolve(fold, entry)
        return entries

    def _enveloped(self, fold: Fold, acts: Sequence[Act], command_id: str) -> list[Entry]:
        moment = max(timestamp(self._clock()), Timestamp(fold.as_of or ""))
        return [
            Entry(
                book=self.name,
                number=number,
                schema_version=EVENT_TYPES[type(act.event).__name__].schema_version,
                command_id=command_id,
                recorded_at=moment,
                recorded_by=self._actor or "",
                effective=act.effective,
                provenance=act.provenance,
                event=act.event,
            )
            for number, act in enumerate(acts, fold.number + 1)
        ]

    def _recorded_by(self, command_id: str) -> list[Entry]:
        numbers = self.log.recorded_by_command(self.name, command_id)
        return [] if numbers is None else list(self.entries(after=numbers[0] - 1, upto=numbers[1]))

    def _conflict(self) -> BookConflict:
        head = self.log.head(self.name)
        last = next(self.entries(after=head - 1))
        return BookConflict(
            N_(
                "{who} recorded entry {number} ({event}) first. Nothing of yours was written. Look at it, and try again."
            ),
            who=last.recorded_by,
            number=head,
            event=type(last.event).__name__,
        )


def _new_command() -> str:
    from uuid import uuid4  # takes milliseconds to load, which reading need not wait for

    return str(uuid4())


class ActorMissing(ReferatError):
    """Nobody said who records."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(N_("Nobody has said who records this. Give your name."))

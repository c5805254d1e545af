"""Reviewing a reading: every proposed entry with the words it came from, and how sure it is. Nothing is recorded here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from events.catalogue import AnyEvent
from events.errors import N_, ReferatError
from governance.book import Book, Plan
from governance.documents.model import Lines, Problem
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.history import Recorded
from governance.importing.choices import Choices, ChosenDraft, Key, Pending
from governance.importing.doubting import Grounds, Standing, Why
from governance.importing.files import FileRead
from governance.importing.proposing import take_document
from governance.importing.taking import Taking
from governance.rules.act import Act, RuleRefused
from governance.state.fold import Fold


class NotClear(ReferatError):
    """Something in the document is unsure, and nobody has looked at it."""

    exit_code = 3


@dataclass(frozen=True)
class Proposed:
    """A proposed entry, or a problem that belongs to none.

    ``number`` is the number that the entry would get; None where it was left out or there is only a problem. ``key`` is
    None for what only follows from the entry before, ``event`` for a problem. ``lines`` are those it came from.
    """

    key: Key | None
    event: AnyEvent | None
    act: Act | None
    number: int | None
    lines: Lines | None
    standing: Standing
    why: tuple[Why, ...] = ()
    changed: bool = False

    @property
    def left_out(self) -> bool:
        """Whether the entry was left out."""
        return self.event is not None and self.number is None

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should look at it: it is unsure, unclear, or no more than a note."""
        return not self.left_out and not self.changed and self.standing in _TO_LOOK_AT


@dataclass(frozen=True)
class Review:
    """A document as it would be recorded. ``fold`` is the state after it; it is not to be changed. ``choices`` are
    those it was proposed with, ``pending`` the ids of what is not in the book yet, ``problems`` everything that was met.
    """

    file: FileRead
    proposed: tuple[Proposed, ...]
    acts: tuple[Act, ...]
    fold: Fold
    choices: Choices
    problems: tuple[Problem, ...] = ()
    pending: Mapping[str, Pending] = field(default_factory=dict)

    def count(self, *standings: Standing) -> int:
        """Return how many entries stand so; what was changed or left out was settled by hand."""
        return sum(one.standing in standings and not one.changed and not one.left_out for one in self.proposed)

    @property
    def is_clear(self) -> bool:
        """Whether nothing is unsure or unclear, so that the document may be recorded without a look at it."""
        return not self.count(Standing.UNSURE, Standing.UNCLEAR)

    def entry(self, key: Key) -> Proposed | None:
        """Return the proposed entry with a key."""
        return next((one for one in self.proposed if one.key == key), None)


def review(
    file: FileRead,
    history: Recorded,
    book: str,
    today: str,
    choices: Choices | None = None,
    usage: Usage = NOTHING_TAUGHT,
) -> Review:
    """Return what a file would add to a book, as a secretary chose. Raises AlreadyThere where the minutes of the meeting
    are in the book, a ReferatError where a choice cannot be made.
    """
    return review_on(ChosenDraft(history, book, today, choices or Choices()), file, usage)


def review_on(draft: ChosenDraft, file: FileRead, usage: Usage = NOTHING_TAUGHT) -> Review:
    """Add a file to a draft that begins with it, and return the review. The state goes on changing with the draft.
    Raises as ``review``.
    """
    taking = Taking(draft, file.document, file.source.sha256, usage=usage)
    problems = take_document(taking)
    grounds = Grounds(file.source.text, draft, taking.resolver.shortened, problems)
    proposed = list(_proposed(draft, grounds))
    return Review(
        file=file,
        proposed=(*_alone(problems, proposed), *proposed),
        acts=tuple(draft.acts),
        fold=draft.fold,
        choices=draft.choices,
        problems=tuple(problems),
        pending=draft.pending(),
    )


def recorded_as_chosen(file: FileRead, book: Book, choices: Choices, usage: Usage) -> Plan:
    """Return the plan to record a file as it was chosen."""

    def plan(_fold: Fold, history: Recorded) -> Sequence[Act]:
        return review(file, history, book.name, book.today(), choices, usage).acts

    return plan


class OneAfterTheOther:
    """Plans to record files in one book one after the other, each as a command of its own. The state is worked out once
    and goes on from file to file, as long as nobody else records in between.
    """

    def __init__(self, usage: Usage) -> None:
        self._usage = usage
        self._draft: ChosenDraft | None = None
        self._is_recorded = True

    def plan(self, file: FileRead, book: Book, choices: Choices) -> Plan:
        """Return the plan for the next file. It raises NotClear where something is unsure in the state found then."""

        def plan(fold: Fold, history: Recorded) -> Sequence[Act]:
            draft = self._draft_on(fold, history, book, choices)
            self._is_recorded = False
            found = review_on(draft, file, self._usage)
            if not found.is_clear:
                raise NotClear(N_("{file}: something is unsure. Look at it first."), file=file.source.name)
            return found.acts

        return plan

    def recorded(self) -> None:
        """Take note that what was planned last is in the book."""
        self._is_recorded = True

    def _draft_on(self, fold: Fold, history: Recorded, book: Book, choices: Choices) -> ChosenDraft:
        held = self._draft
        if held is not None and self._is_recorded and held.fold.number == fold.number:
            held.begin(choices)
            return held
        self._draft = ChosenDraft(history, book.name, book.today(), choices)
        return self._draft


def require_changed(after: Review, key: Key) -> None:
    """Raise RuleRefused, with the reason, where the rules do not allow what an entry was changed to."""
    if after.entry(key) is not None:
        return
    refused = [problem for problem in after.problems if problem.code == "refused"]
    reason = next((problem.details["reason"] for problem in refused if problem.lines == key.lines), "")
    raise RuleRefused(N_("The rules do not allow this: {reason}"), reason=reason)


def _proposed(draft: ChosenDraft, grounds: Grounds) -> Sequence[Proposed]:
    found: list[Proposed] = []
    skipped = list(draft.skipped)
    for index, (act, key) in enumerate(zip(draft.acts, draft.keys, strict=True)):
        while skipped and skipped[0].before <= index:
            found.append(_skipped(*skipped.pop(0)))
        lines, number = grounds.place_of(act), draft.begun + index + 1
        standing, why = grounds.judged(act, number, lines)
        changed = key in draft.choices.changes
        found.append(Proposed(key, act.event, act, number, lines, standing, why, changed))
    return [*found, *(_skipped(*one) for one in skipped)]


def _skipped(_before: int, key: Key, event: AnyEvent, lines: Lines | None) -> Proposed:
    return Proposed(key, event, None, None, lines, Standing.SAID)


def _alone(problems: Sequence[Problem], proposed: Sequence[Proposed]) -> list[Proposed]:
    """Return the problems that no proposed entry tells of."""
    told = {(why.code, tuple(sorted(why.details.items()))) for one in proposed for why in one.why}
    return [
        Proposed(
            None,
            None,
            None,
            None,
            problem.lines,
            Standing.UNCLEAR if problem.fatal else Standing.UNSURE,
            (Why(problem.code, problem.message, problem.details),),
        )
        for problem in problems
        if (problem.code, tuple(sorted(problem.details.items()))) not in told
    ]


_TO_LOOK_AT = frozenset({Standing.NOTED, Standing.UNSURE, Standing.UNCLEAR})

"""How sure the reading of an entry is, and why: said, inferred, doubtful, kept as a note, or in need of an answer."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    MeetingClosed,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    MembershipEnded,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    Told,
)
from events.errors import N_
from events.ids import PersonId, StatementId, introducing_entry, made_by
from events.naming import names
from governance.documents.model import Lines, Problem
from governance.documents.reading.lines import lines_of
from governance.importing.choices import ChosenDraft
from governance.rules.act import Act


class Standing(StrEnum):
    """How an entry stands in the reading, the surest first."""

    SAID = "said"
    INFERRED = "inferred"
    NOTED = "noted"
    """No rule knew the words; they are kept as a note, as they are."""
    UNSURE = "unsure"
    UNCLEAR = "unclear"
    """Something has to be answered first, or the words are kept as a note on purpose."""


class Why(msgspec.Struct, frozen=True):
    """Why an entry stands as it does. ``code`` is stable, ``message`` an English template that ``details`` fill."""

    code: str
    message: str
    details: dict[str, str] = {}


class Grounds:
    """What there is to judge an entry by: the text of the file, the draft with all of the document in it, the names that
    were written short, and the problems met.
    """

    def __init__(
        self,
        text: str,
        draft: ChosenDraft,
        shortened: Mapping[str, PersonId],
        problems: Sequence[Problem],
    ) -> None:
        self._raw = text.split("\n")
        self._lines = lines_of(text)
        self._begun, self._fold = draft.begun, draft.fold
        self._shortened = {written: person for written, person in shortened.items() if person in draft.fold.persons}
        self._worded = {act.event.told_in for act in draft.acts if isinstance(act.event, Told)}
        self._problems = problems

    def judged(self, act: Act, number: int, lines: Lines | None) -> tuple[Standing, tuple[Why, ...]]:
        """Return how the entry with this number stands, and why where it is not said in so many words."""
        reported = list(self._reported(act, lines))
        noted = isinstance(act.event, NoteWritten) and reported
        found = reported if noted else [*reported, *self._read_from(act, number, lines)]
        return max((standing for standing, _ in found), key=_rank, default=Standing.SAID), tuple(
            why for _, why in found
        )

    def place_of(self, act: Act) -> Lines | None:
        """Return the lines that an entry was read from; the first that name its person where the reading tells none."""
        lines = act.provenance.lines if act.provenance is not None else None
        if lines is not None:
            return lines
        person = getattr(act.event, "person", None)
        name = self._fold.persons.get(person) if person is not None else None
        at = next((number for number, text in enumerate(self._raw, 1) if name and name in text), None)
        return (at, at) if at is not None else None

    def _reported(self, act: Act, lines: Lines | None) -> Iterator[tuple[Standing, Why]]:
        for problem in self._problems:
            if lines is not None and problem.lines is not None and _meet(lines, problem.lines) and _tells(act):
                standing = Standing.UNCLEAR if problem.fatal else Standing.UNSURE
                yield standing, Why(problem.code, problem.message, problem.details)

    def _read_from(self, act: Act, number: int, lines: Lines | None) -> Iterator[tuple[Standing, Why]]:
        rule = act.provenance.rule if act.provenance is not None else None
        if isinstance(act.event, NoteWritten):
            if rule == "note" and made_by(StatementId, number) not in self._worded and not self._is_exact(lines):
                yield (
                    Standing.NOTED,
                    Why("noted", N_("Nothing else was recognised here: kept as a note, word for word.")),
                )
            return
        if rule in _BY_RULE:
            yield _BY_RULE[rule]
        elif act.provenance is not None and act.provenance.inferred:
            yield Standing.INFERRED, _inferred(act)
        if isinstance(act.event, MinutesIssued):
            yield Standing.INFERRED, Why("issued", N_("The file itself is taken as the minutes that were issued."))
        if isinstance(act.event, MeetingClosed) and "T" not in (act.effective or ""):
            yield Standing.INFERRED, Why("closed", N_("The minutes do not say when the meeting was closed."))
        yield from self._day_without_year(act, lines)
        yield from self._short_names(act, lines)
        yield from self._known_matter(act)

    def _day_without_year(self, act: Act, lines: Lines | None) -> Iterator[tuple[Standing, Why]]:
        event = act.event
        day = (
            event.of
            if isinstance(event, MinutesApproved)
            else event.date
            if isinstance(event, MeetingScheduled | MeetingRescheduled) and event.agreed_in is not None
            else None
        )
        around = self._item_text(lines)
        if day is not None and lines is not None and day[:4] not in around and day[2:4] + "." not in around:
            message = N_("No year is written. The nearest one was taken: {day}.")
            yield Standing.INFERRED, Why("no-year", message, {"day": day})

    def _item_text(self, lines: Lines | None) -> str:
        """Return the lines of an entry with the line above, which may be the title of the item."""
        if lines is None:
            return ""
        above = next((at for at in range(lines[0] - 2, -1, -1) if self._raw[at].strip()), 0)
        return "\n".join(self._raw[above : lines[1]])

    def _short_names(self, act: Act, lines: Lines | None) -> Iterator[tuple[Standing, Why]]:
        text = "\n".join(self._raw[lines[0] - 1 : lines[1]]) if lines is not None else ""
        named = set(names(act.event))
        for written, person in self._shortened.items():
            if person in named and written in text and self._fold.persons[person] not in text:
                message = N_("»{written}« was read as {name}.")
                details = {"written": written, "name": self._fold.persons[person], "person": person}
                yield Standing.INFERRED, Why("short-name", message, details)

    def _known_matter(self, act: Act) -> Iterator[tuple[Standing, Why]]:
        event = act.event
        if not isinstance(event, AgendaItemAdded) or event.matter is None:
            return
        rule = act.provenance.rule if act.provenance is not None else None
        if rule == "item" and introducing_entry(event.matter) <= self._begun:
            message = N_("The same title stood on an earlier agenda: it was read as the same matter.")
            yield Standing.INFERRED, Why("same-title", message)

    def _is_exact(self, lines: Lines | None) -> bool:
        """Tell whether a line in brackets below a paragraph says what it means."""
        if lines is None:
            return True
        below = next((line for line in self._lines[lines[1] :] if not line.blank), None)
        return below is not None and below.annotation is not None


def _inferred(act: Act) -> Why:
    if isinstance(act.event, MemberAppointed | MembershipEnded):
        return Why("member-lists", N_("Follows from who stands in the lists of members, of these minutes and others."))
    if act.provenance is not None and act.provenance.rule == "taken-up-again":
        return Why("taken-up-again", N_("Follows from what was put off, and from when the next meeting is."))
    return Why("inferred", N_("The text does not say so itself; it follows from the rest."))


def _tells(act: Act) -> bool:
    """Tell whether an entry is one that a problem with its lines concerns: not those that only frame the meeting."""
    rule = act.provenance.rule if act.provenance is not None else None
    return rule not in _FRAME


def _meet(one: Lines, other: Lines) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _rank(standing: Standing) -> int:
    return list(Standing).index(standing)


_FRAME = frozenset({"head", "item", "item-same-matter", "matter", "person-named", "membership-inferred"})
_BY_RULE: dict[str | None, tuple[Standing, Why]] = {
    "decision-stated": (
        Standing.INFERRED,
        Why("decision-stated", N_("Stands where decisions stand, but its words do not tell what came of the item.")),
    ),
    "informed": (
        Standing.INFERRED,
        Why("informed", N_("The text only tells that the meeting was informed; so it took note of it.")),
    ),
}

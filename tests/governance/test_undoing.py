"""Undoing and redoing one's own acts: by strikes and by recording anew, never by taking anything out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    DecisionOutcome,
    EntryCorrected,
    EntryStruck,
    ItemDecided,
    MeetingScheduled,
    NoteWritten,
    PersonRegistered,
)
from events.entry import Entry
from events.event import Event
from events.ids import ItemId, MeetingId
from events.sqlite.log import SqliteLog
from governance.book import Book, Plan
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.rules.act import Act
from governance.rules.record import StrikeRefused
from governance.state.fold import Fold
from governance.undoing import Steps, redo, struck_by, undo
from tests.each import BOOKS

M = MeetingId("m2")


class Desk:
    """Somebody who records, undoes and redoes in a book."""

    def __init__(self, record: Path) -> None:
        self.book = Book(SqliteLog(record), "raadet", actor="Hanne Bro")
        self.steps = Steps()

    def does(self, *events: AnyEvent) -> list[Entry]:
        def plan(_fold: Fold, history: Recorded) -> Sequence[Act]:
            draft = Draft(history, "raadet", self.book.today())
            for event in events:
                draft.record(event)
            return draft.acts

        return self._recorded(plan)

    def undoes(self, *, with_dependents: bool = False) -> None:
        self.steps.forget_struck(self.book.current().struck)
        before = self.book.amendments()
        step = self.steps.done[-1]
        plan = undo("raadet", self.book.today(), step, with_dependents=with_dependents)
        strikes = self.book.carry_out(plan)
        self.steps.was_undone(struck_by(strikes, self.book.entries(), before))

    def redoes(self) -> list[Entry]:
        entries = self.book.carry_out(redo("raadet", self.book.today(), self.steps.undone[-1]))
        self.steps.was_redone(entries)
        return entries

    def _recorded(self, plan: Plan) -> list[Entry]:
        entries = self.book.carry_out(plan)
        self.steps.recorded(entries, "noget")
        return entries

    @property
    def standing(self) -> list[Event]:
        return [
            entry.event for entry in self.book.standing() if not isinstance(entry.event, EntryStruck | EntryCorrected)
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A book with a council and a meeting."""
    desk = Desk(tmp_path / "r")
    desk.does(BOOKS["foundation"][0][0])
    desk.does(MeetingScheduled(date="2027-01-12"))
    desk.steps = Steps()
    return desk


def test_walking_back_and_forth_over_one_s_own_entries(desk: Desk) -> None:
    before = desk.standing
    desk.does(PersonRegistered(name="Åse Ørum"))
    desk.does(PersonRegistered(name="Bo Æbeltoft"))
    desk.undoes()
    desk.undoes()
    assert desk.standing == before
    desk.redoes()
    assert desk.standing == [*before, PersonRegistered(name="Åse Ørum")]
    desk.redoes()
    assert desk.standing == [*before, PersonRegistered(name="Åse Ørum"), PersonRegistered(name="Bo Æbeltoft")]
    desk.undoes()
    assert desk.standing == [*before, PersonRegistered(name="Åse Ørum")]
    assert desk.book.current().number == 2 + 2 + 2 + 2 + 1, "nothing was taken out"


def test_what_followed_along_goes_and_comes_back_with_its_new_ids(desk: Desk) -> None:
    entries = desk.does(AgendaItemAdded(meeting=M, title="Budget"))
    item = ItemId(f"i{entries[-1].number}")
    desk.does(NoteWritten(meeting=M, item=item, text="Rapporten sendes ud."))
    desk.undoes()
    desk.undoes()
    desk.redoes()
    desk.redoes()
    (new,) = (entry for entry in desk.book.standing() if isinstance(entry.event, AgendaItemAdded))
    (note,) = (entry for entry in desk.book.standing() if isinstance(entry.event, NoteWritten))
    assert new.number > entries[-1].number
    assert note.event.item == f"i{new.number}"  # type: ignore[union-attr]


def test_a_refused_undo_can_take_what_builds_on_it_along_and_bring_it_back(desk: Desk) -> None:
    entries = desk.does(AgendaItemAdded(meeting=M, title="Budget"))
    number = entries[-1].number
    desk.book.carry_out(
        lambda _fold, _history: [Act(event=NoteWritten(meeting=M, item=ItemId(f"i{number}"), text="Af en anden."))]
    )
    before = [type(event) for event in desk.standing]
    with pytest.raises(StrikeRefused) as refused:
        desk.undoes()
    assert refused.value.number == number
    assert refused.value.dependents == [number + 1]
    desk.undoes(with_dependents=True)
    assert NoteWritten not in [type(event) for event in desk.standing]
    desk.redoes()
    assert [type(event) for event in desk.standing] == before


def test_what_was_corrected_comes_back_as_it_read(desk: Desk) -> None:
    entries = desk.does(AgendaItemAdded(meeting=M, title="Budget"))
    item = ItemId(f"i{entries[-1].number}")
    (note,) = desk.does(NoteWritten(meeting=M, item=item, text="Raporten"))
    desk.does(
        EntryCorrected(
            entry=note.number, replacement=NoteWritten(meeting=M, item=item, text="Rapporten"), reason="Slåfejl"
        )
    )
    desk.undoes()
    assert NoteWritten(meeting=M, item=item, text="Raporten") in desk.standing
    desk.redoes()
    assert NoteWritten(meeting=M, item=item, text="Rapporten") in desk.standing
    desk.undoes()
    desk.undoes()
    desk.undoes()
    desk.redoes()
    assert not any(isinstance(event, NoteWritten) for event in desk.standing)


def test_a_new_act_ends_what_could_be_redone_and_a_strike_is_no_step(desk: Desk) -> None:
    (person,) = desk.does(PersonRegistered(name="Åse Ørum"))
    desk.undoes()
    desk.does(PersonRegistered(name="Bo Æbeltoft"))
    assert desk.steps.undone == []
    desk.does(EntryStruck(entry=person.number + 2, reason="Forkert"))
    desk.steps.forget_struck(desk.book.current().struck)
    assert desk.steps.done == []


def test_an_outcome_is_undone_while_the_item_stays(desk: Desk) -> None:
    entries = desk.does(AgendaItemAdded(meeting=M, title="Budget"))
    desk.does(ItemDecided(item=ItemId(f"i{entries[-1].number}"), text="Godkendt.", outcome=DecisionOutcome.DECIDED))
    desk.undoes()
    assert not any(isinstance(event, ItemDecided) for event in desk.standing)
    assert any(isinstance(event, AgendaItemAdded) for event in desk.standing)

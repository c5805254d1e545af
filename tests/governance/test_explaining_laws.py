"""Laws of explaining, on random books: the entries named matter and no others do, and all of it can be told."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.entry import Entry
from governance.explaining import mattering as searching
from governance.explaining.explanation import explain
from governance.explaining.leaving_out import LeavingOut
from governance.explaining.mattering import mattering
from governance.explaining.reason import Looked
from governance.history import Recorded, amendments_in, replay
from governance.importing.drafting import Draft
from governance.language import speak
from governance.rules.act import RuleRefused
from governance.state.model import State
from governance.state.places import Place, pointer, steps_from, value_at
from governance.state.publishing import publish
from governance.wording.explanations import explanation_lines
from tests.generating import Acts
from tests.governance.test_explaining import Log
from tests.scenario import TODAY, Scenario

SEEDS = st.integers(0, 2**32)


def drafted(seed: int, steps: int) -> list[Entry]:
    """Return the entries of a random book."""
    draft, acts = Draft(Recorded("law", list), "law", TODAY), Acts(seed)
    for _ in range(steps):
        act = acts.next(draft.fold)
        if act is None:
            continue
        try:
            draft.record(act.event, effective=act.effective)
        except RuleRefused:
            continue
    return list(draft.history.entries())


def places(part: Any, place: Place = ()) -> Iterator[Place]:
    """Return the places of all that stands in a state, the parts on the way included."""
    yield place
    for step, held in steps_from(part):
        yield from places(held, (*place, step))


def leaves(state: State) -> list[Place]:
    """Return the places of the fields at the very end."""
    return [place for place in places(state) if not list(steps_from(value_at(state, place))) and len(place) > 1]


def drawn(seed: int, steps: int, count: int) -> tuple[LeavingOut, State, list[Place]]:
    """Return a random book, its state, and some places in it: as many of every part of the state."""
    entries = drafted(seed, steps)
    state, chosen = publish(replay("law", entries, amendments_in(entries))), random.Random(seed)
    by_part: dict[tuple[Any, ...], list[Place]] = {}
    for place in leaves(state):
        if place[0] != "record":
            by_part.setdefault(tuple(step for step in place if isinstance(step, str)), []).append(place)
    fields = chosen.sample(sorted(by_part), min(count, len(by_part)))
    return LeavingOut("law", entries), state, [chosen.choice(by_part[field]) for field in fields]


@settings(max_examples=6)
@given(SEEDS)
def test_the_entries_named_matter_and_no_other_does(seed: int) -> None:
    book, state, chosen = drawn(seed, 110, 12)
    for place in chosen:
        found = mattering(book, state, place)
        value = value_at(state, place)
        named = [one.number for one in found]
        where = pointer(state, place)
        if named:
            assert book.value(place, named) != value, where
        else:
            assert book.value(place, range(1, len(book.entries) + 1)) == value, where
        alone = {one.number for one in found if one.role != "together"}
        for entry in book.entries:
            assert (book.value(place, [entry.number]) != value) == (entry.number in alone), (where, entry.number)


@settings(max_examples=6)
@given(SEEDS)
def test_a_long_book_is_searched_as_a_short_one(seed: int) -> None:
    book, state, chosen = drawn(seed, 110, 12)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "EXACT", 0)
        quick = [mattering(book, state, place) for place in chosen]
    exact = [mattering(book, state, place) for place in chosen]
    for place, one, other in zip(chosen, quick, exact, strict=True):
        assert one == other, pointer(state, place)


@settings(max_examples=8)
@given(SEEDS)
def test_every_place_can_be_told_in_both_languages(seed: int) -> None:
    entries = drafted(seed, 150)
    fold = replay("law", entries, amendments_in(entries))
    state, book = publish(fold), LeavingOut("law", entries)
    scenario = Scenario(council=False)
    scenario.draft.fold = fold
    ends = leaves(state)
    for place in ends[:: max(1, len(ends) // 25)]:
        explanation = explain(book, Looked(fold, state), place)
        for language in ("da", "en"):
            speak(language)
            lines = list(explanation_lines(explanation, state, Log(scenario)))
            assert len(lines) >= 3
            assert not [held for held in lines if "{" in held and "}" in held]

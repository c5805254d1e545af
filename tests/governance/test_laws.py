"""Laws, on random books that every event type reaches: replay equals live state, every prefix replays, bytes come back."""

import io
from collections import Counter
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import EVENT_TYPES, MeetingClosed, MeetingOpened, MinutesIssued
from events.entry import Entry
from events.errors import ReferatError
from events.jsonlines import read, written
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified
from governance.book import Book
from governance.exporting import state_json, state_schema
from governance.history import Recorded, amendments_in, replay, standing
from governance.importing.drafting import Draft
from governance.restoring import restore
from governance.rules.act import RuleRefused
from governance.state.model import State
from governance.state.publishing import publish
from governance.state.publishing.meetings import decided_in_writing
from tests.generating import Acts
from tests.scenario import TODAY

SEEDS = st.integers(0, 2**32)
VALIDATOR = jsonschema.Draft202012Validator(state_schema())


def drafted(seed: int, steps: int) -> tuple[list[Entry], list[State], Counter[str]]:
    """Return the entries of a random book, its state after each, and how often each event type came."""
    draft, acts = Draft(Recorded("law", list), "law", TODAY), Acts(seed)
    states: list[State] = []
    for _ in range(steps):
        act = acts.next(draft.fold)
        if act is None:
            continue
        before = draft.fold.number
        try:
            draft.record(act.event, effective=act.effective)
        except RuleRefused:
            continue
        states += [publish(draft.fold)] * (draft.fold.number - before)
    entries = list(draft.history.entries())
    return entries, states, Counter(type(entry.event).__name__ for entry in entries)


def prefix(entries: list[Entry], number: int) -> State:
    part = entries[:number]
    return publish(replay("law", part, amendments_in(part)))


def test_every_prefix_replays_to_the_state_that_was_live_then(capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[str] = Counter(dict.fromkeys(EVENT_TYPES, 0))

    @settings(max_examples=40)
    @given(SEEDS)
    def law(seed: int) -> None:
        entries, states, found = drafted(seed, 250)
        counts.update(found)
        numbers = [entry.number for entry in entries]
        assert numbers == list(range(1, len(entries) + 1))
        for number in (*range(1, len(entries) + 1, 7), len(entries)):
            # Two entries of one command were published together: the state after the first alone was never live.
            if states[number - 1].record.entries == number:
                assert prefix(entries, number) == states[number - 1]

    law()
    with capsys.disabled():
        print(
            "\nevents reached by the random books:",
            ", ".join(f"{name} {count}" for name, count in sorted(counts.items())),
        )
    assert all(counts.values()), [name for name, count in counts.items() if not count]


@settings(max_examples=15)
@given(SEEDS)
def test_published_states_validate_against_the_schema(seed: int) -> None:
    entries, _, _ = drafted(seed, 200)
    for number in range(1, len(entries) + 1, 29):
        state = prefix(entries, number)
        VALIDATOR.validate(msgspec.json.decode(state_json(state)))
        assert msgspec.json.decode(state_json(state), type=State) == state


@settings(max_examples=15)
@given(SEEDS)
def test_what_was_in_force_on_a_day_does_not_know_the_future(seed: int) -> None:
    entries, _, _ = drafted(seed, 200)
    amendments = amendments_in(entries)
    openings = [
        (entry.event.meeting, entry.effective or "")
        for entry in standing(entries, amendments)
        if isinstance(entry.event, MeetingOpened | MeetingClosed | MinutesIssued)
    ]
    for day in ("2021-12-31", "2022-03-01", "2022-06-01", "2023-01-01", "2030-01-01"):
        fold = replay("law", entries, amendments, on=day)
        state = publish(fold)
        VALIDATOR.validate(msgspec.json.decode(state_json(state)))
        begun = {meeting.id for meeting in state.meetings if meeting.status in ("open", "closed", "issued", "approved")}
        in_writing = {meeting.id for meeting in fold.meetings.values() if decided_in_writing(fold, meeting)}
        assert begun - in_writing <= {meeting for meeting, opened in openings if opened[:10] <= day}


def recorded(path: Path, seed: int, steps: int) -> Book:
    """Return a random book in a real record, every act a command of its own."""
    book, acts = Book(SqliteLog(path), "law", actor="Alice Ørsted"), Acts(seed)
    book.log.prepare()
    for _ in range(steps):
        act = acts.next(book.current())
        if act is None:
            continue
        try:
            book.record(act)
        except RuleRefused:
            continue
        assert book.current().number == book.log.head("law")
    return book


@settings(max_examples=8)
@given(SEEDS)
def test_live_state_equals_replay_in_a_real_record(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.mktemp("law") / "law.referat"
    book = recorded(path, seed, 60)
    live = publish(book.current())
    assert publish(book.fold()) == live
    assert publish(Book(SqliteLog(path), "law").fold()) == live
    assert len(list(verified(path))) == live.record.entries
    assert state_json(publish(book.fold())) == state_json(publish(book.fold()))
    book.log.close()


@settings(max_examples=8)
@given(SEEDS)
def test_json_lines_out_and_back_are_the_same_bytes(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("lines")
    book = recorded(folder / "one.referat", seed, 50)
    lines = b"".join(written(body, words) for body, words in book.log.read("law"))
    (folder / "lines.jsonl").write_bytes(lines)
    restore(folder / "two.referat", str(folder / "lines.jsonl"))
    again = Book(SqliteLog(folder / "two.referat"), "law")
    assert b"".join(written(body, words) for body, words in again.log.read("law")) == lines
    assert state_json(publish(again.fold())) == state_json(publish(book.fold()))
    assert again.log.books() == book.log.books()
    for log in (book.log, again.log):
        log.close()


@settings(max_examples=60)
@given(SEEDS, st.data())
def test_a_damaged_line_is_refused_by_its_number(seed: int, data: st.DataObject) -> None:
    from events.entry import seal

    entries, _, _ = drafted(seed % 50, 30)
    stamped = [
        msgspec.structs.replace(entry, recorded_at="2026-11-21T22:01:00.000000Z", recorded_by="A", command_id="c")
        for entry in entries
    ]
    lines = [written(sealed.body, sealed.words) for sealed in map(seal, stamped)]
    index = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[index]) - 2))
    byte = data.draw(st.integers(0, 255))
    damaged = lines[index][:at] + bytes([byte]) + lines[index][at + 1 :]
    if damaged == lines[index] or byte == 0x0A:
        return
    whole = b"".join([*lines[:index], damaged, *lines[index + 1 :]])
    found, refusal = [], ""
    try:
        found = list(read(io.BytesIO(whole)))
    except ReferatError as problem:
        refusal = str(problem)
    if refusal:
        assert f"Line {index + 1} " in refusal
        return
    # A change in the clear part of a body that leaves a sound entry shows against an older root only.
    assert found[index].body != seal(stamped[index]).body

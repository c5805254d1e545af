"""Every event of the catalogue goes through the command line, and is found again in the log, in show and in the state."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from events.catalogue import EVENT_TYPES, AnyEvent, MeetingScheduled
from tests.commandline.found import FOUND
from tests.commandline.running import Ran, Referat
from tests.each import BOOKS

EACH = [
    pytest.param(name, number, id=f"{name}-{number}-{type(event).__name__}")
    for name, acts in BOOKS.items()
    for number, (event, _) in enumerate(acts, 1)
]
PLACES = [pytest.param(name, event_type, id=f"{name}-{event_type}") for name in FOUND for event_type in FOUND[name]]


class Recorded:
    """A book of one of each in a record of its own, each event recorded by its own command; ``said`` is what was printed."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._shown: dict[int, str] = {}
        self.referat = Referat(folder / "protokol.referat")
        self.said = {
            number: record(self.referat, event, effective).lines
            for number, (event, effective) in enumerate(BOOKS[name], 1)
        }

    def shown_at(self, number: int) -> str:
        """Return what show tells of the book and of its meetings, without the count of entries."""
        if number not in self._shown:
            self._shown[number] = self._told_at(number)
        return self._shown[number]

    def _told_at(self, number: int) -> str:
        told = self.referat.done("show", "bog", "--at", number).out.splitlines()
        meetings = [f"m{at}" for at, (event, _) in self._until(number) if isinstance(event, MeetingScheduled)]
        return "\n".join(
            [told[0], *told[2:], *(self.referat.done("show", "bog", one, "--at", number).out for one in meetings)]
        )

    def _until(self, number: int) -> list[tuple[int, tuple[AnyEvent, str | None]]]:
        return list(enumerate(BOOKS[self.name][:number], 1))


def fields_of(event: AnyEvent) -> dict[str, Any]:
    """Return the fields as a user writes them."""
    return {name: held for name, held in msgspec.to_builtins(event).items() if name != "type" and held is not None}


def record(referat: Referat, event: AnyEvent, effective: str | None) -> Ran:
    """Record an event as a user does."""
    when = ["--effective", effective] if effective else []
    return referat.done("record", "bog", type(event).__name__, "--data", json.dumps(fields_of(event)), *when, "--json")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Recorded]:
    """The books by name, each recorded when it is first asked for."""
    held: dict[str, Recorded] = {}

    def book(name: str) -> Recorded:
        if name not in held:
            held[name] = Recorded(name, tmp_path_factory.mktemp("each"))
        return held[name]

    return book


def test_the_whole_catalogue_is_covered() -> None:
    assert {name for places in FOUND.values() for name in places} == set(EVENT_TYPES)
    for name, places in FOUND.items():
        assert set(places) <= {type(event).__name__ for event, _ in BOOKS[name]}


@pytest.mark.parametrize(("name", "number"), EACH)
def test_record_prints_the_entry(recorded: Callable[[str], Recorded], name: str, number: int) -> None:
    (entry,) = recorded(name).said[number]
    event = BOOKS[name][number - 1][0]
    assert (entry["number"], entry["recorded_by"]) == (number, "Alice Flink")
    assert msgspec.convert(entry["event"], type(event)) == event


@pytest.mark.parametrize(("name", "number"), EACH)
def test_the_log_tells_it(recorded: Callable[[str], Recorded], name: str, number: int) -> None:
    referat, (event, given) = recorded(name).referat, BOOKS[name][number - 1]
    (entry,) = referat.done("log", "bog", "--from", number, "--to", number, "--json").lines
    assert msgspec.convert(entry["event"], type(event)) == event
    assert given is None or entry["effective"] == given
    (line,) = referat.done("log", "bog", "--from", number, "--to", number).out.splitlines()
    assert line.split()[0] == str(number)
    assert entry["line"] in line
    assert type(event).__name__ not in line


@pytest.mark.parametrize(("name", "number"), EACH)
def test_show_tells_it(recorded: Callable[[str], Recorded], name: str, number: int) -> None:
    book = recorded(name)
    assert number == 1 or book.shown_at(number) != book.shown_at(number - 1)
    assert number != 1 or "Nordholm Kommune" in book.shown_at(1)


@pytest.mark.parametrize(("name", "event_type"), PLACES)
def test_the_state_holds_it(recorded: Callable[[str], Recorded], name: str, event_type: str) -> None:
    referat, found = recorded(name).referat, FOUND[name][event_type]
    last = max(number for number, (event, _) in enumerate(BOOKS[name], 1) if type(event).__name__ == event_type)
    number = found.at or last
    assert at(referat.done("export", "bog", "--at", number).json, found.path) == found.value
    if number > 1:
        assert at(referat.done("export", "bog", "--at", number - 1).json, found.path) != found.value


def at(state: Any, where: str) -> Any:
    """Return what stands at a path, or None where there is nothing."""
    for step in where.split("."):
        try:
            state = state[int(step)] if isinstance(state, list) else state[step]
        except (IndexError, KeyError, TypeError):
            return None
    return state


def test_as_processes_of_their_own(tmp_path: Path) -> None:
    referat = Referat(tmp_path / "bog.referat")
    for number, (event, effective) in enumerate(BOOKS["foundation"][:4], 1):
        when = ["--effective", effective] if effective else []
        ran = referat.apart("record", "bog", type(event).__name__, "--data", json.dumps(fields_of(event)), *when)
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.decode().split()[0] == str(number)
        assert ran.stderr == b""
    assert referat.apart("log", "bog").stdout.decode().count("\n") == 4

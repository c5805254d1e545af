"""Every event of the catalogue goes through the command line, and is found again in the log, in show and in the state."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from events.catalogue import EVENT_TYPES, AnyEvent
from tests.commandline.running import Ran, Referat
from tests.each import BOOKS

EVENTS = list(enumerate(BOOKS["foundation"], 1))
EACH = [pytest.param(number, event, id=type(event).__name__) for number, (event, _) in EVENTS]

FOUND: dict[str, tuple[str, object]] = {
    "CouncilEstablished": ("council.name", "Integrationsrådet"),
    "PersonRegistered": ("persons.1.name", "Bo Ørum"),
    "MemberAppointed": ("members.0.terms.0.from", "2022-01-01"),
    "MembershipEnded": ("members.1.terms.0.to", "2023-06-30"),
    "MemberWelcomed": ("meetings.0.welcomed", ["p3"]),
    "MeetingScheduled": ("meetings.1.date", "2023-03-14"),
    "MeetingRescheduled": ("meetings.0.start", "15:45"),
    "MeetingCalled": ("meetings.0.status", "called"),
    "MeetingCancelled": ("meetings.1.cancelled_because", "For få tilmeldte"),
    "MeetingOpened": ("meetings.0.opened_at", "15:45"),
    "MeetingClosed": ("meetings.0.closed_at", "17:20"),
    "AttendanceRecorded": ("meetings.0.attendance.1", {"member": "p3", "status": "apology"}),
    "ReferentNamed": ("meetings.0.referent", "p3"),
    "OrdstyrerElected": ("meetings.0.ordstyrer", "p2"),
    "MatterOpened": ("matters.0.kind", "application"),
    "AgendaItemAdded": ("meetings.0.agenda.1.title", "Ansøgning til AMU"),
    "AgendaItemChanged": ("meetings.0.agenda.1.title", "Ansøgning til Arbejdsmarkedsudvalget"),
    "AgendaApproved": ("meetings.0.agenda.0.decision", "Dagsordenen blev godkendt med ændringer."),
    "NoteWritten": ("meetings.0.agenda.1.notes", ["Udvalget har en pulje."]),
    "ItemDecided": ("meetings.0.agenda.1.decision", "Ansøgningen blev godkendt."),
    "ItemNoted": (
        "meetings.0.agenda.1.decision",
        "Ansøgningen blev godkendt.\nOrienteringen blev taget til efterretning.",
    ),
    "ItemDiscussed": ("meetings.0.agenda.1.outcome", "discussed"),
    "ItemContinued": ("meetings.0.agenda.1.continued_until", "2023-03"),
    "ItemPostponed": ("meetings.0.agenda.1.postponed_until", "næste møde"),
    "NothingRaised": ("meetings.0.agenda.0.notes", ["Intet."]),
    "WorkingGroupFormed": ("groups.0.focus_area", "Puljer"),
    "PlanProposed": ("plans.0.group", "g29"),
    "TaskAgreed": ("tasks.0.due", "2023-02-01"),
    "DocumentSent": ("dispatches.0.title", "Rapport"),
    "QuestionsSent": ("dispatches.1.questions", ["Hvorfor?", "Hvornår?"]),
    "ReportGiven": ("meetings.0.agenda.1.reports.0.held_on", "2022-11-05"),
    "ExternalBodyRegistered": ("bodies.0.name", "Arbejdsmarkedsudvalget"),
    "ExternalBodyAbbreviated": ("bodies.0.abbreviation", "AMU"),
    "CompositionReported": ("bodies.0.composition.total", 7),
    "MinutesIssued": ("meetings.0.status", "issued"),
    "MinutesApproved": ("approvals.0.of", "2022-11-08"),
    "EntryStruck": ("meetings.0.agenda.1.decision", "Ansøgningen blev afvist.\nUdsat."),
    "EntryCorrected": (
        "meetings.0.agenda.1.decision",
        "Ansøgningen blev afvist.\nOrienteringen blev taget til efterretning.\nUdsat.",
    ),
    "RemarkRecorded": ("remarks.0", {"entry": 24, "text": "Enstemmigt."}),
}
"""Where the state tells an event right after it was recorded (the last of its type), and what stands there."""


def fields_of(event: AnyEvent) -> dict[str, Any]:
    """Return the fields as a user writes them."""
    return {name: held for name, held in msgspec.to_builtins(event).items() if name != "type" and held is not None}


def record(referat: Referat, event: AnyEvent, effective: str | None) -> Ran:
    """Record an event as a user does."""
    when = ["--effective", effective] if effective else []
    return referat.done("record", "bog", type(event).__name__, "--data", json.dumps(fields_of(event)), *when, "--json")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Any]:
    """What `record --json` printed for each entry."""
    return {}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, said: dict[int, Any]) -> Referat:
    """A record in which each event was recorded by its own command."""
    referat = Referat(tmp_path_factory.mktemp("each") / "protokol.referat")
    for number, (event, effective) in EVENTS:
        said[number] = record(referat, event, effective).lines
    return referat


def test_the_whole_catalogue_is_covered() -> None:
    assert {type(event).__name__ for _, (event, _) in EVENTS} == set(EVENT_TYPES)
    assert set(FOUND) == set(EVENT_TYPES)


@pytest.mark.parametrize(("number", "event"), EACH)
def test_record_prints_the_entry(book: Referat, said: dict[int, Any], number: int, event: AnyEvent) -> None:
    (entry,) = said[number]
    assert (entry["number"], entry["recorded_by"]) == (number, "Alice Flink")
    assert msgspec.convert(entry["event"], type(event)) == event


@pytest.mark.parametrize(("number", "event"), EACH)
def test_the_log_tells_it(book: Referat, said: dict[int, Any], number: int, event: AnyEvent) -> None:
    (entry,) = book.done("log", "bog", "--from", number, "--to", number, "--json").lines
    assert msgspec.convert(entry["event"], type(event)) == event
    given = EVENTS[number - 1][1][1]
    assert given is None or entry["effective"] == given
    (line,) = book.done("log", "bog", "--from", number, "--to", number).out.splitlines()
    assert line.split()[0] == str(number)
    assert entry["line"] in line
    assert type(event).__name__ not in line


def shown_at(book: Referat, number: int) -> str:
    """Return what show tells of the book and of its meeting, without the count of entries."""
    told = book.done("show", "bog", "--at", number).out.splitlines()
    told = [told[0], *told[2:]]
    return "\n".join(told) + (book.done("show", "bog", "m8", "--at", number).out if number >= 8 else "")


@pytest.mark.parametrize(("number", "event"), EACH)
def test_show_tells_it(book: Referat, number: int, event: AnyEvent) -> None:
    assert number == 1 or shown_at(book, number) != shown_at(book, number - 1)
    assert number != 1 or "Integrationsrådet, Nordholm Kommune" in shown_at(book, 1)


@pytest.mark.parametrize("name", sorted(FOUND))
def test_the_state_holds_it(book: Referat, name: str) -> None:
    number = max(number for number, (event, _) in EVENTS if type(event).__name__ == name)
    if name == "MemberAppointed":
        number = 4
    where, expected = FOUND[name]
    assert at(book.done("export", "bog", "--at", number).json, where) == expected
    if number > 1:
        assert at(book.done("export", "bog", "--at", number - 1).json, where) != expected


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
    for number, (event, effective) in EVENTS[:4]:
        when = ["--effective", effective] if effective else []
        ran = referat.apart("record", "bog", type(event).__name__, "--data", json.dumps(fields_of(event)), *when)
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.decode().split()[0] == str(number)
        assert ran.stderr == b""
    assert referat.apart("log", "bog").stdout.decode().count("\n") == 4

"""`referat views` and `referat export --public`, as a user runs them."""

import json
from datetime import datetime
from typing import Any

import pytest

from governance.clock import day_in_denmark
from tests.commandline.running import NORDHOLM, Referat, refused

FEE = ("--fee", "42500")


def on_the_book(referat: Referat, event: str, effective: str | None = None, **data: Any) -> int:
    when = ["--effective", effective] if effective else []
    (entry,) = referat.done("record", NORDHOLM, event, "--data", json.dumps(data), *when, "--json").lines[-1:]
    return int(entry["number"])


class TestViews:
    def test_attendance_over_a_time(self, referat: Referat) -> None:
        whole = referat.done("views", NORDHOLM, "attendance", "--json").json
        assert (whole["first"], whole["last"], whole["meetings"]) == (None, None, 2)
        march = referat.done(
            "views", NORDHOLM, "attendance", "--from", "11.03.2025", "--to", "2025-03-31", "--json"
        ).json
        assert (march["first"], march["meetings"]) == ("2025-03-11", 1)
        chau = next(held for held in march["members"] if held["name"] == "Chau Nguyen")
        assert {key: chau[key] for key in ("meetings", "present", "apology", "percent")} == {
            "meetings": 1,
            "present": 0,
            "apology": 1,
            "percent": 0,
        }

    def test_a_time_that_ends_before_it_begins(self, referat: Referat, language: str) -> None:
        for view in ("attendance", "fees"):
            between = ("--from", "2025-12-31", "--to", "01.01.2025")
            refused(referat, "views", NORDHOLM, view, *between, code=2, says=("31.12.2025", "01.01.2025", "--from"))

    def test_fees_by_the_argument_or_by_the_rules(self, referat: Referat) -> None:
        view = referat.done("views", NORDHOLM, "fees", *FEE, "--json").json
        assert view["total"] == 42_500 * sum(len(held["meetings"]) for held in view["persons"])
        refused(referat, "views", NORDHOLM, "fees", code=2, says=("--fee 42500",))
        for fee in ("0", "-1", str(2**53), "9" * 40):
            refused(referat, "views", NORDHOLM, "fees", "--fee", fee, code=2, says=("425 kr.",))
        on_the_book(referat, "RulesAdopted", "2025-01-01", rules={"fee": 41_000})
        assert referat.done("views", NORDHOLM, "fees", "--json").json["fee"] == 41_000
        assert referat.done("views", NORDHOLM, "fees", *FEE, "--json").json["fee"] == 42_500

    def test_a_day_is_that_of_the_newest_entry_and_never_today(self, referat: Referat) -> None:
        (last,) = referat.done("log", NORDHOLM, "--from", referat.entries(), "--json").lines
        for view in ("matters", "overdue", "who"):
            said = referat.done("views", NORDHOLM, view, "--json").json["on"]
            assert said == day_in_denmark(datetime.fromisoformat(last["recorded_at"]))
            assert referat.done("views", NORDHOLM, view, "--on", "01.07.2025", "--json").json["on"] == "2025-07-01"

    def test_what_is_overdue(self, referat: Referat) -> None:
        (task, *_) = referat.done("export", NORDHOLM).json["tasks"]
        on_the_book(referat, "TaskChanged", "2025-06-11", task=task["id"], due="2025-08-01")
        (late,) = referat.done("views", NORDHOLM, "overdue", "--on", "2025-08-11", "--json").json["tasks"]
        assert (late["id"], late["days"]) == (task["id"], 10)
        on_the_book(referat, "TaskCompleted", "2025-08-12", task=task["id"])
        assert referat.done("views", NORDHOLM, "overdue", "--on", "2025-08-12", "--json").json["tasks"] == []
        assert referat.done("views", NORDHOLM, "overdue", "--on", "2025-08-11", "--json").json["tasks"] == [late]

    @pytest.mark.parametrize(
        ("view", "danish", "english"),
        [
            (("attendance",), "Fremmøde, hele bogen: 2 møder holdt.", "Attendance, the whole book: 2 meetings held."),
            (
                ("fees", *FEE),
                "Diæter, hele bogen, 425 kr. pr. møde.",
                "Attendance fees, the whole book, 425 kr. a meeting.",
            ),
            (("matters", "--on", "2025-07-01"), "Åbne sager den 01.07.2025:", "Open matters on 01.07.2025:"),
            (("overdue", "--on", "2025-07-01"), "Opgaver over fristen den 01.07.2025:", "Tasks overdue on 01.07.2025:"),
            (("who", "--on", "2025-07-01"), "Medlemmer den 01.07.2025:", "Members on 01.07.2025:"),
        ],
    )
    def test_in_words(self, referat: Referat, language: str, view: tuple[str, ...], danish: str, english: str) -> None:
        first, *rest = referat.done("views", NORDHOLM, *view).out.splitlines()
        assert first == (danish if language == "da" else english)
        assert rest
        assert all(line.startswith("  ") or line.endswith(":") for line in rest)

    def test_wrong_use(self, referat: Referat) -> None:
        refused(referat, "views", NORDHOLM, "attendance", "--on", "2025-07-01", code=2, says=("--on", "--from, --to"))
        refused(referat, "views", NORDHOLM, "who", "--from", "2025-07-01", code=2, says=("--from", "--on"))
        refused(referat, "views", NORDHOLM, "attendance", *FEE, code=2, says=("--fee",))
        refused(referat, "views", NORDHOLM, "weather", code=2, says=("weather", "attendance"))
        refused(referat, "views", NORDHOLM, "who", "--on", "2025-02-30", code=3, says=("2025-02-30",))
        refused(referat, "views", "nowhere", "who", code=7, says=("nowhere",))

    def test_help_has_examples(self, referat: Referat, language: str) -> None:
        told = referat.done("views", "--help").out
        assert "referat views integrationsraadet overdue --on 2025-09-01" in told
        assert ("diæter" if language == "da" else "fees") in told


class TestPublicExport:
    def test_entries_and_state_lack_the_same_words(self, referat: Referat) -> None:
        meeting = referat.meeting("2025-09-09")
        item = on_the_book(referat, "AgendaItemAdded", meeting=meeting, title="Lukket titel om Ole Olsen", closed=True)
        on_the_book(referat, "NoteWritten", meeting=meeting, item=f"i{item}", text="Hemmelig tekst.")
        lines = referat.done("export", NORDHOLM, "--public", "--format", "jsonl")
        state = referat.done("export", NORDHOLM, "--public")
        whole = referat.done("export", NORDHOLM, "--format", "jsonl")
        for ran in (lines, state):
            for word in ("Ole Olsen", "Hemmelig tekst.", "Hanne Bro", "Alice Flink"):
                assert word not in ran.out, word
        assert [line["body"] for line in lines.lines] == [line["body"] for line in whole.lines]
        (closed,) = [item for held in state.json["meetings"] for item in held["agenda"] if item["closed"]]
        assert (closed["title"], closed["notes"]) == ("[withheld]", ["[withheld]"])

    def test_the_copy_can_be_restored_verified_and_exported(self, referat: Referat) -> None:
        lines = referat.done("export", "--public", "--format", "jsonl").data
        copy = Referat(referat.record.with_name("offentlig.referat"))
        copy.done("restore", "-", stdin=lines)
        copy.done("verify", "--public")
        assert copy.done("export", "--format", "jsonl").data == lines
        assert copy.done("export").data == referat.done("export", "--public").data

    def test_at_an_earlier_entry_and_as_approved(self, referat: Referat) -> None:
        assert len(referat.done("export", NORDHOLM, "--public", "--at", 20, "--format", "jsonl").lines) == 20
        assert referat.done("export", NORDHOLM, "--public", "--at", 20).json["record"]["entries"] == 20
        approved = referat.done("export", NORDHOLM, "--public", "--as-approved", "2025-03-11").out
        assert "Hanne Bro" not in approved


class TestMinutesOfAWrittenProcedure:
    def test_they_are_not_said_to_be_of_a_meeting_to_come(self, referat: Referat) -> None:
        meeting = on_the_book(referat, "MeetingScheduled", date="2026-01-13", form="written")
        item = on_the_book(referat, "AgendaItemAdded", meeting=f"m{meeting}", title="Budget")
        minutes = ("minutes", NORDHOLM, "2026-01-13", "--format", "txt")
        assert "2026" in referat.done(*minutes).messages
        on_the_book(referat, "ItemDecided", "2026-01-13", item=f"i{item}")
        ran = referat.done(*minutes)
        assert (ran.messages, "Budget" in ran.out) == ("", True)

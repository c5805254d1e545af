"""`referat explain` and `referat diff`, as a user runs them."""

import json
from typing import Any

import pytest

from tests.commandline.running import NORDHOLM, Referat, refused


def on_the_book(referat: Referat, event: str, **data: Any) -> int:
    (entry,) = referat.done("record", NORDHOLM, event, "--data", json.dumps(data), "--json").lines[-1:]
    return int(entry["number"])


class TestExplain:
    def test_in_words(self, referat: Referat, language: str) -> None:
        told = referat.done("explain", NORDHOLM, "2025-06-10/status").out.splitlines()
        head = {"da": "Mødet 10.06.2025: hvor langt det er", "en": "Meeting of 10.06.2025: how far it has come"}
        value = {"da": "  referat udsendt", "en": "  minutes issued"}
        why = {
            "da": "  Referatet er udsendt, og intet møde har godkendt det endnu.",
            "en": "  The minutes have been issued, and no meeting has approved them yet.",
        }
        assert (told[0], told[2]) == (head[language], value[language])
        assert why[language] in told

    def test_for_programs(self, referat: Referat) -> None:
        path = f"{referat.meeting('2025-03-11')}/status"
        held = referat.done("explain", NORDHOLM, path, "--json").json
        assert (held["path"], held["value"]) == ("/meetings/0/status", "approved")
        (approved,) = [one for one in held["entries"] if one["event"]["type"] == "MinutesApproved"]
        assert approved["role"] == "made"
        assert approved["provenance"]["lines"]
        assert held["reasons"][0]["said"]
        exported = referat.done("export", NORDHOLM).json
        assert referat.done("explain", NORDHOLM, "/meetings/0", "--json").json["value"] == exported["meetings"][0]

    def test_at_an_entry_and_on_a_day(self, referat: Referat) -> None:
        path = ("explain", NORDHOLM, "2025-03-11/status")
        assert referat.done(*path, "--at", 52, "--json").json["value"] == "issued"
        assert referat.done(*path, "--on", "11.03.2025", "--json").json["value"] != "approved"
        refused(referat, *path, "--on", "2025-02-30", code=3, says=("2025-02-30",))
        refused(referat, *path, "--at", 9999, code=7, says=("9999",))

    def test_what_was_struck(self, referat: Referat) -> None:
        meeting = referat.meeting("2025-09-09")
        wrong = on_the_book(referat, "MeetingCancelled", meeting=meeting, reason="Sygdom")
        referat.done("strike", NORDHOLM, wrong, "--reason", "Forkert møde")
        held = referat.done("explain", NORDHOLM, f"{meeting}/status", "--json").json
        assert held["value"] == "planned"
        (amended,) = held["amended"]
        assert (amended["how"], amended["entry"]["number"], amended["by"]["number"]) == ("struck", wrong, wrong + 1)
        assert "Forkert møde" in referat.done("explain", NORDHOLM, f"{meeting}/status").out.splitlines()[-1]

    def test_a_wrong_path(self, referat: Referat, language: str) -> None:
        says = {"da": "Dér kan vælges: ", "en": "There you can choose: "}[language]
        refused(referat, "explain", NORDHOLM, "2025-03-11/nowhere", code=7, says=("nowhere", "/meetings/0", says))
        refused(referat, "explain", NORDHOLM, "m99999", code=7, says=("m99999", "meetings", says))
        refused(referat, "explain", "nowhere", "council", code=7, says=("nowhere", NORDHOLM))
        refused(referat, "explain", NORDHOLM, code=2, says=("PATH",))

    @pytest.mark.parametrize("path", ["", "/", "//", "/meetings/-1", "a\nb", "\x1b[2J", "x" * 5000, "~", "/~2", "p0"])
    def test_nonsense_is_refused_in_words(self, referat: Referat, path: str) -> None:
        ran = referat("explain", NORDHOLM, path)
        assert ran.code == (0 if path == "" else 7), ran
        assert "\x1b" not in ran.messages

    def test_completion_of_a_path(self, referat: Referat) -> None:
        from argparse import Namespace

        from governance.commandline.explaining import _paths

        told = Namespace(record=str(referat.record), book=NORDHOLM, by=None)
        assert _paths("meetings/", told)[0] == f"meetings/{referat.meeting('2025-03-11')}"
        assert _paths("x", Namespace(record=str(referat.record), book="nowhere", by=None)) == []


class TestDiff:
    def test_in_words(self, referat: Referat, language: str) -> None:
        before = referat.entries()
        on_the_book(referat, "MeetingCancelled", meeting=referat.meeting("2025-09-09"), reason="Sygdom")
        told = referat.done("diff", NORDHOLM, before, before + 1).out.splitlines()
        assert (
            told[:3]
            == {
                "da": ["Mødet 09.09.2025", "  hvor langt det er: planlagt → aflyst", "  aflyst fordi: intet → Sygdom"],
                "en": [
                    "Meeting of 09.09.2025",
                    "  how far it has come: planned → called off",
                    "  called off because: nothing → Sygdom",
                ],
            }[language]
        )

    def test_for_programs_it_is_as_it_was(self, referat: Referat) -> None:
        before = referat.entries()
        meeting = referat.meeting("2025-09-09")
        on_the_book(referat, "MeetingCancelled", meeting=meeting)
        assert referat.done("diff", NORDHOLM, before, before + 1, "--json").lines[0] == {
            "path": f"meetings[{meeting}].status",
            "before": "planned",
            "after": "cancelled",
        }

    def test_the_other_way_round_what_came_is_gone(self, referat: Referat) -> None:
        there = referat.done("diff", NORDHOLM, 1, referat.entries()).out
        back = referat.done("diff", NORDHOLM, referat.entries(), 1).out
        assert "  new: Amina Farah" in there.splitlines()
        assert "  gone: Amina Farah" in back.splitlines()
        assert len(there.splitlines()) == len(back.splitlines())

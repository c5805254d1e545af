"""The two real minutes, fact by fact: what the state holds after they were taken over, with no hand work."""

import json
import re
from pathlib import Path

import pytest

from governance.documents.reading.lines import inline
from governance.explaining.explanation import Explanation, explain
from governance.explaining.leaving_out import LeavingOut
from governance.explaining.pointing import place_meant
from governance.explaining.reason import Looked
from governance.log_lines import LogLines
from governance.state import model
from governance.state.publishing import publish
from governance.wording.explanations import explanation_lines
from tests.facts import facts_of
from tests.taken import documents_of, only_book, take

DAYS = (
    None,
    "2020-01-01",
    "2021-06-01",
    "2021-06-02",
    "2021-06-03",
    "2022-01-01",
    "2022-09-27",
    "2022-09-28",
    "2022-12-31",
)


@pytest.fixture
def record(seeds: tuple[Path, Path], tmp_path: Path) -> Path:
    path = tmp_path / "seeds.referat"
    take(path, [seed.read_text(encoding="utf-8") for seed in seeds])
    return path


class Seeds:
    """The state, with names in place of ids."""

    def __init__(self, state: model.State) -> None:
        self.state = state
        self.names = {person.id: person.name for person in state.persons} | {
            body.id: body.name for body in state.bodies
        }

    def meeting(self, day: str) -> model.Meeting:
        return next(meeting for meeting in self.state.meetings if meeting.date == day)

    def item(self, day: str, number: str) -> model.Item:
        return next(item for item in self.meeting(day).agenda if item.number == number)

    def matter(self, day: str, number: str) -> model.Matter:
        identifier = self.item(day, number).matter
        return next(matter for matter in self.state.matters if matter.id == identifier)

    def attending(self, day: str, status: str) -> set[str]:
        return {self.names[held.member] for held in self.meeting(day).attendance if held.status == status}


@pytest.fixture
def held(record: Path) -> Seeds:
    return Seeds(publish(only_book(record).fold()))


def test_the_council(held: Seeds) -> None:
    council = held.state.council
    assert (council.name, council.municipality) == ("Integrationsrådet", "Holstebro Kommune")
    assert council.kind == "integration-council"


class TestJune2021:
    DAY = "2021-06-02"

    def test_place_with_address(self, held: Seeds) -> None:
        assert held.meeting(self.DAY).place == "Kultur & Frivillighuset, Nygade 22, 7500 Holstebro"
        assert held.meeting(self.DAY).status == "issued"

    def test_five_present_and_two_apologies(self, held: Seeds) -> None:
        assert held.attending(self.DAY, "apology") == {"Ghassan Rahmi", "Tom Bach Nielsen"}
        assert held.attending(self.DAY, "present") == {
            "Sabrina Martello",
            "Dieu-Benit Moki Bombimbo",
            "Josaph Francis Ragunathan",
            "Karina Byskov Viborg",
            "Tiaheswery Thiaharaja",
        }
        assert held.attending(self.DAY, "absent") == set()

    def test_parties(self, held: Seeds) -> None:
        parties = {member.name: member.party for member in held.state.members if member.party}
        assert parties == {"Tiaheswery Thiaharaja": "A", "Tom Bach Nielsen": "V", "Lise Østermark": "V"}

    def test_referent(self, held: Seeds) -> None:
        assert held.names[held.meeting(self.DAY).referent or ""] == "Alice Flink"

    def test_the_remark_before_item_1_and_the_welcome(self, held: Seeds) -> None:
        meeting = held.meeting(self.DAY)
        assert meeting.notes == [
            "Der blev startet med en kort præsentationsrunde og velkomst til Karina Byskov Viborg."
        ]
        assert [held.names[person] for person in meeting.welcomed] == ["Karina Byskov Viborg"]

    def test_agenda_approved(self, held: Seeds) -> None:
        item = held.item(self.DAY, "1")
        assert (item.kind, item.outcome, item.decision) == ("approval", "approved", "Dagsordnen blev godkendt.")

    def test_minutes_of_a_meeting_that_is_not_in_the_book_approved(self, held: Seeds) -> None:
        approval = next(held_ for held_ in held.state.approvals if held_.of == "2020-10-14")
        assert approval.minutes_of is None
        assert approval.meeting == held.meeting(self.DAY).id
        assert held.item(self.DAY, "2").outcome == "approved"

    def test_ordstyrer(self, held: Seeds) -> None:
        assert held.names[held.meeting(self.DAY).ordstyrer or ""] == "Josaph Francis Ragunathan"
        assert held.item(self.DAY, "3").outcome == "elected"

    def test_item_4_is_a_matter_about_an_application(self, held: Seeds) -> None:
        item, matter = held.item(self.DAY, "4"), held.matter(self.DAY, "4")
        assert item.title.startswith("Ansøgning til Arbejdsmarkedsudvalget")
        assert (matter.kind, held.names[matter.addressee or ""]) == ("application", "Arbejdsmarkedsudvalget")
        assert held.names[item.presenter or ""] == "Tiaheswery Thiaharaja"
        assert item.outcome == "decided"

    def test_its_task(self, held: Seeds) -> None:
        (task,) = held.state.tasks
        assert "aktivitetsbeskrivelse" in task.task
        assert "budget forslag" in task.task
        assert held.names[task.recipient or ""] == "Arbejdsmarkedsudvalget"
        assert (task.item, task.agreed_on) == (held.item(self.DAY, "4").id, self.DAY)

    def test_the_abbreviation_is_known_from_then_on(self, record: Path) -> None:
        book = only_book(record)
        for on, known in (("2021-06-01", None), (self.DAY, "AMU"), ("2022-12-31", "AMU")):
            bodies = {body.name: body.abbreviation for body in publish(book.fold(on=on)).bodies}
            assert bodies["Arbejdsmarkedsudvalget"] == known

    def test_item_5_postponed_to_the_next_meeting(self, held: Seeds) -> None:
        item, matter = held.item(self.DAY, "5"), held.matter(self.DAY, "5")
        assert (item.outcome, item.postponed_until) == ("postponed", "næste møde")
        assert item.postponed_to == held.meeting("2021-08-18").id
        assert (matter.status, matter.postponements) == ("postponed", 1)

    def test_next_meeting(self, held: Seeds) -> None:
        meeting = held.meeting("2021-08-18")
        assert (meeting.start, meeting.end, meeting.status) == ("15:30", "17:30", "planned")
        assert [item.matter for item in meeting.agenda] == [held.item(self.DAY, "5").matter]
        assert held.item(self.DAY, "6").outcome == "decided"

    def test_nothing_under_evt(self, held: Seeds) -> None:
        item = held.item(self.DAY, "7")
        assert (item.kind, item.outcome, item.notes) == ("any-other-business", "none", ["Intet."])
        assert len(held.meeting(self.DAY).agenda) == 7


class TestSeptember2022:
    DAY = "2022-09-28"

    def test_seven_present(self, held: Seeds) -> None:
        assert len(held.attending(self.DAY, "present")) == 7
        assert held.attending(self.DAY, "apology") == held.attending(self.DAY, "absent") == set()

    def test_three_appointed_and_three_ended_between_the_dates_and_marked_as_inferred(self, held: Seeds) -> None:
        between = ("2021-06-02", "2022-09-28")
        terms = {member.name: member.terms[0] for member in held.state.members}
        new = {name for name, term in terms.items() if term.from_between == between}
        gone = {name for name, term in terms.items() if term.to_between == between}
        assert new == {"Dinos Kananda Byamungu", "Ghada Mansour", "Lise Østermark"}
        assert gone == {"Sabrina Martello", "Dieu-Benit Moki Bombimbo", "Tom Bach Nielsen"}
        assert all(terms[name].inferred and terms[name].from_ is None and terms[name].to is None for name in new | gone)

    def test_and_the_entries_are_marked(self, record: Path) -> None:
        inferred = [entry for entry in only_book(record).entries() if entry.provenance and entry.provenance.inferred]
        between = [entry for entry in inferred if entry.effective == "2021-06-02/2022-09-28"]
        assert (
            sorted(type(entry.event).__name__ for entry in between) == ["MemberAppointed"] * 3 + ["MembershipEnded"] * 3
        )

    def test_minutes_of_9_june_approved(self, held: Seeds) -> None:
        assert [approval.of for approval in held.state.approvals] == ["2020-10-14", "2022-06-09"]

    def test_ordstyrer(self, held: Seeds) -> None:
        assert held.names[held.meeting(self.DAY).ordstyrer or ""] == "Ghassan Rahmi"

    def test_the_final_report_goes_to_the_committee_for_november(self, held: Seeds) -> None:
        sent = next(sent for sent in held.state.dispatches if sent.kind == "report")
        assert "rapport" in (sent.title or "")
        assert (held.names[sent.recipient], sent.for_period) == ("Arbejdsmarkedsudvalget", "2022-11")
        assert sent.item == held.item(self.DAY, "4").id

    def test_sent_later_under_an_orientation_is_noted(self, held: Seeds) -> None:
        assert held.item(self.DAY, "4").outcome == "noted"

    def test_two_working_groups_with_their_plans(self, held: Seeds) -> None:
        groups = {group.focus_area: group for group in held.state.groups}
        assert set(groups) == {"Social kontrol", "Etnisk ligestilling"}
        assert {plan.group for plan in held.state.plans} == {group.id for group in groups.values()}
        assert {plan.title for plan in held.state.plans} == {"handle- og tidsplan"}

    def test_a_split_with_discussion_only_is_discussed_and_goes_on_in_november(self, held: Seeds) -> None:
        item = held.item(self.DAY, "5")
        assert (item.outcome, item.outcome_detail, item.decision) == ("discussed", "continued", None)
        assert item.continued_to == held.meeting("2022-11-21").id
        assert held.matter(self.DAY, "5").status == "continued"

    def test_four_questions_in_one_list(self, held: Seeds) -> None:
        (sent,) = [sent for sent in held.state.dispatches if sent.kind == "questions"]
        assert (held.names[sent.recipient], sent.occasion, sent.for_period) == (
            "Integrationsteamet",
            "besøg",
            "2022-W43",
        )
        assert [question[:24] for question in sent.questions] == [
            "Den kommunale integratio",
            "Hvilke evt. svagheder og",
            "Hvordan kan Integrations",
            "Hvad er succeskriteriern",
        ]
        assert held.item(self.DAY, "6").outcome == "decided"

    def test_item_7_postponed(self, held: Seeds) -> None:
        item = held.item(self.DAY, "7")
        assert (item.outcome, item.postponed_to) == ("postponed", held.meeting("2022-10-25").id)

    def test_the_report_from_the_assembly(self, held: Seeds) -> None:
        item = held.item(self.DAY, "8")
        (report,) = item.reports
        assert held.names[report.person] == "Tiaheswery Thiaharaja"
        assert held.names[report.body or ""] == "Det Nationale Integrationsråd"
        assert (report.occasion, report.held_on) == ("Repræsentantskabsmødet", "2022-05-21")
        assert item.outcome == "noted"

    def test_how_the_national_council_is_made_up_is_reported_information(self, held: Seeds) -> None:
        body = next(body for body in held.state.bodies if body.name == "Det Nationale Integrationsråd")
        composition = body.composition
        assert composition is not None
        assert (composition.total, composition.reported_at) == (14, self.DAY)
        assert [(seat.count, seat.includes_chair) for seat in composition.seats] == [(5, True), (4, False), (5, False)]
        assert "ministeren" in composition.seats[0].basis
        assert "største kommuner" in composition.seats[1].basis
        assert "vælges" in composition.seats[2].basis
        assert len(held.state.members) == 10

    def test_the_october_meeting_in_two_parts(self, held: Seeds) -> None:
        meeting = held.meeting("2022-10-25")
        assert (meeting.start, meeting.end, meeting.place) == ("14:30", "16:00", "Jobcentret")
        parts = [(part.start, part.end, part.place, held.names.get(part.counterpart or "")) for part in meeting.parts]
        assert parts == [("14:30", "15:30", "Jobcentret", "Integrationsteamet"), ("15:30", "16:00", None, None)]

    def test_its_agenda_holds_item_7_as_the_same_matter(self, held: Seeds) -> None:
        (item,) = held.meeting("2022-10-25").agenda
        assert item.matter == held.item(self.DAY, "7").matter
        assert item.title == "Helhedsplanens Beboer Demokratisk Styregruppe"
        assert len(held.matter(self.DAY, "7").appearances) == 2

    def test_the_november_meeting_with_its_contents(self, held: Seeds) -> None:
        meeting = held.meeting("2022-11-21")
        assert (meeting.start, meeting.end, meeting.status) == ("15:30", "17:30", "planned")
        assert meeting.contents == "Social kontrol, synlighed og Etnisk ligestilling"

    def test_ten_items_not_twelve(self, held: Seeds) -> None:
        assert [item.number for item in held.meeting(self.DAY).agenda] == [str(number) for number in range(1, 11)]


def test_no_sentence_is_lost(seeds: tuple[Path, Path], record: Path) -> None:
    told = " ".join(
        value for body, words in only_book(record).log.read(only_book(record).name) for value in _words(words)
    )
    for seed in seeds:
        for line in seed.read_text(encoding="utf-8").splitlines():
            text = re.sub(r"^\d+\. ", "", inline(line.strip().lstrip("-").strip()).rstrip("."))
            if text.startswith(
                ("|", "Mødt", "Afbud", "Referat", "af møde", "Indbudte", "Onsdag", "i Kultur", "Referent")
            ):
                continue
            assert text in told, text


def _words(words: bytes) -> list[str]:
    return [value for _, value in json.loads(words).values()]


@pytest.mark.parametrize("on", DAYS)
def test_either_order_gives_the_same_facts_on_any_date(
    seeds: tuple[Path, Path], tmp_path: Path, on: str | None
) -> None:
    texts = [seed.read_text(encoding="utf-8") for seed in seeds]
    forwards, backwards, together = tmp_path / "a.referat", tmp_path / "b.referat", tmp_path / "c.referat"
    take(forwards, texts)
    take(backwards, texts[::-1])
    take(together, texts[::-1], together=True)
    facts = [facts_of(publish(only_book(path).fold(on=on))) for path in (forwards, backwards, together)]
    assert facts[0] == facts[1] == facts[2]


@pytest.mark.parametrize("form", ["md", "txt"])
def test_minutes_written_out_read_back_as_the_same_facts(record: Path, tmp_path: Path, form: str) -> None:
    book = only_book(record)
    texts = documents_of(book, form)  # type: ignore[arg-type]
    assert not any(line.startswith("[") for text in texts for line in text.splitlines()), "plain sentences tell it all"
    take(tmp_path / "again.referat", texts)
    again = only_book(tmp_path / "again.referat")
    assert facts_of(publish(again.fold())) == facts_of(publish(book.fold()))
    assert documents_of(again, form) == texts  # type: ignore[arg-type]


def test_minutes_are_in_the_form_of_the_seeds(record: Path) -> None:
    text = documents_of(only_book(record), "txt")[1]
    assert text.startswith(
        "Referat\naf møde i Integrationsrådet i Holstebro Kommune\n\nOnsdag d. 28. september 2022\ni Kultur"
    )
    assert "Indbudte:\tMedlemmer:\nMødt\tGhassan Rahmi\n" in text
    assert "\n7. Helhedsplanens Beboer Demokratisk Styregruppe.\n\nUdsat til næste møde.\n" in text
    assert text.endswith("10. Evt.\n\nIntet.\n")


class TestWhy:
    """The questions that people ask of the two minutes, and what the book answers."""

    def explained(self, record: Path, path: str, on: str | None = None) -> tuple[Explanation, list[str]]:
        book = only_book(record)
        fold = book.fold(on=on)
        state = publish(fold)
        found = explain(
            LeavingOut(book.name, list(book.entries()), on=on), Looked(fold, state, on), place_meant(state, path)
        )
        return found, list(explanation_lines(found, state, LogLines(book)))

    def test_why_item_7_of_28_september_2022_is_postponed(self, record: Path) -> None:
        found, lines = self.explained(record, "2022-09-28/7/outcome")
        (made,) = [entry for one, entry in found.entries if one.role == "made"]
        assert (found.value, type(made.event).__name__) == ("postponed", "ItemPostponed")
        assert made.provenance is not None
        assert made.provenance.rule == "postponed"
        assert lines[0].startswith("Meeting of 28.09.2022, item 7, Helhedsplanens Beboer Demokratisk Styregruppe")

    def test_why_it_is_postponed_to_25_october(self, record: Path) -> None:
        found, lines = self.explained(record, "2022-09-28/7/postponed_to")
        assert "  25.10.2022" in lines
        assert "  No meeting was named; that of 25.10.2022 is the next one with the matter on its agenda." in lines
        made = [type(entry.event).__name__ for one, entry in found.entries if one.role == "made"]
        assert made == ["ItemPostponed", "AgendaItemAdded"]

    def test_why_somebody_was_a_member_on_1_january_2022(self, record: Path) -> None:
        found, lines = self.explained(record, "Josaph Francis Ragunathan/terms/0", on="2022-01-01")
        assert "  On 01.01.2022 Josaph Francis Ragunathan was a member." in lines
        (made,) = [entry for one, entry in found.entries if one.role == "made"]
        assert made.provenance is not None
        assert made.provenance.inferred

    def test_why_of_a_new_one_it_cannot_be_told(self, record: Path) -> None:
        _, lines = self.explained(record, "Lise Østermark/terms/0/from_between", on="2022-01-01")
        assert (
            "  Lise Østermark is not on the list of 02.06.2021, but on that of 28.09.2022; so joined in between."
            in lines
        )
        assert "  Whether Lise Østermark was a member on 01.01.2022 cannot be told from the book." in lines

"""Rule profiles: what the law says for each kind of body, and what a council adopted, by date."""

from typing import Any

import msgspec
import pytest

from events.catalogue import (
    AgendaItemAdded,
    ApprovalRule,
    BallotRule,
    CouncilEstablished,
    CouncilKind,
    DaysKind,
    Deadline,
    ExtraordinaryRule,
    LateItemRule,
    MeetingScheduled,
    PresidingRule,
    PublicityRule,
    QuorumRule,
    Rules,
    RulesAdopted,
    SignerRule,
    StandInRule,
    TieRule,
)
from governance.documents.annotations.rule_words import read_rule, write_rule
from governance.documents.ruling import rules_from, values_of
from governance.language import speak
from governance.profiles import (
    ADOPTED,
    GENERAL_MEETING,
    PARAMETERS,
    PROFILES,
    USUAL,
    Version,
    at_general_meeting,
    rules_on,
)
from governance.state.rules import rules_in_force
from governance.wording.lines import line
from governance.wording.rules import rule_name, rule_value
from tests.each.people import RULES
from tests.scenario import Scenario

KB, SENIORS = CouncilKind.MUNICIPAL_COUNCIL, CouncilKind.SENIORS_COUNCIL
INTEGRATION, DISABILITY = CouncilKind.INTEGRATION_COUNCIL, CouncilKind.DISABILITY_COUNCIL
FOUR_WEEKDAYS = Deadline(days=4, kind=DaysKind.WEEKDAYS)

LAW = [
    (KB, "notice", FOUR_WEEKDAYS, "kommunestyrelsesloven § 8"),
    (KB, "extraordinary", ExtraordinaryRule.CHAIR_OR_THIRD, "kommunestyrelsesloven § 8"),
    (KB, "publicity", PublicityRule.PUBLIC, "kommunestyrelsesloven § 10"),
    (KB, "quorum", QuorumRule.HALF, "kommunestyrelsesloven § 11"),
    (KB, "signers", SignerRule.ALL_PRESENT, "kommunestyrelsesloven § 13"),
    (KB, "stand_in", StandInRule.EACH_MEETING, "kommunestyrelsesloven § 15"),
    (CouncilKind.COMMITTEE, "quorum", QuorumRule.HALF, "kommunestyrelsesloven § 20"),
    (CouncilKind.COMMITTEE, "publicity", PublicityRule.NOT_PUBLIC, "kommunestyrelsesloven § 20"),
    (INTEGRATION, "least_members", 7, "integrationsloven § 42"),
    (SENIORS, "least_members", 5, "retssikkerhedsloven §§ 30-32"),
    (DISABILITY, "least_members", 6, "retssikkerhedsloven § 37 a"),
    (DISABILITY, "most_members", 14, "retssikkerhedsloven § 37 a"),
    (DISABILITY, "presiding", PresidingRule.CHAIR, "retssikkerhedsloven § 37 a"),
]
SEEN = [
    (KB, "meetings_a_year", 12),
    (KB, "tie", TieRule.FALLS),
    (CouncilKind.COMMITTEE, "notice", FOUR_WEEKDAYS),
    (INTEGRATION, "notice", Deadline(days=7)),
    (INTEGRATION, "item_deadline", Deadline(days=14)),
    (INTEGRATION, "quorum", QuorumRule.HALF),
    (INTEGRATION, "meetings_a_year", 4),
    (INTEGRATION, "ballot", BallotRule.PRESENT_ONLY),
    (INTEGRATION, "publicity", PublicityRule.NOT_PUBLIC),
    (INTEGRATION, "approval", ApprovalRule.NEXT_MEETING),
    (INTEGRATION, "continues_until_successor", True),
    (SENIORS, "publicity", PublicityRule.NOT_PUBLIC),
    (DISABILITY, "tie_in_elections", TieRule.LOTS),
    (CouncilKind.YOUTH_COUNCIL, "least_members", None),
    (CouncilKind.ASSOCIATION_BOARD, "notice", Deadline(days=4)),
    (CouncilKind.ASSOCIATION_BOARD, "quorum", QuorumRule.MAJORITY_WITH_CHAIR),
    (CouncilKind.ASSOCIATION_BOARD, "late_item", LateItemRule.ALL_MEMBERS_PRESENT),
]


@pytest.mark.parametrize(("kind", "name", "value", "source"), LAW)
def test_what_the_law_lays_down(kind: CouncilKind, name: str, value: object, source: str) -> None:
    rules = rules_on(kind, [])
    assert (getattr(rules.values, name), rules.sources[name]) == (value, source)


@pytest.mark.parametrize(("kind", "name", "value"), SEEN)
def test_what_is_usual(kind: CouncilKind, name: str, value: object) -> None:
    rules = rules_on(kind, [])
    assert (getattr(rules.values, name), rules.sources[name]) == (value, USUAL)


def test_every_kind_has_a_profile_that_says_every_rule() -> None:
    assert set(PROFILES) == set(CouncilKind)
    for profile in (*PROFILES.values(), GENERAL_MEETING):
        assert set(profile.sources) == set(PARAMETERS)
        assert all(source == USUAL or "§" in source for source in profile.sources.values())


def test_a_profile_is_consistent() -> None:
    for profile in (*PROFILES.values(), GENERAL_MEETING):
        values = profile.values
        assert (values.ballot is BallotRule.PROXY) == (values.proxies is not None)
        assert (values.approval is ApprovalRule.SILENCE) == (values.silence_days is not None)
        assert values.tie is not None
        assert values.publicity is not None


def version(day: str, number: int, **fields: Any) -> Version:
    return Version(day, number, RulesAdopted(**fields))


def test_rules_count_from_their_day_and_in_place_of_the_earlier() -> None:
    versions = [
        version("2024-01-01", 9, rules=Rules(quorum=QuorumRule.MAJORITY)),
        version("2022-01-01", 12, rules=Rules(quorum=QuorumRule.ANY, meetings_a_year=6)),
    ]
    assert rules_on(INTEGRATION, versions, "2021-12-31").values.quorum is QuorumRule.HALF
    assert rules_on(INTEGRATION, versions, "2022-01-01").values.quorum is QuorumRule.ANY
    assert rules_on(INTEGRATION, versions, "2023-12-31").values.meetings_a_year == 6
    newest = rules_on(INTEGRATION, versions, "2024-01-01")
    assert (newest.values.quorum, newest.values.meetings_a_year) == (QuorumRule.MAJORITY, 4)
    assert (newest.sources["quorum"], newest.sources["meetings_a_year"]) == (ADOPTED, USUAL)
    assert rules_on(INTEGRATION, versions) == newest


def test_of_one_day_the_last_recorded_counts() -> None:
    versions = [
        version("2024-01-01", 12, rules=Rules(proxies=2, ballot=BallotRule.PROXY)),
        version("2024-01-01", 9, rules=Rules(ballot=BallotRule.WRITTEN)),
    ]
    assert rules_on(INTEGRATION, versions).values.ballot is BallotRule.PROXY


def test_another_profile_may_fill_the_rest() -> None:
    rules = rules_on(CouncilKind.OTHER, [version("2024-01-01", 3, profile=SENIORS)])
    assert (rules.kind, rules.values.least_members) == (SENIORS, 5)


def test_a_general_meeting_has_rules_of_its_own() -> None:
    board = rules_on(CouncilKind.ASSOCIATION_BOARD, [])
    general = at_general_meeting(board)
    assert (general.values.quorum, general.values.presiding) == (QuorumRule.ANY, PresidingRule.DIRIGENT)
    assert (general.values.notice, general.values.proxies) == (Deadline(days=14), 1)
    own = version("2024-01-01", 3, rules=Rules(ballot=BallotRule.PROXY, proxies=2, quorum=QuorumRule.MAJORITY))
    adopted = at_general_meeting(rules_on(CouncilKind.ASSOCIATION_BOARD, [own]))
    assert (adopted.values.proxies, adopted.sources["proxies"]) == (2, ADOPTED)
    assert (adopted.values.quorum, adopted.sources["quorum"]) == (QuorumRule.ANY, USUAL)


class TestAdopted:
    """Given, when, then: rules as a council adopts them."""

    @pytest.fixture
    def book(self) -> Scenario:
        speak("en")
        book = Scenario(council=False)
        book.given(CouncilEstablished(name="Rådet", kind=INTEGRATION))
        return book

    def test_the_state_tells_every_rule_and_its_source(self, book: Scenario) -> None:
        rules = book.state.rules
        assert (rules.profile, rules.versions) == ("integration-council", [])
        held = {name: getattr(rules, name) for name in PARAMETERS}
        assert (held["least_members"].value, held["least_members"].source) == (7, "integrationsloven § 42")
        assert msgspec.to_builtins(held["notice"].value) == {"days": 7, "kind": "calendar-days"}
        assert all(setting.since is None for setting in held.values())

    def test_adopted_rules_show_their_title_and_day(self, book: Scenario) -> None:
        adopted = RulesAdopted(title="Forretningsorden", rules=Rules(meetings_a_year=6, fee=41000))
        book.given(adopted, "2024-01-01")
        rules = book.state.rules
        assert (rules.meetings_a_year.value, rules.meetings_a_year.source) == (6, "adopted")
        assert (rules.meetings_a_year.title, rules.meetings_a_year.since) == ("Forretningsorden", "2024-01-01")
        assert rules.least_members.source == "integrationsloven § 42"
        (held,) = rules.versions
        assert (held.title, held.from_, held.sets) == ("Forretningsorden", "2024-01-01", ["meetings_a_year", "fee"])

    def test_the_rules_of_a_day(self, book: Scenario) -> None:
        book.given(RulesAdopted(rules=Rules(meetings_a_year=6)), "2024-01-01")
        assert rules_in_force(book.draft.fold, "2023-12-31").values.meetings_a_year == 4
        assert rules_in_force(book.draft.fold, "2024-01-01").values.meetings_a_year == 6
        assert rules_in_force(book.draft.fold).values.meetings_a_year == 6

    def test_what_says_nothing_or_contradicts_itself(self, book: Scenario) -> None:
        assert "say nothing" in book.refused(RulesAdopted())
        wrong = Rules(least_members=9, most_members=7)
        assert "at least 9 and at most 7" in book.refused(RulesAdopted(rules=wrong))
        silent = Rules(approval=ApprovalRule.WRITTEN, silence_days=8)
        assert "approved by silence" in book.refused(RulesAdopted(rules=silent))
        proxied = Rules(ballot=BallotRule.WRITTEN, proxies=1)
        assert "proxies may vote" in book.refused(RulesAdopted(rules=proxied))
        assert "Name the meeting" in book.refused(RulesAdopted(title="Regler", text="Vedtaget."))

    def test_the_log_and_the_minutes_tell_it(self, book: Scenario) -> None:
        meeting = f"m{book.given(MeetingScheduled(date='2024-01-09'), '2023-12-01')}"
        item = f"i{book.given(AgendaItemAdded(meeting=meeting, title='Forretningsorden'))}"  # type: ignore[arg-type]
        adopted = RulesAdopted(
            title="Forretningsorden",
            profile=INTEGRATION,
            rules=Rules(notice=FOUR_WEEKDAYS, tie=TieRule.LOTS),
            item=item,  # type: ignore[arg-type]
        )
        book.given(adopted, "2024-02-01")
        assert book.item(item).decision == "Forretningsorden blev vedtaget."
        assert line(book.draft.fold, adopted) == (
            "Rules adopted: Forretningsorden, the rest as usual for: integration council "
            "(notice: 4 weekdays; a tied vote: lots are drawn)"
        )
        speak("da")
        assert line(book.draft.fold, adopted) == (
            "Regler vedtaget: Forretningsorden, i øvrigt som sædvanligt for: integrationsråd "
            "(varsel: 4 hverdage; stemmelighed: der trækkes lod)"
        )
        speak("en")


EVERY_VALUE = [
    *(("late_item", value) for value in LateItemRule),
    *(("quorum", value) for value in QuorumRule),
    *(("presiding", value) for value in PresidingRule),
    *(("ballot", value) for value in BallotRule),
    *(("tie", value) for value in TieRule),
    *(("tie_in_elections", value) for value in TieRule),
    *(("publicity", value) for value in PublicityRule),
    *(("stand_in", value) for value in StandInRule),
    *(("extraordinary", value) for value in ExtraordinaryRule),
    *(("approval", value) for value in ApprovalRule),
    *(("signers", value) for value in SignerRule),
    ("continues_until_successor", True),
    ("continues_until_successor", False),
]


@pytest.mark.parametrize(("name", "value"), EVERY_VALUE)
def test_every_value_is_said_in_words_and_read_back_from_minutes(name: str, value: object) -> None:
    rules = Rules(**{name: value})  # type: ignore[arg-type]
    (said,) = values_of(rules)
    assert rules_from((read_rule(write_rule(said)),)) == rules  # type: ignore[arg-type]
    assert rule_name(name)
    assert rule_value(name, value)


def test_rules_that_lay_down_everything_read_back() -> None:
    said = [read_rule(write_rule(held)) for held in values_of(RULES)]
    assert rules_from(tuple(held for held in said if held is not None)) == RULES
    assert read_rule("vejret = godt") is None
    assert read_rule("varsel = snart") is None

"""Given, when, then: items opened, presented, proposed on, voted on, passed on; what is entered; minutes signed."""

from pathlib import Path
from typing import Any

import pytest

from events.catalogue import (
    AmendmentMoved,
    ApprovalForm,
    CasePresented,
    DissentEntered,
    GroupVote,
    ItemDecided,
    ItemOpened,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    MinutesApproved,
    MinutesSigned,
    NamedVote,
    ProposalMade,
    StatementEntered,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from governance.documents.model import DissentingStatement, Vote
from governance.documents.reading.phrases import recognised
from governance.documents.reading.phrases.rule import Context
from governance.documents.writing.document import write
from governance.state.publishing import publish
from tests.each import BOOKS
from tests.facts import facts_of
from tests.governance.meeting_book import MeetingBook
from tests.governance.test_documents import in_force, written_out
from tests.scenario import Scenario
from tests.taken import only_book, take

FOR, AGAINST, ABSTAINED = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAINED


@pytest.fixture
def book() -> MeetingBook:
    return MeetingBook().opened()


def proposed(book: MeetingBook) -> Any:
    """Put a proposal under the first item and return its id."""
    return f"f{book.given(ProposalMade(item=book.one, proposal='Rampen bygges', proposed_by=book.anna))}"


class TestOpening:
    def test_the_meeting_turns_to_an_item_and_comes_back(self, book: MeetingBook) -> None:
        assert book.said(ItemOpened(item=book.one), "2023-01-10T15:10")[:2] == (
            "10.01.2023 punkt 1: taget op",
            "10.01.2023 item 1: opened",
        )
        assert book.said(ItemReopened(item=book.one), "2023-01-10T16:10") == (
            "10.01.2023 punkt 1: taget op igen",
            "10.01.2023 item 1: taken up again",
            "Punktet blev taget op igen kl. 16.10.",
        )
        assert [(held.at, held.again) for held in book.first.openings] == [("15:10", False), ("16:10", True)]
        assert "Punktet blev taget op kl. 15.10." in book.written()

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        assert "has not been dealt with yet" in book.refused(ItemReopened(item=book.one))
        book.given(ItemOpened(item=book.one))
        assert "opened already" in book.refused(ItemOpened(item=book.one))
        assert "has not been opened" in book.refused(ItemOpened(item=book.elsewhere))


class TestProposing:
    def test_a_case_is_presented(self, book: MeetingBook) -> None:
        assert book.said(CasePresented(item=book.one, person=book.guest)) == (
            "10.01.2023 punkt 1: Gæst Gæstesen fremlagde sagen",
            "10.01.2023 item 1: Gæst Gæstesen presented the case",
            "Gæst Gæstesen fremlagde sagen.",
        )
        assert book.said(CasePresented(item=book.one))[1:] == (
            "10.01.2023 item 1: case presented",
            "Sagen blev fremlagt.",
        )
        assert [held.person for held in book.first.presentations] == [book.guest, None]
        assert "no person p99" in book.refused(CasePresented(item=book.one, person="p99"))  # type: ignore[arg-type]

    def test_a_proposal_is_put_and_a_change_to_it_moved(self, book: MeetingBook) -> None:
        assert book.said(ProposalMade(item=book.one, proposal="Rampen bygges", proposed_by=book.anna)) == (
            "10.01.2023 punkt 1: forslag fra Anna Ægidius: »Rampen bygges«",
            "10.01.2023 item 1: proposal by Anna Ægidius: »Rampen bygges«",
            "Forslag fra Anna Ægidius: Rampen bygges.",
        )
        proposal: Any = f"f{book.draft.fold.number}"
        assert book.said(AmendmentMoved(item=book.one, amendment="Den bygges nu", to=proposal)) == (
            "10.01.2023 punkt 1: ændringsforslag stillet: »Den bygges nu«",
            "10.01.2023 item 1: amendment moved: »Den bygges nu«",
            "Ændringsforslag: Den bygges nu.",
        )
        assert [(held.text, held.amendment, held.amends) for held in book.first.proposals] == [
            ("Rampen bygges", False, None),
            ("Den bygges nu", True, proposal),
        ]

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        proposal = proposed(book)
        amendment = AmendmentMoved(item=book.two, amendment="Nej", to=proposal)
        assert f"no proposal {proposal} under this item" in book.refused(amendment)
        by_nobody = ProposalMade(item=book.one, proposal="Ja", proposed_by="p99")  # type: ignore[arg-type]
        assert "no person p99" in book.refused(by_nobody)
        assert "no proposal" in book.refused(VoteHeld(item=book.two, adopted=True, proposal=proposal))


class TestVoting:
    def test_by_count(self, book: MeetingBook) -> None:
        vote = VoteHeld(item=book.one, adopted=True, proposal=proposed(book), votes_for=2, votes_against=1, abstained=0)
        assert book.said(vote) == (
            "10.01.2023 punkt 1: vedtaget ved afstemning, 2 for, 1 imod, 0 hverken for eller imod",
            "10.01.2023 item 1: adopted by vote, 2 for, 1 against, 0 abstained",
            "Forslaget blev vedtaget med 2 stemmer for, 1 imod og 0 hverken for eller imod.",
        )
        (held,) = book.first.votes
        assert (held.adopted, held.votes_for, held.votes_against, held.abstained, held.not_voting) == (
            True,
            2,
            1,
            0,
            None,
        )
        assert book.first.proposals[0].adopted is True

    def test_by_name_and_group_with_a_casting_vote(self, book: MeetingBook) -> None:
        vote = VoteHeld(
            item=book.one,
            adopted=False,
            method=VoteMethod.ROLL_CALL,
            named=(NamedVote(person=book.anna, choice=FOR), NamedVote(person=book.bo, choice=AGAINST)),
            groups=(GroupVote(group="A", choice=ABSTAINED, count=1),),
            casting_vote=AGAINST,
        )
        assert book.said(vote) == (
            "10.01.2023 punkt 1: forkastet ved afstemning, 1 for, 1 imod, 1 hverken for eller imod, "
            "mødelederens stemme imod",
            "10.01.2023 item 1: rejected by vote, 1 for, 1 against, 1 abstained, casting vote against",
            "Forslaget blev forkastet ved navneopråb. Ved stemmelighed stemte mødelederen imod. "
            "For stemte: Anna Ægidius. Imod stemte: Bo Ørum. Hverken for eller imod stemte: A (1).",
        )

    def test_the_line_counts_names_or_groups_that_do_not_contradict_each_other(self, book: MeetingBook) -> None:
        groups = (
            GroupVote(group="A", choice=FOR, count=4),
            GroupVote(group="B", choice=AGAINST, count=2),
            GroupVote(group="C", choice=AGAINST, count=1),
            GroupVote(group="D", choice=ABSTAINED),
        )
        line = "10.01.2023 item 1: adopted by vote"
        assert book.said(VoteHeld(item=book.one, adopted=True, groups=groups))[1] == f"{line}, 4 for, 3 against"
        named = (NamedVote(person=book.anna, choice=FOR), NamedVote(person=book.bo, choice=AGAINST))
        assert book.said(VoteHeld(item=book.one, adopted=True, named=named))[1] == f"{line}, 1 for, 1 against"
        counted = VoteHeld(item=book.one, adopted=True, named=named, groups=groups[:1], votes_against=3)
        assert book.said(counted)[1] == f"{line}, 3 against"

    def test_unanimous_or_by_lot(self, book: MeetingBook) -> None:
        acclaimed = VoteHeld(item=book.one, adopted=True, method=VoteMethod.ACCLAMATION, unanimous=True)
        assert book.said(acclaimed)[1:] == (
            "10.01.2023 item 1: adopted unanimously",
            "Forslaget blev enstemmigt vedtaget ved akklamation.",
        )
        assert book.said(VoteHeld(item=book.two, adopted=False, votes_for=1, votes_against=1, lots=True))[1:] == (
            "10.01.2023 item 2: rejected by vote, 1 for, 1 against, lots were drawn",
            "Forslaget blev forkastet med 1 stemme for og 1 imod. Der blev trukket lod.",
        )

    def test_what_came_of_the_item_follows_where_nothing_else_says_so(self, book: MeetingBook) -> None:
        amendment: Any = f"f{book.given(AmendmentMoved(item=book.one, amendment='Nu'))}"
        book.given(VoteHeld(item=book.one, adopted=False, proposal=amendment))
        assert book.first.outcome == "unknown"
        book.given(VoteHeld(item=book.one, adopted=False))
        assert (book.first.outcome, book.first.outcome_detail) == ("rejected", "by-vote")
        book.given(ItemDecided(item=book.one))
        assert (book.first.outcome, book.first.outcome_detail) == ("decided", None)

    def test_a_vote_that_does_not_add_up_is_recorded_for_the_checks_to_find(self, book: MeetingBook) -> None:
        book.given(VoteHeld(item=book.one, adopted=True, votes_for=1, votes_against=9))

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"named": (NamedVote(person="p99", choice=FOR),)}, "no person p99"),  # type: ignore[arg-type]
            ({"named": (("guest", FOR),)}, "not a member"),
            ({"named": (("anna", FOR), ("anna", AGAINST))}, "named twice"),
            ({"groups": (GroupVote(group="A", choice=FOR), GroupVote(group="A", choice=FOR))}, "group is named twice"),
            ({"named": (("anna", FOR),), "method": VoteMethod.SECRET}, "secret vote"),
            ({"unanimous": True, "votes_against": 1}, "not unanimous"),
            ({"unanimous": True, "named": (("anna", AGAINST),)}, "not unanimous"),
            ({"casting_vote": ABSTAINED}, "for or against"),
            ({"casting_vote": FOR, "lots": True}, "not by both"),
        ],
    )
    def test_nonsense_is_refused(self, book: MeetingBook, fields: dict[str, Any], said: str) -> None:
        named = tuple(
            NamedVote(person=getattr(book, held[0]), choice=held[1]) if isinstance(held, tuple) else held
            for held in fields.get("named", ())
        )
        assert said in book.refused(VoteHeld(item=book.one, adopted=True, **{**fields, "named": named}))


class TestPassingOn:
    def test_an_item_is_recommended(self, book: MeetingBook) -> None:
        assert book.said(ItemRecommended(item=book.one, body=book.body)) == (
            "10.01.2023 punkt 1: anbefalet over for Kulturudvalget",
            "10.01.2023 item 1: recommended to Kulturudvalget",
            "Anbefales over for Kulturudvalget.",
        )
        held = book.first
        assert (held.outcome, held.outcome_detail, held.recommended_to) == ("decided", "recommended", book.body)
        assert "no body b99" in book.refused(ItemRecommended(item=book.one, body="b99"))  # type: ignore[arg-type]

    def test_or_sent_back_and_is_not_done_with(self, book: MeetingBook) -> None:
        assert book.said(ItemSentBack(item=book.one, body=book.body, reason="Tallene mangler")) == (
            "10.01.2023 punkt 1: sendt tilbage til Kulturudvalget: »Tallene mangler«",
            "10.01.2023 item 1: sent back to Kulturudvalget: »Tallene mangler«",
            "Punktet sendes tilbage til Kulturudvalget, da Tallene mangler.",
        )
        held = book.first
        assert (held.outcome, held.outcome_detail, held.sent_back_to) == ("postponed", "sent-back", book.body)
        assert next(matter.status for matter in book.state.matters if matter.title == "Budget") == "postponed"
        assert book.said(ItemSentBack(item=book.two))[1:] == (
            "10.01.2023 item 2: sent back",
            "Punktet sendes tilbage.",
        )
        assert "no body b99" in book.refused(ItemSentBack(item=book.one, body="b99"))  # type: ignore[arg-type]


class TestEntering:
    def test_a_statement(self, book: MeetingBook) -> None:
        assert book.said(StatementEntered(item=book.one, person=book.guest, statement="Det haster")) == (
            "10.01.2023 punkt 1: ført til protokols for Gæst Gæstesen: »Det haster«",
            "10.01.2023 item 1: statement by Gæst Gæstesen: »Det haster«",
            "Gæst Gæstesen ønskede ført til protokols: Det haster.",
        )
        assert [(held.person, held.statement) for held in book.first.statements] == [(book.guest, "Det haster")]
        unknown = StatementEntered(item=book.one, person="p99", statement="Nej")  # type: ignore[arg-type]
        assert "no person p99" in book.refused(unknown)

    def test_a_dissent_is_a_members(self, book: MeetingBook) -> None:
        assert book.said(DissentEntered(item=book.one, person=book.bo, dissent="Sagen er ikke oplyst")) == (
            "10.01.2023 punkt 1: mindretalsudtalelse fra Bo Ørum: »Sagen er ikke oplyst«",
            "10.01.2023 item 1: dissent by Bo Ørum: »Sagen er ikke oplyst«",
            "Bo Ørum afgav en mindretalsudtalelse: Sagen er ikke oplyst.",
        )
        procedural = DissentEntered(item=book.one, person=book.anna, dissent="For sent", procedural=True)
        assert book.said(procedural)[1] == "10.01.2023 item 1: procedural dissent by Anna Ægidius: »For sent«"
        assert [held.procedural for held in book.first.dissents] == [False, True]
        outsider = DissentEntered(item=book.one, person=book.guest, dissent="Nej")
        assert "not a member" in book.refused(outsider)


class TestSigning:
    def test_minutes_are_signed_with_a_reservation_or_without(self) -> None:
        book = MeetingBook().issued()
        assert book.said(MinutesSigned(meeting=book.m, person=book.anna), "2023-01-12")[:2] == (
            "Anna Ægidius underskrev referatet fra 10.01.2023",
            "Anna Ægidius signed the minutes of 10.01.2023",
        )
        reserved = MinutesSigned(meeting=book.m, person=book.bo, reservation="Punkt 1 er for kort")
        assert book.said(reserved, "2023-01-13")[:2] == (
            "Bo Ørum underskrev referatet fra 10.01.2023 med forbehold: »Punkt 1 er for kort«",
            "Bo Ørum signed the minutes of 10.01.2023 with a reservation: »Punkt 1 er for kort«",
        )
        assert [(held.person, held.on, held.reservation) for held in book.the_meeting.signatures] == [
            (book.anna, "2023-01-12", None),
            (book.bo, "2023-01-13", "Punkt 1 er for kort"),
        ]
        text = book.written()
        assert "Underskrevet den 12. januar 2023 af Anna Ægidius" in text
        assert "Underskrevet den 13. januar 2023 af Bo Ørum med forbehold: Punkt 1 er for kort" in text

    def test_nonsense_is_refused(self) -> None:
        signed = MinutesSigned(meeting="m6", person="p2")  # type: ignore[arg-type]
        assert "no meeting m6" in MeetingBook().refused(signed)
        open_book = MeetingBook().opened()
        assert "have not been issued" in open_book.refused(MinutesSigned(meeting=open_book.m, person=open_book.anna))
        book = MeetingBook().issued()
        own = MinutesSigned(meeting=book.m, person=book.anna)
        assert "before the meeting" in book.refused(own, "2023-01-09")
        book.given(own)
        assert "has signed the minutes" in book.refused(own)


class TestApprovingWithoutAMeeting:
    @pytest.mark.parametrize(
        ("how", "danish", "english"),
        [
            (ApprovalForm.SILENCE, "ingen gjorde indsigelse inden fristen", "approved: nobody objected in time"),
            (ApprovalForm.WRITTEN, "godkendt skriftligt", "approved in writing"),
        ],
    )
    def test_minutes_are_approved(self, how: ApprovalForm, danish: str, english: str) -> None:
        book = MeetingBook().issued()
        said = book.said(MinutesApproved(of="2023-01-10", how=how), "2023-01-24")
        assert danish in said[0]
        assert english in said[1]
        assert said[2] is None
        assert book.the_meeting.status == "approved"
        assert book.state.approvals[0].how == how.value
        book.written()

    def test_nonsense_is_refused(self) -> None:
        book = MeetingBook().issued()
        assert "Say at which meeting" in book.refused(MinutesApproved(of="2023-01-10"))
        assert "Say which minutes" in book.refused(MinutesApproved(of="2023-03-14", how=ApprovalForm.SILENCE))
        told = MinutesApproved(of="2023-01-10", how=ApprovalForm.WRITTEN, text="Godkendt.")
        assert "No minutes tell" in book.refused(told)


@pytest.mark.parametrize(
    "words",
    ["Forslaget blev vedtaget med 43 stemmer for og 5 imod.", "Forslaget blev vedtaget med 43 for og 5 imod."],
)
def test_a_usual_sentence_tells_just_that(words: str) -> None:
    (vote,) = recognised(words, Context())
    assert isinstance(vote, Vote)
    assert (vote.adopted, vote.votes_for, vote.votes_against) == (True, 43, 5)
    (dissent,) = recognised("Bo Ørum afgav en mindretalsudtalelse: Forslaget burde være forkastet.", Context())
    assert isinstance(dissent, DissentingStatement)
    assert not isinstance(recognised("Forslaget blev vedtaget.", Context())[0], Vote)


def test_minutes_taken_over_again_are_the_same_facts(tmp_path: Path) -> None:
    scenario = Scenario(council=False)
    for event, effective in BOOKS["meetings"]:
        scenario.given(event, effective)
    (document,) = written_out(scenario.draft.fold, in_force(scenario.draft))
    record = tmp_path / "igen.referat"
    ((proposal, _, _),) = take(record, [write(document, "md")])
    assert proposal.problems == []
    ours, theirs = facts_of(scenario.state), facts_of(publish(only_book(record).fold()))
    meeting, again = ours["meetings"][0], theirs["meetings"][0]
    assert [signature.pop("key") for signature in meeting["signatures"]] == [None, None, "k56"]
    assert {signature.pop("key") for signature in again["signatures"]} == {None}
    assert (meeting.pop("status"), again.pop("status")) == ("approved", "issued")
    assert again == meeting

"""A council to practise on: members, a meeting that was held, and one today with its agenda sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from events.catalogue import (
    AgendaSent,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilKind,
    DecisionOutcome,
    ExternalBodyRegistered,
    ItemDecided,
    ItemNoted,
    ItemPostponed,
    MeetingCalled,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MinutesIssued,
    OrdstyrerElected,
)
from events.ids import ItemId, MeetingId, made_by
from events.moments import ClockTime, Effective
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.history import Recorded, amendments_in, standing
from governance.importing.drafting import Draft
from governance.planning.agenda import put_on, titled
from governance.planning.members import members_in
from governance.planning.new_council import Beginning, NewCouncil
from governance.planning.suggesting import suggestions
from governance.rules.act import Act
from governance.state.fold import Fold

BOOK = "oevelse"
_MEMBERS = """Amina Farah, formand
Bjørn Kjær; F
Chau Nguyen
Dorte Ægidius; C; suppleant: Emil Østergaard
Fatma Yıldız
Georg Ålund
Ida Sørensen
"""
_BEFORE = (
    "Godkendelse af dagsorden",
    "Orientering fra forvaltningen",
    "Besøg på sprogskolen",
    "Fællesspisning i efteråret",
    "Eventuelt",
)
_TODAY = ("Fællesspisning i efteråret", "Høringssvar om udsatte boligområder", "Nyt skilt på Havnegade")
_PLACE = "Medborgerhuset, Havnegade 4"


@dataclass(frozen=True)
class Practising:
    """The plan that fills the practice book."""

    book: str
    today: str

    def __call__(self, fold: Fold, history: Recorded) -> Sequence[Act]:
        """Return the acts."""
        draft = Draft(history, self.book, self.today)
        council = NewCouncil(
            "Øverådet",
            "Nordholm Kommune",
            CouncilKind.INTEGRATION_COUNCIL,
            members_in(_MEMBERS),
            since=self._day(-400),
        )
        for act in Beginning(self.book, self.today, council)(fold, history):
            draft.record(act.event, effective=act.effective)
        draft.record(ExternalBodyRegistered(name="Kultur- og Fritidsudvalget"))
        self._held(draft)
        self._coming(draft)
        return draft.acts

    def _day(self, days: int) -> str:
        return (date.fromisoformat(self.today) + timedelta(days=days)).isoformat()

    def _meeting(self, draft: Draft, day: str, planned: str) -> MeetingId:
        scheduled = MeetingScheduled(date=day, start=ClockTime("16:00"), end=ClockTime("18:00"), place=_PLACE)
        return made_by(MeetingId, draft.record(scheduled, effective=Effective(planned)))

    def _held(self, draft: Draft) -> None:
        """Record the meeting that was held, with its minutes issued and one matter put off."""
        day = self._day(-63)
        meeting = self._meeting(draft, day, self._day(-120))
        put_on(draft, meeting, [titled(title) for title in _BEFORE])
        at = Effective(f"{day}T16:00")
        self._send(draft, meeting, self._day(-73))
        draft.record(MeetingOpened(meeting=meeting), effective=at)
        people = list(draft.fold.memberships)
        for person in people:
            attended = AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT)
            draft.record(attended, effective=Effective(day))
        draft.record(OrdstyrerElected(meeting=meeting, person=people[0]), effective=Effective(day))
        for item, event in zip(draft.fold.meeting(meeting).items, _OUTCOMES, strict=False):
            draft.record(event(item), effective=Effective(day))
        draft.record(MeetingClosed(meeting=meeting), effective=Effective(f"{day}T17:40"))
        self._issue(draft, meeting, self._day(-60))

    def _issue(self, draft: Draft, meeting: MeetingId, day: str) -> None:
        entries = list(draft.history.entries())
        document = compose_minutes(draft.fold, standing(entries, amendments_in(entries)), draft.fold.meeting(meeting))
        digest = sha256(write(document, "md").encode()).hexdigest()
        issued = MinutesIssued(meeting=meeting, through=draft.fold.number, document_sha256=digest)
        draft.record(issued, effective=Effective(day))

    def _coming(self, draft: Draft) -> None:
        """Record today's meeting with an agenda of the usual items, what was put off, and some more."""
        meeting = self._meeting(draft, self.today, self._day(-120))
        offered = [one for one in suggestions(draft.fold, meeting) if one.why in ("usual", "postponed")]
        items = [titled(one.title, one.matter) for one in offered]
        known = {item.title for item in items}
        put_on(draft, meeting, [*items, *(titled(title) for title in _TODAY if title not in known)])
        self._send(draft, meeting, self._day(-8))

    def _send(self, draft: Draft, meeting: MeetingId, day: str) -> None:
        draft.record(AgendaSent(meeting=meeting), effective=Effective(day))
        draft.record(MeetingCalled(meeting=meeting), effective=Effective(day))


def _approved(item: ItemId) -> AnyEvent:
    return ItemDecided(item=item, outcome=DecisionOutcome.APPROVED, text="Dagsordenen blev godkendt.")


def _noted(item: ItemId) -> AnyEvent:
    return ItemNoted(item=item, text="Orienteringen blev taget til efterretning.")


def _postponed(item: ItemId) -> AnyEvent:
    return ItemPostponed(item=item, until="næste møde", text="Punktet blev udsat til næste møde.")


def _decided(item: ItemId) -> AnyEvent:
    return ItemDecided(item=item, text="Rådet besluttede at holde fællesspisning i oktober.")


_OUTCOMES = (_approved, _noted, _postponed, _decided)
"""What came of the first items, in their order."""

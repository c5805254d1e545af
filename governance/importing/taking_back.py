"""Taking back a document: what was taken over from it counts no more, as if it had never been."""

from collections.abc import Iterable, Sequence

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    Authority,
    Correctable,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    ExternalBodyRegistered,
    MatterOpened,
    MeetingRescheduled,
    MeetingScheduled,
    PersonRegistered,
)
from events.entry import Entry
from events.errors import N_, ReferatError
from events.ids import ItemId, MeetingId, made_by
from events.moments import Effective
from governance.history import Amendments, Recorded, amendments_in
from governance.importing.drafting import Draft
from governance.importing.inference import BY_SOURCE, reconciled, rosters_in
from governance.importing.marking import inferred_from
from governance.importing.matters import reconcile_matters
from governance.language import _
from governance.rules.act import Act, RuleRefused
from governance.rules.record import StrikeRefused
from governance.state.fold import Fold
from governance.state.publishing.meetings import minutes_meant

_REASON = "Dokumentet er taget tilbage."
_NAMES = (PersonRegistered, ExternalBodyRegistered, MatterOpened)
"""Names that other documents may use too; they state nothing of a meeting and stand as long as they are used."""
_NEVER = (EntryStruck, CouncilEstablished)


class NothingToTakeBack(ReferatError):
    """Nothing in force was taken over from the document."""

    exit_code = 7


class ApprovedAlready(RuleRefused):
    """The minutes have been approved, and nobody said who allowed that they are taken back, and why."""


def sources_in(entries: Iterable[Entry]) -> set[str]:
    """Return the SHA-256 of every document that entries were taken over from."""
    return {entry.provenance.source for entry in entries if entry.provenance is not None}


class TakingBack:
    """The plan to take back a document. After it: how many entries were ``struck``, and which were ``kept`` and why.

    ``authority`` is who allowed it, recorded with every strike; without one it is the document itself. Minutes that have
    been approved are taken back only where somebody allowed it and ``reason`` says why.
    """

    def __init__(
        self, book: str, source: str, reason: str | None, today: str, *, authority: Authority | None = None
    ) -> None:
        self._book, self._source, self._today = book, source, today
        self._said_why, self._allowed_by = reason, authority
        self._reason, self._authority = reason or _REASON, authority or BY_SOURCE
        self.struck = 0
        self.kept: list[tuple[int, str]] = []

    def plan(self, fold: Fold, history: Recorded) -> Sequence[Act]:
        """Strike what the document said, hand over what others restate, and infer anew what follows from the rest.

        Raises ApprovedAlready where the minutes have been approved and nobody says who allowed it and why,
        NothingToTakeBack where nothing of the document is in force.
        """
        self._require_allowed(fold)
        self.struck, self.kept = 0, []
        draft = Draft(history, self._book, self._today)
        before = -1
        while self.struck > before:
            before, self.kept = self.struck, []
            self._take_back_all(draft, list(history.entries()))
        if not self.struck:
            raise NothingToTakeBack(
                N_("Nothing taken over from {source} is in force any more."), source=self._source[:12]
            )
        for step in list(reconciled(draft.fold, rosters_in(draft.fold))):
            marked = inferred_from(step.source, "membership-inferred") if step.source else None
            draft.record(step.event, effective=step.effective, provenance=marked)
        reconcile_matters(draft)
        return draft.acts

    def _require_allowed(self, fold: Fold) -> None:
        if self._said_why and self._allowed_by is not None:
            return
        for approval in fold.approvals:
            meeting = minutes_meant(fold, approval)
            if meeting is not None and meeting.issued_sha256 == self._source:
                raise ApprovedAlready(
                    N_(
                        "The minutes of {date} have been approved. Say who allowed them to be taken back, and why: "
                        "--authority MEETING (its id or date) or --authority written, and --reason."
                    ),
                    date=meeting.date,
                )

    def _take_back_all(self, draft: Draft, entries: list[Entry]) -> None:
        """Strike what can be struck now, the latest first; what that frees can be struck the next time."""
        amendments = amendments_in(draft.history.entries())
        for entry in reversed(entries):
            if entry.number not in amendments.struck and self._is_mine(entry, amendments):
                self._take_back(draft, entry)
                amendments = amendments_in(draft.history.entries())

    def _is_mine(self, entry: Entry, amendments: Amendments) -> bool:
        """Tell whether an entry says what the document said, as it reads now or before it was corrected by hand."""
        if isinstance(entry.event, _NEVER):
            return False
        correction = amendments.correction_of(entry.number)
        said = entry.provenance if correction is None or correction.provenance is None else correction.provenance
        return said is not None and said.source == self._source

    def _take_back(self, draft: Draft, entry: Entry) -> None:
        try:
            draft.record(EntryStruck(entry=entry.number, reason=self._reason, authority=self._authority))
            self.struck += 1
        except StrikeRefused as refusal:
            if isinstance(entry.event, _NAMES):
                return
            if self._hand_over(entry, draft):
                self.struck += 1
                return
            numbers = ", ".join(map(str, refusal.dependents))
            self.kept.append((entry.number, _("other entries build on it: {numbers}").format(numbers=numbers)))

    def _hand_over(self, entry: Entry, draft: Draft) -> bool:
        """Let a meeting or item that others use read as the first other document states it; False where none does."""
        other = next((held for held in draft.history.since(entry.number) if _restates(entry, held)), None)
        if other is None:
            return False
        correction = EntryCorrected(
            entry=entry.number,
            replacement=_as_introduced(entry, other),
            effective=Effective(other.effective) if other.effective else None,
            reason=self._reason,
            authority=self._authority,
        )
        draft.record(correction, provenance=other.provenance)
        return True


def _restates(entry: Entry, other: Entry) -> bool:
    event, said = entry.event, other.event
    if isinstance(event, MeetingScheduled):
        return isinstance(said, MeetingRescheduled) and said.meeting == made_by(MeetingId, entry.number)
    if isinstance(event, AgendaItemAdded):
        return isinstance(said, AgendaItemChanged) and said.item == made_by(ItemId, entry.number)
    return False


def _as_introduced(entry: Entry, other: Entry) -> Correctable:
    event, said = entry.event, other.event
    if isinstance(said, MeetingRescheduled):
        return MeetingScheduled(
            date=said.date,
            start=said.start,
            end=said.end,
            place=said.place,
            parts=said.parts,
            contents=said.contents,
            form=said.form,
            kind=said.kind,
        )
    assert isinstance(event, AgendaItemAdded)
    assert isinstance(said, AgendaItemChanged)
    return AgendaItemAdded(
        meeting=said.meeting or event.meeting,
        title=said.title or event.title,
        number=said.number,
        kind=said.kind or event.kind,
        standing=event.standing,
        matter=said.matter or event.matter,
        presenter=said.presenter,
        closed=bool(said.closed),
    )

"""What has no key of its own at a live meeting: one list, searched by typing."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from events.errors import N_
from governance.language import _
from governance.sitting.changing import move, take_up_late, withdraw
from governance.sitting.voting import Ballot, vote
from tui.screens.choosing import NEW, Choice, Choosing
from tui.screens.sitting_attending import RecordsRoom
from tui.screens.voting import Voting
from tui.telling.sitting import title_seen
from tui.widgets.composer import dotted

_LAST = "last"
_FORM = "form:"
_FORMS = (
    "ProposalMade",
    "AmendmentMoved",
    "CasePresented",
    "StatementEntered",
    "DissentEntered",
    "DisqualificationRaised",
    "DisqualificationDecided",
    "WorkingGroupFormed",
    "TaskAgreed",
    "DocumentSent",
    "QuestionsSent",
    "ApplicationSent",
    "ReportGiven",
    "PlanProposed",
    "PlanAdopted",
    "FocusAreaChosen",
    "ItemPostponed",
    "ItemContinued",
    "ItemRecommended",
    "ItemSentBack",
    "ItemOpened",
    "ItemReopened",
    "OrdstyrerElected",
    "ReferentNamed",
    "OfficerElected",
    "RepresentativeElected",
    "RulesAdopted",
    "LateItemRefused",
    "AgendaApproved",
    "MinutesApproved",
    "AgendaItemChanged",
    "MemberWelcomed",
    "CompositionReported",
    "TaskCompleted",
    "AnswerReceived",
)
"""What is filled in in a form, in the order in which it is offered: what a meeting needs most comes first."""


class Doable(NamedTuple):
    """Something that is done here, with the name of its action."""

    words: str
    key: str
    action: str


_HERE = (
    Doable(N_("Vote"), "F7", "vote"),
    Doable(N_("Next meeting"), "", "next_meeting"),
    Doable(N_("Late item"), "", "late_item"),
    Doable(N_("Move the item on the agenda"), "", "move_item"),
    Doable(N_("Take the item off the agenda"), "", "withdraw"),
    Doable(N_("Interrupt or resume the meeting"), "", "pause"),
    Doable(N_("Close the meeting"), "", "close"),
)


class OffersMore(RecordsRoom):
    """Offers what has no key of its own: what is done here, and what is filled in in a form."""

    def action_more(self) -> None:
        """Offer what else can be recorded of the item."""
        if self.shown is None or self.app.screen is not self:
            return
        from governance.wording.acts import ACTS

        here = [Choice(held.action, _(held.words), held.key) for held in _HERE]
        forms = [Choice(_FORM + name, _(ACTS[name])) for name in _FORMS]
        self.app.push_screen(Choosing(self.titled(self.item), [*here, *forms]), self._do_more)

    async def _do_more(self, chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen.startswith(_FORM):
            from events.catalogue import EVENT_TYPES

            self.fill_in(EVENT_TYPES[chosen.removeprefix(_FORM)])
        else:
            await self.run_action(f"screen.{chosen}")

    # a vote

    def action_vote(self) -> None:
        """Ask how was voted."""
        item = self.item
        if self.shown is None or item is None or self.app.screen is not self:
            return
        title = _("Vote on item {number}").format(number=self.item_shown.number if self.item_shown else "")
        put = self.shown.questions.get(item, ())
        if self.is_hidden(item):
            put = tuple(msgspec.structs.replace(question, words=dotted(question.words)) for question in put)

        def record(ballot: Ballot | None) -> None:
            if ballot is not None:
                key, text = self.key, self.composer.take(self.key)
                self.record_text(key, item, text, vote(item, ballot, text), self.worded(item, _("vote")))

        self.app.push_screen(Voting(title, put, self.shown.attendees, self.shown.tie), record)

    # the agenda

    def action_late_item(self) -> None:
        """Ask what the late item is called; it is taken up before the first item that is not dealt with."""

        def record(chosen: str | None) -> None:
            if chosen is not None and chosen.startswith(NEW):
                title = chosen.removeprefix(NEW)
                before = next((item.id for item in self.items if item.kind == "any-other-business"), None)
                self.record_deed(take_up_late(self.meeting, title, before), _("late item: {title}").format(title=title))

        self._choose(Choosing(_("What is the late item called?"), [], new=_("Take up: {name}")), record)

    def action_move_item(self) -> None:
        """Ask before which item this one is to stand."""
        item = self.item
        if item is None:
            return
        others = [
            Choice(
                held.id, _("before {item}").format(item=f"{held.number} {title_seen(held, projected=self.projected)}")
            )
            for held in self.items
        ]
        choices = [choice for choice in others if choice.id != item]

        def record(chosen: str | None) -> None:
            before = next((held.id for held in self.items if held.id == chosen), None)
            if chosen is not None:
                self.record_deed(move(item, before), self.worded(item, _("moved")))

        self._choose(Choosing(_("Where is the item to stand?"), [*choices, Choice(_LAST, _("last"))]), record)

    def action_withdraw(self) -> None:
        """Take the item off the agenda."""
        item = self.item
        if item is not None:
            self.record_deed(withdraw(item), self.worded(item, _("taken off the agenda")))
            self.stand_on(self.next_item(item) or item)

    def _choose(self, choosing: Choosing, record: Callable[[str | None], None]) -> None:
        if self.app.screen is self:
            self.app.push_screen(choosing, record)

    # finding

    def action_find(self) -> None:
        """Find an item by what it is called or by what was recorded under it."""
        if self.shown is None or self.app.screen is not self:
            return
        items = [item for item in self.items if not (item.closed and self.projected)]
        found = [Choice(item.id, f"{item.number} {item.title}") for item in items]
        for item in items:
            for told in self.shown.told.get(item.id, ()):
                said = " ".join((told.text or told.words).split())
                found.append(Choice(item.id, said, _("item {number}").format(number=item.number)))

        def go(chosen: str | None) -> None:
            self.stand_on(next((item.id for item in self.items if item.id == chosen), self.item))

        self._choose(Choosing(_("Find in this meeting"), found), go)

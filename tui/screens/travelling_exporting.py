"""Writing to a file what the book said at a place: the state at an entry, and minutes and state as they were approved."""

from textual import work
from textual.worker import get_current_worker

from events.errors import ReferatError
from events.ids import MeetingId
from governance.exporting import state_json
from governance.language import _, said
from governance.wording.speaking import day
from tui import whole_book
from tui.screens.choosing import Choice, Choosing
from tui.screens.saving_file import SavingFile
from tui.screens.travelling_showing import ShowsJourney

_HERE, _APPROVED, _MINUTES = "here", "approved", "minutes"


class ExportsJourney(ShowsJourney):
    """Exports from where one is."""

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Ask what to write, and where."""
        choices = [Choice(_HERE, _("The state after entry {number}").format(number=self.point), "JSON")]
        meeting = self.around.stand.meeting if self.around is not None else ""
        since = self.journey.since_approved(MeetingId(meeting)) if self.journey is not None and meeting else None
        if since is not None and since.issued is not None:
            held_on = day(since.day)
            approved = since.approved is not None
            state = (
                _("The state as the minutes of {day} were approved")
                if approved
                else _("The state as the minutes of {day} were issued")
            )
            minutes = _("The minutes of {day} as approved") if approved else _("The minutes of {day} as issued")
            choices += [
                Choice(_APPROVED, state.format(day=held_on), "JSON"),
                Choice(_MINUTES, minutes.format(day=held_on), _("text")),
            ]
        chosen = await self.app.push_screen_wait(Choosing(_("Export"), choices))
        if chosen is None:
            return
        self.say(_("reading …"))
        try:
            text = await self.run_worker(
                lambda: self._text(chosen, MeetingId(meeting)), thread=True, group="export-text"
            ).wait()
        except ReferatError as problem:
            self.say(said(problem))
            return
        self.say("")
        name = {
            _HERE: f"{self.book_name}-{self.point}.json",
            _APPROVED: f"{self.book_name}-{since.day if since else ''}-godkendt.json",
            _MINUTES: f"referat-{since.day if since else ''}-godkendt.txt",
        }[chosen]
        path = await self.app.push_screen_wait(SavingFile(_("Save as a file"), name, {"txt": text}, forms=""))
        if path is not None:
            self.say(_("Saved in {path}").format(path=path["path"]))

    def _text(self, what: str, meeting: MeetingId) -> str:
        worker = get_current_worker()

        def stopped() -> bool:
            return worker.is_cancelled

        if what == _MINUTES:
            return whole_book.two_minutes(self.which, meeting, stopped).approved
        if what == _APPROVED:
            return state_json(whole_book.state_as_approved(self.which, meeting, stopped)).decode()
        return state_json(whole_book.rooted_at(self.which, self.point, stopped)).decode()

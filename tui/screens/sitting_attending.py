"""The room of a live meeting: opening and closing, attendance, breaks, guests and stand-ins."""

from collections.abc import Callable, Sequence

from textual import work

from events.catalogue import AttendanceStatus
from events.ids import PersonId
from governance.language import _, plural
from governance.sitting.attending import Attendee, attend, come_or_go
from governance.sitting.changing import attend_as_guest, pause, sit_in
from governance.sitting.hours import clock_at
from governance.sitting.opening import close_meeting, open_meeting
from governance.sitting.together import Deed
from governance.wording.speaking import day
from tui.screens.asking_time import Asked, AskingTime
from tui.screens.attending import Attended, Attending
from tui.screens.choosing import Choice, Choosing
from tui.screens.sitting_recording import RecordsSitting


class RecordsRoom(RecordsSitting):
    """Records who is there, and when the meeting begins, pauses and ends. On the day itself the clock tells the time."""

    @property
    def clock(self) -> str | None:
        """The time of day, where it is the day of the meeting."""
        return clock_at(self.shown.sitting.day, self.recorder.clock()) if self.shown is not None else None

    @work(group="doing")
    async def record_deed(self, deed: Deed, words: str) -> None:
        """Record what a deed drafts."""
        await self.do(deed, words)

    # opening and closing

    def action_go_on(self) -> None:
        """Do what comes next: open the meeting, the next item, close it behind the last, read the minutes."""
        if self.shown is None or self.app.screen is not self:
            return
        status = self.shown.sitting.status
        if status in ("planned", "called"):
            planned = _("The meeting is planned for {day}; it is not that day.").format(day=day(self.shown.sitting.day))
            reminder = planned if self.clock is None else ""
            asking = AskingTime(_("Open the meeting"), self.clock, referent=self.shown.referent, reminder=reminder)
            self.app.push_screen(asking, self._open)
        elif status != "open":
            self.action_minutes()
        elif self.next_item(self.item) is not None:
            self.action_step(1)
        else:
            self.action_close()

    def _open(self, asked: Asked | None) -> None:
        if asked is not None:
            self.record_deed(open_meeting(self.meeting, asked.time, asked.referent), _("the meeting was opened"))

    def action_close(self) -> None:
        """Close the meeting. Items that nothing came of are named first: they are easily stepped over."""
        left = [item.number for item in self.shown.sitting.items if item.mark == "waiting"] if self.shown else []
        reminder = plural(
            "Nothing is recorded under item {numbers}.", "Nothing is recorded under items {numbers}.", len(left)
        ).format(numbers=", ".join(left))
        self._ask_time(
            _("Close the meeting"),
            lambda time: close_meeting(self.meeting, time),
            _("the meeting was closed"),
            reminder=reminder if left else "",
        )

    def action_minutes(self) -> None:
        """Show the minutes as they would read if they were issued now."""
        from tui.screens.minutes import MinutesScreen

        if self.app.screen is self:
            self.app.push_screen(MinutesScreen(self.recorder, self.meeting))

    def action_pause(self) -> None:
        """Interrupt the meeting, or let it go on."""
        resumed = self.shown is not None and self.shown.paused
        title = _("Resume the meeting") if resumed else _("Interrupt the meeting")
        words = _("the meeting was resumed") if resumed else _("the meeting was interrupted")
        self._ask_time(title, lambda time: pause(self.meeting, self.item, time, resumed=resumed), words)

    def _ask_time(
        self, title: str, deed: Callable[[str], Deed], words: str, *, needed: bool = False, reminder: str = ""
    ) -> None:
        def record(asked: Asked | None) -> None:
            if asked is not None:
                self.record_deed(deed(asked.time), words)

        if self.shown is not None and self.app.screen is self:
            self.app.push_screen(AskingTime(title, self.clock, needed=needed, reminder=reminder), record)

    # attendance

    def action_attendance(self) -> None:
        """Ask who is there."""
        if self.shown is None or self.app.screen is not self:
            return
        going_on = self.shown.sitting.status == "open"
        self.app.push_screen(Attending(_("Attendance"), self.shown.attendees, going_on=going_on), self._attended)

    def _attended(self, attended: Attended | None) -> None:
        if attended is None:
            return
        if attended.wish == "statuses" or attended.statuses:
            there = sum(status is AttendanceStatus.PRESENT for status in attended.statuses.values())
            words = plural("attendance, {count} present", "attendance, {count} present", there).format(count=there)
            self.record_deed(attend(self.meeting, attended.statuses), words)
        one = self._attendee(attended.person)
        if attended.wish == "came-or-went" and one is not None:
            self._came_or_went(one)
        elif attended.wish == "stand-in" and one is not None:
            title = _("Who stands in for {name}?").format(name=one.name)
            self._choose_person(title, lambda who: sit_in(self.meeting, who, one.person), _("stand-in called in"))
        elif attended.wish == "guest":
            self._choose_person(_("Who is the guest?"), lambda who: attend_as_guest(self.meeting, who), _("guest"))

    def _attendee(self, person: PersonId | None) -> Attendee | None:
        people = self.shown.attendees if self.shown is not None else ()
        return next((one for one in people if one.person == person), None)

    def _came_or_went(self, one: Attendee) -> None:
        words = (_("{name} left") if one.there else _("{name} came")).format(name=one.name)
        if self.clock is not None:
            self.record_deed(come_or_go(self.meeting, one.person, self.clock), words)
        else:
            self._ask_time(words, lambda time: come_or_go(self.meeting, one.person, time), words, needed=True)

    def _choose_person(self, title: str, deed: Callable[[str], Deed], words: str) -> None:
        def record(who: str | None) -> None:
            if who is not None:
                self.record_deed(deed(who), words)

        self.app.push_screen(Choosing(title, self._people(), new=_("New person: {name}")), record)

    def _people(self) -> Sequence[Choice]:
        """Return whom the book knows and who has no seat here, those on the lists of stand-ins first."""
        assert self.shown is not None
        seated = {one.person for one in self.shown.attendees}
        listed = [person for person in self.shown.stand_ins if person not in seated]
        others = [person for person in self.shown.names if person not in seated and person not in listed]
        return [
            *(Choice(person, self.shown.names[person], _("on the list of stand-ins")) for person in listed),
            *(Choice(person, self.shown.names[person]) for person in others),
        ]

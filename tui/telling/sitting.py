"""A meeting that goes on, in lines: what was recorded under an item, what to do next, and who is there."""

from collections.abc import Sequence

from events.catalogue import AttendanceStatus
from governance.language import _
from governance.sitting.attending import Attendee
from governance.sitting.course import SittingItem
from governance.sitting.told import TellingLine
from governance.wording.codes import code
from tui.sitting_reading import Shown
from tui.widgets.lines import Line


def item_lines(shown: Shown, item: SittingItem | None, *, projected: bool) -> list[Line]:
    """Return what is told of an item, and of the meeting itself before the first one."""
    if item is None:
        told = _told(shown.told.get(None, ()))
        return [*told, *_next_step(shown, None, bool(told))]
    lines = [Line(f"{item.number}  {title_seen(item, projected=projected)}", "heading"), Line(_kind(item), "faint")]
    if item.closed and projected:
        return [*lines, Line(_("What was said behind closed doors is not shown. Ctrl+L shows it again."), "faint")]
    first = item.id == shown.sitting.items[0].id
    told = _told((*(shown.told.get(None, ()) if first else ()), *shown.told.get(item.id, ())))
    return [*lines, *told, *_next_step(shown, item, bool(told))]


def title_seen(item: SittingItem, *, projected: bool) -> str:
    """Return the title of an item; where others see the screen, a closed one has none."""
    return _("Closed item") if item.closed and projected else item.title


def _kind(item: SittingItem) -> str:
    said = [code(item.kind.value).capitalize()]
    said += [_("behind closed doors")] if item.closed else []
    said += [_("taken up late")] if item.late else []
    return ", ".join(said)


def _told(told: Sequence[TellingLine]) -> list[Line]:
    lines = []
    for held in told:
        time = f"{held.time:<5} " if held.time else ""
        mark = "× " if held.struck else "± " if held.corrected else ""
        text = held.text or held.words
        lines.append(Line(f"{time}{mark}{text}", "struck" if held.struck else ""))
    return lines


def _next_step(shown: Shown, item: SittingItem | None, told: bool) -> list[Line]:
    status = shown.sitting.status
    if status in ("planned", "called"):
        who = [] if any(one.status for one in shown.attendees) else [Line(_("F4 Enter records who is there."))]
        return [Line(""), *who, Line(_("F6 opens the meeting."))]
    if status == "closed":
        return [
            Line(""),
            Line(_("The meeting is closed. F6 shows the minutes, to be read and issued."), "faint"),
        ]
    if status != "open" or item is None or told:
        return []
    return [Line(""), Line(_("Nothing written yet. Write below; F2 records what came of the item."), "faint")]


def attending_lines(shown: Shown) -> list[Line]:
    """Return who is there and who is not, and who leads and writes."""
    lines = [
        Line(f"{_mark(one)} {one.name}", "" if one.there or one.status is None else "faint") for one in shown.attendees
    ]
    held = shown.sitting
    led = [Line(_("Led by {name}").format(name=held.ordstyrer))] if held.ordstyrer else []
    written = [Line(_("Minutes: {name}").format(name=held.referent))] if held.referent else []
    return [*lines, Line(""), *led, *written]


def _mark(one: Attendee) -> str:
    if one.as_ == "guest":
        return "+"
    if one.status is AttendanceStatus.PRESENT:
        return "✓" if one.there else "←"
    return _MARKS[one.status] if one.status is not None else "·"


_MARKS = {AttendanceStatus.APOLOGY: "–", AttendanceStatus.ABSENT: "×"}

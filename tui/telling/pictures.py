"""Pictures of a book in text: read by their signs and figures, without colours."""

from collections.abc import Sequence
from datetime import date, timedelta

from rich.cells import cell_len, set_cell_size

from events.errors import N_
from governance.language import _, plural
from governance.state import model
from governance.state.terms import covers, on_leave
from governance.views.attendance_matrix import AttendanceMatrix, Coming, MemberComing
from governance.views.matters import OpenMatters
from governance.views.over_time import OverTime, over_time
from governance.wording.speaking import day
from tui.widgets.lines import Line

_SIGNS: dict[Coming, str] = {
    "present": "●",
    "partly": "½",
    "apology": "a",
    "absent": "-",
    "leave": "o",
    "unrecorded": "?",
    "none": " ",
}
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_HEIGHT = 6
"""Rows of the picture of entries over time."""
_NAMES = 24
_COLUMN = 3
_STEPS = {"month": N_("by month"), "quarter": N_("by quarter"), "year": N_("by year")}


def matrix_lines(matrix: AttendanceMatrix, width: int, later: int = 0) -> list[Line]:
    """Return the matrix of members and meetings: as many of the newest meetings as fit, or ``later`` meetings before them."""
    if not matrix.meetings:
        return [Line(_("No meeting has been held yet."))]
    columns = max(1, (width - _NAMES - 10) // _COLUMN)
    last = max(min(columns, len(matrix.meetings)), len(matrix.meetings) - later)
    first = max(0, last - columns)
    lines = [Line(head, "faint") for head in _heads([one.date for one in matrix.meetings[first:last]])]
    lines += [Line(_member_line(one, first, last)) for one in matrix.members if _within(one, first, last)]
    return [*lines, Line(""), *_legend(), *_more(first, last, len(matrix.meetings))]


def _within(member: MemberComing, first: int, last: int) -> bool:
    return any(one != "none" for one in member.came[first:last])


def _heads(days: Sequence[str]) -> list[str]:
    """Return the years, months and days above the columns; a year where it begins."""
    begins = [not at or days[at - 1][:4] != one[:4] for at, one in enumerate(days)]
    years = "".join(f"{one[2:4] if begin else '':<{_COLUMN}}" for one, begin in zip(days, begins, strict=True))
    months = "".join(f"{one[5:7]:<{_COLUMN}}" for one in days)
    figures = "".join(f"{one[8:10]:<{_COLUMN}}" for one in days)
    labelled = ((_("Year"), years), (_("Month"), months), (_("Day"), figures))
    return [f"{_fitted(label, _NAMES)}{columns}".rstrip() for label, columns in labelled]


def _member_line(member: MemberComing, first: int, last: int) -> str:
    came = [one for one in member.came if one in ("present", "partly", "apology", "absent")]
    there = sum(one in ("present", "partly") for one in came)
    percent = f"{(200 * there + len(came)) // (2 * len(came)):>3} %" if came else "    -"
    signs = "".join(f"{_SIGNS[one]:<{_COLUMN}}" for one in member.came[first:last])
    return f"{_fitted(member.name, _NAMES - 2)}  {signs} {percent}"


def _legend() -> list[Line]:
    told: tuple[tuple[Coming, str], ...] = (
        ("present", _("present")),
        ("partly", _("present in part")),
        ("apology", _("apology")),
        ("absent", _("absent")),
        ("leave", _("on leave")),
        ("unrecorded", _("the book does not tell")),
    )
    said = [f"{_SIGNS[sign]} {words}" for sign, words in told]
    lines = ["   ".join(said[:3]), "   ".join(said[3:])]
    lines.append(_("%: present, of all the meetings that the book tells of."))
    return [Line(text, "faint") for text in lines]


def _more(first: int, last: int, count: int) -> list[Line]:
    if first == 0 and last == count:
        return []
    said = _("Meetings {first} to {last} of {count}. ← → show others.")
    return [Line(said.format(first=first + 1, last=last, count=count), "faint")]


def pace_lines(days: Sequence[str], timeless: int, width: int) -> list[Line]:
    """Return how many entries are of when: columns over the whole time, and a row for each year.

    ``timeless`` is how many more are of no day.
    """
    told = over_time(days, width - 8)
    if not told.counts:
        return [Line(_("The book has no entries yet."))]
    most = max(one.count for one in told.counts)
    wide = max(1, (width - 8) // len(told.counts))
    wide = min(wide, 4)
    lines = [
        Line(_("Entries {step}; the highest column is {count}.").format(step=_(_STEPS[told.step]), count=most), "faint")
    ]
    lines += [Line(_level(told, row, most, wide)) for row in range(_HEIGHT - 1, -1, -1)]
    lines += [Line(_axis(told, wide), "faint"), Line(""), Line(_("By year"), "heading")]
    years = over_time(days, 0).counts
    highest = max(one.count for one in years)
    for one in years:
        lines.append(Line(f"{one.begins[:4]} {one.count:>7}  {_bar(one.count, highest, width - 18)}".rstrip()))
    if timeless:
        said = plural("{count} entry is of no particular day.", "{count} entries are of no particular day.", timeless)
        lines += [Line(""), Line(said.format(count=timeless), "faint")]
    return lines


def _level(told: OverTime, row: int, most: int, wide: int) -> str:
    """Return one row of the columns, in eighths of a row; what is there at all is seen."""
    signs = ""
    for one in told.counts:
        eighths = -(-one.count * _HEIGHT * 8 // most) - row * 8
        signs += _EIGHTHS[max(0, min(8, eighths))] * wide
    return f"  {signs}".rstrip()


def _axis(told: OverTime, wide: int) -> str:
    first, last = told.counts[0].begins, told.counts[-1].begins
    room = len(told.counts) * wide - len(first) - len(last)
    return f"  {first}{' ' * room}{last}" if room >= 1 else f"  {first} - {last}"


def matter_bars(open_now: OpenMatters, width: int) -> list[Line]:
    """Return the open matters with a bar for the age of each, the oldest first."""
    if not open_now.matters:
        return [Line(_("No matter is open."))]
    oldest = max(one.age_days or 0 for one in open_now.matters) or 1
    titles = max(20, min(46, width // 2 - 6))
    lines = [Line(_("How old the open matters are on {day}, in days").format(day=day(open_now.on)), "faint")]
    for one in open_now.matters:
        age = one.age_days
        bar = _bar(age or 0, oldest, max(4, width - titles - 24))
        times = plural("put off {count} time", "put off {count} times", one.postponements)
        said = f"  {times.format(count=one.postponements)}" if one.postponements else ""
        lines.append(Line(f"{_fitted(one.title, titles)} {age if age is not None else '-':>6} {bar}{said}"))
    return lines


def members_over_time(state: model.State, last: str, width: int) -> list[Line]:
    """Return when who was a member: a line for each, from the first day that is known to ``last`` (ISO date)."""
    starts = [one for member in state.members for term in member.terms if (one := _start(term))]
    if not starts:
        return [Line(_("The book knows no members yet."))]
    columns = max(10, width - _NAMES - 4)
    first, end = date.fromisoformat(min(starts)), date.fromisoformat(max(last, min(starts)))
    days = [
        (first + timedelta(days=(end - first).days * at // max(1, columns - 1))).isoformat() for at in range(columns)
    ]
    lines = [Line(" " * _NAMES + _years(days), "faint")]
    for member in sorted(
        state.members, key=lambda held: min((_start(term) or last for term in held.terms), default="")
    ):
        signs = "".join(_membership(member, one) for one in days)
        lines.append(Line(f"{_fitted(member.name, _NAMES - 2)}  {signs}".rstrip()))
    legend = _("━ member   ╌ member or not, the minutes do not tell   o on leave")
    return [
        *lines,
        Line(""),
        Line(legend, "faint"),
        Line(f"{day(first.isoformat())} - {day(end.isoformat())}", "faint"),
    ]


def _start(term: model.Term) -> str | None:
    return term.from_ or next((one for one in term.from_between or () if one), None)


def _membership(member: model.Member, on: str) -> str:
    told = [covers(term, on) for term in member.terms]
    if True in told:
        return "o" if on_leave(member.leaves, on) else "━"
    return "╌" if None in told else " "


def _years(days: Sequence[str]) -> str:
    """Return the years where they begin, as far as they do not stand in each other's way."""
    line = [" "] * (len(days) + 4)
    free = 0
    for at, one in enumerate(days):
        if at >= free and (not at or days[at - 1][:4] != one[:4]):
            line[at : at + 4] = list(one[:4])
            free = at + 6
    return "".join(line).rstrip()


def _bar(count: int, most: int, width: int) -> str:
    """Return a bar in eighths of a sign; what is there at all is seen."""
    eighths = -(-count * width * 8 // most)
    return "█" * (eighths // 8) + ("▏▎▍▌▋▊▉"[eighths % 8 - 1] if eighths % 8 else "")


def _fitted(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"

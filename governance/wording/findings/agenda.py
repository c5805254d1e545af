"""Findings about the agenda and what was done under its items, in words."""

from governance.language import _, plural
from governance.wording.findings.telling import Told


def _decided_off_agenda(told: Told) -> str:
    if told.text("how") == "sent":
        said = _(
            "{item}: decided, though it was not on the agenda sent on {settled} and was not taken up at the meeting."
        )
    else:
        said = _("{item}: decided, though it was not on the agenda that the meeting approved, nor taken up after that.")
    return said.format(item=told.item(), settled=told.day("settled"))


def _decided_under_any_other_business(told: Told) -> str:
    return _(
        "Something was decided under {item}; under any other business nothing is, as nobody could prepare."
    ).format(item=told.item())


def _decided_though_withdrawn(told: Told) -> str:
    return _("{item}: decided, though it was taken off the agenda.").format(item=told.item())


def _never_dealt_with(told: Told) -> str:
    said = _("{item}: the minutes are out, but nothing tells what came of it, nor that it was put off.")
    return said.format(item=told.item())


def _late_item_barred(told: Told) -> str:
    return _("{item}: taken up at the meeting; by the rules nothing is that is not on the agenda.").format(
        item=told.item()
    )


def _late_item_absent_members(told: Told) -> str:
    said = _("{item}: taken up with {given} of {least} members there; it takes all of them.")
    return said.format(item=told.item(), given=told.count("given"), least=told.count("least"))


def _late_item_votes(told: Told) -> str:
    if told.text("voted") == "yes":
        said = plural(
            "{item}: taken up with {given} vote for it; it takes {least}.",
            "{item}: taken up with {given} votes for it; it takes {least}.",
            told.count("given"),
        )
    else:
        said = _("{item}: taken up with only {given} there; it takes {least} votes.")
    return said.format(item=told.item(), given=told.count("given"), least=told.count("least"))


def _closed_before_open(told: Told) -> str:
    said = _("{item} is closed and stands before {open}, which is open; closed items stand last where they can.")
    return said.format(item=told.item(), open=told.item("open"))


def _done_before_opening(told: Told) -> str:
    said = _("{item}: dealt with {done}, before the meeting was opened {opened}.")
    return said.format(item=told.item(), done=told.moment("done"), opened=told.moment("opened"))


def _done_after_close(told: Told) -> str:
    said = _("{item}: dealt with {done}, after the meeting was closed {closed}.")
    return said.format(item=told.item(), done=told.moment("done"), closed=told.moment("closed"))


def _done_in_a_break(told: Told) -> str:
    return _("{item}: dealt with {done}, while the meeting was interrupted.").format(
        item=told.item(), done=told.moment("done")
    )


SENTENCES = {
    "decided-off-agenda": _decided_off_agenda,
    "decided-under-any-other-business": _decided_under_any_other_business,
    "decided-though-withdrawn": _decided_though_withdrawn,
    "never-dealt-with": _never_dealt_with,
    "late-item-barred": _late_item_barred,
    "late-item-absent-members": _late_item_absent_members,
    "late-item-votes": _late_item_votes,
    "closed-before-open": _closed_before_open,
    "done-before-opening": _done_before_opening,
    "done-after-close": _done_after_close,
    "done-in-a-break": _done_in_a_break,
}

"""Why something was not recorded, in words for somebody who sits at the screen."""

from events.catalogue import EVENT_TYPES
from events.errors import BookConflict, RecordError, ReferatError
from governance.language import _, said
from governance.rules.record import AuthorityMissing, StrikeRefused
from governance.wording.acts import act_name


def problem_words(problem: ReferatError) -> str:
    """Return what a problem says on the screen: nothing of options and commands."""
    if isinstance(problem, BookConflict):
        event = EVENT_TYPES.get(str(problem.details.get("event")))
        text = _("{who} recorded first (entry {number}: {act}). Nothing you typed is lost. Try again.")
        return text.format(
            who=problem.details.get("who"),
            number=problem.details.get("number"),
            act=act_name(event) if event is not None else "-",
        )
    if isinstance(problem, AuthorityMissing):
        text = _("Entry {number} stands in minutes that have been issued. Choose on what authority it is changed.")
        return text.format(number=problem.number)
    if isinstance(problem, StrikeRefused):
        text = _("Entry {number} cannot be struck alone: entries {dependents} build on it.")
        return text.format(number=problem.number, dependents=problem.details["dependents"])
    if isinstance(problem, RecordError):
        kept = _("What you typed is still here.")
        return f"{said(problem)} {kept}"
    return said(problem)

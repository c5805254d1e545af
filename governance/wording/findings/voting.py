"""Findings about votes, in words."""

from governance.language import _
from governance.wording.findings.telling import Told


def _vote_does_not_add_up(told: Told) -> str:
    choice = {
        "for": _("for"),
        "against": _("against"),
        "abstained": _("abstained"),
        "not-voting": _("not voting"),
    }[told.text("choice")]
    return _("{item}: {counted} votes were counted ({choice}), but {named} are named.").format(
        item=told.item(), counted=told.count("counted"), choice=choice, named=told.count("named")
    )


SENTENCES = {"vote-does-not-add-up": _vote_does_not_add_up}

"""Findings about members who were inhabil, and about dissent, in words."""

from collections.abc import Callable

from events.errors import N_
from governance.language import _
from governance.wording.findings.telling import Told


def _member(sentence: str) -> Callable[[Told], str]:
    return lambda told: _(sentence).format(item=told.item(), name=told.person("person"))


SENTENCES = {
    "absent-disqualified": _member(N_("{item}: {name} was held to be inhabil, but was not there.")),
    "disqualification-undecided": _member(
        N_("{item}: it was raised whether {name} is inhabil, but the book does not tell what was decided.")
    ),
    "disqualified-took-part": _member(N_("{item}: {name} was inhabil, and took part in the item all the same.")),
    "absent-dissents": _member(N_("{item}: {name} had a dissent entered, but was not there.")),
    "abstainer-dissents": _member(
        N_("{item}: {name} abstained, and had a dissent entered that is not about how the item was dealt with.")
    ),
    "dissents-from-own-vote": _member(N_("{item}: {name} had a dissent entered, but voted as it was decided.")),
}

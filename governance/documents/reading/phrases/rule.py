"""What a phrase rule is: a name, a pattern, and the facts that a match tells."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from governance.documents.model import Fact
from governance.documents.reading.usage import Meaning


@dataclass
class Context:
    """What a rule may look at besides the sentence: the item it stands under, the day of the meeting, the body that
    meets, what was recognised under the item so far, and the labels that the council uses besides the usual ones.
    """

    title: str = ""
    kind: str = "discussion"
    day: date | None = None
    body: str | None = None
    facts: list[Fact] = field(default_factory=list)
    labels: Mapping[str, Meaning] = field(default_factory=dict)

    def about(self, pattern: str) -> bool:
        """Tell whether the item's title says this."""
        return re.search(pattern, self.title, re.I) is not None


Make = Callable[[re.Match[str], Context], Iterable[Fact]]


@dataclass(frozen=True)
class Rule:
    """A phrase that minutes use for an act; ``name`` stands in the provenance of what it recognised.

    ``of_reports`` rules look at what a sentence reports, too; the others at what was done here.
    """

    name: str
    pattern: re.Pattern[str]
    make: Make
    of_reports: bool = False

    def facts(self, text: str, context: Context) -> list[Fact]:
        """Return what a statement tells by this rule: by the first place that tells anything."""
        for found in self.pattern.finditer(text):
            told = list(self.make(found, context))
            if told:
                return told
        return []


def phrase(*choices: str) -> str:
    """Return a pattern for any of the choices as whole words. A space stands for any white space."""
    return rf"\b(?:{'|'.join(choices)})\b"


def pattern(text: str) -> re.Pattern[str]:
    """Return a compiled pattern that ignores case, in which a space stands for any white space."""
    return re.compile(text.replace(" ", r"\s+"), re.I)


def rule(name: str, text: str, make: Make, *, of_reports: bool = False) -> Rule:
    """Return a rule whose pattern ignores case, and in which a space stands for any white space."""
    return Rule(name, pattern(text), make, of_reports)

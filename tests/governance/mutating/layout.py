"""Writing minutes down in one of many looks, and the label of what was written."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from textwrap import wrap
from typing import Any

from tests.governance.mutating import words
from tests.governance.mutating.drawing import Minutes
from tests.governance.mutating.heads import Head, attendance, head
from tests.governance.mutating.source import Topic


@dataclass(frozen=True)
class Numbering:
    """A way of writing the heading of an item: with its number, in Markdown or not, and whether titles end in a stop."""

    heading: Callable[[int, str], str]
    markdown: bool = False
    numbered: bool = True
    stop: bool = True
    roomy: bool = False
    """Whether a blank line must set the heading off."""
    label: Callable[[int], str] = str
    """The number as written."""


_ROMAN = [f"{ten}{one}" for ten in ("", "X") for one in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")]

NUMBERINGS = {
    "1.": Numbering(lambda n, t: f"{n}. {t}"),
    "1)": Numbering(lambda n, t: f"{n}) {t}"),
    "01.": Numbering(lambda n, t: f"{n:02d}. {t}"),
    "1 -": Numbering(lambda n, t: f"{n} - {t}"),
    "1:": Numbering(lambda n, t: f"{n}: {t}"),
    "1. tab": Numbering(lambda n, t: f"{n}.\t{t}"),
    "bare": Numbering(lambda n, t: f"{n} {t}", roomy=True, stop=False),
    "Punkt 1:": Numbering(lambda n, t: f"Punkt {n}: {t}"),
    "Punkt 1.": Numbering(lambda n, t: f"Punkt {n}. {t}"),
    "Punkt 1 -": Numbering(lambda n, t: f"Punkt {n} – {t}"),
    "Pkt. 1": Numbering(lambda n, t: f"Pkt. {n} {t}"),
    "Pkt. 1:": Numbering(lambda n, t: f"Pkt. {n}: {t}"),
    "pkt 1.": Numbering(lambda n, t: f"pkt {n}. {t}"),
    "Ad 1.": Numbering(lambda n, t: f"Ad 1. {t}" if n == 1 else f"Ad {n}. {t}"),
    "Ad 1": Numbering(lambda n, t: f"Ad {n} {t}"),
    "ad 1)": Numbering(lambda n, t: f"ad {n}) {t}"),
    "Ad pkt. 1": Numbering(lambda n, t: f"Ad pkt. {n}: {t}"),
    "Dagsordenens punkt 1": Numbering(lambda n, t: f"Dagsordenspunkt {n}: {t}"),
    "§ 1": Numbering(lambda n, t: f"§ {n} {t}", roomy=True),
    "§ 1.": Numbering(lambda n, t: f"§ {n}. {t}"),
    "Sag 1:": Numbering(lambda n, t: f"Sag {n}: {t}"),
    "Nr. 1": Numbering(lambda n, t: f"Nr. {n} {t}"),
    "(1)": Numbering(lambda n, t: f"({n}) {t}"),
    "**1. **": Numbering(lambda n, t: f"**{n}. {t}**", markdown=True),
    "1. ** **": Numbering(lambda n, t: f"{n}. **{t}**", markdown=True),
    "**1.** ": Numbering(lambda n, t: f"**{n}.** {t}", markdown=True),
    "- 1. **": Numbering(lambda n, t: f"- {n}. {t}**", markdown=True),
    "**Punkt 1: **": Numbering(lambda n, t: f"**Punkt {n}: {t}**", markdown=True),
    "## 1.": Numbering(lambda n, t: f"## {n}. {t}", markdown=True),
    "### Punkt 1:": Numbering(lambda n, t: f"### Punkt {n}: {t}", markdown=True),
    "## ": Numbering(lambda n, t: f"## {t}", markdown=True, numbered=False, stop=False, roomy=True),
    "** **": Numbering(lambda n, t: f"**{t}**", markdown=True, numbered=False, stop=False, roomy=True),
    "I.": Numbering(lambda n, t: f"{_ROMAN[n - 1]}. {t}", label=lambda n: _ROMAN[n - 1]),
    "A.": Numbering(lambda n, t: f"{chr(64 + n)}. {t}", label=lambda n: chr(64 + n)),
    "Punkt nr. 1": Numbering(lambda n, t: f"Punkt nr. {n}: {t}"),
    "PUNKT 1": Numbering(lambda n, t: f"PUNKT {n}: {t}"),
    "#1": Numbering(lambda n, t: f"# {n}. {t}", markdown=True),
    "own line": Numbering(lambda n, t: f"Punkt {n}\n{t}", roomy=True),
    "1\\.": Numbering(lambda n, t: f"{n}\\. {t}", markdown=True),
    "underlined": Numbering(lambda n, t: f"{n}. {t}\n{'-' * (len(t) + 4)}", markdown=True, stop=False, roomy=True),
}


def written(minutes: Minutes, number: int) -> tuple[str, dict[str, Any]]:
    """Return changed minutes as a text, and the label that is right for it."""
    return _Writing(minutes, random.Random(f"look {number}")).whole()


class _Writing:
    def __init__(self, minutes: Minutes, dice: random.Random) -> None:
        self.minutes, self.dice = minutes, dice
        self.numbering = NUMBERINGS[dice.choice(list(NUMBERINGS))]
        self.markdown = self.numbering.markdown or dice.random() < 0.15
        self.stop = "." if self.numbering.stop and dice.random() < 0.5 else ""
        self.parted = dice.random() < 0.15
        self.below = dice.choice(["", "\n"]) if not self.numbering.roomy else "\n"
        self.width = dice.choice([None, None, None, None, 72, 80, 90])

    def whole(self) -> tuple[str, dict[str, Any]]:
        """Return the text and its label."""
        top: Head = head(self.minutes, self.dice, markdown=self.markdown)
        there, said = attendance(self.minutes, self.dice, markdown=self.markdown)
        blocks = [*top.blocks, *there]
        referent = self.dice.choice(["Referent: {}", "Referent: {}", "Ref.: {}", "Referat: {}", "Mødereferent: {}"])
        emphasised = re.sub(r"\A(.*:)", r"**\1**", referent) if self.markdown and self.dice.random() < 0.5 else referent
        signed = self.dice.random() < 0.15
        if not signed:
            blocks.append(emphasised.format(self.minutes.referent))
        if self.minutes.leader:
            blocks.append(f"{self.minutes.leader[1].capitalize()}: {self.minutes.leader[0]}")
        if self.minutes.preamble:
            blocks.append(self.minutes.preamble)
        blocks += self._items()
        if top.closing:
            blocks.append(top.closing)
        if signed:
            blocks.append(f"Referent: {self.minutes.referent}")
        if self.dice.random() < 0.15:
            blocks.append(self._signature())
        gap = self.dice.choice(["\n\n", "\n\n", "\n\n\n"])
        text = gap.join(self._wrapped(block) for block in blocks)
        text = text if self.dice.random() < 0.9 else re.sub(r"(?<=[^|\s])$", "  ", text, flags=re.M)
        return self.dice.choice(["", "\n\n\n"]) + text + self.dice.choice(["", "\n"]), self._label(top, said)

    def _signature(self) -> str:
        day = self.minutes.day + timedelta(days=self.dice.randrange(1, 9))
        return self.dice.choice(
            [
                "Underskrifter:\n\n" + "\n".join("_" * 30 for _ in range(3)),
                f"Referatet er udsendt d. {day:%d.%m.%Y}.",
                "Venlig hilsen\n" + self.minutes.referent,
            ]
        )

    def _items(self) -> list[str]:
        blocks = []
        for number, topic in enumerate(self.minutes.topics, 1):
            if number - 1 == self.minutes.closed_from and self.numbering.numbered:
                blocks.append(self.dice.choice(["Lukkede punkter", "Punkter for lukkede døre", "Lukket møde"]))
            blocks.append(self._item(number, topic))
        return blocks

    def _item(self, number: int, topic: Topic) -> str:
        title = topic.title + self.stop
        heading = self.numbering.heading(number, title)
        texts = self._parted(topic) if self.parted and topic.texts and topic.kind == "other" else list(topic.texts)
        bold = self.markdown and topic.kind == "next" and self.dice.random() < 0.4
        if bold and len(texts) == 1:
            texts = [re.sub(r"\A(Næste møde(?: er)?: )(.*)\Z", r"\1**\2**", texts[0])]
        texts = self._listed(number, texts)
        apart = "\n\n" if self.below else "\n"
        body = apart.join(texts)
        body = re.sub(r"\n\n(?=(?:-|\d\.) )", "\n", body)
        return f"{heading}\n{self.below}{body}".rstrip("\n")

    def _listed(self, number: int, texts: list[str]) -> list[str]:
        """Number the points of a list, or its last ones as in the minutes of 2022, where no item can have those numbers."""
        points = [index for index, text in enumerate(texts) if text.startswith("- ")]
        numbered = self.numbering.numbered and self.numbering.label is str
        if not points or not numbered or number <= len(points) or self.dice.random() < 0.5:
            return texts
        first = self.dice.choice([0, 2])
        renewed = {index: f"{at}. {texts[index][2:]}" for at, index in enumerate(points, 1) if at > first}
        return [renewed.get(index, text) for index, text in enumerate(texts)]

    def _parted(self, topic: Topic) -> list[str]:
        """Set an item out under the headings that case minutes have."""
        bold = "**" if self.markdown else ""
        deciding = next((i for i in range(len(topic.texts)) if self._ends_in_list(topic, i)), len(topic.texts) - 1)
        if topic.outcome in ("none", "noted", "discussed") or len(topic.texts) - deciding > 6:
            return list(topic.texts)
        proposal = self.dice.choice(words.PROPOSALS).replace("{noun}", self.minutes.noun.lower())
        found = [f"{bold}Indstilling:{bold} {proposal}", f"{bold}Beslutning:{bold} {topic.texts[deciding]}"]
        if deciding:
            found.insert(0, f"{bold}Sagsfremstilling:{bold} " + "\n".join(topic.texts[:deciding]))
        return [*found, *topic.texts[deciding + 1 :]]

    def _ends_in_list(self, topic: Topic, index: int) -> bool:
        return len(topic.texts) > index + 1 and all(text.startswith("- ") for text in topic.texts[index + 1 :])

    def _wrapped(self, block: str) -> str:
        if self.width is None:
            return block
        return "\n".join(
            line
            if len(line) <= self.width or line[:1] in "|-#*" or "\t" in line
            else "\n".join(wrap(line, self.width, break_on_hyphens=False, break_long_words=False))
            for line in block.split("\n")
        )

    def _label(self, top: Head, said: dict[str, list[str]]) -> dict[str, Any]:
        minutes, closed = self.minutes, self.minutes.closed_from
        return {
            "kind": "minutes",
            "language": "da",
            "body": minutes.body,
            "municipality": f"{minutes.town} Kommune",
            "date": minutes.day.isoformat(),
            "start": top.start,
            "end": top.end,
            "place": minutes.place,
            **said,
            "referent": minutes.referent,
            "chair": minutes.chair,
            "items": [
                {
                    "number": self.numbering.label(number) if self.numbering.numbered else None,
                    "title": topic.title,
                    "outcome": topic.outcome,
                    "postponed_to": topic.postponed_to,
                    "closed_session": self.numbering.numbered and closed is not None and number > closed,
                }
                for number, topic in enumerate(minutes.topics, 1)
            ],
            "next_meeting": minutes.next_meeting,
        }

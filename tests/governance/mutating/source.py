"""The two real minutes taken apart by their labels: members, items, and sentences with gaps for what is changed."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = {"001_17abd83c47ae5508": "seed-2021", "000_9a78e859aa5eefda": "seed-2022"}

_STANDING = (
    ("agenda", r"\AGodkendelse af dagsorden"),
    ("minutes", r"referat fra \{earlier\}"),
    ("chair", r"\AValg af ordstyrer"),
    ("next", r"\ANæste møde"),
    ("any", r"\AEv(?:t|entuelt)\b"),
)
_TELLS = re.compile(
    r"godkend|drøft|udsat|valgt|sendes|sendt|udarbejde|fortalte|intet|fortsættes|følgende spørgsmål", re.I
)
"""Words of the two minutes that say what came of an item; a paragraph without them fits any outcome."""


@dataclass(frozen=True)
class Topic:
    """An item: its title, its paragraphs, what came of it. Braces are gaps: ``{c2}`` is what the third member is called."""

    title: str
    texts: tuple[str, ...]
    outcome: str
    postponed_to: str | None = None

    @property
    def kind(self) -> str:
        """Which standing item it is, or ``other``."""
        return next((kind for kind, pattern in _STANDING if re.search(pattern, self.title)), "other")

    @property
    def neutral(self) -> tuple[str, ...]:
        """The paragraphs that do not say what came of the item."""
        found: list[str] = []
        kept = False
        for text in self.texts:
            kept = (kept or not text.startswith("- ")) and not _TELLS.search(text)
            found += [text] if kept else []
        return tuple(found)


@dataclass(frozen=True)
class Source:
    """One of the two minutes: its label, the number of its members and guests, and its items."""

    label: dict[str, Any]
    members: int
    preamble: str | None
    topics: tuple[Topic, ...]


def sources(shared: Path) -> list[Source]:
    """Return the two minutes with their labels."""
    found = []
    for stem, name in LABELS.items():
        label = json.loads((shared / "eval" / "labels" / f"{name}.json").read_text(encoding="utf-8"))
        found.append(_taken_apart((shared / "seeds" / f"{stem}.txt").read_text(encoding="utf-8"), label))
    return found


def _taken_apart(text: str, label: dict[str, Any]) -> Source:
    lines = [line.replace("**", "").rstrip() for line in text.split("\n")]
    titles = [item["title"] for item in label["items"]]
    starts: list[int] = []
    for title in titles:
        begin = starts[-1] + 1 if starts else 0
        starts.append(next(i for i in range(begin, len(lines)) if _bare(lines[i]) == _bare(title)))
    gaps = _gaps(label)
    topics = []
    for item, begin, end in zip(label["items"], starts, [*starts[1:], len(lines)], strict=True):
        texts = tuple(_gapped(_point(line), gaps) for line in lines[begin + 1 : end] if line.strip())
        topics.append(Topic(_gapped(item["title"], gaps), texts, item["outcome"], item["postponed_to"]))
    before = [line for line in lines[: starts[0]] if line.startswith("Der blev")]
    members = len(label["present"]) + len(label["absent_with_apology"])
    return Source(label, members, _gapped(before[0], gaps) if before else None, tuple(topics))


def _bare(line: str) -> str:
    return re.sub(r"\A[-\s]*(?:\d+\.)?\s*", "", line).strip(" .*")


def _point(line: str) -> str:
    """Return a paragraph; the points of a list, of which the numbers went astray, begin with a dash."""
    return re.sub(r"\A(?:-|\d+\.)\s+", "- ", line.strip())


def _gaps(label: dict[str, Any]) -> list[tuple[str, str]]:
    names = [re.sub(r"\s*\(.*", "", name) for name in [*label["present"], *label["absent_with_apology"]]]
    gaps = [(rf"\b{re.escape(name)}\b", f"{{m{index}}}") for index, name in enumerate(names)]
    for index, name in enumerate(names):
        first = name.split()[0]
        gaps.append((rf"\b{first[:6]}(?:{first[6:]})?\b", f"{{c{index}}}"))
    town = label["municipality"].removesuffix(" Kommune")
    return [
        *gaps,
        (r"\bd\. 9\. juni|\bd\. 14\. oktober 2020", "{earlier}"),
        (r"\bd\. 21\. maj", "{held}"),
        (r"\bnovember\b", "{month}"),
        (r"\buge 43\b", "uge {week}"),
        (r"\b2022-2023\b", "{year}-{nextyear}"),
        (rf"\b{town}\b", "{town}"),
        (rf"\b{label['body']}\b", "{body}"),
        (r"\bRådet\b", "{noun}"),
    ]


def _gapped(text: str, gaps: list[tuple[str, str]]) -> str:
    for pattern, gap in gaps:
        text = re.sub(pattern, gap, text)
    return text

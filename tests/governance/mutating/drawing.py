"""Drawing changed minutes: what is said in them, and the label that is right for it."""

import random
import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from tests.governance.mutating import phrases, words
from tests.governance.mutating.days import MONTHS, clock, day_written, spoken, weekday_near
from tests.governance.mutating.source import Source, Topic

_OUTCOMES = ("approved", "noted", "decided", "discussed", "elected", "rejected", "none", "postponed")


@dataclass(frozen=True)
class Member:
    """A member: the whole name, the party letter, what the others call them, and whether they came."""

    name: str
    party: str | None
    called: str
    status: str

    @property
    def written(self) -> str:
        """The name as a list of members has it."""
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass
class Minutes:
    """Minutes before they are written down."""

    body: str
    noun: str
    town: str
    day: date
    start: str
    end: str
    place: str
    members: list[Member]
    guests: list[str]
    referent: str
    preamble: str | None
    leader: tuple[str, str] | None = None
    """Who leads the meeting, and as what, where the head says so."""
    topics: list[Topic] = field(default_factory=list)
    chair: dict[str, Any] | None = None
    next_meeting: dict[str, Any] | None = None
    closed_from: int | None = None
    """The first item for closed doors."""


def drawn(number: int, source: Source) -> Minutes:
    """Return minutes changed by chance."""
    return _Drawing(random.Random(f"minutes {number}"), source).minutes()


class _Drawing:
    """One draw; the gaps of all sentences are filled from it."""

    def __init__(self, dice: random.Random, source: Source) -> None:
        self.dice, self.source = dice, source
        self.body, self.noun = dice.choice(words.BODIES) if dice.random() < 0.8 else words.BODIES[0]
        self.town = dice.choice(_split(words.TOWNS))
        self.day = weekday_near(date(2014, 1, 1) + timedelta(days=dice.randrange(4600)))
        self.people = _different(dice, _split(words.PEOPLE))
        self.members = self._members()
        hour = dice.choice([9, 10, 13, 14, 15, 16, 17, 18, 19])
        self.start = clock(hour, dice.choice([0, 0, 15, 30]))
        self.end = clock(hour + dice.choice([1, 2, 3]), dice.choice([0, 15, 30, 45]))

    def minutes(self) -> Minutes:
        """Return what was drawn."""
        dice = self.dice
        preamble = (
            self.source.preamble if self.source.preamble and dice.random() < 0.4 else dice.choice(words.PREAMBLES)
        )
        found = Minutes(
            self.body, self.noun, self.town, self.day, self.start, self.end, dice.choice(_split(words.ROOMS)), self.members,
            [self.people.pop() for _ in range(dice.choice([0, 0, 0, 1, 2]))], self.people.pop(),
            self._filled(preamble) if preamble else None,
        )  # fmt: skip
        for topic in self._order():
            found.topics.append(self._topic(topic, found))
        found.topics = self._referring(found.topics)
        if found.chair is None and dice.random() < 0.5:
            found.leader = (self._present()[0].name, dice.choice(["ordstyrer", "mødeleder", "dirigent"]))
            found.chair = {"name": found.leader[0], "role": found.leader[1], "elected_at_this_meeting": False}
        if dice.random() < 0.15:
            found.closed_from = len(found.topics)
            found.topics.append(
                self._exchanged(Topic(dice.choice(["Personsag", "Køb af ejendom", "Klagesag"]), (), ""))
            )
        return found

    def _members(self) -> list[Member]:
        dice = self.dice
        letters = dice.choice(["last two", "all", "none"])
        count = self.source.members + dice.choice([-1, 0, 0, 1, 2])
        found = []
        for index in range(count):
            name = self.people.pop()
            first = name.split()[0]
            called = first[:6] if len(first) > 9 and first.isalpha() and dice.random() < 0.5 else first
            lettered = letters == "all" or (letters == "last two" and index >= count - 2)
            status = "present" if index == 0 else dice.choices(["present", "apology", "absent"], [8, 2, 0.4])[0]
            found.append(Member(name, dice.choice(words.PARTIES) if lettered else None, called, status))
        return found

    def _present(self) -> list[Member]:
        return [member for member in self.members if member.status == "present"]

    def _order(self) -> list[Topic]:
        """Return the items: some left out, some added, the business in another order."""
        dice = self.dice
        topics = [topic for topic in self.source.topics if dice.random() < (0.75 if topic.kind == "other" else 0.9)]
        business = [topic for topic in topics if topic.kind == "other"]
        titles = dice.sample([*words.ADDED, *words.ELECTIONS], dice.randrange(5))
        business += [Topic(title, (), "") for title in titles]
        dice.shuffle(business)
        first = [topic for topic in topics if topic.kind in ("agenda", "minutes", "chair")]
        last = [topic for topic in topics if topic.kind in ("next", "any")]
        if dice.random() < 0.3:
            dice.shuffle(first)
        if dice.random() < 0.2:
            last.reverse()
        whole = [*first, *business, *last]
        return whole if len(whole) >= 3 else list(self.source.topics)

    def _topic(self, topic: Topic, minutes: Minutes) -> Topic:
        dice = self.dice
        if topic.kind == "agenda":
            said = dice.choice(phrases.AGENDA_APPROVED)
            return self._whole(
                replace(
                    topic, title=dice.choice([topic.title, "Godkendelse af dagsordenen", "Dagsorden"]), texts=(said,)
                )
            )
        if topic.kind == "minutes":
            return self._minutes_item(topic)
        if topic.kind == "chair":
            return self._chair_item(topic, minutes)
        if topic.kind == "next":
            return self._next_item(topic, minutes)
        if topic.kind == "any":
            topic = replace(topic, title=dice.choice(["Evt", "Eventuelt"]))
            return self._exchanged(topic, dice.choice(["none", "none", "none", "noted", "decided"]))
        return self._whole(topic) if topic.outcome and dice.random() < 0.4 else self._exchanged(topic)

    def _minutes_item(self, topic: Topic) -> Topic:
        titles = (
            topic.title,
            topic.title,
            "Godkendelse af referat fra mødet {earlier}",
            "Godkendelse af referat",
            "Referat fra sidste møde",
        )
        topic = replace(topic, title=self.dice.choice(titles))
        if self.dice.random() < 0.1:
            return self._whole(
                replace(topic, texts=("Udsat til næste møde.",), outcome="postponed", postponed_to="næste møde")
            )
        return self._whole(replace(topic, texts=(self.dice.choice(phrases.MINUTES_APPROVED),)))

    def _chair_item(self, topic: Topic, minutes: Minutes) -> Topic:
        role = self.dice.choice(["ordstyrer", "ordstyrer", "mødeleder", "dirigent"])
        said, title = self.dice.choice(phrases.LED)
        who = self.dice.choice(self._present())
        name = self.dice.choice([who.called, who.called, who.name])
        minutes.chair = {"name": name, "role": role, "elected_at_this_meeting": True}
        text = self._filled(said.replace("{x}", name)).replace("{role}", role)
        return replace(topic, title=title.replace("{role}", role), texts=(text,))

    def _next_item(self, topic: Topic, minutes: Minutes) -> Topic:
        dice = self.dice
        said, gives = dice.choice(phrases.NEXT)
        day = weekday_near(self.day + timedelta(days=dice.randrange(10, 80)))
        start = dice.randrange(9, 19)
        middle, end = clock(start + 1, 30), clock(start + 2, dice.choice([0, 30]))
        begins, room = clock(start, dice.choice([0, 30])), dice.choice(_split(words.NEXT_ROOMS))
        written = day_written(day, dice, near=self.day)
        gaps = {
            "Next": written[:1].upper() + written[1:], "next": written, "from": f"kl. {spoken(begins)}",
            "from-to": f"kl. {spoken(begins)}-{spoken(middle if 'parts' in gives else end)}",
            "on-to": f"{spoken(middle)}-{spoken(end)}", "room": room, "team": dice.choice(_split(words.TEAMS)),
        }  # fmt: skip
        for gap, value in gaps.items():
            said = said.replace(f"{{{gap}}}", value)
        timed = "untimed" not in gives
        minutes.next_meeting = {
            "date": day.isoformat(), "start": begins if timed else None,
            "end": end if "end" in gives.split() or "parts" in gives else None, "place": room if "place" in gives else None,
        }  # fmt: skip
        titles = (topic.title, topic.title, "Næste møde", "Næste møde og mødested")
        return self._whole(replace(topic, title=dice.choice(titles), texts=(said,)))

    def _exchanged(self, topic: Topic, outcome: str | None = None) -> Topic:
        """Give an item another outcome, in a sentence that says so."""
        dice = self.dice
        weights = [0, 0, 0, 0, 5, 0, 1, 2] if topic.title in words.ELECTIONS else [3, 3, 3, 3, 1, 2, 1, 3]
        outcome = outcome or dice.choices(_OUTCOMES, weights)[0]
        said, until = (
            dice.choice(phrases.POSTPONED) if outcome == "postponed" else (dice.choice(phrases.SAID[outcome]), None)
        )
        before = list(topic.neutral)
        if not before and dice.random() < 0.35 and topic.kind == "other":
            before = dice.sample(words.CONTEXT, dice.choice([1, 1, 2]))
        if outcome == "none":
            before = []
        texts = (*before, *said.split("\n")) if said else ()
        return self._whole(replace(topic, texts=texts, outcome=outcome, postponed_to=until))

    def _whole(self, topic: Topic) -> Topic:
        """Fill the gaps of an item; the same gap in the same way throughout."""
        who = self.dice.sample(self._present(), 2) if len(self._present()) > 1 else self._present() * 2
        later = day_written(
            weekday_near(self.day + timedelta(days=self.dice.randrange(20, 90))), self.dice, near=self.day
        )
        month = MONTHS[(self.day.month + self.dice.randrange(1, 5)) % 12]
        earlier = day_written(
            self.day - timedelta(days=self.dice.randrange(20, 250)), self.dice, near=self.day, past=True
        )
        held = day_written(self.day - timedelta(days=self.dice.randrange(5, 120)), self.dice, near=self.day, past=True)

        def fill(text: str) -> str:
            gaps = {"later": later, "month": month, "earlier": earlier, "held": held}
            for member, gap in zip(who, "xy", strict=True):
                gaps[gap] = member.called
            return self._filled(text, gaps)

        return replace(
            topic,
            title=fill(topic.title),
            texts=tuple(fill(text) for text in topic.texts),
            postponed_to=fill(topic.postponed_to) if topic.postponed_to else None,
        )

    def _filled(self, text: str, gaps: dict[str, str] | None = None) -> str:
        known = {
            "body": self.body, "noun": self.noun, "town": self.town, "year": str(self.day.year),
            "nextyear": str(self.day.year + 1), "week": str(1 + self.day.isocalendar().week % 50),
        } | (gaps or {})  # fmt: skip
        for index, member in enumerate(self.members[:7] + self.members[-1:] * 7):
            known.setdefault(f"m{index}", member.name)
            known.setdefault(f"c{index}", member.called)
        return re.sub(r"\{(\w+)\}", lambda gap: known.get(gap.group(1), gap.group()), text)

    def _referring(self, topics: list[Topic]) -> list[Topic]:
        """Let the next meeting take up the first postponed item, by the number it now has."""
        numbers = [number for number, topic in enumerate(topics, 1) if topic.outcome == "postponed"]
        word = self.dice.choice(["punkt", "pkt."])
        ref = f" med {word} {numbers[0]}" if numbers else ""
        return [replace(topic, texts=tuple(text.replace("{ref}", ref) for text in topic.texts)) for topic in topics]


def _split(pool: str) -> list[str]:
    return [word.strip() for word in pool.split(";")]


def _different(dice: random.Random, names: list[str]) -> list[str]:
    """Return the names in chance order."""
    return dice.sample(names, len(names))

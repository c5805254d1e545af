"""What a finding is about, as its sentence names it."""

from governance.checking.finding import Finding
from governance.language import _
from governance.state.fold import Fold
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.wording.speaking import day


class Told:
    """A finding and the book that it is about."""

    def __init__(self, fold: Fold, found: Finding) -> None:
        self.fold = fold
        self.found = found

    def text(self, name: str) -> str:
        """Return a word or number."""
        return str(self.found.about[name])

    def count(self, name: str) -> int:
        """Return a number."""
        return int(self.found.about[name])

    def day(self, name: str) -> str:
        """Return a day as it is written."""
        return day(self.text(name))

    def moment(self, name: str) -> str:
        """Return a day, or a day and time of day, as it is written."""
        said = self.text(name)
        return f"{day(said[:10])} {said[11:16]}".rstrip()

    def person(self, name: str) -> str:
        """Return what a person is called."""
        held: str = self.fold.persons.get(self.text(name), self.text(name))  # type: ignore[call-overload]
        return held

    def people(self, name: str) -> str:
        """Return what people are called, whose ids stand with commas between."""
        ids = self.text(name).split(",")
        return ", ".join(self.fold.persons.get(one, one) for one in ids)  # type: ignore[call-overload]

    def item(self, name: str = "item") -> str:
        """Return how an item is spoken of: by its number and title."""
        return self._item(self.text(name))

    def items(self, name: str) -> list[str]:
        """Return how items are spoken of, whose ids stand with commas between."""
        return [self._item(one) for one in self.text(name).split(",") if one]

    def _item(self, identifier: str) -> str:
        held = self.fold.items.get(identifier)  # type: ignore[call-overload]
        if held is None:
            return identifier
        meeting = self.fold.meeting_of(held.id)
        number = shown_numbers(agenda_of(self.fold, meeting)).get(held.id) if meeting is not None else None
        said: str = _("item {number}, {title}").format(number=number, title=held.title) if number else held.title
        return said

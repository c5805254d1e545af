"""Finding by parts of words, as a Dane types them: "møl" finds Møller, and every word that is typed must be found."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Findable(Protocol):
    """Something that is found by its words, or by the hint beside them."""

    @property
    def words(self) -> str:
        """What it is called."""

    @property
    def hint(self) -> str:
        """What is said beside it."""


F = TypeVar("F", bound=Findable)


def matching(typed: str, things: Sequence[F]) -> list[F]:
    """Return what is found, in order; where a word begins so before where it only holds it, and its words before its hint."""
    parts = [plain(part) for part in typed.split()]
    if not parts:
        return list(things)
    found = [(rank, thing) for thing in things if (rank := _rank(parts, thing)) is not None]
    return [thing for _, thing in sorted(found, key=lambda held: held[0])]


def plain(text: str) -> str:
    """Return a text as it is compared: in small letters, and with å for aa."""
    return text.casefold().replace("aa", "å")


def _rank(parts: Sequence[str], thing: Findable) -> int | None:
    words, hint = f" {plain(thing.words)}", f" {plain(thing.hint)}"
    rank = 0
    for part in parts:
        if f" {part}" in words:
            continue
        if part in words:
            rank = max(rank, 1)
        elif part in hint:
            rank = max(rank, 2)
        else:
            return None
    return rank

"""What an entry changed, in lines: what it says, what became of it later, and what the book says otherwise since."""

from collections.abc import Iterator

from governance.history import Amendments
from governance.language import _, plural
from governance.travelling.travelling import Seen
from governance.wording.changes import change_lines
from governance.wording.lines import line


def changed_at(seen: Seen, later: Amendments) -> Iterator[str]:
    """Return the lines, the first of them what the entry says. ``later`` are all strikes and corrections that there are;
    erasures are told however late they came, for the words are gone.
    """
    number = seen.entry.number
    yield line(seen.fold, seen.entry.event)
    if number in later.struck:
        yield _("Later struck by entry {number}.").format(number=later.struck[number])
    correction = later.correction_of(number)
    if correction is not None:
        yield _("Later corrected by entry {number}.").format(number=correction.number)
    if seen.erased_by:
        numbers = ", ".join(map(str, seen.erased_by))
        yield plural(
            "Words of it were erased later, by entry {numbers}.",
            "Words of it were erased later, by entries {numbers}.",
            len(seen.erased_by),
        ).format(numbers=numbers)
    found = seen.changes()
    yield from change_lines(found, seen.before, seen.state)
    if not found:
        yield _("What the book says is the same before and after it.")

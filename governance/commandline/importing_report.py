"""Saying what an import proposes, and what it did."""

import msgspec

from governance.commandline.output import put, put_line, say
from governance.importing.taking_over import FileProposal
from governance.language import _, plural
from governance.wording.lines import line
from governance.wording.speaking import day

_SHOWN = 5


def print_proposal(proposals: list[FileProposal], *, with_entries: bool) -> None:
    """Say on standard error what each file holds and what was not understood; the entries on standard output if asked."""
    for held in proposals:
        document = held.file.document
        head = f"{held.file.source.name}: {document.body or held.book}, {day(document.date or '')}"
        if held.skipped:
            say(f"{head}: {held.skipped}")
            continue
        entries = plural("{count} entry", "{count} entries", len(held.acts)).format(count=len(held.acts))
        items = plural("{count} item", "{count} items", len(document.items)).format(count=len(document.items))
        say(
            _("{head}: {items}, {entries} for the book {book}.").format(
                head=head, items=items, entries=entries, book=held.book
            )
        )
        if held.file.source.encoding != "utf-8":
            say("  " + _("Read as {encoding}.").format(encoding=held.file.source.encoding))
        for problem in held.problems:
            say("  " + _(problem.message).format(**problem.details))
        _say_notes(held)
        if with_entries:
            for number, act in enumerate(held.acts, held.first):
                inferred = act.provenance is not None and act.provenance.inferred
                mark = " [" + _("inferred") + "]" if inferred else ""
                put_line(f"{number:>5}  {line(held.draft, act.event)}{mark}")


def _say_notes(held: FileProposal) -> None:
    """Name the sentences that were kept as notes because no rule knew them."""
    document = held.file.document
    statements = [*document.statements, *(statement for item in document.items for statement in item.statements)]
    plain = [statement for statement in statements if not statement.facts]
    if not plain:
        return
    count = plural("{count} paragraph was kept as a note", "{count} paragraphs were kept as notes", len(plain)).format(
        count=len(plain)
    )
    say(f"  {count}:")
    for statement in plain[:_SHOWN]:
        where = _("line {line}").format(line=statement.lines[0]) if statement.lines else ""
        say(f"    {where}: {statement.text[:70]}{'…' if len(statement.text) > 70 else ''}")
    if len(plain) > _SHOWN:
        say("    " + _("and {count} more; --dry-run --json lists them all").format(count=len(plain) - _SHOWN))


def print_outcome(recorded: list[tuple[FileProposal, int, int]], *, as_json: bool) -> None:
    """Say what was recorded for each file."""
    for held, first, last in recorded:
        if as_json:
            put(msgspec.json.encode(_outcome(held, first, last)) + b"\n")
        elif held.acts:
            put_line(
                _(
                    "{file}: entries {first}-{last} of {book} recorded. Take back with: referat strike --import {sha}"
                ).format(
                    file=held.file.source.name, first=first, last=last, book=held.book, sha=held.file.source.sha256[:12]
                )
            )


def _outcome(held: FileProposal, first: int, last: int) -> dict[str, object]:
    return {
        "file": held.file.source.name,
        "sha256": held.file.source.sha256,
        "book": held.book,
        "entries": [first, last] if held.acts else None,
        "skipped": held.skipped,
        "problems": [
            {"code": problem.code, "message": _(problem.message).format(**problem.details), "lines": problem.lines}
            for problem in held.problems
        ],
    }

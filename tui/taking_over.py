"""Reading files of minutes and recording them, for a thread to run; the same service as the command line's import."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from events.sqlite.log import SqliteLog
from governance.importing.taking_over import FileProposal, FileRead, TakingOver, read_files
from governance.language import _, plural
from governance.wording.speaking import day
from tui.widgets.lines import Line

_KINDS = (".txt", ".md", ".markdown")


@dataclass(frozen=True)
class Report:
    """What files say, in lines to read."""

    files: Sequence[FileRead]
    lines: Sequence[Line]


def files_in(text: str) -> list[str]:
    """Return the files that a text names, one a line: as pasted or dragged, in quotation marks or not; a folder's all."""
    names: list[str] = []
    for line in text.splitlines():
        bare = line.strip().strip("'\"").removeprefix("file://").replace("\\ ", " ")
        if not bare:
            continue
        path = Path(bare).expanduser()
        if path.is_dir():
            names += sorted(str(file) for file in path.iterdir() if file.suffix.lower() in _KINDS)
        else:
            names.append(str(path))
    return names


def propose(record: Path, actor: str, names: Sequence[str], *, keep_unclear: bool) -> Report:
    """Read the files and tell what would be recorded. Raises a ReferatError where something must be mended first."""
    files = read_files(list(names))
    log = SqliteLog(record)
    try:
        proposals = TakingOver(log, actor, None, keep_unclear=keep_unclear).propose(files)
    finally:
        log.close()
    return Report(files, [*_lines(proposals), Line(""), Line(_closing(proposals), "heading")])


def record(record: Path, actor: str, report: Report, *, keep_unclear: bool) -> str | None:
    """Record the files; return the book that the last of them belongs in."""
    log = SqliteLog(record)
    try:
        recorded = TakingOver(log, actor, None, keep_unclear=keep_unclear).record(list(report.files))
    finally:
        log.close()
    return recorded[-1][0].book if recorded else None


def _closing(proposals: Sequence[FileProposal]) -> str:
    count = sum(len(held.acts) for held in proposals)
    if not count:
        return _("There is nothing new to record.")
    entries = plural("^S records {count} entry.", "^S records {count} entries.", count)
    return entries.format(count=count)


def _lines(proposals: Sequence[FileProposal]) -> list[Line]:
    lines = []
    for held in proposals:
        document = held.file.document
        lines.append(
            Line(f"{Path(held.file.source.name).name}: {document.body or ''}, {day(document.date or '')}", "heading")
        )
        if held.skipped:
            lines.append(Line(f"  {held.skipped}"))
            continue
        items = plural("{count} item", "{count} items", len(document.items)).format(count=len(document.items))
        entries = plural("{count} entry", "{count} entries", len(held.acts)).format(count=len(held.acts))
        lines.append(Line(f"  {items}, {entries}"))
        said = [_(problem.message).format(**problem.details) for problem in held.problems]
        lines += [Line(f"  {text}") for text in said]
        lines += _notes(held)
    return lines


def _notes(held: FileProposal) -> list[Line]:
    document = held.file.document
    statements = [*document.statements, *(statement for item in document.items for statement in item.statements)]
    plain = [statement.text for statement in statements if not statement.facts]
    if not plain:
        return []
    kept = plural("{count} paragraph was kept as a note", "{count} paragraphs were kept as notes", len(plain))
    return [Line(f"  {kept.format(count=len(plain))}:"), *(Line(f"    {text}", "faint") for text in plain)]

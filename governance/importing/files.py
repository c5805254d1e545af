"""Files of minutes and agendas: which a text or a folder names, and what each of them says."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from events.errors import N_
from governance.documents.model import Document
from governance.documents.reading.reading import read_text
from governance.documents.reading.usage import Usage
from governance.importing.source import Source, SourceRefused, read_source
from governance.language import _

KINDS = (".txt", ".md", ".markdown")
"""How the names of files end that are taken from a folder."""


class FileRead(msgspec.Struct, frozen=True):
    """A file with what it says."""

    source: Source
    document: Document


def files_in(text: str) -> list[str]:
    """Return the files that a text names, one a line, each once: as pasted or dragged, in quotation marks or not; of a
    folder all that are text or Markdown, in the folders within it too.
    """
    names: dict[str, None] = {}
    for line in text.splitlines():
        bare = line.strip().strip("'\"").removeprefix("file://").replace("\\ ", " ")
        if bare:
            names.update(dict.fromkeys(_named(Path(bare).expanduser())))
    return list(names)


def _named(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield str(path)
        return
    yield from sorted(str(file) for file in path.rglob("*") if file.suffix.lower() in KINDS and file.is_file())


def read_files(names: list[str]) -> list[FileRead]:
    """Return what the files say, in the order of their dates. Raises SourceRefused where one cannot be taken over."""
    return sorted(map(read_file, names), key=lambda held: held.document.date or "")


def read_file(name: str) -> FileRead:
    """Return what a file says. Raises SourceRefused where it cannot be taken over."""
    source = read_source(name)
    document = read_text(source.text)
    _require_minutes(name, document)
    return FileRead(source, document)


def read_again(file: FileRead, usage: Usage) -> FileRead:
    """Return what a file says to somebody who knows what its council's minutes call things."""
    return FileRead(file.source, read_text(file.source.text, usage.labels)) if usage.labels else file


def _require_minutes(name: str, document: Document) -> None:
    fatal = next((problem for problem in document.problems if problem.code in ("second-document",)), None)
    if fatal is not None:
        raise SourceRefused(N_("{file}: {problem}"), file=name, problem=_(fatal.message).format(**fatal.details))
    if document.kind == "other":
        raise SourceRefused(
            N_(
                "{file} is neither minutes nor an agenda: no numbered items under a date and a council were found. Nothing was recorded."
            ),
            file=name,
        )
    if document.date is None:
        wrong = next((problem for problem in document.problems if problem.code == "no-such-day"), None)
        if wrong is not None:
            raise SourceRefused(N_("{file}: {problem}"), file=name, problem=_(wrong.message).format(**wrong.details))
        raise SourceRefused(
            N_(
                "{file} does not say on which day the meeting was. Write the date with its year at the top, e.g. 28. september 2022."
            ),
            file=name,
        )

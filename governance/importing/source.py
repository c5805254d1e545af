"""A file as text: checked before it is read, decoded, with the digest that stands in every entry taken from it."""

import unicodedata
from hashlib import sha256
from pathlib import Path

import msgspec

from events.errors import N_, ReferatError
from events.pipes import require_no_pipe
from events.sqlite.first_bytes import DATABASE, first_bytes
from events.system_faults import system_fault
from events.text import shown
from governance.documents.proof_foot import without_foot

LARGEST = 5_000_000
"""Bytes that a file of minutes may have. A full year of a municipal council is below one million."""

_OTHER_FORMATS = {
    b"PK\x03\x04": "Word, LibreOffice, ZIP",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Word 97-2003",
    b"{\\rtf": "RTF",
    b"SQLite format 3": "SQLite",
}
_CONTROLS = frozenset("\n\r\t\f\v")


class SourceRefused(ReferatError):
    """A file that cannot be taken over, and why."""

    exit_code = 3


class Source(msgspec.Struct, frozen=True):
    """The text of a file: its name as given (safe to print), the SHA-256 of its bytes (lower-case hex), and how it was encoded."""

    name: str
    sha256: str
    encoding: str
    text: str


def read_source(name: str) -> Source:
    """Return the file as text. Raises SourceRefused where it is missing, too large, binary, empty, or no known text."""
    path = Path(name)
    require_no_pipe(path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(name, size)
        if path.is_file() and first_bytes(path, len(DATABASE)) == DATABASE:
            return source_from(name, DATABASE)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(name, len(data))
    except FileNotFoundError:
        raise SourceRefused(N_("There is no file {file}."), file=name) from None
    except IsADirectoryError:
        raise SourceRefused(
            N_("{file} is a folder. Name the files in it, for instance {file}/*.txt."), file=name
        ) from None
    except OSError as problem:
        raise SourceRefused(N_("{file} cannot be read: {problem}."), file=name, problem=system_fault(problem)) from None
    return source_from(name, data)


def _too_large(name: str, size: int) -> SourceRefused:
    return SourceRefused(
        N_("{file} is too large: {size} MB. Minutes have {largest} MB at the most. Is it the right file?"),
        file=name,
        size=size // 1_000_000,
        largest=LARGEST // 1_000_000,
    )


def source_from(name: str, data: bytes) -> Source:
    """Return these bytes as a source. Raises SourceRefused as ``read_source``."""
    for start, format_name in _OTHER_FORMATS.items():
        if data.startswith(start):
            raise SourceRefused(
                N_("{file} is a file of another kind ({format}). Save it as plain text or Markdown and import that."),
                file=name,
                format=format_name,
            )
    encoding, text = _decoded(name, data)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip("\ufeff \t\n\f\v\u00a0"):
        raise SourceRefused(N_("{file} is empty."), file=name)
    return Source(shown(name), sha256(data).hexdigest(), encoding, without_foot(text))


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_like_text(text):
            return encoding.removesuffix("-sig"), text
        break
    raise SourceRefused(
        N_(
            "{file} is not text in UTF-8 or Windows-1252. Open it in the program that made it and save it as UTF-8 text."
        ),
        file=name,
    )


def _looks_like_text(text: str) -> bool:
    sample = text[:100_000]
    controls = sum(character < " " and character not in _CONTROLS for character in sample)
    odd = sum("\x80" <= character <= "\x9f" or character in "\ufffd¤¦¬¢¥×÷þÞÐð" for character in sample)
    return "\x00" not in sample and controls * 200 <= len(sample) and odd * 20 <= len(sample)

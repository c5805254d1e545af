"""The file of the index of a record's words: its tables."""

from pathlib import Path

from governance.rebuildable_file import RebuildableFile

INDEXED = ("held", "called")
"""The tables that hold words: ``held`` has every entry; ``called`` once more those few that give a person or body a name,
as who is meant by a word is asked for at every word.
"""

INDEX_FILE = RebuildableFile(
    ending="search",
    application_id=0x52656673,  # Refs
    form=2,
    making=(
        "CREATE TABLE books (id INTEGER PRIMARY KEY, book TEXT NOT NULL UNIQUE, upto INTEGER NOT NULL, body BLOB) STRICT",
        "CREATE TABLE known (book INTEGER NOT NULL, id TEXT NOT NULL, marks TEXT NOT NULL, PRIMARY KEY (book, id))"
        " STRICT, WITHOUT ROWID",
        "CREATE VIRTUAL TABLE held USING fts5(said, recorder, marks, detail=column, columnsize=0, prefix='1 2 3',"
        " tokenize='unicode61 remove_diacritics 0')",
        "CREATE VIRTUAL TABLE called USING fts5(said, detail=none, columnsize=0,"
        " tokenize='unicode61 remove_diacritics 0')",
        "INSERT INTO held (held, rank) VALUES ('crisismerge', 32)",
    ),
    # what is deleted is overwritten: a word that was erased is not to be read in the file
    pragmas=("secure_delete=ON", "temp_store=MEMORY", "synchronous=NORMAL", "trusted_schema=OFF"),
)


def index_path(record: Path) -> Path:
    """Return where the index of a record is kept."""
    return INDEX_FILE.path(record)

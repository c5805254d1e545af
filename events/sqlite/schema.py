"""The tables of a record file, and the triggers that keep a book append-only.

The body is what counts: the columns beside it are indexes and carry no meaning of their own.
"""

APPLICATION_ID = 0x52656665
"""Marks the file as a record of ours (``Refe``), in SQLite's header."""

FORMAT = 2
"""The file's format, in SQLite's ``user_version``. A program reads its own format and older ones.

Format 1 has no block roots; the first write brings a record up from it.
"""

ENTRIES = """\
CREATE TABLE entries (
  position INTEGER PRIMARY KEY,
  book TEXT NOT NULL,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  body BLOB NOT NULL,
  words BLOB NOT NULL,
  UNIQUE (book, number)
) STRICT"""

COMMANDS = """\
CREATE TABLE commands (
  book TEXT NOT NULL,
  command_id TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (book, command_id)
) STRICT, WITHOUT ROWID"""

BLOCK_ROOTS = """\
CREATE TABLE block_roots (
  book TEXT NOT NULL,
  block INTEGER NOT NULL,
  root BLOB NOT NULL,
  PRIMARY KEY (book, block)
) STRICT, WITHOUT ROWID"""
"""A cache of the roots over each 256 entries: block 0 is entries 1 to 256. Nobody believes it; it can be made anew."""

AMENDMENTS = """\
CREATE INDEX amendments ON entries (book, number) WHERE type IN ('EntryStruck', 'EntryCorrected')"""

NEXT_NUMBER_ONLY = """\
CREATE TRIGGER entries_next_number_only BEFORE INSERT ON entries
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entries WHERE book = NEW.book)
BEGIN SELECT RAISE(ABORT, 'not the next number'); END"""

NEVER_DELETED = """\
CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END"""

NEVER_CHANGED = """\
CREATE TRIGGER entries_never_changed BEFORE UPDATE OF position, book, number, type, body ON entries
BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END"""

WORDS_ONLY_ERASED = """\
CREATE TRIGGER entries_words_only_erased BEFORE UPDATE OF words ON entries
WHEN (SELECT count(*) FROM json_each(CAST(NEW.words AS TEXT)))
     IS NOT (SELECT count(*) FROM json_each(CAST(OLD.words AS TEXT)))
  OR EXISTS (
    SELECT 1 FROM json_each(CAST(NEW.words AS TEXT)) AS new
    LEFT JOIN json_each(CAST(OLD.words AS TEXT)) AS old ON old.key = new.key
    WHERE old.key IS NULL OR (new.type IS NOT 'null' AND new.value IS NOT old.value)
  )
BEGIN SELECT RAISE(ABORT, 'a word can only be erased'); END"""

COMMANDS_NEVER_CHANGED = """\
CREATE TRIGGER commands_never_changed BEFORE UPDATE ON commands
BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END"""

COMMANDS_NEVER_DELETED = """\
CREATE TRIGGER commands_never_deleted BEFORE DELETE ON commands
BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END"""

_FIRST_FORMAT = (
    ENTRIES,
    COMMANDS,
    AMENDMENTS,
    NEXT_NUMBER_ONLY,
    NEVER_DELETED,
    NEVER_CHANGED,
    WORDS_ONLY_ERASED,
    COMMANDS_NEVER_CHANGED,
    COMMANDS_NEVER_DELETED,
)

STATEMENTS = {1: _FIRST_FORMAT, 2: (*_FIRST_FORMAT, BLOCK_ROOTS)}
"""What each format's file is made of, word for word; a file that says anything else is not read."""

INSERT_ENTRY = "INSERT INTO entries (book, number, type, body, words) VALUES (?, ?, ?, ?, ?)"
INSERT_COMMAND = "INSERT INTO commands (book, command_id, first, last) VALUES (?, ?, ?, ?)"
INSERT_BLOCK_ROOT = "INSERT OR REPLACE INTO block_roots (book, block, root) VALUES (?, ?, ?)"

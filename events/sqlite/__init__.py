"""The embedded store: all books of a record in one SQLite file."""

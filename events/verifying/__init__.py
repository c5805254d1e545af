"""Verifying books, wherever they are stored: every entry, how the entries follow one another, the tree over them, and
what somebody kept of it outside the record.

Nothing that is read is believed, and whatever goes wrong while reading is a finding.
"""

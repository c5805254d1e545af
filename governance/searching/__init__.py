"""Searching every word of a record, by an index kept beside it.

The index is a convenience: it may be deleted at any time and is made anew, and what it finds is read from the record
and held against what was sought before anybody sees it.
"""

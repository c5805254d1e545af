"""Explaining: from any field of the state back to the entries that made it, and why it is so."""

"""The Danish of minutes: dates, times, names, and the set phrases, both to read and to write."""

DENMARK = "Europe/Copenhagen"
"""The time zone of the council."""

"""The Danish of minutes: dates, times, names, and the set phrases, both to read and to write."""

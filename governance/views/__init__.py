"""What follows from the state of a book on a day or over a time: pure functions that know no clock.

A view of a day takes the state as it was in force on that day; the day is always given.
"""

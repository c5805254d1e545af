"""Before and after a meeting: a new council, planning meetings, building an agenda, the minutes, what is to be followed up.

Pure functions of a fold, and plans for the book to carry out; the application asks them, and the command line may.
"""

"""Filling in a form for any event: what its fields are, how what is typed is read, what there is to choose from, and what
is recorded then. Nothing here knows a screen.
"""

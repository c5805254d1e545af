"""Thirty bodies of six kinds over twelve years: books as long and as varied as those of real councils.

Everything follows from a seed. All is recorded through the application, so that its rules have accepted it, and all is
regular: the checks find nothing in these books.
"""

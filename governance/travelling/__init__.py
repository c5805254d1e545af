"""Travelling through a book: what one screen shows at any entry, from few of the entries however long the book is."""

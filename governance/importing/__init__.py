"""Taking over minutes that exist: source -> lines -> reading -> proposal against the book -> entries."""

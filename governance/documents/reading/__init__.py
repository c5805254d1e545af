"""Reading a text as minutes or an agenda: lines -> head and items -> statements -> facts."""

"""What the entries of a book add up to: folded in place while nobody looks, published as a tree of typed structs."""

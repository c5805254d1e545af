"""What proves a book: the Merkle tree over its entries, signed checkpoints, and files that carry proofs.

A book's log is a Merkle tree of RFC 6962 (RFC 9162): leaf i is entry i + 1, and its data is the entry's body as it is
stored. The text formats are those of C2SP: signed-note, tlog-checkpoint v1.0.0, tlog-proof and tlog-cosignature.
Nothing in here reads a clock, a file or a store.
"""

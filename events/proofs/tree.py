"""The tree over one book: its checkpoint at any size, and proofs, with memory that does not grow with the book."""

from collections.abc import Iterator
from itertools import islice

from events.errors import N_
from events.log import Log
from events.proofs.checkpoints import Checkpoint, origin_of
from events.proofs.errors import ProofRefused
from events.proofs.merkle import (
    Frontier,
    consistency_proof,
    full_root,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)

BLOCK_LEVEL = 8
BLOCK = 1 << BLOCK_LEVEL
"""Entries in a block whose root a store keeps."""


class BookTree:
    """The Merkle tree over the entries of a book as they stand in a log.

    Proofs use the stored roots of full blocks of 256 entries where there are any; they are a cache that anyone with the
    file could have changed. A checkpoint, which is what gets signed and kept, is made from the entries alone, and a
    proof that does not lead to it is refused.
    """

    def __init__(self, log: Log, book: str) -> None:
        self._log = log
        self._book = book

    @property
    def origin(self) -> str:
        """The origin of the book's log. Raises ProofRefused for a book without entries."""
        for body, _ in self._log.read(self._book, upto=1):
            return origin_of(body)
        raise ProofRefused(N_("The book {book} has no entries."), book=self._book)

    def checkpoint(self, size: int | None = None) -> Checkpoint:
        """Return the checkpoint over the first ``size`` entries (all, where None), hashed from the entries themselves.

        Raises ProofRefused where the book has fewer entries (or none).
        """
        origin, size = self.origin, self._size(size)
        return Checkpoint(origin, size, self._hashed(0, size))

    def leaves(self, *, after: int = 0, upto: int | None = None) -> Iterator[bytes]:
        """Return the leaf hashes of the entries with ``after < number <= upto``, in order."""
        return (leaf_hash(body) for body, _ in self._log.read(self._book, after=after, upto=upto))

    def inclusion(self, number: int, size: int | None = None, root: bytes | None = None) -> list[bytes]:
        """Return the inclusion proof of entry ``number`` (from 1) in the first ``size`` entries.

        Where the ``root`` is given, the proof leads to it: kept roots that are wrong are not used. Raises ProofRefused
        where there is no such entry, the book has fewer entries, or they do not lead to the root.
        """
        size = self._size(size)
        if not 0 < number <= size:
            raise ProofRefused(
                N_("There is no entry {number} among the first {size} of {book}."),
                number=number,
                size=size,
                book=self._book,
            )
        proof = inclusion_proof(number - 1, size, self._kept)
        if root is None:
            return proof
        leaf = next(self.leaves(after=number - 1, upto=number))
        try:
            verify_inclusion(leaf, number - 1, size, proof, root)
        except ProofRefused:
            proof = inclusion_proof(number - 1, size, self._hashed)
            verify_inclusion(leaf, number - 1, size, proof, root)
        return proof

    def consistency(
        self, first: int, second: int | None = None, roots: tuple[bytes, bytes] | None = None
    ) -> list[bytes]:
        """Return the proof that the first ``first`` entries are the beginning of the first ``second``.

        Where the two ``roots`` are given, the proof leads to them, as in ``inclusion``. Raises ProofRefused where the
        book has fewer entries, ``first`` is 0 or greater than ``second``, or the entries do not lead to the roots.
        """
        second = self._size(second)
        if not 0 < first <= second:
            raise ProofRefused(
                N_("A log of {first} entries is no beginning of one of {second}."), first=first, second=second
            )
        proof = consistency_proof(first, second, self._kept)
        if roots is None:
            return proof
        try:
            verify_consistency(first, roots[0], second, roots[1], proof)
        except ProofRefused:
            proof = consistency_proof(first, second, self._hashed)
            verify_consistency(first, roots[0], second, roots[1], proof)
        return proof

    def _size(self, asked: int | None) -> int:
        head = self._log.head(self._book)
        size = head if asked is None else asked
        if not 0 < size <= head:
            raise ProofRefused(
                N_("The book {book} has {head} entries, not {size}."), book=self._book, head=head, size=size
            )
        return size

    def _hashed(self, start: int, end: int) -> bytes:
        """Return the root over leaves that begin at a multiple of a power of two no smaller than their number."""
        frontier, block = Frontier(), list[bytes]()
        for leaf in self.leaves(after=start, upto=end):
            block.append(leaf)
            if len(block) == BLOCK:
                frontier.add(full_root(block), BLOCK_LEVEL)
                block.clear()
        for leaf in block:
            frontier.add(leaf)
        return frontier.root()

    def _kept(self, start: int, end: int) -> bytes:
        """Return what ``_hashed`` does, with the kept roots of full blocks as far as there are any."""
        if end - start < BLOCK:
            return self._hashed(start, end)
        frontier, first = Frontier(), start // BLOCK
        for block, root in self._log.block_roots(self._book, first, end // BLOCK):
            if block != first:
                break
            frontier.add(root, BLOCK_LEVEL)
            first += 1
        rest = self.leaves(after=first * BLOCK, upto=end)
        while len(block_leaves := list(islice(rest, BLOCK))) == BLOCK:
            frontier.add(full_root(block_leaves), BLOCK_LEVEL)
        for leaf in block_leaves:
            frontier.add(leaf)
        return frontier.root()

"""The Merkle tree of RFC 6962 section 2.1 (RFC 9162 section 2.1): roots, and proofs made and verified.

Hashes are SHA-256, 32 bytes. An index counts leaves from 0. Nothing here holds a tree: who makes a proof is given a
function for the hashes of subtrees, so that a proof costs no more memory than that function does.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from events.errors import N_
from events.proofs.errors import ProofRefused

EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""

HASH_BYTES = 32

Subtree = Callable[[int, int], bytes]
"""Returns the root over the leaves with ``start <= index < end``."""


def leaf_hash(body: bytes) -> bytes:
    """Return the hash of a leaf: SHA-256(00 || body)."""
    return sha256(b"\x00" + body).digest()


def leaf_hashes(bodies: Iterable[bytes]) -> list[bytes]:
    """Return the hash of each leaf."""
    return [sha256(b"\x00" + body).digest() for body in bodies]


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node: SHA-256(01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The root of a tree that grows leaf by leaf: keeps the full subtrees at its right edge, at most one a level."""

    __slots__ = ("_peaks", "size")

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []

    def add(self, subtree: bytes, level: int = 0) -> None:
        """Add the root of a full subtree of ``2**level`` leaves; the size must be a multiple of that."""
        if self.size & ((1 << level) - 1):
            raise ValueError("a subtree can only be added where it is aligned")
        at = self.size >> level
        while at & 1:
            subtree = node_hash(self._peaks.pop(), subtree)
            at >>= 1
        self._peaks.append(subtree)
        self.size += 1 << level

    def root(self) -> bytes:
        """Return the root over all that was added."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def copy(self) -> "Frontier":
        """Return a frontier that grows on its own from here."""
        other = Frontier()
        other.size, other._peaks = self.size, list(self._peaks)
        return other


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over these leaf hashes."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.add(leaf)
    return frontier.root()


def full_root(hashes: Sequence[bytes]) -> bytes:
    """Return the root over ``2**n`` hashes of one level, the fast way."""
    level = list(hashes)
    while len(level) > 1:
        pairs = iter(level)
        level = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
    return level[0]


def inclusion_proof(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """Return the hashes that lead from leaf ``index`` to the root over ``size`` leaves (RFC 6962 section 2.1.1).

    Raises ValueError where there is no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} among {size}")
    siblings, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            siblings.append((middle, end))
            end = middle
        else:
            siblings.append((start, middle))
            start = middle
    return [subtree(*sibling) for sibling in reversed(siblings)]


def consistency_proof(first: int, second: int, subtree: Subtree) -> list[bytes]:
    """Return the hashes that show the tree of ``first`` leaves to be a prefix of that of ``second`` (section 2.1.2).

    The proof is empty where the sizes are equal. Raises ValueError unless ``0 < first <= second``.
    """
    if not 0 < first <= second:
        raise ValueError(f"{first} leaves are no beginning of {second}")
    siblings, start, end, whole = [], 0, second, True
    while first != end:
        middle = start + _split(end - start)
        if first <= middle:
            siblings.append((middle, end))
            end = middle
        else:
            siblings.append((start, middle))
            start, whole = middle, False
    if not whole:
        siblings.append((start, end))
    return [subtree(*sibling) for sibling in reversed(siblings)]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Check that ``leaf`` (a leaf hash) is leaf ``index`` of the tree of ``size`` leaves with this root.

    The check is that of RFC 9162 section 2.1.3.2. Raises ProofRefused where the proof does not show it.
    """
    _require_hashes(leaf, root, *proof)
    if not 0 <= index < size:
        raise ProofRefused(
            N_("There is no entry {number} among the {size} of the checkpoint."), number=index + 1, size=size
        )
    node, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise _too_long()
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise _too_short()
    if found != root:
        raise ProofRefused(
            N_("The proof does not lead to the root of the checkpoint: this is not the entry that stands there.")
        )


def verify_consistency(first: int, first_root: bytes, second: int, second_root: bytes, proof: Sequence[bytes]) -> None:
    """Check that the tree of ``first`` leaves with its root is a prefix of the tree of ``second`` leaves with its root.

    The check is that of RFC 9162 section 2.1.4.2. An empty tree proves nothing and is refused. Raises ProofRefused.
    """
    if not 0 < first <= second:
        raise ProofRefused(
            N_("A log of {first} entries is no beginning of one of {second}."), first=first, second=second
        )
    if first == second:
        if proof:
            raise _too_long()
        if first_root != second_root:
            raise ProofRefused(N_("Two checkpoints of {size} entries have different roots."), size=first)
        return
    _require_hashes(first_root, second_root, *proof)
    hashes = list(proof) if first & (first - 1) else [first_root, *proof]
    if not hashes:
        raise _too_short()
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            raise _too_long()
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise _too_short()
    if old != first_root or new != second_root:
        raise ProofRefused(
            N_("The log of {first} entries is not a beginning of that of {second}: an entry was changed."),
            first=first,
            second=second,
        )


def _split(size: int) -> int:
    """Return the largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)


def _require_hashes(*hashes: bytes) -> None:
    if any(len(value) != HASH_BYTES for value in hashes):
        raise ProofRefused(N_("A hash of the proof does not have 32 bytes."))


def _too_short() -> ProofRefused:
    return ProofRefused(N_("The proof has too few hashes."))


def _too_long() -> ProofRefused:
    return ProofRefused(N_("The proof has too many hashes."))

"""The tree: known roots, proofs made and verified, and proofs that somebody changed."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.proofs.errors import ProofRefused
from events.proofs.merkle import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    full_root,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)

LEAVES = [leaf_hash(bytes([n % 256, n // 256])) for n in range(300)]

KNOWN = [bytes.fromhex(text) for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
KNOWN.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
"""The roots over the well-known leaves of Certificate Transparency's tests."""


def subtree(start: int, end: int) -> bytes:
    return root_of(LEAVES[start:end])


def by_definition(leaves: Sequence[bytes]) -> bytes:
    """The root as RFC 6962 section 2.1 defines it."""
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY_ROOT
    middle = 1
    while middle * 2 < len(leaves):
        middle *= 2
    return node_hash(by_definition(leaves[:middle]), by_definition(leaves[middle:]))


def refused(check: Callable[[], None]) -> bool:
    try:
        check()
    except ProofRefused:
        return True
    return False


@pytest.mark.parametrize("size", ROOTS)
def test_known_roots(size: int) -> None:
    assert root_of(map(leaf_hash, KNOWN[:size])).hex() == ROOTS[size]


def test_the_empty_tree() -> None:
    assert root_of([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_every_way_to_a_root_is_the_definition() -> None:
    for size in range(300):
        assert root_of(LEAVES[:size]) == by_definition(LEAVES[:size])
    assert full_root(LEAVES[:256]) == by_definition(LEAVES[:256])


@given(st.integers(0, 300), st.integers(0, 8))
def test_full_subtrees_make_the_same_root_as_their_leaves(size: int, level: int) -> None:
    frontier, step = Frontier(), 1 << level
    while frontier.size + step <= size:
        frontier.add(full_root(LEAVES[frontier.size : frontier.size + step]), level)
    for leaf in LEAVES[frontier.size : size]:
        frontier.add(leaf)
    assert frontier.root() == by_definition(LEAVES[:size])


def test_a_subtree_that_is_not_aligned_is_refused() -> None:
    frontier = Frontier()
    frontier.add(LEAVES[0])
    with pytest.raises(ValueError, match="aligned"):
        frontier.add(LEAVES[1], 1)


def test_all_proofs_of_all_small_trees_hold() -> None:
    for size in range(1, 40):
        root = subtree(0, size)
        for index in range(size):
            verify_inclusion(LEAVES[index], index, size, inclusion_proof(index, size, subtree), root)
        for first in range(1, size + 1):
            verify_consistency(first, subtree(0, first), size, root, consistency_proof(first, size, subtree))


@given(st.data())
def test_a_changed_inclusion_proof_is_refused(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300))
    index = data.draw(st.integers(0, size - 1))
    leaf, proof, root = LEAVES[index], inclusion_proof(index, size, subtree), subtree(0, size)
    place = data.draw(st.integers(0, len(proof) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    flipped = [*proof]
    flipped[place] = bytes([proof[place][0] ^ bit]) + proof[place][1:]
    for changed in (flipped, proof[:-1], [*proof, root], proof[1:], [root, *proof]):
        assert refused(lambda held=changed: verify_inclusion(leaf, index, size, held, root))  # type: ignore[misc]
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index))
    assert refused(lambda: verify_inclusion(leaf, other, size, proof, root))
    assert refused(lambda: verify_inclusion(LEAVES[other], index, size, proof, root))
    assert refused(lambda: verify_inclusion(leaf, index, size, proof, leaf))


@given(st.data())
def test_a_changed_consistency_proof_is_refused(data: st.DataObject) -> None:
    second = data.draw(st.integers(2, 300))
    first = data.draw(st.integers(1, second - 1))
    old, new = subtree(0, first), subtree(0, second)
    proof = consistency_proof(first, second, subtree)
    place = data.draw(st.integers(0, len(proof) - 1))
    flipped = [*proof]
    flipped[place] = proof[place][:31] + bytes([proof[place][31] ^ 1])
    for changed in (flipped, proof[:-1], [*proof, new], [old, *proof]):
        assert refused(lambda held=changed: verify_consistency(first, old, second, new, held))  # type: ignore[misc]
    assert refused(lambda: verify_consistency(first, new, second, old, proof))
    assert refused(lambda: verify_consistency(first, leaf_hash(b""), second, new, proof))


@pytest.mark.parametrize(("first", "second"), [(0, 0), (0, 1), (2, 1)])
def test_nothing_is_proved_of_an_empty_or_longer_beginning(first: int, second: int) -> None:
    assert refused(lambda: verify_consistency(first, EMPTY_ROOT, second, EMPTY_ROOT, []))
    with pytest.raises(ValueError, match="no beginning"):
        consistency_proof(first, second, subtree)


def test_there_is_no_proof_of_a_leaf_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="no leaf 3"):
        inclusion_proof(3, 3, subtree)

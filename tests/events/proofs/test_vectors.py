"""Proofs against the test data of the Go implementation of RFC 6962, where it lies beside the repository."""

import json
from base64 import b64decode
from typing import Any

import pytest

from events.proofs.errors import ProofRefused
from events.proofs.merkle import verify_consistency, verify_inclusion
from tests.conftest import ROOT

VECTORS = ROOT.parent / "shared" / "vectors" / "rfc6962" / "testdata"
CASES = sorted(VECTORS.rglob("*.json"))


def holds(case: dict[str, Any]) -> bool:
    proof = [b64decode(line) for line in case["proof"] or []]
    hashes = {name: b64decode(case[name] or "") for name in ("root", "leafHash", "root1", "root2") if name in case}
    try:
        if "leafIdx" in case:
            verify_inclusion(hashes["leafHash"], case["leafIdx"], case["treeSize"], proof, hashes["root"])
        else:
            verify_consistency(case["size1"], hashes["root1"], case["size2"], hashes["root2"], proof)
    except ProofRefused:
        return False
    return True


@pytest.mark.skipif(not CASES, reason="the RFC 6962 vectors are not in ../shared/vectors")
def test_all_of_the_vectors() -> None:
    cases = [json.loads(path.read_text()) for path in CASES]
    assert len(cases) == 196
    assert sum(case["wantErr"] for case in cases) == 184
    wrong = [path.name for path, case in zip(CASES, cases, strict=True) if holds(case) == case["wantErr"]]
    assert not wrong

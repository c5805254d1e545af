"""Signed notes, checkpoints and files with proofs: the examples of the specifications, and files that are none."""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from events.errors import ReferatError
from events.proofs.checkpoints import (
    Checkpoint,
    cosign_checkpoint,
    origin_of,
    read_checkpoint,
    sign_checkpoint,
    unsigned,
)
from events.proofs.errors import NoteRefused, ProofRefused
from events.proofs.leaf_lists import read_kept
from events.proofs.merkle import leaf_hash
from events.proofs.notes import (
    COSIGNATURE_KIND,
    MOST_SIGNATURES,
    Verifier,
    read_note,
    read_vkey,
    require_name,
    signed,
    verified_signatures,
)
from events.proofs.proof_files import (
    ConsistencyProof,
    InclusionProof,
    read_consistency_proof,
    read_inclusion_proof,
)

NEUMANN = """\
If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
"""
NEUMANN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
"""A note and its key that Go's package for notes is documented with."""

QUASIMODO = """\
Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
"""
"""The example of signed-note: its text holds an empty line."""

SOFA = """\
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""
"""The example of tlog-checkpoint and tlog-cosignature; the cosignature's time is 1679315147."""

FANCY = """\
c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJwAAAAA=
— witness1.example mJIrIgAAAAA=
"""
"""The example of tlog-proof, with something in the place of what it leaves out."""

CHECKPOINT = Checkpoint("referat/abcdefgh23456723", 40, leaf_hash(b"40"))
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
WITNESS = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
WITNESS_PUBLIC = WITNESS.public_key().public_bytes_raw()


def test_a_note_that_another_program_signed_verifies() -> None:
    (verified,) = verified_signatures(read_note(NEUMANN.encode()), [read_vkey(NEUMANN_KEY)])
    assert verified.verifier.vkey == NEUMANN_KEY
    assert verified.time is None


def test_a_key_signs_as_another_program_does() -> None:
    """Ed25519 signs the same text to the same bytes everywhere (RFC 8032)."""
    note = read_note(NEUMANN.encode())
    assert signed(note.text, "PeterNeumann", PUBLIC, KEY.sign) == signed(note.text, "PeterNeumann", PUBLIC, KEY.sign)
    assert note.with_signature(note.signatures[0]) == note


@pytest.mark.parametrize("text", [NEUMANN, QUASIMODO, SOFA])
def test_the_examples_are_read_and_written_byte_for_byte(text: str) -> None:
    assert read_note(text.encode()).written() == text.encode()


def test_the_example_of_a_checkpoint() -> None:
    held = read_checkpoint(SOFA.encode())
    assert held.checkpoint.origin == "example.com/behind-the-sofa"
    assert held.checkpoint.size == 20_852_163
    assert held.checkpoint.root.hex() == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"
    assert held.checkpoint.text == SOFA.split("\n\n")[0] + "\n"
    assert int.from_bytes(held.note.signatures[1].value[:8], "big") == 1_679_315_147
    assert len(held.note.signatures[1].value) == 72


def test_the_example_of_a_proof() -> None:
    held = read_inclusion_proof(FANCY.encode())
    assert (held.index, len(held.hashes), held.extra) == (73_894, 5, b"age-v1.2.1-darwin-arm64.tar.gz")
    assert held.checkpoint.checkpoint.origin == "example.com/fancylog"
    assert held.written() == FANCY.encode()


def test_a_checkpoint_copied_from_paper_is_the_same() -> None:
    for copied in (
        CHECKPOINT.text,
        CHECKPOINT.text.replace("\n", "\r\n"),
        f"\n {CHECKPOINT.text}\n\n".replace("\n", " \n"),
    ):
        assert read_checkpoint(copied.strip(" ").encode()).checkpoint == CHECKPOINT
    assert unsigned(CHECKPOINT).written() == CHECKPOINT.text.encode()


def test_signatures_and_cosignatures_hold_and_tell_their_time() -> None:
    once = sign_checkpoint(CHECKPOINT, CHECKPOINT.origin, PUBLIC, KEY.sign)
    both = cosign_checkpoint(once, "revisor", WITNESS_PUBLIC, WITNESS.sign, 1_790_000_000)
    log, witness = Verifier(CHECKPOINT.origin, PUBLIC), Verifier("revisor", WITNESS_PUBLIC, COSIGNATURE_KIND)
    again = read_checkpoint(both.written())
    assert again == both
    assert [(found.verifier, found.time) for found in again.verified([log, witness])] == [
        (log, None),
        (witness, 1_790_000_000),
    ]
    assert cosign_checkpoint(both, "revisor", WITNESS_PUBLIC, WITNESS.sign, 1_790_000_001) != both
    assert len(cosign_checkpoint(both, "revisor", WITNESS_PUBLIC, WITNESS.sign, 1_790_000_001).note.signatures) == 2
    assert read_vkey(log.vkey) == log
    assert read_vkey(witness.vkey) == witness


def test_a_signature_of_a_known_key_that_does_not_hold_spoils_the_note() -> None:
    once = sign_checkpoint(CHECKPOINT, "log", PUBLIC, KEY.sign)
    other = Checkpoint(CHECKPOINT.origin, 41, CHECKPOINT.root)
    moved = once.written().replace(CHECKPOINT.text.encode(), other.text.encode())
    with pytest.raises(NoteRefused, match="does not hold"):
        read_checkpoint(moved).verified([Verifier("log", PUBLIC)])
    with pytest.raises(NoteRefused, match="None of the known keys"):
        once.verified([Verifier("log", WITNESS_PUBLIC), Verifier("other", PUBLIC)])
    with pytest.raises(NoteRefused, match="None of the known keys"):
        unsigned(CHECKPOINT).verified([Verifier("log", PUBLIC)])


def test_a_cosignature_is_no_signature_and_its_time_is_signed() -> None:
    both = cosign_checkpoint(unsigned(CHECKPOINT), "revisor", WITNESS_PUBLIC, WITNESS.sign, 1_790_000_000)
    with pytest.raises(NoteRefused):
        both.verified([Verifier("revisor", WITNESS_PUBLIC)])
    signature = both.note.signatures[0]
    later = (1_790_000_001).to_bytes(8, "big") + signature.value[8:]
    moved = both.with_signature(type(signature)(signature.name, signature.key_id, later))
    with pytest.raises(NoteRefused, match="does not hold"):
        moved.verified([Verifier("revisor", WITNESS_PUBLIC, COSIGNATURE_KIND)])


def test_all_members_of_a_large_council_may_sign() -> None:
    held = unsigned(CHECKPOINT)
    for number in range(55):
        held = held.with_signature(signed(CHECKPOINT.text, f"medlem-{number}", PUBLIC, KEY.sign))
    verifiers = [Verifier(f"medlem-{number}", PUBLIC) for number in range(55)]
    assert len(read_checkpoint(held.written()).verified(verifiers)) == 55


LINE = SOFA.split("\n")[4]

BAD_NOTES = {
    "empty": "",
    "no signatures": "tekst\n",
    "no text": f"\n\n{LINE}\n",
    "no empty line": f"tekst\n{LINE}\n",
    "no line feed at the end": f"tekst\n\n{LINE}",
    "hyphen for dash": f"tekst\n\n{LINE}\n".replace("—", "-"),
    "no signature": "tekst\n\n— navn\n",
    "too short": "tekst\n\n— navn AAAA\n",
    "no base64": "tekst\n\n— navn AAAAAAA!\n",
    "base64 with spare bits": "tekst\n\n— navn AAAAAAB=\n",
    "base64url": "tekst\n\n— navn AAAA__--AAAA\n",
    "without padding": "tekst\n\n— navn AAAAAAA\n",
    "name with plus": "tekst\n\n— na+vn AAAAAAAA\n",
    "two spaces": "tekst\n\n—  AAAAAAAA\n",
    "odd space in name": "tekst\n\n— na\u2003vn AAAAAAAA\n",
    "empty line after": f"tekst\n\n{LINE}\n\n",
    "carriage return": f"tekst\r\n\n{LINE}\n",
    "tab": f"te\tkst\n\n{LINE}\n",
    "escape": f"te\x1b]52;c;AAAA\x07kst\n\n{LINE}\n",
    "too many": "tekst\n\n" + f"{LINE}\n" * (MOST_SIGNATURES + 1),
}


@pytest.mark.parametrize("text", BAD_NOTES.values(), ids=BAD_NOTES)
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused):
        read_note(text.encode())


def test_bytes_that_are_no_text_and_notes_without_end_are_refused() -> None:
    for data in (b"\xff\n\n" + LINE.encode() + b"\n", b"x" * 200_000 + NEUMANN.encode()):
        with pytest.raises(NoteRefused):
            read_note(data)


BAD_CHECKPOINTS = {
    "two lines": "referat/x\n4\n",
    "four lines": CHECKPOINT.text + "extension\n",
    "no origin": "\n" + CHECKPOINT.text.split("\n", 1)[1],
    "zero before size": CHECKPOINT.text.replace("\n40", "\n040"),
    "sign": CHECKPOINT.text.replace("\n40", "\n+40"),
    "other digits": CHECKPOINT.text.replace("\n40", "\n٤٠"),
    "huge": CHECKPOINT.text.replace("\n40", "\n" + "4" * 5000),
    "short root": "referat/x\n4\nAAAA\n",
    "no root": "referat/x\n4\n\n",
}


@pytest.mark.parametrize("text", BAD_CHECKPOINTS.values(), ids=BAD_CHECKPOINTS)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    for whole in (text, f"{text}\n{LINE}\n"):
        with pytest.raises(NoteRefused):
            read_checkpoint(whole.encode())


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\nb", "\t"])
def test_names_of_keys_that_a_note_cannot_hold(name: str) -> None:
    with pytest.raises(NoteRefused):
        require_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "navn",
        "navn+1a2b3c4d",
        NEUMANN_KEY[:-4],
        NEUMANN_KEY.replace("c74f", "c74e"),
        NEUMANN_KEY.replace("AR", "Af"),
    ],
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(NoteRefused):
        read_vkey(text)


PROOF = InclusionProof(7, (leaf_hash(b"1"), leaf_hash(b"2")), unsigned(CHECKPOINT), b'{"body":{},"words":{}}')
GROWTH = ConsistencyProof(7, (leaf_hash(b"1"), leaf_hash(b"2")), unsigned(CHECKPOINT))


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text + b"\n",
        lambda text: text + b"\n \n\n",
        lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n") + b"\r\n\r\n",
        lambda text: text[:-1],
    ],
)
def test_three_lines_are_read_however_an_editor_saved_them(typed: Callable[[bytes], bytes]) -> None:
    assert read_checkpoint(typed(CHECKPOINT.text.encode())) == unsigned(CHECKPOINT)


@pytest.mark.parametrize(
    "change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data], ids=["crlf", "bom"]
)
def test_a_signed_one_stays_exact_and_what_happened_is_said(change: Callable[[bytes], bytes]) -> None:
    signed = sign_checkpoint(CHECKPOINT, "log", PUBLIC, KEY.sign).written()
    with pytest.raises(NoteRefused, match="changed on the way"):
        read_checkpoint(change(signed))
    with pytest.raises(NoteRefused):
        read_checkpoint(signed + b"\n")


def test_proofs_are_read_as_they_are_written() -> None:
    assert read_inclusion_proof(PROOF.written()) == PROOF
    assert read_consistency_proof(GROWTH.written()) == GROWTH
    empty = InclusionProof(0, (), unsigned(CHECKPOINT))
    assert read_inclusion_proof(empty.written()) == empty


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"@v1", b"@v2"),
        lambda data: data.replace(b"index 7", b"index 07"),
        lambda data: data.replace(b"index 7", b"index -7"),
        lambda data: data.replace(b"index 7\n", b""),
        lambda data: data.replace(b"extra ", b"extra  "),
        lambda data: data.replace(b"extra ", b"Extra "),
        lambda data: data.replace(b"=\n\n", b"=\nAAAA\n\n"),
        lambda data: data.replace(b"=\n\n", b"=\n" + PROOF.written().split(b"\n")[3] * 70 + b"\n\n"),
        lambda data: data.replace(b"\n\n", b"\n"),
        lambda data: data.partition(b"\n\n")[0],
        lambda data: data + b"\n" * 5_000_000,
        lambda data: b"",
    ],
)
def test_what_is_no_proof_is_refused(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ProofRefused):
        read_inclusion_proof(change(PROOF.written()))


@given(st.binary(max_size=300))
def test_no_bytes_bring_the_readers_down(data: bytes) -> None:
    for read in (read_note, read_checkpoint, read_inclusion_proof, read_consistency_proof):
        for whole in (data, PROOF.written() + data, data + PROOF.written(), SOFA.encode() + data):
            try:
                read(whole)
            except ReferatError as problem:
                assert str(problem)  # noqa: PT017  # what is refused is refused in words


@given(st.integers(0, 10_000), st.integers(0, 7))
def test_a_proof_with_a_bit_flipped_is_another_or_none(place: int, bit: int) -> None:
    proof = InclusionProof(7, PROOF.hashes, sign_checkpoint(CHECKPOINT, "log", PUBLIC, KEY.sign), PROOF.extra)
    written = bytearray(proof.written())
    written[place % len(written)] ^= 1 << bit
    try:
        assert read_inclusion_proof(bytes(written)) != proof
    except ReferatError as problem:
        assert str(problem)  # noqa: PT017


def test_the_origin_names_the_book_by_its_first_entry() -> None:
    origin = origin_of(b'{"book":"bog"}')
    assert origin.startswith("referat/")
    assert len(origin) == 24
    assert origin != origin_of(b'{"book":"bok"}')
    assert require_name(origin) == origin


def test_a_kept_file_that_is_none(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "kept.txt"
    for data in (b"", b"referat/leaves@v1\n", b"referat/leaves@v1\nAAAA\n\n" + SOFA.encode(), b"x" * 200_000):
        file.write_bytes(data)
        with pytest.raises(NoteRefused):
            read_kept(file)
    with pytest.raises(ReferatError):
        read_kept(tmp_path)
    with pytest.raises(ReferatError):
        read_kept(tmp_path / "none")

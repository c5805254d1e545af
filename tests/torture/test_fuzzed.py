"""Nonsense and things bent slightly wrong: minutes, notes, proofs and JSON are read or refused, and never crash."""

import io
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from events.border import event_from
from events.catalogue import EVENT_TYPES, AnyEvent
from events.errors import ReferatError
from events.jsonlines import read as read_lines
from events.jsonlines import written
from events.log import Log
from events.proofs.checkpoints import read_checkpoint, sign_checkpoint, unsigned
from events.proofs.leaf_lists import read_kept
from events.proofs.notes import read_note, read_vkey
from events.proofs.proof_files import read_consistency_proof, read_inclusion_proof
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog
from events.text import shown
from governance.book import Book
from governance.commandline.recording import fields_from
from governance.documents.reading.reading import read_text
from governance.importing.source import source_from
from governance.rules.act import Act
from tests.conftest import ROOT
from tests.each import BOOKS
from tests.torture.seeds import SEED, Tell

SAMPLES = [path.read_bytes() for path in sorted((ROOT / "governance" / "samples").glob("*.md"))]
MOST_SECONDS = 20.0
MOST_MEMORY = 1_500_000
"""Kilobytes that the process may have grown to in all."""

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def read_minutes(data: bytes) -> None:
    read_text(source_from("fil", data).text)


def read_json_lines(data: bytes) -> None:
    for _ in read_lines(data.splitlines(keepends=True)):
        pass


def read_event(data: bytes) -> None:
    chosen = sorted(EVENT_TYPES)[data[0] % len(EVENT_TYPES)] if data else "NoteWritten"
    event_from(chosen, fields_from(data[1:].decode("utf-8", "surrogateescape")))


def read_key(data: bytes) -> None:
    read_vkey(data.decode("utf-8", "replace"))


READERS: dict[str, Callable[[bytes], object]] = {
    "minutes": read_minutes,
    "notes": read_note,
    "checkpoints": read_checkpoint,
    "keys": read_key,
    "proofs of entries": read_inclusion_proof,
    "proofs of growth": read_consistency_proof,
    "JSON Lines": read_json_lines,
    "events": read_event,
}


def event_data(event: AnyEvent) -> bytes:
    """Return an event as ``read_event`` takes it."""
    fields = msgspec.to_builtins(event, str_keys=True)
    name = fields.pop("type")
    return bytes([sorted(EVENT_TYPES).index(name)]) + orjson.dumps(fields)


def seeds_for(log: Log) -> dict[str, list[bytes]]:
    """Return sound examples for each reader."""
    tree = BookTree(log, "bog")
    note = unsigned(tree.checkpoint()).written()
    lines = b"".join(written(body, words) for body, words in log.read("bog"))
    signed = sign_checkpoint(tree.checkpoint(), "bog", KEY.public_key().public_bytes_raw(), KEY.sign).written()
    proof = b"c2sp.org/tlog-proof@v1\nindex 1\n" + b"A" * 43 + b"=\n\n" + note
    growth = b"old 2\n" + b"A" * 43 + b"=\n\n" + note
    return {
        "minutes": SAMPLES,
        "notes": [signed],
        "checkpoints": [note, signed],
        "keys": [b"sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"],
        "proofs of entries": [proof],
        "proofs of growth": [growth],
        "JSON Lines": [lines],
        "events": [event_data(event) for acts in BOOKS.values() for event, _ in acts],
    }


@pytest.fixture(autouse=True)
def _nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is bent may come out as "-", by which an event's data is read from there."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bytes]]:
    log = SqliteLog(tmp_path_factory.mktemp("fuzz") / "protokol.referat")
    book = Book(log, "bog", actor="Alice")
    for event, _ in BOOKS["foundation"][:8]:
        book.record(Act(event=event))
    found = seeds_for(log)
    log.close()
    return found


def bent(chance: random.Random, data: bytes) -> bytes:
    """Return data with a few bytes changed, dropped, doubled, or exchanged for something dangerous."""
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(held) + 1)
        length = chance.choice((1, 1, 4, 40, 400))
        kind = chance.randrange(5)
        if kind == 0:
            held[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del held[at : at + length]
        elif kind == 2:
            held[at:at] = held[at : at + length] * chance.choice((1, 2, 30))
        elif kind == 3:
            held[at:at] = chance.choice(DANGEROUS)
        else:
            other = chance.randrange(len(held) + 1)
            held[at:at] = held[other : other + length]
    return bytes(held[:1_000_000])


DANGEROUS = (
    b"\x00",
    b"\xff\xfe",
    "\u202e\u2066\u0085\u2028".encode(),
    b"\x1b]52;c;eA==\x07",
    b"9" * 400,
    b"-1",
    b"\n\n",
    "\n\u2014 x A\n".encode(),
    b"[" * 500,
    b'{"a":' * 300,
    b"=" * 50,
    b"1. " * 100,
)


def refusal_of(read: Callable[..., object], *data: bytes) -> str | None:
    """Return in which words something is refused, None where it is read. Anything else that is raised is a crash."""
    try:
        read(*data)
    except ReferatError as refusal:
        said = shown(str(refusal))
        return said if len(said) < 20_000 else ""
    return None


def feed(name: str, examples: list[bytes], times: int, seed: int) -> dict[str, object]:
    """Feed a reader with bent examples; it may refuse them in words, and nothing else."""
    chance, refused, longest = random.Random(f"{name} {seed}"), 0, 0.0
    for _ in range(times):
        data = bent(chance, chance.choice(examples))
        begun = time.monotonic()
        refused += refusal_of(READERS[name], data) is not None
        longest = max(longest, time.monotonic() - begun)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert longest < MOST_SECONDS
    assert grown < MOST_MEMORY
    return {"fed": times, "refused": refused, "longest_s": round(longest, 2), "memory_MB": grown // 1000}


@pytest.mark.parametrize("name", READERS)
def test_what_is_bent_is_read_as_long_as_it_is_whole(name: str, examples: dict[str, list[bytes]]) -> None:
    assert [refusal_of(READERS[name], example) for example in examples[name]] == [None] * len(examples[name])


@pytest.mark.parametrize("name", READERS)
def test_bent_a_little(name: str, examples: dict[str, list[bytes]]) -> None:
    feed(name, examples[name], 8 if name == "minutes" else 150, SEED)


@pytest.mark.torture
@pytest.mark.parametrize("name", READERS)
def test_bent_often(name: str, examples: dict[str, list[bytes]], tell: Tell) -> None:
    times = {"minutes": 1_500, "JSON Lines": 20_000}.get(name, 60_000)
    tell(f"fuzzed {name}", SEED, **feed(name, examples[name], times, SEED))


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(READERS)),
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes_at_all(name: str, data: bytes) -> None:
    assert refusal_of(READERS[name], data) != ""


@settings(max_examples=200)
@given(st.sampled_from(sorted(EVENT_TYPES)), st.dictionaries(st.text(max_size=8), JSON, max_size=4), st.data())
def test_any_json_for_an_event(name: str, fields: dict[str, object], data: st.DataObject) -> None:
    known = EVENT_TYPES[name].__struct_fields__
    if known:
        fields |= data.draw(st.dictionaries(st.sampled_from(known), JSON, max_size=4))
    assert refusal_of(lambda: event_from(name, fields)) != ""


def test_an_auditor_s_file_of_any_bytes(tmp_path: Path, examples: dict[str, list[bytes]]) -> None:
    chance = random.Random(SEED)
    sound = b"referat/leaves@v1\n" + b"A" * 43 + b"=\n\n" + examples["notes"][0]
    for _ in range(100):
        (tmp_path / "fil").write_bytes(bent(chance, sound))
        assert refusal_of(lambda: list(read_kept(tmp_path / "fil").leaves() or ())) != ""

"""What a time stamp proves for a checkpoint: one time, under one certificate, and nothing where a byte was changed."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from events.proofs.checkpoints import Checkpoint
from events.proofs.outside_time import (
    TokenRefused,
    certificates_in,
    has_run_out,
    proved_time,
    request_for,
    require_answer,
)
from events.proofs.token_order import with_certificates_in_order
from tests.time_service import TimeService, made_service

MADE = Checkpoint("referat/aaaaaaaaaaaaaaaa", 97, bytes(range(32)))
GROWN = Checkpoint("referat/aaaaaaaaaaaaaaaa", 98, bytes(range(32)))


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> TimeService:
    return made_service(tmp_path_factory.mktemp("service"))


def test_a_time_of_the_service_whose_certificate_is_trusted(service: TimeService) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    for way in ("good", "chain"):
        request = request_for(MADE)
        answer = service.answer(request.as_bytes(), way)
        require_answer(answer, request, MADE)
        time = proved_time(answer, MADE, certificates_in(service.root.read_bytes()))
        assert (time.service, time.accuracy) == ("Tidstjenesten", 1.5)
        assert before <= datetime.fromisoformat(time.moment) <= datetime.now(UTC)


def test_certificates_are_read_as_pem_and_as_der(service: TimeService) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    (root,) = certificates_in(service.root.read_bytes())
    assert certificates_in(root.public_bytes(Encoding.DER)) == (root,)
    for data in (b"", b"-----BEGIN CERTIFICATE-----\n", b"ingen", b"-----BEGIN PRIVATE KEY-----\n"):
        with pytest.raises(TokenRefused, match="PEM or DER"):
            certificates_in(data)


@pytest.mark.parametrize(
    ("way", "root", "says"),
    [
        ("good", "other.pem", "not signed by"),
        ("past", "root.pem", "was good from"),
        ("stranger", "root.pem", "not signed"),
    ],
)
def test_of_nobody_who_is_trusted(service: TimeService, way: str, root: str, says: str) -> None:
    answer = service.answer(request_for(MADE).as_bytes(), way)
    with pytest.raises(TokenRefused, match=says):
        proved_time(answer, MADE, certificates_in((service.folder / root).read_bytes()))


def test_of_something_else(service: TimeService) -> None:
    request = request_for(MADE)
    answer, root = service.answer(request.as_bytes()), certificates_in(service.root.read_bytes())
    with pytest.raises(TokenRefused, match="do not belong together"):
        proved_time(answer, GROWN, root)
    with pytest.raises(TokenRefused, match="another question"):
        require_answer(answer, request_for(MADE), MADE)
    with pytest.raises(TokenRefused, match="refused"):
        require_answer(service.answer(request.as_bytes(), "picky"), request, MADE)


def test_whatever_is_changed_in_it_no_other_time_is_proved(service: TimeService) -> None:
    root = certificates_in(service.root.read_bytes())
    answer = service.answer(request_for(MADE).as_bytes(), "chain")
    true, chance, refused = proved_time(answer, MADE, root), random.Random(3161), 0
    for place in range(0, len(answer), 2):
        changed = bytearray(answer)
        changed[place] ^= chance.randrange(1, 256)
        for hostile in (bytes(changed), answer[:place], answer[:place] + answer[place + 1 :]):
            try:
                told = proved_time(hostile, MADE, root)
            except TokenRefused:
                refused += 1
            else:
                assert told == true
    assert refused > len(answer)


def test_two_certificates_by_the_same_name_are_refused(service: TimeService, tmp_path: Path) -> None:
    """One would be verified while the other's words were told."""
    answer = bytearray(with_certificates_in_order(service.answer(request_for(MADE).as_bytes())))
    (signer,) = certificates_in((service.folder / "signer.pem").read_bytes())
    from cryptography.hazmat.primitives.serialization import Encoding

    carried = signer.public_bytes(Encoding.DER)
    twin = bytearray(carried)
    twin[-1] ^= 1
    doubled = _with_more_certificates(bytes(answer), carried, bytes(twin))
    with pytest.raises(TokenRefused, match="the one certificate"):
        proved_time(doubled, MADE, certificates_in(service.root.read_bytes()))


def _with_more_certificates(answer: bytes, carried: bytes, more: bytes) -> bytes:
    """Put one more certificate after one that is carried, and lengthen every part that holds it."""
    at = answer.index(carried) + len(carried)
    grown = bytearray(answer[:at] + more + answer[at:])
    for begin in range(at - len(carried)):
        if grown[begin] in (0x30, 0xA0) and grown[begin + 1] == 0x82:
            length = int.from_bytes(grown[begin + 2 : begin + 4], "big")
            if begin + 4 + length >= at and begin + 4 + length <= len(answer):
                grown[begin + 2 : begin + 4] = (length + len(more)).to_bytes(2, "big")
    return bytes(grown)


def test_what_is_no_answer_stays_as_it_is() -> None:
    for data in (b"", b"\x30", b"\x30\x80\x00\x00", b"\x30\x84\xff\xff\xff\xff", b"<html>", bytes(300)):
        assert with_certificates_in_order(data) == data


def test_a_certificate_that_ran_out_afterwards(service: TimeService) -> None:
    answer = service.answer(request_for(MADE).as_bytes())
    time = proved_time(answer, MADE, certificates_in(service.root.read_bytes()))
    end = datetime.fromisoformat(time.good_until)
    assert not has_run_out(time, end - timedelta(seconds=1))
    assert has_run_out(time, end + timedelta(seconds=1))

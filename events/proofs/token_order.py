"""A time-stamping service's answer with its certificates in the order of DER.

RFC 5652 has the certificates of signed data in a SET, which DER sorts by the bytes of its parts (X.690, 11.6). OpenSSL and
the services built on it put the signer's first, and a strict reader refuses that. The certificates are no part of what is
signed, so that putting them in order changes nothing that the answer says.
"""

from collections.abc import Iterator
from typing import NamedTuple

_WAY = (0, 1, 1, 0, 3)
"""Which part to enter of the file, the answer, its token, the token's content, and the signed data."""
_CERTIFICATES = 0xA0
_LONG_FORM = 0x80
_LENGTH_BYTES = 4


class _Part(NamedTuple):
    tag: int
    begin: int
    inside: int
    end: int


def with_certificates_in_order(answer: bytes) -> bytes:
    """Return the bytes of a TimeStampResp (RFC 3161) with its certificates sorted; any other bytes as they are."""
    part = _Part(0, 0, 0, len(answer))
    for index in _WAY:
        parts = list(_parts(answer, part))
        if index >= len(parts):
            return answer
        part = parts[index]
    if part.tag != _CERTIFICATES:
        return answer
    certificates = b"".join(sorted(answer[one.begin : one.end] for one in _parts(answer, part)))
    whole = len(certificates) == part.end - part.inside
    return answer[: part.inside] + certificates + answer[part.end :] if whole else answer


def _parts(data: bytes, outer: _Part) -> Iterator[_Part]:
    """Return the parts inside a part, up to the first that is not of definite length or reaches beyond it."""
    at = outer.inside
    while at + 2 <= outer.end:
        inside, length = at + 2, data[at + 1]
        if length & _LONG_FORM:
            count = length ^ _LONG_FORM
            if not 0 < count <= _LENGTH_BYTES:
                return
            length, inside = int.from_bytes(data[inside : inside + count], "big"), inside + count
        if inside + length > outer.end:
            return
        yield _Part(data[at], at, inside, inside + length)
        at = inside + length

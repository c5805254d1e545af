"""The base64 and the numbers of the C2SP formats, each in its one right spelling."""

import re
from base64 import b64encode
from binascii import Error, a2b_base64

_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,15})\Z")


def encoded(data: bytes) -> str:
    """Return the bytes in base64 (RFC 4648 section 4)."""
    return b64encode(data).decode("ascii")


def decoded(text: str) -> bytes | None:
    """Return what the base64 says, or None where it is none or is not written as ``encoded`` would."""
    try:
        data = a2b_base64(text, strict_mode=True)
    except (Error, ValueError):
        return None
    return data if encoded(data) == text else None


def number(text: str) -> int | None:
    """Return a number from 0 up in ASCII digits without leading zeroes, or None where it is none (or above 10^16)."""
    return int(text) if _DECIMAL.match(text) else None

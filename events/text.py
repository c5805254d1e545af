"""The border for text: what may enter the book, and how foreign text is shown safely.

Text is Unicode in NFC. Control characters, C1 codes, line and paragraph separators, bidirectional overrides and
isolates (UAX 9) are refused, because they drive the reader's terminal or reorder what is read.
"""

import re
import unicodedata

from events.errors import N_, RefusedText

ERASED = "[erased]"
WITHHELD = "[withheld]"
RESERVED = frozenset({ERASED, WITHHELD})
"""What a missing word reads as. No recorded word may be one of these, so they are never ambiguous."""

LONGEST = 20_000
"""Characters that one word may have at the most."""

_FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
_REFUSED_IN_TEXT = re.compile(f"[\t{_FORBIDDEN}]")
_REFUSED_IN_LINE = re.compile(f"[\t\n{_FORBIDDEN}]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_UNUSUAL = re.compile("[\u00ad\u200b\u2060\ufeff\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_AROUND_BREAK = re.compile(" *\n *")
_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SHOWN_AS_SYMBOL = re.compile(f"[{_FORBIDDEN}]")


def clean(text: str, *, field: str, lines: bool = True) -> str:
    """Return the text as the book keeps it: NFC, plain spaces, nothing invisible, no space around it or its lines.

    ``field`` names the place in the message; ``lines`` allows line feeds. Raises RefusedText when the text is empty,
    too long, reserved, or holds a character that must not enter the book.
    """
    if is_clean_line(text):
        return text
    found = (_REFUSED_IN_TEXT if lines else _REFUSED_IN_LINE).search(text)
    if found:
        raise RefusedText(
            N_("{field} holds the character U+{code} at position {position}, which a minute book must not hold."),
            field=field,
            code=f"{ord(found.group()):04X}",
            position=found.start() + 1,
        )
    text = plain(text)
    if "\n" in text:
        text = _AROUND_BREAK.sub("\n", text)
    if not text:
        raise RefusedText(N_("{field} is empty. Leave it out, or write what it says."), field=field)
    if len(text) > LONGEST:
        raise RefusedText(
            N_("{field} has {length} characters; one text may have {longest}. Divide it."),
            field=field,
            length=len(text),
            longest=LONGEST,
        )
    if text in RESERVED:
        raise RefusedText(N_("{field} is '{text}', which is reserved for missing words."), field=field, text=text)
    return text


def is_clean_line(text: str) -> bool:
    """Tell whether a line of text is as ``clean`` would return it. What is refused, taken out, or odd space does not print."""
    return (
        text.isprintable()
        and text.strip() == text != ""
        and len(text) <= LONGEST
        and text not in RESERVED
        and unicodedata.is_normalized("NFC", text)
    )


def plain(text: str) -> str:
    """Return the text in NFC with plain spaces, without soft hyphens and zero-width characters, and trimmed."""
    return visible(text).strip()


def visible(text: str) -> str:
    """Return the text in NFC with plain spaces, without soft hyphens and zero-width characters."""
    if text.isascii():
        return text
    if _UNUSUAL.search(text):
        text = _INVISIBLE.sub("", _ODD_SPACE.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def cut(text: str, longest: int = 100) -> str:
    """Return the text, cut off with an ellipsis where it is longer: a hostile record names its books as it likes."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def shown(text: str) -> str:
    """Return the text with every character that could drive a terminal shown as a visible symbol."""
    return _SHOWN_AS_SYMBOL.sub(_symbol, text)


def _symbol(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"

"""Amounts of money as minutes write them; they are counted in øre."""

import re

_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?(?: ?kr\.?)?\Z")


def spoken_amount(oere: int) -> str:
    """Return an amount in kroner: ``25.000 kr.``, and ``99,50 kr.`` where it is no whole number."""
    kroner, rest = divmod(oere, 100)
    whole = f"{kroner:,}".replace(",", ".")
    return f"{whole},{rest:02d} kr." if rest else f"{whole} kr."


def amount_in(text: str) -> int | None:
    """Return the øre in a text that is an amount and nothing else, or None."""
    found = _AMOUNT.match(text.strip())
    if not found:
        return None
    return int(found.group(1).replace(".", "")) * 100 + int(found.group(2) or 0)

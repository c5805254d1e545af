"""Names of persons and bodies as Danish minutes write them."""

import re
import unicodedata
from collections.abc import Iterable

_PARTY = re.compile(r"\s*\(([A-ZÆØÅ]{1,3})\)\s*\Z")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_SEPARATOR = re.compile(r"\s*(?:[,;]|\bsamt\b|\bog\b|\s&\s|\n)\s*", re.I)
_PARTICLES = frozenset(
    {"de", "den", "der", "von", "van", "af", "el", "al", "bin", "binti", "da", "dos", "la", "le", "y"}
)
_ROLE = re.compile(
    r"\A(?:forperson|formand|næstformand|næstforperson|kasserer|sekretær|referent|suppleant|stedfortræder|medlem|"
    r"observatør|leder|konsulent|borgmester|mødeleder|ordstyrer)\b[:\s]*",
    re.I,
)
_NOBODY = re.compile(r"\A(?:ingen|ingen afbud|intet|alle|[-–—.]*|n/?a)\.?\Z", re.I)
BODY_NOUN = (
    r"(?:råd|rådet|udvalg|udvalget|bestyrelse|bestyrelsen|nævn|nævnet|byråd|byrådet|kommunalbestyrelse|"
    r"kommunalbestyrelsen|borgerrepræsentationen|repræsentantskab|repræsentantskabet|kommission|kommissionen|"
    r"team|teamet|forvaltning|forvaltningen|styrelse|styrelsen|ministerium|ministeriet|sekretariat|sekretariatet|"
    r"direktion|direktionen|forum|forummet|menighedsråd|menighedsrådet|skolebestyrelse|skolebestyrelsen|forening|foreningen)"
)
_WORD = r"[A-ZÆØÅ][\wÆØÅæøå\-]*"
BODY_NAME = (
    rf"(?<![\wæøå])(?:(?:[Dd]et|[Dd]en)\s+(?:{_WORD}\s+){{0,2}}[A-ZÆØÅ]?[\wæøå]*?{BODY_NOUN}"
    rf"|(?:{_WORD}\s+){{0,3}}?(?:{_WORD}-\s+og\s+)?[A-ZÆØÅ][\wÆØÅæøå\-]*?{BODY_NOUN}"
    rf"|[A-ZÆØÅ]{BODY_NOUN}|(?:Råd|Udvalg|Nævn|Bestyrelse|Byråd|Forum|Menighedsråd|Skolebestyrelse)(?:et|en)?"
    rf"|[A-ZÆØÅ][\wæøå]*-\s+og\s+[a-zæøå]+{BODY_NOUN})s?(?![\wæøå])"
)
"""A pattern for the name of a body that begins with a capital: Arbejdsmarkedsudvalget, Det Nationale Integrationsråd;
a genitive s may stand behind it."""


def split_party(written: str) -> tuple[str, str | None]:
    """Return the name without what stands in parentheses behind it, and the party letter where one does."""
    party = _PARTY.search(written)
    bare = _PARENTHESES.sub("", written).strip(" ,;:.")
    return bare, (party.group(1) if party else None)


def names_in_list(text: str) -> list[str]:
    """Return the names in a list such as ``Anna Holm (A), Bo Friis og Carl Lund``; none for ``Ingen``."""
    if _NOBODY.match(text.strip()):
        return []
    held = _PARENTHESES.sub(lambda match: match.group().replace(",", "\x00").replace(" og ", "\x01"), text)
    parts = (part.replace("\x00", ",").replace("\x01", " og ").strip(" .:") for part in _SEPARATOR.split(held))
    return [name for part in parts if (name := _ROLE.sub("", part).strip(" .:")) and not _NOBODY.match(name)]


def looks_like_name(text: str) -> bool:
    """Tell whether a text may be the name of a person: capitalised words and name particles, not too many."""
    words = _PARENTHESES.sub("", text).split(",")[0].strip(" .").split()
    if not 1 <= len(words) <= 7 or len(text) > 100 or any(character.isdigit() for character in text):
        return False
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _PARTICLES for word in words)


def folded(name: str) -> str:
    """Return a name in the form in which names are compared: NFC, lower case, single spaces, no parentheses."""
    bare = _PARENTHESES.sub("", unicodedata.normalize("NFC", name))
    return " ".join(bare.casefold().replace(".", " ").split())


def meant_by(written: str, full_names: Iterable[str]) -> list[str]:
    """Return which of the full names may be meant by what is written, best kind of match only.

    The same name; else all its words in order (``Lise Østermark`` for ``Lise Marie Østermark``); else the first name
    (``Ghassan``); else a beginning of at least three letters of it (``Tiahes`` for ``Tiaheswery``) or of its initials.
    """
    wanted = folded(written)
    names = [(name, folded(name)) for name in full_names]
    if not wanted:
        return []
    for matches in (
        lambda full: full == wanted,
        lambda full: _in_order(wanted.split(), full.split()),
        lambda full: " " not in wanted and full.split()[:1] == [wanted],
        lambda full: len(wanted) >= 3 and " " not in wanted and full.startswith(wanted),
        lambda full: len(wanted) >= 2 and wanted == "".join(word[0] for word in full.split()),
    ):
        found = [name for name, full in names if matches(full)]
        if found:
            return found
    return []


def _in_order(wanted: list[str], full: list[str]) -> bool:
    if len(wanted) < 2 or wanted[0] != full[0]:
        return False
    rest = iter(full)
    return all(any(word == other or other.startswith(word) for other in rest) for word in wanted)


def body_name(written: str) -> str:
    """Return the name of a body without a genitive s and without what stands in parentheses behind it."""
    bare = _PARENTHESES.sub("", written).strip(" ,;:.")
    return (
        bare[:-1]
        if (re.search(rf"{BODY_NOUN}s\Z", bare, re.I) and not re.search(r"(?:råds|s{2})\Z", bare))
        or bare.endswith("ets")
        else bare
    )


def sort_key(name: str) -> tuple[str, ...]:
    """Return a key that sorts names as Danish does: Æ, Ø, Å last, and Aa as Å."""
    spelled = name.casefold().replace("aa", "å")
    return tuple({"æ": "z1", "ø": "z2", "å": "z3"}.get(character, character) for character in spelled)

"""Names of persons as Danish minutes write them."""

import re
import unicodedata
from collections.abc import Iterable

from governance.danish.bodies import BODY_NAME

_PARTY = re.compile(r"\s*\(([A-ZÆØÅ]{1,3})\)\s*\Z")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_SEPARATOR = re.compile(r"\s*(?:[,;]|\bsamt\b|\bog\b|\s&\s|\n)\s*", re.I)
_PARTICLE = r"(?:de|den|der|van|von|zu|ter|ten|af|ben|bin|bint|binti|ibn|el|al|abu|da|do|dos|di|du|la|le|í|y)"
_PREFIXED = r"(?:(?:al|el|ad|an|ar|as|at|az|ibn|bin|ben|abu)[\-'’]|[dDlLoO]['’])"
_INITIAL = r"(?:[A-ZÆØÅ]|Aa|Chr|Kr|Th|Fr|Jr|Sr|Joh|Vald|Alb)\."
_PART = rf"(?:{_INITIAL}|(?:{_PREFIXED})?[^\W\d_a-zæøå](?:[\w'’\-]*\w)?)"
NAME = rf"(?<!\w)(?-i:{_PART}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_PART}){{0,6}}(?:\s+\([A-ZÆØÅ]{{1,3}}\))?)"
"""A pattern for the name of a person: capitalised words and particles, with the party letter where one stands behind."""

_WORD = re.compile(rf"{_PART}\Z")
_PARTICLE_WORD = re.compile(rf"{_PARTICLE}\Z")
_ROLE_NOUN = (
    r"(?:forperson|formand|forkvinde|næstformand|næstforperson|kasserer|sekretær|referent|suppleant|stedfortræder|"
    r"medlem(?:mer(?:ne)?)?|observatør|leder|konsulent|borgmester|mødeleder|ordstyrer|dirigent|præst|direktør|chef|advokat|koordinator|"
    r"rådgiver|assistent|pædagog|sygeplejerske|repræsentant(?:er)?|fuldmægtig|arkitekt|ingeniør|inspektør|medarbejder|"
    r"journalist|jurist|revisor|rådmand|kirkeværge|provst|lektor|overlæge|formidler)"
)
_ROLE = re.compile(
    rf"\A(?:(?:[a-zæøåA-ZÆØÅ][a-zæøå]*-?)??{_ROLE_NOUN})\b[:\s]+(?-i:(?=[^\W\d_a-zæøå]|(?:al|el)-))", re.I
)
_ROLE_ALONE = re.compile(rf"\A(?:[a-zæøå]*?{_ROLE_NOUN})\Z", re.I)
_NOBODY = re.compile(r"\A(?:ingen(?: afbud)?|intet|alle(?: mødt| var mødt)?|[-–—.]*|n/?a)\.?\Z", re.I)
_BEHIND_NAME = re.compile(r"\s+(?:fra|som|hos|ved|fra\s+kl|fra\s+pkt|til\s+pkt|deltog|\d)\b.*\Z|\s+\d.*\Z", re.S)
_ORGANISATION = re.compile(
    rf",\s*(?:{BODY_NAME}|(?:[A-ZÆØÅ][\w\-]*\s+)*[A-ZÆØÅ]?[\wæøå\-]*(?:[Kk]ommune|[Rr]egion|[Ss]agen|[Ff]orbund(?:et)?|[Cc]enter(?:et)?|[Cc]entret|"
    r"[Kk]lub(?:ben)?|[Ss]kolen?|[Aa]fdeling(?:en)?|[Oo]rganisation(?:en)?|[Uu]nion(?:en)?|[Hh]jemmet|[Bb]ibliotek(?:et)?|[Kk]irken?))"
    r"(?=\s*(?:[,;.(]|\bog\b|\bsamt\b|\Z))"
)
_WHOLE = re.compile(
    r"\A(?:beslutning|indstilling|referat|bilag|sagsfremstilling|ingen|intet|ingenting|drøftet|godkendt|udsat|forkastet|afvist|nedstemt|orientering|dagsorden|"
    r"status|navn|navne|medlem|medlemmer|deltagere|afbud|fraværende|rådet|udvalget|bestyrelsen|byrådet|formanden|"
    r"forvaltningen|sekretariatet|administrationen|enstemmigt|teams|zoom|rådhuset|vedtaget|ja|nej|evt|eventuelt|"
    r"konklusion|resumé|resume|dato|sted|tid|herefter|til|som|der|det|den|vi|alle|punktet|sagen)\.?\Z",
    re.I,
)


def split_party(written: str) -> tuple[str, str | None]:
    """Return the name without what stands in parentheses behind it, and the party letter where one does."""
    party = _PARTY.search(written)
    bare = _PARENTHESES.sub("", written).strip(" ,;:.")
    return bare, (party.group(1) if party else None)


def names_in_list(text: str) -> list[str]:
    """Return the names in a list such as ``Anna Holm (A), Bo Friis og centerleder Carl Lund``; none for ``Ingen``.

    A title before a name is left out, and so is what stands behind it and is no name: ``Anna Holm, DH``.
    """
    if _NOBODY.match(text.strip()):
        return []
    held = _PARENTHESES.sub(
        lambda match: match.group().replace(",", "\x00").replace(";", "\x02").replace(" og ", "\x01"), text
    )
    parts = (
        part.replace("\x00", ",").replace("\x02", ";").replace("\x01", " og ").strip(" .:")
        for part in _SEPARATOR.split(held)
    )
    return [name for part in parts if part and not _NOBODY.match(part) and (name := without_title(part))]


def without_title(written: str) -> str:
    """Return a name without the title before it and what is said behind it: ``sognepræst Dorthe Vad fra kl. 19``."""
    bare = written.strip(" .:")
    for _ in range(2):
        bare = _ROLE.sub("", bare)
    if _ROLE_ALONE.match(bare):
        return ""
    name, bracket, rest = bare.partition("(")
    return f"{_BEHIND_NAME.sub('', name).strip(' .:–-')} {bracket}{rest}".strip()


def without_affiliation(text: str) -> str:
    """Return a list of names without the bodies and organisations behind them: ``Anna Holm, Ældrerådet``."""
    return _ORGANISATION.sub("", text)


def looks_like_name(text: str) -> bool:
    """Tell whether a text may be the name of a person: capitalised words and name particles, not too many."""
    bare = _PARENTHESES.sub("", text).strip(" .")
    words = bare.split()
    if not 1 <= len(words) <= 8 or len(text) > 100 or _WHOLE.match(bare) or (len(words) == 1 and _is_acronym(bare)):
        return False
    return _WORD.match(words[0]) is not None and all(
        _WORD.match(word) or _PARTICLE_WORD.match(word) for word in words[1:]
    )


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


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

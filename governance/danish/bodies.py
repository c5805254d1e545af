"""Names of councils, committees and other bodies as Danish minutes write them."""

import re

_PARENTHESES = re.compile(r"\s*\([^()]*\)")
BODY_NOUN = (
    r"(?:råd|rådet|udvalg|udvalget|bestyrelse|bestyrelsen|nævn|nævnet|byråd|byrådet|kommunalbestyrelse|"
    r"kommunalbestyrelsen|borgerrepræsentationen|repræsentantskab|repræsentantskabet|kommission|kommissionen|"
    r"team|teamet|forvaltning|forvaltningen|styrelse|styrelsen|ministerium|ministeriet|sekretariat|sekretariatet|"
    r"direktion|direktionen|forum|forummet|menighedsråd|menighedsrådet|skolebestyrelse|skolebestyrelsen|forening|foreningen|"
    r"styregruppe|styregruppen|følgegruppe|følgegruppen|netværksgruppe|netværksgruppen)"
)
_WORD = r"[A-ZÆØÅ][\wÆØÅæøå\-]*"
_SINGLE = r"(?:Råd|Udvalg|Nævn|Bestyrelse|Byråd|Forum|Menighedsråd|Skolebestyrelse|Repræsentantskab)(?:et|en|met)?"
_WORDS = rf"{_WORD}(?:\s+{_WORD})*"
_FOR = rf"{_SINGLE}\s+for\s+{_WORDS}(?:(?:,\s+{_WORDS})*\s+og\s+{_WORDS})?"
_ELLIPTIC = r"(?:[A-ZÆØÅ][\wæøå]*-(?:,\s+[A-ZÆØÅ][\wæøå]*-)*\s+og\s+)"
BODY_NAME = (
    rf"(?<![\wæøå])(?:{_FOR}|(?:[Dd]et|[Dd]en)\s+(?:{_WORD}\s+){{0,2}}[A-ZÆØÅ]?[\wæøå]*?{BODY_NOUN}"
    rf"|(?:{_WORD}\s+){{0,3}}?{_ELLIPTIC}[A-ZÆØÅa-zæøå][\wÆØÅæøå\-]*?{BODY_NOUN}"
    rf"|(?:{_WORD}\s+){{0,3}}?[A-ZÆØÅ][\wÆØÅæøå\-]*?{BODY_NOUN}"
    rf"|[A-ZÆØÅ]{BODY_NOUN}|(?:{_WORD}\s+)?{_SINGLE})s?(?![\wæøå])"
)
"""A pattern for the name of a body that begins with a capital: Arbejdsmarkedsudvalget, Det Nationale Integrationsråd,
Rådet for Etniske Minoriteter; a genitive s may stand behind it."""


def body_name(written: str) -> str:
    """Return the name of a body without a genitive s and without what stands in parentheses behind it."""
    bare = _PARENTHESES.sub("", written).strip(" ,;:.")
    return (
        bare[:-1]
        if (re.search(rf"{BODY_NOUN}s\Z", bare, re.I) and not re.search(r"(?:råds|s{2})\Z", bare))
        or bare.endswith("ets")
        else bare
    )

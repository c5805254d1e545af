"""The title lines of minutes: what kind of document, of which body, in which municipality."""

import re
from typing import NamedTuple

from governance.danish.bodies import BODY_NAME, body_name
from governance.danish.dates import dates_in
from governance.danish.times import times_in
from governance.documents.model import DocumentKind

_MINUTES = re.compile(
    r"\b(?:\w*møde)?referat(?:et)?\b|\bbeslutnings(?:protokol|referat)|\bforhandlingsprotokol|\bprotokol(?:udskrift)?\b|\budskrift af",
    re.I,
)
_AGENDA = re.compile(r"\b(?:tillægs)?dagsorden\b|\bindkaldelse til\b", re.I)
_KOMMUNE = re.compile(
    r"(?:\s*[,–\-]\s+|\s+i\s+|\b)(?P<name>[A-ZÆØÅ][\wæøå]+(?:[- ](?:og\s+)?[A-ZÆØÅ][\wæøå]+)*\s+(?:[Rr]egionsk|[Kk])ommune)(?:s|n|ns)?\b"
)
_WORD = r"[A-ZÆØÅ][\wæøå\-]*"
_TAIL = (
    rf"(?:\s+for\s+(?:[Dd]e[nt]\s+)?{_WORD}(?:(?:-?,\s*|\s+og\s+|\s+){_WORD})*"
    rf"|\s+for\s+[a-zæøå]+(?=\Z|\s*[,|])"
    rf"|(?:\s+(?:{_WORD}|\d+(?:-\d+)?))+(?:\s+(?:bestyrelse|råd|repræsentantskab)\b)?)?"
)
_NAMED = re.compile(rf"(?P<body>{BODY_NAME}{_TAIL})")
_MEETING = re.compile(
    r"\b(?P<of>[\wæøå\-]*?)(?:møde[t]?|generalforsamling(?:en)?)\b(?:\s+nr\.?\s*\d+)?\s+(?P<link>i|for|af|hos|på|med)\s+"
    rf"(?P<body>{_WORD}.*?)\s*(?=\||\Z|(?<!-),|\s[-–]\s|\(|\s+(?:på|i|ved|afholdt|den|d\.)\s)",
    re.I,
)
_GENITIVE = re.compile(rf"(?P<body>{BODY_NAME}{_TAIL})\s+møde\b")
_BEHIND = re.compile(
    rf"\b(?:referat|protokol|dagsorden|beslutningsprotokol)\s*(?:[-–:]|fra|for|af|til)\s+(?P<body>{_WORD}.*?)\s*(?=\||\Z|(?<!-),|\s[-–]\s|\()",
    re.I,
)
_COMPOUND = re.compile(r"\b(?P<of>[\wæøå\-]*(?:råd|udvalg|bestyrelse|nævn|forum))s?møde\b", re.I)
_GENERAL = re.compile(r"(?:bestyrelse|råd|udvalg|forretningsudvalg|afdelingsbestyrelse)s?\Z", re.I)
_RUNNING = re.compile(
    r"\b(?:blev|bliver|har|er|skal|vil|var|bød|deltog|ikke|vi)\b|[a-zæøå]{3,}[.!?]\s+[A-ZÆØÅ]|[.!?;:]\s*\Z", re.I
)
_SMALL = frozenset(
    [
        "af",
        "i",
        "for",
        "og",
        "på",
        "ved",
        "til",
        "fra",
        "den",
        "det",
        "d",
        "kl",
        "møde",
        "mødet",
        "ordinært",
        "ekstraordinært",
        "åbent",
        "nr",
        "med",
        "om",
        "et",
        "en",
        "referat",
        "dagsorden",
    ]
)
_ABOUT = re.compile(
    r"\b(?:referat\w*|dagsorden\w*|protokol\w*|\w*møde\w*|udkast|godkendt|foreløbigt?|åbent?|lukket|ordinær\w*)\b", re.I
)
_LONGEST = 160


class TitleLine(NamedTuple):
    """What a title line says. ``rank`` tells how surely it names the body: 0 is the surest."""

    kind: DocumentKind | None
    body: str | None
    rank: int
    municipality: str | None


def read_title(text: str, *, bare: bool) -> TitleLine | None:
    """Return what a line says as a title, or None where it is none; ``bare`` where a name alone may be one."""
    if len(text) > _LONGEST or (_RUNNING.search(text) and not _MEETING.search(text)):
        return None
    said = recased(text)
    kind: DocumentKind | None = "minutes" if _MINUTES.search(said) else "agenda" if _AGENDA.search(said) else None
    town = _KOMMUNE.search(said)
    cleaned = _without_moments(_KOMMUNE.sub(" | ", said))
    rank, body = _body(cleaned, bare=bare)
    if kind is None and body is None and town is None:
        return None
    return TitleLine(kind, body, rank, town.group("name") if town else None)


def recased(text: str) -> str:
    """Return a line that is all in capitals in the usual spelling; any other as it is."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 5 or any(character.islower() for character in letters):
        return text
    return " ".join(
        word.lower() if index and word.lower().strip(".,:") in _SMALL else _capitalised(word)
        for index, word in enumerate(text.split(" "))
    )


def _capitalised(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _without_moments(text: str) -> str:
    places = [(found.start, found.end) for found in dates_in(text)] + [
        (found.start, found.end) for found in times_in(text)
    ]
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} | {text[end:]}"
    return text


def _body(text: str, *, bare: bool) -> tuple[int, str | None]:
    meeting = _MEETING.search(text)
    if meeting and (meeting.group("link").lower() != "på" or not meeting.group("of")):
        return 1, _trimmed(meeting.group("body"))
    genitive = _GENITIVE.search(text)
    if genitive:
        return 1, _trimmed(genitive.group("body"))
    named = _NAMED.search(text)
    if named:
        return 2, _trimmed(named.group("body"))
    behind = _BEHIND.search(text)
    if behind and not _ABOUT.search(behind.group("body")):
        return 2, _trimmed(behind.group("body"))
    compound = _COMPOUND.search(text)
    if compound:
        of = compound.group("of")
        return (5 if _GENERAL.fullmatch(of) else 3), _definite(of)
    if bare and _ABOUT.search(text) is None and re.match(rf"{_WORD}", text):
        return 4, _trimmed(text.split("|")[0].split(",")[0])
    return 9, None


def _trimmed(body: str) -> str | None:
    name = re.sub(r"\s*[|–\-]\s*.*\Z" if "|" in body else r"[\s|–\-]+\Z", "", body)
    return body_name(name) or None


def _definite(indefinite: str) -> str:
    """Return ``Ældrerådet`` for ``Ældreråd``, ``Bestyrelsen`` for ``bestyrelse``."""
    name = indefinite[:1].upper() + indefinite[1:].lower()
    if name.lower().endswith("bestyrelse"):
        return f"{name}n"
    return f"{name}met" if name.lower().endswith("forum") else f"{name}et"

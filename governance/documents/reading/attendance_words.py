"""The words by which attendance lists are known: the labels of lists, statuses, headers and marks."""

import re
from typing import Literal

from governance.documents.model import Status

Kind = Literal["present", "apology", "absent", "others"]
_STATUS: tuple[tuple[str, Status], ...] = (
    (
        r"(?:(?:har|havde)\s+)?(?:meldt\s+)?afbud|fraværende\s+med\s+afbud|med\s+afbud|fraværende\s*\(afbud\)|forhindret|afmeldt",
        "apology",
    ),
    (
        r"(?:ikke|ej)\s+(?:mødt|til\s?stede)|(?:var\s+)?fraværende(?:\s+uden\s+afbud)?|uden\s+afbud|udeblev(?:et)?|deltog\s+ikke|nej",
        "absent",
    ),
    (r"mødt|til\s?stede|deltog|deltaget|fremmødt|ja", "present"),
)
_ANY_STATUS = re.compile(
    rf"\b(?:{'|'.join(pattern for pattern, _ in _STATUS)}|meldte|havde\s+meldt|mødt\s+frem)(?!\w)", re.I
)
_LISTS: tuple[tuple[str, Kind], ...] = (
    (
        r"(?:fraværende|fravær|udeblevne?)\s*(?:\(?med\s+afbud\)?|/\s*afbud|\(afbud\))|(?:der\s+var\s+|med\s+|meldt\s+)?afbud"
        r"(?:\s+(?:fra|var|fraværende|meldt|modtaget(?:\s+fra)?))?|framelding(?:er)?|frameldte?|afmeldt|forhindret",
        "apology",
    ),
    (
        r"fraværende(?:\s*\(?uden\s+afbud\)?)?|ikke\s+(?:til\s?stede|mødt)|udeblevn?et?(?:\s+uden\s+afbud)?|udeblev|uden\s+afbud|fravær",
        "absent",
    ),
    (
        r"(?:øvrige|andre|desuden|endvidere|også)(?:\s+(?:deltagere|deltog|deltager|mødte|fremmødte|til\s?stede))?|"
        r"gæst(?:er)?(?:\s+(?:og|/)\s+oplægsholdere?)?|eksterne?(?:\s+deltag(?:else|ere))?|(?:særligt\s+)?(?:inviterede?|inviteret)|"
        r"særligt\s+indbudte|observatør(?:er)?|oplægsholdere?|tilhørere?|forvaltning(?:en)?|administration(?:en)?|sekretariat(?:et)?|"
        r"fra\s+[\wæøåÆØÅ\- ]{3,40}?(?:\s+deltog)?",
        "others",
    ),
    (
        r"(?:mødte?\s+|følgende\s+)?(?:medlemmer\s+)?til\s?stede(?:\s+(?:var|medlemmer|fra\s+\w+))?|tilstede(?:værende)?|nærværende|"
        r"fremmødte?(?:\s+medlemmer)?|mødedeltagere|deltagere(?:\s+i\s+mødet)?|i\s+mødet\s+deltog|deltog(?:\s+i\s+mødet)?|deltagende|"
        r"mødte?|medlemmer|bestyrelse(?:n|smedlemmer)?|rådsmedlemmer|udvalgsmedlemmer|byrådsmedlemmer|politikere|brugere|pårørende|"
        r"\w*repræsentanter|forældrevalgte|medarbejdervalgte|medarbejdere|ledelse(?:n)?|elevråd(?:et)?",
        "present",
    ),
)
_ANY_LIST = "|".join(f"(?P<{kind}>{pattern})" for pattern, kind in _LISTS)
LABEL = re.compile(rf"(?:\A|(?<=[.;])\s+)(?:{_ANY_LIST})\s*(?::|\t)\s*", re.I)
_ALONE = re.compile(rf"(?:{_ANY_LIST})\s*:?\Z", re.I)
_ALSO_A_TITLE = re.compile(
    r"bestyrelse|forvaltning|administration|sekretariat|ledelse|elevråd|fra\b|andre|også|desuden|endvidere", re.I
)
"""What needs a colon to be the label of a list."""
WITHOUT_COLON = re.compile(
    r"(?P<apology>(?:der\s+(?:var|er)\s+)?(?:meldt\s+)?afbud(?:\s+(?:fra|modtaget\s+fra))?)\s+(?P<names>.+)\Z"
    r"|(?P<others>(?:desuden|endvidere|fra\s+\w+)\s+deltog)\s+(?P<more>.+)\Z"
    r"|(?P<present>(?:til\s?stede|mødt)\s+(?:var|er))\s+(?P<there>.+)\Z",
    re.I,
)
SAYS_STATUS = re.compile(
    r"(?P<names>.*?\S)(?:\s+(?:[–—\-]|har|havde|var)\s+|\s{2,}|\s*[:,]\s+|\s+(?=deltog ikke|meldte)|\s*\(\s*)"
    rf"(?:meldte\s+)?(?P<status>{'|'.join(pattern for pattern, _ in _STATUS)})\)?\s*\.?\Z",
    re.I,
)
STATUS_FIRST = re.compile(
    rf"(?P<status>{'|'.join(pattern for pattern, _ in _STATUS)})(?:\s{{2,}}|\t)\s*(?P<name>\S.*)\Z", re.I
)
HEADER = re.compile(
    r"(?:indbudte|medlemmer|medlem|navn|navne|status|fremmøde|deltagere|parti|udpeget\s+af|organisation|repræsenterer|rolle|titel|)\s*:?\s*\Z",
    re.I,
)
MARK = re.compile(r"[xX✓✔√*+]\Z|ja\Z", re.I)
IN_BRACKETS = re.compile(r"\((?P<said>[^()]*)\)")
LIST_NUMBER = re.compile(r"\A\d{1,2}[.)]\s+")


def status_named(said: str) -> Status | None:
    """Return the status that a word such as ``Mødt`` or ``meldt afbud`` names."""
    bare = said.strip(" .:")
    return next((status for pattern, status in _STATUS if re.fullmatch(pattern, bare, re.I)), None)


def begins_list(text: str) -> bool:
    """Tell whether a line is the label of an attendance list, or begins with one."""
    return LABEL.match(text) is not None or kind_alone(text) is not None


def kind_of(match: re.Match[str]) -> Kind:
    """Return the kind of list of which a label was found."""
    kinds: tuple[Kind, ...] = ("apology", "absent", "others", "present")
    groups = match.groupdict()
    return next(kind for kind in kinds if groups.get(kind))


def kind_alone(said: str) -> Kind | None:
    """Return the kind of list that a line or cell without more in it is the label of."""
    found = _ALONE.match(said.strip())
    return kind_of(found) if found and (said.strip().endswith(":") or not _ALSO_A_TITLE.match(said.strip())) else None


def without_list_words(text: str) -> str:
    """Return a text without the labels of lists and the statuses in it; whom ``fra`` names in a label is no label."""
    if HEADER.match(text):
        return ""
    without = WITHOUT_COLON.match(text)
    bare = LABEL.sub(_whom, _ALONE.sub(_whom, text.strip(), count=1))
    if without:
        names = without.group("names") or without.group("more") or without.group("there")
        bare = f"{_whom(without).removesuffix(names)} {names}"
    return _ANY_STATUS.sub(" ", bare)


def _whom(label: re.Match[str]) -> str:
    whom = re.search(r"\bfra\s(.*)", label.group(), re.I)
    return f" {whom.group(1)} " if whom else " "

"""Telling what a sentence says was done here from what it only reports: what others did, were asked or were told.

``Karina fortalte, at kommunen har godkendt byggeriet`` approves nothing.
"""

import re

_FILLER = "\x00"
_REPORTING = re.compile(
    r"\b(?:fortalte|fortæller|orienterede|orienterer|oplyste|oplyser|informerede|informerer|berettede|redegjorde|"
    r"nævnte|nævner|bemærkede|spurgte|efterlyste|foreslog|foreslår|mente|mener|forklarede|indstiller|indstillede|"
    r"påpegede|fremhævede|understregede|svarede|håber|håbede|refererede|viste|spørger)\b(?!\s+sig\b)(?P<told>(?:[^.;]|\.(?!\s+[A-ZÆØÅ]|\s*\Z))*)",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:og|men|hvorefter|herefter)\s+(?:rådet|udvalget|bestyrelsen|forummet|vi|det|der|dette|orienteringen|sagen|punktet|man|forslaget|"
    r"(?:be)?slutte\w+|godkendte|drøftede|vedtog|tog)\b",
    re.I,
)
_OTHERS = (
    r"(?:byrådet|kommunalbestyrelsen|kommunen|regeringen|folketinget|ministeriet|ministeren|regionen|regionsrådet|økonomiudvalget|"
    r"generalforsamlingen|landsforeningen|staten|domstolen|retten|nævnet|styrelsen)"
)
_RELATIVE = re.compile(rf",?\s+(?:der|som|hvor)\s+[^.,;]*\b{_OTHERS}\b(?:[^.,;]|\.(?!\s+[A-ZÆØÅ]|\s*\Z))*", re.I)
_OTHERS_DID = re.compile(
    rf"(?:\A|(?<=\.\s))(?P<who>{_OTHERS})\s+(?:har\s+)?(?:\w+\s+){{0,2}}?(?:godkend|vedt|beslut|forkast|afvis|udsat|udsk)\w*(?:[^.;]|\.(?!\s+[A-ZÆØÅ]|\s*\Z))*",
    re.I,
)


def own_words(text: str, body: str | None) -> str:
    """Return the text with what it only reports blanked out, each character by a filler, so that places stay the same.

    ``body`` is the body that meets: what it decides is never taken for another's act.
    """
    own = (body or "").casefold()
    blanked = _REPORTING.sub(_told_blanked, text)
    for pattern in (_RELATIVE, _OTHERS_DID):
        blanked = pattern.sub(
            lambda found: found.group() if _is_own(found.group(), own) else _blank(found.group()), blanked
        )
    return blanked


def _told_blanked(found: re.Match[str]) -> str:
    told = found.group("told")
    on = _GOES_ON.search(told)
    cut = on.start() if on else len(told)
    return found.group()[: len(found.group()) - len(told)] + _blank(told[:cut]) + told[cut:]


def _is_own(clause: str, own: str) -> bool:
    named = re.search(rf"\b{_OTHERS}\b", clause, re.I)
    return bool(own) and named is not None and named.group().casefold() in own


def _blank(text: str) -> str:
    return _FILLER * len(text)

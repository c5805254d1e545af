"""Rules in a line in brackets: ``beslutningsdygtighed = mindst halvdelen``, in Danish and back."""

import re

from governance.documents.offices import RuleValue

_NAMES = {
    "notice": "varsel",
    "notice_extraordinary": "varsel til ekstraordinære møder",
    "item_deadline": "frist for punkter",
    "late_item": "punkt uden for dagsordenen",
    "late_item_least": "stemmer for punkt uden for dagsordenen",
    "quorum": "beslutningsdygtighed",
    "presiding": "mødeledelse",
    "ballot": "stemmeafgivning",
    "proxies": "fuldmagter",
    "tie": "stemmelighed",
    "tie_in_elections": "stemmelighed ved valg",
    "publicity": "offentlighed",
    "stand_in": "stedfortrædere",
    "meetings_a_year": "møder om året",
    "extraordinary": "ekstraordinære møder",
    "approval": "godkendelse af referat",
    "silence_days": "dage til indsigelse",
    "signers": "underskrift",
    "continues_until_successor": "fortsætter til efterfølgeren er udpeget",
    "least_members": "medlemmer mindst",
    "most_members": "medlemmer højst",
    "fee": "diæt i øre",
}
_TIES = {"falls": "bortfalder", "chair-decides": "formanden afgør", "lots": "lodtrækning"}
_VALUES = {
    "late_item": {
        "chair-and-majority-present": "formanden og flertallet af de mødte",
        "majority-of-members": "flertallet af medlemmerne",
        "chair-and-majority-or-unanimity": "formanden og flertallet eller enighed",
        "all-members-present": "alle medlemmer til stede",
        "never": "aldrig",
    },
    "quorum": {
        "half": "mindst halvdelen",
        "majority": "over halvdelen",
        "majority-with-chair": "over halvdelen med formand eller næstformand",
        "any": "de mødte",
    },
    "presiding": {
        "chair": "formanden",
        "elected-each-meeting": "vælges på hvert møde",
        "rotating": "på skift",
        "dirigent": "dirigent",
    },
    "ballot": {"present-only": "kun de mødte", "written": "også skriftligt", "proxy": "også ved fuldmagt"},
    "tie": _TIES,
    "tie_in_elections": _TIES,
    "publicity": {"public": "offentlige", "not-public": "ikke offentlige", "each-item": "for hvert punkt"},
    "stand_in": {
        "each-meeting": "for hvert møde",
        "permanent-exit": "ved varig udtræden",
        "permanent-exit-or-two-absences": "ved varig udtræden eller to udeblivelser",
        "observer": "som observatører",
        "never": "aldrig",
    },
    "extraordinary": {
        "chair-or-third": "formanden eller en tredjedel",
        "chair-or-majority": "formanden eller flertallet",
        "chair": "formanden",
    },
    "approval": {
        "next-meeting": "på næste møde",
        "silence": "uden indsigelse",
        "written": "skriftligt",
        "each-member": "af hvert medlem",
    },
    "signers": {
        "all-present": "alle mødte",
        "chair": "formanden",
        "chair-and-secretary": "formanden og sekretæren",
        "dirigent": "dirigenten",
        "dirigent-and-chair": "dirigenten og formanden",
        "referent": "referenten",
        "nobody": "ingen",
    },
    "continues_until_successor": {"true": "ja", "false": "nej"},
}
_DAYS = {"calendar-days": "dage", "weekdays": "hverdage"}
_NAMED = {word: name for name, word in _NAMES.items()}


def write_rule(rule: RuleValue) -> str:
    """Return a rule in Danish."""
    return f"{_NAMES[rule.name]} = {_said(rule)}"


def read_rule(text: str) -> RuleValue | None:
    """Return the rule that a text states; None where it states none."""
    word, _, said = text.partition(" = ")
    name = _NAMED.get(word)
    value = _meant(name, said) if name is not None else None
    return RuleValue(name=name, value=value) if name is not None and value is not None else None


def _said(rule: RuleValue) -> str:
    if rule.name in _VALUES:
        return _VALUES[rule.name][rule.value]
    days, _, kind = rule.value.partition(" ")
    return f"{days} {_DAYS[kind]}" if kind else rule.value


def _meant(name: str, said: str) -> str | None:
    if name in _VALUES:
        return next((value for value, word in _VALUES[name].items() if word == said), None)
    found = re.fullmatch(r"(\d+)(?: (dage|hverdage))?", said)
    if not found:
        return None
    kind = next((kind for kind, word in _DAYS.items() if word == found.group(2)), None)
    return f"{found.group(1)} {kind}" if kind else found.group(1)

"""Phrases that say what follows: groups, plans, tasks, what is sent to whom, and reports from elsewhere."""

import re
from collections.abc import Iterable
from typing import Literal

from governance.danish.bodies import BODY_NAME, body_name
from governance.danish.dates import dates_in, month_named, next_month, next_week, resolved
from governance.danish.names import NAME, looks_like_name
from governance.documents.model import (
    CompositionReport,
    Decision,
    DocumentDispatch,
    Fact,
    GroupDissolution,
    GroupFormation,
    Noting,
    PlanProposal,
    QuestionsDispatch,
    ReportDelivery,
    SeatGroup,
    TaskAgreement,
    TaskCompletion,
)
from governance.documents.reading.phrases.rule import Context, pattern, rule

_BODY = rf"(?-i:{BODY_NAME}|[A-ZÆØÅ]{{2,6}}(?![\w]))"
_ROLES = (
    "Formanden|Forpersonen|Næstformanden|Forvaltningen|Sekretariatet|Rådet|Udvalget|Bestyrelsen|Referenten|Sekretæren"
)
_DOES = (
    r"(?:kontakter|undersøger|bestiller|sender|inviterer|indkalder|laver|skriver|følger op|arbejder videre|tager kontakt|"
    r"sørger for|udarbejder|retter henvendelse|rykker|indhenter|booker|koordinerer|planlægger|tager fat i|vender tilbage|"
    r"køber|ringer|finder|henter|bager|medbringer|indsamler|opdaterer|ser på|kigger på|spørger(?! til| om)|aftaler|sætter|"
    r"melder tilbage|udsender|videresender|forbereder|opretter|skaffer|står for|afklarer|tjekker|taler med|holder (?:oplæg|tale)|"
    r"tager (?:\w+ )?med|tager (?:sagen|ønsket|det|den) |deler|printer|trykker|tilmelder|samler)"
)
_IS_DONE = "udarbejdes|laves|indhentes|skrives|arrangeres|indkøbes|bestilles|inviteres"
_TO_STOP = (
    r"(?:[^.]|\.(?=\s*(?-i:[a-zæøå0-9]))|(?-i:(?<=\s[A-ZÆØÅ])|(?<=[\s.][a-zæøå])|"
    r"(?<=\snr)|(?<=\skl)|(?<=\sca)|(?<=\sdr)|(?<=\spkt)|(?<=\sevt)|(?<=\svedr))\.(?=\s*\w))*"
)
"""The rest of a sentence; the stop of a date, a time of day, an abbreviation or an initial does not end it."""
_BY = re.compile(r"\b(?:inden|senest|før|frist(?:en)?(?:\s+er)?:?)(?:\s+(?:på|om))?\s*\Z", re.I)
_OCCASION = "møde|konference|seminar|årsmøde|kursus|temadag"
_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9,
    "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
DocumentKind = Literal["report", "statement", "letter", "other"]
_KINDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"rapport|redegørelse", "report"),
    (r"høringssvar|udtalelse", "statement"),
    (r"brev|henvendelse|mail", "letter"),
)


_ANSWER_DUE = pattern(
    r"\b(?:med )?svar (?:(?:ønskes|bedes|udbedes|forventes) )?(?:senest|inden) (?P<day>(?:d\. |den )?\d{1,2}[^:;]*?\d{4})"
)


def _period_in(text: str, context: Context) -> str | None:
    week = re.search(r"\buge\s+(\d{1,2})\b", text, re.I)
    if week and context.day is not None:
        return next_week(context.day, int(week.group(1)))
    for mention in dates_in(text):
        day = resolved(mention, context.day, "future")
        return day.isoformat() if day else None
    month = month_named(text)
    return next_month(context.day, month) if month and context.day else None


def _questions(match: re.Match[str], context: Context) -> Iterable[Fact]:
    occasion = re.search(
        r"\bi\s+forbindelse\s+med\s+(?P<occasion>[^.,]+?)(?:\s+i\s+uge\s+\d+|\s+(?:d\.|den)\s|[.,]|\Z)",
        f"{context.title}. {match.string}",
        re.I,
    )
    return [
        Decision(rule="questions-sent", outcome="decided"),
        QuestionsDispatch(
            rule="questions-sent",
            recipient=body_name(match.group("to")),
            questions=(),
            occasion=occasion.group("occasion").strip() if occasion else None,
            period=_period_in(f"{_ANSWER_DUE.sub('', match.string[match.end() :])} {context.title}", context),
            answer_due=_answer_due(match.string[match.end() :], context),
        ),
    ]


def _sent(match: re.Match[str], context: Context) -> Iterable[Fact]:
    title = _title(match.group("what"))
    if not title or re.search(r"\bspørgsmål\b", title, re.I):
        return []
    return [Decision(rule="document-sent", outcome="decided"), _dispatch("document-sent", title, match, context)]


def _to_be_sent(match: re.Match[str], context: Context) -> Iterable[Fact]:
    title = _title(match.group("what"))
    return [_dispatch("document-to-be-sent", title, match, context)] if title else []


def _dispatch(name: str, title: str, match: re.Match[str], context: Context) -> DocumentDispatch:
    kind: DocumentKind = next((kind for pattern, kind in _KINDS if re.search(pattern, title, re.I)), "other")
    return DocumentDispatch(
        rule=name,
        title=title,
        recipient=body_name(match.group("to")),
        kind=kind,
        for_meeting=_period_in(_ANSWER_DUE.sub("", match.string[match.end() :]), context),
        answer_due=_answer_due(match.string[match.end() :], context),
    )


def _answer_due(text: str, context: Context) -> str | None:
    """Return the day by which an answer is wanted: ``Svar ønskes senest 1. maj 2023``."""
    found = _ANSWER_DUE.search(text)
    mentions = dates_in(found.group("day")) if found else []
    day = resolved(mentions[0], context.day, "future") if mentions else None
    return day.isoformat() if day else None


def _title(what: str) -> str:
    cut = re.sub(
        r"\A.*?\b(?:er\s+(?:lavet|udarbejdet|skrevet)|blev\s+(?:lavet|udarbejdet|skrevet))\s+",
        "",
        what.strip(),
        flags=re.I,
    )
    return re.sub(r"\A(?:en|et|den|det|de|der)\s+", "", cut.strip(" ,;:"), flags=re.I)


def _groups(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    areas = re.search(
        r"\b(?:fokusområderne|fokusområder|emnerne|temaerne)\s*:?\s+(?P<areas>[^.]+?)(?:\s+(?:blev|bliver|drøftes|skal)\b|\.|\Z)",
        match.string[match.end() :],
        re.I,
    )
    if not areas:
        return []
    names = [name.strip(" .") for name in re.split(r",\s*|\s+og\s+", areas.group("areas")) if name.strip()]
    return [GroupFormation(rule="groups-formed", focus_area=name) for name in names]


def _one_group(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    about = (match.group("about") or "").strip(" .,")
    return [GroupFormation(rule="group-formed", name=match.group("name"), focus_area=about or None)]


def _plans(match: re.Match[str], context: Context) -> Iterable[Fact]:
    title = re.sub(r"planer(?:ne)?\Z", "plan", match.group("plan").strip())
    groups = [fact.name or fact.focus_area for fact in context.facts if isinstance(fact, GroupFormation)]
    plural = match.group("plan").lower().endswith(("planer", "planerne"))
    if plural and groups:
        return [PlanProposal(rule="plan-proposed", title=title, group=group) for group in groups]
    return [PlanProposal(rule="plan-proposed", title=title)]


def _due(task: str, context: Context) -> str | None:
    """Return the day by which something is to be done: ``inden d. 1. februar``, ``senest 1/2``."""
    for mention in dates_in(task, bare=True):
        if _BY.search(task[: mention.start]):
            day = resolved(mention, context.day, "future")
            return day.isoformat() if day else None
    return None


def _task_passive(match: re.Match[str], context: Context) -> Iterable[Fact]:
    to = match.group("to")
    return [
        Decision(rule="task-agreed", outcome="decided"),
        TaskAgreement(
            rule="task-agreed",
            task=match.group("task").strip(" ,"),
            recipient=body_name(to) if to else None,
            due=_due(match.group("task"), context),
        ),
    ]


def _task_by(match: re.Match[str], context: Context) -> Iterable[Fact]:
    """A person's task is theirs; that of an office keeps the office in its words."""
    name, task = match.group("name").strip(), match.group("task").replace("\x00", "").strip(" ,")
    by_office = re.fullmatch(_ROLES, name) is not None or " og " in name
    if not by_office and not looks_like_name(name):
        return []
    return [
        Decision(rule="task-agreed", outcome="decided"),
        TaskAgreement(
            rule="task-agreed",
            task=f"{name} {task}" if by_office else task,
            responsible=None if by_office else name,
            due=_due(task, context),
        ),
    ]


def _group_dissolved(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [GroupDissolution(rule="group-dissolved", group=match.group("about") or match.group("name"))]


def _task_done(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [TaskCompletion(rule="task-done", task=match.group("task"))]


def _report(match: re.Match[str], context: Context) -> Iterable[Fact]:
    held = dates_in(match.group("rest"))
    occasion = match.group("rest")[: held[0].start] if held else match.group("rest")
    body = re.search(_BODY, f"{match.group('rest')}. {context.title}")
    day = resolved(held[0], context.day, "past") if held else None
    return [
        Noting(rule="report-given", explicit=False),
        ReportDelivery(
            rule="report-given",
            person=match.group("name").strip(),
            occasion=occasion.strip(" ,."),
            body=body_name(body.group()) if body else None,
            held_on=day.isoformat() if day else None,
        ),
    ]


RULES = (
    rule(
        "group-dissolved",
        r"\AArbejdsgruppen (?:om (?P<about>[^.;]+?)|»(?P<name>[^»«]+)«) er (?:nedlagt|opløst)\.?\Z",
        _group_dissolved,
    ),
    rule("task-done", r"\AOpgaven »(?P<task>[^»«]+)« er (?:udført|løst)\.?\Z", _task_done),
    rule(
        "questions-sent",
        rf"\b(?:følgende |nedenstående )?spørgsmål(?:ene)? (?:sendes|fremsendes|stilles|oversendes) til (?P<to>{_BODY})",
        _questions,
    ),
    rule(
        "document-sent",
        r"(?:\A|\. )(?P<what>[^.;:]*?) (?:sendes|fremsendes|oversendes|videresendes|indsendes) til "
        rf"(?P<to>{_BODY})",
        _sent,
    ),
    rule(
        "document-to-be-sent",
        r"(?:\A|\. )(?P<what>[^.;:]*?),? (?:(?:der|som) )?(?:vil blive|bliver) (?:frem|over)?sendt til "
        rf"(?P<to>{_BODY})",
        _to_be_sent,
        of_reports=True,
    ),
    rule("groups-formed", rf"\bdel(?:t|te|es) (?:sig )?(?:op )?i {_NUMBER} (?:arbejds)?grupper", _groups),
    rule(
        "group-formed",
        r"\b(?:nedsættes|nedsatte|nedsat|nedsætter) (?:\w+ )?(?:en )?arbejdsgruppe"
        r"(?:, (?P<name>(?-i:[A-ZÆØÅ])[^.,;]*)(?:,(?= (?:om|vedr|for|til|med)\b)|(?=\.?\Z)))?"
        r"(?: (?:om|vedr\.?|vedrørende|for|til) (?P<about>[^.,;]+))?",
        _one_group,
    ),
    rule(
        "plan-proposed",
        r"\b(?:udarbejdet|lavet|fremlagt) (?:et )?forslag til "
        rf"(?:de {_NUMBER} |en |den )?(?P<plan>[\wæøåÆØÅ\- ]*?plan(?:er|erne|en)?)\b",
        _plans,
    ),
    rule(
        "task-agreed",
        rf"\bder (?:{_IS_DONE}) (?P<task>[^;]+?)(?: til (?P<to>{_BODY}))?(?=\.\s+(?-i:[A-ZÆØÅ])|\.?\s*\Z|;)",
        _task_passive,
    ),
    rule(
        "task-agreed",
        rf"(?:\A|[.!?,;:] )(?P<name>{NAME}(?: og {NAME})*|(?-i:{_ROLES})) (?P<task>{_DOES}(?<=\w)(?!\w){_TO_STOP})",
        _task_by,
    ),
    rule(
        "report-given",
        rf"(?:\A|\. )(?P<name>{NAME}) (?:fortalte|berettede|orienterede|informerede) (?:om|fra) "
        rf"(?P<rest>[^.]*?(?:{_OCCASION})\w*(?:[^.]|\.(?=\s*(?:\d|\w+ \d{{4}})|\s*[a-zæøå]))*)",
        _report,
        of_reports=True,
    ),
)

SEATS = pattern(
    rf"\A(?:De )?(?P<count>{_NUMBER}) (?:\w+ ){{0,2}}?(?:medlemmer|repræsentanter|kommuner|personer|pladser) "
    r"(?:(?:er|bliver|blev) (?:permanent )?(?:udpeget|valgt|repræsenteret)|vælges|udpeges|besættes)\b.*"
)


def seats_in(text: str) -> SeatGroup | None:
    """Return the seats that a sentence such as ``Fem medlemmer er udpeget af ministeren`` speaks of."""
    found = SEATS.match(text)
    if not found:
        return None
    count = found.group("count").lower()
    chair = re.search(r"\bherunder\s+(?:\w+\s+)?(?:formand|forperson)", text, re.I)
    return SeatGroup(count=_NUMBERS.get(count) or int(count), basis=text.strip(" ."), includes_chair=chair is not None)


def composition_of(body: str, seats: list[SeatGroup]) -> CompositionReport:
    """Return the report that a body is made up of these seats."""
    return CompositionReport(rule="composition-reported", body=body, seats=tuple(seats))


def body_spoken_of(*texts: str) -> str | None:
    """Return the first body that the texts name."""
    for text in texts:
        found = re.search(_BODY, text)
        if found:
            return body_name(found.group())
    return None

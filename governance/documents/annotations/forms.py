"""Which lines in brackets there are: the label of each, its fields, and what it says."""

from dataclasses import dataclass
from typing import Any

from governance.documents import model
from governance.documents.annotations.asides import HeadAside, ItemAside, OnlyNote
from governance.documents.annotations.codecs import (
    ATTENDEE,
    CLOCK,
    DATE,
    DOCUMENT,
    ITEM_KIND,
    MATTER_KIND,
    OUTCOME,
    PART,
    PERIOD,
    SAME_AS,
    SEATS,
    TEXT,
    YES,
    Codec,
)


@dataclass(frozen=True)
class Field:
    """A field of a line; one without a key stands behind the label."""

    name: str
    key: str
    codec: Codec
    many: bool = False


@dataclass(frozen=True)
class Form:
    """A line in brackets: its label, what it makes, its fields, and what is always so."""

    label: str
    made: type[model.Part]
    fields: tuple[Field, ...]
    fixed: tuple[tuple[str, Any], ...] = ()


FORMS = (
    Form("Dagsorden godkendt", model.AgendaApproval, (Field("changed", "med ændringer", YES),)),
    Form("Referat godkendt", model.MinutesApproval, (Field("of", "", DATE),)),
    Form("Ordstyrer valgt", model.OrdstyrerElection, (Field("name", "", TEXT),)),
    Form("Referent valgt", model.ReferentElection, (Field("name", "", TEXT),)),
    Form("Beslutning", model.Decision, (Field("outcome", "", OUTCOME),)),
    Form("Taget til efterretning", model.Noting, (), (("explicit", True),)),
    Form("Til orientering", model.Noting, (), (("explicit", False),)),
    Form("Drøftet", model.Discussion, ()),
    Form("Arbejdet fortsætter", model.Continuation, (Field("to", "møde", DATE), Field("period", "tid", PERIOD))),
    Form(
        "Udsat",
        model.Postponement,
        (Field("until", "", TEXT), Field("to", "møde", DATE), Field("reason", "fordi", TEXT)),
    ),
    Form("Intet", model.Nothing, ()),
    Form(
        "Arbejdsgruppe",
        model.GroupFormation,
        (
            Field("name", "", TEXT),
            Field("focus_area", "fokusområde", TEXT),
            Field("members", "medlem", TEXT, many=True),
        ),
    ),
    Form("Plan foreslået", model.PlanProposal, (Field("title", "", TEXT), Field("group", "arbejdsgruppe", TEXT))),
    Form(
        "Opgave",
        model.TaskAgreement,
        (
            Field("task", "", TEXT),
            Field("responsible", "ansvarlig", TEXT),
            Field("recipient", "til", TEXT),
            Field("due", "frist", DATE),
        ),
    ),
    Form(
        "Sendes",
        model.DocumentDispatch,
        (
            Field("title", "", TEXT),
            Field("recipient", "til", TEXT),
            Field("kind", "art", DOCUMENT),
            Field("for_meeting", "til møde", PERIOD),
        ),
    ),
    Form(
        "Spørgsmål sendes",
        model.QuestionsDispatch,
        (
            Field("recipient", "til", TEXT),
            Field("occasion", "anledning", TEXT),
            Field("period", "tid", PERIOD),
            Field("questions", "spørgsmål", TEXT, many=True),
        ),
    ),
    Form(
        "Beretning",
        model.ReportDelivery,
        (
            Field("person", "ved", TEXT),
            Field("occasion", "om", TEXT),
            Field("body", "organ", TEXT),
            Field("held_on", "dato", DATE),
        ),
    ),
    Form(
        "Sammensætning",
        model.CompositionReport,
        (Field("body", "", TEXT), Field("seats", "pladser", SEATS, many=True)),
    ),
    Form(
        "Møde aftalt",
        model.MeetingAgreement,
        (
            Field("date", "", DATE),
            Field("start", "fra kl.", CLOCK),
            Field("end", "til kl.", CLOCK),
            Field("place", "sted", TEXT),
            Field("parts", "del", PART, many=True),
            Field("contents", "indhold", TEXT),
            Field("items", "punkt", TEXT, many=True),
        ),
    ),
    Form("Velkomst", model.Welcome, (Field("name", "til", TEXT),)),
    Form("Forkortelse", model.Abbreviation, (Field("body", "", TEXT), Field("abbreviation", "kort", TEXT))),
    Form(
        "Mødet",
        HeadAside,
        (
            Field("body", "organ", TEXT),
            Field("municipality", "kommune", TEXT),
            Field("date", "dato", DATE),
            Field("start", "fra kl.", CLOCK),
            Field("end", "til kl.", CLOCK),
            Field("place", "sted", TEXT),
            Field("parts", "del", PART, many=True),
            Field("contents", "indhold", TEXT),
            Field("opened_at", "åbnet", CLOCK),
            Field("closed_at", "hævet", CLOCK),
            Field("attendees", "medlem", ATTENDEE, many=True),
            Field("referent", "referent", TEXT),
            Field("chair", "ordstyrer", TEXT),
        ),
    ),
    Form("Kun notat", OnlyNote, ()),
    Form(
        "Punktet",
        ItemAside,
        (
            Field("title", "titel", TEXT),
            Field("kind", "art", ITEM_KIND),
            Field("standing", "fast", YES),
            Field("closed", "lukket", YES),
            Field("presenter", "ved", TEXT),
            Field("matter_kind", "sagstype", MATTER_KIND),
            Field("addressee", "til", TEXT),
            Field("same_as", "samme sag som", SAME_AS),
        ),
    ),
)

"""Lines in brackets that say how a meeting went: comings and goings, breaks, the agenda, proposals and votes."""

from governance.documents import model
from governance.documents.annotations.codecs import CLOCK, DATE, TEXT, YES, Codec, choice, divided, joined
from governance.documents.annotations.form import Field, Form
from governance.documents.model import GroupVote, Guest, Movement, NamedVote, StandIn

_FOR_OR_AGAINST = {"for": "for", "against": "imod", "abstained": "hverken for eller imod", "not-voting": "stemte ikke"}
_ROLES = {"guest": "gæst", "observer": "observatør", "presenter": "oplægsholder", "administration": "forvaltning"}


def _write_movement(movement: Movement) -> str:
    return joined(["ankom" if movement.arrived else "gik", movement.name, *_when(movement.time, movement.item)])


def _read_movement(text: str) -> Movement | None:
    way, *said = divided(text)
    if way not in ("ankom", "gik") or not said:
        return None
    return Movement(name=said[0], arrived=way == "ankom", time=_time_in(said[1:]), item=_item_in(said[1:]))


def _write_guest(guest: Guest) -> str:
    return joined([_ROLES[guest.role], guest.name, *_when(None, guest.item)])


def _read_guest(text: str) -> Guest | None:
    word, *said = divided(text)
    role = next((role for role, known in _ROLES.items() if known == word), None)
    return Guest(name=said[0], role=role, item=_item_in(said[1:])) if role and said else None  # type: ignore[arg-type]


def _write_stand_in(held: StandIn) -> str:
    return joined([held.name, f"for {held.member}", *_when(None, held.item)])


def _read_stand_in(text: str) -> StandIn | None:
    name, *said = divided(text)
    if not said or not said[0].startswith("for "):
        return None
    return StandIn(name=name, member=said[0].removeprefix("for "), item=_item_in(said[1:]))


def _when(time: str | None, item: str | None) -> list[str]:
    return [*([f"kl. {CLOCK.write(time)}"] if time else []), *([f"punkt {item}"] if item else [])]


def _time_in(pieces: list[str]) -> str | None:
    return next((CLOCK.read(piece[4:]) for piece in pieces if piece.startswith("kl. ")), None)


def _item_in(pieces: list[str]) -> str | None:
    return next((piece[6:] for piece in pieces if piece.startswith("punkt ")), None)


def _write_named(vote: NamedVote) -> str:
    return joined([_FOR_OR_AGAINST[vote.choice], vote.name])


def _read_named(text: str) -> NamedVote | None:
    word, *said = divided(text)
    meant = CHOICE.read(word)
    return NamedVote(name=said[0], choice=meant) if meant and said else None


def _write_group(vote: GroupVote) -> str:
    return joined([_FOR_OR_AGAINST[vote.choice], vote.group, *([str(vote.count)] if vote.count is not None else [])])


def _read_group(text: str) -> GroupVote | None:
    word, *said = divided(text)
    meant = CHOICE.read(word)
    if not meant or not said:
        return None
    return GroupVote(group=said[0], choice=meant, count=int(said[1]) if said[1:] and said[1].isdigit() else None)


CHOICE = choice(_FOR_OR_AGAINST)
MEETING_FORM = choice(
    {"room": "fysisk fremmøde", "online": "online", "hybrid": "hybridmøde", "written": "skriftlig behandling"}
)
MEETING_KIND = choice(
    {
        "ordinary": "ordinært møde",
        "extraordinary": "ekstraordinært møde",
        "inaugural": "konstituerende møde",
        "general-meeting": "generalforsamling",
        "extraordinary-general-meeting": "ekstraordinær generalforsamling",
    }
)
APPROVAL = choice({"at-meeting": "på mødet", "silence": "uden indsigelser", "written": "skriftligt"})
LEADER = choice({"dirigent": "dirigent", "chair": "mødeleder"})
MOVEMENT = Codec(_write_movement, _read_movement)
GUEST = Codec(_write_guest, _read_guest)
STAND_IN = Codec(_write_stand_in, _read_stand_in)
_NAMED = Codec(_write_named, _read_named)
_GROUPS = Codec(_write_group, _read_group)
_COUNT = Codec(str, lambda text: int(text) if text.isdigit() else None)
_RESULT = choice({True: "vedtaget", False: "forkastet"})
_METHOD = choice(
    {
        "show-of-hands": "håndsoprækning",
        "roll-call": "navneopråb",
        "written": "skriftlig",
        "secret": "hemmelig",
        "acclamation": "akklamation",
    }
)
_TIMED = (Field("at", "kl.", CLOCK), Field("on", "dato", DATE))

PROCEEDINGS = (
    Form("Mødet afbrudt", model.Interruption, _TIMED),
    Form("Mødet genoptaget", model.Resumption, _TIMED),
    Form(
        "Inhabilitet rejst",
        model.DisqualificationClaim,
        (Field("person", "", TEXT), Field("reason", "fordi", TEXT)),
    ),
    Form(
        "Inhabilitet afgjort",
        model.DisqualificationRuling,
        (Field("person", "", TEXT), Field("disqualified", "inhabil", YES)),
    ),
    Form("Punktet flyttet", model.ItemMove, (Field("before", "før punkt", TEXT),)),
    Form("Punktet udgår", model.ItemWithdrawal, (Field("reason", "fordi", TEXT),)),
    Form("Punktet optaget", model.LateAcceptance, (Field("votes", "stemmer for", _COUNT),)),
    Form("Punkt afvist", model.LateRefusal, (Field("title", "", TEXT), Field("proposed_by", "ønsket af", TEXT))),
    Form("Taget op igen", model.Reopening, _TIMED),
    Form("Sagen fremlagt", model.CasePresentation, (Field("person", "af", TEXT),)),
    Form("Forslag", model.Proposal, (Field("proposal", "", TEXT), Field("proposed_by", "stillet af", TEXT))),
    Form(
        "Ændringsforslag",
        model.Amendment,
        (Field("amendment", "", TEXT), Field("to", "til", TEXT), Field("proposed_by", "stillet af", TEXT)),
    ),
    Form(
        "Afstemning",
        model.Vote,
        (
            Field("adopted", "", _RESULT),
            Field("proposal", "om", TEXT),
            Field("method", "måde", _METHOD),
            Field("votes_for", "for", _COUNT),
            Field("votes_against", "imod", _COUNT),
            Field("abstained", "hverken for eller imod", _COUNT),
            Field("not_voting", "stemte ikke", _COUNT),
            Field("named", "navn", _NAMED, many=True),
            Field("groups", "gruppe", _GROUPS, many=True),
            Field("casting_vote", "udslag", CHOICE),
            Field("lots", "lodtrækning", YES),
            Field("unanimous", "enstemmigt", YES),
        ),
    ),
    Form("Anbefalet", model.Recommendation, (Field("body", "over for", TEXT),)),
    Form("Sendt tilbage", model.SendingBack, (Field("body", "til", TEXT), Field("reason", "fordi", TEXT))),
    Form(
        "Ført til protokols",
        model.RecordedStatement,
        (Field("statement", "", TEXT), Field("person", "af", TEXT)),
    ),
    Form(
        "Mindretalsudtalelse",
        model.DissentingStatement,
        (Field("dissent", "", TEXT), Field("person", "af", TEXT), Field("procedural", "om behandlingen", YES)),
    ),
    Form(
        "Underskrevet",
        model.Signature,
        (Field("name", "af", TEXT), Field("on", "dato", DATE), Field("reservation", "forbehold", TEXT)),
    ),
)

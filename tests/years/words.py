"""The words of the generated books: names, matters and what is said of them. All of it is made up."""

import random

from events.catalogue import CouncilKind

FIRST_NAMES = (
    *("Anna", "Bo", "Carla", "Dorte", "Emil", "Fatma", "Georg", "Hanne", "Ib", "Jytte", "Karim", "Lone", "Mads"),
    *("Naja", "Ole", "Pia", "Rasmus", "Sana", "Thyra", "Ulrik", "Vibeke", "Yusuf", "Ægir", "Østen", "Åse", "Birgit"),
    *("Chau", "Daniel", "Ellen", "Flemming", "Grethe", "Henning", "Inge", "Jonas", "Kirsten", "Lars", "Mette", "Niels"),
)
LAST_NAMES = (
    *("Ægidius", "Bæk", "Carlsen", "Dahl", "Ejlersen", "Frost", "Gram", "Holm", "Iversen", "Juul", "Kjær", "Lund"),
    *("Møller", "Nguyen", "Olesen", "Pilgaard", "Riis", "Skov", "Toft", "Udsen", "Vestergaard", "Winther", "Yıldız"),
    *("Ørum", "Åkjær", "Bjerre", "Damgaard", "Falk", "Haddad", "Krogh", "Lindholm", "Munk", "Ravn", "Sø", "Thorup"),
)
PARTIES = ("A", "B", "C", "F", "O", "V", "Ø")
ORGANISATIONS = {
    CouncilKind.INTEGRATION_COUNCIL: (
        *("Kvindeforeningen Broen", "Foreningen Nye Naboer", "Idrætsforeningen Samspil", "Sprogcaféen"),
        *("Skolebestyrelserne", "Frivilligcenteret", "Kulturforeningen Regnbuen", "Lektiehjælpen"),
    ),
    CouncilKind.DISABILITY_COUNCIL: (
        *("Hørelauget", "Blindes Venner i Byen", "Bevægelsesforeningen", "Udviklingsfonden", "Hjerneskadekredsen"),
        "Gigtkredsen",
    ),
}
BODIES = (
    ("Økonomiudvalget", "ØKU"),
    ("Arbejdsmarkedsudvalget", "AMU"),
    ("Kulturforvaltningen", "KF"),
    ("Trafiksikkerhedsrådet", "TSR"),
    ("Bibliotekets brugerråd", "BBR"),
)
PLACES = ("Rådhuset, mødelokale 1", "Medborgerhuset", "Biblioteket, salen", "Kulturhuset, lokale 3")
OCCASIONS = ("årsmødet", "temadagen", "repræsentantskabsmødet", "dialogmødet", "landsmødet")
FOCUS_AREAS = ("ensomhed", "tilgængelighed", "uddannelse", "frivillighed", "trafiksikkerhed", "sundhed")
GROUPS = ("Festgruppen", "Høringsgruppen", "Tryghedsgruppen", "Budgetgruppen", "Ungegruppen")
TASKS = (
    "indhente tilbud",
    "skrive et oplæg til næste møde",
    "kontakte foreningerne",
    "undersøge reglerne",
    "finde en dato for temamødet",
    "gennemgå regnskabet",
)
PROPOSALS = (
    "Planen godkendes som fremlagt",
    "Der afsættes midler til et forsøg i to år",
    "Forvaltningen udarbejder et nyt oplæg",
    "Ordningen gøres permanent",
    "Aftalen forlænges med et år",
)
AMENDMENTS = (
    "Forsøget begrænses til et år",
    "Ordningen evalueres efter et halvt år",
    "Beløbet halveres",
    "Planen sendes i høring først",
)
NOTES = (
    "Flere medlemmer efterlyste en samlet oversigt.",
    "Der var ros til det forberedende arbejde.",
    "Sagen har været drøftet med de berørte parter.",
    "Forvaltningen svarede på spørgsmål.",
    "Økonomien blev gennemgået.",
    "Der blev spurgt til tidsplanen.",
    "Bilaget blev uddelt på mødet.",
)
STATEMENTS = (
    "Sagen burde have været bedre belyst",
    "Vi ser frem til at følge udviklingen",
    "Beslutningen bør tages op igen om et år",
)
DISSENTS = ("Forslaget er for dyrt", "Forslaget tager ikke hensyn til borgerne", "Pengene er brugt bedre andetsteds")
QUESTIONS = (
    "Hvornår foreligger evalueringen?",
    "Hvor mange borgere er omfattet?",
    "Hvad har ordningen kostet?",
    "Hvem har ansvaret for driften?",
)
REASONS = ("der mangler bilag", "forvaltningen er ikke klar", "økonomien skal undersøges nærmere")

_OF_ALL = (
    *("Orientering fra formanden", "Orientering fra forvaltningen", "Opfølgning på sidste møde", "Årets arbejde"),
    *("Kommunikation og hjemmeside", "Temamøde med naboerne", "Evaluering af samarbejdet"),
)
MATTERS: dict[CouncilKind, tuple[str, ...]] = {
    CouncilKind.MUNICIPAL_COUNCIL: (
        *("Budgetopfølgning", "Lokalplan for Havnen", "Anlægsbevilling til skolerne", "Kommuneplanens hovedstruktur"),
        *("Takster for dagtilbud", "Salg af grund ved Åvej", "Spildevandsplan", "Kvalitetsrapport for skolerne"),
        *("Revisionsberetning", "Låneoptagelse", "Klimahandlingsplan", "Vejbelysning", "Ny idrætshal", "Bosætning"),
        *("Erhvervspolitik", "Sundhedsaftale", "Støtte til landsbyer", "Cykelstier", "Ejendomsskat", "Budgetlægning"),
        *("Tilsyn på plejecentre", "Ungepolitik", "Affaldsplan", "Varmeforsyning", "Samarbejde om beredskab"),
    ),
    CouncilKind.COMMITTEE: (
        *("Trafikplan", "Vedligehold af veje", "Tilskud til foreninger", "Halfordeling", "Byggesager", "Legepladser"),
        *("Naturpleje", "Dispensation fra lokalplan", "Energirenovering", "Kulturpulje", "Bustider", "Parkering"),
        *("Skolernes ferieplan", "Normering", "Madordning", "Hjemmepleje", "Genoptræning", "Væresteder"),
        *("Praktikpladser", "Virksomhedsbesøg", "Halvårsregnskab", "Udbud af rengøring"),
    ),
    CouncilKind.INTEGRATION_COUNCIL: (
        *("Sprogcafé", "Lektiehjælp", "Foreningsliv", "Mentorordning", "Virksomhedsbesøg", "Byfest", "Boligplacering"),
        *("Modtagelse af nye borgere", "Danskundervisning", "Høring om integrationspolitik", "Kvinder i job"),
        *("Unge og fritidsjob", "Folder om foreninger", "Samarbejde med biblioteket", "Medborgerskabspris"),
        *("Tolkebistand", "Familiekurser", "Sundhedsdag", "Besøg på asylcentret", "Ansøgning til puljen"),
    ),
    CouncilKind.SENIORS_COUNCIL: (
        *("Hjemmepleje", "Plejeboliger", "Madservice", "Høring om kvalitetsstandarder", "Seniordage", "Besøgsvenner"),
        *("Busser og flextrafik", "Demensvenlig kommune", "Forebyggende besøg", "Digital hjælp", "Ældreboliger"),
        *("Tryghed", "Frivillige på plejecentre", "Motion for ældre", "Høring om budget", "Valg til ældrerådet"),
        *("Genoptræning", "Aflastning", "Klippekort", "Værdighedspolitik", "Sommerudflugt"),
    ),
    CouncilKind.DISABILITY_COUNCIL: (
        *("Tilgængelighed i byrummet", "Rampe ved biblioteket", "Hjælpemidler", "Kørselsordning", "Botilbud"),
        *("Handicappolitik", "Beskæftigelse", "Specialundervisning", "Ledsagerordning", "Høring om lokalplan"),
        *("Skiltning", "Teleslynge i byrådssalen", "Tilgængelig hjemmeside", "Idræt for alle", "Merudgifter"),
        *("Parkeringspladser", "Unge med handicap", "Socialtilsyn", "Toiletter", "Temadag", "Handicappris"),
    ),
    CouncilKind.ASSOCIATION_BOARD: (
        *(
            "Kassererens beretning",
            "Medlemstal",
            "Vedligehold af klubhuset",
            "Forsikringer",
            "Sommerfest",
            "Kontingent",
        ),
        *("Standerhejsning", "Arbejdsdag", "Hjemmeside", "Juniorafdeling", "Ny container", "Samarbejde med kommunen"),
        *("Ansøgning til fonden", "Budget", "Ordensregler", "Nøgler", "Indkøb", "Regnskab", "Medlemsblad", "Jubilæum"),
        "Strømforbrug",
    ),
}


def titles(kind: CouncilKind) -> tuple[str, ...]:
    """Return what a body of this kind deals with."""
    return MATTERS[kind] + _OF_ALL


def names(rng: random.Random) -> list[str]:
    """Return all names there are, in an order of the seed."""
    made = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
    rng.shuffle(made)
    return made

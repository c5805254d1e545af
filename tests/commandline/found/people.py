"""Where the state tells the events of the book "people": the council, its rules, members, stand-ins, officers and other bodies."""

from tests.commandline.found.place import Found

FOUND: dict[str, Found] = {
    "CouncilEstablished": Found("council.kind", "integration-council"),
    "CouncilRenamed": Found("council.name", "Rådet for Medborgerskab"),
    "CouncilDissolved": Found(
        "council.dissolved",
        {"on": "2026-06-30", "successor": "Medborgerskabsudvalget", "reason": "Sammenlagt med udvalget."},
    ),
    "RulesAdopted": Found(
        "rules.quorum",
        {"value": "majority", "source": "adopted", "title": "Forretningsorden", "since": "2022-02-15"},
    ),
    "PersonRegistered": Found("persons.2.name", "Chau Nguyen"),
    "PersonRenamed": Found("persons.1.name", "Bo Ørum Lind"),
    "MemberAppointed": Found("members.0.terms.0.organisation", "Kvindeforeningen", at=5),
    "MemberReappointed": Found("members.0.terms.0.until", "2029-12-31"),
    "MembershipEnded": Found("members.1.terms.0.cause", "moved"),
    "LeaveGranted": Found("members.0.leaves", [{"from": "2022-04-01", "until": "2022-09-30", "to": None}]),
    "LeaveEnded": Found("members.0.leaves.0.to", "2022-09-01"),
    "StandInListed": Found("stand_ins.1.member", "p3"),
    "StandInRemoved": Found("stand_ins.0.to", "2022-10-01"),
    "StandInCalled": Found(
        "stand_in_calls.1", {"person": "p4", "member": "p2", "meeting": None, "item": None, "from": "2022-04-01"}
    ),
    "OfficerElected": Found(
        "offices.0",
        {
            "person": "p2",
            "office": "chair",
            "title": "forperson",
            "from": "2022-02-01",
            "until": "2025-12-31",
            "to": None,
            "meeting": "m8",
            "item": "i10",
        },
    ),
    "OfficeEnded": Found("offices.0.to", "2023-07-01"),
    "RepresentativeElected": Found("representations.0.from", "2022-03-01"),
    "RepresentationEnded": Found("representations.0.to", "2023-06-30"),
    "ExternalBodyRegistered": Found("bodies.0.kind", "council"),
    "ExternalBodyRenamed": Found("bodies.0.name", "Det Nationale Integrationsråd"),
}

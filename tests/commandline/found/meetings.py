"""Where the state tells the events of the book "meetings": meetings, agendas, items, votes and minutes."""

from tests.commandline.found.place import Found

_PLACE = "meetings.0.agenda.1"

FOUND: dict[str, Found] = {
    "MeetingScheduled": Found("meetings.0.form", "room"),
    "MeetingRescheduled": Found("meetings.0.kind", "extraordinary"),
    "MeetingInterrupted": Found("meetings.0.interruptions.0.from", "2023-05-09T16:40"),
    "MeetingResumed": Found("meetings.0.interruptions.0.to", "2023-05-09T16:50"),
    "AttendanceRecorded": Found("meetings.0.attendance.1", {"member": "p4", "status": "apology", "present": []}, at=24),
    "MemberArrived": Found(
        "meetings.0.attendance.2.present",
        [{"from_time": "16:20", "from_item": "i14", "to_time": None, "to_item": None}],
    ),
    "MemberLeft": Found(
        "meetings.0.attendance.2.present",
        [{"from_time": "16:20", "from_item": "i14", "to_time": "17:10", "to_item": "i16"}],
    ),
    "GuestAttended": Found("meetings.0.guests.0", {"person": "p5", "role": "presenter", "item": "i14"}),
    "DisqualificationRaised": Found(
        f"{_PLACE}.disqualifications.0", {"member": "p3", "reason": "Finn ejer firmaet", "disqualified": None}
    ),
    "DisqualificationDecided": Found(f"{_PLACE}.disqualifications.0.disqualified", True),
    "OrdstyrerElected": Found("meetings.0.ordstyrer_role", "dirigent"),
    "AgendaItemMoved": Found("meetings.0.agenda.2.id", "i18"),
    "AgendaItemWithdrawn": Found("meetings.0.agenda.4.outcome_detail", "withdrawn"),
    "AgendaSent": Found("meetings.0.agenda_sent", [{"on": "2023-05-02", "items": ["i13", "i14", "i16", "i18", "i20"]}]),
    "LateItemAccepted": Found("meetings.0.agenda.4.late_votes", 3),
    "LateItemRefused": Found("meetings.0.refused_items", [{"title": "Julefrokost", "proposed_by": "p3"}]),
    "ItemOpened": Found(f"{_PLACE}.openings", [{"at": "16:20", "again": False}]),
    "ItemReopened": Found(f"{_PLACE}.openings.1", {"at": "17:30", "again": True}),
    "CasePresented": Found(f"{_PLACE}.presentations", [{"person": "p5"}]),
    "ProposalMade": Found(f"{_PLACE}.proposals.0.text", "Rampen bygges i 2024"),
    "AmendmentMoved": Found(f"{_PLACE}.proposals.1.amends", "f38"),
    "VoteHeld": Found(f"{_PLACE}.proposals.1.adopted", False, at=42),
    "ItemRecommended": Found(f"{_PLACE}.recommended_to", "b9"),
    "ItemSentBack": Found("meetings.0.agenda.3.sent_back_because", "Budgettet mangler"),
    "StatementEntered": Found(f"{_PLACE}.statements", [{"person": "p4", "statement": "Rampen haster"}]),
    "DissentEntered": Found(
        f"{_PLACE}.dissents", [{"person": "p4", "dissent": "Sagen var ikke oplyst", "procedural": True}]
    ),
    "MinutesSigned": Found(
        "meetings.0.signatures.2",
        {"person": "p3", "on": "2023-05-25", "reservation": "Punkt 4 mangler", "key": "k56"},
    ),
    "KeyEnrolled": Found("keys.0.person", "p3"),
    "KeyRevoked": Found("keys.0.revoked_because", "Mistet"),
    "MinutesApproved": Found("approvals.0.how", "silence"),
}

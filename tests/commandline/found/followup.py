"""Where the state tells the events of the book "followup": what follows from a meeting."""

from tests.commandline.found.place import Found

FOUND: dict[str, Found] = {
    "WorkingGroupFormed": Found("groups.1.name", "Madgruppen"),
    "WorkingGroupChanged": Found("groups.0.focus_area", "Besøgsvenner i Sønderby", at=25),
    "WorkingGroupDissolved": Found("groups.1.dissolved_on", "2023-05-09"),
    "PlanProposed": Found("groups.0.plans", ["h14"]),
    "PlanAdopted": Found(
        "plans.1.activities.0",
        {"activity": "Sommerfest", "period": "2023-06", "responsible": "p3", "budget": 1_250_050},
        at=28,
    ),
    "FocusAreaChosen": Found("focus_areas.1.focus_area", "Kollektiv trafik"),
    "TaskAgreed": Found("tasks.1.task", "finde en dato"),
    "TaskChanged": Found("tasks.0.task", "ringe til foreningerne; alle", at=30),
    "TaskCompleted": Found("tasks.0.completed_on", "2023-06-02"),
    "DocumentSent": Found("dispatches.0.answer_due", "2023-03-15"),
    "QuestionsSent": Found("dispatches.1.answer_due", "2023-03-15"),
    "ApplicationSent": Found("dispatches.2.amount", 1_250_050, at=20),
    "AnswerReceived": Found("dispatches.2.answers.0.granted", False, at=34),
}

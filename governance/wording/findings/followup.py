"""Findings about what was to follow from meetings, in words."""

from governance.language import _, plural
from governance.wording.findings.telling import Told
from governance.wording.speaking import body, day, period


def _postponed_never_back(told: Told) -> str:
    if told.text("named") == "yes":
        said = _("{item}: put off on {date} to the meeting of {without}, which was held without it.")
    elif told.text("until"):
        said = _("{item}: put off on {date} to {until}; it was not taken up on {without}, nor since.")
    else:
        said = _("{item}: put off on {date}; it was not taken up at the next meeting, of {without}, nor since.")
    return _never_back(told, said)


def _continued_never_back(told: Told) -> str:
    if told.text("named") == "yes":
        said = _("{item}: work was to go on at the meeting of {without}, which was held without it.")
    elif told.text("until"):
        said = _("{item}: work was to go on in {until}; it was not taken up on {without}, nor since.")
    else:
        said = _("{item}: work was to go on; it was not taken up at the next meeting, of {without}, nor since.")
    return _never_back(told, said)


def _never_back(told: Told, said: str) -> str:
    until = period(told.text("until"))
    return said.format(item=told.item(), date=told.day("date"), until=until, without=told.day("without"))


def _answer_overdue(told: Told) -> str:
    if told.text("title"):
        said = plural(
            "{body} was to answer »{title}« by {due}, {days} day ago.",
            "{body} was to answer »{title}« by {due}, {days} days ago.",
            told.count("days"),
        )
    else:
        said = plural(
            "{body} was to answer the questions under {item} by {due}, {days} day ago.",
            "{body} was to answer the questions under {item} by {due}, {days} days ago.",
            told.count("days"),
        )
    named = body(told.fold, told.text("body"))  # type: ignore[arg-type]
    return said.format(
        body=named, title=told.text("title"), item=told.item(), due=told.day("due"), days=told.count("days")
    )


def _task_overdue(told: Told) -> str:
    if told.text("person"):
        said = plural(
            "»{task}« was to be done by {due}, {days} day ago: {person}.",
            "»{task}« was to be done by {due}, {days} days ago: {person}.",
            told.count("days"),
        )
    else:
        said = plural(
            "»{task}« was to be done by {due}, {days} day ago.",
            "»{task}« was to be done by {due}, {days} days ago.",
            told.count("days"),
        )
    person = told.person("person") if told.text("person") else ""
    return said.format(task=told.text("task"), due=told.day("due"), days=told.count("days"), person=person)


def _group_of_one_who_left(told: Told) -> str:
    if told.text("group"):
        said = _("{person} is in the working group {group}, but is no member any more since {ended}.")
    else:
        said = _("{person} is in a working group, but is no member any more since {ended}.")
    return said.format(person=told.person("person"), group=told.text("group"), ended=day(told.text("ended")))


def _neither_held_nor_called_off(told: Told) -> str:
    said = _("The meeting of {date} was planned; the book tells neither that it was held nor that it was called off.")
    return said.format(date=told.day("date"))


SENTENCES = {
    "postponed-never-back": _postponed_never_back,
    "continued-never-back": _continued_never_back,
    "answer-overdue": _answer_overdue,
    "task-overdue": _task_overdue,
    "group-of-one-who-left": _group_of_one_who_left,
    "neither-held-nor-called-off": _neither_held_nor_called_off,
}

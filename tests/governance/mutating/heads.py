"""The head of minutes in many looks: the title, when and where, and who was there."""

import random
from dataclasses import dataclass

from tests.governance.mutating.days import DAY_STYLES, SPAN_STYLES, day_of_head, span, spoken
from tests.governance.mutating.drawing import Member, Minutes


@dataclass(frozen=True)
class Head:
    """The first blocks of the text, the line that says at the end when the meeting closed, and the times that are told."""

    blocks: list[str]
    closing: str | None
    start: str | None
    end: str | None


def head(minutes: Minutes, dice: random.Random, *, markdown: bool) -> Head:
    """Return the title and the lines about when and where."""
    when, closing, start, end = _when(minutes, dice, markdown=markdown)
    return Head([*_title(minutes, dice, markdown=markdown), *when], closing, start, end)


def _title(minutes: Minutes, dice: random.Random, *, markdown: bool) -> list[str]:
    bold = "**" if markdown else ""
    body, town = minutes.body, f"{minutes.town} Kommune"
    return dice.choice(
        [
            [f"{bold}Referat\naf møde i {body} i {town}{bold}"],
            ["Referat", f"af møde i {body} i {town}"],
            [f"{bold}Referat af møde i {body}, {town}{bold}"],
            [f"# Referat af møde i {body} i {town}" if markdown else f"Mødereferat – møde i {body} i {town}"],
            [f"REFERAT\n\n{body}\n{town}"],
            [f"{town}\n{body}", "Referat"],
            [f"{body}, {town}", f"{bold}Referat af ordinært møde{bold}"],
            [f"Beslutningsprotokol fra møde i {body} i {town}"],
            [
                f"Referat fra {body}s møde i {town}"
                if not body.endswith(("d", "s"))
                else f"Referat fra møde i {body} i {town}"
            ],
            [f"Udkast til referat af ekstraordinært møde i {body} i {town}"],
            [f"REFERAT AF MØDE I {body.upper()} I {town.upper()}"],
        ]
    )


def _when(
    minutes: Minutes, dice: random.Random, *, markdown: bool
) -> tuple[list[str], str | None, str | None, str | None]:
    day = day_of_head(minutes.day, dice.choice(DAY_STYLES))
    place, start, end = minutes.place, minutes.start, minutes.end
    hours = span(start, end, dice.choice(SPAN_STYLES))
    style = dice.choice(
        ["seed", "seed", "with hours", "one line", "labels", "labels", "other labels", "table", "closing", "begun"]
    )
    bold = "**" if markdown else ""
    if style == "table" and not markdown:
        style = "tabs"
    if style == "seed":
        return [f"{bold}{day}\ni {place}{bold}"], None, None, None
    if style == "closing":
        closing = dice.choice(["Mødet sluttede kl. {}.", "Mødet blev hævet kl. {}.", "Mødet hævet kl. {}"]).format(
            spoken(end)
        )
        return [f"{day} kl. {spoken(start)}\ni {place}"], closing, start, end
    if style == "begun":
        return (
            [f"Dato: {day}\nMødet begyndt: kl. {spoken(start)}\nMødet hævet: kl. {spoken(end)}\nSted: {place}"],
            None,
            start,
            end,
        )
    blocks = {
        "with hours": [f"{day} {hours}\ni {place}"],
        "one line": [f"{day}, {hours}, {place}"],
        "labels": [f"{bold}Dato:{bold} {day}\n{bold}Tid:{bold} {hours}\n{bold}Sted:{bold} {place}"],
        "other labels": [f"Mødedato: {day}\nTidspunkt: {hours}\nMødested: {place}"],
        "table": [f"| | |\n|---|---|\n| Dato | {day} |\n| Tid | {hours} |\n| Sted | {place} |"],
        "tabs": [f"Dato\t{day}\nTid\t{hours}\nSted\t{place}"],
    }
    return blocks[style], None, start, end


_THERE = (
    "Til stede",
    "Tilstede",
    "Fremmødte",
    "Deltagere",
    "Mødedeltagere",
    "Fremmødte medlemmer",
    "Medlemmer til stede",
)
_SORRY = ("Afbud", "Afbud fra", "Fraværende med afbud", "Meldt afbud")
_MISSING = ("Fraværende uden afbud", "Udeblevet", "Ikke mødt")
_GUESTS = ("Gæster", "Øvrige deltagere", "Desuden deltog", "Endvidere deltog", "Fra forvaltningen")


def attendance(minutes: Minutes, dice: random.Random, *, markdown: bool) -> tuple[list[str], dict[str, list[str]]]:
    """Return the blocks that say who was there, and what they say as a label has it."""
    held: dict[str, list[Member]] = {status: [] for status in ("present", "apology", "absent")}
    for member in minutes.members:
        held[member.status].append(member)
    styles = ["seed", "seed", "one line", "one line", "lines", "bullets", "sentences", "behind", "semicolons"]
    style = dice.choice([*styles, "table", "crosses", "bold lists"] if markdown else styles)
    lists = [
        (dice.choice(_THERE), held["present"]),
        (dice.choice(_SORRY), held["apology"]),
        (dice.choice(_MISSING), held["absent"]),
    ]
    nobody = dice.random() < 0.5
    lists = [(label, members) for label, members in lists if members or (nobody and label in _SORRY)]
    words = {"present": "Mødt", "apology": "Afbud", "absent": dice.choice(["Fraværende", "Udeblevet", "Ikke mødt"])}
    blocks = _rows(style, minutes.members, words) or [_list(style, label, members, dice) for label, members in lists]
    if minutes.guests:
        blocks.append(f"{dice.choice(_GUESTS)}: {_enumerated(minutes.guests)}")
    said = {
        "present": [member.written for member in held["present"]],
        "absent_with_apology": [member.written for member in held["apology"]],
        "absent": [member.written for member in held["absent"]],
        "others_present": list(minutes.guests),
    }
    return blocks, said


def _rows(style: str, members: list[Member], words: dict[str, str]) -> list[str]:
    """Return one row a member, in the styles that have rows."""
    if style == "seed":
        return [
            "\n".join(["Indbudte:\tMedlemmer:", *(f"{words[member.status]}\t{member.written}" for member in members)])
        ]
    if style == "behind":
        return [
            "\n".join(["Medlemmer:", *(f"{member.written} – {words[member.status].lower()}" for member in members)])
        ]
    if style == "table":
        rows = [f"| {words[member.status]} | {member.written} |" for member in members]
        return ["\n".join(["| | |", "|---|---|", "| Indbudte: | Medlemmer: |", *rows])]
    if style == "crosses":
        marks = {"present": "x | | ", "apology": " | x | ", "absent": " | | x"}
        rows = [f"| {member.written} | {marks[member.status]} |" for member in members]
        return ["\n".join(["| Navn | Mødt | Afbud | Udeblevet |", "|---|---|---|---|", *rows])]
    return []


def _list(style: str, label: str, members: list[Member], dice: random.Random) -> str:
    names = [member.written for member in members]
    if not names:
        return f"{label}: {dice.choice(['Ingen', 'Ingen.', '-', ''])}".rstrip()
    if style == "lines":
        return "\n".join([f"{label}:", *names])
    if style == "bullets":
        point = dice.choice(["-", "*", "•"])
        return "\n".join([f"{label}:", *(f"{point} {name}" for name in names)])
    if style == "bold lists":
        return "\n".join([f"**{label}:**", "", *(f"- {name}" for name in names)])
    if style == "semicolons":
        return f"{label}: {'; '.join(names)}"
    if style == "sentences" and label in _SORRY:
        return dice.choice(["Der var afbud fra {}.", "{} havde meldt afbud.", "Afbud fra {}."]).format(
            _enumerated(names)
        )
    return f"{label}: {_enumerated(names)}" + ("." if style == "sentences" else "")


def _enumerated(names: list[str]) -> str:
    return " og ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

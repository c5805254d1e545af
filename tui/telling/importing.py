"""The lines of an import: its files, the entries that were read in one of them, and the words that they came from."""

from collections.abc import Sequence

from events.event import Event
from governance.documents.reading.usage import Usage
from governance.importing.doubting import Standing
from governance.importing.reviewing import Proposed, Review
from governance.language import _, plural, said
from governance.state.fold import Fold
from governance.wording.acts import act_name
from governance.wording.importing import meaning_words, standing_words, why_words
from governance.wording.lines import line
from governance.wording.speaking import day
from tui.importing import Import, Paper, State
from tui.widgets.lines import Line

SIGNS = {Standing.SAID: " ", Standing.INFERRED: "~", Standing.NOTED: "¶", Standing.UNSURE: "?", Standing.UNCLEAR: "!"}
"""The sign of how an entry stands, before its line."""
_LOOKS = {Standing.NOTED: "unsure", Standing.UNSURE: "unsure", Standing.UNCLEAR: "problem", Standing.INFERRED: "faint"}
_STATES = {
    State.READY: "✓",
    State.TO_REVIEW: "?",
    State.THERE: "=",
    State.REFUSED: "!",
    State.RECORDED: "●",
    State.LEFT_OUT: "×",
    State.TAKEN_BACK: "×",
}
_STATE_LOOKS = {
    State.TO_REVIEW: "unsure",
    State.REFUSED: "problem",
    State.THERE: "faint",
    State.RECORDED: "faint",
    State.LEFT_OUT: "struck",
    State.TAKEN_BACK: "struck",
}


def paper_line(paper: Paper) -> Line:
    """Return the line of a file in the list."""
    file = paper.found.file
    when = day(file.document.date or "") if file is not None else " " * 10
    what = (file.document.body if file is not None else None) or paper.name
    return Line(f"{_STATES[paper.state]} {when}  {what:<26} {_figures(paper)}", _STATE_LOOKS.get(paper.state, ""))


def _figures(paper: Paper) -> str:
    if paper.state is State.RECORDED:
        return plural("{count} entry recorded", "{count} entries recorded", paper.entries).format(count=paper.entries)
    words = {
        State.THERE: _("in the book already"),
        State.REFUSED: _("cannot be taken over"),
        State.LEFT_OUT: _("left out"),
        State.TAKEN_BACK: _("taken back"),
    }
    counts = paper.found.counts
    if paper.state in words or counts is None:
        return words.get(paper.state, "")
    unsure = counts.unsure + counts.unclear
    return _("{sure} understood, {noted} not, {unsure} unsure").format(
        sure=counts.sure, noted=counts.noted, unsure=unsure
    )


def about_paper(paper: Paper) -> list[Line]:
    """Return all about the file under the cursor, and what Enter does."""
    found, counts = paper.found, paper.found.counts
    lines = [Line(paper.name, "heading"), Line(found.name, "faint")]
    if found.file is not None:
        document = found.file.document
        items = plural("{count} item", "{count} items", len(document.items)).format(count=len(document.items))
        body = ", ".join(filter(None, (document.body, document.municipality)))
        lines.append(Line(_("{body}, {day}: {items}").format(body=body, day=day(document.date or ""), items=items)))
        if found.file.source.encoding != "utf-8":
            lines.append(Line(_("Read as {encoding}.").format(encoding=found.file.source.encoding)))
    problem = paper.problem or found.refused
    if problem is not None:
        lines += [Line(text, "problem" if not found.is_there else "") for text in said(problem).split("\n")]
    if counts is not None and paper.is_waiting:
        lines += _counts(counts.sure, counts.noted, counts.unsure, counts.unclear)
    return [*lines, *_next(paper)]


def _counts(sure: int, noted: int, unsure: int, unclear: int) -> list[Line]:
    told = [
        (sure, plural("{count} entry understood", "{count} entries understood", sure), ""),
        (noted, plural("{count} paragraph kept as a note", "{count} paragraphs kept as notes", noted), "unsure"),
        (unsure, plural("{count} entry unsure", "{count} entries unsure", unsure), "unsure"),
        (unclear, plural("{count} question to answer", "{count} questions to answer", unclear), "problem"),
    ]
    return [Line(f"  {words.format(count=count)}", look) for count, words, look in told if count]


def _next(paper: Paper) -> list[Line]:
    words = {
        State.READY: _("Enter: look at it.  A: record everything that is ready."),
        State.TO_REVIEW: _("Enter: look at it beside the text."),
        State.LEFT_OUT: _("U: take it along after all."),
        State.TAKEN_BACK: _("U: take it along after all."),
        State.RECORDED: _("T: take it back, as if it had never been."),
        State.THERE: _("T: take back what was taken over from it."),
    }
    return [Line(words[paper.state])] if paper.state in words else []


def summary(held: Import) -> str:
    """Return in one line how far the import is."""
    counts = {state: sum(paper.state is state for paper in held.papers) for state in State}
    told = [
        (counts[State.RECORDED], _("{count} recorded")),
        (counts[State.READY], _("{count} ready")),
        (counts[State.TO_REVIEW], _("{count} to look at")),
        (counts[State.THERE], _("{count} in the book already")),
        (counts[State.REFUSED], _("{count} cannot be taken over")),
        (counts[State.LEFT_OUT], _("{count} left out")),
    ]
    return ", ".join(words.format(count=count) for count, words in told if count)


def proposed_line(review: Review, one: Proposed, *, settled: bool) -> Line:
    """Return the line of a proposed entry: whether it was looked at, how it stands, and what it says. The day of the
    meeting stands in the title of the screen.
    """
    done = "×" if one.left_out else "*" if one.changed else "✓" if settled else " "
    if one.event is None:
        return Line(f"{done}{SIGNS[one.standing]} {why_words(one.why[0])}", "" if settled else _LOOKS[one.standing])
    look = "struck" if one.left_out else "" if settled or one.changed else _LOOKS.get(one.standing, "")
    said_of_it = _said(review.fold, one.event).removeprefix(f"{day(review.file.document.date or '')} ")
    return Line(f"{done}{SIGNS[one.standing]} {said_of_it}", look)


def about_proposed(fold: Fold, one: Proposed) -> list[Line]:
    """Return what kind of entry it is, what it says, and why it stands as it does."""
    if one.event is None:
        return [Line(why_words(why), "problem") for why in one.why]
    kind = act_name(type(one.event))
    if one.left_out:
        return [Line(_("{kind}: left out").format(kind=kind), "heading"), Line(_said(fold, one.event), "faint")]
    standing = _("Changed by hand") if one.changed else standing_words(one.standing)
    head = Line(_("{kind}: {standing}").format(kind=kind, standing=standing.lower()), "heading")
    look = _LOOKS.get(one.standing, "")
    told = [] if one.changed else [Line(why_words(why), look if look != "faint" else "") for why in one.why]
    return [head, *told, Line(_said(fold, one.event))]


def _said(fold: Fold, event: Event) -> str:
    try:
        return line(fold, event)
    except KeyError:  # it names what was left out with it
        return act_name(type(event))


def review_figures(review: Review, settled: int) -> str:
    """Return how many of the entries were looked at, for the edge of the list."""
    return _("{settled} of {count}").format(settled=settled, count=len(review.proposed))


def taught_lines(usage: Usage) -> Sequence[tuple[str, Line]]:
    """Return what was taught, each with the name or label as it is kept."""
    names = [
        (written, Line(_("»{written}« is {name}").format(written=written, name=full)))
        for written, full in usage.names.items()
    ]
    labels = [
        (label, Line(_("»{label}:« begins: {meaning}").format(label=label, meaning=meaning_words(meaning))))
        for label, meaning in usage.labels.items()
    ]
    return [*names, *labels]

"""Who led the meetings: the chair, else the vice chair; one elected each time; in turn; or a neutral dirigent."""

from collections.abc import Iterator

from events.catalogue import MeetingKind, Office, OrdstyrerElected, PresidingRule
from events.entry import Entry
from events.ids import PersonId
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.gaps import may_lack
from governance.checking.presence import is_inhabil, was_there
from governance.checking.proceedings import moment_of
from governance.state.fold import Meeting


def led_past_the_chair(book: Examined) -> Iterator[Finding]:
    """The chair leads, where absent the vice chair. Who came or went meanwhile, or is inhabil, cannot be expected to."""
    led = book.by_meeting(OrdstyrerElected)
    for meeting in book.course.held:
        rules = book.rules(meeting.date, meeting)
        if rules.values.presiding is not PresidingRule.CHAIR or not _is_settled(book, meeting):
            continue
        for entry, event in led.get(meeting.id, ()):
            passed = _passed_over(book, meeting, entry, event)
            if passed is None:
                continue
            office, person = passed
            yield broken(
                rules,
                "presiding",
                "led-past-the-chair",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number, *_attended(book, meeting, person)],
                person=event.person,
                passed=person,
                office=office.value,
                date=meeting.date,
            )
            break


def _attended(book: Examined, meeting: Meeting, person: PersonId) -> list[int]:
    told = book.proceedings.attended(meeting, person)
    return [told.number] if told is not None else []


def _is_settled(book: Examined, meeting: Meeting) -> bool:
    """Tell whether nobody came into or out of the chair on the day of the meeting: until then an older member leads."""
    day = meeting.date
    return meeting.kind is not MeetingKind.INAUGURAL and not any(
        held.office == Office.CHAIR and day in (held.from_, held.to) for held in book.seating.offices
    )


def _passed_over(
    book: Examined, meeting: Meeting, entry: Entry, event: OrdstyrerElected
) -> tuple[Office, PersonId] | None:
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        holders = book.seating.holders(meeting.date, office)
        if event.person in holders:
            return None
        there = {one: _was_free_to_lead(book, meeting, one, entry, event) for one in holders}
        for person, free in sorted(there.items()):
            if free:
                return office, person
        if not holders or any(free is None for free in there.values()):
            return None
    return None


def _was_free_to_lead(
    book: Examined, meeting: Meeting, person: PersonId, entry: Entry, event: OrdstyrerElected
) -> bool | None:
    if book.proceedings.comings(meeting, person) or is_inhabil(book, event.item, person):
        return None
    return was_there(book, meeting, person, moment_of(book.fold, entry))


def nobody_elected_to_lead(book: Examined) -> Iterator[Finding]:
    """Where each meeting elects who leads it, a meeting that decides has elected somebody."""
    led = book.by_meeting(OrdstyrerElected)
    for meeting in (*book.course.held, *book.course.general):
        rules = book.rules(meeting.date, meeting)
        decisions = book.proceedings.decisions(meeting)
        elected = rules.values.presiding in (PresidingRule.ELECTED_EACH_MEETING, PresidingRule.DIRIGENT)
        if elected and decisions and meeting.id not in led:
            dirigent = rules.values.presiding is PresidingRule.DIRIGENT
            yield broken(
                rules,
                "presiding",
                "no-dirigent" if dirigent else "no-ordstyrer",
                "doubt",
                day=meeting.date,
                meeting=meeting.id,
                entries=[decisions[0].number],
                date=meeting.date,
                count=len(decisions),
            )


def led_twice_running(book: Examined) -> Iterator[Finding]:
    """Where the members lead in turn, nobody leads twice running."""
    led = book.by_meeting(OrdstyrerElected)
    for meeting in book.course.held:
        rules, before = book.rules(meeting.date, meeting), book.course.previous(meeting)
        if rules.values.presiding is not PresidingRule.ROTATING or before is None:
            continue
        if may_lack(book, before, meeting):
            continue
        last, now = led.get(before.id, []), led.get(meeting.id, [])
        if last and now and last[-1][1].person == now[0][1].person:
            yield broken(
                rules,
                "presiding",
                "led-twice-running",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[now[0][0].number, last[-1][0].number],
                person=now[0][1].person,
                date=meeting.date,
                before=before.date,
            )


def dirigent_not_neutral(book: Examined) -> Iterator[Finding]:
    """A dirigent has no part in what is dealt with: is no member of the board, and holds no office."""
    led = book.by_meeting(OrdstyrerElected)
    for meeting in (*book.course.held, *book.course.general):
        rules = book.rules(meeting.date, meeting)
        if rules.values.presiding is not PresidingRule.DIRIGENT:
            continue
        for entry, event in led.get(meeting.id, ()):
            sits = book.seating.is_member(event.person, meeting.date) is True
            if sits or event.person in book.seating.holders(meeting.date, *_PARTIAL):
                yield broken(
                    rules,
                    "presiding",
                    "dirigent-not-neutral",
                    "breach",
                    day=meeting.date,
                    meeting=meeting.id,
                    entries=[entry.number],
                    person=event.person,
                    date=meeting.date,
                )


_PARTIAL = (Office.CHAIR, Office.VICE_CHAIR, Office.TREASURER, Office.SECRETARY, Office.BOARD_MEMBER)

CHECKS = (led_past_the_chair, nobody_elected_to_lead, led_twice_running, dirigent_not_neutral)

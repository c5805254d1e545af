"""How a meeting was held and who was there, in lines of text."""

from collections.abc import Iterator

from events.catalogue import MeetingForm, MeetingKind
from governance.language import _, plural
from governance.state import model
from governance.wording.arrangement import form_of_meeting, kind_of_meeting
from governance.wording.speaking import day


def arrangement_lines(meeting: model.Meeting) -> Iterator[str]:
    """Return the kind of the meeting where it is no ordinary one, how it is held, and when the agenda went out."""
    if meeting.kind != MeetingKind.ORDINARY.value:
        yield kind_of_meeting(MeetingKind(meeting.kind))
    if meeting.form is not None:
        yield form_of_meeting(MeetingForm(meeting.form))
    for sent in meeting.agenda_sent:
        count = plural("{count} item", "{count} items", len(sent.items)).format(count=len(sent.items))
        yield _("agenda sent: {day}, {items}").format(day=day(sent.on or "-"), items=count)


def attended(meeting: model.Meeting, held: model.Attendance, names: dict[str, str]) -> str:
    """Return a member's name, with when the member was there where it was not throughout."""
    spans = [span for span in (_span(meeting, presence) for presence in held.present) if span]
    name = names.get(held.member, held.member)
    return f"{name} ({'; '.join(spans)})" if spans else name


def _span(meeting: model.Meeting, presence: model.Presence) -> str:
    came = presence.from_time or _numbered(meeting, presence.from_item)
    went = presence.to_time or _numbered(meeting, presence.to_item)
    said = [_("from {time}").format(time=came) if came else None, _("until {time}").format(time=went) if went else None]
    return " ".join(filter(None, said))


def _numbered(meeting: model.Meeting, item: str | None) -> str | None:
    number = next((held.number for held in meeting.agenda if held.id == item), None)
    return _("item {number}").format(number=number) if number is not None else None


def guest_lines(meeting: model.Meeting, names: dict[str, str]) -> Iterator[str]:
    """Return who was there without being a member."""
    roles = {
        "guest": _("guest"),
        "observer": _("observer"),
        "presenter": _("presenter"),
        "administration": _("from the administration"),
    }
    for guest in meeting.guests:
        where = _numbered(meeting, guest.item)
        yield f"{roles[guest.role]}: {names.get(guest.person, guest.person)}{f' ({where})' if where else ''}"


def interruption_lines(meeting: model.Meeting) -> Iterator[str]:
    """Return the breaks in the meeting."""
    for held in meeting.interruptions:
        begun, ended = (moment[11:] or day(moment) if moment else "?" for moment in (held.from_, held.to))
        if held.resumed:
            yield _("interrupted: {start} to {end}").format(start=begun, end=ended)
        else:
            yield _("interrupted: {start}").format(start=begun)


def closing_lines(meeting: model.Meeting, names: dict[str, str]) -> Iterator[str]:
    """Return what was not taken up, and who signed the minutes."""
    held = [_("not taken up: {title}").format(title=refused.title) for refused in meeting.refused_items]
    for signature in meeting.signatures:
        name = names.get(signature.person, signature.person)
        said = _("signed: {name}, {day}").format(name=name, day=day(signature.on or "-"))
        if signature.key is not None:
            said = _("{signed}, with the key {key}").format(signed=said, key=signature.key)
        held.append(f"{said} ({signature.reservation})" if signature.reservation else said)
    if held:
        yield ""
        yield from (f"  {line}" for line in held)

"""How a meeting is held and of which kind it is, in a word or two."""

from events.catalogue import MeetingForm, MeetingKind
from governance.language import _


def kind_of_meeting(kind: MeetingKind) -> str:
    """Return the kind of a meeting in words."""
    return {
        MeetingKind.ORDINARY: _("ordinary"),
        MeetingKind.EXTRAORDINARY: _("extraordinary"),
        MeetingKind.INAUGURAL: _("inaugural"),
        MeetingKind.GENERAL_MEETING: _("general meeting"),
        MeetingKind.EXTRAORDINARY_GENERAL_MEETING: _("extraordinary general meeting"),
    }[kind]


def form_of_meeting(form: MeetingForm) -> str:
    """Return how a meeting is held, in words."""
    return {
        MeetingForm.ROOM: _("in the room"),
        MeetingForm.ONLINE: _("online"),
        MeetingForm.HYBRID: _("in the room and online"),
        MeetingForm.WRITTEN: _("in writing"),
    }[form]

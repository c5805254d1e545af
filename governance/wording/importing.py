"""In words: how an entry of a reading stands, why, and what may stand under a label."""

from governance.documents.reading.usage import Meaning
from governance.importing.doubting import Standing, Why
from governance.language import _
from governance.wording.speaking import day


def standing_words(standing: Standing) -> str:
    """Return how an entry stands, in a few words."""
    return {
        Standing.SAID: _("Said in the text"),
        Standing.INFERRED: _("Inferred"),
        Standing.NOTED: _("Not understood, kept as a note"),
        Standing.UNSURE: _("Unsure"),
        Standing.UNCLEAR: _("Has to be answered"),
    }[standing]


def why_words(why: Why) -> str:
    """Return why an entry stands as it does, as a sentence."""
    details = {name: day(said) if name == "day" else said for name, said in why.details.items()}
    return _(why.message).format(**details)


def meaning_words(meaning: Meaning) -> str:
    """Return what stands under a label, as something to choose."""
    return {
        "decision": _("What was decided"),
        "account": _("What was said and came of it"),
        "other": _("The case, a recommendation or other matter that decides nothing"),
        "present": _("Members who were there"),
        "apology": _("Members who sent an apology"),
        "absent": _("Members who stayed away"),
        "others": _("Others who were there"),
        "place": _("The place of the meeting"),
        "referent": _("Who wrote the minutes"),
        "chair": _("Who led the meeting"),
    }[meaning]

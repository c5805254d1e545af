"""What is said where a word is not there."""

from events.text import ERASED, WITHHELD
from governance.language import speak
from governance.wording.missing import missing_said


def test_missing_words_are_named_in_the_language_that_is_spoken() -> None:
    speak("da")
    assert missing_said(f"1. {WITHHELD}: {ERASED}, [bilag]") == "1. [ikke offentligt]: [slettet], [bilag]"
    speak("en")
    assert missing_said(f"{WITHHELD} {ERASED}") == "[withheld] [erased]"

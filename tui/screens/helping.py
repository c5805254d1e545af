"""What can be done on each screen, in words."""

from governance.language import _
from tui.widgets.lines import Line


def books_help() -> list[Line]:
    """Return what can be done where the books are listed."""
    return [
        Line(_("The books"), "heading"),
        *_keys(
            [
                ("↑ ↓", _("go to another book")),
                ("Enter", _("open the book")),
                ("Q, Ctrl+Q, F10", _("leave referat")),
            ]
        ),
    ]


def book_help() -> list[Line]:
    """Return what can be done in a book."""
    return [
        Line(_("What you see"), "heading"),
        Line(
            _(
                "A book is a row of entries that are never changed. The cursor among the entries is where you stand in time: "
                "members, meetings, matters and tasks are shown as they were after that entry."
            )
        ),
        Line(_("Marks before an entry: × struck, ± corrected, ~ inferred (no document says so itself).")),
        Line(
            _(
                "Nothing is ever changed or lost: a mistake is corrected or struck by a later entry, and both stay readable."
            )
        ),
        Line(""),
        Line(_("Keys"), "heading"),
        *_keys(
            [
                ("1 2 3 4 5 6", _("entries, members, meetings, matters, tasks, other things")),
                ("↑ ↓ PgUp PgDn", _("go up and down")),
                ("Home End", _("to the first and last line")),
                ("← →", _("one entry back and forth in time")),
                ("Enter", _("all about it, over the whole screen")),
                ("Tab", _("to the other pane")),
                ("G", _("go to an entry number or a time of recording")),
                ("N", _("go to the newest entry")),
                ("S, F8", _("search: only what holds the words you type; Esc shows all again")),
                ("R", _("correct or strike the entry, or remark on it")),
                ("O", _("oldest or newest first")),
                ("V", _("audit: is everything as it was recorded; checkpoints and signatures")),
                ("Ctrl+L", _("hide what is closed from those who see the screen")),
                ("B, Esc", _("back to the books")),
                ("Q, Ctrl+Q, F10", _("leave referat")),
            ]
        ),
    ]


def _keys(told: list[tuple[str, str]]) -> list[Line]:
    return [Line(f"{key:<15} {words}") for key, words in told]

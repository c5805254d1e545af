"""What one sees in a book, and all keys of it, in words."""

from governance.language import _
from tui.widgets.lines import Line


def book_help(*, records: bool) -> list[Line]:
    """Return what can be done in a book, with what ``records`` where something can be recorded."""
    amending = [
        ("R", _("correct or strike the entry, or remark on it")),
        ("Ctrl+Z Ctrl+Y", _("undo what you recorded last, and record it anew")),
    ]
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
                (
                    "1 - 9",
                    _("entries, members, meetings, matters, tasks, what was sent, groups, other things, findings"),
                ),
                ("↑ ↓ PgUp PgDn", _("go up and down")),
                ("Home End", _("to the first and last line")),
                ("← →", _("one entry back and forth in time")),
                ("Enter", _("all about it, over the whole screen")),
                ("Tab", _("to the other pane")),
                ("G", _("go to an entry number or a time of recording")),
                ("N", _("go to the newest entry")),
                ("S", _("search: only what holds the words you type; Esc shows all again")),
                ("F8", _("search with filters: by kind, person, matter, meeting and day")),
                ("F9", _("time travel: step by step, what changed, and whether minutes were changed after approval")),
                ("J", _("the entries behind a member, a meeting, a matter, a finding")),
                ("P", _("pictures: attendance, entries over time, the age of open matters, members over time")),
                *(amending if records else ()),
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

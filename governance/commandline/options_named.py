"""Which option helps where something is refused. The refusal itself is worded for the command line and the screen alike."""

from events.errors import IdRefused, ReferatError
from events.sqlite.opening import RecordForeign, RecordMissing, RecordReadOnly
from governance.language import _

_NAMING = 'referat record BOOK PersonRegistered --data \'{"name": "Anna Holm"}\''


def option_named(problem: ReferatError) -> str:
    """Return the sentence that names the option; empty where none helps."""
    return next((words for kinds, words in _sentences() if isinstance(problem, kinds)), "")


def _sentences() -> list[tuple[type[ReferatError] | tuple[type[ReferatError], ...], str]]:
    from governance.book import ActorMissing
    from governance.checkpoints import CheckpointDiffers
    from governance.commandline.keys import NoSuchPerson
    from governance.importing.belonging import BookUnclear
    from governance.importing.taking_over import ImportRefused
    from governance.keyring import KeyUnclear
    from governance.rules.act import TimeRefused
    from governance.rules.record import AuthorityMissing, StrikeRefused

    return [
        (
            IdRefused,
            _(
                "The ids stand in: referat show BOOK --json, those of one meeting in: referat show BOOK 2022-09-28 --json"
            ),
        ),
        (
            NoSuchPerson,
            _("Somebody new is named first: {command}").format(command=_NAMING),
        ),
        (ActorMissing, _("Say it with --by NAME, set REFERAT_BY, or run: referat settings by NAME")),
        (StrikeRefused, _("Option: --with-dependents.")),
        (AuthorityMissing, _("Option: --authority MEETING (its id or date), or --authority written.")),
        (TimeRefused, _("Option: --effective, e.g. --effective 2022-09-28T15:45.")),
        (BookUnclear, _("Or name the book: --book BOOK.")),
        (ImportRefused, _("Option: --keep-unclear.")),
        (KeyUnclear, _("Option: --key NAME.")),
        (CheckpointDiffers, _("Run: referat verify --checkpoint FILE")),
        (
            (RecordMissing, RecordForeign, RecordReadOnly),
            _("Another record is named before the command: referat --record FILE …"),
        ),
    ]

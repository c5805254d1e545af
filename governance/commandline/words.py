"""The standard library's own words on the command line, so that they are translated with ours."""

from events.errors import N_


def standard_words() -> tuple[str, ...]:
    """Return the messages of argparse that a user may see; the catalogue holds their translations."""
    return (
        N_("usage: "),
        N_("positional arguments"),
        N_("options"),
        N_("show this help message and exit"),
        N_("show program's version number and exit"),
        N_("the following arguments are required: %s"),
        N_("unrecognized arguments: %s"),
        N_("expected one argument"),
        N_("expected at least one argument"),
        N_("expected at most one argument"),
        N_("argument %(argument_name)s: %(message)s"),
        N_("invalid choice: %(value)r (choose from %(choices)s)"),
        N_("invalid %(type)s value: %(value)r"),
        N_("not allowed with argument %s"),
        N_("one of the arguments %s is required"),
        N_("ambiguous option: %(option)s could match %(matches)s"),
    )

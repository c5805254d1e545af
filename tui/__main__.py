"""Where the command `referat` begins: a command goes to the command line, none opens the application."""

import sys


def main() -> None:
    """Run a command, or open the application where none is given."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run with these arguments and return the exit code. The application is loaded only when it is opened."""
    from governance.commandline import main as run_command

    if _names_command(arguments):
        return run_command(arguments)
    from tui.opening import open_application

    return open_application(arguments)


def _names_command(arguments: list[str]) -> bool:
    """Tell whether there is more than the options that go before a command."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--record", "--by"):
            next(rest, None)
        elif not argument.startswith(("--record=", "--by=")):
            return True
    return False


if __name__ == "__main__":
    main()

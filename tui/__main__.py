"""Where the command `referat` begins: a command goes to the command line, none opens the application."""

import sys


def main() -> None:
    """Run a command, or open the application where none is given."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run with these arguments and return the exit code. The application is loaded only when it is opened."""
    from governance.commandline import main as run_command

    if _names_command(arguments):
        return run_command(arguments)
    from tui.opening import open_application

    return open_application(arguments)


def _names_command(arguments: list[str]) -> bool:
    """Tell whether there is more than the options that go before a command, each with its value."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--record", "--by"):
            if next(rest, None) is None:
                return True
        elif not argument.startswith(("--record=", "--by=")) and argument != "--read-only":
            return True
    return False


if __name__ == "__main__":
    main()

"""What the user has set: who records, in which language, in which record. A small JSON file, and the environment."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from events.errors import N_, ReferatError
from events.plain_files import read_plain
from events.system_faults import system_fault

_LONGEST = 1_000_000
"""Bytes that the file may have."""


class SettingsRefused(ReferatError):
    """The settings file cannot be read or written, or a setting is unknown."""

    exit_code = 2


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """``by`` names who records, ``language`` is da or en, ``record`` is the path of the record.

    The application's own: ``theme`` is dark or light, ``projector`` hides what is closed from those who see the screen.
    """

    by: str | None = None
    language: str | None = None
    record: str | None = None
    theme: str | None = None
    projector: bool = False


def settings_path(environment: Mapping[str, str]) -> Path:
    """Return where the settings are kept: REFERAT_SETTINGS, else the user's configuration folder."""
    named = environment.get("REFERAT_SETTINGS")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("referat", appauthor=False) / "settings.json"


def record_path(environment: Mapping[str, str], settings: Settings, named: str | None) -> Path:
    """Return where the record is: as named, else REFERAT_RECORD, else as set, else in the user's data folder."""
    for path in (named, environment.get("REFERAT_RECORD"), settings.record):
        if path:
            return Path(path).expanduser()
    from platformdirs import user_data_path

    return user_data_path("referat", appauthor=False) / "protokol.referat"


def load_settings(path: Path) -> Settings:
    """Return the settings; none where there is no file. Raises SettingsRefused where the file cannot be read."""
    try:
        return msgspec.json.decode(read_plain(path, _LONGEST), type=Settings)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, msgspec.DecodeError) as problem:
        raise SettingsRefused(
            N_("The settings in {path} cannot be read ({problem}). Mend or delete the file."),
            path=path,
            problem=system_fault(problem),
        ) from None


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, the old ones intact until the new are whole. Raises SettingsRefused where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
        fresh.replace(path)
    except OSError as problem:
        raise SettingsRefused(
            N_("The settings cannot be written ({path}: {problem})."), path=path, problem=system_fault(problem)
        ) from None

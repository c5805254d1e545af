"""Saving a text as a file: where, and what is in the way is said beside the line."""

from collections.abc import Mapping
from pathlib import Path

from events.errors import N_, ReferatError
from events.system_faults import system_fault
from governance.language import _
from tui.screens.filling_in import Asked, FillingIn


class FileRefused(ReferatError):
    """The file cannot be written there."""

    exit_code = 2


class SavingFile(FillingIn):
    """Writes the text of the form that the name asks for (``txt`` where it asks for none), and returns where it lies.

    ``forms`` says which forms there are, where they are not the usual ones.
    """

    def __init__(self, title: str, name: str, texts: Mapping[str, str], *, forms: str | None = None) -> None:
        self._texts = texts
        self._asked_to_replace: Path | None = None
        text = str(_folder() / name)
        help_text = _("As text (.txt) or Markdown (.md).") if forms is None else forms
        super().__init__(title, [Asked("path", _("File"), help_text, text, self._check, needed=True)], _("Save"))

    def _check(self, typed: str) -> None:
        path = Path(typed).expanduser()
        if path.is_dir():
            raise FileRefused(N_("{folder} is a folder. Write a file name behind it."), folder=str(path))
        if not path.parent.is_dir():
            raise FileRefused(N_("There is no folder {folder}."), folder=str(path.parent))
        if path.exists() and path != self._asked_to_replace:
            self._asked_to_replace = path
            raise FileRefused(N_("There is a file of that name. Enter once more replaces it."))
        text = self._texts.get(path.suffix.removeprefix(".").lower(), self._texts["txt"])
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as problem:
            raise FileRefused(N_("The file cannot be written: {problem}."), problem=system_fault(problem)) from None


def _folder() -> Path:
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()

"""What the application does to keep the drafts, whatever ends it."""

from pathlib import Path

from textual.signal import Signal

from governance.drafts import Draft, Drafts, Place
from governance.settings import Settings
from tui.keeping import Keeper, Saved
from tui.remembers_settings import RemembersSettings


class KeepsDrafts(RemembersSettings):
    """An application that keeps what is being written, in no file where it may ``only_read``. ``saved`` is what became of
    it last.
    """

    def __init__(
        self,
        record: Path,
        settings: Settings | None = None,
        settings_path: Path | None = None,
        *,
        only_read: bool = False,
    ) -> None:
        super().__init__(settings or Settings(), settings_path)
        self.only_read = only_read
        self.saved: Saved | None = None
        self.saved_signal: Signal[Saved] = Signal(self, "saved")
        self.drafts, self.keeper = self._drafts_of(record)

    def keep_drafts_of(self, record: Path) -> None:
        """Keep the drafts of another record from here on."""
        self.keeper.close()
        self.drafts, self.keeper = self._drafts_of(record)

    def keep_draft(self, key: str, draft: Draft) -> None:
        """Keep what is being written; an empty text is given up."""
        self.drafts.keep(key, draft)
        self._keep_changed()

    def give_up_draft(self, key: str) -> None:
        """Keep a draft no more."""
        self.drafts.give_up(key)
        self._keep_changed()

    def stand_at(self, place: Place) -> None:
        """Remember where one is, for the next time the application is opened."""
        self.drafts.stand_at(place)
        self._keep_changed()

    def end_by_signal(self, number: int) -> None:
        """End because somebody asked for it or the terminal was closed; what was typed is kept first."""
        self.keeper.save_now()
        self.exit(None, 128 + number)

    def on_unmount(self) -> None:
        """Keep the last second too."""
        self.keeper.save_now()

    def _keep_changed(self) -> None:
        if not self.drafts.is_saved:
            self.keeper.save_soon()

    def _drafts_of(self, record: Path) -> tuple[Drafts, Keeper]:
        drafts = Drafts(record, read_only=self.only_read)
        return drafts, Keeper(drafts, lambda saved: self._tell_from_thread(drafts, saved))

    def _tell_from_thread(self, drafts: Drafts, saved: Saved) -> None:
        if self.is_running and self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell_saved, drafts, saved)

    def _tell_saved(self, drafts: Drafts, saved: Saved) -> None:
        if drafts is self.drafts:
            self.saved = saved
            self.saved_signal.publish(saved)

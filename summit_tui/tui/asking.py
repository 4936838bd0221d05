"""A source that is asked on a thread: how far it is, for whoever waits, and the way to stop it."""

from summit_tui.formats.sources import Watch
from summit_tui.formats.update_words import READING, progress


class Asking:
    """One question to one source."""

    def __init__(self, about: str = "") -> None:
        self._about = about
        """Whom it is put to, where that is one of several."""
        self._came: tuple[int, int | None] | None = None
        self.stopped = False
        """Whether the person has had enough."""
        self.watch = Watch(self._take_note, lambda: self.stopped)

    def _take_note(self, read: int, total: int | None) -> None:
        self._came = read, total

    def __str__(self) -> str:
        """Return how far it is: `owls: 120 of 2,400 kB`."""
        before = f"{self._about}: " if self._about else ""
        if self.stopped:
            return f"{before}stopping …"
        return before + (READING if self._came is None else progress(*self._came))

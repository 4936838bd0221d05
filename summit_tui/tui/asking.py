"""A source that is asked on a thread: how far it is, for whoever waits, and the way to stop it."""

import asyncio

from summit_tui.formats.sources import Watch
from summit_tui.formats.update_words import READING, progress


class Asking:
    """One question to one source."""

    def __init__(self, about: str = "", *, writing: bool = False) -> None:
        self._about = about
        """Whom it is put to, where that is one of several."""
        self.writing = writing
        """Whether it was answered, and the answer is being written: that is not stopped."""
        self._came: tuple[int, int | None] | None = None
        self.enough = asyncio.Event()
        """Set when the person has had enough, or is gone."""
        self.watch = Watch(self._take_note, self.enough.is_set)

    def _take_note(self, read: int, total: int | None) -> None:
        self._came = read, total

    @property
    def stopped(self) -> bool:
        """Whether the person has had enough."""
        return self.enough.is_set()

    def __str__(self) -> str:
        """Return how far it is: `owls: 120 of 2,400 kB`."""
        before = f"{self._about}: " if self._about else ""
        if self.writing:
            return f"{before}writing …"
        return before + (READING if self._came is None else progress(*self._came))

"""The searches made before, to go back and forth in: the newest last, each once."""

from collections.abc import Iterable

MOST = 50
"""How many are kept."""


class History:
    """Where one is in them; at first behind the newest, at what is being typed."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.texts = list(dict.fromkeys(texts))[-MOST:]
        self._at = len(self.texts)
        self._draft = ""

    @property
    def browsing(self) -> bool:
        """Whether an earlier search is shown."""
        return self._at < len(self.texts)

    def add(self, text: str) -> None:
        """Keep a search as the newest one."""
        text = text.strip()
        if text:
            self.texts = [*(each for each in self.texts if each != text), text][-MOST:]
        self.leave()

    def leave(self) -> None:
        """Go behind the newest one again."""
        self._at = len(self.texts)

    def earlier(self, typed: str) -> str | None:
        """Return the search before the one shown; None before the first. `typed` is kept."""
        if not self.browsing:
            self._draft = typed
        places = range(self._at - 1, -1, -1)
        at = next((place for place in places if self.texts[place] != typed.strip()), None)
        if at is None:
            return None
        self._at = at
        return self.texts[at]

    def later(self) -> str:
        """Return the search after the one shown, at the end what was being typed."""
        self._at = min(self._at + 1, len(self.texts))
        return self.texts[self._at] if self.browsing else self._draft

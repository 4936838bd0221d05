"""Several sessions selected, so that one key acts on all of them. A value; it knows ids only.

It is let go by the first move behind an action: from then on keys are about the cursor again, and
a key that is pressed twice where one stands (w, w) is twice about all.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected; empty where keys act on the session under the cursor."""

    ids: frozenset[str] = frozenset()
    used_at: str | None = None
    """Where the cursor was when something was done to them; None before that."""

    def __len__(self) -> int:
        return len(self.ids)

    def toggled(self, session_id: str) -> "Selection":
        """Return the selection with one more, or one less."""
        return Selection(self.ids ^ {session_id})

    def with_all(self, session_ids: Iterable[str]) -> "Selection":
        """Return the selection with all of these, or an empty one where it has them already."""
        wanted = frozenset(session_ids)
        return Selection() if wanted <= self.ids else Selection(self.ids | wanted)

    def used(self, at: str) -> "Selection":
        """Return the selection after something was done to it, with the cursor on `at`."""
        return Selection(self.ids, at) if self.ids else self

    def moved(self, to: str | None) -> "Selection":
        """Return the selection with the cursor on `to`: an empty one, where it was used."""
        return self if self.used_at in (None, to) else Selection()

"""What is told under the search box: how words were read, or what is wrong and where.

A mistake is pointed at under the place where it is seen, however far the box is scrolled.
"""

import re
from textwrap import wrap

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from summit_tui.tui.typed import as_typed
from summit_tui.tui.widgets.search_box import SearchBox

_SUGGESTED = re.compile(r"did you mean (.+?)\?")


class Told(Static):
    """Nothing, a remark, or a mistake."""

    def __init__(self, box: SearchBox) -> None:
        super().__init__(id="told", markup=False)
        self._box = box
        self.error: ValueError | None = None
        self.covered = False
        """Whether values are offered where it stands; a mistake may be half a value then."""
        self._said = ""

    def on_mount(self) -> None:
        """Follow the box as it scrolls."""
        self.watch(self._box, "scroll_x", self._point, init=False)

    def say(self, said: str) -> None:
        """Tell how the query was understood; nothing where that is plain."""
        self.error = None
        self._show(said)

    def say_wrong(self, error: ValueError) -> None:
        """Tell what is wrong, under the place where it is."""
        self.error = error
        self._point()

    def cover(self, covered: bool) -> None:
        """Keep quiet while values are offered, or no longer."""
        self.covered = covered
        self.display = bool(self._said) and not covered

    def _show(self, said: str) -> None:
        self._said = said
        self.update(Content(said))
        self.display = bool(said) and not self.covered
        self.set_class(self.error is not None, "-wrong")
        self._box.set_class(self.error is not None, "-wrong")

    @property
    def place(self) -> tuple[int, int]:
        """From where to where in the box the mistake stands; an empty place is unknown."""
        return getattr(self.error, "start", 0), getattr(self.error, "end", 0)

    @property
    def suggestion(self) -> str:
        """What was probably meant in place of the mistake; empty when there is no telling."""
        found = _SUGGESTED.search(getattr(self.error, "hint", ""))
        (start, end), typed = self.place, self._box.value
        if found is None or start == end or str(self.error).startswith("in @"):
            return ""
        if typed[start : start + 1] == "@":
            return f"@{found[1]}"
        return found[1] if typed[max(start - 1, 0) : start] == '"' else as_typed(found[1])

    def corrected(self) -> tuple[str, int]:
        """Return the text with the suggestion in it, and the place behind it."""
        (start, end), typed = self.place, self._box.value
        return typed[:start] + self.suggestion + typed[end:], start + len(self.suggestion)

    def _point(self) -> None:
        if self.error is None:
            return
        message = str(self.error)
        if self.suggestion:
            message += f" · tab takes {self.suggestion}"
        marks = self._marks()
        width = self._box.screen.size.width - 4
        if not marks:
            said = message
        elif cell_len(f"{marks} {message}") <= width:
            said = f"{marks} {message}"
        else:
            said = "\n".join([marks, *wrap(message, max(width, 10))])
        self._show(said)

    def _marks(self) -> str:
        """Return carets under the mistake, or a sign on which side it is out of sight."""
        start, end = self.place
        typed, room = self._box.value, self._box.size.width
        left = cell_len(typed[:start]) - int(self._box.scroll_x)
        right = cell_len(typed[:end]) - int(self._box.scroll_x)
        if left == right:
            return ""
        if right <= 0:
            return "‹"
        if left >= room:
            return " " * (room - 1) + "›"
        left, right = max(left, 0), min(right, room)
        return " " * left + "^" * (right - left)

    def on_resize(self) -> None:
        """Point at the place where it is now."""
        self.call_after_refresh(self._point)

    def on_click(self) -> None:
        """Take the suggestion."""
        if self.suggestion:
            self._box.take()

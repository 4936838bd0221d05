"""What is told under the search box: how words were read, or what is wrong and where.

A mistake is pointed at under the place where it is seen, however far the box is scrolled.
"""

import re
from textwrap import wrap

from rich.cells import cell_len
from textual.content import Content

from summit_tui.catalogue.number_words import counted
from summit_tui.tui.typed import as_typed
from summit_tui.tui.widgets.search_box import SearchBox
from summit_tui.tui.widgets.settled import Settled
from summit_tui.tui.words import fit

_MOST_LINES = 2
_SUGGESTED = re.compile(r"did you mean (.+?)\?")


class Told(Settled):
    """Nothing, a remark, or a mistake."""

    def __init__(self, box: SearchBox) -> None:
        super().__init__(id="told", markup=False)
        self._box = box
        self.display = False
        self.error: ValueError | None = None
        self.lines = 0
        """How many there are: two at most."""
        self._others = 0
        self._half = ""
        """What is told in place of the mistake while values are offered for it."""

    def on_mount(self) -> None:
        """Follow the box as it scrolls."""
        self.watch(self._box, "scroll_x", self._point, init=False)

    def say(self, said: str) -> None:
        """Tell how the query was understood; nothing where that is plain."""
        self.error = None
        self._show(said)

    def say_wrong(self, error: ValueError, others: int = 0) -> None:
        """Tell what is wrong, under the place where it is, and how many `others` there are."""
        self.error, self._others = error, others
        self._point()

    def offering(self, start: int, end: int, field: str) -> None:
        """Take a mistake from `start` to `end` for half a value of `field`, which is offered."""
        from summit_tui.search.query import FIELDS

        at, behind = self.place
        half = FIELDS.get(field, "") if start <= at and behind <= end else ""
        if half != self._half:
            self._half = half
            self._point()

    def _show(self, said: str) -> None:
        width = max(self._box.screen.size.width - 4, 10)
        if self.error is None or self._half:
            said = "\n".join(wrap(said, width, max_lines=_MOST_LINES, placeholder=" …"))
        self.lines = said.count("\n") + 1 if said else 0
        if str(self.content) != said:
            self.update(Content(said))
        self.display = bool(said)
        wrong = self.error is not None and not self._half
        self.set_class(wrong, "-wrong")
        self._box.set_class(wrong, "-wrong")

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
        marks, width = self._marks(), max(self._box.screen.size.width - 4, 10)
        message = self._message(width)
        if self._half:
            self._show(self._half)
        elif not marks or cell_len(f"{marks} {message}") <= width:
            lines = wrap(message, width, max_lines=_MOST_LINES, placeholder=" …")
            self._show(f"{marks} {message}" if marks else "\n".join(lines))
        else:
            self._show(f"{marks}\n{fit(message, width)}")

    def _message(self, width: int) -> str:
        """Return what is wrong; in more than `width` cells, without the hint that tab takes."""
        take = f" · tab takes {self.suggestion}" if self.suggestion else ""
        more = f" · {counted(self._others, 'more mistake')}" if self._others else ""
        message = f"{self.error}{take}{more}"
        if take and cell_len(message) > width:
            message = f"{getattr(self.error, 'message', self.error)}{take}{more}"
        return message

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

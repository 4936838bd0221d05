"""The box where the query is typed. It eats every printable key while it has the focus.

What the arrow keys, tab and escape do depends on what is in sight: the values offered under the
box first, then what is suggested, then the searches made before, then the way out of the box.
"""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.suggester import Suggester

from summit_tui.tui.history import History
from summit_tui.tui.keys import bindings
from summit_tui.tui.widgets.box import Box
from summit_tui.tui.words import longest


class Aid(Protocol):
    """What follows the typing and helps with it: the line of the box."""

    def typed(self, text: str) -> None:
        """Take note that another text is in the box."""

    def move(self, direction: int) -> bool:
        """Go through what is offered; return whether anything is."""

    def take(self, *, chosen: bool = False) -> bool:
        """Take what is offered, or only what was `chosen`; return whether there was anything."""

    def close(self) -> bool:
        """Offer nothing any more; return whether anything was."""

    def keep(self) -> None:
        """Keep what was searched, to go back to."""


class _Fields(Suggester):
    """Offers faintly to make a field of the word that is typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the text with the field completed, or None."""
        rest = _rest(value)
        return value + rest if rest else None


def _rest(text: str) -> str:
    from summit_tui.tui.completion import rest_of_field  # not before something is typed

    return rest_of_field(text)


def _with_field(text: str) -> str:
    """Return `text` with a field made of its last word; empty where it begins none."""
    from summit_tui.tui.typed import field_to_come

    before, field = field_to_come(text)
    return f"{before}{field}:" if field else ""


class SearchBox(Box):
    """The box, with what helps to type."""

    DEFAULT_CSS = """
    SearchBox.-wrong { color: $text-error; }
    """
    PLACE = "box"
    BINDINGS: ClassVar[list[BindingType]] = bindings("box")

    aid: Aid | None = None
    """None until there is one; a value may be watched sooner."""

    def __init__(
        self, text: str, history: History, examples: Sequence[str], *, id: str | None = None
    ) -> None:
        super().__init__(text, placeholder=examples[0], suggester=_Fields(), id=id)
        self._examples = examples
        self.history = history
        self.put: str | None = None
        """The text that was put there, not typed; nothing is offered for it."""

    def on_resize(self) -> None:
        """Say what can be typed in as many words as there is room for."""
        self.placeholder = longest(self._examples, self.size.width)

    def watch_value(self, text: str) -> None:
        """Have the text searched for before it is painted: box and list are painted at once then.

        A message would come later, and the list would wait for the next tick of the screen.
        """
        if self.aid is not None:
            self.aid.typed(text)

    def show(self, text: str, cursor: int | None = None) -> None:
        """Put a text there, with the cursor at its end or where it should be."""
        self.put = text
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    def type_ahead(self) -> None:
        """Be ready for a letter typed in the list: at the end, apart from what is there."""
        if self.value and not self.value[-1].isspace():
            self.value += " "
        self.cursor_position = len(self.value)

    def take(self) -> None:
        """Take what was clicked, and go on typing."""
        if self.aid is not None:
            self.aid.take()
        self.focus()

    async def action_next_or_leave(self) -> None:
        """Go down what is offered, to a later search, or to the sessions."""
        if self.aid is not None and self.aid.move(1):
            return
        if self.history.browsing:
            self.show(self.history.later())
        else:
            await self.run_action("screen.leave_search")

    def action_earlier(self) -> None:
        """Go up what is offered, or to an earlier search."""
        if self.aid is not None and self.aid.move(-1):
            return
        earlier = self.history.earlier(self.value)
        if earlier is not None:
            self.show(earlier)

    async def action_leave(self) -> None:
        """Take what was chosen of what is offered, or go to the sessions."""
        if self.aid is None or not self.aid.take(chosen=True):
            await self.run_action("screen.leave_search")

    def action_complete(self) -> None:
        """Take what is offered or suggested; where nothing is, go to the next part."""
        if self.aid is not None and self.aid.take():
            return
        text = _with_field(self.value) if self.value and self.cursor_at_end else ""
        if text:
            self.value = text
            self.cursor_position = len(text)
        else:
            self.screen.focus_next()

    async def action_clear(self) -> None:
        """Take away what is offered; else empty the box and go back to the sessions."""
        if self.aid is not None and self.aid.close():
            return
        if self.aid is not None:
            self.aid.keep()
        self.show("")
        await self.run_action("screen.leave_search")

"""The box where the query is typed. It eats every printable key while it has the focus."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class SearchBox(Input):
    """One line, without a frame."""

    DEFAULT_CSS = """
    SearchBox {
        border: none;
        width: 1fr;
        height: 1;
        padding: 0;
        background: $surface;
        &:focus { border: none; background-tint: $foreground 0%; }
        &.-wrong { color: $text-error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, so that what is typed right after it reaches the sessions.
        Binding(
            "down,enter",
            "screen.leave_search",
            "to the sessions",
            show=False,
            id="search.leave",
            priority=True,
        ),
        Binding("escape", "clear", "clear", show=False, id="search.clear"),
    ]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            text,
            placeholder="search: words, level:300 track:ai after:14:00",
            select_on_focus=False,
            id=id,
        )

    async def action_clear(self) -> None:
        """Empty the box and go back to the sessions."""
        self.value = ""
        await self.run_action("screen.leave_search")

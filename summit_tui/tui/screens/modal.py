"""What the small screens over a screen share: a frame, a title, and escape."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from summit_tui.tui.keys import bindings
from summit_tui.tui.painting import PaintedInParts
from summit_tui.tui.words import fit

_HEIGHTS = [(0, "-short"), (16, "-tall")]
"""From how many lines on there is room for more than the hint that matters, and one for help."""
_LONGEST_TITLE = 120
"""Cells."""


class Modal(ModalScreen[None], PaintedInParts):
    """A framed box in the middle; `#frame` holds what it shows."""

    DEFAULT_CSS = """
    Modal {
        align: center middle;
        & > #frame {
            width: 76;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            border: round $primary;
            background: $surface;
            padding: 0 1;
        }
        &.-short > #frame { max-height: 100%; }
        & .title { width: 1fr; text-style: bold; margin: 0 0 1 0; }
        & .hint { color: $text-muted; margin: 1 0 0 0; }
        &.-short .hint, & .brief { display: none; }
        &.-short .brief { display: block; }
        & .muted { color: $text-muted; }
        & .brief { margin: 1 0 0 0; }
        & .wrong { color: $text-error; }
        & #told { display: none; margin: 1 0 0 0; }
        & #told.-said { display: block; }
        & OptionList { border: none; padding: 0; height: auto; max-height: 100%; }
        & OptionList:focus, & TextArea:focus { border: none; }
        & Input { margin: 1 0 0 0; background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("modal")
    VERTICAL_BREAKPOINTS = _HEIGHTS

    left = False
    """Whether it is on its way out; what keys still reach it then were for what is below."""

    def on_mount(self) -> None:
        """Take away what was told before: it would lie over what the keys do here."""
        self.app.clear_notifications()
        self.fit_size()

    def title_of(self, text: str) -> Static:
        """Return the title for something foreign, which is told in full elsewhere."""
        return Static(Content(fit(text, _LONGEST_TITLE)), classes="title")

    def hints(self, *said: str) -> ComposeResult:
        """Yield what the keys do: the first hint matters most, the last one says what helps."""
        yield Static(" · ".join(said), classes="hint", markup=False)
        yield Static(_brief(said), classes="muted brief", markup=False)

    def hint(self, *said: str) -> None:
        """Say what the keys do now, in place of what was said before."""
        self.query_one(".hint", Static).update(" · ".join(said))
        self.query_one(".brief", Static).update(_brief(said))

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Go back to the screen below, once: a key that came twice would close that one, too.

        Where the help stands over this it goes with it.
        """
        if self.left:
            return AwaitComplete()
        self.left = True
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_screen_resume(self) -> None:
        """Go, where this was left while the help stood over it."""
        if self.left and self.is_active:
            super().dismiss(None)

    def leave(self, then: Callable[[], object]) -> None:
        """Go back, and do what was chosen: once, for a key or a click may come twice."""
        if not self.left:
            self.dismiss(None)
            then()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key may act still."""
        return not self.left

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)


def _brief(said: Sequence[str]) -> str:
    """Return the hints that a low terminal has room for."""
    return " · ".join((said[0], said[-1]))

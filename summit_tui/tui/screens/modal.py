"""What the small screens over a screen share: a frame, a title, and escape."""

from collections.abc import Callable
from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen

from summit_tui.tui.keys import bindings

_HEIGHTS = [(0, "-low"), (18, "-short"), (38, "-tall")]
"""From how many lines on a list is as tall as what is in it, where the class `long` says so.

Below, it takes what the rest leaves: what the keys do stands under it, and must not be cut off.
"""


class Modal(ModalScreen[None]):
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
        & .title { width: 1fr; text-style: bold; margin: 0 0 1 0; }
        & .hint { color: $text-muted; margin: 1 0 0 0; }
        & .wrong { color: $text-error; }
        & OptionList { border: none; padding: 0; height: auto; max-height: 12; }
        & OptionList:focus, & TextArea:focus { border: none; }
        & Input { margin: 1 0 0 0; }
        &.long.-short > #frame { height: 92%; }
        &.long.-low > #frame { height: 100%; }
        &.long.-short OptionList, &.long.-low OptionList { height: 1fr; max-height: 100%; }
        &.-low > #frame { max-height: 100%; max-width: 100%; }
        &.-low .title, &.-low .hint, &.-low Input { margin: 0; }
        &.-low Input { border: none; height: 1; padding: 0; }
    }
    """
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = bindings("modal")

    left = False
    """Whether it is on its way out; what keys still reach it then were for what is below."""

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

"""What the small screens over a screen share: a frame, a title, and escape."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen


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
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", show=False, id="modal.close")
    ]

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)

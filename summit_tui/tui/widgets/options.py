"""A list of options in a small screen: what is chosen stays in sight whatever the terminal does."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from summit_tui.tui.keys import bindings
from summit_tui.tui.widgets.frame import GIVES
from summit_tui.tui.widgets.thumb import TrueThumb


class Options(OptionList, TrueThumb):
    """The list; as low as there is room for."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("options")

    def __init__(self, *options: Option) -> None:
        super().__init__(*options, markup=False, classes=GIVES)

    def on_resize(self) -> None:
        """Scroll to what is chosen."""
        self.call_after_refresh(self.scroll_to_highlight)

    def action_page_up(self) -> None:
        """Go a page up; a list without a line of room has no pages, and Textual counts on some."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual says no type

    def action_page_down(self) -> None:
        """Go a page down, if there is one."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]  # Textual says no type

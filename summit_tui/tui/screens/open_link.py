"""The links of a session, each with the host it really leads to, before one is opened."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.tui.links import shown_host
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.frame import GIVES, Frame
from summit_tui.tui.widgets.options import Options


class LinkChooser(Modal):
    """A list of links; enter opens one in the browser."""

    DEFAULT_CSS = "LinkChooser #whole { height: auto; margin: 1 0 0 0; }"

    def __init__(self, links: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._links = links

    def compose(self) -> ComposeResult:
        """Yield the links with their hosts, and the address of the one chosen."""
        options = [
            Option(Content.assemble((name, "bold"), "  ", (shown_host(url), "$foreground-muted")))
            for name, url in self._links
        ]
        with Frame():
            yield Static("Open in the browser", classes="title", markup=False)
            yield Options(*options)
            with VerticalScroll(id="whole", classes=GIVES):
                yield Static(Content(self._links[0][1]), id="address", classes="muted")
            yield from self.hints("enter opens it", "escape goes back", "? helps")

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Show the whole address."""
        self.query_one("#address", Static).update(Content(self._links[message.option_index][1]))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open the link."""
        self.leave(lambda: self.app.open_url(self._links[message.option_index][1]))

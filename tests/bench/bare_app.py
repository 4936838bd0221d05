"""The rival of the screens: as little as a Textual application with these four widgets can be."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, OptionList

FIRST_LINE = "bare line 1 of 20"


class BareApp(App[None]):
    """A header, an input, a list of twenty lines, a footer."""

    def compose(self) -> ComposeResult:
        """Yield the four."""
        yield Header()
        yield Input()
        yield OptionList(*(f"bare line {number} of 20" for number in range(1, 21)))
        yield Footer()


if __name__ == "__main__":
    BareApp().run()

"""How good a session was, from 1 to 5: a digit says it at once."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.options import Options

_MEANINGS = {5: "excellent", 4: "good", 3: "fair", 2: "weak", 1: "poor", 0: "no rating"}


class RatingForm(Modal):
    """The ratings, the present one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rating")

    def __init__(self, title: str, rating: int | None, rate: Callable[[int | None], None]) -> None:
        super().__init__()
        self._of, self._rating, self._rate = title, rating, rate

    def compose(self) -> ComposeResult:
        """Yield title, ratings, and what the keys do."""
        options = [
            Option(Content.assemble((f"{number}  ", "bold $text-accent"), word))
            for number, word in _MEANINGS.items()
        ]
        with Frame():
            yield self.title_of(f"Rate {self._of}")
            ratings = Options(*options)
            ratings.highlighted = list(_MEANINGS).index(self._rating or 0)
            yield ratings
            yield from self.hints("a digit or enter rates", "u takes it back", "? helps")

    def action_rate(self, number: int) -> None:
        """Rate the session, unless it is rated so, and leave."""
        if (number or None) == self._rating:
            self.dismiss(None)
        else:
            self.leave(lambda: self._rate(number or None))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Rate the session as chosen."""
        self.action_rate(list(_MEANINGS)[message.option_index])

"""The line at the foot: the keys that matter here, from the table, each of them a button."""

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.key import Key
from summit_tui.tui.keys import DIGITS, at_the_foot, shown
from summit_tui.tui.looks import look

_WIDE = 120
_MAIN = 5
"""How much a main screen's letter is needed."""


class KeyBar(Widget):
    """One line of keys; where there is no room for all, the most needed that fit are shown.

    Nothing stands there for `levels` where there are none.
    """

    DEFAULT_CSS = "KeyBar { height: 1; background: $panel; }"

    wanted: reactive[frozenset[str]] = reactive(frozenset())
    """The screens that matter as much as the main ones at present, by their ids."""

    def __init__(self, place: str, levels: int = 0) -> None:
        super().__init__()
        self._place, self._levels = place, levels
        self._keys = [key for key in at_the_foot(place) if levels or key.keys != DIGITS]

    def on_mount(self) -> None:
        """Follow keys that are moved."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def _fitting(self) -> list[tuple[Key, str]]:
        """Return the keys there is room for, with their signs."""
        keymap = self.app._keymap  # Textual has no other way to ask for it
        pairs = [(key, shown(key, keymap, self._levels).split(" ")[0]) for key in self._keys]
        room = self.size.width - 1
        kept = set()
        for pair in sorted(pairs, key=self._order):
            if _cells(pair) <= room:
                room -= _cells(pair)
                kept.add(pair[0].id)
        return [pair for pair in pairs if pair[0].id in kept]

    def _order(self, pair: tuple[Key, str]) -> tuple[bool, int]:
        """Return what is kept first; where little fits, the screen one is on needs no key."""
        key, here = pair[0], pair[0].id == self._place
        need = min(key.need, _MAIN) if key.id in self.wanted else key.needed(self._place)
        return here and self.size.width < _WIDE, need

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        key_style = look(self, "key")
        label_style = self.rich_style
        segments = [Segment(" ", label_style)]
        for key, sign in self._fitting():
            segments += [Segment(sign, key_style), Segment(f" {key.label}  ", label_style)]
        return Strip(segments).adjust_cell_length(self.size.width, label_style)

    def on_click(self, event: events.Click) -> None:
        """Do what the key that was clicked does."""
        at = 1
        for key, sign in self._fitting():
            at += _cells((key, sign))
            if event.x < at:
                if "{key}" not in key.action:
                    self.app.simulate_key(key.keys.split(",")[0])
                return


def _cells(pair: tuple[Key, str]) -> int:
    key, sign = pair
    return cell_len(sign) + len(key.label) + 3

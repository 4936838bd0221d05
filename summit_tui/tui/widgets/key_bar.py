"""The line at the foot: the keys that matter here, from the table, each of them a button."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.key import Key
from summit_tui.tui.keys import DIGITS, TYPED_IN, at_the_foot, names_of, shown_digits, sign_of
from summit_tui.tui.looks import look

_WIDE = 120
_MAIN = 5
"""How much a main screen's letter is needed."""


class _Button(NamedTuple):
    """A key at the foot."""

    key: Key
    name: str
    """What Textual calls the key that is shown."""
    sign: str

    @property
    def cells(self) -> int:
        """The width, with the gap behind."""
        return cell_len(self.sign) + len(self.key.label) + 3


class KeyBar(Widget):
    """One line of keys; where there is no room for all, the most needed that fit are shown.

    They are those of the part of the screen that has the focus. Nothing stands there for `levels`
    where there are none.
    """

    DEFAULT_CSS = "KeyBar { height: 1; background: $panel; }"

    wanted: reactive[frozenset[str]] = reactive(frozenset())
    """The screens that matter as much as the main ones at present, by their ids."""
    part: reactive[str] = reactive("")
    """The part of the screen that has the focus, as the table of keys calls it; `` is the list."""

    def __init__(self, place: str, levels: int = 0) -> None:
        super().__init__()
        self._place, self._levels = place, levels

    def on_mount(self) -> None:
        """Follow the focus, and keys that are moved."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())
        self.watch(self.screen, "focused", self._follow)

    def _follow(self, focused: Widget | None) -> None:
        self.part = getattr(focused, "PLACE", "")

    def _fitting(self) -> list[_Button]:
        """Return the keys there is room for."""
        buttons = [
            self._button(key)
            for key in at_the_foot(self._place, self.part)
            if self._levels or key.keys != DIGITS
        ]
        room = self.size.width  # with a blank on both sides, one of them of the last gap
        kept = set()
        for button in sorted(buttons, key=self._order):
            if button.cells <= room:
                room -= button.cells
                kept.add(button.key.id)
        return [button for button in buttons if button.key.id in kept]

    def _button(self, key: Key) -> _Button:
        """Return the first of the keys that work; a single letter does not where one types."""
        names = names_of(key, self.app._keymap)  # Textual has no other way to ask for it
        if key.typing and self.part in TYPED_IN:
            names = [name for name in names if len(sign_of(name)) > 1] or names
        digits = key.keys == DIGITS
        return _Button(key, names[0], shown_digits(self._levels) if digits else sign_of(names[0]))

    def _order(self, button: _Button) -> tuple[bool, int]:
        """Return what is kept first; where little fits, the screen one is on needs no key."""
        key, here = button.key, button.key.id == self._place
        need = min(key.need, _MAIN) if key.id in self.wanted else key.needed(self._place)
        if self.part in TYPED_IN:
            need = key.typing or key.need
        return here and self.size.width < _WIDE, need

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        key_style = look(self, "key")
        label_style = self.rich_style
        segments = [Segment(" ", label_style)]
        for key, _, sign in self._fitting():
            segments += [Segment(sign, key_style), Segment(f" {key.label}  ", label_style)]
        return Strip(segments).adjust_cell_length(self.size.width, label_style)

    def on_click(self, event: events.Click) -> None:
        """Do what the key that was clicked does."""
        at = 1
        for button in self._fitting():
            at += button.cells
            if event.x < at:
                if "{key}" not in button.key.action:
                    self.app.simulate_key(button.name)
                return

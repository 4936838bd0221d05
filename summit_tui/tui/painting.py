"""Paints of a screen only the widgets that something has changed in.

Textual asks every widget in the rectangle around all changes for its lines; a letter in the search
box that changes the list then draws all the parts of the detail beside it, to throw them away.
"""

from typing import Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget


class PartsOnly(Compositor):
    """Puts together what a screen shows."""

    _changed: frozenset[Region] = frozenset()
    """The parts of the screen that are being painted."""

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """The widgets in sight, with their regions; while parts are painted, only those in them."""
        visible = super().visible_widgets
        if not self._changed:
            return visible
        return {
            widget: (region, clip)
            for widget, (region, clip) in visible.items()
            if any(part.overlaps(region) and part.overlaps(clip) for part in self._changed)
        }

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is to be painted (how Textual asks for it)."""
        _ = self.cuts  # where widgets begin and end, whether they are painted or not
        self._changed = frozenset(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = frozenset()


class PaintedInParts(Screen[Any]):
    """To be named behind the class whose styles it has."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._compositor = PartsOnly()

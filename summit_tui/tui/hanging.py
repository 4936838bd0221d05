"""A text beside what leads it, for lists of options: lines that go on stand below the text.

It is written for the width that the list has whenever it is drawn, so that nothing is cut, and
nothing is to be done when the terminal changes.
"""

from functools import lru_cache

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_LEAST = 16
"""Cells that a text has beside what leads it; where there are less it goes on further left."""
_SHIFTED = 2
Paragraph = tuple[Content, Content]
"""What leads, and the text."""


def beside(lead: str, text: str, look: str, lead_look: str | None = None) -> Paragraph:
    """Return a paragraph of foreign text, with its look and that of what leads."""
    led = look if lead_look is None else lead_look
    return Content.styled(lead, led), Content.styled(text, look)


class Hanging(Visual):
    """Paragraphs below each other."""

    def __init__(self, *paragraphs: Paragraph) -> None:
        self._paragraphs = paragraphs
        self._written = lru_cache(4)(self._write)

    def _write(self, width: int) -> Content:
        lines = [line for each in self._paragraphs for line in _lines(*each, max(width, 1))]
        return Content("\n").join(lines)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as they are drawn (`Visual`)."""
        return self._written(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width in cells without any line that goes on (`Visual`)."""
        return max((lead + text).cell_length for lead, text in self._paragraphs)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes in `width` cells (`Visual`)."""
        return self._written(width).get_height(rules, width)


def _lines(lead: Content, text: Content, width: int) -> list[Content]:
    indent = lead.cell_length
    if width - indent >= _LEAST:
        first, *rest = text.wrap(width - indent) or [text]
        return [lead + first, *(_blank(indent) + line for line in rest)]
    shift = _blank(min(_SHIFTED, indent))
    if not lead.plain.strip():
        return [shift + line for line in text.wrap(max(width - _SHIFTED, 1))]
    first, *rest = (lead + text).wrap(max(width - _SHIFTED, 1)) or [lead]
    return [first, *(shift + line for line in rest)]


def _blank(cells: int) -> Content:
    return Content(" " * cells)

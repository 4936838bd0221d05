"""The box of a small screen: as tall as what it holds, and where that is too tall, still whole.

Of the parts that stand below each other those of the class `gives` become lower, since they scroll;
then the empty lines go; only then is anything cut, at the bottom.
"""

from textual.containers import Vertical
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

GIVES = "gives"
"""The class of what can be lower than it would be."""
_ENOUGH = 6
"""Lines that what gives keeps while there are empty ones to go."""


class _Giving(VerticalLayout):
    """A vertical layout that fits into the height there is."""

    name = "giving"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Return where everything stands; without a height it is asked how much it wants."""
        placed = super().arrange(parent, children, size, greedy)
        if not placed or not size.height:
            return placed
        heights = [each.region.height for each in placed]
        gaps = _gaps(placed)
        over = sum(heights) + sum(gaps) - size.height
        giving = [number for number, each in enumerate(placed) if each.widget.has_class(GIVES)]
        over = _take(heights, giving, over, _ENOUGH)
        over = _take(gaps, range(len(gaps)), over, 0)
        _take(heights, giving, over, 1)
        return list(_stacked(placed, heights, gaps))


class Frame(Vertical):
    """The box."""

    def __init__(self) -> None:
        super().__init__(id="frame")
        self._giving = _Giving()

    @property
    def layout(self) -> Layout:
        """How it is laid out; a name in a style sheet can mean Textual's own layouts only."""
        return self._giving


def _gaps(placed: list[WidgetPlacement]) -> list[int]:
    """Return how many empty lines stand above each."""
    ends = [0, *(each.region.bottom for each in placed)]
    return [each.region.y - end for each, end in zip(placed, ends, strict=False)]


def _take(lines: list[int], among: "range | list[int]", over: int, least: int) -> int:
    """Take up to `over` from those `lines`, leaving `least` of each; return what is over still."""
    for number in among:
        taken = max(0, min(over, lines[number] - least))
        lines[number] -= taken
        over -= taken
    return over


def _stacked(
    placed: list[WidgetPlacement], heights: list[int], gaps: list[int]
) -> "list[WidgetPlacement]":
    """Return all of them with these heights, below these gaps."""
    y, found = 0, []
    for each, height, gap in zip(placed, heights, gaps, strict=True):
        region = each.region
        found.append(each._replace(region=region._replace(y=y + gap, height=height)))
        y += gap + height
    return found

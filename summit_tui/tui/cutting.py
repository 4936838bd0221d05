"""Text that is cut to fit on the screen is cut between characters, also those of several signs.

Rich measures an astronaut (a woman, a colour of skin, a joiner and a rocket) as one character of
two cells, but cuts a segment anywhere inside it: the rocket that is left over is then painted as a
character of its own, and pushes everything behind it over the end of the line.
"""

from functools import lru_cache

from rich import cells
from rich.segment import Segment


def cut_between_characters() -> None:
    """Have Rich do so; one older than 14.3 measures sign by sign, and has nothing to mend."""
    if hasattr(cells, "split_text"):
        setattr(Segment, "_split_cells", staticmethod(_split))  # noqa: B010  mypy forbids to assign


@lru_cache(4096)
def _split(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    """Return what is before and what is behind a cell; of half a character a blank is left."""
    text, style, control = segment
    if cut >= segment.cell_length:
        return segment, Segment("", style, control)
    before, behind = cells.split_text(text, cut)
    return Segment(before, style, control), Segment(behind, style, control)

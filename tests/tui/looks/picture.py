"""A screen as text: what stands where, and below that in which look, for people to compare.

Of what lies over a screen it is the box.

A look is written as Rich writes it (`bold #0178d4 on #1e1e1e`), each run of cells as
`column look`, so that a difference says what changed and where.
"""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Region


def picture(app: App[None]) -> str:
    """Return what is painted: the lines of text, a rule, and the looks of each line."""
    shown = _shown(app)
    strips = app.screen._compositor.render_strips(app.size)[shown.y : shown.bottom]
    strips = [strip.crop(shown.x, shown.right) for strip in strips]
    text = [f"{strip.text}|" for strip in strips]
    looks = [f"{y}: {', '.join(_runs(strip))}" for y, strip in enumerate(strips)]
    return "\n".join([*text, "-" * shown.width, *looks, ""])


def _shown(app: App[None]) -> Region:
    """Return the box of a small screen; what is behind it has a picture of its own."""
    boxes = app.screen.query("#frame")
    return boxes.first().region if boxes else app.screen.region


def _runs(segments: Iterable[Segment]) -> Iterator[str]:
    """Yield the column where each look begins, with the look."""
    column, before = 0, None
    for segment in segments:
        look = str(_plain(segment.style or Style()))
        if look != before and segment.cell_length:
            yield f"{column} {look}"
            before = look
        column += segment.cell_length


def _plain(style: Style) -> Style:
    """Return the look without what it only denies: `not bold` is no look."""
    return Style(
        color=style.color,
        bgcolor=style.bgcolor,
        bold=style.bold or None,
        dim=style.dim or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
        strike=style.strike or None,
    )

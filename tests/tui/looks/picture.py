"""A screen as text: what stands where, and below that in which look, for people to compare.

A look is written as Rich writes it (`bold #0178d4 on #1e1e1e`), each run of cells as
`column look`, so that a difference says what changed and where.
"""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.app import App


def picture(app: App[None]) -> str:
    """Return what is painted: the lines of text, a rule, and the looks of each line."""
    width, _ = app.size
    strips = app.screen._compositor.render_strips(app.size)
    text = [f"{strip.text}|" for strip in strips]
    looks = [f"{y}: {', '.join(_runs(strip))}" for y, strip in enumerate(strips)]
    return "\n".join([*text, "-" * width, *looks, ""])


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

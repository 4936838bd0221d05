"""Lines that are kept look like those that Textual paints anew."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.widgets.kept_lines import KeptLines

SIZE = (12, 3)


class Drawn(Widget):
    """Three lines, the same strips each time."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []
        """The lines that were drawn."""
        self.strips = [
            Strip(
                [Segment("wide 日本", Style(color="red", bold=True)), Segment("!", Style(dim=True))]
            ),
            Strip([Segment("plain", Style())]),
            Strip([]),
        ]

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return self.strips[y] if y < len(self.strips) else Strip([])


class Kept(Drawn, KeptLines):
    """The same, kept."""


class Both(App[None]):
    """One of each."""

    CSS = "Drawn { width: 12; height: 3; }"

    def compose(self) -> ComposeResult:
        yield Drawn()
        yield Kept()


def painted(widget: Widget, crop: Region | None = None) -> list[list[Segment]]:
    return [list(line.simplify()) for line in widget.render_lines(crop or Region(0, 0, *SIZE))]


@pytest.mark.parametrize(
    ("style", "value"),
    [
        ("width", 12),
        ("border_right", ("vkey", "red")),
        ("border", ("round", "red")),
        ("padding", 1),
        ("padding", (0, 1, 0, 0)),
        ("opacity", 0.5),
        ("tint", "red 50%"),
        ("background", "blue"),
    ],
)
async def test_kept_lines_look_as_painted_anew(style: str, value: object) -> None:
    async with Both().run_test() as pilot:
        plain, kept = pilot.app.query(Drawn)
        painted(kept)
        for widget in (plain, kept):
            setattr(widget.styles, style, value)
        await pilot.pause()
        for crop in (Region(0, 0, *SIZE), Region(2, 1, 7, 2)):
            assert painted(kept, crop) == painted(plain, crop)
        for theme in ("textual-light", "ansi-dark"):
            pilot.app.theme = theme
            await pilot.pause()
            assert painted(kept) == painted(plain)


async def test_a_kept_line_is_the_same_wherever_it_stands() -> None:
    async with Both().run_test() as pilot:
        kept = pilot.app.query_one(Kept)
        before = kept.render_lines(Region(0, 0, *SIZE))
        kept.strips.reverse()
        kept.refresh()
        await pilot.pause()
        after = kept.render_lines(Region(0, 0, *SIZE))
        assert all(one is other for one, other in zip(reversed(before), after, strict=True))
        kept.strips[0] = Strip([Segment("another")])
        kept.refresh()
        assert painted(kept)[0][0].text.startswith("another")


async def test_only_lines_that_changed_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Both().run_test() as pilot:
        await pilot.pause()
        kept, marked = pilot.app.query_one(Kept), list[Region]()
        monkeypatch.setattr(kept, "refresh", lambda *regions: marked.extend(regions))
        kept.refresh_changed()
        assert not marked
        kept.strips[0], kept.strips[2] = Strip([Segment("one")]), Strip([Segment("three")])
        kept.refresh_changed()
        assert [(region.y, region.height) for region in marked] == [(0, 1), (2, 1)]


async def test_a_line_is_drawn_once_while_it_stands() -> None:
    async with Both().run_test() as pilot:
        await pilot.pause()
        kept, whole = pilot.app.query_one(Kept), Region(0, 0, *SIZE)
        kept.render_lines(whole)
        kept.drawn.clear()
        kept.render_lines(whole)
        assert kept.drawn == []
        kept.refresh(Region(0, 1, 12, 1))
        kept.render_lines(whole)
        assert kept.drawn == [1]
        kept.strips[2] = Strip([Segment("three")])
        kept.drawn.clear()
        kept.refresh_changed()
        kept.render_lines(whole)
        assert kept.drawn == [0, 1, 2]
        kept.refresh()
        kept.drawn.clear()
        kept.render_lines(whole)
        assert sorted(set(kept.drawn)) == [0, 1, 2]

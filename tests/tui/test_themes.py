"""Every text can be read on its ground, in every theme (WCAG 2.2, contrast ratio)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.app import App

from summit_tui.tui.looks import look
from summit_tui.tui.themes import SIXTEEN, THEMES
from tests.tui.harness import MIDDLE, press, settle
from tests.tui.looks.scenery import kites


def luminance(color: Color) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    parts = (part / 255 for part in color.get_truecolor())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def of_256(color: Color) -> Color:
    """Return what a terminal of 256 colours shows for a colour."""
    return Color.from_triplet(color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


def texts(
    app: App[None], seen_as: Callable[[Color], Color] = lambda color: color
) -> Iterator[tuple[float, str]]:
    """Yield each painted text with its ratio of contrast; under a small screen it is dimmed."""
    frames = app.screen.query("#frame")
    seen = frames.first().region if frames else app.screen.region
    for strip in app.screen._compositor.render_strips(app.size)[seen.y : seen.bottom]:
        for text, style, _ in strip.crop(seen.x, seen.right):
            if style is None or not any(sign.isalnum() for sign in text):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            both = seen_as(style.color), seen_as(style.bgcolor)
            dark, bright = sorted(map(luminance, both))
            yield (bright + 0.05) / (dark + 0.05), text


@pytest.mark.parametrize(
    ("theme", "least"), [("textual-dark", 3.4), ("summit-light", 4.5), ("summit-contrast", 7.0)]
)
async def test_every_text_can_be_read(theme: str, least: float, tmp_path: Path) -> None:
    async with kites(tmp_path, size=MIDDLE, team=True) as (app, pilot):
        app.theme = theme
        for keys in (
            (),
            ("2", "c"),
            ("escape", "0", "slash", "="),
            ("escape", "A"),
            ("G",),
            ("N",),
            ("p",),
            ("escape", "e"),
            ("escape", "r"),
        ):
            await press(pilot, *keys)
            await settle(pilot)
            found = sorted(texts(app))
            assert len(found) > 10
            assert found[0] >= (least, ""), keys


@pytest.mark.parametrize(("theme", "least"), [("textual-dark", 3.2), ("summit-light", 3.5)])
async def test_every_text_can_be_read_in_256_colours(
    theme: str, least: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    async with kites(tmp_path, size=MIDDLE, team=True) as (app, pilot):
        app.theme = theme
        for keys in ((), ("2", "c"), ("escape", "A"), ("G",), ("N",), ("p",), ("escape", "e")):
            await press(pilot, *keys)
            await settle(pilot)
            found = sorted(texts(app, of_256))
            assert found[0] >= (least, ""), keys


async def test_what_is_nearly_grey_is_grey_in_256_colours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    async with kites(tmp_path, size=MIDDLE) as (app, _):
        for theme in THEMES[:3]:
            app.theme = theme
            for name in ("background", "surface", "panel"):
                shade = of_256(Color.parse(app.theme_variables[name]))
                assert len(set(shade.get_truecolor())) == 1, (theme, name)


async def test_the_terminals_own_colours_are_sixteen_and_its_own(tmp_path: Path) -> None:
    async with kites(tmp_path, size=MIDDLE, team=True) as (app, pilot):
        app.theme = SIXTEEN.name
        seen = set()
        for keys in ((), ("2", "c"), ("escape", "A"), ("p",), ("escape", "G"), ("N",), ("n",)):
            await press(pilot, *keys)
            await settle(pilot)
            for strip in app.screen._compositor.render_strips(app.size):
                for _, style, _ in strip:
                    seen |= {style.color, style.bgcolor} if style else set()
        named = {color.name for color in seen if color is not None}
        assert {f"color({number})" for number in (1, 2, 5, 6)} | {"default"} <= named
        assert not [name for name in named if name.startswith("#")]


async def test_the_line_under_the_cursor_is_only_turned_round(tmp_path: Path) -> None:
    async with kites(tmp_path, size=MIDDLE) as (app, _):
        app.theme = SIXTEEN.name
        style = look(app.screen, "must", "cursor")
        assert (style.reverse, style.bold) == (True, True)
        assert style.color == look(app.screen, "", "cursor").color
        assert look(app.screen, "must").color != style.color


def test_every_theme_is_gone_through_once() -> None:
    assert len(set(THEMES)) == len(THEMES) == 4

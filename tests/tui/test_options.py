"""A list of options goes by pages, also where it has no room for one."""

from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from summit_tui.tui.widgets.options import Options


class Listed(App[None]):
    """Twenty options."""

    def compose(self) -> ComposeResult:
        yield Options(*(Option(f"option {number}") for number in range(20)))


async def test_pages() -> None:
    async with Listed().run_test() as pilot:
        options = pilot.app.query_one(Options)
        options.highlighted = 0
        for height, down, up in ((7, 5, 0), (2, 0, 0), (7, 5, 0)):
            options.styles.height = height  # with a frame of two
            await pilot.pause()
            await pilot.press("pagedown")
            assert options.highlighted == down
            await pilot.press("pageup")
            assert options.highlighted == up

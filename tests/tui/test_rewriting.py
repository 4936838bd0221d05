"""Another text for a Markdown widget, whoever asked for it."""

import asyncio
from contextlib import suppress

from textual.app import App, ComposeResult
from textual.widgets import Markdown, Static

from summit_tui.tui.rewriting import rewrite
from tests.tui.harness import until


class _Reader(App[None]):
    """A text, and nothing else."""

    def compose(self) -> ComposeResult:
        yield Markdown("\n\n".join(map(str, range(30))))


async def test_who_asked_may_be_gone_while_the_text_before_goes() -> None:
    app = _Reader()
    async with app.run_test() as pilot:
        markdown = app.query_one(Markdown)
        asked = asyncio.create_task(rewrite(markdown, "another"))
        while not any(part._pruning for part in markdown.query(Static)):  # for some rounds only
            assert not asked.done()
            await asyncio.sleep(0)
        asked.cancel()
        with suppress(asyncio.CancelledError):
            await asked
        await until(lambda: len(markdown.query(Static)) == 1)
        await pilot.pause()
        assert app.is_running

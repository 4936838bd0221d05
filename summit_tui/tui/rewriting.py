"""Giving a Markdown widget another text, to the end even where whoever asked for it is gone.

Textual awaits the widgets that go in the application's own loop as well: cancelled midway, as an
exclusive worker or one of a screen that is left would be, they take the application with them.
"""

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widgets import Markdown


async def rewrite(markdown: "Markdown", text: str) -> None:
    """Return when `markdown` shows `text`; it will, too, where this is cancelled."""
    await asyncio.shield(markdown.update(text))

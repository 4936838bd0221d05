"""Leaving the application: not before everything asked for is written.

A screen that has something to keep (a note that is being written) says so by a method `keep`, which
returns whether one may go.
"""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from summit_tui.tui.app import SummitApp

_MAKING_SECONDS = 2.0
"""For how long a screen may be in the making before one leaves all the same."""


class Leaving:
    """The way out of `app`."""

    def __init__(self, app: "SummitApp") -> None:
        self._app = app
        self.begun = False
        """Whether the screens go, one after the other: nothing that is typed does anything."""

    async def leave(self) -> None:
        """End the application; it stays where something that was asked for was refused."""
        app = self._app
        for screen in reversed(app.screen_stack):  # the help may stand over what is to be kept
            keep: Callable[[], Awaitable[bool]] | None = getattr(screen, "keep", None)
            if keep is not None and not await keep():
                return
        if await app.keeper.written():
            await app.switch.done()
            app.remember()
            self.begun = True
            with suppress(TimeoutError):
                await self._made()
            app.exit()

    async def _made(self) -> None:
        """Wait for screens that are being made: to leave before would have them miss widgets."""
        async with asyncio.timeout(_MAKING_SECONDS):
            while not all(screen.is_mounted for screen in self._app.screen_stack):
                await asyncio.sleep(0.001)

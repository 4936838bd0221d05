"""The agendas of my colleagues between their files and the screens: read and watched.

On a thread: they may lie on another machine, and no key waits for that. Nothing is imported, read
or watched where the settings name no team.
"""

import asyncio
from typing import TYPE_CHECKING

from summit_tui.tui.turns import BEHIND

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from summit_tui.agenda.team.reading import Colleague
    from summit_tui.tui.app import SummitApp
    from summit_tui.tui.team import Team

_LOOK_SECONDS = 2.0


class Colleagues:
    """My colleagues at one event."""

    def __init__(self, app: "SummitApp", event_id: str, show: "Callable[[], None]") -> None:
        self._app, self._event_id, self._show = app, event_id, show
        self.known: tuple[Colleague, ...] = ()
        """Everyone of the team, as their files were found last."""
        self.team: Team | None = None
        """None where there is none, or none was looked for yet."""
        self.named: tuple[str, ...] = ()
        """Whom the settings name."""
        self._watching: Timer | None = None
        self._looking = False
        self._closed = False

    async def gather(self) -> None:
        """Read the agendas of those whom the settings name, and watch their files from now on."""
        from summit_tui.agenda.settings import read_settings

        named = read_settings().get("team")
        if named == self.named or self._closed:
            return
        self.named = named
        if self._watching is None:
            self._watching = self._app.set_interval(_LOOK_SECONDS, self.look)
        await self._read()

    def look(self) -> None:
        """Take in what has changed in the files."""
        if not self._looking:
            self._app.run_worker(self._read(), group=BEHIND, description="read the team's agendas")

    def close(self) -> None:
        """Look for nothing any more, and tell of nothing."""
        self._closed = True
        if self._watching is not None:
            self._watching.stop()

    async def _read(self) -> None:
        from summit_tui.agenda.team.reading import read_team
        from summit_tui.tui.team import team_of, troubles, what_changed

        self._looking = True
        try:
            before, named = self.known, self.named
            after = await asyncio.to_thread(read_team, named, self._event_id, before)
        finally:
            self._looking = False
        if after == before or named != self.named or self._closed:
            return
        self.known, self.team = after, team_of(after) if after else None
        self._show()
        for notice in troubles(before, after):
            self._app.say(notice, "warning")
        if said := what_changed(before, after):
            self._app.say("\n".join(said))

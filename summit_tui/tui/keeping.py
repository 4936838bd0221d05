"""My agenda between its file and the screens: read, watched, changed, and shown once it is written.

The application's `picks` are what was read or acknowledged last; what went wrong is said there.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.store import AgendaStore, Applied
from summit_tui.tui.colleagues import Colleagues
from summit_tui.tui.desk import Desk
from summit_tui.tui.picks import picks_of

if TYPE_CHECKING:
    from textual.timer import Timer

    from summit_tui.tui.app import SummitApp

_LOOK_SECONDS = 1.0
_SLOW_SECONDS = 0.4
"""How long a write may take before the screen says that it waits."""
Outcome = Future[Applied | None]
"""Of a change: None where there was nothing to do, AgendaError where it was refused."""
Words = Callable[[str], str]
"""Makes of the label of a change what is said once it is written; empty for nothing."""


def _no_words(_: str) -> str:
    return ""


class Keeper:
    """Keeps the agenda of an application."""

    def __init__(self, app: "SummitApp", store: AgendaStore) -> None:
        self._app = app
        self.desk = Desk(store)
        self.colleagues = Colleagues(app, store.event_id, self._take_over)
        self._circumstances = Circumstances()
        self._watching: Timer | None = None

    def load(self) -> None:
        """Read the agenda, unless that was done before."""
        if self.desk.loaded:
            return
        if trouble := self.desk.load():
            self._app.say(trouble, "error")
        self._take_over()

    async def gather(self) -> None:
        """Take in the ways between the rooms, my appointments and my colleagues' agendas.

        None of them has to be there.
        """
        from summit_tui.agenda.settings import read_settings
        from summit_tui.formats.circumstances import gather

        settings, catalogue = read_settings(), self._app.programme.catalogue
        busy, walks = settings.get("busy"), settings.get("walk")
        self._circumstances, told = await asyncio.to_thread(gather, catalogue, busy, walks)
        for notice in (*settings.wrong, *told):
            self._app.say(notice, "warning")
        if self._circumstances.walking.rules or self._circumstances.appointments:
            self._take_over()
        await self.colleagues.gather()

    def watch(self) -> None:
        """Look for what other programs do to the file, from now on."""
        self._watching = self._app.set_interval(_LOOK_SECONDS, self.look)

    def close(self) -> None:
        """Look for nothing any more; what was asked for is written before this returns."""
        if self._watching is not None:
            self._watching.stop()
        self.colleagues.close()
        self.desk.close()

    def look(self) -> None:
        """Take in what another program did to the file."""
        before = self.desk.agenda
        if said := self.desk.look():
            self._app.say(said, "information" if self.desk.agenda != before else "warning")
        if self.desk.agenda != before:
            self._take_over()

    def follow(self, outcome: Outcome, words: Words = _no_words) -> None:
        """Show the agenda as soon as a change is written, and say `words` of it."""
        self._app.run_worker(
            self.settle(outcome, words), group="agenda", description="write the agenda"
        )

    async def settle(self, outcome: Outcome, words: Words = _no_words) -> bool:
        """Return whether a change was written, then shown; what went wrong is said."""
        slow = self._app.set_timer(_SLOW_SECONDS, self.show_waiting)
        try:
            applied = await asyncio.shield(asyncio.wrap_future(outcome))
        except AgendaError as error:
            self._app.say(str(error), "error")
            return False
        else:
            self._tell(applied, words)
            return True
        finally:
            slow.stop()
            self.desk.settled()
            self._app.waiting = False
            self._take_over()

    def show_waiting(self) -> None:
        """Say at the head that a change waits for the file."""
        self._app.waiting = True

    async def written(self) -> bool:
        """Return, when everything asked for is written or was refused, whether all was written."""
        writing = [worker for worker in self._app.workers if worker.group == "agenda"]
        return all([await worker.wait() for worker in writing])

    def _take_over(self) -> None:
        if self._app.keeper is not self:
            return  # another event is shown by now
        catalogue = self._app.programme.catalogue
        team = self.colleagues.team
        self._app.picks = picks_of(self.desk.agenda, catalogue, self._circumstances, team)

    def _tell(self, applied: Applied | None, words: Words) -> None:
        if applied is None:
            return
        if applied.label and (said := words(applied.label)):
            self._app.say(said)
        for notice in applied.notices:
            said = notice[:1].upper() + notice[1:]
            self._app.say(said, "warning" if applied.label else "information")

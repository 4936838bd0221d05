"""From one event to another while the application runs: nothing of either is lost.

What was asked for is written first, and where one was is remembered, as when one leaves. Each event
has its own agenda; the one that was named at the start belongs to the event it was named for.
"""

import asyncio
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from summit_tui.agenda.store import AgendaStore, default_path
from summit_tui.catalogue.disk import stamp_of
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.search.programme import Programme, open_programme
from summit_tui.tui.memory import recall
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.screens.table import HOME
from summit_tui.tui.turns import BEHIND

if TYPE_CHECKING:
    from summit_tui.catalogue.disk import Stamp
    from summit_tui.catalogue.model import Event
    from summit_tui.tui.app import SummitApp

_LOOK_SECONDS = 2.0
_CHANGED = "The programme has changed and was read again."


class Switch:
    """The way to another event of one application."""

    def __init__(self, app: "SummitApp", path: Path) -> None:
        self._app = app
        self._seen = stamp_of(path)
        """Of the programme's file, as it was when it was opened, or tried to be."""
        self._stores: dict[str, AgendaStore] = {}
        """The agendas used so far, by event."""
        self._one_by_one = asyncio.Lock()
        self._changing = asyncio.Lock()

    async def done(self) -> None:
        """Return when no screen is on its way out."""
        async with self._changing:
            pass

    def store_of(self, event: "Event") -> AgendaStore:
        """Return my agenda of an event: that which was used for it, else where it always lies."""
        present = self._app.keeper.desk.store
        known = {present.event_id: present} | self._stores
        return known.get(event.id) or AgendaStore(default_path(event.id), event.id)

    @property
    def outdated(self) -> bool:
        """Whether the file of the programme that is open is another one by now."""
        return stamp_of(self._app.programme.path) not in (None, self._seen)

    def watch(self) -> None:
        """Look from now on whether somebody changes the programme's file."""
        self._app.set_interval(_LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Read the programme again where it was changed, once nothing is typed or selected."""
        if self.outdated and self._resting and not self._one_by_one.locked():
            going = self._go(self._app.programme.path, said=_CHANGED)
            self._app.run_worker(going, group=BEHIND, description="read the programme again")

    @property
    def _resting(self) -> bool:
        """Whether nothing is asked, typed or selected, and the screen is not on its way out."""
        screen = self._app.screen
        if not isinstance(screen, SessionScreen) or not screen.query("#sessions"):
            return False
        return not isinstance(self._app.focused, Input) and len(screen.subjects) < 2

    def open(self, path: Path, place: str = "") -> None:
        """Go to the programme in `path`, and there to `place` if given; say why where not.

        The one that is open is read again only when it has changed.
        """
        here = path.resolve() == self._app.programme.path.resolve()
        going = self._asked(None if here and not self.outdated else path, place)
        self._app.run_worker(going, group="open", description="open a programme")

    async def _asked(self, path: Path | None, place: str) -> None:
        """Go there; what is typed meanwhile is meant for what comes, however long that takes."""
        async with self._app.turns.paused():
            await self._go(path, place)

    async def _go(self, path: Path | None, place: str = "", said: str = "") -> None:
        async with self._one_by_one:
            try:
                if path is not None and not await self.to(path):
                    return
            except (CatalogueError, OSError) as error:
                from summit_tui.formats.update_words import reason

                self._app.say(reason(error), "error")
                return
        if place:
            await self._app.navigation.go(place)
        if said:
            self._app.say(said)

    async def to(self, path: Path) -> bool:
        """Open the catalogue in `path`; return whether that was done.

        It is not while a change of the agenda cannot be written, which is said. CatalogueError when
        the catalogue cannot be read. The one that is open is read again, and stays where it was.
        """
        keeper, stamp = self._app.keeper, stamp_of(path)
        if path.resolve() == self._app.programme.path.resolve():
            self._seen = stamp  # what cannot be read is tried once
        programme = await asyncio.to_thread(open_programme, path)
        if not await keeper.written():
            return False
        # A screen on its way out would write into the agenda of the event that comes.
        async with self._app.turns.paused(), self._changing:
            if not await keeper.written():
                return False
            await self._change_to(programme, stamp)
        return True

    async def _change_to(self, programme: Programme, stamp: "Stamp | None") -> None:
        app = self._app
        again = app.programme.path.resolve() == programme.path.resolve()
        store, session = app.keeper.desk.store, app.navigation.home.session
        self._stores[store.event_id] = store
        app.remember()
        place = app.place if again else recall(programme.catalogue)
        before = app.navigation
        await asyncio.to_thread(app.keeper.close)
        app.searcher.close()
        gc.unfreeze()  # what is not needed any more may go
        self._seen = stamp
        app.take_up(programme, self.store_of(programme.catalogue.event), place)
        await before.give_way(app.navigation.home)
        app.keeper.watch()
        app.keeper.load()
        app.forget_watchers()
        home = app.navigation.home
        if again and session and programme.catalogue.sessions.row(session.id) in home.list.rows:
            home.go_to(session.id)
        if place.screen != HOME:
            await app.navigation.go(place.screen)
        app.run_worker(self._rest(), group=BEHIND, description="read the rest")

    async def _rest(self) -> None:
        await self._app.keeper.gather()
        await self._app.look_for_news()

"""What may happen to the application at random, one thing after the other.

Keys, some all at once, clicks, turns of the wheel, resizes, themes, toasts, time, pastes, and what
other programs do to the files underneath.
"""

from datetime import datetime, timedelta
from random import Random

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets._toast import Toast

from summit_tui.agenda.change import add, remove
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, shelf
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.writing import write
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.themes import THEMES
from tests.factories import make_catalogue
from tests.fuzz.monkey import PASTED, SIGNS, SIZES, Told, key_at_random
from tests.tui.terminal import Sent

NAME = "walked"
"""What the catalogue that other programs change is called in the library."""
BEGIN = datetime.fromisoformat("2019-04-02T11:20:00+02:00")
"""When it is at first."""


class Steps:
    """What happens to an application whose terminal is `sent`."""

    def __init__(
        self, app: SummitApp, pilot: Pilot[None], random: Random, told: Told, sent: Sent
    ) -> None:
        self.app, self.pilot, self.random, self.told, self.sent = app, pilot, random, told, sent
        self._now = BEGIN
        store = app.keeper.desk.store
        self._other = AgendaStore(store.path, store.event_id)
        """The agenda as another program has it."""
        self._chances = (
            (0.60, self._type),
            (0.75, self._type_at_once),
            (0.82, self._click),
            (0.86, self._move),
            (0.89, self._wheel),
            (0.92, self._resize),
            (0.94, self._take_theme),
            (0.96, self._say),
            (0.97, self._pass_time),
            (0.98, self._paste),
            (0.99, self._change_agenda),
            (1.00, self._change_programme),
        )

    async def take(self) -> None:
        """Have one thing happen."""
        chance = self.random.random()
        await next(step for share, step in self._chances if chance < share)()

    def _note(self, step: str) -> None:
        self.told.trail.append(step)

    def _place(self) -> tuple[int, int]:
        return self.random.randrange(self.app.size.width), self.random.randrange(
            self.app.size.height
        )

    async def _type(self) -> None:
        key = key_at_random(self.random)
        if isinstance(self.app.focused, Input) and self.app.focused.id == "name":
            key = "escape" if key == "slash" else key  # files are written here and nowhere else
        self._note(key)
        self.told.keys += 1
        self.app.post_message(events.Key(key, SIGNS.get(key, key if len(key) == 1 else None)))

    async def _type_at_once(self) -> None:
        for _ in range(self.random.choice((2, 3, 6))):
            await self._type()
        self._note("at once")

    async def _click(self) -> None:
        at = self._place()
        self._note(f"click {at}")
        await self.pilot.click(offset=at, times=self.random.choice((1, 1, 2)))

    async def _move(self) -> None:
        at = self._place()
        self._note(f"move {at}")
        await self.pilot.hover(offset=at)

    async def _wheel(self) -> None:
        (x, y), down = self._place(), self.random.random() < 0.6
        self._note(f"wheel {'down' if down else 'up'} {x, y}")
        turned = events.MouseScrollDown if down else events.MouseScrollUp
        self.app.post_message(turned(None, x, y, 0, 0, 0, False, False, False, x, y, None))

    async def _resize(self) -> None:
        size = self.random.choice([size for size in SIZES if size != self.app.size])
        self._note(f"resize {size}")
        self.sent.resize(size)
        await self.pilot.resize_terminal(*size)

    async def _take_theme(self) -> None:
        if not self.app.no_color:
            theme = self.random.choice((*THEMES, "ansi-light", "nord"))
            self._note(f"theme {theme}")
            self.app.theme = theme

    async def _say(self) -> None:
        toasts = self.app.screen.query(Toast)
        if toasts and self.random.random() < 0.5:
            self._note("toast goes")
            toasts.first()._expire()
        else:
            text = self.random.choice(("Said.", "日本語の" * 9, "two\nlines and more " * 4))
            self._note(f"say {text[:8]!r}")
            self.app.say(text, self.random.choice(("information", "warning", "error")))

    async def _pass_time(self) -> None:
        self._now += timedelta(minutes=self.random.choice((1, 5, 30, 600)))
        self._note(f"time {self._now:%H:%M}")
        clock.pretend(self._now)
        if isinstance(self.app.screen, SessionScreen):
            self.app.screen.follow_clock()

    async def _paste(self) -> None:
        text = self.random.choice(PASTED)
        self._note(f"paste {text[:8]!r}")
        self.app.post_message(events.Paste(text))

    async def _change_agenda(self) -> None:
        sessions = self.app.programme.catalogue.sessions
        self._note("another program changes the agenda")
        for session in self.random.sample(list(sessions), min(3, len(sessions))):
            change = remove([session.id]) if session.id in self._other.read() else add([session])
            self._other.apply(change)
        self.app.keeper.look()

    async def _change_programme(self) -> None:
        catalogue = self.app.programme.catalogue
        if self.app.programme.path == library_file(NAME):
            self._note("another program changes the programme")
            gone = self.random.choice(list(catalogue.sessions))
            left = [session for session in catalogue.sessions if session is not gone]
            shelf.place(NAME, write(make_catalogue(*left, event=catalogue.event)).encode())
            self.app.switch.look()

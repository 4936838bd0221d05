"""The terminal application: themes, keymap, and what the screens share: the agenda above all.

The app owns what is the same on every screen; what is shown is the screens' business. `run` is
what the shell calls. Nothing that the first frame does not need is imported here.
"""

import asyncio
import gc
import os
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock
from summit_tui.catalogue.text import clean
from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.tui.ahead import Ahead
from summit_tui.tui.cutting import cut_between_characters
from summit_tui.tui.desk import Intent
from summit_tui.tui.keeping import Keeper
from summit_tui.tui.keymap import read_keymap
from summit_tui.tui.keys import bindings
from summit_tui.tui.leaving import Leaving
from summit_tui.tui.memory import Place, is_first_run, recall, remember
from summit_tui.tui.navigation import Navigation
from summit_tui.tui.picks import Picks
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.session_screen import PAINT_SECONDS
from summit_tui.tui.screens.table import HOME
from summit_tui.tui.searching import Searcher
from summit_tui.tui.styles import BREAKPOINTS, STYLES
from summit_tui.tui.switching import Switch
from summit_tui.tui.themes import INDEXED, MONOCHROME, OWN, SIXTEEN, THEMES
from summit_tui.tui.tidying import Tidying
from summit_tui.tui.turns import BEHIND, Turns, Typed, typed
from summit_tui.tui.typing_in import accept_any_bytes
from summit_tui.tui.welcoming import Welcome

if TYPE_CHECKING:
    from summit_tui.tui.news import News

Severity = Literal["information", "warning", "error"]


class SummitApp(App[None]):
    """summit in a terminal."""

    TITLE = "summit"
    ENABLE_COMMAND_PALETTE = False  # ours is in the table of keys
    ALLOW_SELECT = False  # ctrl+c leaves; and a part that is clicked while it goes breaks Textual
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    CSS = STYLES
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    picks: reactive[Picks | None] = reactive(None, repaint=False)
    """My agenda, joined with the programme."""
    news: "reactive[News | None]" = reactive(None, repaint=False)
    """What has come since the last look; None where nothing has, or it is not known yet."""
    waiting: reactive[bool] = reactive(False, repaint=False)
    """Whether a change waits for the agenda file for longer than one notices."""

    def __init__(self, programme: Programme, store: AgendaStore, *, welcome: bool = False) -> None:
        # With an ansi theme set later Textual's filter for NO_COLOR paints black on black.
        color = "NO_COLOR" not in os.environ
        cut_between_characters()
        place = recall(programme.catalogue)
        super().__init__(ansi_color=None if color else True)
        indexed = INDEXED if self.console.color_system == "256" else ()
        for theme in (*OWN, *indexed):
            self.register_theme(theme)
        if indexed:  # one of them is there already, by its name
            self.stylesheet.set_variables(self.get_css_variables())
        self._kept_theme = place.theme if place.theme in THEMES else THEMES[0]
        """The one to begin with on a terminal that has its colours."""
        few = SIXTEEN.name if self._has_few_colors else self._kept_theme
        self.theme = few if color else MONOCHROME
        self._left_in = place.screen
        self.leaving = Leaving(self)
        self.welcome = Welcome(self, due=welcome)
        self.turns = Turns(self)
        self._tidying, self._ahead = Tidying(), Ahead()
        self.switch = Switch(self, programme.path)
        self.take_up(programme, store, place)

    @property
    def _has_few_colors(self) -> bool:
        """Whether the terminal has sixteen colours: the nearest of them tell too little apart."""
        return self.console.color_system == "standard"

    def take_up(self, programme: Programme, store: AgendaStore, place: Place) -> None:
        """Be about `programme` and my agenda of it; no screen of another one is shown by now."""
        self.programme = programme
        self.keeper = Keeper(self, store)
        self.searcher = Searcher(programme)
        home = ProgrammeScreen(programme, place.view, place.searches, place.session)
        self.navigation = Navigation(self, home)
        self.set_reactive(SummitApp.picks, Picks(self.keeper.desk.agenda))
        self.set_reactive(SummitApp.news, None)

    def forget_watchers(self) -> None:
        """Let go of screens that are gone: Textual forgets who watched a value when it changes."""
        self.mutate_reactive(SummitApp.picks)
        self.mutate_reactive(SummitApp.news)
        self.mutate_reactive(SummitApp.waiting)

    def get_default_screen(self) -> Screen[None]:
        """Return the programme; as the default screen it is painted a tick before a mode's is."""
        return self.navigation.home

    async def on_event(self, event: events.Event) -> None:
        """Have what is typed act when its turn has come."""
        given = typed(event)
        if given is not None and self.turns.hold(given):
            return
        with self.turns.acting():
            await (super().on_event(event) if given is None else self.act(given))
        if given is not None:
            self._tidying.typed()
            self._ahead.typed()

    async def act(self, event: Typed) -> None:
        """Do what was typed, whose turn has come.

        What is pasted is cleaned before a box shows it: that is foreign text as well.
        """
        if self.leaving.begun:
            return  # the screens go one after the other, and no key may bring one back
        if isinstance(event, events.Key | events.Paste) and self.welcome.takes(event):
            return
        if isinstance(event, events.Paste):
            event = events.Paste(clean(event.text))
        if not isinstance(event, events.MouseMove):
            self.keeper.load()
        await super().on_event(event)

    def simulate_key(self, key: str) -> None:
        """Have a key act before all that was typed and waits."""
        self.turns.go_first(events.Key(key, None))

    async def on_mount(self) -> None:
        """Read the agenda once the first frame is painted, and watch its file from then on."""
        if self._left_in != HOME:
            self.keeper.load()
            await self.navigation.go(self._left_in)
        keymap, wrong = read_keymap()
        if keymap:
            self.set_keymap(keymap)
        for problem in wrong:
            self.say(problem, "warning")
        self.call_after_refresh(
            self.run_worker, self._begin, group=BEHIND, description="read the agenda"
        )

    async def _begin(self) -> None:
        await asyncio.sleep(PAINT_SECONDS)
        self.welcome.meet()
        self.keeper.watch()
        self.switch.watch()
        self._tidying.begin()
        self.keeper.load()
        await self.keeper.gather()
        await self.look_for_news()
        self._ahead.begin()

    async def look_for_news(self) -> None:
        """Find out what has come since the last look."""
        from summit_tui.tui.news import unseen

        programme = self.programme
        found = await asyncio.to_thread(unseen, programme.path)
        if self.news is None and programme is self.programme:  # else I have looked meanwhile
            self.news = found

    def change(self, intent: Intent, said: str = "") -> None:
        """Have `intent` written; show the agenda and say `said` as soon as something is."""
        self.keeper.follow(self.keeper.desk.change(intent), lambda _: said)

    async def write(self, intent: Intent) -> bool:
        """Have `intent` written, and return whether it was; what went wrong is said."""
        return await self.keeper.settle(self.keeper.desk.change(intent))

    def action_undo(self) -> None:
        """Take the last change back and say which."""
        self.keeper.follow(self.keeper.desk.undo(), "Undone: {}".format)

    def action_redo(self) -> None:
        """Carry out again what was undone and say what."""
        self.keeper.follow(self.keeper.desk.redo(), "Done again: {}".format)

    async def action_quit(self) -> None:
        """Leave when everything asked for is written; stay when some of it was refused."""
        leave = self.leaving.leave()
        self.run_worker(leave, group="leave", exclusive=True, description="leave")

    @property
    def place(self) -> Place:
        """Where one is in the programme."""
        theme = self._kept_theme if self.no_color or self._has_few_colors else self.theme
        home = self.navigation.home
        session = home.session.id if home.session else ""
        return Place(theme, self.navigation.place, home.view, tuple(home.history.texts), session)

    def remember(self) -> None:
        """Keep for the next time where one is in the programme."""
        remember(self.programme.catalogue.event.id, self.place)

    def say(self, message: str, severity: Severity = "information") -> None:
        """Say something the eye has not seen yet; never read as markup."""
        seconds = 4 if severity == "information" else 12
        if severity == "information":
            self.clear_notifications()  # the last one says what matters; they never pile up
        self.notify(message, severity=severity, timeout=seconds, markup=False)

    @property
    def context(self) -> Context:
        """What the query language is answered from, at this moment."""
        assert self.picks is not None  # noqa: S101  set when the app is made
        return self.picks.context(clock.now(self.programme.catalogue.event.zone))

    async def action_go(self, name: str) -> None:
        """Go to another screen, or lay one over this."""
        await self.navigation.go(name)

    async def search(self, text: str | None = None) -> None:
        """Go to the programme's search box, with `text` in it if given."""
        await self.navigation.go(HOME)
        self.navigation.home.search_for(text)

    async def show_session(self, session_id: str) -> None:
        """Go to a session in the programme, whatever is filtered."""
        await self.navigation.go(HOME)
        self.navigation.home.go_to(session_id)

    def action_palette(self) -> None:
        """Find any command, session or speaker."""
        from summit_tui.tui.palette import palette

        if not isinstance(self.screen, ModalScreen):
            self.push_screen(palette())

    def action_help(self) -> None:
        """Say what one sees where the focus is, over whatever is shown; a second time, go back."""
        from summit_tui.tui.screens.help import help_on

        help_on(self.screen)

    def action_theme(self) -> None:
        """Change the colours; without colour there is nothing to change."""
        if self.no_color:
            return
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address in the browser if it is one that is opened at all."""
        from summit_tui.tui.links import real_host

        try:
            real_host(url)
        except ValueError as error:
            self.say(f"Not opened: {error}.", "error")
        else:
            super().open_url(url, new_tab=new_tab)


def run(programme: Programme, store: AgendaStore, *, color: bool) -> int:
    """Run the application until the person leaves it, and return 0; 1 when it broke down.

    Everything asked for is written, or was refused on the screen, when this returns.
    """
    gc.disable()  # a fifth of the time to the first frame; `Tidying` begins behind that
    if color:
        os.environ.pop("NO_COLOR", None)
    else:
        os.environ["NO_COLOR"] = "1"
    accept_any_bytes()
    app = SummitApp(programme, store, welcome=is_first_run())
    try:
        app.run()
    finally:
        app.keeper.desk.close()
        app.searcher.close()
    return app.return_code or 0

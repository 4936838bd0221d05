"""From screen to screen: which of them are made already, which is shown, and the way to another.

The programme is the default screen of the application and lies under everything. One other main
screen may stand on it, and keeps its cursor while it is not shown; a modal stands on either.
"""

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.screens.table import HOME, Destination, destination

if TYPE_CHECKING:
    from summit_tui.tui.app import SummitApp
    from summit_tui.tui.screens.programme import ProgrammeScreen


class Navigation:
    """The screens of one application."""

    def __init__(self, app: "SummitApp", home: "ProgrammeScreen") -> None:
        self._app = app
        self.home = home
        self._made: dict[str, SessionScreen] = {HOME: home}

    @property
    def screen(self) -> SessionScreen:
        """The main screen that is shown, under whatever is asked on top of it."""
        stack = reversed(self._app.screen_stack)
        return next((each for each in stack if isinstance(each, SessionScreen)), self.home)

    @property
    def place(self) -> str:
        """The id of the main screen that is shown."""
        return self.screen.PLACE

    async def go(self, name: str) -> None:
        """Go to a destination; nothing where one is there already, or is asked something."""
        goal = destination(name)
        if goal is None or name == self.place or isinstance(self._app.screen, ModalScreen):
            return
        if goal.over:
            await self._app.push_screen(goal.make(self._app.programme))
        elif name == HOME:
            await self._app.pop_screen()
        elif self.screen is self.home:
            await self._app.push_screen(self._main(goal))
        else:
            await self._app.switch_screen(self._main(goal))

    def _main(self, goal: Destination) -> SessionScreen:
        """Return a main screen, made when one goes there first."""
        if goal.id not in self._made:
            screen = goal.make(self._app.programme)
            assert isinstance(screen, SessionScreen)  # noqa: S101  what the table promises
            self._app.install_screen(screen, goal.id)  # it keeps its cursor while it is not shown
            self._made[goal.id] = screen
        return self._made[goal.id]

    async def give_way(self, home: "ProgrammeScreen") -> None:
        """Show `home`, the programme of another event, in place of this one's screens."""
        await self._close()
        if not self.home._result_callbacks:  # as the default screen, which Textual pushed unasked
            self.home._push_result_callback(self._app, None)
        await self._app.switch_screen(home)

    async def _close(self) -> None:
        """Take away every screen but the programme, for good."""
        while len(self._app.screen_stack) > 1:
            await self._app.pop_screen()
        for name, screen in self._made.items():
            if screen is not self.home:
                self._app.uninstall_screen(name)
                await screen.remove()
        self._made = {HOME: self.home}

"""Whether the welcome is shown, and what the key that ends it does besides.

It comes behind the first frame, unless something was typed by then, and once on a machine. It takes
no key away from whoever knows what it does: only those that one presses to be rid of a page do
nothing more.
"""

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from summit_tui.tui.app import SummitApp
    from summit_tui.tui.screens.welcome import WelcomeScreen

_ONLY_CLOSE = frozenset({"space", "enter", "escape"})


class Welcome:
    """Meets a person once; `due` says that nobody was met before."""

    def __init__(self, app: "SummitApp", *, due: bool) -> None:
        self._app = app
        self._due = due
        self._page: WelcomeScreen | None = None

    def meet(self) -> None:
        """Show the page where it is due, and remember that it was."""
        if not self._due:
            return
        from summit_tui.tui.screens.welcome import WelcomeScreen

        self._due = False
        programme = self._app.programme
        self._page = WelcomeScreen(programme.catalogue.event.name, len(programme.levels))
        self._app.push_screen(self._page)
        self._app.remember()

    def takes(self, event: events.Key | events.Paste) -> bool:
        """Return whether `event`, just typed, ends the page and does nothing more."""
        self._due = False
        page, self._page = self._page, None
        if page is None or page.left:
            return False
        page.dismiss()
        return isinstance(event, events.Key) and event.key in _ONLY_CLOSE

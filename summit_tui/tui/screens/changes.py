"""What changed in the programme since I looked last, or since any version that is kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.agenda.affected import affected
from summit_tui.catalogue.library import is_sample
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.which_version import told
from summit_tui.formats.change_list import blocks
from summit_tui.search.programme import Programme
from summit_tui.tui import news
from summit_tui.tui.keys import bindings
from summit_tui.tui.news import News
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.widgets.change_list import ChangeList
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.settled import Columns

if TYPE_CHECKING:
    from summit_tui.agenda.change import Picked as Subject
    from summit_tui.catalogue.versions import Version

_A_FILE = """Nothing to compare with.
This programme is a file of your own, so no versions of it are kept.
E lists the programmes: i there imports one, and its updates keep what it was."""
_SAMPLE = """The sample stays as it is.
summit demo, in the shell, makes a programme in which something has changed since yesterday.
E lists the programmes: i there imports a real one, and its updates keep what it was."""
_COMPARING = "Comparing versions …"
_FIRST = """Nothing has changed yet.
E lists the programmes: u there asks the source for news."""
_SEEN = """Nothing has changed since you looked last.
v shows what changed before that, version by version."""
_SAME = """Nothing differs from that version.
v goes on to the one before."""


class ChangesScreen(SessionScreen):
    """Where one looks after an update."""

    PLACE = "changes"
    BINDINGS: ClassVar[list[BindingType]] = bindings("changes")
    AUTO_FOCUS = "#sessions"

    def __init__(self, programme: Programme) -> None:
        super().__init__(programme)
        self.shown: News | None = None
        """What is listed."""
        self._earlier: tuple[Version, ...] = ()
        """The versions before the present one, the newest first."""
        self._at = -1
        """Which of them is compared; -1 while it is the one that was seen last."""

    def compose(self) -> ComposeResult:
        """Yield head, changes, foot; the detail comes later."""
        self.fit_size()
        yield HeadLine()
        with Columns(id="columns"):
            yield ChangeList(id="sessions")
        yield KeyBar(self.PLACE)

    def on_mount(self) -> None:
        """Show what has come since the last look."""
        self.list.emptiness = _COMPARING
        self.run_worker(
            self._look(), group="versions", exclusive=True, description="compare versions"
        )

    async def _look(self) -> None:
        path = self.programme.path
        self._earlier = await asyncio.to_thread(news.earlier, path)
        found = self.summit.news or await asyncio.to_thread(news.unseen, path)
        self._show(found, self._why_nothing())
        await asyncio.to_thread(news.look, path)
        if found is not None:
            self.summit.news = replace(found, looked=True)

    def _why_nothing(self) -> str:
        if self._earlier:
            return _SEEN
        path = self.programme.path
        if news.library_name(path) is not None:
            return _FIRST
        return _SAMPLE if is_sample(path) else _A_FILE

    @property
    def list(self) -> ChangeList:
        """The changes."""
        return self.query_one(ChangeList)

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None where the programme no longer has it."""
        entry = self.list.entry
        return self.programme.catalogue.get(entry.id) if entry and entry.id else None

    @property
    def subject(self) -> "Subject | None":
        """The session under the cursor, or my pick of one that is gone."""
        entry = self.list.entry
        return self.session or (self.picks.agenda.get(entry.id) if entry else None)

    @property
    def notices(self) -> Sequence[str]:
        """Say what the programme is compared with."""
        zone = self.programme.catalogue.event.zone
        return [] if self.shown is None else [f"since {told(self.shown.since, zone)}"]

    def _show(self, found: News | None, why_nothing: str) -> None:
        self.shown = found
        self.list.emptiness = why_nothing
        self.show_picks()
        self.show_head()

    def show_picks(self) -> None:
        """List the changes, those of my picks first."""
        found = self.shown.changes if self.shown else None
        picks = self.picks
        mine = affected(found, picks.agenda, picks.circumstances) if found else None
        self.list.show(blocks(found, mine) if found and mine is not None else ())
        self.show_detail()

    def on_entry_list_cursor_moved(self) -> None:
        """Show the session the cursor came to."""
        self.show_detail()

    def on_entry_list_chosen(self) -> None:
        """Read the session."""
        if self.session is not None:
            self.read()
        elif self.list.entry is not None and self.list.entry.title:
            self.summit.say("The programme no longer has this session.")

    def action_earlier(self) -> None:
        """Show what changed since the version before the one compared."""
        if self._earlier:
            self.run_worker(
                self._go_back(), group="versions", exclusive=True, description="compare versions"
            )

    async def _go_back(self) -> None:
        at = self._at + 1 if self._at + 1 < len(self._earlier) else -1
        path = self.programme.path
        if at < 0:
            found = self.summit.news
        else:
            version = self._earlier[at]
            found = await asyncio.to_thread(news.since, version, path)
            if found is None:
                self.summit.say(f"{version.label} is damaged and cannot be read.", "warning")
        self._at = at
        self._show(found, _SEEN if at < 0 else _SAME)

"""What the main screens have in common: head, foot, detail, and the session's keys.

A subclass shows sessions in `#sessions`, which has the focus first, beside the place for the detail
in `#columns`, and says which session is under the cursor; what a key does to it is here.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.widgets import Input

from summit_tui.agenda.model import Pick
from summit_tui.catalogue import clock
from summit_tui.catalogue.number_words import counted
from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.tui.jumping import Jumpable, labels
from summit_tui.tui.screens.session_actions import SessionActions
from summit_tui.tui.screens.table import HOME
from summit_tui.tui.turns import BEHIND
from summit_tui.tui.widgets.head import HeadLine, Said
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.words import clock_times

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence
    from summit_tui.tui.news import News
    from summit_tui.tui.widgets.detail import Detail

PAINT_SECONDS = 0.05
"""A rest behind the first layout, in which the first frame is painted.

What is drawn while the application starts is thrown away by Textual; the list is painted one tick
of the screen's timer (17 ms) behind that, and must not wait for what comes after it.
"""
_LOOK_SECONDS = 15
"""Between two looks at the clock."""


class SessionScreen(SessionActions):
    """A screen with a session under the cursor."""

    PLACE = ""
    """Its name in the table of keys."""

    def __init__(self, programme: Programme) -> None:
        super().__init__(programme)
        self._detail: Detail | None = None
        """Made behind the first frame."""
        self._time_shown = clock.now()
        """The time that is on the screen."""

    @property
    def context(self) -> Context:
        """What the query language is answered from, at this moment."""
        return self.summit.context

    @property
    def evidence(self) -> "Evidence | None":
        """What the sessions were found by; None where nothing was searched."""
        return None

    def let_go(self) -> bool:
        """Select nothing any more; return whether anything was selected."""
        return False

    @property
    def follows_agenda(self) -> bool:
        """Whether what is listed depends on what is picked."""
        return True

    @property
    def notices(self) -> Sequence[str]:
        """What stands first at the head, in a few words each."""
        return ()

    def show_picks(self) -> None:
        """Show the agenda, which has changed."""
        raise NotImplementedError

    def begin_text(self) -> Input | None:
        """Go to the box in which one searches, and return it; None where there is none."""
        return None

    def clock_words(self, now: datetime) -> Said:
        """Return what the head says of the time, at length and in fewer words."""
        return clock_times(now, self.programme.catalogue.event.timezone)

    def on_mount(self) -> None:
        """Follow the agenda and the clock."""
        self.watch(self.app, "picks", self._picks_changed, init=False)
        self.watch(self.app, "waiting", self.show_head, init=False)
        self.watch(self.app, "news", self.show_news, init=False)
        self.set_interval(_LOOK_SECONDS, self.follow_clock)
        self.show_head()
        self.call_after_refresh(
            self.run_worker, self._complete, group=BEHIND, description="add the detail"
        )

    async def _complete(self) -> None:
        """Add the detail, which the first frame does without."""
        await asyncio.sleep(PAINT_SECONDS)
        await self.complete()

    async def complete(self) -> None:
        """Add the detail where it is not there yet: a key may come before it."""
        columns = self.query_one("#columns")
        if self._detail is not None or not columns.is_attached:
            return  # the application is being left
        from summit_tui.tui.widgets.detail import Detail

        self._detail = Detail(self.programme, self.summit.searcher, id="detail")
        await columns.mount(self._detail)
        self.show_detail()

    def _picks_changed(self) -> None:
        self.show_head()
        self.show_picks()

    def show_news(self) -> None:
        """Say that something has come since the last look."""
        self.show_head()
        self.show_detail()

    def follow_clock(self) -> None:
        """Show the time when another minute has begun: until then nothing looks different."""
        now = clock.now()
        if now.replace(second=0) != self._time_shown.replace(second=0):
            self._time_shown = now
            self.tick()

    def tick(self) -> None:
        """Show what the time has changed."""
        self.show_head()

    def show_head(self) -> None:
        """Show the event, the time there, and how my agenda stands."""
        event, picks = self.programme.catalogue.event, self.picks
        standing = counted(len(picks.agenda), "pick")
        if picks.clash_count:
            standing += f", {counted(picks.clash_count, 'clash', 'clashes')}"
        mine: Said = (standing,)
        if self.summit.waiting:
            mine = ("waiting for the agenda file…", "waiting…")
        now = self.clock_words(clock.now(event.zone))
        said = (*map(_in_brief, self.notices), *_news(self.summit.news), now, mine)
        self.query_one(HeadLine).show(event.name, said)
        self.show_foot()

    def show_foot(self) -> None:
        """Show the letters of screens that have something to say at present."""
        news = self.summit.news
        there = {"team": self.picks.team is not None, "changes": bool(news and not news.looked)}
        for bar in self.query(KeyBar):  # it is the last to come
            bar.wanted = frozenset(each for each, said in there.items() if said)

    def show_detail(self) -> None:
        """Show the session under the cursor in full."""
        if self._detail is None or not self._detail.is_mounted:
            return  # nor while one leaves
        subject, news = self.subject, self.summit.news
        if isinstance(subject, Pick):
            self._detail.show_left(subject, self.context)
            return
        new = news.marks.get(subject.id) if news and subject else None
        self._detail.show(subject, self.picks, self.context, self.evidence, new)

    def read(self) -> None:
        """Show the detail where it is not in sight already, and go to it."""
        self.app.call_later(self.go_to_detail)  # the application knows what it is about (`turns`)

    async def go_to_detail(self) -> None:
        """Go to the detail, which is made where there is none yet."""
        await self.complete()
        self.add_class("-reading")
        self.set_focus(self._detail)

    def on_key(self, event: events.Key) -> None:
        """Begin a search with a letter that means nothing in the list."""
        letter = event.character or ""
        if letter.isalpha() and event.is_printable and event.key not in self.active_bindings:
            self._begin_text(event)

    def on_paste(self, event: events.Paste) -> None:
        """Begin a search with what is pasted in the list."""
        self._begin_text(event)

    def _begin_text(self, event: events.Key | events.Paste) -> None:
        if self.focused is self.query_one("#sessions") and (box := self.begin_text()):
            event.stop()
            box.post_message(event)

    async def action_next_part(self) -> None:
        """Go to the next part of the screen."""
        await self.complete()
        self.focus_next()

    async def action_previous_part(self) -> None:
        """Go to the part of the screen before."""
        await self.complete()
        self.focus_previous()

    async def action_column(self, direction: int) -> None:
        """Go to the column left or right of the one with the focus; in one column, step through."""
        await self.complete()
        reading = self.has_class("-narrow")
        if reading and direction > 0:
            await self.go_to_detail()
        elif reading:
            await self.action_back()
        elif direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_jump(self) -> None:
        """Go to one of the sessions in sight by the letters that stand before it."""
        from summit_tui.tui.screens.jumper import Jumper

        sessions = cast("Jumpable[Any]", self.query_one("#sessions"))
        in_sight = sessions.in_sight()
        there = dict(zip(labels(len(in_sight)), in_sight, strict=True))
        if there:
            sessions.label({entry: label for label, entry in there.items()})
            self.app.push_screen(Jumper(there), lambda label: self._jumped(there, label))

    def _jumped(self, there: Mapping[str, object], label: str | None) -> None:
        sessions = cast("Jumpable[Any]", self.query_one("#sessions"))
        sessions.label({})
        if label is not None:
            sessions.jump_to(there[label])
        self.set_focus(self.query_one("#sessions"))

    async def action_search(self) -> None:
        """Search in the programme."""
        await self.summit.search()

    async def action_back(self) -> None:
        """Go one step back: from the detail, then to the programme."""
        sessions = self.query_one("#sessions")
        if self.has_class("-reading") or self.focused is not sessions:
            self.remove_class("-reading")
            self.set_focus(sessions)
        elif not self.let_go():
            await self.summit.action_go(HOME)


def _news(news: "News | None") -> list[Said]:
    if news is None or news.looked:
        return []
    return [(f"{news.count} changed, C shows", f"{news.count} changed")]


def _in_brief(notice: str) -> Said:
    """Return a notice, and without what it says in brackets."""
    brief = notice.partition(" (")[0]
    return (notice,) if brief == notice else (notice, brief)

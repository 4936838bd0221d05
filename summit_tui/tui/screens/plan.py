"""A proposal for my agenda: what fits together best, and what is left out for it, and why."""

import asyncio
from collections.abc import Callable
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.planning.days import DayShape
from summit_tui.agenda.planning.plan import Plan, Planned, patience_of, plan
from summit_tui.agenda.planning.reasons import LeftOut, cost_words
from summit_tui.agenda.planning.wishes import Asked
from summit_tui.catalogue import clock
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.times import said_length
from summit_tui.search.programme import Programme
from summit_tui.tui.hanging import Hanging, beside
from summit_tui.tui.keys import bindings
from summit_tui.tui.picks import Picks
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.options import Options

_SECONDS = 5
_BACK = ("escape goes back", "? helps")
_BOLD, _MUTED = "bold", "$foreground-muted"


class Proposal(Modal):
    """The planned sessions by day, then the wishes left out; enter makes it my agenda."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("plan")
    DEFAULT_CSS = "Proposal > #frame { width: 96; }"

    def __init__(self, programme: Programme, picks: Picks, take: Callable[[Plan], None]) -> None:
        super().__init__()
        self._programme, self._picks, self._take = programme, picks, take
        self._asked = Asked()
        self._plan: Plan | None = None
        """The plan shown; None while one is being made."""
        self._ids: list[str | None] = []
        """The run that each line is about."""

    def compose(self) -> ComposeResult:
        """Yield what it comes to, the sessions, and what the keys do."""
        with Frame():
            yield Static("A plan of my wishes", classes="title", markup=False)
            yield Static("planning…", id="sum", classes="muted", markup=False)
            yield Options()
            yield from self.hints(*_BACK)

    def on_mount(self) -> None:
        """Plan beside the screen, by the hours that the settings give a day."""
        from summit_tui.agenda.settings import read_settings

        settings = read_settings()
        hours = (settings.get(name) or None for name in ("lunch", "day_start", "day_end"))
        now = clock.now(self._programme.catalogue.event.zone)
        self._asked = Asked(shape=DayShape(*hours), now=now)
        self.query_one(OptionList).display = False
        self._plan_again()

    def _plan_again(self) -> None:
        self._plan = None
        self.query_one("#sum", Static).update("planning…")
        self.run_worker(self._look(), exclusive=True, description="plan my wishes")

    async def _look(self) -> None:
        found = await asyncio.to_thread(
            plan,
            self._programme.catalogue,
            self._picks.agenda,
            self._picks.circumstances,
            self._asked,
            lambda: patience_of(_SECONDS),
        )
        self._show(found)

    def _show(self, found: Plan) -> None:
        self._plan = found
        self.query_one("#sum", Static).update(_told(found))
        options = self.query_one(OptionList)
        options.display = True
        at, before = options.highlighted, self._ids
        options.clear_options()
        self._ids = []
        for day, group in groupby(found.chosen, lambda each: each.session.date):
            named = f"{day:%a} {day.day} {day:%b}" if day else ""
            self._add(Content.styled(named, "bold $text-accent"), None)
            for each in group:
                self._add(_planned(each), each.session.id)
        if found.left_out:
            self._add(Content.styled("Left out", "bold $text-accent"), None)
        for one in found.left_out:
            runs = [run.id for run in one.wish.runs] or [run.id for run, _ in one.wish.barred]
            self._add(_left(one), runs[0] if runs else None)
        first = next((row for row, name in enumerate(self._ids) if name), None)
        was = before[at] if at is not None else None
        options.highlighted = self._ids.index(was) if was in self._ids and was else first
        options.focus()
        takes = ["enter takes it"] if found.chosen else []
        self.hint(*takes, "space keeps", "x avoids", *_BACK)

    def _add(self, lines: Content | Hanging, session_id: str | None) -> None:
        option = Option(lines, disabled=session_id is None)
        self.query_one(OptionList).add_option(option)
        self._ids.append(session_id)

    @property
    def _under_cursor(self) -> str | None:
        row = self.query_one(OptionList).highlighted
        ready = self._plan is not None and row is not None
        return self._ids[row] if ready and row is not None else None

    def action_keep(self) -> None:
        """Keep the run under the cursor whatever it costs, or no longer; plan again."""
        if (session_id := self._under_cursor) is not None:
            keep, avoid = self._asked.keep, self._asked.avoid
            self._asked = self._asked._replace(keep=keep ^ {session_id}, avoid=avoid - {session_id})
            self._plan_again()

    def action_avoid(self) -> None:
        """Do without the run under the cursor, or no longer; plan again."""
        if (session_id := self._under_cursor) is not None:
            keep, avoid = self._asked.keep, self._asked.avoid
            self._asked = self._asked._replace(keep=keep - {session_id}, avoid=avoid ^ {session_id})
            self._plan_again()

    def action_take(self) -> None:
        """Make the plan my agenda; not while another is being made."""
        found = self._plan
        if found is not None and found.chosen:
            self.leave(lambda: self._take(found))

    def on_option_list_option_selected(self) -> None:
        """Take the plan, by a click too."""
        self.action_take()


def _told(found: Plan) -> str:
    """Return what the plan comes to, in a line."""
    if not found.chosen:
        return "Nothing of it can be planned."
    parts = [
        f"{len(found.mine)} of {counted(found.wished, 'wish', 'wishes')}",
        said_length(found.minutes),
    ]
    parts += [f"{found.walking} min walking"] if found.walking else []
    proof = "best possible"
    if not found.optimal:
        proof = f"stopped early: a better one has at most {found.could_be_more}"
    lunch = ", without lunch on some day" if found.no_lunch else ""
    return f"{', '.join(parts)} ({proof}){lunch}"


def _planned(each: Planned) -> Hanging:
    session = each.session
    level = "" if session.level is None else f"{session.level} "
    about = [
        session.code,
        session.room,
        "length unknown" if session.duration is None else "",
        "another run" if each.instead_of else "",
        "kept" if each.kept else "",
    ]
    return Hanging(
        beside(
            f"{session.start:%H:%M} {WANT_MARKS[each.wish.want]} ", level + session.title, _BOLD
        ),
        beside(" " * 8, " · ".join(part for part in about if part), _MUTED),
    )


def _left(one: LeftOut) -> Hanging:
    mark = WANT_MARKS[one.wish.want]
    said = [beside(f"{mark} ", one.wish.named, _BOLD), beside("  ", one.reason, _MUTED)]
    if one.cost and (cost := cost_words(one.cost)):
        said.append(beside("  ", cost, _MUTED))
    return Hanging(*said)

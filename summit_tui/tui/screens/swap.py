"""What else could be seen in the time of a session, and taking it instead: the room is full."""

import asyncio
from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.agenda.clash_words import clash_words, sign
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.swapping import Instead, Swaps, swaps
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.hanging import Hanging, beside
from summit_tui.tui.picks import Picks
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.options import Options

_MOST = 40
_BACK = ("escape goes back", "? helps")
_MUTED, _WRONG = "$foreground-muted", "$text-error"


class SwapChooser(Modal):
    """Further runs of a session, then what else is on at that time; enter takes one instead."""

    DEFAULT_CSS = "SwapChooser > #frame { width: 96; }"

    def __init__(
        self, programme: Programme, session: Session, picks: Picks, take: Callable[[Session], None]
    ) -> None:
        super().__init__()
        self._programme, self._session, self._picks, self._take = programme, session, picks, take
        self._offered: Sequence[Instead] = ()

    def compose(self) -> ComposeResult:
        """Yield what is to be swapped, the list, and what the keys do."""
        title = f"Instead of {words.short_name(self._session)}"
        with Frame():
            yield self.title_of(title)
            yield Static("looking…", id="sum", classes="muted", markup=False)
            yield Options()
            yield from self.hints(*_BACK)

    def on_mount(self) -> None:
        """Look for them beside the screen: a large programme takes its time."""
        self.query_one(OptionList).display = False
        self.run_worker(self._look(), exclusive=True, description="look what else is on")

    async def _look(self) -> None:
        picks = self._picks
        found = await asyncio.to_thread(
            swaps,
            self._session,
            self._programme.catalogue.sessions,
            picks.agenda,
            picks.sessions,
            picks.circumstances,
        )
        self._show(found)

    def _show(self, found: Swaps) -> None:
        self._offered = (*found.runs, *found.others[:_MOST])
        told = self.query_one("#sum", Static)
        told.update(Content(_told(found)))
        if self._offered:
            options = self.query_one(OptionList)
            options.display = True
            options.add_options(Option(self._line(each)) for each in self._offered)
            options.highlighted = 0
            options.focus()
            self.hint("enter takes it instead", *_BACK)

    def _line(self, each: Instead) -> Hanging:
        session = each.session
        again = session.run_of == self._session.run_of
        when = f"{session.start:%a %H:%M}" if again else f"{session.start:%H:%M}"
        mark = WANT_MARKS[each.want] if each.want else " "
        level = "" if session.level is None else f"{session.level} "
        walk = f"{each.walk} min walk" if each.walk else ""
        alike = "" if again else ", ".join(each.likeness.why)
        about = [session.code, session.room, walk, alike and f"alike: {alike}"]
        lines = [
            beside(f"{when} {mark} ", level + session.title, "bold"),
            beside("  ", " · ".join(part for part in about if part), _MUTED),
        ]
        for clash in each.conflicts:
            if (other := self._picks.named(clash.id)) is not None:
                said = clash_words(clash, session, other, words.short_name(other))
                lines.append(beside(f"  {sign(clash)} ", said, _WRONG))
        return Hanging(*lines)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Take it instead."""
        self.leave(lambda: self._take(self._offered[message.option_index].session))


def _told(found: Swaps) -> str:
    """Return what there is, in a line."""
    fits = sum(not each.conflicts for each in found.others)
    parts = [f"on again {counted(len(found.runs), 'time')}"] if found.runs else []
    parts += [f"{fits} of {len(found.others)} others at that time fit"] if found.others else []
    return ", ".join(parts) or "Nothing else is on at that time."

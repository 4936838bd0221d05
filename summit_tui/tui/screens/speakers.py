"""Everyone who speaks, with all their sessions; a name is found by a few letters of it.

The programme's filters do not count here: this is the place to find a person.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.search.speakers import named
from summit_tui.tui import words
from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.name_line import NameBox, NameLine
from summit_tui.tui.widgets.settled import Columns
from summit_tui.tui.widgets.speaker_list import SpeakerList

_EXAMPLE = "a speaker: part of a name or company"
_NOBODY = "This programme names no speakers.\nP goes to its sessions."


class SpeakersScreen(SessionScreen):
    """Where one looks for a person."""

    PLACE = "speakers"
    BINDINGS: ClassVar[list[BindingType]] = bindings("speakers")
    AUTO_FOCUS = "#sessions"

    def compose(self) -> ComposeResult:
        """Yield head, box, speakers, foot; the detail comes later."""
        self.fit_size()
        yield HeadLine()
        yield NameLine(_EXAMPLE)
        with Columns(id="columns"):
            yield SpeakerList(self.programme, id="sessions")
        yield KeyBar(self.PLACE)

    def on_mount(self) -> None:
        """Show everyone."""
        self._show("")

    @property
    def line(self) -> NameLine:
        """The line of the box."""
        return self.query_one(NameLine)

    @property
    def list(self) -> SpeakerList:
        """The speakers."""
        return self.query_one(SpeakerList)

    @property
    def follows_agenda(self) -> bool:
        """Whether what is listed depends on what is picked."""
        return False

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        return self.list.session

    def _show(self, text: str) -> None:
        everyone = self.programme.index.speakers
        found = named(everyone, text)
        self.list.emptiness = _nobody(text, len(everyone))
        self.list.show(found, self.picks)
        number = counted(len(everyone), "speaker")
        if len(found.speakers) < len(everyone):
            number = f"{len(found.speakers)} of {len(everyone)}"
        self.line.show_found(number, words.readings(found.readings))

    def show_picks(self) -> None:
        """Show the marks and clashes of the agenda as it is now."""
        self.list.show_picks(self.picks)
        self.show_detail()

    def on_name_line_typed(self, message: NameLine.Typed) -> None:
        """Search as it is typed."""
        self._show(message.text)

    def on_entry_list_cursor_moved(self) -> None:
        """Show the session the cursor came to."""
        self.show_detail()

    def on_entry_list_chosen(self) -> None:
        """Read the session."""
        if self.session is not None:
            self.read()

    def on_entry_list_mark_clicked(self) -> None:
        """Pick the session whose mark was clicked."""
        self.action_pick()

    def begin_text(self) -> NameBox:
        """Go to the box."""
        self.set_focus(self.line.box)
        return self.line.box

    async def action_search(self) -> None:
        """Go to the box."""
        self.remove_class("-reading")
        self.set_focus(self.line.box)

    def action_leave_search(self) -> None:
        """Go from the box to the speakers."""
        self.set_focus(self.list)

    async def action_back(self) -> None:
        """Go one step back: from the detail, then to all speakers, then to the programme."""
        if self.focused is self.list and self.line.box.value:
            self.line.box.value = ""
        else:
            await super().action_back()


def _nobody(text: str, size: int) -> str:
    """Return what an empty list says."""
    if not size:
        return _NOBODY
    return f"No speaker is like “{text.strip()}”.\nescape goes back to all {size}"

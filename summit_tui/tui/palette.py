"""Ctrl+p: any command, session, speaker or saved search by a few letters.

Sessions and speakers are found by the engine that the search box uses. Every prompt is `Content`:
Textual's own matcher reads candidates as markup, so it is not used for foreign text.
"""

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import (
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    SearchIcon,
)
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.search.finding import find
from summit_tui.search.query import Condition, Query
from summit_tui.tui.key import Key
from summit_tui.tui.keys import KEYS, shown
from summit_tui.tui.painting import PaintedInParts

if TYPE_CHECKING:
    from summit_tui.tui.app import SummitApp

_SESSIONS = 30
_SPEAKERS = 10
_LOOKED_AT = 60


class _Summit(Provider):
    """A provider that knows the application."""

    @property
    def summit(self) -> "SummitApp":
        """The application, by its own type."""
        return cast("SummitApp", self.app)


class Commands(_Summit):
    """The keys of the screen below, by what they do."""

    def _commands(self) -> list[tuple[Key, Callable[[], None]]]:
        place = self.summit.navigation.place
        return [
            (key, partial(self.summit.simulate_key, key.keys.split(",")[0]))
            for key in KEYS
            if {place, "app"} & set(key.places)
            and "{key}" not in key.action
            and key.label
            and key.id not in ("palette", "leave", "back", "left", "right")
        ]

    async def discover(self) -> Hits:
        """Offer every command."""
        for key, run in self._commands():
            yield DiscoveryHit(_prompt(key.help, shown(key)), run, text=key.help)

    async def search(self, query: str) -> Hits:
        """Offer the commands that have every word of `query`."""
        wanted = fold(query).split()
        for key, run in self._commands():
            text = fold(f"{key.label} {key.help}")
            if all(word in text for word in wanted):
                yield Hit(1.0, _prompt(key.help, shown(key)), run, text=key.help)


class Sessions(_Summit):
    """Sessions, as the search box finds them."""

    async def search(self, query: str) -> Hits:
        """Offer the sessions that answer `query` best."""
        programme = self.summit.programme
        asked = Query(tuple(clean_line(query).split()))
        call = partial(find, programme, asked, self.summit.context)
        found = await self.summit.searcher.run(call)
        for place, row in enumerate(found.rows[:_SESSIONS]):
            session = programme.catalogue.sessions[row]
            when = f"{session.start:%a %H:%M}" if session.start else "no time yet"
            about = " · ".join(
                part for part in ("session", when, session.code, session.room) if part
            )
            run = partial(self.summit.show_session, session.id)
            yield Hit(0.9 - place / 100, _prompt(session.title, about), run, text=session.title)


class Speakers(_Summit):
    """Speakers, by the beginning of their names."""

    async def search(self, query: str) -> Hits:
        """Offer the speakers whose names have the words of `query`."""
        programme = self.summit.programme
        named = Condition("speaker", (clean_line(query) or "-",))
        call = partial(find, programme, Query(conditions=(named,)), self.summit.context)
        try:
            rows = (await self.summit.searcher.run(call)).rows
        except ValueError:  # a QueryError: no speaker is like it
            return
        wanted = fold(query).split()
        names: dict[str, str] = {}
        for row in rows[:_LOOKED_AT]:
            for speaker in programme.catalogue.sessions[row].speakers:
                if any(word[:3] in fold(speaker.name) for word in wanted):
                    names.setdefault(speaker.name, speaker.company or "")
        for name, company in list(names.items())[:_SPEAKERS]:
            about = " · ".join(part for part in ("speaker", company) if part)
            run = partial(self.summit.search, f'speaker:"{name.replace(chr(34), "")}"')
            yield Hit(0.95, _prompt(name, about), run, text=name)


class Searches(_Summit):
    """Saved searches, by name and text."""

    async def discover(self) -> Hits:
        """Offer every saved search."""
        for name, text in _saved().items():
            yield DiscoveryHit(_prompt(f"@{name}", text), self._go(name), text=f"@{name}")

    async def search(self, query: str) -> Hits:
        """Offer the saved searches that have every word of `query`."""
        wanted = fold(query).split()
        for name, text in _saved().items():
            said = fold(f"@{name} {text} saved search")
            if all(word in said for word in wanted):
                yield Hit(0.97, _prompt(f"@{name}", text), self._go(name), text=f"@{name}")

    def _go(self, name: str) -> Callable[[], Coroutine[None, None, None]]:
        return partial(self.summit.search, f"@{name}")


def _saved() -> Mapping[str, str]:
    from summit_tui.search.saved import saved

    try:
        return saved()
    except ValueError:  # the search box says what is wrong with the file
        return {}


def _prompt(text: str, about: str) -> Content:
    return Content.assemble((text, "bold"), ("  " + about, "$foreground-muted"))


class Palette(CommandPalette, PaintedInParts):
    """The palette, left once; where there is no line for its list, a page is nothing to turn.

    Textual's takes away whatever screen lies on top when it is left, and runs its command again,
    for each key that was under way to it by then.
    """

    left = False
    """Whether it is on its way out."""

    def on_mount(self) -> None:
        """Begin the line with the sign of the search box, which every terminal has."""
        self.query_one(SearchIcon).icon = "/"

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _ignore_when_left(self, event: Message) -> None:
        """Choose once; this comes before what Textual's palette does."""
        if self.left:
            event.stop().prevent_default()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Go back to the screen below, once."""
        if self.left:
            return AwaitComplete()
        self.left = True
        return super().dismiss(result)

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


def palette() -> CommandPalette:
    """Return the palette over commands, sessions and speakers."""
    return Palette(
        [Commands, Searches, Sessions, Speakers],
        placeholder="a command, session, speaker or saved search",
    )

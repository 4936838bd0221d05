"""Where a capital letter goes: one row each, and one file beside this one with its screen.

A screen is imported when one goes there for the first time, so that naming it costs nothing. Keys,
foot, help, palette and `docs/keys.md` follow the rows; the first is the screen one starts in, which
is always under the others.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from summit_tui.search.programme import Programme


@dataclass(frozen=True, slots=True)
class Destination:
    """A main screen, or something that is laid over whichever is shown."""

    id: str
    """Stable: what keymaps and the memory name, and the place of its keys."""
    letter: str
    label: str
    """One word, for the foot."""
    help: str
    module: str
    """The module of `screens` that has it."""
    screen: str
    """The class there; it is made with the programme. A main one is a `SessionScreen`."""
    parts: tuple[str, ...] = ("list",)
    """The places of keys that are part of it, for its help."""
    need: int = 5
    """How much its letter is needed at the foot, 1 the most (`key.Key.need`)."""
    over: bool = False
    """Whether it is laid over the screen shown: a `Modal`, made anew each time."""

    def make(self, programme: "Programme") -> "Screen[None]":
        """Return the screen; its module is imported now."""
        module = import_module(f"summit_tui.tui.screens.{self.module}")
        screen: Screen[None] = getattr(module, self.screen)(programme)
        return screen


DESTINATIONS = (
    Destination(
        "programme",
        "P",
        "Programme",
        "go to the programme",
        "programme",
        "ProgrammeScreen",
        ("list", "facets", "chips", "box"),
        need=4,
    ),
    Destination("agenda", "A", "Agenda", "go to my agenda", "agenda", "AgendaScreen"),
    Destination(
        "grid",
        "G",
        "Grid",
        "go to the grid: rooms across, time down",
        "grid",
        "GridScreen",
        ("cells",),
    ),
    Destination(
        "speakers",
        "S",
        "Speakers",
        "go to the speakers, with all their sessions",
        "speakers",
        "SpeakersScreen",
        ("list", "names"),
    ),
    Destination(
        "moment", "N", "Now", "go to what is on, and where I must be next", "now", "NowScreen"
    ),
    Destination(
        "team",
        "T",
        "Team",
        "go to my team: who goes where, with me and without me",
        "team",
        "TeamScreen",
        need=10,
    ),
    Destination(
        "changes",
        "C",
        "Changes",
        "go to what has changed in the programme",
        "changes",
        "ChangesScreen",
        need=9,
    ),
    Destination(
        "events",
        "E",
        "Events",
        "show the programmes of this machine: open, import, update",
        "events",
        "EventsScreen",
        over=True,
        need=7,
    ),
)
"""In the order the foot shows them."""
HOME = DESTINATIONS[0].id
"""The screen one starts in."""
SCREENS = tuple(each.id for each in DESTINATIONS if not each.over)
"""The main screens: the places with a session under the cursor."""
DATED = tuple(each for each in SCREENS if each not in ("speakers", "changes"))
"""The main screens whose sessions stand in the order of time."""
PASSING = ("changes",)
"""The main screens that no run begins with: what one has looked at there is news no more."""
LISTS = ("programme", "agenda", "moment", "team")
"""The main screens where several sessions can be selected."""
CELLS = "cells"
"""The place of the grid itself, on whichever screen."""
ENTRIES = ("list", CELLS)
"""The parts of a screen that show sessions."""


def destination(name: str) -> Destination | None:
    """Return the destination with that id; None for a name that is none."""
    return next((each for each in DESTINATIONS if each.id == name), None)

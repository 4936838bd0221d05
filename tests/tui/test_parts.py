"""The table of parts: nothing that takes keys is without help, and nothing else is in it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from textual.command import CommandPalette
from textual.screen import ModalScreen
from textual.widget import Widget

from summit_tui.tui import screens, widgets
from summit_tui.tui.keys import KEYS, groups
from summit_tui.tui.parts import MARKS, PARTS, keys_of, part_of
from summit_tui.tui.screens.help import HelpScreen
from summit_tui.tui.screens.table import SCREENS
from summit_tui.tui.screens.welcome import WelcomeScreen
from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.widgets.options import Options

PACKAGES = (screens, widgets)
NO_HELP = (HelpScreen, WelcomeScreen)
"""F1 closes the one, and any key the other."""


def every_class() -> Iterator[type[Widget]]:
    """Yield every class of ours that is shown: widgets, and screens laid over others."""
    names = ["summit_tui.tui.palette"]
    names += [
        f"{each.__name__}.{one.name}" for each in PACKAGES for one in iter_modules(each.__path__)
    ]
    for name in names:
        for value in vars(import_module(name)).values():
            if isinstance(value, type) and issubclass(value, Widget) and value.__module__ == name:
                yield value


def takes_keys(cls: type[Widget]) -> bool:
    """Return whether keys are for a part of that class; options are their screen's."""
    over = issubclass(cls, ModalScreen | CommandPalette)
    return over or (cls.can_focus and cls not in (EntryList, Options))


SHOWN = tuple(cls for cls in every_class() if takes_keys(cls))
BASES = {base for cls in SHOWN for base in cls.__mro__[1:]}
ONES = [cls for cls in SHOWN if cls not in BASES and cls not in NO_HELP]


@pytest.mark.parametrize("cls", ONES)
def test_whatever_takes_keys_has_help(cls: type[Widget]) -> None:
    part = part_of([cls.__new__(cls)])
    assert part is not None, f"{cls.__name__} has no row in tui/parts.py"
    assert part.widget == cls.__name__
    assert part.title
    assert part.text.endswith(".")
    assert part.text.count(". ") < 3, "a sentence or two"


def test_every_row_is_about_something_that_is_shown() -> None:
    assert sorted(part.widget for part in PARTS) == sorted(cls.__name__ for cls in ONES)


def test_what_has_no_row_is_told_of_by_what_it_stands_in() -> None:
    inner, outer = Widget(), HelpScreen(None, "")
    assert part_of([inner, outer]) is None
    named = next(part for part in PARTS if part.widget == "Jumper")
    jumper = import_module("summit_tui.tui.screens.jumper").Jumper({})
    assert part_of([inner, jumper, outer]) is named


def test_every_key_is_in_some_help() -> None:
    told = {key.id for part in PARTS for place in (*SCREENS, "") for key in keys_of(part, place)}
    told |= {key.id for place in SCREENS for keys in groups(place).values() for key in keys}
    assert {key.id for key in KEYS} - told == {"help-close", "help-down", "help-up"}


def test_a_part_has_the_keys_of_its_own_screen_only() -> None:
    grid = next(part for part in PARTS if part.widget == "SessionGrid")
    ids = {key.id for key in keys_of(grid, "grid")}
    assert {"cell-left", "pick", "day"} <= ids
    assert not ids & {"select", "level", "toggle", "chip", "events-use"}


def test_a_sign_means_one_thing_in_one_place() -> None:
    for part in PARTS:
        signs = [sign for sign, _ in part.marks]
        assert len(signs) == len(set(signs)), part.widget
    assert len(dict(MARKS)) == len(MARKS)

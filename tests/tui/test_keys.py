"""Every key of the table does what its help says; a key without a case here fails."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from summit_tui.catalogue import shelf
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.writing import write
from summit_tui.search.saved import save, saved
from summit_tui.tui.app import SummitApp
from summit_tui.tui.key import Key
from summit_tui.tui.keys import KEYS, at_the_foot, bindings, groups, shown
from summit_tui.tui.products import PRODUCTS
from summit_tui.tui.screens.export import ExportForm
from summit_tui.tui.screens.help import HelpScreen
from summit_tui.tui.screens.import_form import ImportForm
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.screens.note import NoteEditor
from summit_tui.tui.screens.open_link import LinkChooser
from summit_tui.tui.screens.plan import Proposal
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.rating import RatingForm
from summit_tui.tui.screens.save import SaveForm
from summit_tui.tui.screens.searches import SavedSearches
from summit_tui.tui.screens.table import DESTINATIONS
from summit_tui.tui.themes import THEMES
from summit_tui.tui.widgets.chips import ChipLine
from summit_tui.tui.widgets.detail import Detail
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.search_box import SearchBox
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    made_on_disk,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    said,
    sample,
    settle,
    under_cursor,
    until,
)
from tests.tui.teams import have_team

PLACES = ("app", *dict.fromkeys(name for key in KEYS for name in key.places if name != "app"))
Case = Callable[[SummitApp, Pilot[None], str, Path], Awaitable[None]]


def first_key(key: Key) -> list[str]:
    """Return the keys to try; delete is another x, where there is one."""
    names = key.keys.split(",")
    return [name for name in names if name != "delete" or len(names) == 1]


async def goes_to_a_screen(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    goal = next(each for each in DESTINATIONS if each.letter == key)
    await press(pilot, "P" if key != "P" else "A", key)
    assert goal.over or app.navigation.place == goal.id


async def picks(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, key)
    assert on_disk(folder) == {"lambda": "want"}
    await press(pilot, key)
    assert on_disk(folder) == {}


async def wants(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    for want in ("want", "must", "maybe", "want"):
        await press(pilot, key)
        assert on_disk(folder) == {"lambda": want}


async def writes_a_note(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.screen, NoteEditor)


async def says_i_was_there(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    for there, word in ((True, "attended"), (False, "missed"), (None, "")):
        await press(pilot, key)
        assert made_on_disk(folder) == (there, None)
        shown = next(line for line in on_screen(app) if "Ada Quill" in line)
        assert [each for each in ("attended", "missed") if each in shown] == [word] * bool(word)


async def asks_for_a_rating(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.screen, RatingForm)


async def rates(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "r", key)
    assert isinstance(app.screen, ProgrammeScreen)
    assert made_on_disk(folder) == (None, int(key) or None)


async def removes(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "space", key)
    assert on_disk(folder) == {}
    await press(pilot, key)
    assert on_disk(folder) == {}


async def selects(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, key)
    assert under_cursor(app) == "orders"
    await press(pilot, key, "space")
    assert on_disk(folder) == {"lambda": "want", "orders": "want"}


async def selects_all(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, key, "space")
    assert len(on_disk(folder)) == 7
    await press(pilot, key)
    assert not len(programme_screen(app).selection)


async def copies(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    title, when, where, link = app.clipboard.splitlines()
    assert title == "Inside serverless functions (SVS401)"
    assert when == "Tue 2 Apr 2019 11:30 – 12:15 (Paris)"
    assert (where, link) == ("Blue, Palais", "https://example.org/slides")
    await press(pilot, key)
    assert isinstance(app.screen, SaveForm)


async def swaps_sessions(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "space", key, "enter")
    assert on_disk(folder) == {"orders": "want"}


async def plans(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "space", "down", "w", "w", key)
    assert isinstance(app.screen, Proposal)
    await press(pilot, "enter")
    assert on_disk(folder) == {"orders": "must"}


def plans_again(*moves: str) -> Case:
    async def case(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
        await press(pilot, "space", "down", "w", "w", "p", *moves, key, "enter")
        assert on_disk(folder) == {"lambda": "want"}

    return case


async def jumps(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert any("▕a      Opening keynote" in line for line in on_screen(app))
    await press(pilot, "d")
    assert under_cursor(app) == "orders"
    assert not programme_screen(app).list._labels


async def opens_links(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.screen, LinkChooser)


async def reads(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.focused, Detail)


async def searches(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key, "d", "a", "t", "a")
    assert isinstance(app.focused, SearchBox)
    assert programme_screen(app).view.text == "data"


async def filters(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.focused, FacetList)


async def levels(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    scale = app.programme.catalogue.scale.levels
    expected = {scale[int(key) - 1].value} if int(key) <= len(scale) else set()
    await press(pilot, key)
    assert programme_screen(app).view.of("level") == expected
    await press(pilot, key)
    assert not programme_screen(app).view.narrowed


async def all_levels(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "3", "4", key)
    assert not programme_screen(app).view.narrowed


async def goes_back(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    screen = programme_screen(app)
    await press(pilot, "3", "slash", "x", "down", "f", key)
    assert app.focused is screen.list
    assert screen.view.text == "x"
    await press(pilot, key)
    assert screen.view.text == ""
    assert screen.view.of("level") == {300}
    await press(pilot, key)
    assert not screen.view.narrowed


def moves(start: str, end: str) -> Case:
    async def case(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
        await press(pilot, *([] if start == "lambda" else [start]))
        await press(pilot, key)
        assert under_cursor(app) == end

    return case


def goes_beside(end: str, *before: str) -> Case:
    async def case(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
        await press(pilot, "G", *before, key)
        assert under_cursor(app) == end

    return case


async def compares_with_the_version_before(
    app: SummitApp, pilot: Pilot[None], key: str, _: Path
) -> None:
    """Without versions nothing is compared; `test_changes_screen` goes through some."""
    await press(pilot, "C", key)
    assert app.navigation.place == "changes"
    assert any("The sample stays as it is" in line for line in on_screen(app))


async def goes_left(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.focused, FacetList)


async def goes_right(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.focused, Detail)


async def chooses(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "f", "down", key)
    assert programme_screen(app).view.of("day") == {"2019-04-02"}
    assert isinstance(app.focused, FacetList)
    await press(pilot, key)
    assert not programme_screen(app).view.narrowed


async def goes_to_the_chips(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert said(app) == ["No filters are in use."]
    await press(pilot, "3", key)
    assert isinstance(app.focused, ChipLine)


def among_the_chips(way: int) -> Case:
    async def case(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
        await press(pilot, "slash", *"lang:fr level:200", "enter", "c")
        line = app.screen.query_one(ChipLine)
        line.cursor = int(way < 0)
        await press(pilot, key)
        assert line.cursor == int(way > 0)
        assert app.focused is line

    return case


async def takes_back(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "3", "c", key)
    assert not programme_screen(app).view.narrowed
    assert app.focused is programme_screen(app).list
    assert on_disk(folder) == {}


async def presses_a_chip(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await takes_back(app, pilot, key, _)


async def goes_to_the_best(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", *"quill", "enter")
    before = under_cursor(app)
    await press(pilot, key)
    assert {before, under_cursor(app)} == {"lambda", "orders"}


async def pastes(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    app._clipboard = "data"
    await press(pilot, key)
    assert programme_screen(app).view.text == "data"


async def saves_the_search(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", *"data", key)
    assert isinstance(app.screen, SavedSearches)


async def completes(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", *"track:ser", key)
    assert programme_screen(app).view.text == "track:Serverless"
    await press(pilot, key)
    assert not isinstance(app.focused, SearchBox)


async def goes_to_earlier_searches(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", *"data", "escape", "slash", key)
    assert programme_screen(app).view.text == "data"


async def leaves_the_box(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", *"data", key)
    assert app.focused is programme_screen(app).list
    assert programme_screen(app).view.text == "data"


async def empties_the_box(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", *"data", key)
    assert app.focused is programme_screen(app).list
    assert programme_screen(app).view.text == ""


async def undoes(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "space", key)
    assert on_disk(folder) == {}
    assert app.picks is not None
    assert not app.picks.wants


async def does_again(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "space", "u", key)
    assert on_disk(folder) == {"lambda": "want"}


async def exports(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.screen, ExportForm)


async def finds_any(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", key)  # even from the text box
    assert isinstance(app.screen, CommandPalette)


async def changes_colours(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    seen = [app.theme]
    for _each in THEMES:
        await press(pilot, key)
        seen.append(app.theme)
    assert seen == [*THEMES, THEMES[0]]


async def helps(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, key)
    assert isinstance(app.screen, HelpScreen)
    await press(pilot, "escape")
    assert isinstance(app.screen, ProgrammeScreen)


async def quits(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await pilot.press("space", key)
    await settle(pilot)
    assert app._exit
    assert on_disk(folder) == {"lambda": "want"}


async def leaves(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "slash", key)
    assert app._exit


async def closes(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    for opening in ("o", "e", "question_mark"):
        await press(pilot, opening)
        assert isinstance(app.screen, Modal)
        await press(pilot, key)
        assert isinstance(app.screen, ProgrammeScreen)


async def keeps_the_note(app: SummitApp, pilot: Pilot[None], key: str, folder: Path) -> None:
    await press(pilot, "n", "h", "i", key)
    assert isinstance(app.screen, ProgrammeScreen)
    assert on_disk(folder) == {"lambda": "want"}
    await press(pilot, "u")
    assert on_disk(folder) == {}


async def reads_the_note(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await pilot.resize_terminal(*NARROW)
    await press(pilot, "n", *"see *this*", key)
    assert any(line.strip("│ ") == "see this" for line in on_screen(app))
    assert "*" not in "".join(on_screen(app)[4:-3])
    await press(pilot, key, "s")
    assert "see *this*s" in "\n".join(on_screen(app))


def chooses_what_to_export(way: int) -> Case:
    async def case(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
        await press(pilot, "e", key)
        name = app.screen.query_one("#name", Input).value
        assert name == PRODUCTS[way].file_name("demo")

    return case


async def forgets_a_search(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    save("deep", "level:300")
    await press(pilot, "ctrl+s", key)
    assert not saved()


def among_the_events(end: int, *before: str) -> Case:
    async def case(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
        shelf.place("tiny", write(sample()).encode())
        await press(pilot, "E", *before, key)
        options = app.screen.query_one(OptionList)
        assert options.highlighted == end % options.option_count

    return case


def tells_of_the_library(text: str, *before: str) -> Case:
    """The library is empty; `test_events_screen` does all of this with programmes."""

    async def case(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
        await press(pilot, "E", *before, key)
        assert any(text in line for line in on_screen(app))

    return case


async def asks_what_to_import(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "E", key)
    assert isinstance(app.screen, ImportForm)


async def goes_to_the_changes_of_an_event(
    app: SummitApp, pilot: Pilot[None], key: str, _: Path
) -> None:
    shelf.place("tiny", write(sample()).encode())
    await press(pilot, "E", "end", key)
    assert app.navigation.place == "changes"
    assert app.programme.path == library_file("tiny")


async def closes_the_help(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "question_mark", key)
    assert isinstance(app.screen, ProgrammeScreen)


async def scrolls_the_help(app: SummitApp, pilot: Pilot[None], key: str, _: Path) -> None:
    await press(pilot, "question_mark", "j", "j")
    page = app.screen.query_one("#frame")
    before = page.scroll_offset.y
    await press(pilot, key)
    assert page.scroll_offset.y == before + (1 if key == "j" else -1)


CASES: dict[str, Case] = {
    "close": closes,
    "note-keep": keeps_the_note,
    "note-read": reads_the_note,
    "export-before": chooses_what_to_export(-1),
    "export-next": chooses_what_to_export(1),
    "search-forget": forgets_a_search,
    "help-close": closes_the_help,
    "help-down": scrolls_the_help,
    "help-up": scrolls_the_help,
    "events-use": tells_of_the_library("summit starts with AWS Summit Paris", "end"),
    "events-import": asks_what_to_import,
    "events-update": tells_of_the_library("the sample stays as it is"),
    "events-update-all": tells_of_the_library("The library is empty"),
    "events-changes": goes_to_the_changes_of_an_event,
    "events-remove": tells_of_the_library("Only what is in the library can be taken out"),
    "option-down": among_the_events(1, "home"),
    "option-up": among_the_events(-2, "end"),
    **{each.id: goes_to_a_screen for each in DESTINATIONS},
    "pick": picks,
    "want": wants,
    "note": writes_a_note,
    "attended": says_i_was_there,
    "rate": asks_for_a_rating,
    "rating": rates,
    "remove": removes,
    "select": selects,
    "select-all": selects_all,
    "copy": copies,
    "swap": swaps_sessions,
    "plan": plans,
    "plan-keep": plans_again("down"),
    "plan-avoid": plans_again(),
    "jump": jumps,
    "open": opens_links,
    "read": reads,
    "search": searches,
    "filter": filters,
    "level": levels,
    "all-levels": all_levels,
    "chips": goes_to_the_chips,
    "chip-left": among_the_chips(-1),
    "chip-right": among_the_chips(1),
    "chip": takes_back,
    "chip-press": presses_a_chip,
    "best": goes_to_the_best,
    "better": goes_to_the_best,
    "paste": pastes,
    "save-search": saves_the_search,
    "search-complete": completes,
    "search-earlier": goes_to_earlier_searches,
    "search-down": leaves_the_box,
    "search-leave": leaves_the_box,
    "search-clear": empties_the_box,
    "back": goes_back,
    "down": moves("lambda", "orders"),
    "up": moves("lambda", "keynote"),
    "first": moves("end", "keynote"),
    "last": moves("lambda", "panel"),
    "page-down": moves("home", "panel"),
    "page-up": moves("end", "keynote"),
    "half-down": moves("home", "panel"),
    "half-up": moves("end", "keynote"),
    "day": moves("lambda", "data"),
    "now": moves("end", "lambda"),
    "earlier": compares_with_the_version_before,
    "left": goes_left,
    "right": goes_right,
    "cell-left": goes_beside("lambda", "right"),
    "cell-right": goes_beside("keynote"),
    "next": goes_right,
    "previous": goes_left,
    "toggle": chooses,
    "undo": undoes,
    "redo": does_again,
    "export": exports,
    "palette": finds_any,
    "theme": changes_colours,
    "help": helps,
    "quit": quits,
    "leave": leaves,
}


@pytest.mark.parametrize(("key", "name"), [(key, name) for key in KEYS for name in first_key(key)])
async def test_every_key_does_what_its_help_says(key: Key, name: str, tmp_path: Path) -> None:
    assert key.id in CASES, f"{key.help!r} has no case"
    async with running(tmp_path) as (app, pilot):
        await CASES[key.id](app, pilot, name, tmp_path)


def test_no_key_means_two_things_in_one_place() -> None:
    for place in PLACES:
        names = [
            name
            for binding in bindings(place)
            if isinstance(binding, Binding)
            for name in binding.key.split(",")
        ]
        assert len(names) == len(set(names)), place


def test_every_binding_has_an_id_of_its_own_and_a_help() -> None:
    assert len({key.id for key in KEYS}) == len(KEYS)
    every = [each for place in PLACES for each in bindings(place)]
    ids = {each.id for each in every if isinstance(each, Binding)}
    assert None not in ids
    assert {key.id for key in KEYS} <= {str(each).partition(".")[0] for each in ids}
    assert all(isinstance(each, Binding) and each.tooltip for each in every)


def test_capital_letters_change_the_screen_and_only_they_do() -> None:
    for key in KEYS:
        capitals = [name for name in key.keys.split(",") if len(name) == 1 and name.isupper()]
        leads_on = key.group == "Screens" or key.id == "events-changes"
        assert bool(capitals) == leads_on, key.id


@pytest.mark.parametrize(
    ("key_id", "keymap", "expected"),
    [
        ("down", {}, "↓ j"),
        ("search", {}, "/"),
        ("level", {}, "1–9"),
        ("back", {}, "esc"),
        ("pick", {"pick": "p"}, "p"),
        ("help", {}, "? F1"),
    ],
)
def test_keys_are_shown_as_a_person_reads_them(
    key_id: str, keymap: dict[str, str], expected: str
) -> None:
    key = next(key for key in KEYS if key.id == key_id)
    assert shown(key, keymap) == expected


def test_foot_and_help_come_from_the_table() -> None:
    screens = [each.id for each in DESTINATIONS]
    assert [key.id for key in at_the_foot("agenda")][: len(screens) + 1] == [*screens, "pick"]
    assert "level" not in [key.id for key in at_the_foot("agenda")]
    assert "toggle" not in [key.id for keys in groups("agenda").values() for key in keys]


@pytest.mark.parametrize(
    ("keys", "width", "expected"),
    [
        ((), 160, {"w want", "p plan", "1–4 level", "f filter", "E Events"}),
        ((), 100, {"A Agenda", "N Now", "w want"}),
        (("A",), 160, {"p plan", "n note", "u undo"}),
        (("A",), 80, {"P Programme", "p plan", "e export"}),
        (("A",), 60, {"P Programme", "p plan"}),
        (("N",), 80, {"P Programme", "a attended"}),
        (("G",), 160, {"1–4 level"}),
        (("G",), 60, {"P Programme", "N Now"}),
        (("G",), 40, set()),
    ],
)
async def test_the_foot_shows_what_matters_most_and_fits(
    keys: tuple[str, ...], width: int, expected: set[str], tmp_path: Path
) -> None:
    async with running(tmp_path, size=(width, 20)) as (app, pilot):
        await press(pilot, *keys)
        foot = on_screen(app)[-1]
        shown_there = set(foot.strip().split("  "))
        assert expected | {"? help", "q quit", "space pick", "/ search"} <= shown_there
        labels = {key.label for key in at_the_foot(app.navigation.place)}
        assert {each.partition(" ")[2] for each in shown_there} <= labels  # none is cut


@pytest.mark.parametrize(
    ("keys", "width", "expected", "not_here"),
    [
        (("f",), 40, {"space choose", "esc back"}, {"pick"}),
        (("f",), 120, {"space choose", "esc back", "A Agenda"}, {"pick", "filter"}),
        (("3", "c"), 60, {"x take back", "enter tick", "esc back"}, {"pick"}),
        (("enter",), 60, {"esc back", "space pick", "A Agenda"}, set()),
        (("enter", "escape"), 60, {"space pick"}, {"back"}),
        (("slash",), 40, {"enter to the sessions", "F1 help"}, {"Agenda", "pick"}),
        (("slash",), 160, {"tab complete", "esc clear", "ctrl+c quit"}, {"Agenda", "pick"}),
        (("slash", *"data", "enter"), 60, {"space pick"}, {"clear"}),
        (("S", "slash"), 60, {"enter to the sessions", "F1 help"}, {"Agenda", "complete"}),
        (("G", "enter"), 60, {"esc back"}, set()),
    ],
)
async def test_the_foot_follows_the_focus(
    keys: tuple[str, ...], width: int, expected: set[str], not_here: set[str], tmp_path: Path
) -> None:
    async with running(tmp_path, size=(width, 20)) as (app, pilot):
        await press(pilot, *keys)
        foot = set(on_screen(app)[-1].strip().split("  "))
        assert expected <= foot
        assert not not_here & {each.partition(" ")[2] for each in foot}


async def test_what_stands_at_the_foot_while_one_types_can_be_clicked(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 20)) as (app, pilot):
        await press(pilot, "slash")
        await pilot.click(offset=(on_screen(app)[-1].index("help"), 19))
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_a_key_that_was_moved_can_be_clicked(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 20)) as (app, pilot):
        app.set_keymap({"pick": "z"})
        await settle(pilot)
        await pilot.click(offset=(on_screen(app)[-1].index("z pick"), 19))
        await settle(pilot)
        assert on_disk(tmp_path) == {"lambda": "want"}


@pytest.mark.parametrize(("levels", "expected"), [(4, "1–4"), (1, "1"), (12, "1–9")])
def test_the_digits_are_as_many_as_the_levels(levels: int, expected: str) -> None:
    assert shown(next(key for key in KEYS if key.id == "level"), {}, levels) == expected


@pytest.mark.parametrize("place", ["programme", "grid"])
async def test_the_foot_has_no_digits_where_there_are_no_levels(place: str, tmp_path: Path) -> None:
    catalogue = make_catalogue(make_session("plain", "09:30"))
    async with running(tmp_path, catalogue, size=(200, 20)) as (app, pilot):
        await app.action_go(place)
        await settle(pilot)
        assert "f filter" in on_screen(app)[-1] or place == "grid"
        assert "level" not in on_screen(app)[-1]


async def test_the_foot_leads_to_a_team_that_there_is(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 20)) as (app, _):
        assert "T Team" not in on_screen(app)[-1]
    have_team(tmp_path, ada={"lambda": "must"})
    async with running(tmp_path, size=(120, 20)) as (app, _):
        await until(lambda: "T Team" in on_screen(app)[-1])


async def test_a_key_can_be_moved(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        app.set_keymap({"pick": "p"})
        await press(pilot, "p")
        assert on_disk(tmp_path) == {"lambda": "want"}
        await press(pilot, "space")
        assert on_disk(tmp_path) == {"lambda": "want"}


@pytest.mark.parametrize(
    "key", ["space", "w", "n", "x", "o", "d", "u", "e", "t", "enter", "A", "1"]
)
async def test_no_key_harms_an_empty_programme(key: str, tmp_path: Path) -> None:
    from tests.factories import make_catalogue

    async with running(tmp_path, make_catalogue()) as (app, pilot):
        await press(pilot, key, "escape", "A", key)
        assert app.is_running


@pytest.mark.parametrize("key", ["delete", "x"])
async def test_a_pick_is_removed_from_the_agenda_screen(key: str, tmp_path: Path) -> None:
    picked(tmp_path, *sample().sessions[1:3])
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "A", "home", key)
        assert on_disk(tmp_path) == {"orders": "want"}

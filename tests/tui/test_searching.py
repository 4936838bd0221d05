"""Searching on the screen: chips, values offered, mistakes, saved searches, and big programmes."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from summit_tui.catalogue.model import Session
from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.search.saved import save, saved, searches_file
from summit_tui.tui import searching
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.searches import SavedSearches
from summit_tui.tui.state import Listing, View, list_sessions
from summit_tui.tui.widgets.chips import ChipLine
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.offer_list import OfferList
from summit_tui.tui.widgets.search_box import SearchBox
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
    NARROW,
    WIDE,
    listed,
    on_screen,
    press,
    programme_screen,
    running,
    said,
    sample,
    settle,
    told,
    under_cursor,
    until,
)


def found(app: SummitApp) -> str:
    """Return what is said at the right of the box."""
    return str(app.screen.query_one("#found", Static).content).strip()


def texts_of_chips(app: SummitApp) -> list[str]:
    lines = app.screen.query(ChipLine)
    return [chip.text for line in lines if line.display for chip in line.chips]


def offered(app: SummitApp) -> list[str]:
    """Return what is offered under the box."""
    lists = [each for each in app.screen.query(OfferList) if each.display]
    return [choice.shown for each in lists if each.offers for choice in each.offers.choices]


async def type_in(pilot: Pilot[None], text: str) -> None:
    await press(pilot, *({" ": "space"}.get(sign, sign) for sign in text))


_SATURDAY = make_session("a", "2024-02-03 10:00")


@pytest.mark.parametrize(
    ("sessions", "size", "typed"),
    [
        (sample().sessions, WIDE, "search: words, level:400, day:tue, after:14:00"),
        (sample().sessions, (50, 14), "search: words, level:400, day:tue"),
        ([_SATURDAY], WIDE, "search: words, day:sat, after:14:00"),
        ([_SATURDAY._replace(level=200)], (40, 14), "search: words, level:200"),
        ([make_session("a", None)], WIDE, "search"),
        ([], WIDE, "search"),
    ],
)
async def test_what_can_be_typed_is_said_in_words_of_the_programme(
    sessions: Sequence[Session], size: tuple[int, int], typed: str, tmp_path: Path
) -> None:
    async with running(tmp_path, make_catalogue(*sessions), size=size) as (app, pilot):
        assert f"/ {typed}  " in on_screen(app)[1]
        for example in typed.split(", ")[1:]:
            await type_in(pilot, f"/{example}")
            assert not told(app)
            await press(pilot, "escape", "escape")


async def test_typed_conditions_and_chosen_ones_are_said_in_the_same_words(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level>=300")
        assert found(app) == "3 of 7 · level 300+"
        assert texts_of_chips(app) == ["level 300+ ×"]
        await press(pilot, "escape", "3", "4")
        assert found(app) == "3 of 7 · level 300+"
        assert texts_of_chips(app) == ["level 300+ ×"]
        await press(pilot, "slash")
        await type_in(pilot, "track:data -kind:meal")
        assert found(app) == "1 of 7 · level 300+ · Data · not meal"


async def test_what_was_found_gives_way_to_what_is_typed(tmp_path: Path) -> None:
    async with running(tmp_path, size=NARROW) as (app, pilot):
        await type_in(pilot, "/lang:fr level:200 speaker:quill sec")
        assert found(app).startswith("1 of 7")
        box = app.screen.query_one(SearchBox)
        assert box.size.width > len(box.value)
        assert box.value in on_screen(app)[1]


async def test_there_is_no_line_where_nothing_narrows(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "3")
        assert texts_of_chips(app) == ["level 300 ×"]
        await press(pilot, "3")
        assert texts_of_chips(app) == []
        await type_in(pilot, "/data")
        assert texts_of_chips(app) == []


async def test_a_click_takes_a_typed_condition_out_of_the_text(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, '/"data lakes" level:300 track:"Data"')
        line = app.screen.query_one(ChipLine)
        assert texts_of_chips(app) == ["level 300 ×", "Data ×"]
        await pilot.click(line, offset=(4, 0))
        await settle(pilot)
        assert app.screen.query_one(SearchBox).value == '"data lakes" track:"Data"'
        assert texts_of_chips(app) == ["Data ×"]
        assert listed(app) == ["data"]


async def test_chips_are_gone_through_and_taken_back_by_keys(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = programme_screen(app)
        await type_in(pilot, "/lang:fr kind:talk")
        await press(pilot, "enter", "2", "c")
        assert texts_of_chips(app) == ["level 200 ×", "French ×", "talk ×"]
        await press(pilot, "l", "right", "right", "h", "x")
        assert screen.view == View("kind:talk", {"level": frozenset({200})})
        assert isinstance(app.focused, ChipLine)
        await press(pilot, "delete", "backspace")
        assert screen.view == View()
        assert screen.list.has_focus


async def test_escape_goes_from_the_chips_to_the_sessions(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "3", "c", "escape")
        assert programme_screen(app).list.has_focus
        assert programme_screen(app).view.narrowed


async def test_tab_goes_from_the_box_to_the_chips(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level:300 x")
        await press(pilot, "tab")
        assert isinstance(app.focused, ChipLine)
        await press(pilot, "tab")
        assert isinstance(app.focused, FacetList)


async def test_no_chip_is_out_of_reach_in_a_narrow_terminal(tmp_path: Path) -> None:
    async with running(tmp_path, size=(40, 12)) as (app, pilot):
        await type_in(pilot, "/lang:fr,en is:upcoming -kind:meal")
        await press(pilot, "enter", "c")
        line = app.screen.query_one(ChipLine)
        assert len(line.chips) > 4
        row = line.region.y
        assert on_screen(app)[row].endswith("›")
        for chip in line.chips:
            assert chip.text in on_screen(app)[row]
            await press(pilot, "right")
        assert on_screen(app)[row].startswith("‹")
        await press(pilot, "space")  # the last one is a day to tick
        assert programme_screen(app).view.of("day") == {"2019-04-03"}


async def test_the_line_scrolls_by_its_ends_and_by_the_wheel(tmp_path: Path) -> None:
    async with running(tmp_path, size=(40, 12)) as (app, pilot):
        line = app.screen.query_one(ChipLine)
        row = line.region.y
        assert "Wed 3 Apr" not in on_screen(app)[row]
        for _ in range(3):
            await pilot.click(offset=(39, row))
        assert "Wed 3 Apr" in on_screen(app)[row]
        await pilot.click(offset=(on_screen(app)[row].index("Wed"), row))
        await settle(pilot)
        assert programme_screen(app).view.of("day") == {"2019-04-03"}
        for _ in range(3):
            line.on_mouse_scroll_up()
        await pilot.pause()
        assert "[ ] 100" in on_screen(app)[row]
        line.on_mouse_scroll_down()
        await pilot.pause()
        assert on_screen(app)[row].startswith("‹")


async def test_wide_names_are_not_cut_in_the_middle_of_a_sign(tmp_path: Path) -> None:
    from tests.factories import make_catalogue, make_session

    talks = [make_session(f"s{n}", "10:00", tracks=("日本語の部屋" * 3,)) for n in range(3)]
    for size in ((40, 12), (41, 12)):
        async with running(tmp_path, make_catalogue(*talks), size=size) as (app, pilot):
            await type_in(pilot, "/track:日 -kind:keynote is:upcoming")
            await press(pilot, "enter", "c", "right", "right")
            on_screen(app)  # which sees to it that every line is as wide as the screen


async def test_values_are_offered_and_taken_by_tab(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/track:")
        assert offered(app) == ["Data", "Security", "Serverless"]
        assert len(listed(app)) == 7  # not a mistake yet
        assert any("Security" in line and "1" in line for line in on_screen(app)[2:6])
        await type_in(pilot, "se")
        assert offered(app) == ["Security", "Serverless"]
        await press(pilot, "tab")
        assert app.screen.query_one(SearchBox).value == "track:Security"
        assert offered(app) == []
        assert listed(app) == ["orders"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("down", "tab"), "track:Data"),
        (("down", "enter"), "track:Data"),
        (("down", "down", "enter"), "track:Security"),
        (("up", "tab"), "track:Serverless"),
        (("down", "up", "tab"), "track:Serverless"),
        (("down", "down", "up", "tab"), "track:Data"),
    ],
)
async def test_one_goes_through_what_is_offered(
    keys: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/track:")
        await press(pilot, *keys)
        box = app.screen.query_one(SearchBox)
        assert box.value == expected
        assert box.has_focus
        assert offered(app) == []


async def test_enter_leaves_the_box_where_nothing_was_chosen(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/track:ser")
        assert offered(app)
        await press(pilot, "enter")
        assert programme_screen(app).list.has_focus
        assert programme_screen(app).view.text == "track:ser"
        assert offered(app) == []
        assert listed(app) == ["lambda"]


async def test_escape_takes_away_the_offer_first(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/track:ser")
        await press(pilot, "escape")
        assert offered(app) == []
        assert app.screen.query_one(SearchBox).value == "track:ser"
        await press(pilot, "escape")
        assert app.screen.query_one(SearchBox).value == ""


@pytest.mark.parametrize("text", ["serverless", "track", "level tr", "a - b", "time 10:", "c++"])
async def test_plain_words_never_bring_anything_up(text: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash")
        for sign in text:
            await type_in(pilot, sign)
            assert offered(app) == []
        await press(pilot, "down")
        assert programme_screen(app).list.has_focus


async def test_a_field_is_completed_by_tab_or_right(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        box = app.screen.query_one(SearchBox)
        await type_in(pilot, "/data tr")
        assert "data track:" in on_screen(app)[1]
        await press(pilot, "tab")
        assert box.value == "data track:"
        assert "Data" in offered(app)
        await press(pilot, "escape", "escape")
        await type_in(pilot, "/ki")
        await press(pilot, "right")
        assert box.value == "kind:"


async def test_a_click_takes_what_is_offered(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/track:")
        row = next(y for y, line in enumerate(on_screen(app)) if "│ Security" in line)
        await pilot.click(offset=(on_screen(app)[row].index("Security"), row))
        await settle(pilot)
        box = app.screen.query_one(SearchBox)
        assert box.value == "track:Security"
        assert box.has_focus


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (40, 12), (24, 8)])
async def test_what_is_offered_is_in_sight_at_every_width(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        await type_in(pilot, "/a long text before it track:")
        lines = on_screen(app)
        assert any("│ Data" in line for line in lines)
        assert any("tab takes it" in line for line in lines)


async def test_an_earlier_search_is_not_completed(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/track:ser")
        await press(pilot, "enter", "slash", "up")
        assert offered(app) == []


def carets(app: SummitApp) -> str:
    """Return the line with the carets, as it is painted."""
    return next(line for line in on_screen(app) if "^" in line)


async def test_a_mistake_is_pointed_at_where_it_is_seen(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/  x levl:3")
        at = on_screen(app)[1].index("levl")
        assert carets(app).index("^^^^") == at
        await press(pilot, "escape")
        await type_in(pilot, "/日本 levl:3")
        before = on_screen(app)[1].partition("levl")[0]
        assert carets(app).index("^^^^") == len(before) + 2  # two signs are two cells wide


async def test_a_long_text_is_pointed_at_as_it_scrolls(tmp_path: Path) -> None:
    async with running(tmp_path, size=(60, 20)) as (app, pilot):
        await type_in(pilot, "/" + "word " * 14 + "levl:3")
        at = on_screen(app)[1].index("levl")
        assert carets(app).index("^^^^") == at
        assert "there is no field" in told(app)
        await press(pilot, "home")
        assert "›" in "\n".join(on_screen(app)[2:4])
        assert not any("^" in line for line in on_screen(app))
        await press(pilot, "end")
        assert carets(app).index("^^^^") == at
        await type_in(pilot, " more" * 12)
        assert on_screen(app)[2].strip().startswith("‹")


async def test_a_wrong_value_keeps_the_last_good_list(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data day:9")
        assert listed(app) == ["data"]
        assert "day 9 does not exist" in told(app)
        assert carets(app).index("^") == on_screen(app)[1].index("9")
        await press(pilot, "backspace")
        await type_in(pilot, "2")
        assert told(app) == ""
        assert listed(app) == ["data"]


@pytest.mark.parametrize("how", ["tab", "click"])
async def test_what_was_meant_is_taken(how: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data levl:300")
        assert "tab takes level" in told(app)
        if how == "tab":
            await press(pilot, "tab")
        else:
            await pilot.click("#told")
            await settle(pilot)
        box = app.screen.query_one(SearchBox)
        assert box.value == "data level:300"
        assert box.has_focus
        assert told(app) == ""
        assert listed(app) == ["data"]


async def test_a_search_is_saved_with_what_was_chosen_and_found_again(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "3", "slash")
        await type_in(pilot, "data")
        await press(pilot, "ctrl+s", *"deep", "enter")
        assert isinstance(app.screen, ProgrammeScreen)
        assert saved() == {"deep": "data level:300"}
        assert said(app) == ["Saved as @deep"]
        await press(pilot, "escape", "escape", "0")
        assert not programme_screen(app).view.narrowed
        await type_in(pilot, "/@d")
        assert offered(app) == ["@deep"]
        await press(pilot, "tab")
        assert listed(app) == ["data"]
        assert texts_of_chips(app) == ["@deep ×"]


async def test_a_name_that_is_taken_is_replaced_when_it_is_said_twice(tmp_path: Path) -> None:
    save("deep", "track:ai")
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data")
        await press(pilot, "ctrl+s", *"Deep", "enter")
        assert "@deep is there already. Enter again replaces it." in "\n".join(on_screen(app))
        assert saved() == {"deep": "track:ai"}
        await press(pilot, "enter")
        assert saved() == {"Deep": "data"}


async def test_a_name_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data")
        await press(pilot, "ctrl+s", "enter")
        assert isinstance(app.screen, SavedSearches)
        assert "is no name for a saved search" in "\n".join(on_screen(app))
        await press(pilot, "escape")
        assert saved() == {}


async def test_one_goes_to_a_saved_search_and_forgets_one(tmp_path: Path) -> None:
    save("one", "track:data")
    save("two", "level:200")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+s")
        assert isinstance(app.focused, OptionList)
        await press(pilot, "down", "delete")
        assert saved() == {"one": "track:data"}
        assert "@two is forgotten. Enter takes it back." in "\n".join(on_screen(app))
        assert isinstance(app.focused, Input)
        await press(pilot, "enter")
        assert dict(saved()) == {"one": "track:data", "two": "level:200"}
        await press(pilot, "ctrl+s", "home", "enter")
        assert listed(app) == ["data"]
        assert programme_screen(app).list.has_focus


async def test_a_damaged_file_of_searches_is_told(tmp_path: Path) -> None:
    searches_file().parent.mkdir(parents=True)
    searches_file().write_text("{")
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/data")
        await press(pilot, "ctrl+s")
        assert "does not hold saved searches" in " ".join("\n".join(on_screen(app)).split())
        await press(pilot, "escape", "escape")
        await type_in(pilot, "/@x")
        assert "does not hold saved searches" in told(app)
        await press(pilot, "ctrl+p", *"data")
        assert isinstance(app.screen, CommandPalette)


async def test_the_palette_lists_saved_searches(tmp_path: Path) -> None:
    save("deep", "level:300 track:data")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+p")
        await settle(pilot)
        await press(pilot, *"@deep")
        await settle(pilot)
        await press(pilot, "down", "enter")
        await settle(pilot)
        assert programme_screen(app).view.text == "@deep"
        assert listed(app) == ["data"]


@pytest.fixture
def big(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every programme searched in the background."""
    monkeypatch.setattr(searching, "AT_ONCE", 0)


@pytest.mark.usefixtures("big")
async def test_a_big_programme_is_searched_all_the_same(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await type_in(pilot, "/level:300 track:da")
        assert listed(app) == ["data"]
        assert offered(app) == ["Data"]
        await press(pilot, "tab", "enter")
        assert found(app) == "1 of 7 · level 300 · Data"
        assert under_cursor(app) == "data"
        await press(pilot, "slash")
        await type_in(pilot, " levl:3")
        assert "there is no field" in told(app)
        await press(pilot, "escape", "end")
        assert len(listed(app)) == 7
        await press(pilot, "ctrl+p", *"quill")
        await settle(pilot)
        await press(pilot, "enter")
        assert programme_screen(app).view.text == 'speaker:"Ada Quill"'


@pytest.mark.usefixtures("big")
async def test_typing_goes_on_while_it_is_searched_and_the_newest_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    asked: list[str] = []

    def slow(programme: Programme, view: View, context: Context) -> Listing:
        asked.append(view.text)
        if view.text:
            assert go.wait(30)
        return list_sessions(programme, view, context)

    monkeypatch.setattr("summit_tui.tui.searching.list_sessions", slow)
    monkeypatch.setattr(searching, "SLOW_SECONDS", 0.01)
    async with running(tmp_path) as (app, pilot):
        await pilot.press("slash", "d")
        await until(lambda: asked[-1] == "d")
        await pilot.press(*"ata")
        box = app.screen.query_one(SearchBox)
        assert box.value == "data"
        assert len(listed(app)) == 7  # the last good list stays
        await until(lambda: found(app).startswith("searching … "))
        go.set()
        await settle(pilot)
        assert listed(app) == ["data"]
        assert found(app) == "1 of 7"
        assert asked == ["", "d", "data"]

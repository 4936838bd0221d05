"""The Now screen."""

from pathlib import Path
from typing import Any

import pytest
from textual.containers import Horizontal
from textual.widget import AwaitMount, Widget

from summit_tui.agenda import change
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.now import NowScreen
from summit_tui.tui.state import View
from summit_tui.tui.widgets.detail import Detail
from summit_tui.tui.widgets.now_list import NowList
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
    NARROW,
    SIZES,
    agenda_file,
    made_on_disk,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    sample,
    settle,
    under_cursor,
)

DAY = (
    make_session("a", "09:00", title="First", room="Blue"),
    make_session("b", "10:00", title="Second", room="Blue", duration=60),
    make_session("c", "11:30", title="Third", room="Green", level=300),
    make_session("d", "10:15", title="Other", level=200),
    make_session("e", "2019-04-03 10:00", title="Next day"),
)
MINE = (DAY[0], DAY[1], DAY[2])


@pytest.fixture
def walk(isolated: Path) -> None:
    """Say that every way takes six minutes."""
    folder = isolated / "config" / "summit-tui"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text('{"walk": ["6"]}')


def shown(app: SummitApp) -> list[str]:
    """Return the lines of the list."""
    return [line.partition("▕")[0].rstrip() for line in on_screen(app)[1:-1]]


def order(app: SummitApp, *texts: str) -> list[int]:
    lines = shown(app)
    return [next(n for n, line in enumerate(lines) if text in line) for text in texts]


@pytest.mark.usefixtures("walk")
@pytest.mark.parametrize("size", SIZES)
async def test_what_is_on_what_comes_and_what_ended(size: tuple[int, int], tmp_path: Path) -> None:
    picked(tmp_path, *MINE)
    catalogue = make_catalogue(*DAY)
    async with running(tmp_path, catalogue, size=size, now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "N")
        assert isinstance(app.screen, NowScreen)
        sections = ["On now", "Second", "Next", "Third", "Were you there?", "First", "Also on now"]
        found = order(app, *sections, "Other")
        assert found == sorted(found)
        assert "40 min left" in shown(app)[found[1]]
        assert "in 1 h 10" in shown(app)[found[3]]
        assert "6 min walk, leave by 11:24" in shown(app)[found[3] + 1]
        assert under_cursor(app) == "b"


async def test_one_key_says_that_i_was_there_and_again_that_i_was_not(tmp_path: Path) -> None:
    picked(tmp_path, *MINE[:2])
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 11:10") as (app, pilot):
        await press(pilot, "N")
        assert under_cursor(app) == "b"
        for there, word in ((True, "attended"), (False, "missed"), (None, "")):
            await press(pilot, "a")
            assert under_cursor(app) == "b"
            assert made_on_disk(tmp_path, "b") == (there, None)
            assert word in shown(app)[order(app, "Second")[0]]
        await press(pilot, "a", "P", "N")
        assert under_cursor(app) == "a"
        assert not any("Second" in line for line in shown(app))


async def test_what_i_spoke_of_stays_for_a_rating_and_a_note(tmp_path: Path) -> None:
    picked(tmp_path, *MINE[:2])
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 11:10") as (app, pilot):
        await press(pilot, "N", "a", "r", "4", "n", *"ab", "escape")
        assert under_cursor(app) == "b"
        assert made_on_disk(tmp_path, "b") == (True, 4)
        assert AgendaStore(agenda_file(tmp_path), "demo").read().picks["b"].note == "ab"
        assert "Blue · note · rated 4" in shown(app)[order(app, "Second")[0] + 1]
        await press(pilot, "A", "N")
        assert not any("Second" in line for line in shown(app))


@pytest.mark.parametrize(("size", "named"), [((80, 24), False), (NARROW, True), (MIDDLE, True)])
async def test_what_one_can_say_of_it_stands_above_it(
    size: tuple[int, int], named: bool, tmp_path: Path
) -> None:
    picked(tmp_path, MINE[0])
    async with running(tmp_path, size=size, catalogue=make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "N")
        (line,) = order(app, "Were you there? a yes, twice no, * all")
        assert ("* all, n note, r rate" in shown(app)[line]) is named


async def test_all_that_ended_is_spoken_of_at_once(tmp_path: Path) -> None:
    picked(tmp_path, *MINE)
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 11:10") as (app, pilot):
        await press(pilot, "N", "asterisk")
        assert "2 selected" in on_screen(app)[0]
        assert sum("●*" in line for line in shown(app)) == 2
        await press(pilot, "a", "a", "j")
        assert [made_on_disk(tmp_path, each)[0] for each in "abc"] == [False, False, None]
        assert "selected" not in on_screen(app)[0]


async def test_the_clock_moves_it_on_and_the_cursor_stays(tmp_path: Path) -> None:
    picked(tmp_path, *MINE)
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "N", "j")
        assert under_cursor(app) == "c"
        clock.pretend(at("11:40"))
        assert isinstance(app.screen, NowScreen)
        app.screen.tick()
        await settle(pilot)
        assert under_cursor(app) == "c"
        found = order(app, "On now", "Third", "Were you there?", "Second", "First")
        assert found == sorted(found)


async def test_what_is_on_by_now_is_in_sight_as_one_comes_here(tmp_path: Path) -> None:
    picked(tmp_path, MINE[2])
    catalogue = make_catalogue(*DAY)
    async with running(tmp_path, catalogue, size=(60, 10), now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "N")
        assert under_cursor(app) == "c"
        await press(pilot, "P", "home", "down", "space", "N")
        assert on_disk(tmp_path) == {"b": "want", "c": "want"}
        found = order(app, "On now", "Second", "Next", "Third")
        assert found == sorted(found)
        assert under_cursor(app) == "c"


async def test_the_filters_of_the_programme_hold_for_what_else_is_on(tmp_path: Path) -> None:
    picked(tmp_path, *MINE)
    catalogue = make_catalogue(*DAY)
    async with running(tmp_path, catalogue, now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "3", "N")
        assert not any("Other" in line for line in shown(app))
        assert any("Second" in line for line in shown(app))
        await press(pilot, "P", "0", "2", "N")
        assert any("Other" in line for line in shown(app))


async def test_the_agenda_changes_it(tmp_path: Path) -> None:
    catalogue = make_catalogue(*DAY)
    async with running(tmp_path, catalogue, now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "N", "end", "space")
        assert set(on_disk(tmp_path)) == {"b"}
        found = order(app, "On now", "Second", "Also on now", "Other")
        assert found == sorted(found)
        AgendaStore(agenda_file(tmp_path), "demo").apply(change.add([DAY[2]]))
        app.keeper.look()
        await settle(pilot)
        assert order(app, "Next", "Third")


async def test_sections_and_the_way_back(tmp_path: Path) -> None:
    picked(tmp_path, *MINE)
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "N")
        seen = []
        for _ in range(4):
            seen.append(under_cursor(app))
            await press(pilot, "d")
        assert seen == ["b", "c", "a", "d"]
        assert under_cursor(app) == "b"
        await press(pilot, "end", "t")
        assert under_cursor(app) == "b"
        await press(pilot, "enter", "escape", "escape")
        assert app.navigation.place == "programme"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2019-04-01 09:30", "It begins in 24 h"),
        ("2019-04-09 09:30", "It is over."),
        ("2019-04-02 13:35", "Nothing is on at this moment"),
    ],
)
async def test_an_empty_moment_speaks(moment: str, said: str, tmp_path: Path) -> None:
    view = View(text="panel")
    async with running(tmp_path, sample(), size=NARROW, now=moment) as (app, pilot):
        programme_screen(app).look_at(view if moment < "2019-04-03" else View())
        await settle(pilot)
        await press(pilot, "N", "space", "a", "n", "r", "d", "t", "enter")
        assert any(said in line for line in shown(app))
        assert on_disk(tmp_path) == {}


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2019-04-01 09:30", ["Begins next, on Tuesday 2 April", "keynote", "in 24 h"]),
        ("2019-04-02 11:40", ["Begins next", "des comm", "in 20 min", "On now", "Insid"]),
        ("2019-04-02 13:35", ["Begins next, on Wednesday 3 April", "Data", "in 20 h 25"]),
    ],
)
@pytest.mark.parametrize("size", [*SIZES, (40, 20)])
async def test_where_nothing_of_mine_comes_it_says_what_begins_next(
    moment: str, expected: list[str], size: tuple[int, int], tmp_path: Path
) -> None:
    async with running(tmp_path, size=size, now=moment) as (app, pilot):
        await press(pilot, "N")
        found = order(app, *expected)
        assert found == sorted(found)
        await press(pilot, "space")
        assert len(on_disk(tmp_path)) == 1
        assert not any("Begins next" in line for line in shown(app))


async def test_one_chooses_between_what_begins_in_a_quarter_of_an_hour(tmp_path: Path) -> None:
    off = make_session("off", "10:50", title="Called off", status="cancelled")
    starts = ("11:00", "11:05", "11:15", "11:16")
    coming = [make_session(f"s{n}", start, title=start) for n, start in enumerate(starts)]
    catalogue = make_catalogue(off, *coming)
    async with running(tmp_path, catalogue, now="2019-04-02 10:00") as (app, pilot):
        await press(pilot, "N")
        entries = app.screen.query_one(NowList).entries
        assert [(each.heading, each.title) for each in entries] == [
            ("Begins next", start) for start in starts[:3]
        ]


async def test_what_clashes_says_so(tmp_path: Path) -> None:
    picked(tmp_path, MINE[1], DAY[3])
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 09:30") as (app, pilot):
        await press(pilot, "N")
        found = order(app, "Second", "! 45 min with Other", "Other", "! 45 min with Second")
        assert found[1] == found[0] + 2
        clock.pretend(at("11:30"))
        await press(pilot, "A", "N")
        assert not any("! " in line for line in shown(app))


async def test_where_there_is_little_room_the_title_has_it(tmp_path: Path) -> None:
    title = "Owls and all that flies at night"
    catalogue = make_catalogue(make_session("a", "10:00", title=title, room="Blue"))
    async with running(tmp_path, catalogue, size=(40, 12), now="2019-04-02 10:05") as (app, pilot):
        await press(pilot, "N")
        assert "Owls and all that fli" in shown(app)[1]
        assert shown(app)[2].strip(" ▌").startswith("40 min left · Blue")
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "Owls and all that flies a… 40 min left" in shown(app)[1]


async def test_a_pick_whose_session_is_gone_can_be_spoken_of(tmp_path: Path) -> None:
    picked(tmp_path, MINE[0])
    async with running(tmp_path, make_catalogue(DAY[4]), now="2019-04-02 11:10") as (app, pilot):
        await press(pilot, "N", "a")
        assert made_on_disk(tmp_path, "a") == (True, None)
        assert any("no longer in the programme" in line for line in shown(app))


async def test_a_detail_that_came_too_late_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mount = Horizontal.mount

    def no_detail(self: Horizontal, *widgets: Widget, **rest: Any) -> AwaitMount:
        """Mount no detail, as when the application is being left."""
        return mount(self, *(each for each in widgets if not isinstance(each, Detail)), **rest)

    async with running(tmp_path) as (app, pilot):
        monkeypatch.setattr(Horizontal, "mount", no_detail)
        await press(pilot, "N", "j")
        assert isinstance(app.screen, NowScreen)


async def test_where_clocks_differ_the_head_has_both(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        assert "Tue 2 Apr 11:20 Paris · " in on_screen(app)[0]
        await press(pilot, "N")
        assert "Tue 2 Apr 11:20 Paris, 22:20 here · " in on_screen(app)[0]

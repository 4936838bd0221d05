"""The grid: rooms across, time down."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from summit_tui.catalogue.model import Session
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.grid import GridScreen
from summit_tui.tui.widgets.detail import Detail
from summit_tui.tui.widgets.session_grid import SessionGrid
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
    NARROW,
    SIZES,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    said,
    settle,
    under_cursor,
)
from tests.tui.terminal import Sent

DAY = (
    make_session("a", "10:00", title="Owls", room="Blue", level=200),
    make_session("b", "11:00", title="Bats", room="Blue", level=300),
    make_session("c", "10:15", title="Moths", room="Green", level=300),
    make_session("d", "10:30", title="Foxes", level=200),
    make_session("e", "23:30", title="Night walk", room="Red", duration=60),
    make_session("f", "2019-04-03 10:00", title="Next day", room="Red", level=200),
    make_session("g", None, title="Some time", room="Blue"),
)


def many(rooms: int) -> tuple[Session, ...]:
    """Return a session at ten in each of so many rooms."""
    return tuple(
        make_session(f"s{at}", "10:00", title=f"Talk {at}", room=f"Room {at:02}")
        for at in range(rooms)
    )


def grid_screen(app: SummitApp) -> GridScreen:
    """Return the screen shown, which is the grid."""
    assert isinstance(app.screen, GridScreen)
    return app.screen


def line_with(app: SummitApp, text: str) -> str:
    """Return the painted line that has `text`."""
    return next(line for line in on_screen(app) if text in line)


async def test_rooms_stand_across_and_time_down(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G")
        header = line_with(app, "Blue")
        places = [header.index(name) for name in ("Blue", "Green", "Red", "no room yet")]
        assert places == sorted(places)
        for time, title, place in (
            ("10:00", "Owls", places[0]),
            ("10:15", "Moths", places[1]),
            ("10:30", "Foxes", places[3]),
            ("11:00", "Bats", places[0]),
        ):
            line = line_with(app, title)
            assert line.startswith(time)
            assert line.index(title) - place in (5, 1)  # behind the level, if it has one


async def test_what_crosses_midnight_goes_on_below_it(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY), size=MIDDLE) as (app, pilot):
        await press(pilot, "G", "end")
        assert under_cursor(app) == "e"
        shown = on_screen(app)
        at = next(n for n, line in enumerate(shown) if "Night walk" in line)
        assert [line[:5] for line in shown[at : at + 4]] == ["23:30", "23:45", "▾ Wed", "00:15"]
        assert "└" in shown[at + 3]


async def test_the_cursor_goes_in_time_and_room(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G", "home")
        seen = []
        for key in ("down", "up", "right", "right", "l", "h", "left", "left", "j", "k"):
            await press(pilot, key)
            seen.append(under_cursor(app))
        assert seen == ["b", "a", "c", "e", "d", "e", "c", "a", "b", "a"]


async def test_pages_home_and_end(tmp_path: Path) -> None:
    day = [
        make_session(f"s{hour}", f"{hour:02}:00", title=f"At {hour}", room="Blue")
        for hour in range(8, 24)
    ]
    async with running(tmp_path, make_catalogue(*day), size=NARROW) as (app, pilot):
        await press(pilot, "G", "home")
        seen = []
        for key in ("pagedown", "pageup", "end", "ctrl+u", "ctrl+d", "home"):
            await press(pilot, key)
            seen.append(under_cursor(app))
        assert seen == ["s11", "s8", "s23", "s21", "s22", "s8"]


async def test_keys_act_on_the_session_under_the_cursor(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G", "home", "space")
        assert on_disk(tmp_path) == {"a": "want"}
        assert "█● 200 Owls" in line_with(app, "200 Owls")
        await press(pilot, "w")
        assert on_disk(tmp_path) == {"a": "must"}
        await press(pilot, "x")
        assert on_disk(tmp_path) == {}
        await press(pilot, "u")
        assert on_disk(tmp_path) == {"a": "must"}


async def test_clashes_are_hatched_and_named(tmp_path: Path) -> None:
    picked(tmp_path, DAY[0], DAY[2])
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G", "home")
        shown = "\n".join(on_screen(app))
        assert "█●! 200 Owls ╱" in shown
        assert "█! 30 min with Moths ╱" in shown
        assert "█! 30 min with Owls ╱" in shown
        below = on_screen(app)[-2]  # and of the one under the cursor, behind when and where it is
        assert " · ! 30 min with Moths" in below
        assert below.index("–") < below.index("!")


async def test_the_now_line_is_drawn_across(tmp_path: Path) -> None:
    catalogue = make_catalogue(*DAY)
    async with running(tmp_path, catalogue, now="2019-04-02 11:20") as (app, pilot):
        await press(pilot, "G")
        line = line_with(app, "11:20▸")
        assert line.count("─") > 100
        assert "│11:00 – 11:45 ─" in line
        grid = grid_screen(app).grid
        assert grid.now is not None
        grid.pass_time(grid.now + timedelta(minutes=16))
        await pilot.pause()
        assert line_with(app, "11:36▸").count("─") > 100
        assert not any("11:20▸" in line for line in on_screen(app))
        await press(pilot, "d")
        assert not any("▸" in line for line in on_screen(app))


async def test_it_opens_on_what_the_programme_is_on(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "home", "down", "G")
        assert under_cursor(app) == "c"
        await press(pilot, "left", "down", "P", "G")
        assert under_cursor(app) == "b"  # nothing moved in the programme meanwhile
        await press(pilot, "P", "end", "up", "G")
        assert under_cursor(app) == "f"
        assert "[Wed 3 Apr]" in on_screen(app)[1]


async def test_d_goes_through_the_days(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G", "d")
        assert "[Wed 3 Apr]" in on_screen(app)[1]
        assert under_cursor(app) == "f"
        await press(pilot, "d")
        assert "[Tue 2 Apr]" in on_screen(app)[1]
        await press(pilot, "t")
        assert under_cursor(app) == "b"


async def test_now_says_when_nothing_is_on(tmp_path: Path) -> None:
    catalogue = make_catalogue(*DAY)
    async with running(tmp_path, catalogue, now="2018-04-02 11:20") as (app, pilot):
        await press(pilot, "G", "t")
        assert said(app) == ["The event is not running now."]


async def test_the_filters_of_the_programme_hold_and_are_said(tmp_path: Path) -> None:
    picked(tmp_path, DAY[0])
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "3", "G")
        days = on_screen(app)[1]
        assert "2 of 5 · level 300 · 1 pick hidden · 1 without a day yet" in days
        assert not any("Owls" in line for line in on_screen(app))
        assert any("Moths" in line for line in on_screen(app))
        await press(pilot, "3")
        assert any("Owls" in line for line in on_screen(app))
        await press(pilot, "2", "0")
        assert any("Moths" in line for line in on_screen(app))
        await press(pilot, "P", "slash", *"bats", "enter", "G")
        assert "1 of 5 · “bats”" in on_screen(app)[1]
        assert under_cursor(app) == "b"


async def test_a_day_chosen_in_the_programme_hides_no_other(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "f", "space", "escape", "G", "d")
        assert under_cursor(app) == "f"


async def test_an_empty_day_says_what_hides_it_and_where_to_go(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "3", "G", "d")
        shown = "\n".join(on_screen(app))
        assert "Nothing on Wednesday 3 April with level 300." in shown
        assert "2 on Tuesday 2 April: d goes to the next day." in shown
        assert "P goes to the programme, where escape takes filters back." in shown
        await press(pilot, "space", "enter", "down", "right", "home", "pagedown", "n")
        assert on_disk(tmp_path) == {}


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ((), "This programme has no sessions yet."),
        ((DAY[-1],), "No session has a day yet. P lists it."),
        ((DAY[-1], make_session("h", None)), "No session has a day yet. P lists all 2."),
    ],
)
async def test_without_days_it_says_so(
    sessions: tuple[Session, ...], expected: str, tmp_path: Path
) -> None:
    async with running(tmp_path, make_catalogue(*sessions)) as (app, pilot):
        await press(pilot, "G", "d", "t", "space", "enter", "escape", "G")
        assert any(expected in line for line in on_screen(app))


async def test_sessions_of_a_day_without_a_time_stand_below(tmp_path: Path) -> None:
    day = make_session("z", None, title="Some hour")._replace(day=DAY[0].date)
    async with running(tmp_path, make_catalogue(*DAY[:3], day)) as (app, pilot):
        await press(pilot, "G", "end")
        assert under_cursor(app) == "z"
        assert "? Some hour" in line_with(app, "Some hour")
        assert line_with(app, "Some hour").startswith("  ?")


async def test_many_rooms_scroll_with_the_times_and_the_names_in_place(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*many(90)), size=MIDDLE) as (app, pilot):
        await press(pilot, "G", "home", *["right"] * 89)
        assert under_cursor(app) == "s89"
        header = line_with(app, "Room 89")
        assert header.startswith("90/90")
        assert "Room 00" not in header
        line = line_with(app, "Talk 89")
        assert line.startswith("10:00")
        assert line.index("╶Talk 89" if "╶Talk 89" in line else "┌Talk 89") == header.index(
            "Room 89"
        )


async def test_the_title_of_a_long_session_stays_in_sight(tmp_path: Path) -> None:
    long = make_session("z", "09:00", title="All day long", room="Blue", duration=600)
    late = make_session("y", "18:00", title="Late", room="Green")
    async with running(tmp_path, make_catalogue(long, late), size=NARROW) as (app, pilot):
        await press(pilot, "G", "end")
        assert under_cursor(app) == "y"
        assert any("All day long" in line for line in on_screen(app))


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (250, 70)])
async def test_every_size_shows_the_session_under_the_cursor(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with running(tmp_path, make_catalogue(*DAY, *many(30)), size=size) as (app, pilot):
        await press(pilot, "G", "home", "end")
        assert any("Night walk" in line for line in on_screen(app)[3:-3])


@pytest.mark.parametrize("size", SIZES)
async def test_enter_reads_and_escape_goes_back_step_by_step(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        await press(pilot, "G", "enter")
        assert isinstance(app.focused, Detail)
        assert any("How functions start" in line for line in on_screen(app))
        await press(pilot, "escape")
        assert isinstance(app.focused, SessionGrid)
        assert not any("How functions start" in line for line in on_screen(app))
        await press(pilot, "escape")
        assert programme_screen(app)


async def test_slash_searches_in_the_programme(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "G", "slash", *"data", "enter")
        assert programme_screen(app).view.text == "data"


async def click(pilot: Pilot[None], text: str, *, inside: int = 0, times: int = 1) -> None:
    shown = on_screen(pilot.app)  # type: ignore[arg-type]
    y = next(n for n, line in enumerate(shown) if text in line)
    await pilot.click(offset=(shown[y].index(text) + inside, y), times=times)
    await press(pilot)


async def test_a_click_goes_there_a_second_one_reads(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G", "home")
        await click(pilot, "Moths")
        assert under_cursor(app) == "c"
        await click(pilot, "Bats", times=2)
        assert under_cursor(app) == "b"
        assert isinstance(app.focused, Detail)


async def test_a_click_on_the_edge_picks(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G")
        await click(pilot, "┌300 Moths")
        await app.workers.wait_for_complete()
        assert on_disk(tmp_path) == {"c": "want"}


async def test_a_click_on_a_room_or_a_day_goes_there(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "G", "home")
        await click(pilot, "no room yet")
        assert under_cursor(app) == "d"
        await click(pilot, "Wed 3 Apr")
        assert under_cursor(app) == "f"


async def test_lanes_stand_side_by_side_in_a_room(tmp_path: Path) -> None:
    both = [make_session(each, "10:00", title=f"T{each}", room="Blue") for each in "xyz"]
    async with running(tmp_path, make_catalogue(*both, *many(9)), size=MIDDLE) as (app, pilot):
        await press(pilot, "G", "home")
        line = line_with(app, "┌Tx")
        assert line.index("┌Tx") < line.index("┌Ty") < line.index("┌Tz")
        await press(pilot, "right")
        assert under_cursor(app) == "y"


async def test_foreign_text_is_only_text(tmp_path: Path) -> None:
    title = "[bold]Owls[/] [@click=app.quit]x[/]"
    odd = make_session("z", "10:00", title=title, room="[red]Room[/", duration=180)
    async with running(tmp_path, make_catalogue(odd)) as (app, pilot):
        await press(pilot, "G")
        shown = "\n".join(on_screen(app))
        assert title in shown
        assert "[red]Room[/" in shown


async def test_a_changed_agenda_keeps_the_cursor_and_what_is_in_sight(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*many(90)), size=MIDDLE) as (app, pilot):
        await press(pilot, "G", "home", *["right"] * 40)
        before = grid_screen(app).grid.scroll_offset
        await press(pilot, "space")
        assert under_cursor(app) == "s40"
        assert grid_screen(app).grid.scroll_offset == before


@pytest.mark.parametrize("size", SIZES)
async def test_it_takes_the_whole_width(size: tuple[int, int], tmp_path: Path) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        await press(pilot, "G")
        assert grid_screen(app).grid.outer_size.width == size[0]


async def test_an_empty_day_says_what_hides_it_now(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "slash", *"zebra", "enter", "G", "2")
        sent = Sent(app)
        app.screen.refresh()
        await settle(pilot)
        assert "with “zebra”, level 200." in sent.text(3)
        await press(pilot, "2")
        assert "with “zebra”." in sent.text(3)

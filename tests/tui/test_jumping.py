"""Jumping: labels, and where they lead."""

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region

from summit_tui.tui.day_grid import Item, day_grid
from summit_tui.tui.grid_columns import columns, in_sight
from summit_tui.tui.jumping import labels
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
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


@pytest.mark.parametrize("count", [0, 1, 25, 26, 27, 60, 300, 676])
def test_there_are_enough_labels_and_none_begins_another(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == len(found) == count
    assert not any(a != b and b.startswith(a) for a in found for b in found)
    assert max(map(len, found), default=1) == (1 if count <= 26 else 2)


async def test_every_session_in_sight_has_a_label_that_leads_to_it(tmp_path: Path) -> None:
    talks = [make_session(f"s{n:03}", title=f"Talk {n:03}") for n in range(200)]
    async with running(tmp_path, make_catalogue(*talks), size=(100, 61), now=None) as (app, pilot):
        await press(pilot, *["pagedown"] * 2)
        in_sight = [talks[n].id for n in programme_screen(app).list.in_sight()]
        assert len(in_sight) > 26
        pairs = list(zip(labels(len(in_sight)), in_sight, strict=True))
        for label, wanted in pairs[::6]:
            await press(pilot, "semicolon")
            title = f"Talk {wanted[1:]}"
            assert any(line.startswith(label) and title in line for line in on_screen(app))
            await press(pilot, *label)
            assert under_cursor(app) == wanted


@pytest.mark.parametrize("key", ["escape", "q", "1", "enter", "up"])
async def test_what_is_no_label_goes_back_and_does_nothing(key: str, tmp_path: Path) -> None:
    async with running(tmp_path, size=MIDDLE) as (app, pilot):
        before = under_cursor(app)
        await press(pilot, "semicolon", key)
        assert under_cursor(app) == before
        assert not programme_screen(app).view.narrowed
        await press(pilot, "space")
        assert on_disk(tmp_path).keys() == {before}


async def test_a_label_typed_at_once_is_no_key_of_the_list(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "home")
        for key, sign in (("semicolon", ";"), ("d", "d"), ("d", "d")):
            app.post_message(events.Key(key, sign))
        await settle(pilot)
        assert under_cursor(app) in ("orders", "data")
        assert app.screen is programme_screen(app)


async def test_picks_have_labels_too(tmp_path: Path) -> None:
    picked(tmp_path, *sample().sessions)
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "home", "semicolon", "f")
        assert under_cursor(app) == "lunch"


@pytest.mark.parametrize(
    ("screen", "label", "expected"), [("G", "s", "lambda"), ("S", "d", "lambda")]
)
async def test_every_screen_with_sessions_has_labels(
    screen: str, label: str, expected: str, tmp_path: Path
) -> None:
    async with running(tmp_path, now="2019-04-02 09:30") as (app, pilot):
        await press(pilot, screen, "home", "semicolon")
        before = on_screen(app)
        assert "the letters beside a session go there" in before[-1]
        await press(pilot, label)
        assert under_cursor(app) == expected
        assert on_screen(app)[2:-4] != before[2:-4]
        await press(pilot, "semicolon", "escape")
        assert under_cursor(app) == expected


async def test_a_label_of_the_grid_stands_on_what_one_sees_of_a_session(tmp_path: Path) -> None:
    early = make_session("early", "08:00", title="All day long", duration=600, room="Blue")
    late = [make_session(f"s{n}", f"{n:02}:00", room="Green") for n in range(8, 18)]
    async with running(tmp_path, make_catalogue(early, *late), size=(60, 20), now=None) as (
        app,
        pilot,
    ):
        await press(pilot, "G", "right", "end")
        assert under_cursor(app) == "s17"
        await press(pilot, "semicolon")
        assert on_screen(app)[3][6] == "a"
        await press(pilot, "a")
        assert under_cursor(app) == "early"


def test_a_whole_grid_in_sight_is_read_by_line() -> None:
    items = [Item(0, 0, 3600, 0), Item(1, 900, 1800, 1), Item(2, 0, 900, 1)]
    grid = day_grid(items, 2)
    shown = columns(grid, 40)
    everything = in_sight(grid, shown, Region(0, 0, 40, 10))
    assert [block.row for block in everything] == [0, 2, 1]
    assert [block.row for block in in_sight(grid, shown, Region(0, 1, 40, 3))] == [0, 1]
    assert [block.row for block in in_sight(grid, shown, Region(0, 0, 20, 10))] == [0]
    assert [block.row for block in in_sight(grid, shown, Region(5, 0, 40, 10))] == [2, 1]

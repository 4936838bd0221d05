"""What else could be seen in the time of a session."""

from pathlib import Path

from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    agenda_file,
    lines_of,
    on_disk,
    picked,
    press,
    running,
    said,
    sample,
    under_cursor,
)

FULL = make_session("full", "11:30", title="Full house", tracks=("Data",), room="Blue", code="D1")
DAY = make_catalogue(
    FULL,
    make_session("quiet", "11:30", title="Quiet house", tracks=("Data",), room="Red", level=300),
    make_session("odd", "11:45", title="Odd one", room="Red"),
    make_session("next", "12:15", title="Next", room="Blue", code="N1"),
    make_session("again", "15:00", title="Full house", repeats="full", room="Red"),
)


async def test_the_runs_and_what_fits_are_shown_with_what_they_clash_with(tmp_path: Path) -> None:
    picked(tmp_path, FULL, DAY.sessions[3])
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "s")
        shown = lines_of(app)
        assert "Instead of D1 Full house" in shown
        assert "on again 1 time, 1 of 2 others at that time fit" in shown
        rows = ["Tue 15:00   Full house", "11:30   300 Quiet house", "11:45   Odd one"]
        assert [shown.index(row) for row in rows] == sorted(shown.index(row) for row in rows)
        assert "Red · alike: Data, house" in shown
        assert "! 15 min with N1 Next" in shown
        assert "enter takes it instead · escape goes back · ? helps" in shown


async def test_enter_takes_it_instead_and_undo_brings_it_back(tmp_path: Path) -> None:
    picked(tmp_path, FULL)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "w", "s", "down", "enter")
        assert on_disk(tmp_path) == {"quiet": "must"}
        assert said(app) == ["Swapped for Quiet house. u takes it back."]
        await press(pilot, "u")
        assert on_disk(tmp_path) == {"full": "must"}


async def test_what_was_not_written_is_not_said_to_be(tmp_path: Path) -> None:
    agenda_file(tmp_path).mkdir()
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "s", "enter")
        assert not any("Swapped" in words for words in said(app))
        assert any("this is a folder" in words for words in said(app))


async def test_escape_changes_nothing(tmp_path: Path) -> None:
    picked(tmp_path, FULL)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "s", "escape")
        assert under_cursor(app) == "full"
        assert on_disk(tmp_path) == {"full": "want"}


async def test_what_has_no_other_or_no_time_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(FULL)) as (app, pilot):
        await press(pilot, "s")
        assert "Nothing else is on at that time." in lines_of(app)
        assert "takes it instead" not in lines_of(app)
        assert "escape goes back" in lines_of(app)
    async with running(tmp_path, sample()) as (app, pilot):
        await press(pilot, "end", "s")
        assert under_cursor(app) == "panel"
        assert said(app) == ["It has no time yet: nothing is on instead."]

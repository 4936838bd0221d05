"""A title may be cut where it stands in a line, but there is always a place to read all of it."""

from pathlib import Path

import pytest

from summit_tui.catalogue.model import Speaker
from tests.factories import make_catalogue, make_session
from tests.tui.harness import on_screen, picked, press, running
from tests.tui.teams import have_team

TITLE = "On the slow art of teaching a thousand owls to count backwards without being seen at noon"
OWLS = make_session(
    "owls",
    "11:30",
    title=TITLE,
    room="Blue",
    speakers=(Speaker("Ada Quill"),),
)
OTHER = make_session("other", "11:45", title=f"{TITLE}, again", room="Green")
DAY = make_catalogue(OWLS, OTHER)
SIZES = ((40, 12), (60, 20), (80, 24), (100, 30), (160, 48))
_DRAWN = str.maketrans(dict.fromkeys("│▌▕█▇▆▅▄▃▂▁", " "))


def read(lines: list[str]) -> str:
    """Return all that is on the screen, as one reads it across lines."""
    return " ".join(" ".join(lines).translate(_DRAWN).split())


@pytest.mark.parametrize("size", SIZES)
async def test_enter_shows_the_whole_of_it_on_every_screen(
    size: tuple[int, int], tmp_path: Path
) -> None:
    picked(tmp_path, OWLS)
    have_team(tmp_path, Ada={"owls": "must"})
    async with running(tmp_path, DAY, size=size) as (app, pilot):
        for letter in "PAGSNT":
            await press(pilot, letter, "home", "enter")
            width = app.screen.query_one("#detail").size.width + 2
            detail = [line[-width:] for line in on_screen(app)]
            assert TITLE in read(detail), letter
            await press(pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", ["r", "n", "s", "p", "yy"])
async def test_every_small_screen_shows_the_whole_of_it(
    keys: str, size: tuple[int, int], tmp_path: Path
) -> None:
    picked(tmp_path, OWLS, OTHER)
    async with running(tmp_path, DAY, size=size) as (app, pilot):
        await press(pilot, "home", *keys)
        frame = app.screen.query_one("#frame").region
        shown = [line[frame.x : frame.right] for line in on_screen(app)[frame.y : frame.bottom]]
        assert TITLE in read(shown)

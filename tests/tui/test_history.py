"""Searches made before: back and forth in them, and kept from run to run."""

from pathlib import Path

import pytest

from summit_tui.tui.history import MOST, History
from tests.tui.harness import listed, press, programme_screen, running


def test_one_goes_back_and_forth_and_comes_to_what_one_typed() -> None:
    history = History(["one", "two"])
    assert history.earlier("dra") == "two"
    assert history.earlier("two") == "one"
    assert history.earlier("one") is None
    assert history.browsing
    assert history.later() == "two"
    assert history.later() == "dra"
    assert not history.browsing


def test_what_is_shown_already_is_passed_over() -> None:
    assert History(["one", "two"]).earlier("two") == "one"
    assert History(["two"]).earlier("two") is None
    assert History().earlier("") is None


def test_each_is_kept_once_the_newest_last_and_not_too_many() -> None:
    history = History(["one", "two"])
    for text in (" one ", "", "  "):
        history.add(text)
    assert history.texts == ["two", "one"]
    for number in range(MOST + 5):
        history.add(f"number {number}")
    assert len(history.texts) == MOST
    assert history.texts[-1] == f"number {MOST + 4}"
    assert len(History(map(str, range(MOST + 5))).texts) == MOST


@pytest.mark.parametrize("left", ["enter", "down", "escape", "tab"])
async def test_a_search_is_kept_when_it_is_left(left: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"data", left)
        assert programme_screen(app).history.texts == ["data"]


async def test_what_found_nothing_or_means_nothing_is_not_kept(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for text in ("zzzqx", "levl:300x"):
            await press(pilot, "slash", *text, "enter", "escape")
        assert programme_screen(app).history.texts == []
        await press(pilot, "slash", "d", "a", "backspace", "backspace", "enter")
        assert programme_screen(app).history.texts == []


async def test_up_and_down_in_the_box(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = programme_screen(app)
        await press(pilot, "slash", *"data", "escape", "slash", *"security", "escape")
        await press(pilot, "slash", *"key", "up")
        assert screen.view.text == "security"
        assert listed(app) == ["orders"]
        await press(pilot, "up", "up", "up")
        assert screen.view.text == "data"
        await press(pilot, "down", "down")
        assert screen.view.text == "key"
        assert screen.line.box.has_focus
        await press(pilot, "down")
        assert screen.list.has_focus


async def test_what_is_typed_over_an_earlier_search_is_a_new_one(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = programme_screen(app)
        await press(pilot, "slash", *"data", "escape", "slash", "up", "space", *"lakes", "down")
        assert screen.list.has_focus
        assert screen.history.texts == ["data", "data lakes"]


async def test_searches_are_there_in_the_next_run(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "slash", *"data", "escape", "q")
    async with running(tmp_path) as (app, pilot):
        assert programme_screen(app).view.text == ""
        await press(pilot, "slash", "up")
        assert programme_screen(app).view.text == "data"


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ('[1, null, [], "data"]', ["data"]),
        ('"data"', []),
        ("{}", []),
        (r'["a\u001b[31mb\u202e\nc"]', ["ab c"]),
    ],
)
async def test_damaged_searches_are_left_out(
    kept: str, expected: list[str], tmp_path: Path, isolated: Path
) -> None:
    state = isolated / "state" / "summit-tui"
    state.mkdir(parents=True)
    document = '{"events": {"demo": {"searches": ' + kept + "}}}"
    (state / "tui.json").write_text(document)
    async with running(tmp_path) as (app, _):
        assert programme_screen(app).history.texts == expected

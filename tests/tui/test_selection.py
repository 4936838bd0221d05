"""Several sessions selected, and one key for all of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda.change import add
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore
from summit_tui.tui.desk import Intent
from summit_tui.tui.intents import removing, toggling, wanting
from summit_tui.tui.selection import Selection
from tests.factories import make_session
from tests.tui.harness import (
    agenda_file,
    head,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    said,
    sample,
    under_cursor,
)

AB = Selection(frozenset("ab"))


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection().toggled("a").toggled("b"), "ab"),
        (AB.toggled("a"), "b"),
        (AB.with_all("bc"), "abc"),
        (AB.with_all("ab"), ""),
        (AB.moved("c"), "ab"),
        (AB.used("b").moved("b"), "ab"),
        (AB.used("b").moved("c"), ""),
        (AB.used("b").toggled("c").moved("d"), "abc"),
    ],
)
def test_a_selection_goes_with_the_first_move_behind_its_use(
    selection: Selection, expected: str
) -> None:
    assert selection.ids == frozenset(expected)


A, B = make_session("a"), make_session("b", "10:00")


@pytest.mark.parametrize(
    ("intent", "before", "after"),
    [
        (toggling, {}, {"a": "want", "b": "want"}),
        (toggling, {"a": "must"}, {"a": "must", "b": "want"}),
        (toggling, {"a": "must", "b": "want"}, {}),
        (wanting, {}, {"a": "want", "b": "want"}),
        (wanting, {"a": "want", "b": "want"}, {"a": "must", "b": "must"}),
        (wanting, {"a": "must", "b": "must"}, {"a": "maybe", "b": "maybe"}),
        (wanting, {"a": "must", "b": "maybe"}, {"a": "want", "b": "want"}),
        (wanting, {"a": "must"}, {"a": "want", "b": "want"}),
        (removing, {"a": "must"}, {}),
    ],
)
def test_a_key_means_the_same_for_all(
    intent: Callable[..., Intent], before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    store = AgendaStore(agenda_file(tmp_path), "demo")
    for session in (A, B):
        if session.id in before:
            store.apply(add([session], before[session.id]))
    change = intent(A, B)(store.read())
    assert change is not None
    store.apply(change)
    assert on_disk(tmp_path) == after


def test_removing_what_is_not_picked_is_nothing() -> None:
    assert removing(A, B)(Agenda("demo")) is None


async def test_selected_sessions_are_marked_counted_and_changed_at_once(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "home", "m", "m")
        assert "2 selected" in head(app)
        assert sum("▕  *" in line for line in on_screen(app)) == 2
        await press(pilot, "w", "w")
        assert on_disk(tmp_path) == {"keynote": "must", "lambda": "must"}
        await press(pilot, "u")
        assert on_disk(tmp_path) == {"keynote": "want", "lambda": "want"}
        await press(pilot, "down")
        assert "selected" not in head(app)
        await press(pilot, "space")
        assert len(on_disk(tmp_path)) == 3


async def test_escape_lets_go_before_anything_else(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "3", "m", "escape")
        assert "selected" not in head(app)
        assert programme_screen(app).view.of("level") == {300}
        await press(pilot, "escape")
        assert not programme_screen(app).view.narrowed


async def test_what_is_selected_stays_so_through_searches(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "slash", *"keynote", "enter", "m", "slash", "escape")
        await press(pilot, "slash", *"lakes", "enter", "m", "space")
        assert on_disk(tmp_path).keys() == {"keynote", "data"}


async def test_picks_are_selected_and_removed_on_the_agenda(tmp_path: Path) -> None:
    gone = make_session("zz", "10:00", title="Dropped")
    picked(tmp_path, *sample().sessions[:3], gone)
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "home", "m", "m", "asterisk")
        assert "4 selected" in head(app)
        assert sum("●*" in line for line in on_screen(app)) == 4
        await press(pilot, "x")
        assert on_disk(tmp_path) == {}
        await press(pilot, "u")
        assert len(on_disk(tmp_path)) == 4


async def test_what_is_selected_is_copied_in_programme_order(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "end", "m", "home", "m", "y")
        assert app.clipboard == (
            "Opening keynote\nTue 2 Apr 2019 09:30 – 10:15 (Paris)\nGrand, Palais\n\n"
            "Panel without a time\nno time yet\nPalais"
        )
        assert said(app) == ["2 sessions copied. Nothing to paste? y again saves a file."]


async def test_a_pick_that_is_gone_is_copied_by_its_name(tmp_path: Path) -> None:
    picked(tmp_path, make_session("zz", "10:00", title="Dropped"))
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "y")
        assert under_cursor(app) == "zz"
        assert app.clipboard == "Dropped"


async def test_an_address_that_is_no_web_page_is_not_copied(tmp_path: Path) -> None:
    from summit_tui.catalogue.model import Link
    from summit_tui.tui.copying import as_text
    from tests.factories import make_catalogue

    links = (Link("x", "javascript:alert(1)"), Link("y", "https://example.org/y"))
    session = make_session(links=links, status="cancelled")
    lines = as_text([session], make_catalogue(session)).splitlines()
    assert lines[1] == "cancelled"
    assert lines[-1] == "https://example.org/y"


async def test_a_copy_is_saved_where_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lambda.txt").write_text("mine")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "y", "y", "enter")
        assert "lambda.txt exists. Enter again overwrites it." in "\n".join(on_screen(app))
        assert Path("lambda.txt").read_text() == "mine"
        await press(pilot, "enter")
        assert Path("lambda.txt").read_text() == f"{app.clipboard}\n"
        await press(pilot, "y", "ctrl+u", *"no/such.txt", "enter")
        assert "There is no folder no." in "\n".join(on_screen(app))
        await press(pilot, "ctrl+u", "enter")
        assert "Write a file name." in "\n".join(on_screen(app))


async def test_there_is_nothing_to_copy_in_an_empty_agenda(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "y", "m", "asterisk")
        assert app.clipboard == ""
        assert said(app) == []

"""How whole screens look, at the three widths. `pytest --snapshot-update` accepts what changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, shelf
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.provenance import Origin, Provenance
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import open_programme, programme_of
from summit_tui.tui.app import SummitApp
from tests.factories import at, make_catalogue
from tests.tui.harness import MIDDLE, NARROW, WIDE, agenda_file, picked, press, sample
from tests.tui.teams import have_team

Compare = Callable[..., bool]
SEARCH = [{" ": "space"}.get(sign, sign) for sign in "start level>=200 -kind:meal"]


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(WIDE, (), id="programme-wide"),
        pytest.param(MIDDLE, ("4", "2"), id="programme-middle"),
        pytest.param(NARROW, (), id="programme-narrow"),
        pytest.param(WIDE, ("slash", *SEARCH, "enter", "c"), id="search-wide"),
        pytest.param(NARROW, ("slash", *SEARCH, "enter", "c", "right"), id="search-narrow"),
        pytest.param(WIDE, ("A",), id="agenda-wide"),
        pytest.param(NARROW, ("A",), id="agenda-narrow"),
        pytest.param(WIDE, ("G",), id="grid-wide"),
        pytest.param(MIDDLE, ("G", "enter"), id="grid-middle"),
        pytest.param(NARROW, ("G",), id="grid-narrow"),
        pytest.param(WIDE, ("S",), id="speakers-wide"),
        pytest.param(NARROW, ("S", "slash", "a", "d"), id="speakers-narrow"),
        pytest.param(MIDDLE, ("question_mark",), id="help"),
        pytest.param(MIDDLE, ("ctrl+t", "ctrl+t"), id="contrast"),
    ],
)
def test_a_screen_looks_as_it_did(
    size: tuple[int, int], keys: tuple[str, ...], tmp_path: Path, snap_compare: Compare
) -> None:
    clock.pretend(at("11:20"))
    sessions = sample().sessions
    picked(tmp_path, *sessions[1:3], sessions[5])
    app = SummitApp(programme_of(sample()), AgendaStore(agenda_file(tmp_path), "demo"))
    assert snap_compare(
        app, terminal_size=size, run_before=lambda pilot: press(pilot, "home", *keys)
    )


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(WIDE, (), id="with-wide"),
        pytest.param(NARROW, (), id="with-narrow"),
        pytest.param(NARROW, ("A",), id="with-agenda-narrow"),
    ],
)
def test_a_screen_with_colleagues_looks_as_it_did(
    size: tuple[int, int], keys: tuple[str, ...], tmp_path: Path, snap_compare: Compare
) -> None:
    clock.pretend(at("11:20"))
    picked(tmp_path, *sample().sessions[1:3])
    have_team(tmp_path, Ada={"lambda": "must", "data": "want"}, Grace={"lambda": "maybe"})
    app = SummitApp(programme_of(sample()), AgendaStore(agenda_file(tmp_path), "demo"))
    assert snap_compare(
        app, terminal_size=size, run_before=lambda pilot: press(pilot, "home", *keys)
    )


def _library() -> None:
    """Put a programme into the library that was updated once."""
    clock.pretend(at("2019-04-01 09:20"))
    origin = Provenance(Origin("https://example.org/schedule.xml"), clock.now())
    shelf.place("demo", write(sample()).encode(), origin)
    shelf.place("demo", write(make_catalogue(*sample().sessions[:4])).encode(), origin)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param(WIDE, ("x",), id="events-wide"),
        pytest.param(NARROW, (), id="events-narrow"),
        pytest.param(MIDDLE, ("i",), id="events-import"),
    ],
)
def test_the_list_of_programmes_looks_as_it_did(
    size: tuple[int, int],
    keys: tuple[str, ...],
    tmp_path: Path,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    _library()
    clock.pretend(at("11:20"))
    store = AgendaStore(agenda_file(tmp_path), "demo")
    app = SummitApp(open_programme(library_file("demo")), store)
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: press(pilot, "E", *keys))

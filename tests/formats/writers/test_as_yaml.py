"""Our own catalogue out: it reads back as what was chosen."""

from pathlib import Path

from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.reading import load, read_text
from summit_tui.formats.export import Export
from summit_tui.formats.table import render
from tests.factories import make_session
from tests.formats.exports import full_catalogue, full_session, make_export

OWN = Path(__file__).resolve().parents[3] / "sessions.yaml"


def again(export: Export) -> Catalogue:
    """Return what is read of the export; it has no errors."""
    reading = read_text(render("yaml", export).decode(), Path("again.yaml"))
    assert not reading.errors
    return reading.catalogue


def whole(catalogue: Catalogue) -> Export:
    return Export(catalogue, tuple(catalogue.sessions), {})


def test_the_sample_comes_back() -> None:
    catalogue = load(OWN)
    assert tuple(again(whole(catalogue)).sessions) == tuple(catalogue.sessions)
    assert again(whole(catalogue)).event == catalogue.event


def test_what_was_chosen_goes_with_the_rooms_it_names() -> None:
    chosen, other = full_session(repeats=None), make_session("other")
    found = again(make_export(chosen, catalogue=full_catalogue(chosen, other)))
    assert list(found.sessions) == [chosen]
    assert found.rooms == full_catalogue().rooms


def repeats(*sessions: Session) -> list[str | None]:
    return [session.repeats for session in again(make_export(*sessions)).sessions]


def test_the_first_run_that_goes_out_leads_the_others() -> None:
    first = make_session("a", "09:00")
    second, third = (
        make_session(name, start, repeats="a") for name, start in (("b", "10:00"), ("c", "11:00"))
    )
    assert repeats(first, second, third) == [None, "a", "a"]
    assert repeats(second, third) == [None, "b"]
    assert repeats(third) == [None]

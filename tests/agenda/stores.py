"""Agendas to begin a test with."""

from pathlib import Path

from summit_tui.agenda import change
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore
from tests.factories import make_session


def store_in(folder: Path, *picked: str) -> AgendaStore:
    """Return a store whose agenda holds `picked`, each picked by a change of its own."""
    store = AgendaStore(folder / "agenda.yaml", "demo")
    for each in picked:
        store.apply(change.add([make_session(each)]))
    return store


def ids(agenda: Agenda) -> str:
    """Return the ids of its picks, put together."""
    return "".join(pick.id for pick in agenda)

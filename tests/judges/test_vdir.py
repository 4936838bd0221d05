"""The folder of a vdir before khal, which looks at it each time: what comes, moves and goes."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.export import Export
from summit_tui.formats.mirror import Mirrored, mirror
from summit_tui.formats.table import produce_files
from summit_tui.formats.writers.vdir import is_ours
from tests.factories import at, make_catalogue, make_session
from tests.formats.exports import nasty_sessions
from tests.judges.khal import KHAL_TIME, Khal

pytestmark = pytest.mark.judge


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def bring(khal: Khal, *sessions: Session, when: str = "2019-03-01 12:00") -> Mirrored:
    """Bring the folder that khal watches up to date, at the moment `when`."""
    clock.pretend(at(when))
    catalogue = make_catalogue(*sessions)
    files, _ = produce_files("vdir", Export(catalogue, tuple(catalogue.sessions), {}))
    return mirror(khal.vdir, files, partial(is_ours, catalogue.event))


def as_listed(catalogue: Iterable[Session]) -> list[str]:
    return sorted(
        f"{session.id}@demo.summit-tui\t{session.start:{KHAL_TIME}}\t{clean_line(session.title)}"
        for session in catalogue
    )


def test_khal_sees_what_comes_moves_and_goes(khal: Khal) -> None:
    first, second, third = make_session("a"), make_session("b", "11:00"), make_session("c", "13:00")
    bring(khal, first, second)
    assert khal.listed() == as_listed((first, second))
    moved = first._replace(start=at("2019-04-03 15:00"))
    done = bring(khal, moved, third, when="2019-03-02 12:00")
    assert (len(done.added), len(done.changed), len(done.removed)) == (1, 1, 1)
    assert khal.listed() == as_listed((moved, third))
    assert str(bring(khal, moved, third, when="2019-03-03 12:00")) == "nothing changed"
    bring(khal)
    assert khal.listed() == []


def test_khal_shows_what_is_cancelled(khal: Khal) -> None:
    session = make_session("a")
    bring(khal, session)
    assert khal.listed("{title}|{status}") == ["Title of a|CONFIRMED "]
    bring(khal, session._replace(status="cancelled"))
    assert khal.listed("{title}|{status}") == ["Title of a|CANCELLED "]


def test_khal_holds_every_event(khal: Khal) -> None:
    catalogue = make_catalogue(*nasty_sessions())
    bring(khal, *catalogue.sessions)
    assert khal.listed() == as_listed(catalogue.sessions)
    assert khal.files() == len(catalogue.sessions)


def test_what_khal_made_or_changed_stays(khal: Khal) -> None:
    first, second = make_session("a", title="Mine"), make_session("b", "11:00")
    bring(khal, first, second)
    khal.ask("new", "2019-04-02", "18:00", "19:00", "Dinner")
    khal.ask("edit", "--show-past", "Mine", keys="s\nStill mine\nn\n")
    done = bring(khal, second._replace(start=at("12:00")), when="2019-03-02 12:00")
    assert (len(done.changed), done.removed) == (1, ())
    titles = khal.listed("{title}")
    assert titles == ["Dinner", "Still mine", "Title of b"]
    assert bring(khal, first, second, when="2019-03-03 12:00").kept != ()
    assert khal.listed("{title}") == titles

import os
import stat
from pathlib import Path

import pytest

from summit_tui.catalogue import sections
from summit_tui.catalogue.model import Link, Session, Speaker
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.reading import load
from summit_tui.catalogue.writing import write
from summit_tui.search import programme as opening
from summit_tui.search.programme import cache_file, open_programme
from tests.factories import make_catalogue, make_session

FULL = make_session(
    "full",
    "2019-10-27 02:30",
    title="Tout savoir: été, 日本 👩‍👩‍👧",
    code="SVS301",
    subtitle="Sub",
    kind="workshop",
    level=300,
    tracks=("A", "B"),
    room="Amphi",
    language="fr",
    status="cancelled",
    recorded=False,
    repeats="bare",
    capacity=12,
    speakers=(Speaker("Ada", "Countess", "Engines"), Speaker("Bob")),
    tags=("x", "y"),
    links=(Link("slides", "https://example.org/s"),),
    abstract="One.\n\nTwo.",
    source=(("format", "test"),),
)
BARE = Session(id="bare", title="Bare")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_catalogue(tmp_path / "sessions.yaml", FULL, BARE)


def write_catalogue(path: Path, *sessions: Session) -> Path:
    path.write_text(write(make_catalogue(*sessions)), encoding="utf-8")
    os.utime(path, ns=(0, 1_500_000_000_000_000_000 + len(sessions)))
    return path


def test_what_is_kept_is_what_was_read(path: Path) -> None:
    cold = open_programme(path)
    assert cache_file(path).exists()
    warm = open_programme(path)
    assert (
        list(warm.catalogue.sessions) == list(load(path).sessions) == list(cold.catalogue.sessions)
    )
    assert warm.catalogue.event == cold.catalogue.event
    assert warm.catalogue.scale == cold.catalogue.scale
    assert warm.catalogue.sessions[0].start == FULL.start
    assert warm.catalogue.sessions.ids() == ["full", "bare"]
    assert warm.catalogue.sessions.codes() == ["SVS301", ""]
    assert warm.catalogue.get("bare") == BARE
    assert warm.catalogue.get("ful") is None
    assert warm.catalogue.sessions[-1] == BARE
    with pytest.raises(IndexError):
        warm.catalogue.sessions[2]


def test_a_warm_programme_reads_no_yaml(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_programme(path)
    monkeypatch.setattr(opening, "derive", lambda *_: pytest.fail("read again"))
    assert len(open_programme(path).catalogue.sessions) == 2


def test_a_changed_file_is_read_again(path: Path) -> None:
    open_programme(path)
    write_catalogue(path, FULL)
    assert open_programme(path).catalogue.sessions.ids() == ["full"]


def test_a_file_that_became_wrong_is_not_hidden_by_the_cache(path: Path) -> None:
    open_programme(path)
    path.write_text("sessions: [", encoding="utf-8")
    with pytest.raises(CatalogueError):
        open_programme(path)


def test_a_file_changed_just_now_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "sessions.yaml"
    path.write_text(write(make_catalogue(BARE)), encoding="utf-8")
    future = 4_000_000_000_000_000_000
    os.utime(path, ns=(future, future))
    open_programme(path)
    assert not cache_file(path).exists()


@pytest.mark.parametrize("place", [0, 20, 40, 120, 300, -1, -40])
def test_a_damaged_byte_is_never_believed(path: Path, place: int) -> None:
    good = list(open_programme(path).catalogue.sessions)
    file = cache_file(path)
    data = bytearray(file.read_bytes())
    data[place] ^= 0xFF
    file.write_bytes(data)
    assert list(open_programme(path).catalogue.sessions)[:1] == good[:1]


@pytest.mark.parametrize("length", [0, 1, 30, 100, 500])
def test_a_truncated_or_foreign_cache_counts_as_absent(path: Path, length: int) -> None:
    open_programme(path)
    file = cache_file(path)
    file.write_bytes(file.read_bytes()[:length])
    assert open_programme(path).catalogue.sessions.ids() == ["full", "bare"]
    file.write_bytes(os.urandom(2000))
    assert open_programme(path).catalogue.sessions.ids() == ["full", "bare"]


def test_another_version_counts_as_absent(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_programme(path)
    monkeypatch.setattr(sections, "FORMAT", sections.FORMAT + 1)
    key = sections.state_of(path)
    assert key is not None
    assert sections.open_sections(cache_file(path), key, dict) is None


def test_without_a_place_for_the_cache_everything_works(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert open_programme(path).catalogue.sessions.ids() == ["full", "bare"]
    assert open_programme(path).catalogue.sessions.ids() == ["full", "bare"]


def test_the_cache_is_for_its_owner_only(path: Path) -> None:
    open_programme(path)
    assert stat.S_IMODE(cache_file(path).parent.stat().st_mode) == 0o700
    assert [each.name for each in cache_file(path).parent.iterdir()] == [cache_file(path).name]

"""The cache is only ever a shortcut: whatever state it is in, commands answer the same."""

import os
from pathlib import Path

import pytest

from summit_tui.catalogue.reading import load
from summit_tui.catalogue.sections import pack, state_of
from summit_tui.search.programme import programme_sections
from tests.cli.programmes import BROKEN, IDS, SESSIONS, programme, saved
from tests.cli.runner import Outcome, summit
from tests.factories import make_session

QUERIES = [
    ["search", "--format", "json"],
    ["search", "--format", "table"],
    ["search", "queues"],
    ["search", "quees", "--format", "json"],
    ["search", '"cold starts"'],
    ["search", "--level", "300+", "--format", "csv"],
    ["search", "--track", "data", "--day", "tue"],
    ["search", "--speaker", "birch", "--after", "09:00"],
    ["search", "xylophone"],
    ["show", "functions", "lakes", "later"],
    ["show", "--format", "json", "SVS201"],
    ["agenda", "--format", "json"],
    ["export", "--all", "--format", "ics"],
    ["export", "--all", "--format", "md"],
    ["events"],
    [],
]


def cached(isolated: Path) -> list[Path]:
    return sorted((isolated / "cache").rglob("*.sections"))


@pytest.mark.parametrize("arguments", QUERIES)
def test_warm_answers_are_cold_answers(arguments: list[str], isolated: Path) -> None:
    summit("add", "functions", "queues")
    summit("doctor", "--clear-cache")
    assert not cached(isolated)
    cold = summit(*arguments)
    assert cached(isolated)
    assert summit(*arguments) == cold


def ids() -> list[str]:
    return summit("search", "--format", "ids").lines


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda data: data + b"x",
        lambda data: b"\0" * len(data),
        lambda data: b"another program's file\n" * 100,
        lambda data: data.replace(b"summit-sections\n", b"summit-selection"),
        lambda data: data.replace(b"Demo Summit", b"Dama Summit"),
        lambda data: data.replace(b'["lakes"', b'{"lakes"'),
    ],
)
def test_a_damaged_cache_is_made_anew(damage: object, isolated: Path) -> None:
    before = summit("search", "--format", "json")
    (path,) = cached(isolated)
    data = path.read_bytes()
    assert callable(damage)
    path.write_bytes(damage(data))
    assert path.read_bytes() != data
    assert summit("search", "--format", "json") == before
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "arguments", [["search", "--format", "ids"], ["search"], ["show", "lakes"]]
)
def test_a_forged_cache_is_told_once_and_mended(
    arguments: list[str], here: Path, isolated: Path
) -> None:
    before = summit(*arguments)
    (path,) = cached(isolated)
    derived = programme_sections(load(here / "sessions.yaml"))
    forged = {name: data.replace(b'["lakes"', b'{"lakes"') for name, data in derived.items()}
    key = state_of(here / "sessions.yaml")
    assert key is not None
    path.write_bytes(pack(key, forged))
    ended = summit(*arguments)
    assert ended.code == 2
    assert ended.err == "error: the cache was damaged and is deleted now: run the command again\n"
    assert summit(*arguments) == before


def test_a_cache_of_another_catalogue_is_not_believed(here: Path, isolated: Path) -> None:
    ids()
    (first,) = cached(isolated)
    (here / "other").mkdir()
    programme(here / "other", make_session("other"))
    os.chdir(here / "other")
    assert ids() == ["other"]
    (second,) = {*cached(isolated)} - {first}
    second.write_bytes(first.read_bytes())
    assert ids() == ["other"]


def test_a_changed_catalogue_is_seen(here: Path) -> None:
    assert ids() == IDS
    programme(here, *SESSIONS[:2])
    assert ids() == IDS[:2]
    stamp = (here / "sessions.yaml").stat()
    text = (here / "sessions.yaml").read_text()
    (here / "sessions.yaml").write_text(text.replace("id: opening", "id: openinh"))
    os.utime(here / "sessions.yaml", ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))
    assert ids() == ["openinh", "functions"]


def test_a_catalogue_just_written_is_not_kept_yet(here: Path, isolated: Path) -> None:
    path = here / "sessions.yaml"
    path.write_text(path.read_text())
    os.utime(path)
    ids()
    assert not cached(isolated)


def unusable(cache: Path) -> None:
    cache.write_text("a file where a folder should be")


def unwritable(cache: Path) -> None:
    (cache / "summit-tui").mkdir(parents=True)
    (cache / "summit-tui" / "catalogues").write_text("in the way")
    (cache / "summit-tui" / "agendas").write_text("in the way")


def nowhere(cache: Path) -> None:
    os.environ["XDG_CACHE_HOME"] = "/proc/nowhere"


@pytest.mark.parametrize("make", [unusable, unwritable, nowhere])
def test_without_a_cache_everything_works(
    make: object, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(isolated / "cache"))
    assert callable(make)
    make(isolated / "cache")
    for _ in range(2):
        assert ids() == IDS
        assert summit("add", "functions").code == 0
        assert summit("agenda", "--format", "ids").lines == ["functions"]
        assert summit("export").code == 0
    assert summit("doctor").code == 0
    assert summit("doctor", "--clear-cache").code == 0


def test_a_catalogue_with_an_error_is_never_answered_from_the_cache(here: Path) -> None:
    good: Outcome = summit("search")
    text = (here / "sessions.yaml").read_text()
    saved(here / "sessions.yaml", BROKEN)
    for _ in range(2):
        assert summit("search").code == 2
    saved(here / "sessions.yaml", text)
    assert summit("search") == good
    (here / "sessions.yaml").unlink()
    assert summit("--catalogue", "sessions.yaml", "search").code == 2

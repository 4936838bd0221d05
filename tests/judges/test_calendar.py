"""The calendar file before judges we did not write: libical, ical.js and khal."""

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from summit_tui.agenda.model import Pick
from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.reading import load
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.plain import plain_text
from summit_tui.formats.table import produce
from tests.factories import at, make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_session, make_export, nasty_sessions
from tests.judges.installed import JUDGES, ROOT, judge, node_package
from tests.judges.khal import KHAL_TIME, Khal

pytestmark = pytest.mark.judge

HERE = Path(__file__).parent


def run(*command: str | Path) -> str:
    """Return what `command` prints; fail with what it complained of."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def libical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the judge that is linked with libical."""
    program = tmp_path_factory.mktemp("libical") / "libical_check"
    source = HERE / "libical_check.c"
    command = (judge("gcc"), "-Wall", "-Wextra", "-Werror", "-o", program, source, "-lical")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"libical is not installed: run `make judges`\n{done.stderr}", pytrace=False)
    return program


def hostile_sessions() -> tuple[Session, ...]:
    """Return a session whose every text attacks the reader, as no cleaned catalogue holds it."""
    return (
        full_session("hostile", title=HOSTILE, room=HOSTILE, abstract=HOSTILE, tracks=(HOSTILE,)),
    )


def shipped() -> Catalogue:
    """Return the programme that comes with the package."""
    return load(ROOT / "sessions.yaml")


CASES: dict[str, Callable[[], Catalogue]] = {
    "nasty": lambda: make_catalogue(*nasty_sessions()),
    "full": lambda: make_catalogue(full_session()),
    "hostile": lambda: make_catalogue(*hostile_sessions()),
    "empty": make_catalogue,
    "shipped": shipped,
}


@pytest.fixture(params=CASES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """Return each catalogue in turn."""
    return CASES[request.param]()


def write(path: Path, catalogue: Catalogue, alarm: int | None = None) -> Path:
    """Write all of `catalogue` as a calendar, every session picked, and return its path."""
    picks = tuple(Pick(session.id, note="Ask; why, “so”?\n👩‍💻") for session in catalogue.sessions)
    export = make_export(*catalogue.sessions, catalogue=catalogue, picks=picks, alarm=alarm)
    path.write_bytes(produce("ics", export)[0])
    return path


def seconds(moment: datetime | None) -> str:
    return "-" if moment is None else str(int(moment.timestamp()))


def timed(catalogue: Catalogue) -> list[Session]:
    return [session for session in catalogue.sessions if session.start]


def test_libical_finds_nothing_wrong(libical: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    *found, errors = run(libical, write(tmp_path / "a.ics", catalogue, alarm=10)).splitlines()
    assert errors == "errors\t0"
    assert [line.split("\t") for line in found] == [
        [
            f"{session.id}@{catalogue.event.id}.summit-tui",
            seconds(session.start),
            seconds(session.end),
            "0",
            session.status.upper(),
            "0" if session.cancelled else "1",
        ]
        for session in timed(catalogue)
    ]


@pytest.mark.parametrize("line", ["DTSTAMP:", "UID:", "DTSTART:", "SUMMARY:", "STATUS:"])
def test_libical_finds_what_is_wrong(libical: Path, tmp_path: Path, line: str) -> None:
    path = write(tmp_path / "a.ics", make_catalogue(make_session()))
    broken = "X-NOT-" if line != "STATUS:" else "STATUS:CANCELLED\r\n"  # a second one
    path.write_bytes(
        path.read_bytes().replace(f"\r\n{line}".encode(), f"\r\n{broken}{line}".encode())
    )
    assert subprocess.run((libical, path), capture_output=True, check=False).returncode == 1


def icaljs(path: Path) -> dict[str, Any]:
    node_package("ical.js")
    dump = run(judge("node"), HERE / "icaljs_dump.mjs", JUDGES, path)
    calendar: dict[str, Any] = json.loads(dump)
    return calendar


def zulu(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def test_icaljs_reads_every_text_and_instant(catalogue: Catalogue, tmp_path: Path) -> None:
    found = icaljs(write(tmp_path / "a.ics", catalogue, alarm=10))
    assert found["name"] == clean_line(catalogue.event.name)
    assert len(found["events"]) == len(timed(catalogue))
    for session, event in zip(timed(catalogue), found["events"], strict=True):
        assert (event["start"], event["end"]) == (zulu(session.start), zulu(session.end))
        assert event["summary"] == clean_line(session.title)
        assert event["location"] == (clean_line(catalogue.place(session)) or None)
        assert plain_text(session.abstract or "") in event["description"]
        assert "Ask; why, “so”?\n👩‍💻" in event["description"]
        assert event["categories"][0] == session.kind
        assert event["categories"][len(event["categories"]) - len(session.tracks) :] == [
            clean_line(track) for track in session.tracks
        ]
        assert event["alarms"] == ([] if session.cancelled else ["-PT10M"])


def as_khal_lists(catalogue: Catalogue) -> list[str]:
    return sorted(
        f"{session.id}@{catalogue.event.id}.summit-tui\t{session.start:{KHAL_TIME}}"
        f"\t{clean_line(session.title)}"
        for session in timed(catalogue)
    )


def test_khal_holds_every_event(catalogue: Catalogue, tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    khal.take(write(tmp_path / "a.ics", catalogue, alarm=10))
    assert khal.listed() == as_khal_lists(catalogue)


def test_khal_moves_what_moved_and_doubles_nothing(tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    before = make_catalogue(*nasty_sessions())
    khal.take(write(tmp_path / "before.ics", before))
    count = khal.files()
    changed = [
        session._replace(start=at("2019-04-03 15:00")) if session.id == "signs" else session
        for session in before.sessions
    ]
    after = make_catalogue(*changed)
    clock.pretend(at("2019-03-20 09:00"))
    khal.take(write(tmp_path / "after.ics", after))
    assert khal.listed() == as_khal_lists(after)
    assert khal.files() == count
    sequences = {
        event["uid"].partition("@")[0]: event["sequence"]
        for event in icaljs(tmp_path / "after.ics")["events"]
    }
    assert sequences == {session.id: int(session.id == "signs") for session in after.sessions}
    khal.take(write(tmp_path / "again.ics", after))
    assert (tmp_path / "again.ics").read_bytes() == (tmp_path / "after.ics").read_bytes()
    assert khal.listed() == as_khal_lists(after)


def test_the_bytes_are_what_rfc_5545_asks_for(catalogue: Catalogue, tmp_path: Path) -> None:
    content = write(tmp_path / "a.ics", catalogue, alarm=10).read_bytes()
    assert content == write(tmp_path / "b.ics", catalogue, alarm=10).read_bytes()
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert not {b"\r"[0], b"\n"[0], 0, 27} & set(line)
        line.decode()

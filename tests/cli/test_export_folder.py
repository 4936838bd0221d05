"""`summit export --format vdir`: a folder that follows the agenda, and whatever else lies in it."""

import os
from pathlib import Path

import pytest

from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import summit
from tests.factories import at


def exported(*arguments: str) -> tuple[int, list[str]]:
    """Return how an export to the folder `cal` ends, and what it says."""
    ended = summit("export", *arguments, "--format", "vdir", "-o", "cal")
    assert ended.out == ""
    return ended.code, ended.err.splitlines()


def titles(folder: Path) -> list[str]:
    lines = [line for path in folder.glob("*.ics") for line in path.read_text().splitlines()]
    return sorted(line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:"))


def test_the_folder_follows_the_agenda(here: Path) -> None:
    summit("add", "functions", "models")
    assert exported() == (0, ["2 sessions in cal: 2 added"])
    assert exported() == (0, ["2 sessions in cal: nothing changed"])
    assert titles(here / "cal") == ["Functions in anger", "Training large models"]
    summit("remove", "models")
    summit("add", "queues", "opening")
    assert exported() == (0, ["3 sessions in cal: 2 added, 1 removed"])
    summit("remove", "functions", "queues", "opening")
    assert exported() == (0, ["0 sessions in cal: 3 removed"])
    code, (said,) = exported()
    assert (code, titles(here / "cal")) == (1, [])
    assert said.startswith("there is nothing to export: summit add ID")


def test_a_session_that_moves_is_the_same_file_and_a_later_revision(here: Path) -> None:
    summit("add", "functions", "models")
    exported()
    before = {path.name: path.stat().st_mtime_ns for path in (here / "cal").iterdir()}
    programme(
        here,
        *(
            one._replace(start=at("15:00"), status="cancelled") if one.id == "functions" else one
            for one in SESSIONS
        ),
    )
    assert exported() == (0, ["2 sessions in cal: 1 changed"])
    after = {path.name: path.stat().st_mtime_ns for path in (here / "cal").iterdir()}
    assert before.keys() == after.keys()
    (moved,) = (name for name in before if before[name] != after[name])
    text = (here / "cal" / moved).read_text()
    for line in ("DTSTART:20190402T130000Z", "SEQUENCE:1", "STATUS:CANCELLED"):
        assert f"{line}\n" in text


def test_what_left_the_programme_leaves_the_folder_and_is_told(here: Path) -> None:
    summit("add", "functions", "models")
    exported()
    programme(here, *(session for session in SESSIONS if session.id != "functions"))
    assert exported() == (
        0,
        [
            "no longer in the programme, so left out: Functions in anger",
            "1 session in cal: 1 removed",
        ],
    )
    assert titles(here / "cal") == ["Training large models"]


def test_a_query_that_finds_nothing_empties_nothing(here: Path) -> None:
    exported("--all")
    before = titles(here / "cal")
    assert exported("xylophone") == (1, ["there is nothing to export"])
    assert titles(here / "cal") == before != []


def test_an_empty_agenda_makes_no_folder(here: Path) -> None:
    code, (said,) = exported()
    assert (code, said.partition(":")[0]) == (1, "there is nothing to export")
    assert not (here / "cal").exists()


def test_what_others_wrote_stays_unless_forced(here: Path) -> None:
    summit("add", "functions")
    exported()
    (ours,) = (here / "cal").iterdir()
    (here / "cal" / "dentist.ics").write_text("BEGIN:VCALENDAR\n")
    edited = ours.read_text().replace("SUMMARY:Functions", "SUMMARY:My functions")
    ours.write_text(edited)
    code, (told, counted) = exported()
    assert told == f"{ours.name}: changed by another program, left as it is: --force replaces it"
    assert (code, counted, ours.read_text()) == (0, "1 session in cal: nothing changed", edited)
    assert exported("--force") == (0, ["1 session in cal: 1 changed"])
    assert "SUMMARY:Functions" in ours.read_text()
    ours.write_text(edited)
    summit("remove", "functions")
    assert exported()[0] == 1
    assert sorted(path.name for path in (here / "cal").iterdir()) == ["dentist.ics", ours.name]


def test_what_has_no_time_is_told_and_an_alarm_rings(here: Path) -> None:
    code, said = exported("--level", "300", "--alarm", "10")
    assert (code, said) == (
        0,
        ["1 session without a time is left out: later", "1 session in cal: 1 added"],
    )
    (path,) = (here / "cal").iterdir()
    assert "TRIGGER:-PT10M" in path.read_text()


def test_a_folder_that_cannot_be_written_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summit("add", "functions")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, said = exported()
    assert (code, said[-1]) == (
        2,
        "error: cal: no space left on device; export again when that is mended",
    )
    assert list((here / "cal").iterdir()) == []

"""`summit export`: what goes out, where it goes, and what is never overwritten."""

import json
import os
from pathlib import Path

import pytest

from summit_tui.catalogue.places import config_folder
from summit_tui.formats.table import FORMATS
from tests.cli.programmes import IDS, SESSIONS, programme
from tests.cli.runner import Outcome, spawn, summit


def exported(ended: Outcome) -> list[str]:
    """Return the ids in an export to JSON."""
    return [session["id"] for session in ended.json["sessions"]]


def test_a_calendar_of_my_picks_unless_something_else_is_said() -> None:
    summit("add", "functions", "models")
    ended = summit("export")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("BEGIN:VCALENDAR\r\n")
    assert ended.out.count("BEGIN:VEVENT") == 2
    assert summit("export", "--format", "ics", "-o", "-").out == ended.out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "functions models"),
        ("--all", " ".join(IDS)),
        ("queues", "functions queues"),
        ("--level 100", "lakes"),
        ("--track serverless", "functions queues"),
        ("--picked --level 400", "models"),
        ("-- -is:cancelled day:2", "models"),
    ],
)
def test_what_is_exported(line: str, expected: str) -> None:
    summit("add", "functions", "models")
    ended = summit("export", "--format", "json", *line.split())
    assert ended.code == 0
    assert exported(ended) == expected.split()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.ics", "BEGIN:VCALENDAR"),
        ("x.md", "# Demo Summit"),
        ("X.MD", "# Demo Summit"),
        ("x.html", "<!DOCTYPE html>"),
        ("x.json", '{"version": 1'),
        ("x.jsonl", '{"id": "functions"'),
        ("x.csv", "id,code,title"),
        ("x.xml", '<?xml version="1.0"'),
        ("x.yaml", "event:\n  id: demo"),
        ("x", "BEGIN:VCALENDAR"),
    ],
)
def test_the_extension_decides(here: Path, name: str, begins: str) -> None:
    summit("add", "functions")
    ended = summit("export", "-o", name)
    assert (ended.code, ended.out, ended.err) == (0, "", f"1 session in {name}\n")
    assert (here / name).read_text().startswith(begins)


def test_the_format_named_wins_over_the_extension(here: Path) -> None:
    assert summit("export", "--all", "--format", "json", "-o", "x.txt").code == 0
    assert json.loads((here / "x.txt").read_text())["version"] == 1


def test_nothing_is_overwritten_unasked(here: Path) -> None:
    (here / "x.md").write_text("mine")
    (here / "x.md").chmod(0o640)
    refused = summit("export", "--all", "-o", "x.md")
    assert (refused.code, refused.err) == (2, "error: x.md exists: --force overwrites it\n")
    assert (here / "x.md").read_text() == "mine"
    assert summit("export", "--all", "-o", "x.md", "--force").code == 0
    assert (here / "x.md").read_text().startswith("# Demo Summit")
    assert (here / "x.md").stat().st_mode & 0o777 == 0o640


def test_what_is_refused_has_told_no_calendar_anything(here: Path, isolated: Path) -> None:
    (here / "x.ics").write_text("mine")
    refused = summit("export", "--all", "-o", "x.ics")
    assert refused.err == "error: x.ics exists: --force overwrites it\n"
    assert not (isolated / "state" / "summit-tui" / "calendar").exists()
    assert summit("export", "--all", "-o", "x.ics", "--force").code == 0
    assert (isolated / "state" / "summit-tui" / "calendar").is_dir()


def test_a_symlink_stays_one(here: Path) -> None:
    (here / "real.md").write_text("mine")
    (here / "link.md").symlink_to("real.md")
    assert summit("export", "--all", "-o", "link.md", "--force").code == 0
    assert (here / "link.md").is_symlink()
    assert (here / "real.md").read_text().startswith("# Demo Summit")


@pytest.mark.parametrize(
    ("output", "hint"),
    [
        ("missing/x.ics", "missing: there is no such folder; nothing was written"),
        ("folder", "folder is a folder: name a file in it"),
        ("loop.ics", "loop.ics: "),
        ("x.pdf", "no format has this extension; there are .ics, .md"),
        ("sessions.yaml/x.ics", "sessions.yaml: there is no such folder"),
        ("n" * 300 + ".ics", "name too long"),
    ],
)
def test_where_nothing_can_be_written(here: Path, output: str, hint: str) -> None:
    (here / "folder").mkdir()
    (here / "loop.ics").symlink_to("loop.ics")
    before = sorted(here.iterdir())
    ended = summit("export", "--all", "-o", output)
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err
    assert "Traceback" not in ended.err
    assert sorted(here.iterdir()) == before


def test_a_write_that_fails_leaves_the_file_as_it_was(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "x.md").write_text("mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ended = summit("export", "--all", "-o", "x.md", "--force")
    assert ended.code == 2
    assert ended.err.endswith("error: x.md: no space left on device; nothing was written\n")
    assert (here / "x.md").read_text() == "mine"
    assert sorted(path.name for path in here.iterdir()) == ["sessions.yaml", "x.md"]


def test_a_device_takes_it_as_it_comes() -> None:
    assert summit("export", "--all", "-o", os.devnull).code == 0


def test_home_is_resolved(isolated: Path) -> None:
    assert summit("export", "--all", "-o", "~/x.json").code == 0
    assert (isolated / "x.json").is_file()


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("", "summit add ID picks one, --all exports the whole programme"),
        ("--picked", "there is nothing to export"),
        ("xylophone", "there is nothing to export"),
    ],
)
def test_nothing_to_export(line: str, hint: str) -> None:
    ended = summit("export", *line.split())
    assert (ended.code, ended.out) == (1, "")
    assert hint in ended.err


def test_what_has_no_time_is_told_and_not_counted() -> None:
    told = summit("export", "--level", "300", "-o", "y.ics")
    assert told.err.splitlines() == [
        "1 session without a time is left out: later",
        "1 session in y.ics",
    ]
    assert summit("export", "--level", "300", "-o", "y.md").err == "2 sessions in y.md\n"


def test_a_file_name_is_no_search() -> None:
    summit("add", "functions")
    ended = summit("export", "agenda.ics")
    assert (ended.code, ended.out) == (2, "")
    assert "summit export -o agenda.ics writes my agenda there" in ended.err
    assert summit("export", "functions.ics", "-o", "x.ics").code == 0  # that is a search


def test_alarm() -> None:
    summit("add", "functions")
    assert "TRIGGER:-PT10M" in summit("export", "--alarm", "10").out
    other = summit("export", "--alarm", "10", "--format", "md")
    assert (other.code, other.err) == (0, "--alarm has no effect: only a calendar rings, not md\n")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("--format icx", "did you mean ics?"),
        ("--format zip", "there are ics, md, html, json, jsonl, csv, xml, yaml, vdir"),
        ("--format vdir", "say which one with -o FOLDER"),
        ("--format vdir -o -", "say which one with -o FOLDER"),
        ("--format vdir -o sessions.yaml", "sessions.yaml is no folder"),
        ("--format vdir -o missing/cal", "missing: there is no such folder; nothing was written"),
        ("--alarm -5", "-5 is not in the range"),
        ("--alarm soon", "'soon' is not a valid integer"),
        ("--level 300", "one thing at a time: --all, or a query"),
        ("--ouput x.md", "did you mean --output?"),
    ],
)
def test_wrong_usage(line: str, hint: str) -> None:
    ended = summit("export", "--all", *line.split())
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err


def test_a_pick_that_vanished_is_in_the_documents_that_can_hold_it(here: Path) -> None:
    summit("note", "functions", "was good")
    programme(here, *(session for session in SESSIONS if session.id != "functions"))
    gone = summit("export", "--format", "json").json["missing"]
    assert [(pick["id"], pick["note"]) for pick in gone] == [("functions", "was good")]
    assert "was good" in summit("export", "--format", "md").out


def test_the_installed_command_writes_the_same_bytes() -> None:
    summit("add", "functions")
    first, second = spawn("export"), spawn("export")
    assert first.code == 0
    assert first.out == second.out
    assert "SUMMARY:Functions in anger" in first.out


def test_how_the_query_was_read_is_said() -> None:
    ended = summit("export", "functoins", "--format", "csv", "-o", "-")
    assert ended.code == 0
    assert '"functoins" read as functions' in ended.err


def test_the_help_names_every_format() -> None:
    told = " ".join(summit("export", "--help").out.split())
    assert (
        f"{FORMATS[0].name} (unless FILE says), {', '.join(r.name for r in FORMATS[1:])}." in told
    )


def test_the_ways_of_the_settings_count_and_appointments_stay_at_home(here: Path) -> None:
    folder = config_folder()
    folder.mkdir(parents=True)
    said = {"walk": "40", "busy": [str(here / "gone.ics")]}
    (folder / "settings.json").write_text(json.dumps(said))
    summit("add", "opening", "functions")
    written = summit("export", "--format", "md")
    assert "  - 30 min to walk 40 to Hall 1, Level 2 (Functions in anger)" in written.lines
    assert "gone.ics" not in written.err


def test_what_is_wrong_with_the_settings_is_said_once() -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.json").write_text('{"wolk": 5}')
    summit("add", "opening")
    asked = summit("export", "free:me", "--format", "md")
    assert asked.code == 0
    assert asked.err.count("'wolk': did you mean walk?") == 1


def test_a_pipe_that_has_no_name_takes_it_as_it_comes() -> None:
    summit("add", "functions")
    ended = spawn("export", "--format", "md", "-o", "/dev/stdout")
    assert ended.out == summit("export", "--format", "md").out
    assert ended.err == "1 session in /dev/stdout\n"

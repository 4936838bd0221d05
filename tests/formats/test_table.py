"""The table of formats, and what a front end gets from it."""

import subprocess
import sys
from collections.abc import Callable, Mapping

import pytest

from summit_tui.catalogue import clock
from summit_tui.formats.table import (
    FORMATS,
    Format,
    extensions,
    for_file,
    named,
    produce,
    produce_files,
    render,
)
from tests.factories import at, make_catalogue, make_session
from tests.formats.exports import full_catalogue, full_session, make_export

FILES = [row for row in FORMATS if not row.folder]


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_each_format_gives_the_same_bytes_twice_and_holds_the_title(row: Format) -> None:
    session = full_session()
    export = make_export(session, catalogue=full_catalogue(session))
    make = produce_files if row.folder else produce
    content, _ = make(row.name, export)
    data = b"".join(content.values()) if isinstance(content, Mapping) else content
    assert b"Lambda under the hood" in data
    assert make(row.name, export)[0] == content


def test_a_format_is_found_by_name_and_by_the_file_it_is_for() -> None:
    assert " ".join(row.name for row in FORMATS) == "ics md html json jsonl csv xml yaml vdir"
    for row in FORMATS:
        assert named(row.name) is row
        assert row.folder is not row.extension.startswith(".")
    for row in FILES:
        assert for_file(f"Agenda.2{row.extension.upper()}") is row
    assert named("ICS") is named("") is for_file("agenda") is for_file("agenda.pdf") is None
    assert extensions().split(", ") == [row.extension for row in FILES]


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (render, "pdf"),
        (produce, "pdf"),
        (produce, "vdir"),
        (produce_files, "pdf"),
        (produce_files, "ics"),
    ],
)
def test_an_unknown_format_is_a_key_error(make: Callable[..., object], name: str) -> None:
    with pytest.raises(KeyError):
        make(name, make_export())


def test_what_a_calendar_has_no_place_for_is_told() -> None:
    sessions = [make_session(f"s{number}", None) for number in range(7)]
    _, told = produce("ics", make_export(make_session("timed"), *sessions))
    assert told == ("7 sessions without a time are left out: s0, s1, s2, s3, s4 and 2 more",)
    _, told = produce("ics", make_export(make_session("s1", None, code="SVS301")))
    assert told == ("1 session without a time is left out: SVS301",)
    assert produce("json", make_export(*sessions))[1] == ()


def test_a_moved_session_is_a_later_revision_in_the_next_calendar() -> None:
    early, late = (make_session(start=start) for start in ("09:30", "10:00"))
    clock.pretend(at("2019-03-01 12:00"))
    first, _ = produce("ics", make_export(early))
    clock.pretend(at("2019-03-02 12:00"))
    assert produce("ics", make_export(early))[0] == first
    second, _ = produce("ics", make_export(late))
    assert b"SEQUENCE:0" in first
    assert b"SEQUENCE:1" in second
    assert b"DTSTAMP:20190302T110000Z" in second


def test_a_calendar_comes_out_even_when_nothing_can_be_remembered(isolated: object) -> None:
    from summit_tui.formats.ledger import ledger_path

    ledger_path(make_catalogue().event).mkdir(parents=True)
    content, told = produce("ics", make_export(make_session()))
    assert b"UID:s1@demo.summit-tui" in content
    assert len(told) == 1


def test_naming_the_formats_and_writing_json_import_nothing_heavy() -> None:
    script = (
        "import sys, summit_tui.formats.table, summit_tui.formats.writers.as_json\n"
        "import summit_tui.formats.writers.as_csv\n"
        "heavy = {'icalendar', 'yaml', 'csv', 'textual', 'platformdirs', 'filelock', 'tempfile',"
        " 'rapidfuzz', 'click'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

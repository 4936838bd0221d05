"""`summit agenda`, and which agenda file is meant."""

import json
from pathlib import Path

import jsonschema
import pytest

from summit_tui.catalogue.places import config_folder
from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import summit
from tests.factories import make_session
from tests.formats.readers.calendars import calendar, event

_INSTANT = {"type": ["string", "null"], "pattern": r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
PICK = {
    "id": {"type": "string"},
    "want": {"enum": ["must", "want", "maybe"]},
    "note": {"type": ["string", "null"]},
    "rating": {"type": ["integer", "null"]},
    "attended": {"type": ["boolean", "null"]},
    "start": _INSTANT,
    "end": _INSTANT,
    "conflicts": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"id": {"type": "string"}, "minutes": {"type": "integer"}},
            "required": ["id", "minutes"],
        },
    },
    "missing": {"type": "boolean"},
}
DOCUMENT = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "picks": {
            "type": "array",
            "items": {"type": "object", "properties": PICK, "required": list(PICK)},
        },
        "gaps": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"start": _INSTANT, "end": _INSTANT},
                "required": ["start", "end"],
            },
        },
    },
    "required": ["version", "picks", "gaps"],
}


def test_json_is_the_document_that_scripts_rely_on() -> None:
    summit("add", "opening", "functions", "queues", "later", "lakes")
    ended = summit("agenda", "--format", "json")
    jsonschema.validate(ended.json, DOCUMENT)
    assert (ended.code, ended.err) == (0, "")
    picks = {pick["id"]: pick for pick in ended.json["picks"]}
    assert list(picks) == ["opening", "functions", "queues", "lakes", "later"]
    clash = {"kind": "overlap", "minutes": 30, "walk": None}
    assert picks["functions"]["conflicts"] == [{"id": "queues", **clash}]
    assert picks["queues"]["conflicts"] == [{"id": "functions", **clash}]
    assert picks["opening"]["conflicts"] == []
    assert picks["later"]["start"] is picks["later"]["end"] is None
    window = {"start": "2019-04-02T11:00:00+02:00", "end": "2019-04-02T11:30:00+02:00"}
    assert ended.json["gaps"] == [window]


def test_an_empty_agenda_is_told_and_still_a_document() -> None:
    ended = summit("agenda", "--format", "json")
    jsonschema.validate(ended.json, DOCUMENT)
    assert ended.json["picks"] == []
    assert (ended.code, ended.err) == (1, "the agenda is empty: summit add ID picks a session\n")
    plain = summit("agenda")
    assert (plain.code, plain.out) == (1, "")


def test_a_vanished_session_is_missing_and_named(here: Path) -> None:
    summit("add", "functions", "models")
    programme(here, *(session for session in SESSIONS if session.id != "functions"))
    picks = summit("agenda", "--format", "json").json["picks"]
    assert [(pick["id"], pick["missing"], pick["start"]) for pick in picks] == [
        ("functions", True, "2019-04-02T11:30:00+02:00"),
        ("models", False, "2019-04-03T10:00:00+02:00"),
    ]
    plain = summit("agenda")
    assert plain.err == "no longer in the programme: Functions in anger (functions)\n"
    assert len(plain.lines) == 1
    assert summit("agenda", "--format", "ids").lines == ["functions", "models"]
    table = summit("agenda", "--format", "table")
    assert "? no longer in the programme (id functions)" in table.out


def test_the_table_says_clashes_gaps_and_what_i_made_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    summit("add", "opening", "functions", "queues", "lakes")
    summit("want", "must", "functions")
    summit("rate", "functions", "4")
    summit("attended", "functions")
    summit(
        "note", "functions", "a line that is long enough to have to go on in the next one\nsecond"
    )
    assert summit("agenda", "--format", "table").lines == [
        "Tue 2 Apr  3 picks · 3 h · 1 clash · 1 gap",
        "  09:30–11:00  ●  Opening keynote",
        "                  Grand Hall",
        "  11:00–11:30     30 min free",
        "  11:30–12:15  ★  Functions in anger",
        "                  SVS301 · Hall 1, Level 2",
        "                  ! 30 min with Queues and topics",
        "                  4 of 5 · attended",
        "                  a line that is long enough to have to go on in the",
        "                  next one",
        "                  second",
        "  11:45–12:30  ●  Queues and topics",
        "                  SVS201 · Room B",
        "                  ! 30 min with Functions in anger",
        "",
        "Wed 3 Apr  1 pick · 45 min",
        "  14:00–14:45  ●  Lakes of data",
        "                  × cancelled",
        "                  DAT100 · Room C",
    ]


def test_what_one_drops_into_takes_no_time(here: Path) -> None:
    stands = make_session("stands", "08:00", kind="expo", duration=600)
    programme(here, stands, make_session("a", "09:00"), make_session("b", "10:00"))
    summit("add", "stands", "a", "b")
    lines = summit("agenda", "--format", "table").lines
    assert lines[0] == "Tue 2 Apr  3 picks · 1 h 30 · 1 gap"


def test_a_gap_after_midnight_belongs_to_the_evening(here: Path) -> None:
    evening = make_session("evening", "22:00", duration=60)
    night = make_session(
        "night", "2019-04-03 00:30", duration=60, day=evening.start and evening.start.date()
    )
    programme(here, evening, night)
    summit("add", "evening", "night")
    lines = summit("agenda", "--format", "table").lines
    assert lines[0] == "Tue 2 Apr  2 picks · 2 h · 1 gap"
    assert "  23:00–00:30     1 h 30 free" in lines


@pytest.mark.parametrize(
    ("picks", "code"), [(["functions", "models"], 0), (["SVS301", "SVS201"], 1)]
)
def test_fail_on_conflicts(picks: list[str], code: int) -> None:
    summit("add", *picks)
    ended = summit("agenda", "--fail-on", "conflicts", "--format", "ids")
    assert (ended.code, len(ended.lines)) == (code, 2)


@pytest.mark.parametrize("form", ["jsonl", "csv", "tsv", "{id}"])
def test_other_formats_list_the_picks(form: str) -> None:
    summit("add", "functions", "models")
    ended = summit("agenda", "--format", form)
    assert ended.code == 0
    assert "functions" in ended.out or "SVS301" in ended.out
    assert "Queues and topics" not in ended.out
    assert len(ended.lines) == 2 + (form == "csv")


def test_which_agenda_is_meant(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = here / "mine.yaml", here / "theirs.yaml"
    summit("add", "functions")
    summit("add", "models", "--agenda", mine)
    monkeypatch.setenv("SUMMIT_AGENDA", str(theirs))
    summit("add", "queues")
    assert summit("agenda", "--format", "ids").lines == ["queues"]
    assert summit("--agenda", mine, "agenda", "--format", "ids").lines == ["models"]
    assert summit("agenda", "--agenda", mine, "--format", "ids").lines == ["models"]
    monkeypatch.delenv("SUMMIT_AGENDA")
    assert summit("agenda", "--format", "ids").lines == ["functions"]
    assert "queues" in theirs.read_text()


COMMANDS = [
    ["agenda"],
    ["agenda", "--format", "json"],
    ["add", "models"],
    ["search", "--picked"],
    ["search", "--format", "json"],
    ["show", "models"],
    ["export"],
]


@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize("text", ["picks: [}", "version: 1\npicks:\n  - {id: a, want: perhaps}\n"])
def test_a_broken_agenda_is_named_and_kept(here: Path, arguments: list[str], text: str) -> None:
    path = here / "mine.yaml"
    path.write_text(text)
    ended = summit(*arguments, "--agenda", path)
    assert ended.code == 2
    assert ended.err.startswith(f"{path}:")
    assert ended.err.count("error: ") == 1
    assert "Traceback" not in ended.err
    assert path.read_text() == text


def test_an_agenda_that_is_a_folder(here: Path) -> None:
    ended = summit("add", "models", "--agenda", here)
    assert ended.code == 2
    assert "this is a folder; name another with --agenda" in ended.err


def test_a_broken_agenda_does_not_take_the_programme_away(here: Path) -> None:
    path = here / "mine.yaml"
    path.write_text("picks: [}")
    ended = summit("search", "--format", "table", "--agenda", path)
    assert ended.code == 0
    assert ended.out == summit("search", "--format", "table").out
    assert ended.err.startswith("without my agenda: ")


CHANGES = [["add"], ["note"], ["want", "must"], ["rate"]]


@pytest.mark.parametrize("arguments", CHANGES, ids=" ".join)
@pytest.mark.parametrize("keep", [None, 0, -12], ids=["zeroed", "emptied", "cut"])
def test_a_change_mends_a_damaged_agenda(
    here: Path, arguments: list[str], keep: int | None
) -> None:
    path = here / "mine.yaml"
    summit("add", "queues", "--agenda", path)
    summit("note", "queues", "kept as it was", "--agenda", path)
    path.write_bytes(b"\0" * 300 if keep is None else path.read_bytes()[:keep])
    rest = {"note": ["x"], "rate": ["3"]}.get(arguments[0], [])
    ended = summit(*arguments, "models", *rest, "--agenda", path)
    assert ended.code == 0
    ids = summit("agenda", "--agenda", path, "--format", "ids").lines
    assert sorted(ids) == ["models", "queues"]
    assert "kept as it was" in path.read_text()
    assert len(list(here.glob("mine.yaml.corrupt-*"))) == 1


MINE = calendar(
    event(
        SUMMARY="Dentist",
        DTSTART="20190402T090000Z",
        DTEND="20190402T094000Z",
        **{"DTSTART;TZID=Europe/Paris": None, "DTEND;TZID=Europe/Paris": None},
    )
)
"""Busy from 11:00 to 11:40 in Paris."""


def test_my_appointments_are_busy_time(here: Path) -> None:
    mine = here / "mine.ics"
    mine.write_bytes(MINE)
    summit("add", "opening", "functions")
    assert summit("agenda", "--format", "table", "--busy", mine).lines == [
        "Tue 2 Apr  2 picks · 2 h 15 · 1 clash",
        "  09:30–11:00  ●  Opening keynote",
        "                  Grand Hall",
        "  11:00–11:40     Dentist",
        "                  my appointment",
        "                  ! 10 min with Functions in anger",
        "  11:30–12:15  ●  Functions in anger",
        "                  SVS301 · Hall 1, Level 2",
        "                  ! 10 min with Dentist (my appointment)",
    ]
    document = summit("agenda", "--format", "json", "--busy", mine).json
    assert [pick["id"] for pick in document["picks"]] == ["opening", "functions"]
    assert document["appointments"] == [
        {
            "id": "busy-1",
            "title": "Dentist",
            "start": "2019-04-02T11:00:00+02:00",
            "end": "2019-04-02T11:40:00+02:00",
        }
    ]
    assert summit("agenda", "--busy", mine, "--fail-on", "conflicts").code == 1
    assert summit("agenda", "--fail-on", "conflicts").code == 0


def test_appointments_and_ways_stand_in_the_settings(here: Path) -> None:
    mine = here / "mine.ics"
    mine.write_bytes(MINE)
    settings = config_folder() / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"busy": str(mine), "walk": [40], "wlak": 1}))
    added = summit("add", "opening", "functions")
    assert "~ Opening keynote: 30 min to walk 40" not in added.err  # the dentist lies between
    assert "! Functions in anger: 10 min with Dentist (my appointment)" in added.err
    assert "'wlak': did you mean walk?" in added.err
    assert "models" in summit("search", "--free", "--format", "ids").lines
    assert "functions" not in summit("search", "--free", "--format", "ids").lines


def test_a_way_that_takes_too_long_is_a_clash_of_its_own_kind() -> None:
    summit("add", "opening", "functions")
    lines = summit("agenda", "--format", "table", "--walk", "Grand Hall=35").lines
    assert "Tue 2 Apr  2 picks · 2 h 15 · 1 clash · 1 gap" in lines
    said = "                  ~ 30 min to walk 35"
    assert f"{said} to Hall 1, Level 2 (Functions in anger)" in lines
    assert f"{said} from Grand Hall (Opening keynote)" in lines
    picks = summit("agenda", "--format", "json", "--walk", "35").json["picks"]
    assert picks[0]["conflicts"] == [{"id": "functions", "kind": "walk", "minutes": 5, "walk": 35}]
    shown = summit("show", "functions", "--walk", "35")
    assert "~ 30 min to walk 35 from Grand Hall (Opening keynote) (09:30–11:00)" in shown.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--walk", "soon"], "--walk: 'soon' is no walking time; write 5, or Amber,Slate=6"),
        (
            ["--walk", "grand hall,Room B=5"],
            "--walk: no room and no venue is called 'grand hall': did you mean Grand Hall?",
        ),
        (["--walk", "Nowhere=5"], "--walk: no room and no venue is called 'Nowhere'"),
        (["--busy", "none.ics"], "--busy: there is no file none.ics"),
        (
            ["--busy", "/dev/null"],
            "--busy: /dev/null is no ordinary file: save the calendar as one",
        ),
        (
            ["--busy", "https://x.example/a.ics"],
            "--busy: an address is not asked: download the calendar and name the file",
        ),
    ],
)
def test_wrong_circumstances_are_told(options: list[str], said: str) -> None:
    ended = summit("agenda", *options)
    assert (ended.code, ended.err) == (2, f"error: {said}\n")

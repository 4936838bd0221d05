"""`summit diff`: what changed between two versions, my agenda first."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Session, Walk
from summit_tui.catalogue.places import config_folder
from summit_tui.catalogue.writing import write
from tests.cli.programmes import BROKEN, SESSIONS, saved
from tests.cli.runner import spawn, summit
from tests.factories import at, make_catalogue, make_session
from tests.formats.readers.calendars import calendar, event

_IDS = {"type": "array", "items": {"type": "string"}}
_FIELDS = {
    "type": "object",
    "additionalProperties": {"type": "array", "minItems": 2, "maxItems": 2},
}
_CONFLICT = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "with": {"type": "string"},
        "kind": {"enum": ["overlap", "walk"]},
        "minutes": {"type": "integer"},
        "walk": {"type": ["integer", "null"]},
        "before": {"type": "integer"},
    },
    "required": ["id", "with", "kind", "minutes", "walk", "before"],
}
_MINE = {
    "changed": _IDS,
    "removed": _IDS,
    "cancelled": _IDS,
    "conflicts": {"type": "array", "items": _CONFLICT},
    "appointments": {"type": "array", "items": {"type": "object", "required": ["id", "title"]}},
    "renamed": {"type": "object", "additionalProperties": {"type": "string"}},
    "nearest": {"type": "object", "additionalProperties": _IDS},
}
DOCUMENT = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "added": _IDS,
        "removed": _IDS,
        "changed": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": {"type": "string"}, "fields": _FIELDS},
                "required": ["id", "title", "fields"],
            },
        },
        "mine": {"type": "object", "properties": _MINE, "required": list(_MINE)},
    },
    "required": ["version", "event", "rooms", "added", "removed", "changed", "cancelled", "mine"],
}


def later() -> list[Session]:
    """Return the sample a week on: moved, cancelled, renamed, gone, new, with a time."""
    opening, functions, queues, models, _, unscheduled = SESSIONS
    return [
        opening._replace(room="Small Hall"),
        functions._replace(start=at("2019-04-03 11:30"), room="Room B"),
        queues._replace(status="cancelled"),
        models._replace(id="training", abstract="More of it"),
        unscheduled._replace(start=at("2019-04-03 11:45")),
        make_session("fresh", "16:00", title="Fresh from the press", room="Room C"),
    ]


@pytest.fixture
def new(here: Path) -> Path:
    return saved(here / "new.yaml", write(make_catalogue(*later())))


def test_json_is_the_document_that_scripts_rely_on(new: Path) -> None:
    summit("add", "functions", "queues", "lakes", "later")
    ended = summit("diff", "sessions.yaml", new, "--format", "json")
    jsonschema.validate(ended.json, DOCUMENT)
    assert ended.code == 0
    assert ended.json["added"] == ["fresh"]
    assert ended.json["removed"] == ["lakes"]
    assert ended.json["cancelled"] == ["queues"]
    assert ended.json["renamed"] == {"models": "training"}
    changed = {each["id"]: each["fields"] for each in ended.json["changed"]}
    assert changed["functions"] == {
        "start": ["2019-04-02T11:30:00+02:00", "2019-04-03T11:30:00+02:00"],
        "room": ["Hall 1, Level 2", "Room B"],
    }
    assert changed["queues"] == {"status": ["confirmed", "cancelled"]}
    assert changed["training"] == {
        "id": ["models", "training"],
        "abstract": [None, "More of it"],
    }
    assert changed["later"] == {"start": [None, "2019-04-03T11:45:00+02:00"]}
    assert ended.json["mine"] == {
        "changed": ["queues", "functions", "later"],
        "removed": ["lakes"],
        "cancelled": ["queues"],
        "conflicts": [
            {
                "id": "functions",
                "with": "later",
                "kind": "overlap",
                "minutes": 30,
                "walk": None,
                "before": 0,
            }
        ],
        "appointments": [],
        "renamed": {},
        "nearest": {"lakes": []},
    }


TABLE = """\
My agenda  4
  » Tue 11:30 → Wed 11:30, Hall 1, Level 2 → Room B  ● Functions in anger
      ! 30 min with To be announced (Wed 11:45)
  × cancelled, Tue 11:45  ● Queues and topics
  » no time → Wed 11:45  ● To be announced
  - gone Wed 14:00, Room C  ● Lakes of data

Another room  1
  » Grand Hall → Small Hall  Opening keynote

New  1
  + new Tue 16:00, Room C  Fresh from the press

Otherwise changed  1
  · abstract changed; id models → training  Training large models

The event  4
  + room Small Hall
  - room Grand Hall
  - room Hall 1, Level 2
  · room Room B: venue Annex → none; capacity 40 → none
"""
SUMMARY = (
    "1 moved, 1 cancelled, 1 now with a time, 1 in another room, 1 otherwise changed, 1 new, "
    "1 gone, the event itself; 4 on my agenda, 1 new clash\n"
)


def test_the_table_has_my_agenda_first(new: Path) -> None:
    summit("add", "functions", "queues", "lakes", "later")
    ended = summit("diff", "sessions.yaml", new)
    assert (ended.code, ended.out, ended.err) == (0, TABLE, SUMMARY)
    only = summit("diff", "sessions.yaml", new, "--mine")
    assert only.out == TABLE.partition("\n\n")[0] + "\n"


@pytest.mark.parametrize("columns", [40, 60])
def test_the_table_fits(new: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    summit("add", "functions", "queues", "lakes", "later")
    ended = summit("diff", "sessions.yaml", new)
    assert max(map(len, ended.lines)) <= columns
    assert "\x1b" not in ended.out
    words = " ".join(ended.out.split())
    assert "» Tue 11:30 → Wed 11:30, Hall 1, Level 2 → Room B ● Functions in anger" in words


def test_colour_only_repeats(new: Path) -> None:
    coloured = summit("--color", "always", "diff", "sessions.yaml", new)
    assert "\x1b[1mNew" in coloured.out


def test_nothing_differs(here: Path) -> None:
    ended = summit("diff", "sessions.yaml", "sessions.yaml", "--fail-on", "any")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "nothing differs: 6 sessions as before\n"
    ended = summit("diff", "sessions.yaml", "sessions.yaml", "--format", "json")
    jsonschema.validate(ended.json, DOCUMENT)
    assert ended.json["changed"] == []


@pytest.mark.parametrize(
    ("picked", "arguments", "code"),
    [
        ("functions", ["--fail-on", "mine"], 1),
        ("functions", ["--fail-on", "any"], 1),
        ("functions", [], 0),
        (None, ["--fail-on", "mine"], 0),
        (None, ["--fail-on", "any"], 1),
        (None, ["--fail-on", "any", "--mine"], 1),
    ],
)
def test_how_it_ends(new: Path, picked: str | None, arguments: list[str], code: int) -> None:
    if picked:
        summit("add", picked)
    assert summit("diff", "sessions.yaml", new, *arguments).code == code


def test_mine_without_any(new: Path) -> None:
    ended = summit("diff", "sessions.yaml", new, "--mine", "--format", "json")
    assert (ended.json["added"], ended.json["removed"], ended.json["changed"]) == ([], [], [])
    assert ended.err.endswith("; nothing on my agenda\n")


def test_lines_and_ids_have_mine_first(new: Path) -> None:
    summit("add", "models", "lakes")
    ended = summit("diff", "sessions.yaml", new, "--format", "jsonl")
    rows: list[dict[str, Any]] = [json.loads(line) for line in ended.lines]
    assert [(row["id"], row["change"], row["picked"]) for row in rows[:2]] == [
        ("training", "changed", True),
        ("lakes", "removed", True),
    ]
    assert {row["change"] for row in rows[2:]} == {"changed", "added"}
    assert not any(row["picked"] for row in rows[2:])
    ids = summit("diff", "sessions.yaml", new, "--format", "ids").lines
    assert ids[0] == "training"
    assert sorted(ids) == ["fresh", "functions", "later", "opening", "queues", "training"]
    assert summit("diff", "sessions.yaml", new, "--format", "ids", "--mine").lines == ["training"]


def test_versions_come_from_the_library_and_from_standard_input(new: Path) -> None:
    kept = library_file("demo")
    kept.parent.mkdir(parents=True)
    kept.write_text(new.read_text("utf-8"), "utf-8")
    by_file = summit("diff", "sessions.yaml", new)
    assert summit("diff", "sessions.yaml", "demo").out == by_file.out
    piped = summit("diff", "-", "demo", stdin=Path("sessions.yaml").read_text("utf-8"))
    assert piped.out == by_file.out


def test_an_agenda_under_the_old_id_of_the_event_counts(here: Path, new: Path) -> None:
    summit("add", "functions")
    catalogue = make_catalogue(*later())
    renamed = catalogue._replace(event=catalogue.event._replace(id="demo-2"))
    saved(new, write(renamed))
    assert summit("diff", "sessions.yaml", new, "--fail-on", "mine").code == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (["-", "-"], "", "only one of OLD and NEW can be standard input"),
        (["sessions.yaml", "nowhere"], "", "there is no such catalogue"),
        (["sessions.yaml", "nowhere.yaml"], "", "there is no such catalogue"),
        (["-", "sessions.yaml"], BROKEN, "stdin:5:12: error: level 'expret'"),
        (["sessions.yaml"], "", "sessions.yaml is no programme of the library"),
        ([], "", "sessions.yaml is no programme of the library"),
        (["sample"], "", "the sample stays as it is: summit demo makes a programme"),
        (["sessions.yaml", "new.yaml", "--since", "today"], "", "leave out --since and --new"),
        (["demo", "--since", "today", "--new"], "", "one beginning at a time"),
        (["demo@1", "--new"], "", "a version is named already"),
        (["sessions.yaml", "sessions.yaml", "--fail-on", "any-"], "", "did you mean any?"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], stdin: str, said: str) -> None:
    ended = summit("diff", *arguments, stdin=stdin)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_damaged_agenda_stops_only_what_asks_for_it(new: Path) -> None:
    arguments = ("diff", "sessions.yaml", new, "--agenda", "agenda.yaml")
    Path("agenda.yaml").write_bytes(b"\0" * 100)
    ended = summit(*arguments)
    assert (ended.code, "without my agenda" in ended.err) == (0, True)
    assert summit(*arguments, "--mine").code == 2
    assert summit(*arguments, "--fail-on", "mine").code == 2
    assert Path("agenda.yaml").read_bytes() == b"\0" * 100


def test_strangers_are_told_apart(here: Path) -> None:
    other = saved(here / "other.yaml", write(make_catalogue(make_session("x", title="Zebra"))))
    ended = summit("diff", "sessions.yaml", other)
    assert ended.err == "the two share no session: are they the same event?\n"


def test_as_a_process_of_its_own(here: Path, new: Path) -> None:
    ended = spawn("diff", "sessions.yaml", str(new), "--format", "json")
    jsonschema.validate(ended.json, DOCUMENT)
    assert ended.code == 0


@pytest.fixture
def days(here: Path) -> None:
    """Keep three versions of `days`: of Monday, Tuesday and Wednesday at 10:00 in Paris."""
    for day, room in enumerate(("A", "B", "C"), 1):
        sessions = [one._replace(room=room) for one in SESSIONS[: 3 + day]]
        saved(here / "sessions.yaml", write(make_catalogue(*sessions)))
        at = ("--at", f"2019-04-0{day}T08:00Z")
        if day == 1:
            assert summit("import", "sessions.yaml", "--as", "days", *at).code == 0
        else:
            assert summit("update", "days", *at).code == 0
    (here / "sessions.yaml").unlink()


def compared(*arguments: str) -> tuple[str, str, list[str]]:
    """Return the rooms before and after, and what was added."""
    found = summit("diff", *arguments, "--format", "json")
    assert found.code == 0
    rooms = [each["fields"]["room"] for each in found.json["changed"] if "room" in each["fields"]]
    before, after = rooms[0] if rooms else ("", "")
    return before, after, found.json["added"]


_LAST, _BOTH = ("B", "C", ["later"]), ("A", "C", ["lakes", "later"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["days"], ("B", "C", ["lakes", "later"][1:])),
        (["days@1"], _BOTH),
        (["days@-2", "days"], _BOTH),
        (["days@1", "days@2"], ("A", "B", ["lakes"])),
        (["days@2019-04-01", "days@3"], _BOTH),
        (["days", "--since", "2019-04-03"], _LAST),
        (["days", "--since", "yesterday", "--at", "2019-04-03T12:00"], _BOTH),
        (["days", "--since", "today", "--at", "2019-04-03T12:00"], _LAST),
        (["days", "--since", "2019-04-01"], _BOTH),
        (["days", "--since", "2019-04-04"], ("", "", [])),
    ],
)
@pytest.mark.usefixtures("days")
def test_versions_are_named_in_many_ways(
    arguments: list[str], expected: tuple[str, str, list[str]]
) -> None:
    before, after, added = compared(*arguments)
    assert (before, after) == expected[:2]
    assert added == [session for session in expected[2] if session in added]
    assert len(added) == len(expected[2])


@pytest.mark.usefixtures("days")
def test_it_is_told_from_when_it_is_compared() -> None:
    ended = summit("diff", "days")
    told, _ = ended.err.splitlines()
    assert told == "from days@2 (Tue 2 Apr 2019 10:00) to what it is now:"
    early = summit("diff", "days", "--since", "2019-03-01")
    assert early.err.startswith("nothing older is kept than days@1 (Mon 1 Apr 2019 10:00)\n")


@pytest.mark.usefixtures("days")
def test_the_one_in_use_needs_no_name() -> None:
    summit("use", "days")
    assert summit("diff").out == summit("diff", "days").out != ""
    assert summit("diff", "--catalogue", "days").out == summit("diff").out


@pytest.mark.usefixtures("days")
def test_what_is_new_since_the_last_look_is_new_once() -> None:
    assert compared("days", "--new")[:2] == ("A", "C")
    ended = summit("diff", "days", "--new", "--fail-on", "any")
    assert (ended.code, ended.out) == (0, "")
    assert summit("update", "days", "--to", "2").code == 0
    assert compared("days", "--new")[:2] == ("C", "B")


def test_with_one_version_there_is_nothing_to_compare_with(here: Path) -> None:
    summit("import", "sessions.yaml", "--as", "days")
    ended = summit("diff", "days", "--fail-on", "any")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("no earlier version of days is kept: summit update days")


@pytest.mark.usefixtures("days")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["days@9"], "there is no version '9' of days (there are 1, 2, 3;"),
        (["days@1", "days@soon"], "there is no version 'soon' of days"),
        (["days", "--since", "soon"], "--since 'soon' is no day: write 2024-01-05"),
        (["dyas@1"], "did you mean days?"),
        (["dyas@1", "days"], "dyas has no kept versions"),
    ],
)
def test_a_version_that_is_not_there_is_said(arguments: list[str], said: str) -> None:
    ended = summit("diff", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_file_with_a_sign_in_its_name_is_a_file(new: Path) -> None:
    Path("old@1").write_bytes(Path("sessions.yaml").read_bytes())
    assert summit("diff", "old@1", new).out == summit("diff", "sessions.yaml", new).out


DAY = [
    make_session("owls", "10:00", title="Owls at night", room="Amber"),
    make_session("lunch", "10:50", title="Lunch", room="Amber"),
    make_session("goats", "14:00", title="Gardening with goats", room="Birch"),
]
AROUND = [
    DAY[0],
    DAY[1]._replace(room="Hall"),
    DAY[2]._replace(start=at("14:10")),
]
AROUND_TABLE = """\
My agenda  2
  » Tue 14:00 → 14:10  ● Gardening with goats
      ! 25 min with Dentist, Tue 14:30 (my appointment)
  » Amber → Hall  ● Lunch
      ~ 5 min to walk 8 from Amber (Owls at night, Tue 10:00)
"""


@pytest.fixture
def around(here: Path) -> None:
    """Pick a day whose new version leaves too little for a way, and runs into an appointment."""
    dentist = {
        "UID": "1@example.org",
        "SUMMARY": "Dentist",
        "DTSTART;TZID=Europe/Paris": "20190402T143000",
        "DTEND;TZID=Europe/Paris": "20190402T150000",
    }
    (here / "mine.ics").write_bytes(calendar(event(**dentist)))
    config_folder().mkdir(parents=True)
    settings = {"walk": [8], "busy": [str(here / "mine.ics")]}
    (config_folder() / "settings.json").write_text(json.dumps(settings))
    saved(here / "sessions.yaml", write(make_catalogue(*DAY)))
    saved(here / "new.yaml", write(make_catalogue(*AROUND)))
    summit("add", "owls", "lunch", "goats")


@pytest.mark.usefixtures("around")
def test_ways_and_appointments_make_new_clashes() -> None:
    ended = summit("diff", "sessions.yaml", "new.yaml", "--mine")
    assert ended.out == AROUND_TABLE
    assert ended.err.endswith("2 on my agenda, 2 new clashes\n")
    found = summit("diff", "sessions.yaml", "new.yaml", "--format", "json").json
    jsonschema.validate(found, DOCUMENT)
    assert [
        (each["with"], each["kind"], each["minutes"], each["walk"])
        for each in found["mine"]["conflicts"]
    ] == [("lunch", "walk", 3, 8), ("busy-1", "overlap", 25, None)]
    assert [each["title"] for each in found["mine"]["appointments"]] == ["Dentist"]


@pytest.mark.usefixtures("around")
def test_a_clash_of_two_that_stayed_as_they_were_is_listed() -> None:
    moved = [DAY[0], DAY[1]._replace(room="Birch"), DAY[2]]
    saved(Path("old.yaml"), write(make_catalogue(*moved)))
    walks = (Walk(("Amber", "Birch"), 9),)
    (config_folder() / "settings.json").unlink()
    saved(Path("new.yaml"), write(make_catalogue(*moved, walking=walks)))
    ended = summit("diff", "old.yaml", "new.yaml", "--fail-on", "mine")
    assert ended.out.splitlines()[:2] == [
        "My agenda  1",
        "  ~ 5 min to walk 9 to Birch (Lunch, Tue 10:50)  ● Owls at night",
    ]
    assert ended.code == 1

"""`summit diff`: what changed between two versions, my agenda first."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.writing import write
from tests.cli.programmes import BROKEN, SESSIONS, saved
from tests.cli.runner import spawn, summit
from tests.factories import at, make_catalogue, make_session

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
        "minutes": {"type": "integer"},
        "before": {"type": "integer"},
    },
    "required": ["id", "with", "minutes", "before"],
}
_MINE = {
    "changed": _IDS,
    "removed": _IDS,
    "cancelled": _IDS,
    "conflicts": {"type": "array", "items": _CONFLICT},
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
        "conflicts": [{"id": "functions", "with": "later", "minutes": 30, "before": 0}],
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
        (["sessions.yaml"], "", "Missing argument 'NEW'"),
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

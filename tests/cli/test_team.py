"""`summit compare` and `summit cover`."""

import json
import os
from pathlib import Path

import jsonschema
import pytest

from summit_tui.agenda import settings
from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import Outcome, summit
from tests.factories import make_session

NAMES = {"type": "array", "items": {"type": "string"}}
INSTANT = {"type": ["string", "null"]}


def objects(**fields: object) -> dict[str, object]:
    items = {"type": "object", "properties": fields, "required": list(fields)}
    return {"type": "array", "items": items}


SESSION = {"id": {"type": "string"}, "title": {"type": "string"}, "start": INSTANT, "end": INSTANT}
COMPARED = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "event": {"type": "object"},
        "people": objects(name={"type": "string"}, picks={"type": "integer"}),
        "sessions": objects(
            **SESSION,
            missing={"type": "boolean"},
            kind={"enum": ["together", "me", "them"]},
            wants={"type": "object", "additionalProperties": {"enum": ["must", "want", "maybe"]}},
            runs=objects(id={"type": "string"}, names=NAMES),
            clashes=objects(id={"type": "string"}, minutes={"type": "integer"}, names=NAMES),
        ),
    },
    "required": ["version", "event", "people", "sessions"],
}
COVERED = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "event": {"type": "object"},
        "people": NAMES,
        "seen": objects(
            **SESSION,
            goes=NAMES,
            wants={"type": "object"},
            elsewhere=objects(name={"type": "string"}, id={"type": "string"}),
            clashes=objects(
                name={"type": "string"}, id={"type": "string"}, minutes={"type": "integer"}
            ),
        ),
        "unseen": objects(
            id={"type": "string"},
            title={"type": "string"},
            runs=NAMES,
            wants={"type": "object"},
            meanwhile=objects(id={"type": "string"}, names=NAMES),
            instead=NAMES,
        ),
        "proved": {"type": "boolean"},
        "shared_at_best": {"type": "boolean"},
    },
    "required": ["version", "event", "people", "seen", "unseen", "proved", "shared_at_best"],
}


@pytest.fixture
def team(here: Path) -> Path:
    """Give the three of us agendas: I clash with Ana, and Bo wants what is cancelled."""
    summit("want", "must", "functions")
    summit("add", "models")
    summit("add", "queues", "opening", "--agenda", "ana.yaml")
    summit("want", "maybe", "models", "lakes", "--agenda", "bo.yaml")
    return here


def test_the_table_says_who_wants_what_and_where_we_are_apart(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    ended = summit("compare", "ana.yaml", "Bo=bo.yaml", "--format", "table")
    assert (ended.code, ended.err) == (0, "1 together, 1 only me, 3 only them, 1 clash\n")
    assert ended.lines == [
        "Tue 2 Apr",
        "  09:30–11:00  Opening keynote",
        "               ● only ana · Grand Hall",
        "  11:30–12:15  Functions in anger",
        "               ★ only me · SVS301 · Hall 1, Level 2",
        "  11:45–12:30  Queues and topics",
        "               ● only ana · SVS201 · Room B",
        "               ! 30 min with ★ Functions in anger",
        "",
        "Wed 3 Apr",
        "  10:00–12:00  Training large models",
        "               ● me, ○ Bo · AIM401 · Room B",
        "  14:00–14:45  Lakes of data",
        "               × cancelled",
        "               ○ only Bo · DAT100 · Room C",
    ]


def test_piped_it_is_a_line_each(team: Path) -> None:
    lines = summit("compare", "ana.yaml", "Bo=bo.yaml").lines
    assert lines[2].split("\t") == [
        "them",
        "SVS201",
        "2019-04-02T11:45+02:00",
        "ana:want",
        "functions",
        "Queues and topics",
    ]
    assert lines[3].split("\t")[3] == "me:want,Bo:maybe"


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        ("together", ["models"]),
        ("me", ["functions"]),
        ("them", ["opening", "queues", "lakes"]),
        ("clash", ["queues"]),
    ],
)
def test_only_some_are_listed(team: Path, only: str, ids: list[str]) -> None:
    ended = summit("compare", "ana.yaml", "bo.yaml", "--only", only, "--format", "ids")
    assert (ended.code, ended.lines) == (0, ids)
    assert summit("compare", "bo.yaml", "--only", "clash").code == 1


def test_the_json_of_a_comparison(team: Path) -> None:
    summit("add", "later", "--agenda", "ana.yaml")
    programme(team, *(session for session in SESSIONS if session.id != "later"))
    document = summit("compare", "ana.yaml", "bo.yaml", "--format", "json").json
    jsonschema.validate(document, COMPARED)
    assert document["people"] == [
        {"name": "me", "picks": 2},
        {"name": "ana", "picks": 3},
        {"name": "bo", "picks": 2},
    ]
    sessions = {each["id"]: each for each in document["sessions"]}
    assert sessions["queues"]["clashes"] == [{"id": "functions", "minutes": 30, "names": ["ana"]}]
    assert sessions["later"]["missing"] is True


def test_a_clash_says_who_of_several_is_apart(team: Path) -> None:
    summit("add", "queues", "functions", "--agenda", "bo.yaml")
    lines = summit("compare", "ana.yaml", "bo.yaml", "--format", "table").lines
    assert "               ! 30 min with ★ Functions in anger (where ana is not)" in lines


def test_who_goes_to_another_run_is_told(team: Path) -> None:
    again = make_session("again", "2019-04-02 15:00", title="Again", repeats="functions")
    programme(team, *SESSIONS, again)
    summit("add", "again", "--agenda", "ana.yaml")
    lines = summit("compare", "ana.yaml", "--format", "table").lines
    assert "               ana in the run of 15:00" in lines
    assert "               me in the run of 11:30" in lines
    document = summit("compare", "ana.yaml", "--format", "json").json
    runs = {each["id"]: each["runs"] for each in document["sessions"]}
    assert runs["functions"] == [{"id": "again", "names": ["ana"]}]
    assert runs["models"] == []


def test_the_plan_says_who_goes_where_and_why(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    summit("want", "maybe", "functions", "--agenda", "ana.yaml")
    ended = summit("cover", "ana.yaml", "Bo=bo.yaml", "--format", "table")
    assert ended.err == (
        "4 of 5 sessions the team wants are seen, unseen 1 maybe: the best possible\n"
    )
    assert ended.lines == [
        "Tue 2 Apr",
        "  09:30–11:00  Opening keynote",
        "               Grand Hall",
        "               ● ana",
        "  11:30–12:15  Functions in anger",
        "               SVS301 · Hall 1, Level 2",
        "               ★ me, also for ○ ana, who is in SVS201",
        "  11:45–12:30  Queues and topics",
        "               SVS201 · Room B",
        "               ● ana",
        "",
        "Wed 3 Apr",
        "  10:00–12:00  Training large models",
        "               AIM401 · Room B",
        "               ● me, ○ Bo",
        "",
        "Unseen",
        "  Lakes of data, for ○ Bo",
        "      cancelled",
    ]


def test_a_way_that_is_too_long_is_told(team: Path) -> None:
    summit("add", "opening")
    ended = summit("cover", "bo.yaml", "--walk", "40", "--format", "table")
    assert ended.err.endswith(": the best possible, with 1 clash\n")
    assert [line.strip() for line in ended.lines if "~" in line] == [
        "~ me: 30 min to walk 40 to Hall 1, Level 2 (Functions in anger)",
        "~ me: 30 min to walk 40 from Grand Hall (Opening keynote)",
    ]
    document = summit("cover", "bo.yaml", "--walk", "40", "--format", "json").json
    assert document["seen"][0]["clashes"] == [
        {"name": "me", "id": "functions", "kind": "walk", "minutes": 10, "walk": 40}
    ]


def test_an_errand_for_a_colleague_who_is_elsewhere(team: Path) -> None:
    third = make_session("third", "11:40", title="Third at once", tracks=("Data",))
    programme(team, *SESSIONS, third)
    summit("want", "must", "third", "queues", "--agenda", "bo.yaml")
    summit("remove", "functions")
    ended = summit("cover", "bo.yaml", "--format", "table")
    errands = [line.strip() for line in ended.lines if "for ★ bo, who is in" in line]
    assert errands == ["me, for ★ bo, who is in Third at once"]


def test_what_it_would_cost_to_see_more(team: Path) -> None:
    third = make_session("third", "11:40", title="Third at once", tracks=("Data",))
    programme(team, *SESSIONS, third)
    summit("want", "must", "third", "queues", "--agenda", "bo.yaml")
    ended = summit("cover", "bo.yaml", "--format", "table")
    unseen = ended.lines[ended.lines.index("Unseen") + 1 :]
    assert unseen[0] == "  Queues and topics (Tue 2 Apr 11:45–12:30), for ★ bo"
    assert any(line.startswith("      to see it, ") for line in unseen)


@pytest.mark.parametrize(("whom", "ids"), [("me", "functions models"), ("ANA", "opening queues")])
def test_where_one_of_us_goes(team: Path, whom: str, ids: str) -> None:
    ended = summit("cover", "ana.yaml", "bo.yaml", "--for", whom, "--format", "ids")
    assert (ended.code, ended.lines) == (0, ids.split())


def test_a_plan_can_be_piped_into_my_agenda(team: Path) -> None:
    summit("want", "must", "opening", "--agenda", "bo.yaml")
    ids = summit("cover", "bo.yaml", "--for", "me", "--format", "ids").out
    assert summit("add", "-", stdin=ids).code == 0


def test_nobody_of_that_name(team: Path) -> None:
    ended = summit("cover", "ana.yaml", "--for", "anna")
    assert (ended.code, ended.err) == (
        2,
        "error: nobody of the team is called 'anna': did you mean ana?\n",
    )


def test_the_json_of_a_plan(team: Path) -> None:
    document = summit("cover", "ana.yaml", "bo.yaml", "--format", "json").json
    jsonschema.validate(document, COVERED)
    assert document["people"] == ["me", "ana", "bo"]
    assert [each["goes"] for each in document["seen"]] == [["ana"], ["me"], ["ana"], ["me", "bo"]]
    assert [each["id"] for each in document["unseen"]] == ["lakes"]
    assert document["proved"] is True


def test_a_sharing_that_may_not_be_the_best_is_told(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bound in ("_MOST_STEPS", "_FEWEST_WAYS"):
        monkeypatch.setattr(f"summit_tui.agenda.team.assigning.{bound}", 2)
    ended = summit("cover", "ana.yaml", "bo.yaml", "--format", "json")
    assert (ended.json["proved"], ended.json["shared_at_best"]) == (True, False)
    assert ended.err.endswith(": the best possible, shared out well, but perhaps not best\n")


def test_piped_a_plan_is_a_line_each(team: Path) -> None:
    assert summit("cover", "ana.yaml", "bo.yaml").lines[3].split("\t") == [
        "AIM401",
        "2019-04-03T10:00+02:00",
        "120",
        "me,bo",
        "Room B",
        "Training large models",
    ]


BOTH = pytest.mark.parametrize("command", ["compare", "cover"])


@BOTH
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("event: other\n", "bad.yaml: this is an agenda of other, not of demo"),
        ("picks: [}", "bad.yaml:1:9: error: "),
        (None, "bad.yaml: error: there is no such file"),
    ],
)
def test_a_bad_file_is_named_and_the_others_go_on(
    team: Path, command: str, text: str | None, said: str
) -> None:
    if text is not None:
        (team / "bad.yaml").write_text(text)
    ended = summit(command, "bad.yaml", "ana.yaml")
    assert ended.code == 2
    assert said in ended.err
    assert "Queues and topics" in ended.out
    alone = summit(command, "bad.yaml")
    assert (alone.code, alone.out) == (2, "")


def in_settings(*team: str) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "summit-tui"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps({"team": team}))
    settings._read.cache_clear()


def from_settings(command: str, *team: str) -> Outcome:
    in_settings(*team)
    return summit(command)


@BOTH
def test_the_team_of_the_settings(team: Path, command: str) -> None:
    ended = from_settings(command, f"Ana={team / 'ana.yaml'}", str(team / "elsewhere.yaml"))
    assert ended.code == 0
    assert "elsewhere.yaml: error: there is no such file" in ended.err
    assert "Ana" in ended.out
    none = from_settings(command)
    assert none.code == 2
    assert none.err.startswith("error: whose agenda? Name files, such as ana.yaml")


def test_a_search_asks_for_colleagues(team: Path) -> None:
    (team / "other.yaml").write_text("event: other\n")
    (team / "broken.yaml").write_text("picks: [}")
    in_settings(f"Ana={team / 'ana.yaml'}", *(str(team / f"{n}.yaml") for n in ("other", "broken")))
    ended = summit("search", "with:ana -is:picked", "--format", "ids")
    assert (ended.code, ended.lines) == (0, ["opening", "queues"])
    assert ended.err.count("broken.yaml:1:9: error") == 1
    assert "other.yaml" not in ended.err
    assert summit("search", "with:other").code == 1
    wrong = summit("search", "with:anna")
    assert (wrong.code, wrong.out) == (2, "")
    assert "error: nobody of the team is called 'anna' (did you mean Ana?)\n" in wrong.err


def test_a_session_says_which_colleagues_go(team: Path) -> None:
    in_settings(f"Ana={team / 'ana.yaml'}", f"Bo={team / 'bo.yaml'}")
    summit("want", "must", "models", "--agenda", "ana.yaml")
    lines = summit("show", "AIM401").lines
    assert lines[lines.index("● want") + 1] == "with ★ Ana, ○ Bo"
    assert "with" not in " ".join(summit("show", "SVS301").lines)
    fields = summit("show", "AIM401", "--format", "json").json["sessions"][0]
    assert "Ana" not in json.dumps(fields)  # what programs read stays as it is


def test_a_search_for_colleagues_without_any(team: Path) -> None:
    ended = summit("search", "with:ana")
    assert ended.code == 2
    assert ended.err.startswith("error: your colleagues are not known (name their agendas in ")
    in_settings()
    (Path(os.environ["XDG_CONFIG_HOME"]) / "summit-tui" / "settings.json").write_text("{")
    assert "settings.json: this is not JSON" in summit("search", "with:ana").err


@BOTH
def test_nobody_wants_anything(team: Path, command: str) -> None:
    for name in ("nobody.yaml", "noone.yaml"):
        (team / name).write_text("event: demo\npicks: []\n")
    ended = summit(command, "nobody.yaml", "--agenda", "noone.yaml")
    assert (ended.code, ended.out) == (1, "")

"""The commands that change the agenda: add, remove, want, note, rate, attended, undo, redo."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.programmes import IDS, SESSIONS, programme
from tests.cli.runner import spawn, summit
from tests.factories import make_session


def picks() -> dict[str, dict[str, Any]]:
    """Return the picks of `summit agenda --format json` by id."""
    return {pick["id"]: pick for pick in summit("agenda", "--format", "json").json["picks"]}


def wants() -> dict[str, str]:
    return {session_id: pick["want"] for session_id, pick in picks().items()}


@pytest.mark.parametrize("name", ["functions", "FUNCTIONS", "SVS301", "svs301", " Functions "])
def test_add_by_id_or_code_in_any_case(name: str) -> None:
    ended = summit("add", name)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "added ● Functions in anger (Tue 2 Apr 11:30–12:15)\n"
    assert wants() == {"functions": "want"}


@pytest.mark.parametrize("want", ["must", "want", "maybe"])
def test_add_says_how_much(want: str) -> None:
    assert summit("add", "--want", want, "queues", "models").code == 0
    assert wants() == {"queues": want, "models": want}


@pytest.mark.parametrize(
    "stdin",
    [
        "functions\nmodels\n",
        "functions\r\nmodels",
        "\n  functions  \n\nmodels\n\n",
        "SVS301\t2019-04-02T11:30+02:00\t45\nAIM401\t\t\n",
        b"functions\nmodels\n",
    ],
)
def test_add_reads_ids_and_plain_output_from_standard_input(stdin: str | bytes) -> None:
    assert summit("add", "-", stdin=stdin).code == 0
    assert set(wants()) == {"functions", "models"}


@pytest.mark.parametrize("form", ["ids", "tsv"])
def test_a_search_can_be_piped_into_add(form: str) -> None:
    found = summit("search", "--level", "300+", "--format", form).out
    assert summit("add", "-", stdin=found).code == 0
    assert set(wants()) == {"functions", "models", "later"}


def test_a_run_is_piped_into_add_where_all_have_one_code(here: Path) -> None:
    first = make_session("first", "10:00", code="AIM1", title="Twice")
    again = make_session("again", "15:00", code="AIM1", title="Twice", repeats="first")
    programme(here, first, again)
    found = summit("search", "--after", "14:00").out
    assert summit("add", "-", stdin=found).code == 0
    assert set(wants()) == {"again"}


def test_id_and_code_of_a_session_are_one() -> None:
    ended = summit("add", "functions", "svs301")
    assert ended.err == "added ● Functions in anger (Tue 2 Apr 11:30–12:15)\n"
    assert summit("undo").err == "undone: add Functions in anger\n"


def test_nothing_on_standard_input_adds_nothing() -> None:
    ended = summit("add", "-", stdin="\n")
    assert (ended.code, ended.err) == (1, "no session was named\n")


def test_bytes_that_are_no_text_are_an_unknown_session() -> None:
    ended = spawn("add", "-", stdin=b"\xff\xfe\n")
    assert ended.code == 2
    assert "there is no session" in ended.err


UNKNOWN = [
    (["add", "functons"], "did you mean functions?"),
    (["add", "SVS310"], "did you mean SVS301?"),
    (["add", "functions", "xyzzy"], "summit search finds sessions by their words"),
    (["remove", "functons"], "did you mean functions?"),
    (["want", "must", "functons"], "did you mean functions?"),
    (["note", "functons", "text"], "did you mean functions?"),
    (["rate", "functons", "3"], "did you mean functions?"),
    (["attended", "functons"], "did you mean functions?"),
    (["show", "functons"], "did you mean functions?"),
]


@pytest.mark.parametrize(("arguments", "hint"), UNKNOWN)
def test_an_unknown_session_changes_nothing(arguments: list[str], hint: str) -> None:
    ended = summit(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "in Demo Summit" in ended.err
    assert hint in ended.err
    assert picks() == {}


def test_add_keeps_what_is_there_and_tells_what_is_new() -> None:
    summit("add", "functions", "--want", "must")
    ended = summit("add", "functions", "models")
    assert ended.err == (
        "added ● Training large models (Wed 3 Apr 10:00–12:00)\n1 more was so already\n"
    )
    assert wants() == {"functions": "must", "models": "want"}
    again = summit("add", "functions")
    assert (again.code, again.err) == (0, "nothing to change: it is so already\n")


def test_add_tells_the_conflicts_it_makes_once() -> None:
    both = summit("add", "functions", "queues")
    assert both.err.splitlines()[2:] == ["! Functions in anger: 30 min with Queues and topics"]
    assert "!" not in summit("add", "models").err


def test_many_sessions_are_counted_not_listed(here: Path) -> None:
    many = [make_session(f"s{number:02}", None) for number in range(30)]
    programme(here, *many)
    told = summit("add", *(session.id for session in many)).err.splitlines()
    assert len(told) == 21
    assert told[-1] == "… and 10 more"


@pytest.mark.parametrize(
    "order", [["must", "functions", "models"], ["functions", "models", "must"]]
)
def test_want_takes_both_orders(order: list[str]) -> None:
    assert summit("want", *order).code == 0
    assert wants() == {"functions": "must", "models": "must"}


def test_want_changes_what_is_there() -> None:
    summit("add", "functions")
    ended = summit("want", "maybe", "-", stdin="functions\n")
    assert ended.err == "now ○ Functions in anger (Tue 2 Apr 11:30–12:15)\n"
    assert wants() == {"functions": "maybe"}


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["want", "mst", "functions"], "did you mean must?"),
        (["want", "functions"], "is not one of must, want, maybe"),
        (["want", "must"], "which session is must? Write summit want must ID"),
        (["want"], "Missing argument"),
        (["add"], "Missing argument 'ID...'"),
        (["add", "--want", "mst", "functions"], "did you mean must?"),
        (["rate", "functions", "6"], "6 is not in the range"),
        (["rate", "functions", "-1"], "there is no option -1"),
        (["rate", "functions", "good"], "'good' is not a valid integer"),
        (["rate", "functions"], "Missing argument"),
        (["rate", "-", "3"], "2 sessions are named"),
        (["note"], "Missing argument 'ID'"),
        (["note", "functions", "--clear", "--append", "x"], "one thing at a time"),
        (["note", "functions", "--show", "text"], "one thing at a time"),
        (["note", "functions", "--show", "--clear"], "one thing at a time"),
        (["attended"], "Missing argument"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(arguments: list[str], hint: str) -> None:
    ended = summit(*arguments, stdin="functions\nmodels\n")
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err
    assert picks() == {}


def test_remove_takes_everything_of_a_pick_and_undo_brings_it_back() -> None:
    summit("note", "functions", "keep me")
    ended = summit("remove", "SVS301")
    assert ended.err == "removed Functions in anger (Tue 2 Apr 11:30–12:15)\n"
    assert picks() == {}
    assert summit("undo").code == 0
    assert picks()["functions"]["note"] == "keep me"


def test_remove_tells_what_is_not_there() -> None:
    summit("add", "functions")
    ended = summit("remove", "functions", "models")
    assert (ended.code, picks()) == (0, {})
    assert ended.err.splitlines()[0] == "not on the agenda: Training large models"
    nothing = summit("remove", "models")
    assert (nothing.code, nothing.err) == (1, "not on the agenda: Training large models\n")


def test_the_agenda_s_own_ids_can_be_piped_into_remove() -> None:
    summit("add", *IDS)
    assert summit("remove", "-", stdin=summit("agenda", "--format", "ids").out).code == 0
    assert picks() == {}


@pytest.mark.parametrize(
    ("arguments", "stdin", "note"),
    [
        (["good", "talk"], "", "good talk"),
        (["-"], "piped\n", "piped"),
        ([], "piped\r\nlines\n\n", "piped\nlines"),
        (["--", "- a", "list"], "", "- a list"),
        (["--append", "more"], "", "before\nmore"),
        (["--append", "-"], "more\n", "before\nmore"),
        (["\x1b[31mred\x1b[0m"], "", "red"),
        (["--clear"], "", None),
    ],
)
def test_note(arguments: list[str], stdin: str, note: str | None) -> None:
    summit("note", "functions", "before")
    ended = summit("note", "functions", *arguments, stdin=stdin)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith("Functions in anger (Tue 2 Apr 11:30–12:15)\n")
    assert picks()["functions"]["note"] == note


def test_a_note_puts_a_session_on_the_agenda() -> None:
    summit("note", "models", "bring a laptop")
    assert wants() == {"models": "want"}


def test_an_empty_note_from_a_pipe_is_an_accident() -> None:
    summit("note", "functions", "precious")
    ended = summit("note", "functions", stdin="\n")
    assert ended.code == 1
    assert "--clear takes a note away" in ended.err
    assert picks()["functions"]["note"] == "precious"


def test_note_show() -> None:
    nothing = summit("note", "functions", "--show")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "there is no note\n")
    summit("note", "functions", stdin="two\nlines")
    assert summit("note", "functions", "--show").out == "two\nlines\n"


def editor(folder: Path, script: str) -> None:
    """Make `$EDITOR` a shell script that gets the file as `$1`."""
    path = folder / "editor with a blank"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    os.environ["EDITOR"] = f"'{path}'"


@pytest.fixture
def _editor_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "")


@pytest.mark.usefixtures("_editor_of_its_own")
@pytest.mark.parametrize(
    ("script", "code", "note"),
    [
        ('cat "$1" > seen; echo "and more" >> "$1"', 0, "before\nand more"),
        ('echo "Ünïcode" > "$1"', 0, "Ünïcode"),
        (': > "$1"; touch "$1"', 0, None),
        ("exit 0", 1, "before"),
        ("exit 3", 2, "before"),
        ('printf "\\377" > "$1"', 2, "before"),
    ],
)
def test_note_in_the_editor(here: Path, script: str, code: int, note: str | None) -> None:
    summit("note", "functions", "before")
    editor(here, script)
    ended = summit("note", "functions", terminal=True)
    assert (ended.code, ended.out) == (code, "")
    assert picks()["functions"]["note"] == note
    if "seen" in script:
        assert (here / "seen").read_text() == "before\n"


def test_an_editor_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/ed")
    ended = summit("note", "functions", terminal=True)
    assert ended.code == 2
    assert "set EDITOR, or write summit note ID TEXT" in ended.err


@pytest.mark.parametrize(("given", "kept"), [("1", 1), ("5", 5), ("0", None)])
def test_rate(given: str, kept: int | None) -> None:
    summit("rate", "functions", "3")
    assert summit("rate", "functions", given).code == 0
    assert picks()["functions"]["rating"] == kept


def test_taking_a_rating_away_picks_nothing() -> None:
    assert summit("rate", "functions", "0").code == 0
    assert picks() == {}


def test_attended_and_not() -> None:
    summit("attended", "functions", "models")
    summit("attended", "--no", "models")
    assert {key: pick["attended"] for key, pick in picks().items()} == {
        "functions": True,
        "models": False,
    }


def test_undo_and_redo() -> None:
    for command in ("undo", "redo"):
        ended = summit(command)
        assert (ended.code, ended.out, ended.err) == (1, "", f"there is nothing to {command}\n")
    summit("add", "functions")
    summit("rate", "functions", "4")
    undone = summit("undo")
    assert (undone.code, undone.err) == (0, "undone: rate Functions in anger 4\n")
    assert picks()["functions"]["rating"] is None
    assert summit("undo").code == 0
    assert picks() == {}
    assert summit("redo").err == "redone: add Functions in anger\n"
    assert wants() == {"functions": "want"}


@pytest.fixture
def vanished(here: Path) -> str:
    """Pick a session that the programme then drops, and return its id."""
    summit("add", "functions", "models")
    programme(here, *(session for session in SESSIONS if session.id != "functions"))
    return "functions"


def test_a_pick_of_a_vanished_session_can_still_be_worked_on(vanished: str) -> None:
    told = "Functions in anger (no longer in the programme)\n"
    assert summit("note", vanished, "was it moved?").err == f"noted on ● {told}"
    assert summit("rate", vanished, "2").err == f"2 of 5: ● {told}"
    assert summit("attended", vanished).err == f"attended ● {told}"
    assert summit("want", "must", vanished.upper()).err == f"now ★ {told}"
    pick = picks()[vanished]
    assert (pick["note"], pick["rating"], pick["missing"]) == ("was it moved?", 2, True)
    assert summit("remove", vanished).err == f"removed {told}"
    assert set(picks()) == {"models"}


def test_what_is_left_of_a_vanished_session_is_shown(vanished: str) -> None:
    summit("note", vanished, "Ask Ada.")
    ids = "\n".join(summit("agenda", "--format", "ids").lines)
    ended = summit("show", "-", stdin=ids)
    assert ended.code == 0
    assert ended.lines[:4] == [
        "Functions in anger",
        "? no longer in the programme (id functions)",
        "● want",
        "  Ask Ada.",
    ]
    assert "id: models" in ended.lines
    listed = summit("show", "-", "--format", "ids", stdin=ids)
    assert (listed.code, listed.lines) == (0, ["models"])
    assert listed.err == "no longer in the programme: Functions in anger (functions)\n"


def test_a_vanished_session_that_was_never_picked_is_unknown(vanished: str) -> None:
    assert summit("remove", vanished).code == 0
    assert summit("add", vanished).code == 2


def test_an_empty_id_names_no_session() -> None:
    for command in ("add", "show", "remove"):
        ended = summit(command, "")
        assert ended.code == 2
        assert "an empty id names no session" in ended.err

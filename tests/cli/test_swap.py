"""`summit swap`."""

from pathlib import Path

import pytest

from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import summit
from tests.factories import make_session

DAY = (
    make_session("full", "10:00", title="Full house", tracks=("Data",), room="Blue", code="D1"),
    make_session("alike", "10:00", title="Quiet house", tracks=("Data",), room="Red", code="D2"),
    make_session("odd", "10:15", title="Odd one", room="Red"),
    make_session("again", "15:00", title="Full house", repeats="full", room="Red"),
    make_session("next", "10:45", title="Next", room="Blue"),
)


@pytest.fixture(autouse=True)
def day(here: Path) -> None:
    programme(here, *DAY)


def test_the_table_says_what_else_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    summit("add", "full", "next")
    ended = summit("swap", "full", "--format", "table", "--walk", "Blue,Red=0")
    assert ended.lines == [
        "Instead of Full house, Tue 2 Apr 10:00–10:45",
        "The same again",
        "  Tue 2 Apr 15:00–15:45    Full house",
        "                 again · Red",
        "Also at that time",
        "  10:00–10:45    Quiet house",
        "                 D2 · Red · alike: Data, house",
    ]
    assert ended.err == "summit swap D1 NEW takes one of them\n"
    assert ended.code == 0


def test_the_table_keeps_to_the_width(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    long = make_session("long", "10:00", title="A title that is longer than forty columns are")
    programme(here, long, make_session("open", "10:00", duration=None, title="Open end"))
    lines = summit("swap", "long", "--format", "table").lines
    assert max(map(len, lines)) <= 40
    assert lines[:2] == [
        "Instead of A title that is longer than",
        "forty columns are, Tue 2 Apr 10:00–10:45",
    ]
    assert lines[-2:] == ["  10:00          Open end", "                 open"]


def test_where_nothing_fits_the_nearest_are_told_with_the_clash() -> None:
    summit("add", "full", "next")
    ended = summit("swap", "full", "--format", "table", "--walk", "5")
    assert "Nothing fits; nearest to it" in ended.lines
    assert "                 ~ 0 min to walk 5 to Blue (Next)" in ended.lines
    assert "                 ! 15 min with Next" in ended.lines


def test_json_has_all_of_them() -> None:
    summit("add", "full", "next")
    found = summit("swap", "D1", "--format", "json", "--walk", "5").json
    assert (found["version"], found["id"]) == (1, "full")
    assert [run["id"] for run in found["runs"]] == ["again"]
    fits = [(each["id"], each["fits"], each["walk"]) for each in found["instead"]]
    assert fits == [("alike", False, 5), ("odd", False, 5)]
    assert found["instead"][0]["conflicts"] == [
        {"id": "next", "kind": "walk", "minutes": 5, "walk": 5}
    ]
    assert found["instead"][0]["why"] == ["Data", "house"]


def test_so_many_as_are_wanted_are_told() -> None:
    told = {
        limit: summit("swap", "full", "--format", "ids", "--limit", limit).lines for limit in "012"
    }
    assert told == {
        "0": ["again", "alike", "odd"],
        "1": ["again", "alike"],
        "2": ["again", "alike", "odd"],
    }
    cut = summit("swap", "full", "--format", "table", "--limit", "1")
    assert cut.err == "summit swap D1 NEW takes one of them; 1 more fit (--limit 0)\n"


def test_another_takes_its_place_and_undo_brings_it_back() -> None:
    summit("add", "full", "--want", "must")
    ended = summit("swap", "full", "alike")
    assert ended.err.splitlines()[0] == "swapped: Full house (Tue 2 Apr 10:00–10:45)"
    assert "swapped: ★ Quiet house (Tue 2 Apr 10:00–10:45)" in ended.err
    assert summit("agenda", "--format", "ids").lines == ["alike"]
    assert summit("undo").err == "undone: swap Full house for Quiet house\n"
    assert summit("agenda", "--format", "ids").lines == ["full"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["full", "full"], 2, "Full house is swapped for itself"),
        (["ful"], 2, "did you mean full"),
        (["next", "--limit", "1"], 0, ""),
    ],
)
def test_wrong_and_odd_calls(arguments: list[str], code: int, said: str) -> None:
    ended = summit("swap", *arguments)
    assert ended.code == code
    assert said in ended.err


def test_nothing_else_or_no_time_is_told(here: Path) -> None:
    programme(here, *SESSIONS)
    assert summit("swap", "opening").code == 1
    assert "nothing else is on at the time of Opening keynote" in summit("swap", "opening").err
    assert "has no time yet" in summit("swap", "later").err

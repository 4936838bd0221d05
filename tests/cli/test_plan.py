"""`summit plan`."""

from pathlib import Path

import pytest

from tests.cli.programmes import programme
from tests.cli.runner import summit
from tests.factories import make_session

DAY = (
    make_session("one", "09:00", title="One", room="Blue", code="D1"),
    make_session("clash", "09:15", title="Clash", room="Red"),
    make_session("two", "10:00", title="Two", room="Red", duration=None),
    make_session("more", "14:00", title="More of it", room="Red", level=300),
    make_session("later", None, title="Later"),
)


@pytest.fixture(autouse=True)
def day(here: Path) -> None:
    programme(here, *DAY)
    summit("add", "one", "two", "--want", "must")
    summit("add", "clash")


def test_the_table_says_what_is_on_what_is_not_and_the_proof(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = summit("plan", "--format", "table", "--walk", "5", "--from", "level:300")
    assert ended.lines == [
        "Tue 2 Apr   2 of your 3 wishes, 1 found, 2 h 15, 5 min walking (best possible)",
        "  09:00–09:45  ★ One",
        "                 D1 · Blue · plan B: clash",
        "  10:00        ★ Two",
        "                 two · Red",
        "  14:00–14:45  ○ More of it",
        "                 more · Red · found",
        "Left out",
        "  ● Clash (Tue 09:15)",
        "      clashes with ★ One (must)",
        "      having it would cost ★ One",
    ]
    assert ended.err.splitlines() == [
        "taken for 45 min, for the length is unknown: Two",
        "summit plan --apply to keep it",
    ]
    assert summit("agenda", "--format", "ids").lines == ["one", "clash", "two"]


def test_whose_cost_is_not_worked_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summit_tui.agenda.planning.reasons.MOST_COSTS", 0)
    ended = summit("plan", "--format", "table")
    assert "the cost of 1 wish was not worked out: summit plan --keep ID shows it" in ended.err
    assert summit("plan", "--format", "json").json["dropped"][0]["cost"] is None


def test_json_has_all_of_it() -> None:
    found = summit("plan", "--format", "json").json
    assert (found["version"], found["optimal"], found["walking"]) == (1, True, 0)
    assert found["score"] == {"must": 2, "want": 0, "maybe": 0, "found": 0}
    assert found["chosen"] == ["one", "two"]
    (dropped,) = found["dropped"]
    assert (dropped["id"], dropped["because"]) == ("clash", ["one"])
    assert dropped["cost"] == {"loses": ["one"], "gains": [], "walking": 0}
    assert found["alternatives"] == {"one": ["clash"], "two": []}


def test_applied_it_is_my_agenda_and_one_undo_brings_all_back() -> None:
    summit("add", "later")
    ended = summit("plan", "--apply", "--from", "level:300")
    assert "added ○ More of it (Tue 2 Apr 14:00–14:45)" in ended.err
    assert "left out Clash (Tue 2 Apr 09:15–10:00)" in ended.err
    assert summit("agenda", "--format", "ids").lines == ["one", "two", "more", "later"]
    again = summit("plan", "--apply")
    assert "nothing to change: my agenda is the plan" in again.err
    assert summit("undo").err == "undone: take the plan\n"
    assert summit("agenda", "--format", "ids").lines == ["one", "clash", "two", "later"]


def test_what_was_left_out_comes_back_when_the_programme_makes_room(here: Path) -> None:
    ended = summit("plan", "--apply")
    assert "left out Clash (Tue 2 Apr 09:15–10:00)" in ended.err
    assert summit("search", "is:picked", "--format", "ids").lines == ["one", "two"]
    assert summit("agenda", "--format", "json").json["left_out"] == ["clash"]
    assert "1 wish left out by the plan" in summit("agenda", "--format", "table").err
    assert "● want, left out by the plan" in summit("show", "clash").out
    programme(here, DAY[0]._replace(status="cancelled"), *DAY[1:])
    assert "added ● Clash" in summit("plan", "--apply").err
    assert summit("agenda", "--format", "json").json["left_out"] == []
    assert summit("undo").code == 0
    assert summit("remove", "clash").err == "removed Clash (Tue 2 Apr 09:15–10:00)\n"
    assert summit("plan", "--format", "ids").lines == ["two"]


def test_what_holds_a_note_stays_as_a_maybe() -> None:
    summit("note", "clash", "Ask Ada")
    ended = summit("plan", "--apply")
    assert "left out, but stays as a maybe for what I made of it: Clash" in ended.err
    picks = summit("agenda", "--format", "json").json["picks"]
    assert [(p["want"], p["note"]) for p in picks if p["id"] == "clash"] == [("maybe", "Ask Ada")]


@pytest.mark.parametrize(
    ("arguments", "chosen"),
    [
        (["--keep", "clash"], ["clash", "two"]),
        (["--avoid", "D1"], ["clash", "two"]),
        (["--day-start", "9:30"], ["two"]),
        (["--day-end", "9:50"], ["one"]),
        (["--max-per-day", "1"], ["one"]),
        (["--lunch", "9:45-10:15/30"], ["one"]),
        (["--walk", "20"], ["clash", "two"]),
    ],
)
def test_what_a_plan_is_to_be_like(arguments: list[str], chosen: list[str]) -> None:
    assert summit("plan", "--format", "ids", *arguments).lines == chosen


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--lunch", "noon"], 2, "--lunch: 'noon' is no time for lunch"),
        (["--day-end", "late"], 2, "--day-end: 'late'"),
        (["--day-end", "9:00", "--day-start", "10:00"], 2, "end at 09:00 and begin at 10:00"),
        (["--day-end", "10:00", "--day-start", "10:00"], 2, "end at 10:00 and begin at 10:00"),
        (["--keep", "one", "--avoid", "one"], 2, "One is both kept and avoided"),
        (["--keep", "later"], 2, "--keep: Later has no time yet"),
        (["--from", "level:"], 2, "error:"),
        (["--fail-on", "must"], 0, ""),
        (["--fail-on", "must", "--avoid", "one"], 1, ""),
        (["--day-start", "20:00"], 1, "nothing of it can be planned"),
    ],
)
def test_wrong_and_odd_calls(arguments: list[str], code: int, said: str) -> None:
    ended = summit("plan", *arguments)
    assert ended.code == code
    assert said in ended.err


def test_with_nothing_to_plan_it_ends_with_1(here: Path) -> None:
    summit("remove", "one", "two", "clash")
    ended = summit("plan")
    assert ended.code == 1
    assert "there is nothing to plan" in ended.err

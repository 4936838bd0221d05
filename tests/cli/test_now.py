"""`summit now` and `summit next`, and the status bars they are for."""

import json
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summit_tui.cli.bars import BARS, Told
from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import Outcome, summit
from tests.factories import make_session

pytestmark = pytest.mark.usefixtures("in_paris")

BEFORE = "2019-04-02T11:00"
LINE = "in 30 min  11:30 Functions in anger, Hall 1, Level 2 · 6 min walk, leave by 11:24"


def at(moment: str, *arguments: str) -> Outcome:
    return summit(*arguments, "--at", moment)


def picked() -> None:
    summit("add", "opening", "functions", "models", "lakes")


def test_one_line_says_what_comes_when_where_and_when_to_leave() -> None:
    picked()
    ended = at(BEFORE, "next", "--walk", "6")
    assert (ended.code, ended.out, ended.err) == (0, f"{LINE}\n", "")
    assert at(BEFORE, "next").lines == ["in 30 min  11:30 Functions in anger, Hall 1, Level 2"]
    assert at("2019-04-02T12:30", "next").lines == [
        "in 21 h 30  Wed 3 Apr 10:00 Training large models, Room B"
    ]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("{in} {title:.9}, {room}", "30 min Functions, Hall 1, Level 2"),
        ("{minutes} {walk} {leave:%H:%M} {from} {want}", "30 6 11:24 Grand Hall want"),
        ("{line}", LINE),
        ("ids", "functions"),
        ("line", LINE),
    ],
)
def test_formats(form: str, written: str) -> None:
    picked()
    assert at(BEFORE, "next", "--walk", "6", "--format", form).lines == [written]


_INSTANT = {"type": ["string", "null"], "pattern": r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
_COMING = {
    "type": ["object", "null"],
    "properties": {
        "minutes": {"type": "integer"},
        "walk": {"type": "integer"},
        "leave": _INSTANT,
        "from": {"type": ["string", "null"]},
    },
    "required": ["id", "title", "start", "want", "minutes", "walk", "leave", "from"],
}
NEXT: dict[str, Any] = {
    "type": "object",
    "properties": {"version": {"const": 1}, "now": _INSTANT, "next": _COMING},
    "required": ["version", "event", "now", "next"],
}
NOW = {
    "type": "object",
    "properties": NEXT["properties"]
    | {"on": {"type": "array"}, "mine": {"type": "array"}, "ended": {"type": "array"}},
    "required": ["version", "event", "now", "next", "on", "mine", "ended"],
}


def test_json_is_the_document_that_scripts_rely_on() -> None:
    picked()
    document = at(BEFORE, "next", "--walk", "6", "--format", "json").json
    jsonschema.validate(document, NEXT)
    coming = document["next"]
    assert document["now"] == "2019-04-02T11:00:00+02:00"
    assert (coming["id"], coming["minutes"], coming["walk"]) == ("functions", 30, 6)
    assert (coming["leave"], coming["from"]) == ("2019-04-02T11:24:00+02:00", "opening")
    document = at("2019-04-02T11:50", "now", "--format", "json").json
    jsonschema.validate(document, NOW)
    assert [one["id"] for one in document["on"]] == ["functions", "queues"]
    assert (document["mine"], document["ended"]) == (["functions"], ["opening"])


def test_nothing_comes() -> None:
    empty = at(BEFORE, "next")
    assert (empty.code, empty.out) == (1, "")
    assert empty.err == "the agenda is empty: summit add ID picks a session\n"
    picked()
    ended = at("2019-04-09T10:00", "next", "--format", "json")
    jsonschema.validate(ended.json, NEXT)
    assert (ended.code, ended.json["next"]) == (1, None)
    assert ended.err.startswith("nothing of mine comes next")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "jsn"], "did you mean json?"),
        (["--format", "xyz"], "there are line, json, ids and templates"),
        (["--format", "{titel}"], "did you mean title?"),
        (["--for", "tmx"], "did you mean tmux?"),
        (["--for", "tmux", "--format", "json"], "leave out --format json"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str) -> None:
    picked()
    ended = at(BEFORE, "next", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_what_is_on_for_people() -> None:
    picked()
    ended = at("2019-04-02T11:50", "now", "--format", "table", "--walk", "6")
    assert (ended.code, ended.err) == (0, "")
    assert [line.strip() for line in ended.lines if line.startswith("  1")] == [
        "11:30–12:15  ●  300  SVS301  Functions in anger",
        "11:45–12:30     200  SVS201  Queues and topics",
    ]
    assert ended.lines[-2:] == [
        "",
        "in 22 h 10  Wed 3 Apr 10:00 Training large models, Room B",
    ]


def test_what_is_on_for_programs_and_by_a_query() -> None:
    assert at("2019-04-02T11:50", "now", "--format", "ids").lines == ["functions", "queues"]
    assert at("2019-04-02T11:50", "now", "--level", "200", "--format", "ids").lines == ["queues"]
    assert at("2019-04-02T11:50", "now", "anger", "--format", "{code}").lines == ["SVS301"]
    assert at("2019-04-02T11:50", "now").lines[0].startswith("SVS301\t2019-04-02T11:30+02:00\t")


def test_nothing_is_on() -> None:
    picked()
    ended = at(BEFORE, "now", "--format", "table")
    assert (ended.code, ended.err) == (1, "nothing is on now\n")
    assert ended.lines == ["in 30 min  11:30 Functions in anger, Hall 1, Level 2"]
    ended = at("2019-04-09T10:00", "now", "--format", "json")
    assert (ended.code, ended.json["on"], ended.json["next"]) == (1, [], None)
    ended = at("2019-04-09T10:00", "now", "--format", "table")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("nothing of mine comes next")


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the machine where it is eleven hours later."""
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()


def test_where_clocks_differ_both_times_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere(monkeypatch)
    picked()
    there = "in 30 min  11:30 (22:30 here) Functions in anger, Hall 1, Level 2"
    assert at(BEFORE, "next").lines == [there]
    assert at("2019-04-02T12:30", "next", "--format", "{line}").lines == [
        "in 21 h 30  Wed 3 Apr 10:00 (21:00 here) Training large models, Room B"
    ]
    shown = at("2019-04-02T11:50", "now", "--format", "table").lines
    assert shown[:3] == ["Tue 2 Apr 11:50 Paris, 22:50 here", "", "Tue 2 Apr"]
    assert "22:30–23:15 here" in at(BEFORE, "show", "functions").lines


def test_what_programs_read_is_the_same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere(monkeypatch)
    picked()
    assert "here" not in at("2019-04-02T11:50", "now").out
    document = at(BEFORE, "next", "--format", "json").json
    assert document["now"] == "2019-04-02T11:00:00+02:00"
    assert document["next"]["start"] == "2019-04-02T11:30:00+02:00"


def test_where_they_agree_nothing_is_told() -> None:
    picked()
    assert "here" not in at("2019-04-02T11:50", "now", "--format", "table").out
    assert "here" not in at(BEFORE, "show", "functions").out


HOSTILE = "#[fg=red]#(rm) %{A1:rm -rf x:}click%{A} <b>&amp;</b> \"'"


def test_each_bar_gets_text_that_stands_for_itself(here: Path) -> None:
    programme(here, make_session("a", title=HOSTILE), *SESSIONS[1:])
    summit("add", "a")
    line = {bar: at("2019-04-02T09:00", "next", "--for", bar).out for bar in BARS}
    assert "##[fg=red]##(rm)" in line["tmux"]
    assert "#" not in line["tmux"].replace("##", "")
    assert "%{" not in line["polybar"]
    assert "% {A1:rm -rf x:}click% {A}" in line["polybar"]
    told = json.loads(line["waybar"])
    assert told["text"] == told["tooltip"]
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt; \"'" in told["text"]


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("11:13", "later"),
        ("11:14", "soon"),
        ("11:23", "soon"),
        ("11:24", "leave"),
        ("11:29", "leave"),
    ],
)
def test_waybar_is_told_how_it_stands(moment: str, state: str) -> None:
    picked()
    line = at(
        f"2019-04-02T{moment}", "next", "--walk", "6", "--for", "waybar", "--format", "{code}"
    )
    told = json.loads(line.out)
    assert (told["text"], told["class"]) == ("SVS301", state)
    assert told["tooltip"].startswith("in ")


def test_without_a_way_nobody_has_to_leave() -> None:
    picked()
    line = at("2019-04-02T11:29", "next", "--for", "waybar").json
    assert line["class"] == "soon"


def test_every_bar_gets_one_line() -> None:
    for form in BARS.values():
        assert "\n" not in form(Told("text", "more", "soon"))

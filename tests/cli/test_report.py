"""`summit report`, and notes taken in its pages on their way home."""

from pathlib import Path

import jsonschema
import pytest

from tests.cli.programmes import SESSIONS, programme
from tests.cli.runner import summit

BEFORE, AFTER = ("--at", "2019-04-01T10:00"), ("--at", "2019-04-05T10:00")

_SHARES = {"type": "array", "items": {"type": "object", "required": ["sessions", "minutes"]}}
_HOURS = {
    "type": "object",
    "properties": {"minutes": {"type": "integer"}, "tracks": _SHARES, "levels": _SHARES},
    "required": ["sessions", "minutes", "tracks", "levels"],
}
_ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "title", "start", "want", "note", "rating", "attended", "missing"],
    },
}
_SPEAKER = {"type": "object", "required": ["name", "role", "company"]}
REPORT = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "event": {"type": "object", "required": ["id", "name"]},
        **dict.fromkeys(("attended", "missed", "unsaid", "cancelled", "ahead"), _ITEMS),
        "best": {"type": "array", "items": {"type": "string"}},
        "to_watch": {
            "type": "array",
            "items": {"type": "object", "required": ["id", "video", "recorded"]},
        },
        "speakers": {
            "type": "array",
            "items": _SPEAKER | {"properties": {"sessions": {"type": "array"}}},
        },
        "hours": _HOURS,
    },
}
REPORT["required"] = list(REPORT["properties"])
CASE = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "event": {"type": "object", "required": ["id", "name"]},
        "sessions": {"type": "array", "items": {"type": "object", "required": ["id", "want"]}},
        "instead": {"type": "array", "items": {"type": "object", "required": ["id", "want"]}},
        "speakers": {"type": "array", "items": _SPEAKER},
        "days": {
            "type": "array",
            "items": {"type": "object", "required": ["date", "start", "end"]},
        },
        "hours": _HOURS,
    },
}
CASE["required"] = list(CASE["properties"])


def filled() -> None:
    """Make an agenda of which something is known, and something is not."""
    summit("add", "opening", "functions", "queues", "models", "lakes")
    summit("attended", "opening", "functions")
    summit("attended", "queues", "--no")
    summit("rate", "functions", "5")
    summit("note", "functions", "Measure **first**")


def test_the_report_is_what_i_said_and_asks_for_what_i_did_not() -> None:
    filled()
    ended = summit("report", *AFTER)
    assert ended.code == 0
    assert ended.err == (
        "1 pick is over, and you have not said whether you were there: "
        "summit attended models (--no where not)\n"
    )
    assert ended.lines[:5] == [
        "# Demo Summit",
        "",
        "Palais · Tuesday 2 April 2019 to Wednesday 3 April 2019",
        "",
        "I attended 2 sessions: 2h15 in all, 2 speakers.",
    ]
    assert "Measure **first**" in ended.lines
    assert [line for line in ended.lines if line.startswith("##")] == [
        "## The best of it",
        "## Tuesday 2 April 2019",
        "### Opening keynote",
        "### Functions in anger",
        "## On my agenda, not said whether I was there",
        "## Missed",
        "## To watch later",
        "## Cancelled",
        "## Who I heard",
    ]


def test_json_is_the_document_that_scripts_rely_on(here: Path) -> None:
    filled()
    programme(here, *(session for session in SESSIONS if session.id != "opening"))
    document = summit("report", "--format", "json", *AFTER).json
    jsonschema.validate(document, REPORT)
    ids = {name: [one["id"] for one in document[name]] for name in ("attended", "missed", "unsaid")}
    assert ids == {"attended": ["opening", "functions"], "missed": ["queues"], "unsaid": ["models"]}
    assert [one["missing"] for one in document["attended"]] == [True, False]
    assert document["attended"][0]["start"] == "2019-04-02T09:30:00+02:00"
    assert document["best"] == ["functions"]
    assert document["to_watch"] == [
        {"id": "queues", "video": None, "recorded": None},
    ]
    assert document["speakers"] == [
        {"name": "Basil Birch", "role": None, "company": "Acme", "sessions": ["functions"]}
    ]
    assert document["hours"] == {
        "sessions": 1,
        "minutes": 45,
        "tracks": [{"track": "Serverless", "sessions": 1, "minutes": 45}],
        "levels": [{"level": "300 Advanced", "sessions": 1, "minutes": 45}],
    }


def test_the_case_in_both_formats() -> None:
    filled()
    document = summit("report", "--why", "--format", "json", *BEFORE).json
    jsonschema.validate(document, CASE)
    assert [one["id"] for one in document["sessions"]] == ["opening", "functions", "models"]
    assert [one["id"] for one in document["instead"]] == ["queues"]
    assert document["days"][1] == {
        "date": "2019-04-03",
        "start": "2019-04-03T10:00:00+02:00",
        "end": "2019-04-03T12:00:00+02:00",
    }
    page = summit("report", "--why", *BEFORE)
    assert (page.code, page.err) == (0, "")
    assert page.lines[0] == "# Why I want to go to Demo Summit"


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ([], "# Two days"),
        (["--skeleton"], "# Two days"),
        (["--why"], "# Two days"),
        (["--front-matter"], "---"),
    ],
)
def test_my_own_title(arguments: list[str], first: str) -> None:
    filled()
    ended = summit("report", "--title", "Two days", *arguments, *AFTER)
    assert ended.lines[0] == first
    assert ("title: Two days" in ended.lines) == ("--front-matter" in arguments)


def test_front_matter_takes_the_place_of_the_heading() -> None:
    filled()
    assert summit("report", "--front-matter", *AFTER).lines[:7] == [
        "---",
        "title: Demo Summit",
        "date: 2019-04-05",
        "tags: [Keynote, Serverless, Machine Learning]",
        "---",
        "",
        "Palais · Tuesday 2 April 2019 to Wednesday 3 April 2019",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([*BEFORE], 1, "nothing on the agenda is over yet"),
        (["--skeleton", "--why"], 2, "one thing at a time"),
        (["--skeleton", "--format", "json"], 2, "--skeleton is for Markdown, not for json"),
        (["--front-matter", "-o", "x.json", *AFTER], 2, "--front-matter is for Markdown"),
        (["--front-matter", "-o", "x.html", *AFTER], 2, "--front-matter is for Markdown"),
        (["--skeleton", "--format", "html"], 2, "--skeleton is for Markdown, not for html"),
        (["--format", "jsn"], 2, "did you mean json?"),
        (["-o", "sessions.yaml"], 2, "sessions.yaml exists: --force overwrites it"),
        (["-o", "no/where.md"], 2, "there is no such folder"),
    ],
)
def test_what_makes_no_report(arguments: list[str], code: int, told: str) -> None:
    summit("add", "models")
    ended = summit("report", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err


@pytest.mark.parametrize("arguments", [[], ["--skeleton"], ["--why"]])
def test_an_empty_agenda_makes_no_report(arguments: list[str]) -> None:
    ended = summit("report", *arguments)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "the agenda is empty: summit add ID picks a session\n"


def test_a_cancelled_wish_is_no_case() -> None:
    summit("add", "lakes")
    ended = summit("report", "--why")
    assert (ended.code, ended.err) == (
        1,
        "none of my picks takes place: summit add ID picks a session\n",
    )


@pytest.mark.parametrize(("name", "begins"), [("r.md", "# Demo"), ("r.JSON", "{"), ("r", "# D")])
def test_a_report_in_a_file(here: Path, name: str, begins: str) -> None:
    filled()
    ended = summit("report", "-o", name, *AFTER)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith(f"\n3 sessions in {name}\n")
    assert (here / name).read_text().startswith(begins)
    assert summit("report", "-o", name, *AFTER).code == 2
    assert summit("report", "-o", name, "--force", *AFTER).code == 0


def test_my_own_template(here: Path) -> None:
    filled()
    (here / "mine.md").write_text("{{ title }}: {{ hours.minutes }}, {{ best | join }}\n")
    ended = summit("report", "--template", "mine.md", "--title", "Here", *AFTER)
    assert (ended.code, ended.out) == (0, "Here: 135, functions\n")
    (here / "why.html").write_text("{{ sessions[0].title }} {{ '<' + title }}\n")
    ended = summit("report", "--why", "--template", "why.html", "-o", "out.html")
    assert (ended.code, ended.err) == (0, "3 sessions in out.html\n")
    text = (here / "out.html").read_text()
    assert text == "Opening keynote &lt;Why I want to go to Demo Summit\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--skeleton"], "error: --template says all of a document"),
        (["--front-matter"], "error: --template says all of a document"),
        (["--format", "json"], "error: --template says all of a document"),
        ([], "1 pick is over"),
    ],
)
def test_a_template_that_makes_nothing(here: Path, arguments: list[str], told: str) -> None:
    filled()
    (here / "mine.md").write_text("\n{{ titel }}\n")
    ended = summit("report", "--template", "mine.md", *arguments, *AFTER)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(told)
    if not arguments:
        assert ended.err.endswith("error: mine.md:2: there is no 'titel': did you mean title?\n")


def notes() -> dict[str, str]:
    picks = summit("agenda", "--format", "json").json["picks"]
    return {pick["id"]: pick["note"] for pick in picks if pick["note"]}


def page(here: Path, **written: str) -> Path:
    """Make a page of notes with something written into the sections of some sessions."""
    text = summit("report", "--skeleton").out
    for session_id, note in written.items():
        mark = f"<!-- notes on {session_id} -->\n\n"
        assert mark in text
        text = text.replace(f"{mark}- \n", f"{mark}{note}\n")
    path = here / "notes.md"
    path.write_text(text)
    return path


def test_notes_come_home_once(here: Path) -> None:
    filled()
    taken = page(here, functions="- cold starts\n- queues", models="Bring a laptop")
    ended = summit("note", "--from", taken)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == (
        "noted on ● Functions in anger (Tue 2 Apr 11:30–12:15)\n"
        "noted on ● Training large models (Wed 3 Apr 10:00–12:00)\n"
    )
    brought = {
        "functions": "Measure **first**\n- cold starts\n- queues",
        "models": "Bring a laptop",
    }
    assert notes() == brought
    assert summit("note", "--from", taken).err == "nothing to change: it is so already\n"
    summit("note", "models", "--append", "changed since")
    summit("note", "--from", taken)
    assert notes() == brought | {"models": "Bring a laptop\nchanged since"}
    assert summit("undo").code == summit("undo").code == 0
    assert notes() == {"functions": "Measure **first**"}


def test_notes_from_a_pipe_and_on_what_is_picked_no_more(here: Path) -> None:
    filled()
    text = page(here, models="Bring a laptop").read_text()
    summit("remove", "models")
    assert summit("note", "--from", "-", stdin=text).code == 0
    assert notes()["models"] == "Bring a laptop"


def test_notes_on_a_pick_whose_session_is_gone(here: Path) -> None:
    filled()
    programme(here, *(session for session in SESSIONS if session.id != "models"))
    assert summit("note", "--from", page(here, models="Why?")).code == 0
    assert notes()["models"] == "Why?"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("notes on demo:", "notes on other:", "is of the event other, this is demo"),
        ("notes on models", "notes on modles", "has a session 'modles'; nothing was changed"),
        ("<!-- end of notes -->", "", "do not end: put <!-- end of notes --> on a line below"),
        ("<!-- summit", "<!-- Summit", "its mark is missing"),
    ],
)
def test_a_page_that_cannot_be_taken_home_changes_nothing(
    here: Path, old: str, new: str, told: str
) -> None:
    filled()
    taken = page(here, functions="one", models="two")
    taken.write_text(taken.read_text().replace(old, new))
    ended = summit("note", "--from", taken)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"error: {taken}")
    assert told in ended.err
    assert notes() == {"functions": "Measure **first**"}


def test_other_ways_to_take_nothing_home(here: Path) -> None:
    filled()
    empty = summit("note", "--from", page(here))
    assert (empty.code, empty.err) == (1, f"nothing is written in {here / 'notes.md'} yet\n")
    assert summit("note", "--from", "none.md").err == "none.md: error: there is no such file\n"
    assert summit("note", "--from", "none.md").code == 2
    for arguments in (["functions"], ["--clear"], ["--show"], ["--append"]):
        ended = summit("note", "--from", "notes.md", *arguments)
        assert (ended.code, "--from says itself" in ended.err) == (2, True)


def test_all_that_is_over_was_attended_unless_i_said_otherwise() -> None:
    filled()
    summit("add", "later")
    ended = summit("attended", "--over", *AFTER)
    assert ended.err == "attended ● Training large models (Wed 3 Apr 10:00–12:00)\n"
    again = summit("attended", "--over", *AFTER)
    assert (again.code, again.err) == (
        1,
        "there is no pick that is over and of which you have not said it yet\n",
    )
    assert summit("attended", "--over", "models").code == 2


def test_what_the_programme_has_dropped_may_have_been_attended(here: Path) -> None:
    summit("add", "functions")
    programme(here, SESSIONS[0])
    told = "attended ● Functions in anger (no longer in the programme)\n"
    assert summit("attended", "--over", *AFTER).err == told


@pytest.mark.parametrize("arguments", [["--format", "html"], ["-o", "report.HTML"]])
def test_the_report_is_a_page_too(arguments: list[str], here: Path) -> None:
    summit("add", "functions")
    summit("attended", "functions")
    summit("note", "functions", "**Cold** starts <script>alert(1)</script> [x](javascript:y)")
    ended = summit("report", *arguments, *AFTER)
    assert ended.code == 0
    page = ended.out or (here / "report.HTML").read_text()
    assert page.startswith("<!DOCTYPE html>")
    assert "<h1>" in page
    assert "<h3>" in page
    assert "<strong>Cold</strong>" in page
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "default-src 'none'" in page

"""`summit check`: text, JSON and annotations, from a file and from standard input."""

from pathlib import Path

import jsonschema
import pytest

from tests.cli.programmes import BROKEN, saved
from tests.cli.runner import spawn, summit

CLEAN = """\
event: {name: X, timezone: Europe/Paris}
sessions:
  - {id: a, title: A, start: 2019-04-02 10:00, duration: 45, room: R}
"""
TWICE = CLEAN + "  - {id: b, title: B, start: 2019-04-02 10:15, duration: 45, room: R}\n"
DOCUMENT = {
    "type": "object",
    "properties": {
        "version": {"const": 1},
        "problems": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "severity": {"enum": ["error", "warning"]},
                    "code": {"type": "string", "pattern": "^[a-z0-9-]+$"},
                    "message": {"type": "string"},
                    "file": {"type": "string"},
                    "line": {"type": ["integer", "null"]},
                    "column": {"type": ["integer", "null"]},
                },
                "required": ["severity", "code", "message", "file", "line", "column"],
            },
        },
    },
    "required": ["version", "problems"],
}


@pytest.mark.parametrize(
    ("text", "code", "places"),
    [
        (CLEAN, 0, []),
        (TWICE, 1, [("warning", 4)]),
        (BROKEN, 2, [("error", 5), ("error", 6)]),
        ("", 2, [("error", None)]),
        ("- a list", 2, [("error", 1)]),
    ],
)
def test_json_is_the_document_that_scripts_rely_on(
    here: Path, text: str, code: int, places: list[tuple[str, int | None]]
) -> None:
    path = saved(here / "x.yaml", text)
    for ended in (summit("check", path, "--format", "json"), spawn("check", path, "--format=json")):
        jsonschema.validate(ended.json, DOCUMENT)
        assert (ended.code, ended.err) == (code, "")
        found = ended.json["problems"]
        assert [each["severity"] for each in found] == [severity for severity, _ in places]
        if text.count("\n") > 1:
            assert [each["line"] for each in found] == [line for _, line in places]
        assert all(each["file"] == str(path) for each in found)


def test_text_shows_the_place_with_a_caret_under_wide_characters(here: Path) -> None:
    saved(here / "x.yaml", BROKEN)
    ended = summit("check", "x.yaml")
    assert (ended.code, ended.err) == (2, "")
    assert ended.lines == [
        "x.yaml:5:12: error: level 'expret' is not one of 100, 200, 300, 400",
        "    5 |     level: expret",
        "      |            ^^^^^^ did you mean 400 (Expert)?",
        "x.yaml:6:26: error: a session has no key 'levle'",
        '    6 |   - {id: b, title: "名前", levle: 300}',
        "      |                            ^^^^^ did you mean level?",
        "2 errors",
    ]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (CLEAN, "no problems"),
        (TWICE, "1 warning"),
        (CLEAN.replace("title: A", "titel: A"), "2 errors"),
        (TWICE.replace("title: A, ", ""), "1 error, 1 warning"),
    ],
)
def test_the_last_line_counts(here: Path, text: str, summary: str) -> None:
    saved(here / "x.yaml", text)
    assert summit("check", "x.yaml").lines[-1] == summary


def test_annotations_for_a_pull_request(here: Path) -> None:
    saved(here / "a,b.yaml", BROKEN)
    assert summit("check", "a,b.yaml", "--format", "github").lines == [
        "::error file=a%2Cb.yaml,line=5,col=12,title=bad-level::"
        "level 'expret' is not one of 100, 200, 300, 400 (did you mean 400 (Expert)?)",
        "::error file=a%2Cb.yaml,line=6,col=26,title=unknown-key::"
        "a session has no key 'levle' (did you mean level?)",
    ]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (CLEAN.encode(), 0, "no problems"),
        (TWICE.encode(), 1, "stdin:4:62: warning: R is used twice from 10:15 to 10:45"),
        (BROKEN.encode(), 2, "stdin:5:12: error: level 'expret' is not one of"),
        (b"a: \xff", 2, "stdin:1:4: error: byte 0xff is not UTF-8 (save the file as UTF-8)"),
        (b"", 2, "stdin: error: "),
    ],
)
def test_standard_input(data: bytes, code: int, line: str) -> None:
    for ended in (summit("check", "-", stdin=data), spawn("check", "-", stdin=data)):
        assert (ended.code, ended.err) == (code, "")
        assert ended.lines[0].startswith(line)


def test_without_a_file_the_one_in_use(here: Path) -> None:
    assert summit("check").code == 1  # rooms that the sample does not declare
    saved(here / "sessions.yaml", BROKEN)
    assert summit("check").lines[0].startswith("sessions.yaml:5:12: error: ")
    saved(here / "other.yaml", CLEAN)
    assert summit("check", "--catalogue", "other.yaml").code == 0


@pytest.mark.parametrize(
    ("named", "message"),
    [("nowhere.yaml", "there is no such catalogue"), (".", "this is a folder, not a file")],
)
def test_a_file_that_is_none(named: str, message: str) -> None:
    ended = summit("check", named)
    assert ended.code == 2
    assert ended.lines[0].startswith(f"{named}: error: {message}")
    assert ended.lines[-1] == "1 error"


def test_a_long_line_is_shown_around_the_culprit(here: Path) -> None:
    long = "event: {name: X, timezone: UTC}\nsessions:\n"
    long += f"  - {{id: a, tags: [{', '.join(['word'] * 300)}], title: A, levle: 1}}\n"
    saved(here / "x.yaml", long)
    _, excerpt, caret, _ = summit("check", "x.yaml").lines
    assert len(excerpt) < 120
    assert excerpt[caret.index("^") :].startswith("levle")


def test_an_unknown_format_suggests() -> None:
    ended = summit("check", "--format", "jsn")
    assert ended.code == 2
    assert "did you mean json?" in ended.err

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from summit_tui.catalogue import yamlio
from summit_tui.catalogue.library import shipped
from summit_tui.catalogue.model import Link, Session, Speaker
from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.catalogue.reading import Reading, load, read, read_text
from summit_tui.catalogue.source import MAX_PROBLEMS

HEAD = "event: {name: X, timezone: Europe/Paris}\n"
FILE = Path("sessions.yaml")


def reading(text: str) -> Reading:
    return read_text(text, FILE)


def session(**lines: str) -> Session:
    given = {"id": "a", "title": "A"} | lines
    body = "".join(f"    {name}: {value}\n" for name, value in given.items())
    found = reading(f"{HEAD}sessions:\n  - {body.strip()}\n")
    assert found.problems == ()
    return found.catalogue.sessions[0]


def one(problems: tuple[Problem, ...]) -> tuple[str, str, int, int]:
    (problem,) = problems
    return problem.severity, problem.code, problem.line, problem.column


def test_every_field_is_read() -> None:
    full = f"""{HEAD}levels: {{100: Easy, 300: Hard}}
tracks: [Data]
rooms: [Blue, {{name: Red, venue: Annexe, capacity: 12}}]
sessions:
  - id: a
    code: SVS301
    title: T
    subtitle: S
    kind: Atelier
    level: Hard
    track: Data
    tracks: [AI, Data]
    start: 2019-04-02 09:30
    end: 11:15
    day: 2019-04-01
    room: Red
    language: français
    status: annulé
    recorded: no
    repeats: b
    capacity: 40
    speakers: [Bob, {{name: Ada, role: R, company: C}}]
    tags: cloud, data
    links: {{slides: https://example.org/s}}
    abstract: |
      One.

      Two.
    source: {{format: pretalx, id: 12}}
"""
    found = reading(full)
    assert found.problems == ()
    catalogue = found.catalogue
    (only,) = catalogue.sessions
    assert only.start is not None
    assert only.end is not None
    assert only.end.isoformat() == "2019-04-02T11:15:00+02:00"
    assert (only.kind, only.level, only.tracks) == ("workshop", 300, ("Data", "AI"))
    assert (only.language, only.status, only.recorded) == ("fr", "cancelled", False)
    assert (only.repeats, only.capacity, str(only.date)) == ("b", 40, "2019-04-01")
    assert only.speakers == (Speaker("Bob"), Speaker("Ada", "R", "C"))
    assert only.tags == ("cloud", "data")
    assert only.links == (Link("slides", "https://example.org/s"),)
    assert only.abstract == "One.\n\nTwo."
    assert only.source == (("format", "pretalx"), ("id", "12"))
    assert [level.value for level in catalogue.scale.levels] == [100, 300]
    assert catalogue.place(only) == "Red, Annexe"
    assert catalogue.tracks == ("Data",)


@pytest.mark.parametrize(
    ("lines", "start", "duration"),
    [
        ({"start": "2019-04-02 09:30", "duration": "1h45"}, "2019-04-02T09:30:00+02:00", 105),
        ({"start": "2019-04-02 23:30", "end": "01:00"}, "2019-04-02T23:30:00+02:00", 90),
        ({"start": "2019-04-02 23:30", "end": "2019-04-03 01:00"}, "2019-04-02T23:30:00+02:00", 90),
        ({"start": "2019-10-27 01:30", "end": "03:30"}, "2019-10-27T01:30:00+02:00", 180),
        ({"start": "2019-03-31 01:30", "end": "03:30"}, "2019-03-31T01:30:00+01:00", 60),
        ({"start": "2019-04-02 22:30", "end": "24:00"}, "2019-04-02T22:30:00+02:00", 90),
        ({"start": "2019-10-27 02:30", "end": "02:15"}, "2019-10-27T02:30:00+02:00", 45),
        ({"start": "2019-03-30 22:00", "end": "04:00"}, "2019-03-30T22:00:00+01:00", 300),
        ({"start": "2019-10-26 22:00", "end": "04:00"}, "2019-10-26T22:00:00+02:00", 420),
        ({"start": "2019-04-02 09:30", "end": "09:30"}, "2019-04-02T09:30:00+02:00", 0),
        ({"start": "2019-04-02 09:30"}, "2019-04-02T09:30:00+02:00", None),
        ({"duration": "45"}, None, 45),
        ({"end": "10:00"}, None, None),
        ({}, None, None),
    ],
)
def test_times_are_read(lines: dict[str, str], start: str | None, duration: int | None) -> None:
    found = session(**lines)
    assert (found.start.isoformat() if found.start else None) == start
    assert found.duration == duration


@pytest.mark.parametrize(
    ("value", "kept"),
    [("no", "no"), ("1:30", "1:30"), ("0123", "0123"), ("1_0", "1_0"), ("true", "true"),
     ("1.10", "1.10"), ("2019-04-02", "2019-04-02"), ('"null"', "null"), ("0x1F", "0x1F"),
     ("=", "="), ("<<", "<<")],
)  # fmt: skip
def test_a_text_stays_as_it_is_written(value: str, kept: str) -> None:
    assert session(title=value).title == kept


def test_null_is_as_good_as_absent() -> None:
    found = session(code="null", room="~", level="", speakers="", tags="Null")
    assert (found.code, found.room, found.level, found.speakers, found.tags) == (
        None,
        None,
        None,
        (),
        (),
    )


def test_the_head_may_come_last() -> None:
    text = """sessions:
  - {id: a, title: A, level: pro, start: 2019-04-02 09:30}
levels: [novice, pro]
event: {name: X, timezone: Asia/Tokyo}
"""
    found = reading(text)
    assert found.problems == ()
    first = found.catalogue.sessions[0]
    assert first.level == "pro"
    assert first.start is not None
    assert first.start.isoformat() == "2019-04-02T09:30:00+09:00"


def test_sessions_stand_in_programme_order() -> None:
    text = f"""{HEAD}sessions:
  - {{id: later, title: L, start: 2019-04-02 10:00}}
  - {{id: never, title: N}}
  - {{id: first, title: F, start: 2019-04-02 09:00}}
"""
    assert reading(text).catalogue.sessions.ids() == ["first", "later", "never"]


S = "sessions:\n  - {id: a, title: A, "
TEN = f"{HEAD}{S}start: 2019-04-02 10:00"


@pytest.mark.parametrize(
    ("text", "severity", "code", "line", "column"),
    [
        (f"{HEAD}sessions:\n  - {{id: a, titel: A, title: B}}", "error", "unknown-key", 3, 13),
        (f"{HEAD}sessions:\n  - {{id: a, title: A, title: B}}", "error", "duplicate-key", 3, 23),
        (f"{HEAD}sessions:\n  - {{id: a, code: ~, code: ~}}", "error", "duplicate-key", 3, 22),
        (f"{HEAD}{S}level: expret}}", "error", "bad-level", 3, 30),
        (f"{HEAD}{S}kind: tlak}}", "error", "bad-kind", 3, 29),
        (f"{HEAD}{S}language: klingon}}", "error", "bad-language", 3, 33),
        (f"{HEAD}{S}start: 2019-02-30 10:00}}", "error", "bad-start", 3, 30),
        (f"{HEAD}{S}start: 2019-03-31 02:30}}", "error", "bad-start", 3, 30),
        (f"{HEAD}{S}start: 2019-04-02 10:00, end: soon}}", "error", "bad-end", 3, 53),
        (f"{HEAD}{S}duration: long}}", "error", "bad-duration", 3, 33),
        (f"{HEAD}{S}recorded: maybe}}", "error", "bad-recorded", 3, 33),
        (f"{HEAD}{S}capacity: -3}}", "error", "bad-capacity", 3, 33),
        (f"{HEAD}{S}status: off}}", "error", "bad-status", 3, 31),
        (f"{HEAD}{S}links: {{x: 'javascript:1'}}}}", "error", "bad-links", 3, 34),
        (f"{HEAD}{S}room: [a]}}", "error", "wrong-type", 3, 29),
        (f"{HEAD}{S}abstract: {{}}}}", "error", "wrong-type", 3, 33),
        (f"{HEAD}{S}tags: {{}}}}", "error", "wrong-type", 3, 29),
        (f"{HEAD}{S}links: x}}", "error", "wrong-type", 3, 30),
        (f"{HEAD}{S}source: x}}", "error", "wrong-type", 3, 31),
        (f"{HEAD}{S}speakers: [[]]}}", "error", "wrong-type", 3, 34),
        (f"{HEAD}{S}speakers: [{{role: x}}]}}", "error", "no-name", 3, 34),
        (f"{HEAD}{S}track: &x T}}", "error", "anchor", 3, 30),
        (f"{HEAD}{S}track: *x}}", "error", "alias", 3, 30),
        (f"{HEAD}{S}track: !!str T}}", "error", "tag", 3, 30),
        (f"{HEAD}sessions:\n  - title: No id here", "error", "no-id", 3, 5),
        (f"{HEAD}sessions:\n  - id: x", "error", "no-title", 3, 5),
        (f"{HEAD}sessions:\n  - just text", "error", "wrong-type", 3, 5),
        (f"{HEAD}sessions: 12", "error", "wrong-type", 2, 11),
        (f"{HEAD}", "error", "no-sessions", 0, 0),
        (f"{HEAD}sessions: []\nsesions: []", "error", "unknown-key", 3, 1),
        (f"{HEAD}sessions: []\nsessions: []", "error", "duplicate-key", 3, 1),
        (f"{HEAD}sessions: []\n---\na: 1", "error", "several-documents", 3, 1),
        ("event: {name: X, timezone: Europe/Pariss}\nsessions: []", "error", "bad-timezone", 1, 28),
        ("event: [x]\nsessions: []", "error", "wrong-type", 1, 8),
        ("event: {name: X}\nsessions: []", "warning", "no-timezone", 1, 1),
        (f"{HEAD}levels: 3\nsessions: []", "error", "wrong-type", 2, 9),
        (f"{HEAD}levels: [a, a]\nsessions: []", "error", "duplicate-key", 2, 13),
        (f"{HEAD}rooms: [{{venue: x}}]\nsessions: []", "error", "no-name", 2, 9),
        (f"{HEAD}? [a]\n: b\nsessions: []", "error", "bad-key", 2, 3),
        (f"{TEN}, end: 2019-04-02 09:00}}", "warning", "ends-before-start", 3, 53),
        (f"{TEN}, end: 11:00, duration: 30}}", "warning", "end-and-duration", 3, 53),
        (f"{HEAD}{S}}}\n  - {{id: a, title: B}}", "warning", "repeated-id", 4, 10),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_is(
    text: str, severity: str, code: str, line: int, column: int
) -> None:
    problems = [p for p in reading(text).problems if (p.code != "bad-key" or p.line)]
    wanted = [(p.severity, p.code, p.line, p.column) for p in problems if p.code == code]
    assert (severity, code, line, column) in wanted
    others = {p.code for p in problems} - {code, "unknown-key", "no-title"}
    assert not others


def test_a_problem_shows_the_line_and_the_way_out() -> None:
    (problem,) = reading(f"{HEAD}{S}level: expret}}").problems
    assert problem.message == "level 'expret' is not one of 100, 200, 300, 400"
    assert problem.hint == "did you mean 400 (Expert)?"
    assert problem.excerpt == "  - {id: a, title: A, level: expret}"
    assert problem.excerpt[problem.column - 1 :][: problem.length] == "expret"


def test_all_problems_are_told_at_once() -> None:
    text = f"{HEAD}sessions:\n" + "  - {id: a, titel: x, level: 9, start: x}\n" * 3
    codes = [problem.code for problem in reading(text).problems]
    assert codes.count("unknown-key") == codes.count("bad-start") == 3


def test_sessions_with_one_id_are_told_apart_and_kept() -> None:
    text = f"{HEAD}sessions:\n" + "  - {id: a b, title: A}\n" * 3 + "  - {id: a-b-2, title: B}\n"
    assert reading(text).catalogue.sessions.ids() == ["a-b", "a-b-2", "a-b-3", "a-b-2-2"]


def test_sessions_with_one_id_are_told_apart_on_one_line_too() -> None:
    found = reading(f"{HEAD}sessions: [{{id: a, title: One}}, {{id: a, title: Two}}]\n")
    assert found.catalogue.sessions.ids() == ["a", "a-2"]
    assert [problem.code for problem in found.problems] == ["repeated-id"]


def test_a_source_line_is_shown_without_its_codes() -> None:
    (problem,) = reading(f'{HEAD}sessions:\n  - {{id: "\u202e", title: A, x\u200by: 1}}').problems[
        :1
    ]
    assert problem.excerpt.isprintable()


BROKEN = {
    "empty": ("", "empty", 0),
    "only a comment": ("# nothing\n", "empty", 0),
    "null": ("~", "empty", 0),
    "a list": ("- a", "not-a-catalogue", 0),
    "text": ("hello", "not-a-catalogue", 0),
    "not closed": ("sessions: [", "syntax", 1),
    "bad indent": ("event:\n  a: 1\n b: 2\n", "syntax", 3),
    "quote not closed": ('event: {name: "X, timezone: UTC}\nsessions:\n  - id: a\n', "syntax", 1),
    "tab": ("event:\n\tname: x\n", "syntax", 2),
    "control character": ("event: {name: a\x01b}\n", "bad-character", 1),
    "unknown tag handle": ("event: !x!y z\n", "syntax", 1),
    "deep flow": ("a: " + "[" * 100_000, "too-deep", 1),
    "deep block": ("a:\n " + "- " * 100_000 + "x", "too-deep", 2),
    "deep mapping": ("a: " + "{a: " * 50_000, "too-deep", 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_a_clear_problem(name: str) -> None:
    text, code, line = BROKEN[name]
    with pytest.raises(CatalogueError) as caught:
        reading(text)
    problem = caught.value.problems[-1]
    assert (problem.severity, problem.code) == ("error", code)
    assert problem.line == line
    assert problem.message


@pytest.mark.parametrize("name", BROKEN)
def test_without_libyaml_it_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlio, "_Loader", yaml.SafeLoader)
    test_what_cannot_be_read_is_a_clear_problem(name)


def test_the_pure_parser_reads_the_same_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load(shipped())
    monkeypatch.setattr(yamlio, "_Loader", yaml.SafeLoader)
    slow = load(shipped())
    assert list(slow.sessions) == list(fast.sessions)
    assert slow.event == fast.event


def test_an_alias_bomb_and_a_merge_bomb_are_refused_at_once() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    codes = {problem.code for problem in reading(bomb).problems}
    assert {"alias", "anchor"} <= codes
    merge = "".join(f"k{i}: {{<<: [*a, *a]}}\n" for i in range(50))
    assert {p.code for p in reading(merge).problems} >= {"alias"}


def test_an_error_is_never_hidden_behind_warnings() -> None:
    late = "  - {id: x, title: T, start: 2019-04-02 10:00, end: 2019-04-02 09:00}\n"
    text = f"{HEAD}sessions:\n" + late * (MAX_PROBLEMS + 1)
    assert reading(text + "  - {id: y, titel: T}\n").errors
    with pytest.raises(CatalogueError) as caught:
        reading(text + "  - {id: y, title: [T\n")
    assert caught.value.problems[-1].code == "syntax"


ODD = {
    "a character beyond the last": 'sessions: [{id: a, title: "\\UFFFFFFFF"}]',
    "an endless number": f"sessions: [{{id: a, title: A, duration: {'9' * 400}h}}]",
    "all on one line": "sessions: [" + "{id: a, title: A, kind: tlak}, " * 3000 + "]",
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_told_and_told_soon(name: str) -> None:
    try:
        problems = reading(ODD[name]).problems
    except CatalogueError as error:
        problems = error.problems
    assert problems[0].severity == "error"


def test_problems_are_bounded() -> None:
    text = f"{HEAD}sessions:\n" + "  - {id: x, titel: y}\n" * 5000
    assert len(reading(text).problems) == MAX_PROBLEMS


def problems_of(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(CatalogueError) as caught:
        read(path)
    return caught.value.problems


def test_what_is_no_readable_file_is_said(tmp_path: Path) -> None:
    assert one(problems_of(tmp_path / "nowhere.yaml")) == ("error", "missing", 0, 0)
    assert one(problems_of(tmp_path)) == ("error", "directory", 0, 0)
    assert one(problems_of(tmp_path / "a" / "b"))[1] == "missing"
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("event:\n  name: Été".encode("latin-1"))
    assert one(problems_of(latin)) == ("error", "not-utf-8", 2, 9)
    utf16 = tmp_path / "utf16.yaml"
    utf16.write_bytes("event: {}".encode("utf-16"))
    assert one(problems_of(utf16))[1] == "not-utf-8"
    zeros = tmp_path / "zeros.yaml"
    zeros.write_bytes(b"\0" * 1000)
    assert problems_of(zeros)[0].code == "bad-character"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)  # takes no room on disk
    with pytest.raises(CatalogueError, match="larger than 256 MB"):
        read(path)


def test_a_byte_order_mark_and_dos_line_ends_are_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "dos.yaml"
    text = HEAD + "sessions:\n  - id: a\n    title: A\n    abstract: |\n      One\n      Two\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    found = read(path)
    assert found.problems == ()
    assert found.catalogue.sessions[0].abstract == "One\nTwo"


def test_a_pipe_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    if os.fork() == 0:
        path.write_text(f"{HEAD}sessions: []\n")
        os._exit(0)
    assert read(path).problems == ()
    os.wait()


def test_text_is_cleaned_on_the_way_in() -> None:
    escapes = r'"\e]0;PWNED\aTitle \x9b31m[/nope] \u202e\u200b!"'
    assert session(title=escapes).title == "Title [/nope] !"
    found: Any = session(speakers=f"[{{name: {escapes}}}]", room=escapes, tags=f"[{escapes}]")
    assert found.speakers[0].name == found.room == found.tags[0] == "Title [/nope] !"


def test_a_file_called_as_all_are_has_the_name_of_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "Tiny Days" / "sessions.yaml"
    event = read_text("sessions: []\n", path).catalogue.event
    assert (event.id, event.name) == ("tiny-days", "Tiny Days")


def test_places_are_kept_only_for_whoever_asks(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(f"{HEAD}sessions:\n- {{id: a, title: A}}\n")
    assert read(path).places == {}
    assert list(read(path, keep_places=True).places) == ["a"]


def test_an_event_without_a_name_is_called_by_its_file() -> None:
    found = read_text("sessions: []\n", Path("/nowhere/big-conf.yaml"))
    assert (found.catalogue.event.id, found.catalogue.event.timezone) == ("big-conf", "UTC")


def test_the_sample_is_without_fault() -> None:
    found = read(shipped())
    assert found.problems == ()
    assert 55 <= len(found.catalogue.sessions) <= 70
    reported = [s for s in found.catalogue.sessions if "reported" in s.tags]
    assert {s.id for s in reported} == {"opening-keynote", "cloud-economics", "serverless-frontend"}
    for each in found.catalogue.sessions:
        assert ("reported" in each.tags) != ("illustrative" in each.tags)

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summit_tui.catalogue.checks import check
from summit_tui.catalogue.problems import Problem
from summit_tui.catalogue.reading import read, read_text
from summit_tui.catalogue.source import MAX_PROBLEMS

ROOT = Path(__file__).parents[2]
HEAD = "event: {name: Demo, timezone: Europe/Paris}\n"
SESSIONS = HEAD + "sessions:\n"
"""Two lines: the first session below it is on line 3."""


def lint(text: str) -> tuple[Problem, ...]:
    reading = read_text(text, Path("demo.yaml"), keep_places=True)
    assert reading.problems == ()
    return check(reading)


def row(session_id: str, more: str = "") -> str:
    return f"  - {{id: {session_id}, title: T{', ' if more else ''}{more}}}\n"


def rows(*more: str) -> str:
    """Return a file with one session a line, from line 3 on."""
    return SESSIONS + "".join(row(f"s{number}", each) for number, each in enumerate(more, 1))


def slot(start: str, duration: str, room: str, *more: str) -> str:
    when = f"start: {start if '-' in start else f'2019-04-02 {start}'}, duration: {duration}"
    return ", ".join([when, *([f"room: {room}"] if room else []), *more])


ADA = "speakers: [Solmori Quartz]"


def found(text: str) -> list[tuple[str, int, str]]:
    """Return code, line and message of every warning."""
    return [(problem.code, problem.line, problem.message) for problem in lint(text)]


def test_a_finding_has_its_place_its_message_and_its_line() -> None:
    text = f"""{SESSIONS}\
  - id: one
    title: One
    start: 2019-04-02 14:00
    duration: 1h
    room: Amphi bleu
  - id: two
    title: Two
    room: Amphi bleu
    start: 2019-04-02 13:30
    duration: 1h15
"""
    assert lint(text) == (
        Problem(
            "warning",
            "room-twice",
            "Amphi bleu is used twice from 14:00 to 14:45 (also line 3)",
            "demo.yaml",
            10,
            5,
            4,
            "",
            "    room: Amphi bleu",
        ),
    )


TWICE = "A is used twice from 10:00 to 10:15 (also line 3)"


@pytest.mark.parametrize(
    ("sessions", "warnings"),
    [
        ([slot("09:30", "45", "A"), slot("10:00", "45", "A")], [(4, TWICE)]),
        ([slot("10:00", "45", "A"), slot("09:30", "45", "A")], [(4, TWICE)]),
        ([slot("09:30", "45", "A"), slot("10:15", "45", "A")], []),
        ([slot("09:30", "45", "A"), slot("10:00", "45", "B")], []),
        ([slot("09:30", "45", ""), slot("10:00", "45", "")], []),
        ([slot("09:30", "45", "A"), slot("10:00", "45", "A", "status: cancelled")], []),
        # A long one clashes with each that follows, also behind a short one.
        (
            [slot("09:00", "3h", "A"), slot("09:30", "15", "A"), slot("11:00", "15", "A")],
            [
                (4, "A is used twice from 09:30 to 09:45 (also line 3)"),
                (5, "A is used twice from 11:00 to 11:15 (also line 3)"),
            ],
        ),
        # Of unknown length: only a common instant is sure.
        (
            [slot("09:30", "45", "A"), "start: 2019-04-02 10:00, room: A"],
            [(4, "A is used twice at 10:00 (also line 3)")],
        ),
        (
            ["start: 2019-04-02 10:00, room: A", "start: 2019-04-02 10:00, room: A"],
            [(4, "A is used twice at 10:00 (also line 3)")],
        ),
        (["start: 2019-04-02 10:00, room: A", slot("10:15", "45", "A")], []),
        # Over midnight.
        (
            [slot("23:30", "1h", "A"), slot("2019-04-03 00:15", "1h", "A")],
            [(4, "A is used twice from 00:15 to 00:30 (also line 3)")],
        ),
        # Clocks go forward at 02:00: half an hour after 01:30 comes 03:00.
        ([slot("2019-03-31 01:30", "30", "A"), slot("2019-03-31 03:00", "30", "A")], []),
        (
            [slot("2019-03-31 01:30", "45", "A"), slot("2019-03-31 03:00", "30", "A")],
            [(4, "A is used twice from 03:00 to 03:15 (also line 3)")],
        ),
        # The second 02:30 of the night is another one.
        ([slot("2019-10-27 02:30", "30", "A"), slot("2019-10-27 02:30+01:00", "30", "A")], []),
        # Stands stand; lunch and coffee share a hall; a talk at lunch does not.
        ([slot("09:00", "9h", "A", "kind: expo"), slot("10:00", "1h", "A")], []),
        ([slot("12:00", "2h", "A", "kind: meal"), slot("13:00", "1h", "A", "kind: break")], []),
        (
            [slot("12:00", "2h", "A", "kind: meal"), slot("13:00", "1h", "A")],
            [(4, "A is used twice from 13:00 to 14:00 (also line 3)")],
        ),
    ],
)
def test_a_room_used_twice(sessions: list[str], warnings: list[tuple[int, str]]) -> None:
    assert found(rows(*sessions)) == [("room-twice", line, text) for line, text in warnings]


BOTH = "Solmori Quartz is in A and in B from 10:00 to 10:15 (also line 3)"


@pytest.mark.parametrize(
    ("sessions", "warnings"),
    [
        ([slot("09:30", "45", "A", ADA), slot("10:00", "45", "B", ADA)], [(4, BOTH)]),
        ([slot("09:30", "45", "A", ADA), slot("10:15", "45", "B", ADA)], []),
        ([slot("09:30", "45", "A", ADA), slot("10:00", "45", "B", ADA, "status: cancelled")], []),
        ([slot("09:30", "45", "A", ADA), slot("10:00", "45", "B", "speakers: [Ulruno Opal]")], []),
        (
            [slot("09:30", "45", "A", ADA), slot("10:00", "45", "", ADA)],
            [(4, "Solmori Quartz is in A and in s2 (no room) from 10:00 to 10:15 (also line 3)")],
        ),
        # Two companies are two people, unless nothing contradicts that it is one.
        (
            [
                slot("09:30", "45", "A", "speakers: [{name: Solmori Quartz, company: X}]"),
                slot("10:00", "45", "B", "speakers: [{name: Solmori Quartz, company: Y}]"),
            ],
            [],
        ),
        (
            [
                slot("09:30", "45", "A", "speakers: [{name: Solmori Quartz, company: X}]"),
                slot("10:00", "45", "B", ADA),
            ],
            [(4, BOTH)],
        ),
    ],
)
def test_a_speaker_in_two_rooms(sessions: list[str], warnings: list[tuple[int, str]]) -> None:
    assert found(rows(*sessions)) == [("speaker-twice", line, text) for line, text in warnings]


def test_a_speaker_is_pointed_at_in_the_list() -> None:
    second = slot("10:00", "45", "B", "speakers: [Ulruno Opal, Solmori Quartz]")
    text = rows(slot("09:30", "45", "A", ADA), second)
    (problem,) = lint(text)
    assert problem.excerpt[problem.column - 1 :].startswith("Solmori Quartz]")
    assert problem.length == len("Solmori Quartz")


def test_two_runs_in_one_room_are_told_once() -> None:
    same = slot("09:30", "45", "A", ADA)
    assert [code for code, _, _ in found(rows(same, same + ", repeats: s1"))] == ["room-twice"]


DECLARED = f"{HEAD}tracks: [Serverless, Data]\nrooms: [Amphi bleu, Salle 231]\nsessions:\n"


@pytest.mark.parametrize(
    ("text", "code", "place", "message", "hint"),
    [
        # -- names that are not declared
        (
            DECLARED + row("a", "track: Severless"),
            "unknown-track",
            (5, 30, 9),
            "track 'Severless' is not among the tracks above",
            "did you mean Serverless?",
        ),
        (
            DECLARED + row("a", "tracks: [Data, Severless]"),
            "unknown-track",
            (5, 38, 9),
            "track 'Severless' is not among the tracks above",
            "did you mean Serverless?",
        ),
        (
            DECLARED + row("a", "track: Data, tracks: [Serverless, Cooking]"),
            "unknown-track",
            (5, 57, 7),
            "track 'Cooking' is not among the tracks above",
            "",
        ),
        (
            DECLARED + row("a", "room: 'Amphi blue'"),
            "unknown-room",
            (5, 29, 12),
            "room 'Amphi blue' is not among the rooms above",
            "did you mean Amphi bleu?",
        ),
        # -- names that look misspelled
        (
            rows("track: Data", "track: Data", "track: Data", "track: data"),
            "rare-track",
            (6, 31, 4),
            "track 'data' is used only here, 'Data' 3 times",
            "did you mean Data?",
        ),
        (
            rows(*["room: Amphi bleu"] * 3, "room: Amphi bleue"),
            "rare-room",
            (6, 30, 11),
            "room 'Amphi bleue' is used only here, 'Amphi bleu' 3 times",
            "did you mean Amphi bleu?",
        ),
        # -- lengths and dates
        (
            rows(slot("09:30", "0m", "A")),
            "no-length",
            (3, 59, 2),
            "it ends when it starts",
            "",
        ),
        (
            rows("start: 2019-04-02 09:30, end: 2019-04-03 09:30"),
            "too-long",
            (3, 54, 16),
            "it takes 24 hours",
            "is the day of its end right?",
        ),
        (
            rows(*["start: 2019-04-02 09:30"] * 2, "start: 2018-04-03 10:00"),
            "far-date",
            (5, 31, 16),
            "2018-04-03 is 364 days from most sessions, around 2019-04-02",
            "did you mean 2019-04-03?",
        ),
        (
            rows(*["start: 2019-04-02 09:30"] * 2, "day: 2019-09-02"),
            "far-date",
            (5, 29, 10),
            "2019-09-02 is 153 days from most sessions, around 2019-04-02",
            "",
        ),
        (
            rows(*["start: 2019-02-28 09:30"] * 2, "start: 2020-02-29 10:00"),
            "far-date",
            (5, 31, 16),
            "2020-02-29 is 366 days from most sessions, around 2019-02-28",
            "",
        ),
        # -- ids and codes
        (
            rows("", "repeats: s11"),
            "repeats-nothing",
            (4, 33, 3),
            "no session is 's11'",
            "did you mean s1?",
        ),
        (
            rows("code: SVS301", "repeats: SVS301"),
            "repeats-nothing",
            (4, 33, 6),
            "no session is 'SVS301'",
            "did you mean s1?",
        ),
        (
            rows("", "repeats: s2"),
            "repeats-itself",
            (4, 33, 2),
            "it repeats itself",
            "name the first run, or leave it out",
        ),
        (
            rows("", "repeats: s1", "repeats: s2"),
            "repeats-repeat",
            (5, 33, 2),
            "'s2' is itself a further run of 's1'",
            "name s1",
        ),
        (
            rows("code: X1", "code: X1"),
            "repeated-code",
            (4, 30, 2),
            "code X1 is taken by line 3",
            "is it another run? add repeats: s1",
        ),
    ],
)
def test_every_other_warning(
    text: str, code: str, place: tuple[int, int, int], message: str, hint: str
) -> None:
    (problem,) = lint(text)
    assert (problem.code, problem.severity) == (code, "warning")
    assert (problem.line, problem.column, problem.length) == place
    assert (problem.message, problem.hint) == (message, hint)
    assert problem.file == "demo.yaml"


@pytest.mark.parametrize(
    "text",
    [
        DECLARED + row("a", "tracks: [Data, Serverless], room: Salle 231"),
        rows("track: Data", "track: Data", "track: Date"),
        rows(*["room: Salle 231"] * 3, "room: Salle 232"),
        rows("start: 2019-04-02 08:00, duration: 12h", "duration: 45"),
        rows("start: 2018-04-02 09:30", "start: 2019-04-02 09:30"),
        rows(*["start: 2019-04-02 09:30"] * 2, "start: 2019-05-02 09:30"),
        rows(*[f"start: 2019-{month:02}-02 09:30" for month in range(1, 13)]),
        rows("code: X1", "code: X1, repeats: s1", "code: X1, repeats: s1"),
        rows("code: X1, repeats: s2", "code: X1"),
    ],
)
def test_what_is_in_order_is_left_in_peace(text: str) -> None:
    assert lint(text) == ()


def test_the_shipped_programme_has_no_warning() -> None:
    assert check(read(ROOT / "sessions.yaml", keep_places=True)) == ()


def test_warnings_come_in_the_order_of_the_file() -> None:
    text = rows(
        "code: X, repeats: s9",
        slot("09:30", "45", "A", "repeats: s2"),
        slot("09:30", "0", "A", "code: X"),
        slot("10:00", "45", "A"),
    )
    places = [(problem.line, problem.column) for problem in lint(text)]
    assert len(places) == 5
    assert places == sorted(places)


def test_without_places_the_warnings_stand_without_lines() -> None:
    text = rows(slot("09:30", "45", "A"), slot("10:00", "45", "A"))
    (problem,) = check(read_text(text, Path("demo.yaml")))
    assert str(problem) == "demo.yaml: warning: A is used twice from 10:00 to 10:15 (also s1)"


def many(more: Any, count: int) -> str:
    return rows(*[more(number) for number in range(count)])


def steps_of_check(text: str) -> int:
    """Return how many lines of Python a check runs: the same on any machine, however busy."""
    reading = read_text(text, Path("demo.yaml"), keep_places=True)
    steps = 0

    def count(frame: Any, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        problems = check(reading)
    finally:
        sys.settrace(before)
    assert len(problems) <= MAX_PROBLEMS
    return steps


@pytest.mark.parametrize(
    "more",
    [
        lambda n: slot("09:30", "45", "A", ADA),
        lambda n: slot("09:30", "45", f"Room {n}", ADA),
        lambda n: f"repeats: x{n}",
        lambda n: f"track: Name {n}x",
        lambda n: f"start: {date(2019, 1, 1 + n % 28)} 09:30, code: X",
    ],
)
def test_the_worst_programme_is_checked_without_comparing_all_pairs(more: Any) -> None:
    # Beyond the bound on problems the work may only grow with the number of sessions.
    assert steps_of_check(many(more, 4800)) < 3 * steps_of_check(many(more, 2400))

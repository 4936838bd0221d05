from pathlib import Path

import pytest

from summit_tui.catalogue.checks import check
from summit_tui.catalogue.model import Walk
from summit_tui.catalogue.reading import Reading, read_text

HEAD = """\
event: {name: X, timezone: UTC, venue: Hall}
rooms: [Amber, Loft, {name: Slate, venue: House}]
"""


def reading(walking: str) -> Reading:
    text = f"{HEAD}walking: {walking}\nsessions: [{{id: a, title: T, room: Loft}}]\n"
    return read_text(text, Path("sessions.yaml"), keep_places=True)


@pytest.mark.parametrize(
    ("walking", "expected"),
    [
        ("[{minutes: 3}]", [Walk((), 3)]),
        ("{minutes: 3}", [Walk((), 3)]),
        ("[{between: [Amber, Slate], minutes: 6}]", [Walk(("Amber", "Slate"), 6)]),
        ("[{between: 'Amber, House', minutes: 6 min}]", [Walk(("Amber", "House"), 6)]),
        ("[{between: Amber, minutes: 1h}]", [Walk(("Amber",), 60)]),
        ("[{between: [], minutes: 1}, {minutes: 0}]", [Walk((), 1), Walk((), 0)]),
        ("", []),
        ("[]", []),
    ],
)
def test_walks_are_read(walking: str, expected: list[Walk]) -> None:
    found = reading(walking)
    assert found.problems == ()
    assert found.catalogue.walking == tuple(expected)
    assert len(found.walks) == len(expected)


@pytest.mark.parametrize(
    ("walking", "code", "column", "message"),
    [
        ("3", "wrong-type", 10, "walking must be a list of {between: [one, other], minutes: 6}"),
        ("[Amber]", "wrong-type", 11, "walking must be a list of"),
        ("[{between: Amber}]", "no-minutes", 11, "a walk has no minutes"),
        ("[{minutes: soon}]", "bad-minutes", 21, "'soon' is not a duration"),
        ("[{minutes: 3, from: a}]", "unknown-key", 24, "a walk has no key 'from'"),
        ("[{between: [a, b, c], minutes: 3}]", "bad-between", 21, "a walk is between two places"),
    ],
)
def test_a_mistake_is_told_where_it_is(walking: str, code: str, column: int, message: str) -> None:
    (problem,) = reading(walking).problems
    assert (problem.severity, problem.code, problem.line) == ("error", code, 3)
    assert problem.column == column
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("walking", "code", "hint"),
    [
        ("[{between: [Amber, Slade], minutes: 3}]", "unknown-place", "did you mean Slate?"),
        ("[{between: [Loft, Hal], minutes: 3}]", "unknown-place", "did you mean Hall?"),
        (
            "[{between: [Loft, House], minutes: 3}, {between: [House, Loft], minutes: 2}]",
            "repeated-walk",
            "leave one of them out",
        ),
    ],
)
def test_what_is_doubtful_is_told(walking: str, code: str, hint: str) -> None:
    (problem,) = check(reading(walking))
    assert (problem.severity, problem.code, problem.hint) == ("warning", code, hint)
    assert problem.line == 3


def test_nothing_is_doubtful_of_a_good_one() -> None:
    walking = (
        "[{minutes: 3}, {between: [Loft, Slate], minutes: 2}, {between: [Hall, House], minutes: 9}]"
    )
    assert check(reading(walking)) == ()

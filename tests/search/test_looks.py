"""What was seen at the last look."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.places import state_folder
from summit_tui.search.looks import keep_look, unseen


def the_file() -> Path:
    (path,) = (state_folder() / "looks").glob("*.json")
    return path


def test_what_came_since_the_last_look_is_unseen() -> None:
    assert unseen("demo", "level:300", ["a", "b"]) is None
    assert keep_look("demo", "level:300", ["a", "b"])
    assert unseen("demo", "level:300", ["c", "b", "d"]) == ["c", "d"]
    assert unseen("demo", "level:300", []) == []
    assert keep_look("demo", "level:300", ["c", "b"])
    assert unseen("demo", "level:300", ["a", "b", "c"]) == ["a"]


def test_each_event_and_query_has_looks_of_its_own() -> None:
    keep_look("demo", "x", ["a"])
    keep_look("demo", "y", ["b"])
    keep_look("other", "x", ["c"])
    assert unseen("demo", "x", ["a", "b", "c"]) == ["b", "c"]
    assert unseen("demo", "y", ["a", "b", "c"]) == ["a", "c"]
    assert unseen("other", "x", ["a", "b", "c"]) == ["a", "b"]
    assert unseen("other", "y", ["a"]) is None


def test_the_longest_unused_query_is_forgotten_first() -> None:
    for number in range(50):
        keep_look("demo", f"q{number}", [f"s{number}"])
    keep_look("demo", "q0", ["s0"])
    keep_look("demo", "new", ["n"])
    assert unseen("demo", "q0", ["s0"]) == []
    assert unseen("demo", "q1", []) is None
    assert unseen("demo", "q2", ["s2"]) == []


def test_what_no_query_has_seen_does_not_pile_up() -> None:
    for number in range(300):
        keep_look("demo", f"q{number % 60}", [f"s{number}", f"t{number}"])
    assert the_file().read_text().count('"s') <= 100
    assert unseen("demo", "q59", ["t299", "t298"]) == ["t298"]


def test_ten_thousand_sessions_and_fifty_queries_stay_small() -> None:
    ids = [f"session-{number:05}" for number in range(10_000)]
    for number in range(50):
        keep_look("demo", f"q{number}", ids[number:])
    assert the_file().stat().st_size < 400_000


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"format": 9, "ids": [], "looks": {}}',
        '{"format": 1, "ids": ["a"], "looks": {"x": "ff"}}',
        '{"format": 1, "ids": ["a"], "looks": {"x": "-1"}}',
        '{"format": 1, "ids": ["a"], "looks": {"x": 1}}',
        '{"format": 1, "ids": 1, "looks": {}}',
        '{"format": 1, "ids": []}',
    ],
)
def test_a_damaged_file_is_as_good_as_absent(content: str) -> None:
    keep_look("demo", "x", ["a"])
    the_file().write_text(content)
    assert unseen("demo", "x", ["a"]) is None
    assert keep_look("demo", "x", ["a"])
    assert unseen("demo", "x", ["a"]) == []


def test_what_cannot_be_kept_is_told(isolated: Path) -> None:
    (isolated / "state").write_text("a file where the folder should be")
    assert unseen("demo", "x", ["a"]) is None
    assert not keep_look("demo", "x", ["a"])


_IDS = st.lists(st.text(max_size=5), unique=True, max_size=8)


@given(st.text(max_size=8), st.text(max_size=8), _IDS, _IDS)
def test_unseen_is_what_was_not_there(
    event: str, query: str, seen: list[str], now: list[str]
) -> None:
    assert keep_look(event, query, seen)
    assert unseen(event, query, now) == [each for each in now if each not in seen]

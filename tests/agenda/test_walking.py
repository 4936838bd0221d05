"""How long it takes from one room to another."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.walking import Walking, read_walk, walking_of
from summit_tui.catalogue.model import Room, Walk
from tests.factories import make_catalogue, make_session

ROOMS = {"a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B", "c1": "C", "hut": None}


def ways(*rules: tuple[str, int]) -> Walking:
    return Walking((Walk(tuple(names.split()), minutes) for names, minutes in rules), ROOMS.items())


@pytest.mark.parametrize(
    ("rules", "one", "other", "minutes"),
    [
        ([], "a1", "b1", 0),
        ([("", 5)], "a1", "b1", 5),
        ([("", 5)], "a1", "a1", 0),
        ([("", 5)], "a1", "a room nobody declared", 5),
        ([("", 5)], None, "a1", 0),
        ([("", 5)], "a1", None, 0),
        ([("a1 b1", 7)], "b1", "a1", 7),
        ([("a1 b1", 7)], "a2", "b1", 0),
        ([("A B", 9)], "b2", "a3", 9),
        ([("A A", 2), ("", 9)], "a1", "a3", 2),
        ([("A A", 2), ("", 9)], "a1", "b1", 9),
        ([("A", 8), ("", 4)], "a1", "c1", 8),
        ([("A", 8), ("", 4)], "a1", "a2", 4),
        ([("a1", 3), ("", 4)], "a1", "a2", 3),
        # The closest rule counts, wherever it stands.
        ([("a1 b1", 7), ("A B", 9), ("", 8)], "a1", "b1", 7),
        ([("a1 B", 8), ("A B", 9), ("", 8)], "a1", "b2", 8),
        ([("A B", 9), ("a1", 5), ("", 9)], "a1", "b1", 9),
        ([("", 4), ("", 6)], "a1", "b1", 6),
        ([("a1 b1", 7), ("b1 a1", 6), ("", 9)], "a1", "b1", 6),
        # What is said is believed, also where a default seems to know a shorter way.
        ([("A B", 30), ("", 4)], "a1", "b1", 30),
        # Where nothing is said, it is the shortest of the ways that are.
        ([("a1 c1", 4), ("b1 c1", 5), ("A b2", 1), ("b2 b1", 9)], "a1", "b1", 9),
        ([("A C", 4)], "a1", "a2", 0),
        ([("A C", 4)], "a1", "b1", 0),
        ([("a1 c1", 0), ("b1 c1", 0)], "a1", "b1", 0),
    ],
)
def test_the_way(
    rules: list[tuple[str, int]], one: str | None, other: str | None, minutes: int
) -> None:
    assert ways(*rules).minutes(one, other) == minutes


NAMES = st.lists(st.sampled_from([*ROOMS, "A", "B", "C"]), max_size=2).map(" ".join)
RULES = st.lists(st.tuples(NAMES, st.integers(0, 40)), max_size=6)


@given(RULES)
def test_the_way_back_is_as_long(rules: list[tuple[str, int]]) -> None:
    found, again = ways(*rules), ways(*rules)
    for one, other in product(ROOMS, repeat=2):
        assert found.minutes(one, other) == again.minutes(other, one)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("5", Walk((), 5)),
        ("Amber,Slate=6", Walk(("Amber", "Slate"), 6)),
        (" Hall 1 , Hall 2 = 6 min ", Walk(("Hall 1", "Hall 2"), 6)),
        ("Amber=1h", Walk(("Amber",), 60)),
        ("a=b,c=2", Walk(("a=b", "c"), 2)),
    ],
)
def test_a_rule_is_typed(text: str, rule: Walk) -> None:
    assert read_walk(text) == rule


@pytest.mark.parametrize("text", ["", "soon", "Amber,Slate", "Amber,Slate=", "a,b,c=3", "-3"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no walking time; write 5, or Amber,Slate=6"):
        read_walk(text)


def test_the_rules_of_a_catalogue_come_before_those_of_whoever_asks() -> None:
    catalogue = make_catalogue(
        make_session("x", room="Loft"),
        rooms=(Room("Amber", "Hall"), Room("Slate", "House")),
        walking=(Walk(("Hall", "House"), 12), Walk((), 3)),
    )
    assert walking_of(catalogue).minutes("Amber", "Slate") == 12
    assert walking_of(catalogue).minutes("Loft", "Slate") == 3
    more = walking_of(catalogue, [Walk((), 5), Walk(("Slate", "Amber"), 2)])
    assert (more.minutes("Loft", "Slate"), more.minutes("Amber", "Slate")) == (5, 2)


def test_a_room_without_a_venue_is_at_the_event() -> None:
    catalogue = make_catalogue(
        make_session("x", room="Loft"),
        rooms=(Room("Slate", "House"),),
        walking=(Walk(("Palais", "House"), 9),),
    )
    assert walking_of(catalogue).minutes("Loft", "Slate") == 9

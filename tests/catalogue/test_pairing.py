"""Which session of a new version is which of the old one."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue import pairing, resemblance
from summit_tui.catalogue.model import Session, Speaker
from tests.catalogue.edits import in_order, session
from tests.factories import make_session

ADA, BASIL = (Speaker("Ada Alder"),), (Speaker("Basil Birch"),)
ABSTRACT = "How tables sleep, who wakes them, and what it costs to let them dream."


def paired(old: Sequence[Session], new: Sequence[Session]) -> dict[str, str]:
    """Return by id what became what, whichever way round it is asked."""
    found = {old[row].id: new[other].id for row, other in pairing.pairs(old, new)}
    back = {old[row].id: new[other].id for other, row in pairing.pairs(new, old)}
    assert found == back
    return found


def frab(number: str, **more: str) -> tuple[tuple[str, str], ...]:
    """Return the source of an imported session."""
    return (("format", "frab"), ("id", number), *more.items())


def imported(session_id: str, start: str | None = "09:30", **given: Any) -> Session:
    return make_session(session_id, start, **{"source": (("format", "csv"),)} | given)


CASES: dict[str, tuple[list[Session], list[Session], dict[str, str]]] = {
    "an id is one whatever else changed": (
        [make_session("a", title="Lambda", speakers=ADA)],
        [make_session("a", "15:00", title="Queues", speakers=BASIL)],
        {"a": "a"},
    ),
    "the source's id comes before the id": (
        [make_session("a", source=frab("1")), make_session("b", source=frab("2"))],
        [make_session("b", source=frab("1")), make_session("a", source=frab("2"))],
        {"a": "b", "b": "a"},
    ),
    "ids of two formats are not compared": (
        [make_session("a", title="Lambda", source=(("format", "one"), ("id", "7")))],
        [make_session("b", title="Zebra", source=(("format", "two"), ("id", "7")))],
        {},
    ),
    "a code survives another id and title": (
        [make_session("a", title="Lambda", code="SVS301")],
        [make_session("b", title="Zebra", code="SVS301")],
        {"a": "b"},
    ),
    "a code that many bear tells nothing": (
        [make_session("a", title="Lambda", code="WS"), make_session("c", "10:00", code="WS")],
        [make_session("b", title="Zebra", code="WS"), make_session("c", "10:00", code="WS")],
        {"c": "c"},
    ),
    "title and speakers": (
        [make_session("a", title="Lambda inside", speakers=ADA)],
        [make_session("b", "2019-04-03 15:00", title="LAMBDA: inside!", speakers=ADA)],
        {"a": "b"},
    ),
    "speakers and abstract": (
        [make_session("a", title="Sleeping tables", speakers=ADA, abstract=ABSTRACT)],
        [make_session("b", title="Dreams", speakers=ADA, abstract=ABSTRACT)],
        {"a": "b"},
    ),
    "a title that lost a letter": (
        [make_session("a", title="Kubernetes in production", speakers=ADA)],
        [make_session("b", "15:00", title="Kubernets in production", speakers=ADA)],
        {"a": "b"},
    ),
    "a title of one word, spelled otherwise": (
        [make_session("a", title="Internationalisation")],
        [make_session("b", "15:00", title="Internationalization")],
        {"a": "b"},
    ),
    "the same title by somebody else": (
        [make_session("a", title="State of the cloud", speakers=ADA)],
        [make_session("b", title="State of the cloud", speakers=BASIL)],
        {"a": "b"},
    ),
    "parts of a series are two": (
        [make_session("a", title="Rust in anger, part 1", speakers=ADA)],
        [make_session("b", "15:00", title="Rust in anger, part 2", speakers=ADA)],
        {},
    ),
    "two talks of one speaker are two": (
        [make_session("a", title="Gardening with goats", speakers=ADA)],
        [make_session("b", "15:00", title="Compilers for the brave", speakers=ADA)],
        {},
    ),
    "a run is never taken for the other one": (
        [make_session("a", "09:00", title="Lab"), make_session("b", "15:00", title="Lab")],
        [make_session("x", "15:00", title="Lab")],
        {"b": "x"},
    ),
    "runs at one time are told apart by room": (
        [make_session("a", title="Lab", room="1"), make_session("b", title="Lab", room="2")],
        [make_session("x", title="Lab", room="2"), make_session("y", title="Lab", room="1")],
        {"a": "y", "b": "x"},
    ),
    "runs that all moved by a day keep their hour": (
        [make_session("a", "09:00", title="Lab"), make_session("b", "15:00", title="Lab")],
        [
            make_session("x", "2019-04-03 15:00", title="Lab"),
            make_session("y", "2019-04-03 09:00", title="Lab"),
        ],
        {"a": "y", "b": "x"},
    ),
    "the nearest run moved": (
        [make_session("a", "10:00", title="Lab"), make_session("b", "16:00", title="Lab")],
        [make_session("x", "16:30", title="Lab")],
        {"b": "x"},
    ),
    "of two runs about as near the one in the same room": (
        [make_session("a", "10:00", title="Lab", room="1")],
        [
            make_session("x", "11:10", title="Lab", room="2"),
            make_session("y", "11:30", title="Lab", room="1"),
        ],
        {"a": "y"},
    ),
    "a number that an import gave is no id": (
        [imported("lunch", "12:00", title="Lunch"), imported("lunch-2", "18:00", title="Lunch")],
        [imported("lunch", "18:00", title="Lunch")],
        {"lunch-2": "lunch"},
    ),
    "what a person wrote is an id": (
        [make_session("one", "12:00", title="Lab"), make_session("two", "18:00", title="Lab")],
        [make_session("one", "18:00", title="Lab"), make_session("two", "12:00", title="Lab")],
        {"one": "one", "two": "two"},
    ),
    "runs with one id of the source": (
        [
            make_session("t", "09:00", title="Lab", source=frab("7")),
            make_session("t-2", "15:00", title="Lab", source=frab("7")),
        ],
        [
            make_session("t", "15:00", title="Lab", source=frab("7")),
            make_session("t-2", "18:00", title="Lab", source=frab("7")),
        ],
        {"t-2": "t", "t": "t-2"},
    ),
    "numbered runs that all moved a little keep their numbers": (
        [imported("lab", "09:00", title="Lab"), imported("lab-2", "09:30", title="Lab")],
        [imported("lab", "09:25", title="Lab"), imported("lab-2", "09:55", title="Lab")],
        {"lab": "lab", "lab-2": "lab-2"},
    ),
    "without times there is nothing to tell runs apart by but ids": (
        [imported("lab", None, title="Lab"), imported("lab-2", None, title="Lab")],
        [imported("lab-2", None, title="Lab"), imported("lab", None, title="Lab")],
        {"lab": "lab", "lab-2": "lab-2"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_pairs(name: str) -> None:
    old, new, expected = CASES[name]
    assert paired(in_order(old), in_order(new)) == expected


_RUNS = st.lists(
    st.builds(
        lambda number, hour, room, title, ids: make_session(
            f"s{number}",
            None if hour is None else f"{hour:02d}:00",
            title=title,
            room=room,
            source=ids,
        ),
        st.integers(0, 8),
        st.none() | st.integers(9, 12),
        st.sampled_from([None, "A", "B"]),
        st.sampled_from(["Lab", "Labs", "Lab part 1", "Kubernetes in production", "Kubernetes"]),
        st.sampled_from([(), (("format", "csv"),), frab("1"), frab("2"), frab("3", guid="x")]),
    ),
    max_size=7,
    unique_by=lambda one: one.id,
)


@given(_RUNS, _RUNS)
def test_each_is_paired_once_and_the_same_both_ways(old: list[Session], new: list[Session]) -> None:
    found = paired(in_order(old), in_order(new))
    assert len(set(found.values())) == len(found)


def test_ten_thousand_sessions_are_not_compared_each_with_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = 0
    likeness = resemblance.title_likeness

    def counted(one: resemblance.Looks, other: resemblance.Looks) -> float:
        nonlocal looked_at
        looked_at += 1
        return likeness(one, other)

    monkeypatch.setattr(resemblance, "title_likeness", counted)
    old = [session(number) for number in range(10_000)]
    assert len(pairing.pairs(old, old)) == 10_000
    assert looked_at == 0
    new = [
        one._replace(id=f"x{row}", title=f"{one.title} (updated)") if row % 20 == 0 else one
        for row, one in enumerate(old)
    ]
    assert pairing.pairs(old, new) == [(row, row) for row in range(10_000)]
    assert 500 <= looked_at <= 100_000
    other = [one._replace(id=f"x{row}", title=one.title[::-1]) for row, one in enumerate(old)]
    pairing.pairs(old, other)
    assert looked_at <= 200_000


def test_a_title_that_thousands_share_is_no_trap() -> None:
    old = [make_session(f"a{number}", None, title="Lunch") for number in range(3000)]
    new = [one._replace(id=f"b{number}") for number, one in enumerate(old)]
    assert len(pairing.pairs(old, new)) == 3000


def test_a_number_that_an_import_without_ids_gave_is_not_believed() -> None:
    lunch = make_session("lunch", "2019-04-01 12:00", title="Lunch")
    second = make_session("lunch-2", "2019-04-02 12:00", title="Lunch")
    assert pairing.pairs([lunch, second], [second._replace(id="lunch")]) == [(1, 0)]

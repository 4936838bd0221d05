from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.model import Catalogue, Room, Speaker
from summit_tui.catalogue.sections import Sections
from summit_tui.search.facets import Facets, rows_of, sections_of, set_of
from tests.factories import make_catalogue, make_session

CATALOGUE = make_catalogue(
    make_session("a", "09:30", level=300, tracks=("Data", "AI"), room="Blue", language="fr"),
    make_session("b", "10:30", level=100, tracks=("AI",), room="Red", tags=("x", "x")),
    make_session("c", "11:30", kind="workshop", speakers=(Speaker("A", company="AWS"),)),
    make_session("d", "2019-04-03 09:00", level=300, status="cancelled", recorded=False),
    make_session("e", None),
    rooms=(Room("Red", venue="Palais"), Room("Blue")),
    tracks=("Data", "AI"),
)


def facets(catalogue: Catalogue = CATALOGUE) -> Facets:
    return Facets(Sections(sections_of(catalogue)))


@given(st.sets(st.integers(0, 99)))
def test_a_set_gives_back_its_rows(rows: set[int]) -> None:
    assert rows_of(set_of(rows, 100)) == sorted(rows)


def test_sessions_are_grouped_by_what_they_are() -> None:
    found = facets()
    cases = {
        ("level", 300): [0, 3],
        ("track", "AI"): [0, 1],
        ("room", "Red"): [1],
        ("venue", "Palais"): [1],
        ("language", "fr"): [0],
        ("kind", "workshop"): [2],
        ("company", "AWS"): [2],
        ("tag", "x"): [1],
        ("day", "2019-04-02"): [0, 1, 2],
        ("state", "cancelled"): [3],
        ("state", "unrecorded"): [3],
        ("state", "unscheduled"): [4],
        ("level", 999): [],
    }
    assert {key: rows_of(found.rows(*key)) for key in cases} == cases


def test_values_stand_in_reading_order() -> None:
    found = facets()
    assert found.values("level") == [100, 300]
    assert found.values("track") == ["Data", "AI"]
    assert found.values("room") == ["Red", "Blue"]


def test_counts_are_within_a_set_and_keep_what_has_none() -> None:
    assert facets().counts("level", set_of([0, 1], 5)) == [(100, 1), (300, 1)]
    assert facets().counts("level", set_of([1], 5)) == [(100, 1), (300, 0)]


def test_an_empty_programme_has_no_values() -> None:
    found = facets(make_catalogue())
    assert found.everything == 0
    assert found.values("level") == []

"""What is shown of the programme, as a value."""

from typing import Any

import pytest

from summit_tui.search.context import Context
from summit_tui.search.programme import Programme, programme_of
from summit_tui.search.query import QueryError
from summit_tui.tui.state import View, list_sessions, matching
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import sample

NOW = Context(at("11:20"))


def ids(programme: Programme, view: View) -> list[str]:
    return [
        programme.catalogue.sessions[row].id for row in list_sessions(programme, view, NOW).rows
    ]


def chosen(**values: Any) -> dict[str, frozenset[Any]]:
    return {name: frozenset(value) for name, value in values.items()}


def test_the_empty_view_shows_everything_in_programme_order() -> None:
    assert ids(programme_of(sample()), View()) == [
        "keynote",
        "lambda",
        "orders",
        "lunch",
        "gone",
        "data",
        "panel",
    ]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View("serverless"), ["lambda"]),
        (View("", chosen(level=[200])), ["orders", "panel"]),
        (View("", chosen(level=[200, 400])), ["lambda", "orders", "panel"]),
        (View("", chosen(level=[300], day=["2019-04-03"])), ["data"]),
        (View("data", chosen(level=[200])), []),
        (View("level>=300", chosen(day=["2019-04-02"])), ["lambda", "gone"]),
        (View("", chosen(kind=["meal", "panel"])), ["lunch", "panel"]),
        (View("", chosen(language=["fr"])), ["orders"]),
        (View("", chosen(level=[100])), []),
    ],
)
def test_facets_narrow_what_the_words_find(view: View, expected: list[str]) -> None:
    assert ids(programme_of(sample()), view) == expected


def test_a_facet_is_counted_within_everything_but_its_own_choice() -> None:
    view = View("", chosen(level=[300], day=["2019-04-02"]))
    counts = list_sessions(programme_of(sample()), view, NOW).counts
    assert counts["level"] == [(100, 0), (200, 1), (300, 1), (400, 1)]  # of Tuesday
    assert counts["day"] == [("2019-04-02", 1), ("2019-04-03", 1)]  # at level 300
    assert dict(counts["kind"]) == {"keynote": 0, "meal": 0, "panel": 0, "talk": 1}


def test_an_event_without_levels_has_no_facet_of_levels() -> None:
    listing = list_sessions(programme_of(make_catalogue(make_session())), View(), NOW)
    assert listing.counts["level"] == []


def test_toggling_twice_leaves_the_view_as_it_was() -> None:
    view = View("words", chosen(day=["2019-04-02"]))
    once = view.toggled("level", 300)
    assert once.of("level") == {300}
    assert once.text == "words"
    assert once.toggled("level", 300) == view
    assert once.choosing("day", frozenset()).chosen == chosen(level=[300])


@pytest.mark.parametrize(
    ("view", "narrowed"),
    [(View(), False), (View("  "), False), (View("x"), True), (View("", chosen(level=[1])), True)],
)
def test_a_view_knows_whether_it_narrows(view: View, narrowed: bool) -> None:
    assert view.narrowed is narrowed


def test_the_best_answer_is_known_for_words_only() -> None:
    programme = programme_of(sample())
    assert list_sessions(programme, View("commandes"), NOW).best == 2
    assert list_sessions(programme, View("level:300"), NOW).best is None
    assert list_sessions(programme, View("commandes", chosen(level=[300])), NOW).best is None


def test_a_query_that_means_nothing_is_an_error_with_its_place() -> None:
    with pytest.raises(QueryError) as error:
        list_sessions(programme_of(sample()), View("x levl:300"), NOW)
    assert (error.value.start, error.value.end) == (2, 6)
    assert matching(programme_of(sample()), View("levl:300"), NOW) == 0


def test_readings_come_with_the_listing() -> None:
    listing = list_sessions(programme_of(sample()), View("servreless"), NOW)
    assert listing.readings == (("servreless", "serverless"),)
    assert matching(programme_of(sample()), View("servreless"), NOW) == listing.bits

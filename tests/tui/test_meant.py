"""What of a typed text is searched, and which conditions are ticks: texts, and what they show."""

from typing import Any

import pytest

from summit_tui.search.context import Context
from summit_tui.search.programme import programme_of
from summit_tui.search.query import MAX_QUERY, QueryError
from summit_tui.tui.searching import Answer, answer
from summit_tui.tui.state import View
from summit_tui.tui.typed import resembling_field
from summit_tui.tui.written import toggled, written
from tests.factories import at
from tests.tui.harness import sample

PROGRAMME = programme_of(sample())
NOW = Context(at("11:20"))


def shown(text: str, **chosen: Any) -> Answer:
    view = View(text, {name: frozenset(values) for name, values in chosen.items()})
    return answer(PROGRAMME, view, NOW)


def ids(found: Answer) -> list[str]:
    return [PROGRAMME.catalogue.sessions[row].id for row in found.listing.rows]


@pytest.mark.parametrize(
    ("text", "alike", "wrong"),
    [
        ("level:300 -track:zzzqx after:12:00", "level:300 after:12:00", ["-track:zzzqx"]),
        ("level:300 levl:4 day:9 data", "level:300 data", ["levl:4", "day:9"]),
        ("track:zzzqx", "", ["track:zzzqx"]),
        ("level:300 @nobody", "level:300", ["@nobody"]),
        ("level:300 levl:", "level:300", ["levl:"]),
        ("track:data,zzzqx level:300", "level:300", ["track:data,zzzqx"]),
        ("level:300", "level:300", []),
    ],
)
def test_a_mistake_is_left_out_and_nothing_else(text: str, alike: str, wrong: list[str]) -> None:
    found = shown(text)
    assert ids(found) == ids(shown(alike))
    assert [each.piece for each in found.mistakes] == wrong
    chips = [each for each in found.restrictions if each.wrong]
    assert [each.said for each in chips] == [f"wrong: {piece}" for piece in wrong]
    for each in chips:
        view = each.taken_from(found.view)
        assert each.piece not in view.text
    for piece in wrong:
        assert piece not in found.in_words(7)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("serverless french", ""),
        ("serverless english", "serverless lang:english"),
        ("serverless english level:400", "serverless level:400 lang:english"),
        ("wednesday 300", "day:wednesday level:300"),
        ("serverless", ""),
    ],
)
def test_names_of_values_may_be_meant_as_conditions(text: str, instead: str) -> None:
    found = shown(text)
    assert found.instead == instead
    assert not instead or (ids(shown(instead)) and not shown(instead).listing.missing)


def test_a_filter_that_nothing_matches_is_told() -> None:
    found = shown("serverless lang:it level:400")
    assert found.emptiness is not None
    assert "No session of this programme has lang:it." in found.emptiness.said
    alone = shown("lang:it")
    assert alone.emptiness is not None
    assert "No session" not in alone.emptiness.said


def test_a_mistake_keeps_its_place() -> None:
    found = shown("levl:4  day:9")
    places = [
        (e.error.start, e.error.end) for e in found.mistakes if isinstance(e.error, QueryError)
    ]
    assert places == [(0, 4), (12, 13)]


@pytest.mark.parametrize("text", ["a " + "x" * MAX_QUERY, "levl:1 " * 20])
def test_what_means_nothing_at_all_is_an_error(text: str) -> None:
    with pytest.raises(QueryError):
        shown(text)


@pytest.mark.parametrize(
    ("text", "alike"),
    [("lev", ""), ("trak", ""), ("level:300 spea", "level:300"), ("data lev", "data")],
)
def test_the_beginning_of_a_field_empties_nothing(text: str, alike: str) -> None:
    found = shown(text)
    assert ids(found) == ids(shown(alike)) != []
    assert "tab makes it" in found.expected


@pytest.mark.parametrize("text", ["zzzqx", "trick", "lev x"])
def test_other_words_that_no_session_has_find_nothing(text: str) -> None:
    assert shown(text).expected == ""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lev", "level"),
        ("level", "level"),
        ("levl", "level"),
        ("trak", "track"),
        ("niv", "niveau"),
        ("l", ""),
        ("bevel", ""),
        ("trick", ""),
        ("", ""),
    ],
)
def test_a_word_may_begin_a_field(word: str, expected: str) -> None:
    assert resembling_field(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("track:sécurité", {}),
        ("track:security", {"track": {"Security"}}),
        ("track:sec,data x", {"track": {"Security", "Data"}}),
        ("level>=300", {"level": {300, 400}}),
        ("level:300 kind:meal", {"level": {300}, "kind": {"meal"}}),
        (
            "day:tue lang:fr room:gre",
            {"day": {"2019-04-02"}, "language": {"fr"}, "room": {"Green"}},
        ),
        ("-track:data", {}),
        ("track:data track:sec", {}),
        ("track:zzzqx", {}),
        ("speaker:quill is:now after:10:00", {}),
        ("words", {}),
    ],
)
def test_conditions_of_facets_are_ticks(text: str, expected: dict[str, set[Any]]) -> None:
    found = {each.facet: set(each.values) for each in written(PROGRAMME, text, NOW)}
    assert found == expected or text == "track:sécurité"


@pytest.mark.parametrize(
    ("text", "facet", "value", "expected"),
    [
        ("a track:sec", "track", "Security", "a"),
        ("track:sec a", "track", "Data", "track:Data,Security a"),
        ("level>=300", "level", 300, "level:400"),
        ("level:300", "level", 200, "level:200,300"),
        ("lang:fr", "language", "en", "lang:en,fr"),
    ],
)
def test_a_tick_changes_what_is_typed(text: str, facet: str, value: Any, expected: str) -> None:
    typed = written(PROGRAMME, text, NOW)
    assert toggled(View(text), typed, facet, value) == View(expected)


def test_ticks_are_counted_as_if_they_were_chosen_beside_the_list() -> None:
    typed, chosen = shown("track:security"), shown("", track=["Security"])
    assert typed.listing.counts == chosen.listing.counts
    assert ids(typed) == ids(chosen)


def test_what_is_not_typed_is_chosen_beside_the_list() -> None:
    typed = written(PROGRAMME, "track:data", NOW)
    assert toggled(View("track:data"), typed, "level", 300).of("level") == {300}


def test_nothing_found_names_what_to_drop() -> None:
    found = shown("level:400 room:green", day=["2019-04-02"])
    assert found.emptiness is not None
    assert "1 without level 400 · x takes it back." in found.emptiness.said
    assert "1 without Green" in found.emptiness.said
    assert "without Tue" not in found.emptiness.said
    way_out = found.emptiness.way_out
    assert way_out is not None
    assert ids(answer(PROGRAMME, way_out.taken_from(found.view), NOW)) != []


def test_rows_are_known_in_the_order_of_relevance() -> None:
    found = shown("talk data", level=[300])
    assert sorted(found.listing.by_relevance()) == sorted(found.listing.rows)
    assert found.listing.by_relevance()[0] == found.listing.best
    assert shown("level:300").listing.by_relevance() == []

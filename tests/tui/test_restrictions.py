"""What narrows the list, in words, and each of it taken back alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.search.context import Context
from summit_tui.search.programme import programme_of
from summit_tui.tui.restrictions import restrictions
from summit_tui.tui.searching import answer
from summit_tui.tui.state import View
from summit_tui.tui.typed import as_text, finished, pieces, without
from tests.factories import at
from tests.tui.harness import sample

PROGRAMME = programme_of(sample())
NOW = Context(at("11:20"), team=(("Ada", ()), ("Bo", ()), ("Ana", ())))


def said(text: str, **chosen: Any) -> list[str]:
    view = View(text, {name: frozenset(values) for name, values in chosen.items()})
    return [each.said for each in restrictions(PROGRAMME, view, NOW)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("words and more", []),
        ('"a phrase"', []),
        ("level>=300", ["level 300+"]),
        ("level:300+", ["level 300+"]),
        ("level:300,400", ["level 300+"]),
        ("level>=100", ["level 100+"]),
        ("level:200-300", ["level 200–300"]),
        ("level:advanced", ["level 300"]),
        ("-level:300", ["not level 300"]),
        ("track:serv", ["Serverless"]),
        ("track:sevrerless", ["Serverless"]),
        ("track:data,sec", ["Data or Security"]),
        ('room:"gre', ["Green"]),
        ("-kind:meal x -word", ["not meal", "not word"]),
        ("speaker:quill", ["speaker quill"]),
        ("day:tue", ["Tue 2 Apr"]),
        ("day:1,2", ["Tue 2 Apr or Wed 3 Apr"]),
        ("day>=2", ["from Wed 3 Apr"]),
        ("day<=1", ["until Tue 2 Apr"]),
        ("lang:french", ["French"]),
        ("after:14:00 before:16:00", ["after 14:00", "before 16:00"]),
        ("at:now", ["on now"]),
        ("at:10:30", ["on at 10:30"]),
        ("is:now is:picked,must", ["on now", "picked or must"]),
        ("free:me", ["fits my agenda"]),
        ("with:ada -with:BO", ["with Ada", "not with Bo"]),
        ("with:a,anyone", ["with Ada or Ana or anyone"]),
        ("@mine", ["@mine"]),
        ("level:9", []),  # the box says what is wrong
        ("levl:300 day:tue", ["Tue 2 Apr"]),
        ("day:tue day:tue", ["Tue 2 Apr"]),
    ],
)
def test_typed_conditions_are_said_in_words(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_chosen_and_typed_read_the_same() -> None:
    assert said("level>=300") == said("", level=[300, 400]) == ["level 300+"]
    assert said("track:data", level=[300]) == ["level 300", "Data"]


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("a level:300 b", "level:300", "a b"),
        ("level:300 b", "level:300", "b"),
        ("a  level:300", "level:300", "a"),
        ("level:300", "level:300", ""),
        ('x track:"Data & AI",ml  "a b"', 'track:"Data & AI",ml', 'x "a b"'),
        ('track:ai"x y" z', "track:ai", '"x y" z'),
        ("level:3000 level:300", "level:300", "level:3000"),
        ("-kind:meal kind:meal", "kind:meal", "-kind:meal"),
        ('"level:300" level:300', "level:300", '"level:300"'),
        ("a b", "level:300", "a b"),
    ],
)
def test_one_condition_is_taken_out_and_the_rest_stays_as_typed(
    text: str, piece: str, expected: str
) -> None:
    assert without(text, piece) == expected


@given(st.text('ab:,"-@ 3=>é', max_size=40))
def test_pieces_are_of_the_text_and_do_not_overlap(text: str) -> None:
    before = 0
    for piece in pieces(text):
        assert text[piece.start : piece.end] == piece.text
        assert before <= piece.start < piece.end
        assert not text[before : piece.start].strip(' "')
        before = piece.end


def test_taking_back_leaves_the_other_restrictions() -> None:
    view = View("data -kind:meal level>=200", {"day": frozenset({"2019-04-02"})})
    found = restrictions(PROGRAMME, view, NOW)
    assert [each.said for each in found] == ["Tue 2 Apr", "not meal", "level 200+"]
    assert found[0].taken_from(view) == View(view.text)
    assert found[1].taken_from(view) == view.typed("data level>=200")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("data track:", ("data ", "track")),
        ("data -track:", ("data ", "track")),
        ('tracks:"', ("", "track")),
        ("level>=", ("", "level")),
        ("data @", ("data ", "")),
        ("mail@", ("mail@", "")),
        ("nofield:", ("nofield:", "")),
        ("track: x", ("track: x", "")),
        ("track:x", ("track:x", "")),
    ],
)
def test_a_condition_without_a_value_yet_is_no_mistake(
    text: str, expected: tuple[str, str]
) -> None:
    assert finished(text) == expected
    if expected[1]:
        found = answer(PROGRAMME, View(text), NOW)
        assert found.expected
        assert found.listing.rows == answer(PROGRAMME, View(expected[0]), NOW).listing.rows


def test_a_view_is_a_query_to_be_saved() -> None:
    chosen = {"level": frozenset({400, 300}), "language": frozenset({"fr"})}
    view = View(" data ", chosen | {"track": frozenset({"Two words"})})
    text = as_text(view)
    assert text == 'data level:300,400 lang:fr track:"Two words"'
    assert as_text(View("")) == ""
    shown = View("data", {"level": frozenset({300, 200})})
    again = View(as_text(shown))
    rows = [answer(PROGRAMME, each, NOW).listing.rows for each in (shown, again)]
    assert rows[0] == rows[1] != ()

"""Programmes in the scripts of sites: values by their names, nothing is run."""

import json

import pytest

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.script_json import is_script, values
from tests.formats.readers.documents import imported

KONOPAS = """var program = [{"id": "1", "title": "Beds; var x = [1]", "date": "2026-05-04",
 "time": "10:00", "mins": "60", "loc": ["Amber"], "people": [{"id": "9"}]}];
var people = [{"id": "9", "name": ["Ada", "Umbel"], "prog": ["1"]}];
"""
MODULE = """'use strict'; // the days
export const schedule: Day[] = [
  {date: '2026-05-04', slots: [
    {time: `9:30`, title: 'It\\'s "late"', speaker: "Bo Fern", room: undefined, url: "https://x.example"},
  ]}, /* more to come */
];
export default schedule
"""


def test_several_values_stand_by_their_names() -> None:
    assert values(KONOPAS).keys() == {"program", "people"}
    (one,) = imported(KONOPAS.encode(), "UTC").catalogue.sessions
    assert (one.title, one.duration, one.room) == ("Beds; var x = [1]", 60, "Amber")
    assert [who.name for who in one.speakers] == ["Ada Umbel"]


def test_keys_and_texts_as_javascript_has_them() -> None:
    (one,) = imported(MODULE.encode(), "UTC").catalogue.sessions
    assert (one.title, f"{one.start:%d %H:%M}", one.room) == ('It\'s "late"', "04 09:30", None)
    assert [link.url for link in one.links] == ["https://x.example"]


@pytest.mark.parametrize(
    "text",
    ["module.exports = VALUE;", "callback(VALUE);", "window.data =\n  VALUE",
     "export default VALUE", "let a = f(1);\nconst b = VALUE", "/* x */\nvar a=VALUE"],
)  # fmt: skip
def test_one_value_is_the_value(text: str) -> None:
    assert values(text.replace("VALUE", json.dumps([{"a": 1}]))) == [{"a": 1}]


@pytest.mark.parametrize("text", ["", "Title,Room\n", "- a: [1]", "title = 'x'", "a: [1]", "<p>"])
def test_what_is_no_script(text: str) -> None:
    assert not is_script(text)
    assert Content(text.encode()).family != "json"


@pytest.mark.parametrize("piece", ["\n", " ", "x", "'", '\\"', "/*", "a=[", ";", "{", "a:", "`\\"])
def test_nothing_is_looked_at_twice(piece: str) -> None:
    """The suite would not end were it otherwise."""
    values("var a = [1, " + piece * 50_000)
    assert not is_script(piece * 50_000) or piece == "a=["

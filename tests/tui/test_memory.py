"""Where one left the application: kept whole, and for two windows at once."""

import json

from summit_tui.catalogue.places import state_folder
from summit_tui.tui.memory import Place, recall, remember
from summit_tui.tui.state import View
from tests.factories import make_catalogue, make_session

CATALOGUE = make_catalogue()
EVENT = CATALOGUE.event.id


def test_a_place_comes_back() -> None:
    view = View().choosing("level", frozenset((300,))).choosing("language", frozenset(("fr",)))
    place = Place("dark", "agenda", view, ("lambda", "owls"), "s1")
    remember(EVENT, place)
    assert recall(make_catalogue(make_session(language="fr"))) == place
    assert recall(CATALOGUE).view == View().choosing("level", frozenset((300,)))


def test_no_run_begins_with_what_has_been_looked_at() -> None:
    remember(EVENT, Place(screen="changes"))
    assert recall(CATALOGUE).screen == ""


def test_two_windows_keep_the_searches_of_both() -> None:
    remember(EVENT, Place(searches=("one", "both")))
    remember(EVENT, Place(searches=("both", "two")))
    assert recall(CATALOGUE).searches == ("one", "both", "two")


def test_what_cannot_be_encoded_takes_nothing_else_with_it() -> None:
    file = state_folder() / "tui.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"events": {"z": {"searches": ["\\ud800"]}, "y": {"searches": ["kept"]}}}')
    remember(EVENT, Place(searches=("one",)))
    events = json.loads(file.read_text())["events"]
    assert events["y"]["searches"] == ["kept"]
    assert events[EVENT]["searches"] == ["one"]

"""Ids of rooms, tracks, kinds and levels become names; ids of people are left to who knows them."""

from typing import Any

import pytest

from summit_tui.formats.readers.listed_ids import Meaning, meaning, named


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("roomId", Meaning("room", "room", True)),
        ("track_ids", Meaning("track", "track", True)),
        ("session-slug", Meaning("session", "title", True)),
        ("speakerIds", Meaning("speaker", "speakers", True)),
        ("rooms", Meaning("rooms", "room", False)),
        ("id", Meaning("id", "id", False)),
        ("7", Meaning("", "", False)),
    ],
)
def test_what_a_key_says(key: str, expected: Meaning) -> None:
    assert meaning(key) == expected


ROOMS = [{"id": 3, "name": "Amber"}, {"id": 4, "name": "Blue"}]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ({"room": 3}, {"room": "Amber"}),
        ({"roomId": "4"}, {"room": "Blue"}),
        ({"roomId": 4, "room": "Hall 4"}, {"roomId": "Blue", "room": "Hall 4"}),
        ({"room": 5}, {"room": 5}),
        ({"room": "Amber"}, {"room": "Amber"}),
        ({"trackIds": ["web", "ml"]}, {"track": ["The web", "Learning"]}),
        ({"trackIds": ["web", "x"]}, {"trackIds": ["web", "x"]}),
        ({"speakerIds": [3]}, {"speaker": [3]}),
        ({"id": 3, "capacity": 4}, {"id": 3, "capacity": 4}),
    ],
)
def test_ids_become_names(talk: Any, expected: Any) -> None:
    value: dict[str, Any] = {"talks": [talk], "rooms": ROOMS}
    value["tracks"] = {"web": {"title": "The web"}, "ml": {"title": "Learning"}}
    assert named(value)["talks"] == [expected]
    assert named(value)["rooms"] == ROOMS

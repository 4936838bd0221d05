"""JSON kept by hand: what the standard has no place for is passed over and told."""

from typing import Any

import pytest

from summit_tui.formats.readers.loose_json import loads
from summit_tui.formats.readers.notes import Notes
from tests.formats.readers.documents import imported, told

TALKS = '[{"title": "Beds // and /* nests */", "start": "2026-05-04 09:30"},\n {"title": "Tea,]"}]'
MENDED = "changed: remarks and commas that JSON has no place for were passed over"


@pytest.mark.parametrize(
    "text",
    [
        TALKS.replace("\n", "\n// the second\n"),
        TALKS.replace("\n", "/* the\nsecond */"),
        TALKS.replace('"}]', '",}, // last\n]'),
    ],
)
def test_remarks_and_last_commas_are_passed_over_but_not_in_texts(text: str) -> None:
    found = imported(text.encode(), "UTC").catalogue.sessions
    assert [one.title for one in found] == ["Beds // and /* nests */", "Tea,]"]
    assert told(text.encode(), "UTC") == [MENDED]


def test_lines_that_break_within_a_text_are_read_as_they_stand() -> None:
    notes = Notes()
    assert loads('{"a": "one\n\ttwo"}', notes) == {"a": "one\n\ttwo"}
    assert not notes.told(str)


@pytest.mark.parametrize("text", ["[1", "[1,,]", "{a: 1}", '["never closed', "[] []", ""])
def test_what_is_no_json_stays_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(text, Notes())


@pytest.mark.parametrize("piece", ['\\"', '"\\', ",", "/*", "//", '"', ", ", "[,"])
def test_nothing_is_looked_at_twice(piece: str) -> None:
    """A thousand times as much takes no million times as long: the suite would not end."""
    found: Any = None
    with pytest.raises((ValueError, RecursionError)):
        found = loads('{"a" ' + piece * 300_000, Notes())
    assert found is None

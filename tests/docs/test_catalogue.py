import re
from pathlib import Path

import pytest

from summit_tui.catalogue import fields
from summit_tui.catalogue.kinds import KINDS, LANGUAGES, read_kind, read_language
from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.catalogue.reading import read_text
from tests.docs.catalogue import catalogue_page

TABLES = (
    fields.ROOT_FIELDS,
    fields.EVENT_FIELDS,
    fields.ROOM_FIELDS,
    fields.WALK_FIELDS,
    fields.SESSION_FIELDS,
    fields.SPEAKER_FIELDS,
)


@pytest.mark.parametrize("item", [item for table in TABLES for item in table], ids=lambda i: i.name)
def test_every_key_has_its_row(item: fields.Field) -> None:
    rows = [row for row in catalogue_page().splitlines() if row.startswith(("| `", "| **`"))]
    (row,) = [row for row in rows if f"`{item.name}`" in row.split("|")[1] and item.doc in row]
    assert ("(required)" in row) is (item.required or item.name == "sessions")


def test_its_example_is_a_catalogue_without_a_problem() -> None:
    example = re.search(r"```yaml\n(.*?)```", catalogue_page(), re.DOTALL)
    assert example is not None
    reading = read_text(example[1], Path("example.yaml"))
    assert reading.problems == ()
    assert len(reading.catalogue.sessions) == 2


def test_every_word_it_lists_is_understood() -> None:
    for kind, words in KINDS.items():
        assert {read_kind(word) for word in words.split()} == ({kind} if words else set())
    for code, words in LANGUAGES.items():
        assert {read_language(word) for word in words.split()} == {code}
    for level in ("Advanced", "300 - Advanced", "L300", "avancé"):
        assert DEFAULT_SCALE.read(level) == 300

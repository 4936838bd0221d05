"""Where a programme came from: kept as it was said, and no loss when it is damaged."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.provenance import (
    Origin,
    Provenance,
    provenance_file,
    read_provenance,
    recall,
    remember,
)

_AT = datetime(2019, 4, 2, 7, 30, tzinfo=UTC)
_TEXT = st.text(max_size=20)


@given(_TEXT, _TEXT, st.booleans(), st.dictionaries(_TEXT, _TEXT, max_size=3), _TEXT)
def test_what_was_said_is_remembered(
    source: str, form: str, private: bool, hints: dict[str, str], release: str
) -> None:
    origin = Origin(source, form, private, tuple(hints.items()))
    remember("fosdem", Provenance(origin, _AT, release))
    assert recall("fosdem") == Provenance(origin, _AT, release)
    assert recall("other") is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0" * 200,
        b"[]",
        b"{}",
        b'{"source": "x"}',
        b'{"source": "x", "fetched": "soon"}',
        b'{"source": "x", "fetched": "2019-04-02T07:30:00"}',
        b'{"source": "x", "fetched": "2019-04-02T07:30:00+00:00", "hints": []}',
        b"[" * 20_000,
        b" " * 100_000,
    ],
)
def test_what_is_damaged_is_not_known(damage: bytes) -> None:
    remember("fosdem", Provenance(Origin("https://event.example/"), _AT))
    provenance_file("fosdem").write_bytes(damage)
    assert recall("fosdem") is None
    with pytest.raises((OSError, ValueError)):
        read_provenance("fosdem")


def test_what_was_never_said_is_no_damage() -> None:
    with pytest.raises(FileNotFoundError):
        read_provenance("fosdem")

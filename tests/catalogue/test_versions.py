"""Kept versions: whole or absent, numbered for good, bounded, told apart by their names alone."""

from datetime import UTC, datetime, timedelta

import pytest

from summit_tui.catalogue import shelf, versions
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.provenance import versions_folder
from summit_tui.catalogue.seen import set_seen
from tests.catalogue.kept import MONDAY, placed, text


def test_a_version_is_kept_as_it_was() -> None:
    at = MONDAY + timedelta(hours=2)
    first = versions.keep("fosdem", text("One"), at)
    assert (first.number, first.at, first.label) == (1, at, "fosdem@1")
    assert versions.kept("fosdem") == (first,)
    assert versions.text_of(first) == text("One")
    assert [one.title for one in versions.catalogue_of(first).sessions] == ["One"]
    assert versions.kept("other") == ()


def test_the_same_is_kept_once_but_comes_again() -> None:
    numbers = [versions.keep("fosdem", data, MONDAY).number for data in (b"a", b"a", b"b", b"a")]
    assert numbers == [1, 1, 2, 3]


def test_the_time_is_kept_in_utc() -> None:
    at = datetime(2019, 4, 1, 10, 0, tzinfo=UTC).astimezone()
    assert versions.keep("fosdem", b"a", at).at == at
    assert versions.kept("fosdem")[0].at == at


def test_the_oldest_go_but_not_what_was_seen_last() -> None:
    placed("fosdem", "1")
    for number in range(2, versions.MOST_KEPT + 5):
        if number == 4:
            set_seen("fosdem", 3)
        placed("fosdem", str(number))
    numbers = [version.number for version in versions.kept("fosdem")]
    assert numbers == [3, *range(5, versions.MOST_KEPT + 5)]
    set_seen("fosdem", 20)
    placed("fosdem", "one more")
    assert versions.kept("fosdem")[0].number == 6


@pytest.mark.parametrize("damage", [b"", b"\0" * 50, b"cut", b"other"])
def test_a_damaged_version_is_told_and_hurts_no_other(damage: bytes) -> None:
    first, second = (versions.keep("fosdem", data, MONDAY) for data in (b"a", b"b"))
    whole = first.path.read_bytes()
    replacement = {b"cut": whole[:-9], b"other": second.path.read_bytes()}
    first.path.write_bytes(replacement.get(damage, damage))
    with pytest.raises(CatalogueError, match="fosdem@1 is damaged"):
        versions.text_of(first)
    assert versions.text_of(second) == b"b"
    assert versions.kept("fosdem") == (first, second)


def test_what_is_no_version_is_passed_over() -> None:
    version = versions.keep("fosdem", b"a", MONDAY)
    for name in ("source.json", "0002.yaml.gz", f"x{version.path.name}", ".0002.tmp"):
        (versions_folder("fosdem") / name).write_bytes(b"x")
    assert versions.kept("fosdem") == (version,)


def test_which_version_the_file_is() -> None:
    placed("fosdem", "One")
    two = placed("fosdem", "Two").version
    assert versions.present("fosdem") == two
    assert [each.number for each in versions.before_present("fosdem")] == [1]
    library_file("fosdem").write_bytes(text("One"))
    assert versions.before_present("fosdem") == ()
    library_file("fosdem").write_bytes(text("Three"))
    assert versions.present("fosdem") is None
    assert shelf.edited("fosdem")
    assert [each.number for each in versions.before_present("fosdem")] == [1, 2]
    assert versions.present_text("other") is None


def test_what_it_was_at_a_time() -> None:
    one = placed("fosdem", "One", at=MONDAY).version
    two = placed("fosdem", "Two", at=MONDAY + timedelta(days=1)).version
    assert versions.before("fosdem", MONDAY) is None
    assert versions.before("fosdem", MONDAY + timedelta(seconds=1)) == one
    assert versions.before("fosdem", MONDAY + timedelta(days=9)) == two

"""`NAME@VERSION`: a number, so many back, a day or a moment in the event's zone."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from summit_tui.catalogue import clock, which_version
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.problems import CatalogueError
from tests.catalogue.kept import MONDAY, placed
from tests.factories import PARIS, at


@pytest.fixture
def three() -> None:
    """Keep a version of Monday 10:00 in Paris, of Tuesday and of Wednesday."""
    for day, title in enumerate(("One", "Two", "Three")):
        placed("fosdem", title, at=MONDAY + timedelta(days=day))


@pytest.mark.parametrize(
    ("which", "number"),
    [
        ("1", 1),
        ("3", 3),
        ("-1", 2),
        ("-2", 1),
        ("2019-04-01", 1),
        ("2019-04-02", 2),
        ("2019-04-30", 3),
        ("2019-04-02T09:59", 1),
        ("2019-04-02T09:59:59", 1),
        ("2019-04-02T10:00", 2),
        ("2019-04-02 08:00Z", 2),
        ("yesterday", 2),
        ("today", 3),
    ],
)
@pytest.mark.usefixtures("three")
def test_a_version_is_named(which: str, number: int) -> None:
    clock.pretend(at("2019-04-03 12:00"))
    assert which_version.asked("fosdem", which).number == number


@pytest.mark.parametrize("which", ["0", "4", "-3", "-0", "2019-03-31", "soon", "²", "1.0", "--1"])
@pytest.mark.usefixtures("three")
def test_what_names_none_is_said_with_what_there_is(which: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        which_version.asked("fosdem", which)
    (problem,) = caught.value.problems
    assert problem.message == f"there is no version '{which}' of fosdem"
    assert problem.hint == "there are 1, 2, 3; the oldest is of 2019-04-01"


def test_the_day_of_the_oldest_is_one_that_can_be_asked_for() -> None:
    placed("fosdem", "One", at=at("2019-04-01 01:30"))
    with pytest.raises(CatalogueError) as caught:
        which_version.asked("fosdem", "2019-03-31")
    assert caught.value.problems[0].hint.endswith("of 2019-04-01")
    assert which_version.asked("fosdem", "2019-04-01").number == 1


def test_what_keeps_none_says_so() -> None:
    with pytest.raises(CatalogueError, match="fosdem has no kept versions"):
        which_version.asked("fosdem", "1")


@pytest.mark.usefixtures("three")
def test_back_is_counted_from_the_file_as_it_is() -> None:
    library_file("fosdem").write_bytes(b"edited")
    assert which_version.asked("fosdem", "-1").number == 3


@pytest.mark.parametrize(
    ("named", "parts"),
    [
        ("fosdem@3", ("fosdem", "3")),
        ("a@b@-1", ("a@b", "-1")),
        ("fosdem", None),
        ("@3", None),
        ("fosdem@", None),
        ("./fosdem@3", None),
        ("", None),
    ],
)
def test_name_and_version_are_told_apart(named: str, parts: tuple[str, str] | None) -> None:
    assert which_version.split(named) == parts


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("2019-04-01", "2019-04-01 00:00"),
        ("2019-04-01 12:30", "2019-04-01 12:30"),
        ("today", "2019-04-03 00:00"),
        ("Yesterday", "2019-04-02 00:00"),
    ],
)
def test_when_a_day_begins(text: str, begins: str) -> None:
    clock.pretend(at("2019-04-03 00:30"))  # still Tuesday in London
    assert which_version.beginning(text, PARIS) == at(begins)


def test_a_version_is_told_in_the_events_zone() -> None:
    version = placed("fosdem", "One").version
    assert which_version.told(version, PARIS) == "fosdem@1 (Mon 1 Apr 2019 10:00)"
    tokyo = which_version.told(version, ZoneInfo("Asia/Tokyo"))
    assert tokyo == "fosdem@1 (Mon 1 Apr 2019 17:00)"

"""`summit gaps`."""

from pathlib import Path

import pytest

from tests.cli.programmes import programme
from tests.cli.runner import summit
from tests.factories import make_session

DAY = (
    make_session("one", "09:00", title="One", tracks=("Data",), room="Blue"),
    make_session("fits", "10:00", title="Fits", tracks=("Data",), room="Red", level=300),
    make_session("odd", "10:00", title="Odd", room="Red"),
    make_session("long", "10:00", title="Long", duration=120, room="Red"),
    make_session("two", "11:00", title="Two", room="Blue"),
    make_session("desk", "10:00", title="Desk", kind="registration"),
    make_session("tomorrow", "2019-04-03 09:00", title="Tomorrow"),
)


@pytest.fixture(autouse=True)
def day(here: Path) -> None:
    programme(here, *DAY)
    summit("add", "one", "two")


def test_the_table_says_what_fits_best_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = summit("gaps", "--format", "table", "--walk", "5", "--day", "tue")
    assert ended.lines == [
        "Tue 2 Apr",
        "  09:45–11:00  1 h 15 free · from Blue · to Blue · 2 sessions fit",
        "      10:00–10:45  Fits",
        "                   fits · 300 · Red · alike: Data",
        "      10:00–10:45  Odd",
        "                   odd · Red",
        "  11:45–12:00  15 min free · from Blue · 0 sessions fit",
    ]
    assert (ended.code, ended.err) == (0, "")


def test_where_no_room_is_known_none_is_told(here: Path) -> None:
    programme(here, make_session("one", "09:00"), make_session("two", "11:00", room="Blue"))
    lines = summit("gaps", "--format", "table", "--day", "tue").lines
    assert "  09:45–11:00  1 h 15 free · to Blue · 0 sessions fit" in lines


def test_the_limit_counts_for_each_gap() -> None:
    ended = summit("gaps", "--format", "table", "--limit", "1")
    assert "      … 1 more" in ended.lines
    assert summit("gaps", "--format", "ids", "--limit", "1").lines == ["fits", "tomorrow"]
    assert summit("gaps", "--format", "ids").lines == ["fits", "odd", "tomorrow"]


def test_a_line_each_for_programs() -> None:
    assert summit("gaps", "--walk", "Blue,Red=5").lines[0] == (
        "2019-04-02T09:45+02:00\t75\tBlue\tBlue\t0\t2"
    )


def test_json_says_from_where_to_where() -> None:
    found = summit("gaps", "--format", "json").json
    assert found["version"] == 1
    first = found["gaps"][0]
    assert (first["day"], first["minutes"], first["walk"]) == ("2019-04-02", 75, 0)
    assert (first["from"], first["to"]) == (
        {"id": "one", "room": "Blue"},
        {"id": "two", "room": "Blue"},
    )
    assert [each["id"] for each in first["sessions"]] == ["fits", "odd"]
    assert found["gaps"][-1]["from"] is None


@pytest.mark.parametrize(("day", "code"), [("wed", 0), ("sun", 2), ("blurb", 2)])
def test_days_are_read_as_in_a_query(day: str, code: int) -> None:
    assert summit("gaps", "--day", day).code == code


def test_no_gap_is_told(here: Path) -> None:
    programme(here, make_session("one", "09:00"))
    ended = summit("gaps")
    assert (ended.code, ended.err) == (1, "there is no gap of a quarter of an hour or more\n")

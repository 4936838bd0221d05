"""`summit plan`: hours, lunch and appointments, several days, and a search that is cut short."""

import json
from pathlib import Path
from typing import Any

import pytest

from summit_tui.agenda import settings
from summit_tui.catalogue.places import config_folder
from tests.cli.programmes import programme
from tests.cli.runner import summit
from tests.factories import make_session

TWO_DAYS = (
    make_session("early", "08:00", title="Early", room="Blue"),
    make_session("one", "11:00", title="One", room="Blue", duration=60),
    make_session("noon", "12:00", title="Noon", room="Blue", duration=120),
    make_session("two", "14:15", title="Two", room="Red", duration=60),
    make_session("night", "23:30", title="Night", room="Red", duration=60),
    make_session("dawn", "2019-04-03 00:35", title="Dawn", room="Blue", duration=60),
    make_session("day2", "2019-04-03 12:15", title="Day two", room="Blue", duration=60),
    make_session("last", "2019-04-03 17:00", title="Last", room="Red", duration=90),
)
ALL = [session.id for session in TWO_DAYS]
TWICE = (
    make_session("a", "09:00", title="A", repeats="a"),
    make_session("a2", "11:30", title="A", repeats="a"),
    make_session("b", "09:00", title="B", repeats="b"),
    make_session("b2", "09:30", title="B", repeats="b"),
)
"""Two wishes that fit together only as b and a2."""
DENTIST = "\r\n".join(
    (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Dentist"),
        *("DTSTART:20190402T093000Z", "DTEND:20190402T094500Z", "END:VEVENT", "END:VCALENDAR", ""),
    )
)
"""From 11:30 to 11:45 in Paris."""


@pytest.fixture
def days(here: Path) -> Path:
    """Return a folder with the programme of two days, all of it wished."""
    programme(here, *TWO_DAYS)
    summit("add", *ALL)
    return here


def say_once_and_for_all(**said: Any) -> None:
    folder = config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(said))
    settings._read.cache_clear()  # read once a run


@pytest.mark.usefixtures("days")
@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, []),
        ({"lunch": "12:00-14:00/45"}, ["noon"]),  # on the second day 13:15 is early enough
        ({"lunch": "12:00-13:00/45"}, ["noon", "day2"]),
        ({"day_start": "09:00"}, ["early", "dawn"]),
        ({"day_end": "18:00"}, ["night", "last"]),
        ({"walk": "10"}, ["dawn"]),
    ],
)
def test_settings_shape_every_day(said: dict[str, str], missing: list[str]) -> None:
    say_once_and_for_all(**said)
    left = {session["id"] for session in summit("plan", "--format", "json").json["dropped"]}
    assert sorted(left) == sorted(missing)


@pytest.mark.usefixtures("days")
def test_an_option_takes_the_place_of_a_setting() -> None:
    say_once_and_for_all(day_start="09:00")
    chosen = summit("plan", "--day-start", "0:30", "--format", "ids").lines
    assert chosen == ALL


@pytest.mark.usefixtures("days")
def test_no_more_than_so_many_on_each_day() -> None:
    found = summit("plan", "--max-per-day", "2", "--format", "json").json
    by_day: dict[str, int] = {}
    for session in TWO_DAYS:
        if session.id in found["chosen"] and session.start:
            by_day[f"{session.start:%d}"] = by_day.get(f"{session.start:%d}", 0) + 1
    assert by_day == {"02": 2, "03": 2}
    assert found["optimal"]


def test_appointments_are_kept_free(days: Path) -> None:
    (days / "mine.ics").write_text(DENTIST)
    for given in (["--busy", "mine.ics"], []):
        found = summit("plan", *given, "--format", "json").json
        (dropped,) = found["dropped"]
        assert dropped["id"] == "one"
        assert "Dentist" in dropped["reason"]
        say_once_and_for_all(busy=[str(days / "mine.ics")])


def test_a_search_that_is_cut_short_says_what_could_be_had(here: Path) -> None:
    programme(here, *TWICE)
    summit("add", "a", "b")
    whole, cut = (
        summit("plan", "--format", "json", "--seconds", seconds).json for seconds in ("10", "0")
    )
    assert (whole["optimal"], whole["bound"], whole["chosen"]) == (True, None, ["b", "a2"])
    assert (cut["optimal"], cut["bound"]) == (False, "2 want")
    starts = [session.start for session in TWICE if session.id in cut["chosen"]]
    assert len(starts) == cut["score"]["want"] == 1
    ended = summit("plan", "--seconds", "0", "--format", "ids")
    assert "(stopped early: a better one has at most 2 want)" in ended.err
    assert ended.code == 0

"""The same instant on two clocks."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from summit_tui.catalogue import clock
from summit_tui.catalogue.here import city, here, on_both_clocks
from tests.factories import at

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("zone", "start", "end", "told"),
    [
        ("Pacific/Auckland", at("09:30"), None, "20:30 here"),
        ("Pacific/Auckland", at("11:30"), at("12:15"), "22:30–23:15 here"),
        ("Pacific/Auckland", at("12:45"), at("13:30"), "23:45–00:30 here"),
        ("Pacific/Auckland", at("13:30"), at("14:15"), "Wed 00:30–01:15 here"),
        ("Pacific/Auckland", at("09:00"), at("2019-04-04 18:00"), "20:00–Fri 05:00 here"),
        ("Pacific/Auckland", at("09:00"), at("2019-04-03 09:00"), "20:00–Wed 20:00 here"),
        ("America/New_York", at("02:00"), at("03:00"), "Mon 20:00–21:00 here"),
        ("Asia/Kolkata", at("09:30"), None, "13:00 here"),
        ("Europe/Madrid", at("09:30"), at("10:00"), ""),
        ("Europe/Paris", at("2019-03-20 09:30", NEW_YORK), None, "14:30 here"),
        ("Europe/Paris", at("2019-04-20 09:30", NEW_YORK), None, "15:30 here"),
        ("Europe/London", at("2019-01-20 09:30", ZoneInfo("Africa/Abidjan")), None, ""),
        ("Europe/London", at("2019-07-20 09:30", ZoneInfo("Africa/Abidjan")), None, "10:30 here"),
    ],
)
def test_where_clocks_differ_on_that_day_the_other_one_is_told(
    zone: str, start: datetime, end: datetime | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert here(start, end) == told


@pytest.mark.parametrize(
    ("zone", "called"),
    [
        ("Europe/Paris", "Paris"),
        ("America/New_York", "New York"),
        ("Etc/GMT-1", "UTC+1"),
        ("Etc/GMT+11", "UTC-11"),
        ("Etc/GMT", "GMT"),
        ("Etc/UTC", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_called_as_a_person_does(zone: str, called: str) -> None:
    assert city(zone) == called


def test_a_moment_on_both_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = at("2019-04-02 11:20", NEW_YORK)
    assert on_both_clocks(moment, "America/New_York") == "Tue 2 Apr 11:20 New York, Wed 04:20 here"
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    assert on_both_clocks(moment, "America/New_York") == "Tue 2 Apr 11:20 New York"


def test_a_machine_that_does_not_know_its_zone_that_long_ago_says_nothing() -> None:
    class Unanswered(datetime):
        """What Windows makes of 1960."""

        def astimezone(self, tz: object = None) -> "Unanswered":
            raise OSError(22, "Invalid argument")

    instant = Unanswered(1960, 1, 1, tzinfo=ZoneInfo("Europe/Paris"))
    assert clock.here(instant) is instant
    assert here(instant) == ""

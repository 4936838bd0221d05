from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from summit_tui.catalogue import clock

PARIS = ZoneInfo("Europe/Paris")


def test_a_pretended_wall_clock_is_that_of_the_zone_asked() -> None:
    clock.pretend(datetime(2019, 4, 2, 10))
    assert clock.now(PARIS) == datetime(2019, 4, 2, 10, tzinfo=PARIS)


def test_a_pretended_instant_is_the_same_everywhere() -> None:
    clock.pretend(datetime(2019, 4, 2, 8, tzinfo=UTC))
    assert clock.now(PARIS).isoformat() == "2019-04-02T10:00:00+02:00"


def test_time_is_given_back() -> None:
    clock.pretend(datetime(2019, 4, 2, 8, tzinfo=UTC))
    clock.pretend(None)
    assert clock.now().year > 2019
    assert clock.now().microsecond == 0

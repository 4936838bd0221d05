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


def test_a_pretended_time_passes_when_it_is_let() -> None:
    clock.pretend(datetime(2019, 4, 2, 10))
    clock.pass_time(90)
    assert clock.now(PARIS) == datetime(2019, 4, 2, 10, 1, 30, tzinfo=PARIS)
    clock.pretend(datetime(2019, 10, 27, 2, 30, tzinfo=PARIS))
    clock.pass_time(3600)
    assert clock.now(UTC) == datetime(2019, 10, 27, 1, 30, tzinfo=UTC)


def test_the_time_of_the_machine_passes_by_itself() -> None:
    before = clock.now()
    clock.pass_time(10_000)
    assert clock.now().timestamp() - before.timestamp() < 5_000

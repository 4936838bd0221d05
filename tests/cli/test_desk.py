"""What a command works on: the time that `--at` pretends, at the event."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from summit_tui.catalogue import clock
from summit_tui.cli.desk import Desk
from summit_tui.cli.given import Given
from tests.cli.programmes import BROKEN, saved
from tests.factories import at

NIGHT = datetime(2019, 4, 2, 23, 0, tzinfo=UTC)
"""When it is one o'clock of the next day in Paris."""


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("10:00", "2019-04-03 10:00"),
        ("10h", "2019-04-03 10:00"),
        ("2019-04-02", "2019-04-02 00:00"),
        ("2019-04-02T10:00", "2019-04-02 10:00"),
        ("2019-04-02 10:00", "2019-04-02 10:00"),
        ("2019-04-02T10:00Z", "2019-04-02 12:00"),
        ("2019-04-02T10:00-05:00", "2019-04-02 17:00"),
    ],
)
def test_the_time_pretended_is_the_event_s(given: str, moment: str) -> None:
    clock.pretend(NIGHT)
    assert Desk(Given(at=given)).now == at(moment)


def test_a_catalogue_that_cannot_be_read_does_not_keep_the_time(here: Path) -> None:
    saved(here / "sessions.yaml", BROKEN)
    clock.pretend(NIGHT)
    Desk(Given(at="10:00"))
    assert clock.now() == datetime(2019, 4, 2, 10, 0, tzinfo=UTC)

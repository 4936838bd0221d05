"""The free time between picks."""

import pytest

from summit_tui.agenda.gaps import gaps
from summit_tui.catalogue.model import Session
from tests.factories import at, make_session

MORNING = make_session("a", "09:00", duration=60)
NIGHT = "2019-10-26 23:30"


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([], []),
        ([MORNING], []),
        ([MORNING, make_session("b", "10:15")], [("10:00", "10:15")]),
        ([MORNING, make_session("b", "10:14")], []),
        ([make_session("b", "11:00"), MORNING], [("10:00", "11:00")]),
        (
            [MORNING, make_session("b", "09:30", duration=60), make_session("c", "11:00")],
            [("10:30", "11:00")],
        ),
        (
            [
                make_session("w", "09:00", duration=240),
                make_session("b", "10:00"),
                make_session("c", "14:00"),
            ],
            [("13:00", "14:00")],
        ),
        (
            [
                make_session("w", "09:00", duration=240),
                make_session("b", "10:00", duration=30),
                make_session("c", "12:00", duration=30),
            ],
            [],
        ),
        (
            [MORNING, make_session("b", "10:00", status="cancelled"), make_session("c", "11:00")],
            [("10:00", "11:00")],
        ),
        ([MORNING, make_session("b", "11:00", status="cancelled")], []),
        (
            [
                MORNING,
                make_session("b", None),
                make_session("c", "11:00", duration=None),
                make_session("d", "12:00"),
            ],
            [("10:00", "11:00"), ("11:45", "12:00")],
        ),
        ([MORNING, make_session("b", "2019-04-03 09:00")], []),
        (
            [
                MORNING,
                make_session("open", "08:00", kind="expo", duration=600),
                make_session("b", "11:00"),
            ],
            [("10:00", "11:00")],
        ),
        (
            [MORNING, make_session("b", "2019-04-03 09:00"), make_session("c", "2019-04-03 10:00")],
            [("2019-04-03 09:45", "2019-04-03 10:00")],
        ),
        # After midnight but of the same conference day.
        (
            [
                make_session("a", "22:00"),
                make_session("b", "2019-04-03 00:30", day=at("09:00").date()),
            ],
            [("22:45", "2019-04-03 00:30")],
        ),
        # A night that runs into the next day leaves nothing free in it.
        (
            [
                make_session("a", "22:00", duration=600),
                make_session("b", "2019-04-03 01:00"),
                make_session("c", "2019-04-03 09:00"),
            ],
            [("2019-04-03 08:00", "2019-04-03 09:00")],
        ),
    ],
)
def test_gaps(sessions: list[Session], expected: list[tuple[str, str]]) -> None:
    found = gaps(sessions)
    assert [(gap.start, gap.end) for gap in found] == [
        (at(start), at(end)) for start, end in expected
    ]
    assert gaps(reversed(sessions)) == found


def test_a_gap_over_a_clock_change_counts_real_time() -> None:
    day = at(NIGHT).date()
    night = [make_session("a", NIGHT, duration=30), make_session("b", "2019-10-27 03:30", day=day)]
    (gap,) = gaps(night)
    assert gap.minutes == 4 * 60 + 30
    spring = [
        make_session("a", "2019-03-31 01:30", duration=25),
        make_session("b", "2019-03-31 03:05"),
    ]
    assert gaps(spring) == ()


def night(session_id: str, clock: str, minutes: int, *, again: bool = False) -> Session:
    """Return a session in the hour that comes twice, the second time with `again`."""
    start = at(f"2019-10-27 {clock}").replace(fold=int(again))
    return Session(session_id, session_id, start=start, duration=minutes)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    early_and_late = [night("a", "02:50", 5), night("b", "02:10", 5, again=True)]
    (gap,) = gaps(early_and_late)
    assert (gap.start, gap.minutes) == (at("2019-10-27 02:55"), 15)
    long_and_short = [night("a", "02:00", 80), night("b", "02:50", 5)]
    (gap,) = gaps([*long_and_short, night("c", "02:40", 5, again=True)])
    assert (gap.start.fold, gap.minutes) == (1, 20)

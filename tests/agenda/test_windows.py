"""Where my days are free, and what fits there."""

import pytest

from summit_tui.agenda.taste import Taste
from summit_tui.agenda.walking import Walking
from summit_tui.agenda.windows import Window, fitting, taste_of, windows
from summit_tui.catalogue.model import Session, Walk
from tests.factories import at, make_session

DAY = (make_session("first", "09:00", room="A"), make_session("last", "17:15", room="A"))
"""A conference day from 09:00 to 18:00."""


def spans(found: tuple[Window, ...]) -> list[tuple[str, str]]:
    return [(f"{one.start:%d %H:%M}", f"{one.end:%d %H:%M}") for one in found]


@pytest.mark.parametrize(
    ("busy", "expected"),
    [
        ([], [("02 09:00", "02 18:00")]),
        (
            [make_session("a", "10:00", duration=60)],
            [("02 09:00", "02 10:00"), ("02 11:00", "02 18:00")],
        ),
        ([make_session("a", "09:10", duration=520)], []),
        ([make_session("a", "09:14", duration=300)], [("02 14:14", "02 18:00")]),
        (
            [make_session("a", "08:00", duration=120), make_session("b", "17:00", duration=300)],
            [("02 10:00", "02 17:00")],
        ),
        (
            [make_session("a", "10:00", duration=300), make_session("b", "11:00")],
            [("02 09:00", "02 10:00"), ("02 15:00", "02 18:00")],
        ),
        ([make_session("a", "10:00", status="cancelled")], [("02 09:00", "02 18:00")]),
        ([make_session("a", None)], [("02 09:00", "02 18:00")]),
        ([make_session("a", "09:00", kind="registration")], [("02 09:00", "02 18:00")]),
        ([make_session("a", "2019-04-03 10:00")], [("02 09:00", "02 18:00")]),
    ],
)
def test_windows(busy: list[Session], expected: list[tuple[str, str]]) -> None:
    assert spans(windows(busy, DAY)) == expected
    assert spans(windows(reversed(busy), reversed(DAY))) == expected


def test_what_goes_on_for_days_makes_no_day_longer() -> None:
    second = make_session("s", "2019-04-03 10:00")
    stands = make_session("stands", "08:00", duration=34 * 60)
    assert windows([], [*DAY, second, stands]) == windows([], [*DAY, second])


def test_a_night_belongs_to_the_day_it_is_listed_under() -> None:
    night = make_session("n", "2019-04-03 01:00", day=at("09:00").date())
    second = make_session("s", "2019-04-03 10:00")
    found = windows([], [*DAY, night, second])
    assert spans(found) == [("02 09:00", "03 01:45"), ("03 10:00", "03 10:45")]
    assert not found[1].holds(night, Walking())


COMES, GOES = make_session("x", "10:00", room="A"), make_session("y", "12:00", room="B")


@pytest.mark.parametrize(
    ("start", "duration", "room", "fits"),
    [
        ("10:45", 75, "A", False),
        ("10:45", 70, "A", True),
        ("10:50", 70, "B", True),
        ("10:49", 30, "B", False),
        ("10:50", 65, "C", True),
        ("10:50", 66, "C", False),
        ("10:44", 30, "A", False),
        ("10:45", 75, None, True),
        ("11:15", None, None, True),
        ("11:16", None, None, False),
        (None, 30, None, False),
    ],
)
def test_what_fits_fits_wholly_with_the_ways(
    start: str | None, duration: int | None, room: str | None, fits: bool
) -> None:
    walking = Walking([Walk((), 5)])
    (_, window, _) = windows([COMES, GOES], DAY)
    session = make_session("s", start, duration=duration, room=room)
    assert window.holds(session, walking) is fits
    found = fitting(window, [session], [COMES, GOES], walking, Taste([]))
    assert [each.session for each in found] == ([session] if fits else [])


def test_nobody_walks_to_the_first_thing_of_a_day_or_from_the_last() -> None:
    (day,) = windows([], DAY)
    walking = Walking([Walk((), 10)], [("A", None)])
    assert all(day.holds(session, walking) for session in DAY)


def test_what_is_picked_or_cancelled_or_another_run_is_not_offered() -> None:
    (_, window, _) = windows([COMES, GOES], DAY)
    again = make_session("x2", "11:00", repeats="x")
    gone = make_session("g", "11:00", status="cancelled")
    assert fitting(window, [again, gone, COMES], [COMES, GOES], Walking(), Taste([])) == ()


def test_what_i_like_comes_first() -> None:
    (_, window, _) = windows([COMES, GOES], DAY)
    picked = [(COMES._replace(tracks=("Data",)), "must"), (GOES._replace(tracks=("AI",)), "maybe")]
    offered = [
        make_session("early", "10:50", duration=30, title="Other"),
        make_session("ai", "11:00", title="Other", tracks=("AI",)),
        make_session("data", "11:00", title="Other", tracks=("Data",)),
    ]
    found = fitting(window, offered, [], Walking(), taste_of(picked))
    assert [each.session.id for each in found] == ["data", "ai", "early"]

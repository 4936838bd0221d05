"""Which sessions clash, and by how much."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.conflicts import Conflict, conflicts, conflicts_of, end_of, overlaps_between
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import ASSUMED_MINUTES, Session, Walk
from summit_tui.catalogue.times import after
from tests.factories import PARIS, at, make_session


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        (make_session("a", "09:00", duration=60), make_session("b", "10:00"), 0),
        (make_session("a", "09:00", duration=61), make_session("b", "10:00"), 1),
        (make_session("a", "09:00", duration=240), make_session("b", "10:00", duration=30), 30),
        (make_session("a", "09:00"), make_session("b", "09:00"), 45),
        (
            make_session("a", "09:00", duration=None),
            make_session("b", "09:30"),
            ASSUMED_MINUTES - 30,
        ),
        (make_session("a", "09:00", duration=0), make_session("b", "09:00"), 0),
        (make_session("a", None), make_session("b", "09:00"), 0),
        (make_session("a", None), make_session("b", None), 0),
        (make_session("a", "09:00", status="cancelled"), make_session("b", "09:00"), 0),
        (make_session("a", "09:00"), make_session("b", "09:10", repeats="a"), 0),
        (make_session("a", "09:00", kind="expo", duration=600), make_session("b", "09:10"), 0),
        (make_session("a", "09:00", kind="registration"), make_session("b", "09:10"), 0),
        (make_session("a", "09:00", kind="meal"), make_session("b", "09:10"), 35),
        (make_session("a", "09:00", repeats="x"), make_session("b", "09:10", repeats="x"), 0),
        (
            make_session("a", "2019-04-02 23:00", duration=180),
            make_session("b", "2019-04-03 00:30"),
            45,
        ),
        # 31 March 2019, 02:00 becomes 03:00: from 01:30 to 03:15 are 45 minutes.
        (make_session("a", "2019-03-31 01:30"), make_session("b", "2019-03-31 03:15"), 0),
        (
            make_session("a", "2019-03-31 01:30", duration=50),
            make_session("b", "2019-03-31 03:15"),
            5,
        ),
        # 27 October 2019, 03:00 becomes 02:00: from 01:30 to 03:15 are 165 minutes.
        (
            make_session("a", "2019-10-27 01:30", duration=150),
            make_session("b", "2019-10-27 03:15"),
            0,
        ),
        (
            make_session("a", "2019-10-27 01:30", duration=170),
            make_session("b", "2019-10-27 03:15"),
            5,
        ),
        (make_session("a", "2019-04-02 09:00:30"), make_session("b", "2019-04-02 09:45:00"), 1),
        (make_session("a", "2019-04-02 09:01:30"), make_session("b", "2019-04-02 09:45:00"), 2),
    ],
)
def test_two_sessions(one: Session, other: Session, minutes: int) -> None:
    of_one = (Conflict("b", minutes),) if minutes else ()
    of_other = (Conflict("a", minutes),) if minutes else ()
    expected = {"a": of_one, "b": of_other} if minutes else {}
    assert conflicts([one, other]) == conflicts([other, one]) == expected
    assert conflicts_of(one, [other]) == of_one
    assert conflicts_of(other, [one]) == of_other


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    first = Session("a", "A", start=at("2019-10-27 02:30"), duration=30)
    second = Session("b", "B", start=at("2019-10-27 02:30").replace(fold=1), duration=30)
    assert conflicts([first, second]) == {}


def test_zones_do_not_matter() -> None:
    tokyo = Session("a", "A", start=at("2019-04-02 16:30", ZoneInfo("Asia/Tokyo")), duration=45)
    assert (
        conflicts([tokyo, make_session("b", "10:00")])
        == {
            "a": (Conflict("b", 15),),
            "b": (Conflict("a", 15),),
        }
        == conflicts([make_session("a", "09:30"), make_session("b", "10:00")])
    )


def test_a_long_session_clashes_with_all_it_spans() -> None:
    workshop = make_session("workshop", "09:00", duration=480)
    talks = [make_session(f"t{hour}", f"{hour}:00", duration=50) for hour in (16, 12, 10)]
    found = conflicts([*talks, workshop])
    assert found["workshop"] == (Conflict("t10", 50), Conflict("t12", 50), Conflict("t16", 50))
    assert found["t12"] == (Conflict("workshop", 50),)


def test_an_end_is_assumed_only_where_the_programme_is_silent() -> None:
    assert end_of(make_session(start="09:00", duration=20)) == at("09:20")
    assert end_of(make_session(start="09:00", duration=None)) == at("09:45")
    assert end_of(make_session(start=None)) is None


@pytest.mark.parametrize(
    ("between", "walk", "missing"),
    [(0, 6, 6), (5, 6, 1), (6, 6, 0), (7, 6, 0), (0, 0, 0), (90, 100, 10)],
)
def test_the_way_takes_its_time(between: int, walk: int, missing: int) -> None:
    one = make_session("a", "09:00", duration=60, room="Amber")
    other = make_session("b", "10:00", room="Slate")
    other = other._replace(start=after(at("10:00"), between))
    found = conflicts([one, other], Walking([Walk((), walk)]))
    expected = {"a": (Conflict("b", missing, walk),), "b": (Conflict("a", missing, walk),)}
    assert found == (expected if missing else {})
    for conflict in found.get("a", ()):
        assert (conflict.too_tight, conflict.between) == (True, between)
    assert conflicts_of(one, [other], Walking([Walk((), walk)])) == found.get("a", ())


@pytest.mark.parametrize(
    "other",
    [
        make_session("b", "09:45", room="Amber"),
        make_session("b", "09:45", room=None),
        make_session("b", "09:45", room="Slate", status="cancelled"),
        make_session("b", "09:45", room="Slate", repeats="a"),
    ],
)
def test_no_way_is_counted(other: Session) -> None:
    one = make_session("a", "09:00", room="Amber")
    assert conflicts([one, other], Walking([Walk((), 30)])) == {}


def test_a_way_is_judged_from_one_session_to_the_next() -> None:
    day = [
        make_session("a", "09:00", room="Amber"),
        make_session("b", "09:46", duration=0, room="Blue"),
        make_session("c", "09:50", room="Slate"),
    ]
    walking = Walking([Walk(("Amber", "Slate"), 30), Walk((), 1)])
    assert conflicts(day, walking) == {}
    assert conflicts([day[0], day[2]], walking)["a"] == (Conflict("c", 25, 30),)


def test_after_two_at_once_both_ways_are_told() -> None:
    day = [
        make_session("a", "09:00", duration=60, room="Amber"),
        make_session("b", "09:30", duration=30, room="Blue"),
        make_session("c", "10:05", room="Slate"),
    ]
    found = conflicts(day, Walking([Walk((), 8)]))
    assert found["c"] == (Conflict("a", 3, 8), Conflict("b", 3, 8))
    assert found["a"] == (Conflict("b", 30), Conflict("c", 3, 8))


def test_a_moment_is_not_seen_from_within_another_session() -> None:
    talk, moment = make_session("a", "09:00"), make_session("b", "09:20", duration=0)
    assert conflicts([talk, moment])["b"] == (Conflict("a", 1),)


SESSIONS = st.lists(
    st.tuples(
        st.integers(0, 600),
        st.one_of(st.none(), st.integers(0, 300)),
        st.sampled_from([None, None, None, "run"]),
        st.sampled_from(["confirmed", "confirmed", "tentative", "cancelled"]),
        st.sampled_from([None, "Amber", "Blue", "Slate"]),
    ),
    max_size=25,
)
NIGHTS = st.sampled_from(
    [datetime(2019, 3, 30, 20, tzinfo=UTC), datetime(2019, 10, 26, 20, tzinfo=UTC)]
)
WALKING = Walking([Walk(("Amber", "Blue"), 30), Walk((), 5)])


FEW_WAYS = Walking(
    [Walk(("Amber", "Blue"), 30), Walk(("Blue", "Slate"), 45)],
    [("Amber", None), ("Blue", None), ("Slate", None)],
)
Rows = list[tuple[int, int | None, str | None, str, str | None]]


def made(rows: Rows, night: datetime) -> list[Session]:
    return [
        Session(
            f"s{row:02}",
            "T",
            start=(night + timedelta(minutes=start)).astimezone(PARIS),
            duration=minutes,
            repeats=repeats,
            status=status,
            room=room,
        )
        for row, (start, minutes, repeats, status, room) in enumerate(rows)
    ]


@pytest.mark.parametrize("walking", [Walking(), WALKING, FEW_WAYS])
@given(rows=SESSIONS, night=NIGHTS)
def test_what_is_far_away_makes_no_difference(
    walking: Walking, rows: Rows, night: datetime
) -> None:
    sessions = made(rows, night)
    found = conflicts(sessions, walking)
    for one in sessions:
        others = [other for other in sessions if other is not one]
        assert conflicts_of(one, others, walking) == found.get(one.id, ())


@given(SESSIONS, NIGHTS)
def test_between_two_agendas_only_what_overlaps_counts(rows: Rows, night: datetime) -> None:
    sessions = made(rows, night)
    mine, theirs = sessions[::2], sessions[1::2]
    every, ids = conflicts(sessions), {each.id for each in mine}
    expected = {
        each.id: tuple(one for one in every.get(each.id, ()) if one.id in ids) for each in theirs
    }
    assert overlaps_between(theirs, mine) == {
        each: found for each, found in expected.items() if found
    }


@given(SESSIONS, NIGHTS)
def test_the_sweep_finds_what_comparing_all_pairs_finds(rows: Rows, night: datetime) -> None:
    sessions = made(rows, night)
    on = [
        (start, start + (ASSUMED_MINUTES if minutes is None else minutes), f"s{row:02}", run, room)
        for row, (start, minutes, run, status, room) in enumerate(rows)
        if status != "cancelled"
    ]
    expected: dict[str, set[Conflict]] = {}
    for one, other in combinations(sorted(on), 2):
        if one[3] and other[3]:
            continue
        apart = other[0] - one[1]
        walk = WALKING.minutes(one[4], other[4])
        if apart < 0:
            minutes, walk = max(1, min(one[1], other[1]) - other[0]), 0
        elif any(one < each < other and one[1] <= each[0] and each[1] <= other[0] for each in on):
            continue
        else:
            minutes = walk - apart
        if minutes > 0:
            expected.setdefault(one[2], set()).add(Conflict(other[2], minutes, walk))
            expected.setdefault(other[2], set()).add(Conflict(one[2], minutes, walk))
    found = conflicts(sessions, WALKING)
    assert {each: set(pairs) for each, pairs in found.items()} == expected

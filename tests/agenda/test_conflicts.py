"""Which sessions clash, and by how much."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.conflicts import Conflict, conflicts, conflicts_of, end_of
from summit_tui.catalogue.model import ASSUMED_MINUTES, Session
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


SESSIONS = st.lists(
    st.builds(
        lambda start, minutes, repeats, status: (start, minutes, repeats, status),
        st.integers(0, 600),
        st.one_of(st.none(), st.integers(0, 300)),
        st.sampled_from([None, None, None, "run"]),
        st.sampled_from(["confirmed", "confirmed", "tentative", "cancelled"]),
    ),
    max_size=25,
)
NIGHTS = st.sampled_from(
    [datetime(2019, 3, 30, 20, tzinfo=UTC), datetime(2019, 10, 26, 20, tzinfo=UTC)]
)


@given(SESSIONS, NIGHTS)
def test_the_sweep_finds_what_comparing_all_pairs_finds(
    rows: list[tuple[int, int | None, str | None, str]], night: datetime
) -> None:
    sessions = [
        Session(
            f"s{row}",
            "T",
            start=(night + timedelta(minutes=start)).astimezone(PARIS),
            duration=minutes,
            repeats=repeats,
            status=status,
        )
        for row, (start, minutes, repeats, status) in enumerate(rows)
    ]
    expected: dict[str, set[Conflict]] = {}
    for one, other in combinations(range(len(rows)), 2):
        (start, length, run, status), (start2, length2, run2, status2) = rows[one], rows[other]
        end = start + (ASSUMED_MINUTES if length is None else length)
        end2 = start2 + (ASSUMED_MINUTES if length2 is None else length2)
        overlap = min(end, end2) - max(start, start2)
        if overlap <= 0 or "cancelled" in (status, status2) or (run and run2):
            continue
        expected.setdefault(f"s{one}", set()).add(Conflict(f"s{other}", overlap))
        expected.setdefault(f"s{other}", set()).add(Conflict(f"s{one}", overlap))
    found = conflicts(sessions)
    assert {each: set(pairs) for each, pairs in found.items()} == expected
    for session in sessions:
        others = [other for other in sessions if other is not session]
        assert conflicts_of(session, others) == found.get(session.id, ())

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from summit_tui.catalogue import clock
from summit_tui.catalogue.checks import check
from summit_tui.catalogue.demo import MAX_SESSIONS, ZONE, generate
from summit_tui.catalogue.demo_people import GIVEN_ENDS, GIVEN_STARTS, SURNAMES
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.writing import write

DAY = date(2026, 5, 5)
# Over the change to summer time, over the change back, and over the end of a year.
DAYS = (DAY, date(2026, 3, 28), date(2026, 10, 24), date(2026, 12, 30))


def dates(catalogue: Catalogue) -> list[date]:
    return sorted({session.date for session in catalogue.sessions if session.date})


@pytest.mark.parametrize("sessions", [1, 2, 29, 30, 31, 99, 100, 200, 500, 1000])
@pytest.mark.parametrize("seed", [1, 2])
def test_it_has_exactly_so_many_sessions_and_no_fault(sessions: int, seed: int) -> None:
    catalogue = generate(sessions, seed, DAY)
    assert len(catalogue.sessions) == sessions
    reading = read_text(write(catalogue), Path("demo.yaml"), keep_places=True)
    assert reading.problems + check(reading) == ()
    assert list(reading.catalogue.sessions) == list(catalogue.sessions)


@pytest.mark.parametrize("first_day", DAYS)
def test_clock_changes_and_new_year_do_no_harm(first_day: date) -> None:
    reading = read_text(write(generate(300, 3, first_day)), Path("demo.yaml"), keep_places=True)
    assert reading.problems + check(reading) == ()
    assert dates(reading.catalogue)[0] == first_day


def test_the_same_seed_and_day_give_the_same_bytes() -> None:
    assert write(generate(150, 7, DAY)) == write(generate(150, 7, DAY))
    assert write(generate(150, 7, DAY)) != write(generate(150, 8, DAY))


@pytest.mark.parametrize(("sessions", "days"), [(1, 1), (29, 1), (30, 2), (200, 3), (1000, 4)])
def test_now_is_in_the_middle_of_it(sessions: int, days: int) -> None:
    clock.pretend(datetime(2026, 5, 5, 22, 30, tzinfo=UTC))  # past midnight in Paris
    today = clock.now(ZONE).date()
    found = dates(generate(sessions))
    assert today == date(2026, 5, 6)
    first = today - timedelta(days=days > 1)
    assert found == [first + timedelta(days=number) for number in range(days)]


def test_a_large_summit_has_twenty_rooms_and_more() -> None:
    assert 20 <= len(generate(1000, first_day=DAY).rooms) <= 40


def test_it_has_everything_that_a_programme_may_have() -> None:
    sessions = generate(400, first_day=DAY).sessions
    kinds = Counter(session.kind for session in sessions)
    wanted = "keynote talk workshop panel lightning demo break meal social registration"
    assert set(wanted.split()) <= set(kinds)
    assert {session.level for session in sessions} == {None, 100, 200, 300, 400}
    french = sum(session.language == "fr" for session in sessions)
    assert 0.1 < french / len(sessions) < 0.3
    assert any(session.cancelled for session in sessions)
    assert any(session.start is None for session in sessions)
    assert any(s.start and s.end and s.start.date() < s.end.date() for s in sessions)
    assert any(session.start and session.day == session.start.date() - timedelta(days=1)
               for session in sessions)  # fmt: skip
    assert {session.duration for session in sessions if session.kind == "workshop"} == {120}
    assert {session.duration for session in sessions if session.kind == "lightning"} == {15}


def test_a_second_run_is_the_same_session_at_another_time() -> None:
    catalogue = generate(400, first_day=DAY)
    again = [session for session in catalogue.sessions if session.repeats]
    assert len(again) >= 3
    for session in again:
        first = catalogue.get(session.run_of)
        assert first is not None
        assert (first.title, first.speakers) == (session.title, session.speakers)
        assert session.label == f"{first.label}-R"
        assert first.start is None or session.start is None or first.start < session.start


def test_there_is_something_to_search_for() -> None:
    sessions = generate(1000, first_day=DAY).sessions
    words = Counter(
        word.strip(".,:;?!") for s in sessions for word in f"{s.title} {s.abstract}".lower().split()
    )
    assert len(words) > 700
    sought = ("serverless", "kubernetes", "postgres", "security", "latency")
    assert all(words[word] > 3 for word in sought)
    titles = Counter(session.run_of for session in sessions if session.code)
    assert len({session.title for session in sessions}) > 0.9 * len(titles)


def test_nobody_real_speaks() -> None:
    given = {a + b for a in GIVEN_STARTS.split() for b in GIVEN_ENDS.split()}
    names = [s.name.split() for one in generate(500, first_day=DAY).sessions for s in one.speakers]
    assert names
    assert all(first in given and last in SURNAMES.split() for first, last in names)


@pytest.mark.parametrize("sessions", [0, -1, MAX_SESSIONS + 1])
def test_an_impossible_number_is_refused(sessions: int) -> None:
    with pytest.raises(ValueError, match=f"1 to {MAX_SESSIONS} sessions, not {sessions}"):
        generate(sessions)

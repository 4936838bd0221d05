"""What calendars are told about changes, from the data and a ledger alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Room, Speaker
from summit_tui.formats.revisions import Revision, fingerprint, first_stamp, revise, uid
from tests.factories import at, make_catalogue, make_session

NOTICED = datetime(2019, 3, 1, 12, tzinfo=UTC)
CATALOGUE = make_catalogue()
UID = "s1@demo.summit-tui"


def test_a_session_seen_first_is_revision_0_whenever_it_is_exported() -> None:
    session = make_session()
    early = revise({}, CATALOGUE, [session], NOTICED)
    late = revise({}, CATALOGUE, [session], NOTICED + timedelta(days=9))
    assert early == late == {UID: Revision(fingerprint(CATALOGUE, session))}
    assert first_stamp(session) == datetime(2018, 1, 1, tzinfo=UTC)


CHANGES: list[dict[str, Any]] = [
    {"start": at("10:00")},
    {"start": None},
    {"duration": 60},
    {"duration": None},
    {"room": "Salle 2"},
    {"title": "Another"},
    {"status": "cancelled"},
    {"abstract": "More"},
    {"level": 300},
    {"code": "X1"},
    {"links": (Link("slides", "https://example.org/"),)},
    {"speakers": (Speaker("Ada Quartz"),)},
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_what_a_calendar_shows_raises_the_sequence_once(change: dict[str, Any]) -> None:
    session = make_session(room="Salle 1")
    first = revise({}, CATALOGUE, [session], NOTICED)
    moved = [session._replace(**change)]
    second = revise(first, CATALOGUE, moved, NOTICED)
    assert (second[UID].sequence, second[UID].stamp) == (1, NOTICED)
    assert revise(second, CATALOGUE, moved, NOTICED + timedelta(days=1)) == second


@pytest.mark.parametrize("change", [{"tags": ("x",)}, {"capacity": 30}], ids=str)
def test_anything_else_does_not(change: dict[str, Any]) -> None:
    first = revise({}, CATALOGUE, [make_session()], NOTICED)
    assert revise(first, CATALOGUE, [make_session(**change)], NOTICED) == first


def test_a_room_that_changes_its_venue_moves_its_sessions() -> None:
    session = make_session(room="Salle 1")
    first = revise({}, CATALOGUE, [session], NOTICED)
    annexe = make_catalogue(rooms=(Room("Salle 1", "Annexe"),))
    assert revise(first, annexe, [session], NOTICED)[UID].sequence == 1


def test_going_back_is_a_change_as_well() -> None:
    ledger: dict[str, Revision] = {}
    for start in ("09:30", "10:00", "09:30"):
        ledger = revise(ledger, CATALOGUE, [make_session(start=start)], NOTICED)
    assert ledger[UID].sequence == 2


def test_a_stamp_is_later_than_the_one_before_when_clocks_went_back() -> None:
    ledger = revise({}, CATALOGUE, [make_session()], NOTICED)
    ledger = revise(ledger, CATALOGUE, [make_session(start="10:00")], NOTICED)
    ledger = revise(ledger, CATALOGUE, [make_session(start="11:00")], NOTICED - timedelta(days=99))
    assert ledger[UID].stamp == NOTICED + timedelta(seconds=1)
    ancient = datetime(1999, 1, 1, tzinfo=UTC)
    seen = revise({}, CATALOGUE, [make_session()], ancient)
    stamp = revise(seen, CATALOGUE, [make_session(start="10:00")], ancient)[UID].stamp
    assert stamp is not None
    assert stamp > first_stamp(make_session())


def test_sessions_that_are_not_exported_keep_their_entry() -> None:
    both = revise({}, CATALOGUE, [make_session(), make_session("s2")], NOTICED)
    assert revise(both, CATALOGUE, [make_session("s2", "12:00")], NOTICED)[UID] == both[UID]


def test_runs_of_one_session_have_uids_of_their_own() -> None:
    event = CATALOGUE.event
    assert uid(event, make_session("a", repeats="b")) != uid(event, make_session("b"))

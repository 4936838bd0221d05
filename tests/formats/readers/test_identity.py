"""One session or several, runs of one, and what each is called."""

from typing import Any

from tests.formats.readers.documents import event, imported, schedule_json, told


def found(*events: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Return id and first run of each session."""
    sessions = imported(schedule_json(*events)).catalogue.sessions
    return [(session.id, session.repeats) for session in sessions]


LATER: dict[str, Any] = {"date": "2024-05-04T15:00:00+02:00", "start": "15:00"}


def test_an_id_given_twice_is_told_apart() -> None:
    events = (event(), event(guid="g-8", title="Other", **LATER))
    assert found(*events) == [("7", None), ("7-2", None)]
    assert told(schedule_json(*events)) == [
        "changed: sessions with an id that is taken: told apart by a number (in 7-2)"
    ]


def test_a_number_that_is_taken_is_not_given_again() -> None:
    events = (event(), event(guid="g", title="B"), event(id="7-2", guid="h", title="C"))
    assert sorted(name for name, _ in found(*events)) == ["7", "7-2", "7-3"]


def test_the_source_says_that_it_is_another_run() -> None:
    assert found(event(), event(**LATER)) == [("7", None), ("7-2", "7")]


def test_one_guid_for_all_links_nothing() -> None:
    assert found(event(), event(id=8, title="Other", **LATER)) == [("7", None), ("8", None)]


def test_the_first_run_is_the_one_that_begins_first() -> None:
    assert found(event(id=9, **LATER), event()) == [("7", None), ("9", "7")]


def test_equal_sessions_at_another_time_are_runs() -> None:
    assert found(event(), event(id=8, guid="g-8", **LATER)) == [("7", None), ("8", "7")]


def test_what_differs_or_says_nothing_is_no_run() -> None:
    other = event(id=8, guid="g-8", abstract="Else.", **LATER)
    assert found(event(), other) == [("7", None), ("8", None)]
    bare: dict[str, Any] = {"abstract": None, "description": None, "persons": [], "subtitle": None}
    twice = (event(**bare), event(id=8, guid="g-8", **bare, **LATER))
    assert found(*twice) == [("7", None), ("8", None)]
    lunch = (event(type="lunch"), event(id=8, guid="g-8", type="lunch", **LATER))
    assert found(*lunch) == [("7", None), ("8", None)]


def test_a_plenary_listed_per_room_is_one() -> None:
    data = schedule_json(event(), event(room="Blue"), event(room="Green"))
    (session,) = imported(data).catalogue.sessions
    assert (session.room, session.tags) == ("Amber", ("also in Blue", "also in Green"))
    assert told(data) == ["changed: listed in several rooms at one time: joined into one (in 7)"]


def test_at_one_time_under_other_ids_nothing_is_joined() -> None:
    other = event(id=8, guid="g-8", room="Blue")
    assert found(event(), other) == [("7", None), ("8", None)]


def test_untimed_runs_of_the_source_are_linked() -> None:
    untimed: dict[str, Any] = {"date": None, "start": None}
    events = (event(**untimed), event(**untimed))
    assert [run for _, run in found(*events)] in ([None, "7"],)

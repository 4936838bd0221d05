import pytest

from summit_tui.catalogue.model import Room, SessionList, Speaker, programme_order
from tests.factories import at, make_catalogue, make_session


def test_an_end_is_real_time_after_the_start() -> None:
    over_midnight = make_session(start="2019-04-02 23:30", duration=90)
    assert over_midnight.end == at("2019-04-03 01:00")
    clocks_go_back = make_session(start="2019-10-27 01:30", duration=120)
    assert clocks_go_back.end is not None
    assert clocks_go_back.end.isoformat() == "2019-10-27T02:30:00+01:00"
    assert make_session(start=None).end is None
    assert make_session(duration=None).end is None


def test_the_conference_day_is_the_one_given_else_that_of_the_start() -> None:
    late = make_session(start="2019-04-03 01:30")
    assert str(late.date) == "2019-04-03"
    assert str(late._replace(day=at("10:00").date()).date) == "2019-04-02"
    assert str(late._replace(day=at("10:00").date()).calendar_date) == "2019-04-03"
    assert make_session(start=None).date is None
    assert str(make_session(start=None, day=at("10:00").date()).calendar_date) == "2019-04-02"


def test_a_session_is_called_by_code_or_id_and_knows_its_runs() -> None:
    assert make_session("a").label == "a"
    assert make_session("a", code="SVS301").label == "SVS301"


@pytest.mark.parametrize(
    ("kind", "duration", "expected"),
    [
        ("registration", 30, True),
        ("registration", None, True),
        ("expo", 600, True),
        ("expo", None, True),
        ("expo", 45, False),
        ("meal", 75, False),
        ("talk", 600, False),
    ],
)
def test_what_one_drops_into(kind: str, duration: int | None, expected: bool) -> None:
    assert make_session("a", kind=kind, duration=duration).drop_in is expected


def test_a_label_means_one_session() -> None:
    given = (
        make_session("first", code="AIM1"),
        make_session("again", code="aim1", repeats="first"),
        make_session("alone", code="SVS301"),
        make_session("svs1", code="SVS1"),
        make_session("b", code="First"),
        make_session("c"),
    )
    sessions = make_catalogue(*given).sessions
    labels = [sessions.label(each) for each in sessions]
    assert labels == ["first", "again", "SVS301", "SVS1", "b", "c"]
    assert make_session("a", repeats="b").run_of == make_session("b").run_of == "b"
    assert make_session(tracks=("A", "B")).track == "A"
    assert make_session().track is None
    assert make_session(status="cancelled").cancelled


def test_a_speaker_is_named_with_what_is_known() -> None:
    assert str(Speaker("Ada")) == "Ada"
    assert str(Speaker("Ada", company="Engines")) == "Ada, Engines"
    assert str(Speaker("Ada", "Countess", "Engines")) == "Ada, Countess, Engines"


def test_a_programme_is_ordered_by_instant_with_the_unscheduled_last() -> None:
    sessions = [make_session("n", None), make_session("b", "10:00"), make_session("a", "09:00")]
    assert [s.id for s in sorted(sessions, key=programme_order)] == ["a", "b", "n"]


def test_sessions_are_found_by_id() -> None:
    sessions = SessionList([make_session("a", code="X1"), make_session("b", "10:00")])
    assert sessions.row("b") == 1
    assert sessions.row("c") is None
    assert (sessions.ids(), sessions.codes()) == (["a", "b"], ["X1", ""])
    assert [s.id for s in sessions[0:2]] == ["a", "b"]


@pytest.mark.parametrize(
    ("room", "place"),
    [
        ("Red", "Red, Annexe"),
        ("Blue", "Blue, Palais"),
        ("Nowhere", "Nowhere, Palais"),
        (None, "Palais"),
    ],
)
def test_a_place_is_room_and_venue(room: str | None, place: str) -> None:
    catalogue = make_catalogue(rooms=(Room("Red", venue="Annexe"), Room("Blue")))
    assert catalogue.place(make_session(room=room)) == place

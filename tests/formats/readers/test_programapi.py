"""EuroPython's programme API: sessions, speakers and the schedule, alone and beside each other."""

from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from summit_tui.formats.readers.draft import DraftSpeaker
from tests.formats.readers.documents import imported, only, told
from tests.formats.readers.pretalx_documents import (
    LISTED,
    LUNCH,
    SESSION,
    SPEAKERS,
    as_json,
    bare,
    schedule,
    sessions,
)


def test_every_field_has_its_place() -> None:
    found = imported(sessions(), "Europe/Prague")
    session = found.catalogue.sessions[0]
    assert (session.id, session.code, session.kind) == ("quartz", "QUARTZ", "talk")
    assert (session.level, session.tracks, session.room) == (300, ("Databases",), "Amber")
    assert (str(session.start), session.duration) == ("2024-07-10 10:00:00+02:00", 30)
    assert (session.abstract, session.tags) == ("What vacuum does.", ("remote",))
    assert session.links == (
        Link("page", "https://ep2024.example.org/session/sleeping-tables"),
        Link("video", "https://youtube.com/watch?v=x"),
        Link("Slides", "https://example.org/s.pdf"),
    )
    assert session.source == (("format", "pretalx"), ("code", "QUARTZ"))
    assert found.catalogue.event.name == "ep2024.example.org"
    assert told(sessions(), "Europe/Prague") == [
        "unread: speakers are given by code only: no speakers.json beside it tells their names "
        "(in quartz)"
    ]


@pytest.mark.parametrize(
    ("given", "what", "expected"),
    [
        ({"start": None, "end": None}, "start", None),
        ({"start": None, "end": None}, "duration", 45),
        ({"level": "beginner"}, "level", 100),
        ({"level": "intermediate"}, "level", 200),
        ({"level": ""}, "level", None),
        ({"room": None}, "room", None),
        ({"abstract": "", "tweet": "Short."}, "abstract", "Short."),
        ({"session_type": "Tutorial"}, "kind", "workshop"),
        ({"speakers": [{"name": "Solmori Quartz"}]}, "speakers", (Speaker("Solmori Quartz"),)),
        ({"website_url": "https://[x"}, "title", "Sleeping tables"),
    ],
)
def test_what_a_field_becomes(given: dict[str, Any], what: str, expected: object) -> None:
    assert getattr(only(sessions(**given), "Europe/Prague"), what) == expected


def test_speakers_lie_beside() -> None:
    draft = bare(sessions(), {"speakers.json": SPEAKERS})
    assert draft.sessions[0].speakers == (DraftSpeaker("Solmori Quartz", company="Vacuum"),)


def test_a_schedule_has_rooms_and_breaks() -> None:
    found = imported(as_json(schedule(LISTED, LUNCH)), "Europe/Prague")
    session, lunch = found.catalogue.sessions
    assert (session.room, session.tags, session.duration) == ("Amber", ("also in Blue",), 30)
    assert session.speakers == (Speaker("Solmori Quartz"),)
    assert (lunch.kind, lunch.duration, lunch.tags) == ("meal", 60, ("also in Blue",))
    assert [room.name for room in found.catalogue.rooms] == ["Amber", "Blue"]


def test_a_further_room_without_a_name_is_none() -> None:
    assert only(as_json(schedule(LISTED | {"rooms": ["Amber", "\x1b[2J"]})), "UTC").tags == ()


def test_sessions_and_schedule_make_each_other_whole() -> None:
    draft = bare(sessions(), {"schedule.json": schedule(LISTED, LUNCH)})
    assert [one.title for one in draft.sessions] == ["Sleeping tables"] + ["Lunch"] * 2
    other = bare(as_json(schedule(LISTED)), {"sessions.json": {"QUARTZ": SESSION}})
    assert other.sessions[0].texts == ("What vacuum does.",)
    assert other.sessions[0].speakers == (DraftSpeaker("Solmori Quartz"),)


def test_what_has_no_place_is_told() -> None:
    data = as_json({"QUARTZ": SESSION | {"speakers": [], "tweet": "Short.", "mood": "gay"}, "x": 7})
    assert told(data, "Europe/Prague") == [
        "unread: 1 entries that are no sessions",
        "left out: short versions of the abstract (in quartz)",
        "left out: <mood>: a catalogue has no place for it (in quartz)",
    ]


def test_a_room_that_is_named_twice_is_one() -> None:
    data = as_json(schedule(LISTED | {"rooms": ["Amber", "Amber"]}))
    (one,) = imported(data).catalogue.sessions
    assert (one.room, one.tags) == ("Amber", ())
    assert not any("listed twice" in note for note in told(data))


def test_the_first_years_sessions_call_their_type_and_neighbours_otherwise() -> None:
    names = {"session_type": "submission_type", "next_session": "next_talk_code"}
    old = {names.get(key, key): value for key, value in SESSION.items()}
    data = as_json({"QUARTZ": old | {"talks_in_parallel": ["OTHER"], "state": "confirmed"}})
    session = only(data, "Europe/Prague")
    assert (session.kind, session.duration, session.abstract) == ("talk", 30, "What vacuum does.")
    assert not any("no place for it" in note for note in told(data, "Europe/Prague"))

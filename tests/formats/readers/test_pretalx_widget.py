"""The data of pretalx's widget, in both versions, and PyConFR's build."""

from datetime import date
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from tests.formats.readers.documents import imported, only, told
from tests.formats.readers.pretalx_documents import (
    PAUSE,
    SLOT,
    TALK,
    as_json,
    pyconfr,
    submission,
    widget,
)


def test_every_field_has_its_place() -> None:
    found = imported(widget(TALK, PAUSE))
    session, pause = found.catalogue.sessions
    assert (session.id, session.title, session.room) == ("quartz", "Sleeping tables", "Amber")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 45)
    assert (session.tracks, session.language) == (("Databases",), "fr")
    assert (session.recorded, session.speakers) == (False, (Speaker("Solmori Quartz"),))
    assert session.source == (("format", "pretalx"), ("code", "QUARTZ"))
    assert (pause.kind, pause.title, str(pause.start)) == (
        "meal",
        "Lunch",
        "2024-05-04 14:00:00+02:00",
    )
    assert found.catalogue.event.timezone == "Europe/Paris"
    assert (found.report.version, found.report.rooms) == ("v2", 2)
    assert told(widget(TALK)) == [
        "left out: the widget has neither types nor descriptions, links and tags: "
        "schedule.json has them"
    ]


def test_a_night_belongs_to_the_evening_before() -> None:
    talk = TALK | {"start": "2024-05-05T01:30:00+02:00", "end": "2024-05-05T02:00:00+02:00"}
    assert only(widget(talk)).day == date(2024, 5, 4)


def test_the_first_version_has_days_with_rooms() -> None:
    talk = {
        "title": "Sleeping tables",
        "code": "QUARTZ",
        "display_speaker_names": "Solmori Quartz",
        "speakers": [{"name": "Solmori Quartz", "code": "SOLMOR"}],
        "height": 9,
        "top": 0,
        "start": "2024-05-04T10:00:00+02:00",
        "end": "2024-05-04T10:45:00+02:00",
        "do_not_record": False,
        "track": {"en": "Databases"},
    }
    event = {
        "url": "https://talks.example.org/vacuum24/schedule/",
        "tracks": [{"name": {"en": "Databases"}, "color": "#000000"}],
    }
    pause = {"title": "Lunch", "code": None, "start": "2024-05-04T12:00:00Z", "end": None}
    rooms = [{"name": {"en": "Amber"}, "talks": [talk, pause]}]
    data = as_json({"schedule": [{"start": "x", "rooms": rooms}], "event": event})
    session, lunch = imported(data, "Europe/Paris").catalogue.sessions
    assert (session.id, session.room, session.duration) == ("quartz", "Amber", 45)
    assert (session.tracks, session.speakers) == (("Databases",), (Speaker("Solmori Quartz"),))
    assert session.links == (Link("page", "https://talks.example.org/vacuum24/talk/QUARTZ/"),)
    assert lunch.kind == "meal"
    assert len(told(data, "Europe/Paris")) == 1


@pytest.mark.parametrize(
    "slot",
    [
        {"slot": {"room_id": 2, "room": {"en": "Amber"}, "start": "2024-05-04T10:00:00+02:00"}},
        {"slot": {"room_id": 2, "start": "2024-05-04T10:00:00"}},
        {"slot": None},
        {},
    ],
)
def test_a_talk_is_where_the_table_has_it(slot: dict[str, Any]) -> None:
    session = only(pyconfr(submission(**slot)), "Europe/Paris")
    assert (session.id, session.room, session.duration) == ("quartz", "Amber", 90)
    assert str(session.start) == "2024-05-04 10:00:00+02:00"
    assert not told(pyconfr(submission(**slot)), "Europe/Paris")


def test_sprints_count_and_meals_are_told() -> None:
    sprints = {"2024-05-03": {"600": {"2": submission(code="SPRINT")}}}
    extra = {"2024-05-04": {"750": {"id": "lunch", "title": {"en": "Lunch", "fr": "Déjeuner"}}}}
    data = pyconfr(submission(), sprints=sprints, extra=extra)
    assert imported(data, "Europe/Paris").report.summary == (
        "imported 2 sessions, 1 speakers, 1 rooms, 2 days"
    )
    assert told(data, "Europe/Paris")[-1] == (
        "left out: meals and breaks that have neither an end nor a room (in Lunch 2024-05-04T12:30)"
    )


def test_a_field_that_is_no_talk_is_told() -> None:
    assert told(pyconfr("Lunch"))[0] == (
        "unread: a field of the table is no talk (in schedule 2024-05-04 600 2)"
    )


def test_a_talk_with_several_slots_has_the_one_of_its_room() -> None:
    slots = [
        SLOT | {"room": {"id": 3}},
        SLOT | {"room": {"id": 2}, "end": "2024-05-04T11:00:00+02:00"},
    ]
    session = only(pyconfr(submission(slots=slots)), "Europe/Paris")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 60)
    assert session.room == "Amber"

"""DevFest sites: sessions, speakers and schedule by their ids, in JSON and in YAML."""

import json
from typing import Any

import pytest

from summit_tui.catalogue.yaml_values import foreign_value
from summit_tui.catalogue.yamlio import YamlSyntaxError
from summit_tui.formats.readers.draft import Hints, NotAProgramme
from summit_tui.formats.readers.importing import Imported, take_in
from tests.formats.readers.documents import imported, only

SESSIONS: dict[str, Any] = {
    "7": {
        "id": 7,
        "title": "Sleeping tables",
        "description": "What <b>vacuum</b> does.",
        "language": "Ukrainian",
        "complexity": "Beginner",
        "speakers": [1],
        "tags": ["Cloud"],
        "presentation": "https://example.org/s.pdf",
        "videoId": "abc",
    },
    "8": {"id": 8, "title": "Lunch", "description": "Soup", "service": True},
}
SPEAKERS = {"1": {"id": 1, "name": "Solmori", "surname": "Quartz", "title": "Keeper", "bio": "x"}}
SCHEDULE = [
    {
        "date": "2026-04-03",
        "tracks": [{"title": "Amber"}, {"title": "Blue"}],
        "timeslots": [
            {"startTime": "9:30", "endTime": "10:15", "sessions": [[99], [7]]},
            {"startTime": "10:15", "endTime": "11:00", "sessions": [{"items": []}, {"items": [7]}]},
            {"startTime": "12:00", "endTime": "13:00", "sessions": [[8]]},
            {"startTime": "18:00", "endTime": "19:00", "sessions": [[8]]},
        ],
    }
]
YAML = """# sessions
-
  id: 7
  title: "Sleeping tables"
  description: "At 1:30, no doubt"
  speakers: ["solmori"]
-
  id: 8
  title: Lunch
  place: 1:30
  service: true
"""
YAML_SCHEDULE = b"""- date: 2026-04-03
  rooms: [{title: Amber}, {title: Blue}]
  timeslots:
  - {startTime: 09:30, endTime: 10:15, sessionIds: [8, 7]}
"""


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def site(source: Any, **files: Any) -> Imported:
    found = {f"{name}.json": as_json(value) for name, value in files.items()}
    return take_in(as_json(source), Hints("Europe/Kyiv"), "", lambda _: found)


def test_a_session_alone() -> None:
    one = only(as_json({"7": SESSIONS["7"]}))
    assert (one.id, one.title, one.level, one.language, one.tags) == (
        "7",
        "Sleeping tables",
        100,
        "uk",
        ("Cloud",),
    )
    assert [link.url for link in one.links] == [
        "https://example.org/s.pdf",
        "https://youtu.be/abc",
    ]
    assert (one.start, one.abstract) == (None, "What **vacuum** does.")


@pytest.mark.parametrize(
    "found",
    [
        site(SESSIONS, speakers=SPEAKERS, schedule=SCHEDULE),
        site(SCHEDULE, speakers=SPEAKERS, sessions=SESSIONS),
        site({"sessions": SESSIONS, "speakers": SPEAKERS, "schedule": SCHEDULE}),
        site(
            {
                "sessions": {k: {"id": v["id"], **v} for k, v in SESSIONS.items()},
                "speakers": SPEAKERS,
                "schedule": {"2026-04-03": {k: v for k, v in SCHEDULE[0].items() if k != "date"}},
            }
        ),
    ],
)
def test_the_schedule_gives_times_and_rooms(found: Imported) -> None:
    told = [
        (one.id, f"{one.start:%H:%M}", one.duration, one.room, one.kind, one.repeats)
        for one in found.catalogue.sessions
    ]
    assert told == [
        ("7", "09:30", 90, "Blue", "talk", None),
        ("8", "12:00", 60, None, "meal", None),
        ("8-2", "18:00", 60, None, "meal", "8"),
    ]
    (who,) = found.catalogue.sessions[0].speakers
    assert (who.name, who.role) == ("Solmori Quartz", "Keeper")
    notes = [str(note) for note in found.report.notes]
    assert (
        "unread: the schedule names a session that is not in the list (in 99 at 2026-04-03T09:30)"
    ) in notes
    assert "left out: biographies: a catalogue has no place for them (in Solmori Quartz)" in notes


def test_yaml_keeps_what_looks_like_numbers() -> None:
    found = imported(YAML.encode(), "UTC")
    assert [(one.title, one.room, one.kind) for one in found.catalogue.sessions] == [
        ("Sleeping tables", None, "talk"),
        ("Lunch", "1:30", "meal"),
    ]
    timed = take_in(YAML.encode(), Hints("UTC"), "", lambda _: {"schedule.yml": YAML_SCHEDULE})
    assert [f"{one.start:%H:%M} {one.room}" for one in timed.catalogue.sessions] == [
        "09:30 Blue",
        "09:30 1:30",
    ]


def test_a_schedule_alone_is_no_programme() -> None:
    for data in (as_json(SCHEDULE), YAML_SCHEDULE):
        with pytest.raises(NotAProgramme, match="a schedule without its sessions"):
            take_in(data)


def test_foreign_yaml_is_bounded_and_told() -> None:
    assert foreign_value("- &a {x: 1}\n- *a\n")[1] == (
        "anchor &a: a catalogue has no anchors, write the value out",
        "alias *a: write the value out",
    )
    with pytest.raises(YamlSyntaxError):
        foreign_value("[" * 50_000)
    with pytest.raises(YamlSyntaxError):
        foreign_value("- {")
    assert foreign_value("") == (None, ())
    assert foreign_value("a: 0123\nb: no") == ({"a": "0123", "b": "no"}, ())


def test_slots_by_another_name_whose_days_have_no_date() -> None:
    days = [
        {
            "day": "2",
            "date": "Dates",
            "schedule": [
                {"startTime": "9:30", "endTime": "10:15", "session": 7},
                {"startTime": "12:00", "endTime": "XX", "session": 8, "room": "Foyer"},
            ],
        }
    ]
    both = as_json({"sessions": SESSIONS, "schedule": days})
    talk, lunch = imported(both).catalogue.sessions
    assert (talk.start, talk.duration, talk.tags) == (None, 45, ("at 09:30", "Day 2", "Cloud"))
    assert (lunch.room, lunch.tags) == ("Foyer", ("at 12:00", "Day 2"))
    talk, lunch = imported(both, first_day="2026-04-03").catalogue.sessions
    assert (f"{talk.start:%m-%d %H:%M}", f"{lunch.start:%m-%d}") == ("04-04 09:30", "04-04")


@pytest.mark.parametrize("date", ["2026-04-03T00:00:00.000Z", "3 April 2026", "03.04.2026"])
def test_dates_of_days_in_other_spellings(date: str) -> None:
    days = [SCHEDULE[0] | {"date": date}]
    (first, *_) = imported(as_json({"sessions": SESSIONS, "schedule": days})).catalogue.sessions
    assert f"{first.start:%Y-%m-%d %H:%M}" == "2026-04-03 09:30"


def test_a_file_beside_it_in_which_nothing_is_known_is_told() -> None:
    beside = {"schedule.json": b'[{"hall": "Amber"}]'}
    found = take_in(as_json(SESSIONS), Hints(name="x"), nearby=lambda _: beside)
    notes = [str(note) for note in found.report.notes]
    assert (
        "unread: nothing in it is known: neither sessions, nor speakers, nor their times "
        "(in schedule.json)" in notes
    )


def test_a_track_that_is_a_thing_of_its_own() -> None:
    sessions = {"7": SESSIONS["7"] | {"track": {"id": "db", "title": "Databases"}}}
    assert only(as_json(sessions)).tracks == ("Databases",)


def test_sessions_with_times_of_their_own_are_read_by_the_names_of_their_keys() -> None:
    """Speakers lie beside them all the same."""
    sessions = [SESSIONS["7"] | {"startTime": "2026-04-03T09:30:00", "endTime": "2026-04-03T10:15"}]
    beside = {"speakers.json": as_json(SPEAKERS)}
    found = take_in(as_json(sessions), Hints("UTC"), nearby=lambda _: beside)
    (one,) = found.catalogue.sessions
    assert (f"{one.start:%d %H:%M}", one.duration, one.level) == ("03 09:30", 45, 100)
    assert [(who.name, who.role) for who in one.speakers] == [("Solmori", "Keeper")]
    assert found.report.format == "JSON with a list of sessions"


def test_some_sessions_may_say_no_more_than_a_title() -> None:
    sessions = [{"id": 7, "title": "Beds", "description": "x"}, {"id": 404, "title": "TBA"}]
    found = imported(as_json(sessions))
    assert [one.title for one in found.catalogue.sessions] == ["Beds", "TBA"]
    assert found.report.format == "hoverboard's sessions.json"


def test_a_schedule_of_another_make_beside_it() -> None:
    slots = [{"date": "2026-04-03", "time": "9:30", "talk": "7", "room": "Amber"}]
    beside = {"schedule.json": as_json(slots)}
    found = take_in(as_json(SESSIONS), Hints("UTC"), nearby=lambda _: beside)
    (first, *_) = found.catalogue.sessions
    assert (first.id, f"{first.start:%d %H:%M}", first.room) == ("7", "03 09:30", "Amber")


def test_slots_that_list_workshops_beside_the_sessions() -> None:
    slot = {"startTime": "9:30 AM", "endTime": "10:15", "sessionIds": [7], "workshopsIds": [8]}
    days = [{"date": "2026-04-03", "timeslots": [slot, {"startTime": "12:00", "singles": [9]}]}]
    more = {key: {"title": key, "description": "x"} for key in ("8", "9")}
    found = imported(as_json({"sessions": {"7": SESSIONS["7"], **more}, "schedule": days}), "UTC")
    starts = {one.id: f"{one.start:%H:%M}" for one in found.catalogue.sessions}
    assert starts == {"7": "09:30", "8": "09:30", "9": "12:00"}


def test_a_slot_without_a_time_of_day_keeps_its_date() -> None:
    slot = {"startTime": "-:-", "endTime": "-:-", "sessionIds": [7]}
    days = [{"date": "2026-04-03", "timeslots": [slot]}]
    (one,) = imported(
        as_json({"sessions": {"7": SESSIONS["7"]}, "schedule": days})
    ).catalogue.sessions
    assert (one.start, str(one.date)) == (None, "2026-04-03")

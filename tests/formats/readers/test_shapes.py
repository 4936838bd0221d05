"""Programmes as the services and sites write them that have no reader of their own.

Each is cut down to what makes its shape; names and titles are made up.
"""

import json
from typing import Any

import pytest

from tests.formats.readers.documents import imported

Thing = dict[str, Any]


def listed(data: bytes, zone: str = "UTC") -> list[str]:
    """Return title, start, length, room, tracks and speakers of each session."""
    return [
        f"{one.title}|{one.start and f'{one.start:%d %H:%M}'}|{one.duration}|{one.room}|"
        f"{','.join(one.tracks)}|{','.join(who.name for who in one.speakers)}"
        for one in imported(data, zone).catalogue.sessions
    ]


def at(time: str, date: str = "2026-05-04") -> Thing:
    """Return a moment of Indico."""
    return {"date": date, "time": f"{time}:00", "tz": "Europe/Zurich"}


ADA = {"id": 9, "firstName": "Ada", "lastName": "Umbel", "fullName": "Umbel, Ada"}
BEDS = {"title": "Beds", "speakers": [{"id": 9, "name": "Ada Umbel"}]}
INDICO_EVENT = {
    "results": [{
        "_type": "Conference", "title": "Vacuum Days", "timezone": "Europe/Zurich",
        "startDate": at("08:00"), "endDate": at("18:00", "2026-05-05"), "location": "Owl Hall",
        "contributions": [
            {"_type": "Contribution", "id": "1", "title": "Beds", "startDate": at("09:00"),
             "endDate": at("09:20"), "duration": 20, "room": "Amber", "speakers": [ADA]},
            {"_type": "Contribution", "id": "2", "title": "Owls", "startDate": None},
        ],
    }]
}  # fmt: skip
INDICO_TIMETABLE = {
    "results": {"7": {"20260504": {
        "c0": {"startDate": at("16:00"), "endDate": at("16:30"), "title": "Beds", "room": "Amber",
               "presenters": [ADA], "entryType": "Contribution", "id": "c0"},
        "s1": {"startDate": at("17:00"), "endDate": at("18:00"), "title": "Plenary",
               "room": "Blue", "entries": {
                   "s1c1": {"startDate": at("17:00"), "endDate": at("17:20"), "title": "Owls",
                            "presenters": [ADA], "room": "Blue"},
                   "s1b2": {"startDate": at("17:20"), "endDate": at("17:40"), "title": "Coffee"}}},
    }}}
}  # fmt: skip
SIGCHI = {
    "conference": {"name": "OWL", "startDate": 1777852800000, "endDate": 1778025600000},
    "rooms": [{"id": 1, "name": "Amber"}],
    "contentTypes": [{"id": 9, "name": "Paper", "duration": 15}],
    "timeSlots": [{"id": 20, "type": "SESSION", "startDate": 1777885200000,
                   "endDate": 1777890600000}],
    "sessions": [{"id": 30, "name": "Types", "roomId": 1, "contentIds": [40], "timeSlotId": 20}],
    "events": [{"id": 60, "name": "Tea", "roomId": 1, "startDate": 1777890600000}],
    "contents": [{"id": 40, "title": "Beds", "sessionIds": [30], "abstract": "Why",
                  "authors": [{"personId": 9}]}],
    "people": [ADA],
}  # fmt: skip
CONFERO = {
    "Name": "OWL", "People": [{"Key": "p1", "Name": "Ada Umbel"}],
    "Sessions": [
        {"Title": "Types", "Key": "s1", "Day": "2026-05-04", "Time": "09:00 - 10:30",
         "Location": "Amber", "Items": ["i1"]},
        {"Title": "Coffee", "Key": "s2", "Day": "2026-05-04", "Time": "10:30 - 11:00"},
    ],
    "Items": [{"Title": "Beds", "Key": "i1", "Authors": ["p1"], "Abstract": "Why"}],
}  # fmt: skip
JSON_API = {
    "data": [{
        "type": "session", "id": "7",
        "attributes": {"title": "Beds", "starts-at": "2026-05-04T09:00:00Z",
                       "ends-at": "2026-05-04T09:30:00Z"},
        "relationships": {"track": {"data": {"type": "track", "id": "3"}},
                          "speakers": {"data": [{"type": "speaker", "id": "9"}]},
                          "microlocation": {"data": {"type": "microlocation", "id": "3"}}},
    }],
    "included": [{"type": "speaker", "id": "9", "attributes": {"name": "Ada Umbel"}},
                 {"type": "track", "id": "3", "attributes": {"name": "Web"}},
                 {"type": "microlocation", "id": "3", "attributes": {"name": "Amber"}}],
}  # fmt: skip
DEVOXX = [
    {"id": 1, "fromDate": "2026-05-04T07:30:00Z", "toDate": "2026-05-04T08:20:00Z",
     "eventName": "Vacuum", "timezone": "Europe/Brussels",
     "room": {"id": 5, "name": "Amber", "capacity": 696},
     "proposal": {"id": 9, "title": "Beds", "track": {"id": 1, "name": "Web"}, "speakers": [ADA],
                  "sessionType": {"id": 3, "name": "Conference", "duration": 50}}},
    {"id": 2, "fromDate": "2026-05-04T08:20:00Z", "toDate": "2026-05-04T08:40:00Z",
     "room": {"id": 6, "name": "Hall", "capacity": 1500}, "proposal": None,
     "sessionType": {"id": 4, "name": "Coffee Break", "duration": 20}},
]  # fmt: skip
VOXXED = {"slots": [
    {"roomName": "Amber", "fromTimeMillis": 1777885200000, "toTimeMillis": 1777888800000,
     "fromTime": "11:00", "toTime": "12:00", "break": None, "day": "monday",
     "talk": {"track": "Methods", "title": "Beds", "summary": "Why",
              "speakers": [{"link": {"title": "Ada Umbel"}, "name": "Ada Umbel"}]}},
]}  # fmt: skip
WORDCAMP = [
    {"id": 101, "date": "2026-01-02T10:00:00", "title": {"rendered": "Beds &#8211; more"},
     "content": {"rendered": "<p>Why</p>"}, "meta": {"_wcpt_session_time": 1777885200},
     "session_date_time": {"date": "May 4, 2026", "time": "9:00 am"},
     "session_speakers": [{"id": "55", "name": "Ada Umbel"}],
     "_embedded": {"wp:term": [[{"id": 3, "name": "Web"}]]}},
]  # fmt: skip
GRAPHQL = {"data": {"events": [{
    "name": "React Owl", "timezoneId": "UTC", "venueName": "Espace",
    "startDate": "2026-05-04T22:00:00.000Z", "endDate": "2026-05-08T22:00:00.000Z",
    "speakers": [{"id": "S1", "name": "Ada Umbel", "talks": [{"id": "U1", "title": "Beds"}]}],
    "groupedSchedule": [{"title": "Day 1", "date": "2026-05-04T00:00:00.000Z", "slots": [
        {**BEDS, "id": "U1", "startDate": "2026-05-04T07:00:00.000Z", "length": 20},
        {"title": "Tea", "id": "U2", "startDate": "2026-05-04T08:00:00.000Z", "length": 20},
    ]}],
}]}}  # fmt: skip
SXSW = [
    {"event_id": "PP1", "name": "Beds", "start_time": "2026-05-04T10:00:00Z",
     "end_time": "2026-05-04T11:00:00Z", "track": "Web",
     "venue": {"id": "V1", "name": "Hilton", "room": "Salon D"}, "contributors": [ADA]},
]  # fmt: skip
TRIBE = {"events": [
    {"id": 1, "title": "Beds", "start_date": "2026-05-04 09:00:00", "timezone": "Europe/Paris",
     "end_date": "2026-05-04 10:00:00", "venue": {"id": 3, "venue": "Amber"}},
]}  # fmt: skip
MOMENT = {"timezone": "Europe/Paris", "local": "2026-05-04T09:00:00", "utc": "2026-05-04T07:00:00Z"}
CALENDAR = {"summary": "Vacuum Days", "timeZone": "Europe/Paris", "items": [
    {"id": "a", "summary": "Beds", "location": "Amber", "description": "Why",
     "start": {"dateTime": "2026-05-04T09:00:00+02:00", "timeZone": "Europe/Paris"},
     "end": {"dateTime": "2026-05-04T09:30:00+02:00"}},
]}  # fmt: skip
JSON_LD = {
    "@type": "Event", "name": "Vacuum Days", "startDate": "2026-05-04", "endDate": "2026-05-05",
    "subEvent": [
        {"@type": "Event", "name": "Beds", "startDate": "2026-05-04T09:00:00+02:00",
         "endDate": "2026-05-04T09:30:00+02:00", "location": {"@type": "Place", "name": "Amber"},
         "performer": {"@type": "Person", "name": "Ada Umbel"}},
        {"@type": "Event", "name": "Owls", "startDate": "2026-05-04T10:00:00+02:00"},
    ],
}  # fmt: skip
KONOPAS = [
    {"id": "416", "title": "Beds", "tags": ["x"], "date": "2026-05-04", "time": "10:00",
     "mins": "60", "loc": ["Amber", "Ground floor"], "desc": "Why",
     "people": [{"id": "12", "name": ["Ada", "Umbel"]}]},
]  # fmt: skip
ROWS = [["Vacuum Days"], ["Title", "Date", "Start", "Speaker"],
        ["Beds", "2026-05-04", "9:00", "Ada Umbel"], ["Owls", "2026-05-04", "10:00"]]  # fmt: skip
HALL = {
    "formats": [{"id": "f", "name": "Talk (45 min)"}],
    "speakers": [{"uid": "u", "displayName": "Ada Umbel"}],
    "talks": [{"id": "t", "title": "Beds", "formats": "f", "speakers": ["u"]},
              {"id": "n", "title": "Nests", "state": "rejected", "speakers": ["u"]}],
}  # fmt: skip


MONGO = {
    "_id": {"$oid": "53"}, "created": {"date": 1399889055932}, "title": "Beds",
    "day": {"value": "3", "label": "2026-05-04"}, "from": {"h": "9", "m": "5"},
    "to": {"h": "10", "m": "00"}, "room": {"value": "r1", "label": "Amber"},
    "speakers": [{"_id": {"$oid": "7"}, "fname": "Ada", "lname": "Umbel"}],
}  # fmt: skip
TOPICS = [
    {"time": "9:00", "topic": "Welcome", "speaker": None, "title": None, "date": "2026-05-04"},
    {"time": "9:30", "topic": "Beds", "speaker": "Ada Umbel", "title": "Keeper"},
    {"time": "10:00", "title": "Tea"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([MONGO], ["Beds|04 09:05|55|Amber||Ada Umbel"]),
        (TOPICS, ["Welcome|04 09:00|None|None||", "Beds|04 09:30|None|None||Ada Umbel",
                  "Tea|04 10:00|None|None||"]),
        ({"date": "04/05/2026", "schedule": [{"title": "Beds", "time": "9:00"}]},
         ["Beds|04 09:00|None|None||"]),
        ([{"title": "Beds", "name": "Ada Umbel", "abstract": "Why", "bio": "Keeps"}] * 2,
         ["Beds|None|None|None||Ada Umbel"] * 2),
        (INDICO_EVENT, ["Beds|04 09:00|20|Amber||Ada Umbel", "Owls|None|None|Owl Hall||"]),
        (INDICO_TIMETABLE, ["Beds|04 16:00|30|Amber||Ada Umbel",
                            "Owls|04 17:00|20|Blue|Plenary|Ada Umbel",
                            "Coffee|04 17:20|20|Blue|Plenary|"]),
        (SIGCHI, ["Beds|04 09:00|90|Amber|Types|Ada Umbel", "Tea|04 10:30|None|Amber||"]),
        (CONFERO, ["Beds|04 09:00|90|Amber|Types|Ada Umbel", "Coffee|04 10:30|30|None||"]),
        (JSON_API, ["Beds|04 09:00|30|Amber|Web|Ada Umbel"]),
        (DEVOXX, ["Beds|04 07:30|50|Amber|Web|Ada Umbel", "Coffee Break|04 08:20|20|Hall||"]),
        (VOXXED, ["Beds|04 09:00|60|Amber|Methods|Ada Umbel"]),
        (WORDCAMP, ["Beds – more|04 09:00|None|None||Ada Umbel"]),
        (GRAPHQL, ["Beds|04 07:00|20|Espace||Ada Umbel", "Tea|04 08:00|20|Espace||"]),
        (SXSW, ["Beds|04 10:00|60|Hilton|Web|Ada Umbel"]),
        (TRIBE, ["Beds|04 09:00|60|Amber||"]),
        ({"events": [{"name": {"text": "Beds", "html": "x"}, "start": MOMENT}]},
         ["Beds|04 09:00|None|None||"]),
        (CALENDAR, ["Beds|04 07:00|30|Amber||"]),
        (JSON_LD, ["Beds|04 07:00|30|Amber||Ada Umbel", "Owls|04 08:00|None|None||"]),
        (KONOPAS, ["Beds|04 10:00|60|Amber; Ground floor||Ada Umbel"]),
        ({"values": ROWS}, ["Beds|04 09:00|None|None||Ada Umbel", "Owls|04 10:00|None|None||"]),
        (HALL, ["Beds|None|45|None||Ada Umbel"]),
        ([{"talk": "Beds", "start": "2026-05-04-1000", "end": "2026-05-04-1050"}],
         ["Beds|04 10:00|50|None||"]),
        ([{"node": {**BEDS, "time": "2026-05-04 09:00:00"}}],
         ["Beds|04 09:00|None|None||Ada Umbel"]),
        ({"sessions": [{"title": "A", "start": "2026-05-04T09:00Z", "room": "r1"}],
          "rooms": [{"id": "r1", "name": "Amber", "capacity": 5}]}, ["A|04 09:00|None|Amber||"]),
        ({"date": "2026-05-04", "slots": [{"time": "12:45", "text": "休憩"},
          {"time": "13:00", "title": "Beds", "text": "Why we sleep."}]},
         ["休憩|04 12:45|None|None||", "Beds|04 13:00|None|None||"]),
    ],
)  # fmt: skip
def test_json_of_services(value: Any, expected: list[str]) -> None:
    assert listed(json.dumps(value).encode()) == expected


def test_what_a_topic_is_not_is_what_the_speaker_is() -> None:
    _, beds, _ = imported(json.dumps(TOPICS).encode()).catalogue.sessions
    assert [tuple(who) for who in beds.speakers] == [("Ada Umbel", "Keeper", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name,start_date,start_time,duration,speaker1_first,speaker1_last,speaker2_first,"
         "speaker2_last\nBeds,2026-05-04,9:00 AM,30,Ada,Umbel,Bo,\nTea,2026-05-04,9:30 AM,5,,,,\n",
         ["Beds|04 09:00|30|None||Ada Umbel,Bo", "Tea|04 09:30|5|None||"]),
        ("session_ID;session_title;session_start;session_end;session_room;p1_title;p1_authors;"
         "p1_abstract;p2_title;p2_authors\n"
         "1;Types;2026-05-04 09:00;2026-05-04 10:30;Amber;Beds;Ada Umbel;Why;Owls;Bo Fern\n"
         "2;Tea;2026-05-04 10:30;2026-05-04 11:00;Hall;;;;;\n",
         ["Beds|04 09:00|90|Amber|Types|Ada Umbel", "Owls|04 09:00|90|Amber|Types|Bo Fern",
          "Tea|04 10:30|30|Hall|Tea|"]),
        ("DATE,START_TIME,SESSION_NAME,PRESENTATION_NAME,SPEAKER_NAME\n"
         "2026-05-04,09:00,Plenary,,\n2026-05-04,09:00,,Beds,Ada Umbel\n",
         ["Plenary|04 09:00|None|None||", "Beds|04 09:00|None|None||Ada Umbel"]),
        ("Title,Date,Start,Primary Speaker,Secondary Speaker\nBeds,5/4/2026,9:00 AM,Ada,Bo\n",
         ["Beds|04 09:00|None|None||Ada,Bo"]),
        ("Session Name,Session Start Date/Time,Session End Date/Time,Speaker Full Name\n"
         "Beds,5/4/2026 9:00 AM,5/4/2026 9:30 AM,Ada Umbel\n",
         ["Beds|04 09:00|30|None||Ada Umbel"]),
        ("Title,Speaker,Speaker 2\nBeds,Ada Umbel,ada-umbel\nOwls,ada-umbel,\n",
         ["Beds|None|None|None||Ada Umbel", "Owls|None|None|None||ada-umbel"]),
        ('Title,Speaker\nBeds,"<a href=""https://x.example/~ada"">Ada Umbel</a> and Bo"\n',
         ["Beds|None|None|None||Ada Umbel,Bo"]),
    ],
)  # fmt: skip
def test_sheets_of_services(text: str, expected: list[str]) -> None:
    assert listed(text.encode()) == expected


def test_the_event_is_what_stands_around_all_sessions() -> None:
    found = imported(json.dumps(INDICO_EVENT).encode()).catalogue
    assert (found.event.name, found.event.timezone) == ("Vacuum Days", "Europe/Zurich")


def test_dates_of_america_only_where_everything_is_as_there() -> None:
    for date, expected in (("5/4/2026", 4), ("05/04/2026", 5)):
        text = f"Title,Date,Start\nBeds,{date},9:00 AM\n"
        (one,) = imported(text.encode(), "UTC").catalogue.sessions
        assert one.start is not None
        assert one.start.day == expected


def test_the_two_houses_of_a_speaker_stand_together() -> None:
    (one,) = imported(b"Title,Speakers\nBeds,Ada Umbel (OWL/ZZ)\n").catalogue.sessions
    assert [tuple(who) for who in one.speakers] == [("Ada Umbel", None, "OWL/ZZ")]

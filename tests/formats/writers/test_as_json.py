"""The JSON contract: every key, always, and nothing else."""

import json

from summit_tui.agenda.model import Pick
from summit_tui.formats.table import render
from summit_tui.formats.writers.as_json import event_object, session_object
from tests.factories import make_catalogue, make_session
from tests.formats.exports import full_catalogue, full_session, make_export


def test_a_full_session() -> None:
    session = full_session()
    pick = Pick("full", "must", note="ask", rating=4, attended=True)
    assert session_object(full_catalogue(session), session, pick) == {
        "id": "full",
        "code": "SVS301",
        "title": "Lambda under the hood",
        "subtitle": "What happens first",
        "kind": "workshop",
        "level": 300,
        "track": "Serverless",
        "tracks": ["Serverless", "Data, and more"],
        "room": "Amphi bleu",
        "venue": "Annexe",
        "start": "2019-04-02T11:30:00+02:00",
        "end": "2019-04-02T12:15:00+02:00",
        "duration": 45,
        "day": "2019-04-02",
        "language": "fr",
        "speakers": [
            {"name": "Ada Example", "role": "CTO", "company": "Engines; Ltd"},
            {"name": "Bo Sample", "role": None, "company": None},
        ],
        "tags": ["cloud", "faas"],
        "links": [
            {"name": "slides", "url": "https://example.org/a"},
            {"name": "video", "url": "https://example.org/b"},
        ],
        "status": "confirmed",
        "recorded": False,
        "repeats": "other",
        "capacity": 40,
        "abstract": "We look **inside**.\n\n- one\n- two",
        "picked": True,
        "want": "must",
        "note": "ask",
        "rating": 4,
        "attended": True,
    }


def test_a_bare_session_has_the_same_keys_with_null() -> None:
    session = make_session("bare", None, duration=None)
    bare = session_object(make_catalogue(session), session, None)
    assert list(bare) == list(session_object(full_catalogue(), full_session(), Pick("full")))
    known = {name for name, value in bare.items() if value not in (None, [])}
    assert known == {"id", "title", "kind", "venue", "status", "picked"}
    assert bare["picked"] is False


def test_falsehoods_are_not_unknown() -> None:
    session = make_session(recorded=False, capacity=0)
    found = session_object(make_catalogue(), session, Pick("s1", attended=False))
    assert (found["recorded"], found["capacity"], found["attended"]) == (False, 0, False)


def test_instants_carry_the_offset_of_their_moment() -> None:
    session = make_session(start="2019-10-27 02:30", duration=60)
    found = session_object(make_catalogue(), session, None)
    assert found["start"] == "2019-10-27T02:30:00+02:00"
    assert found["end"] == "2019-10-27T02:30:00+01:00"


def test_the_document() -> None:
    sessions = (make_session("b", title="Été 日本"), make_session("a"))
    gone = Pick("gone", title="Old", start="2019-04-02T09:00:00+02:00", note="why")
    content = render("json", make_export(*sessions, picks=(Pick("a"),), missing=(gone,)))
    document = json.loads(content)
    assert list(document) == ["version", "event", "sessions", "missing"]
    assert document["version"] == 1
    assert document["event"] == {
        "id": "demo",
        "name": "Demo Summit",
        "timezone": "Europe/Paris",
        "venue": "Palais",
        "url": None,
        "note": None,
    }
    assert [(found["id"], found["picked"]) for found in document["sessions"]] == [
        ("b", False),
        ("a", True),
    ]
    assert document["missing"] == [
        {
            "id": "gone",
            "title": "Old",
            "start": "2019-04-02T09:00:00+02:00",
            "want": "want",
            "note": "why",
            "rating": None,
            "attended": None,
        }
    ]
    assert "Été 日本".encode() in content


def test_an_empty_document_is_one_too() -> None:
    assert json.loads(render("json", make_export()))["sessions"] == []
    assert render("jsonl", make_export()) == b""


def test_json_lines_are_the_same_objects() -> None:
    sessions = (full_session(abstract="two\nlines\u2028three"), make_session())
    export = make_export(*sessions)
    lines = render("jsonl", export).decode().split("\n")
    assert lines.pop() == ""
    whole = json.loads(render("json", export))["sessions"]
    assert [json.loads(line) for line in lines] == whole


def test_the_note_of_an_event_comes_out() -> None:
    event = make_catalogue().event._replace(note="A sample.")
    assert event_object(event)["note"] == "A sample."

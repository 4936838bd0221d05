"""Open Event: both spellings of keys, what is not accepted, and the files beside the sessions."""

import json
from typing import Any

import pytest

from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.readers.importing import Imported, take_in
from tests.formats.readers.documents import imported, only, told

SESSION: dict[str, Any] = {
    "id": 7,
    "title": "Sleeping tables",
    "subtitle": "",
    "short-abstract": "What <b>vacuum</b> does.",
    "long-abstract": "",
    "language": "English",
    "level": "",
    "state": "accepted",
    "starts-at": "2026-04-03T09:30:00-07:00",
    "ends-at": "2026-04-03T10:15:00-07:00",
    "session-type": {"id": 1, "name": "Workshop"},
    "track": {"id": 1, "name": "Databases"},
    "microlocation": {"id": "3", "name": "Room 1-2  "},
    "speakers": [{"id": 1, "name": "Solmori Quartz ", "organisation": ""}],
    "slides-url": "https://example.org/s.pdf",
}


def sessions(*given: dict[str, Any]) -> bytes:
    return json.dumps([SESSION | each for each in given]).encode()


def snake(data: bytes) -> bytes:
    found = [{k.replace("-", "_"): v for k, v in each.items()} for each in json.loads(data)]
    return json.dumps(found).encode()


def beside(data: bytes, **files: Any) -> Imported:
    found = {f"{name}.json": json.dumps(value).encode() for name, value in files.items()}
    return take_in(data, Hints(), "", lambda _: found)


@pytest.mark.parametrize("data", [sessions({}), snake(sessions({}))])
def test_a_session(data: bytes) -> None:
    one = only(data, "America/Los_Angeles")
    assert (one.id, one.title, one.kind, one.tracks) == (
        "7",
        "Sleeping tables",
        "workshop",
        ("Databases",),
    )
    assert (f"{one.start}", one.duration) == ("2026-04-03 09:30:00-07:00", 45)
    assert (one.room, one.language, one.abstract) == ("Room 1-2", "en", "What **vacuum** does.")
    assert [who.name for who in one.speakers] == ["Solmori Quartz"]
    assert [link.url for link in one.links] == ["https://example.org/s.pdf"]


def test_what_is_not_accepted_is_counted() -> None:
    data = sessions({}, *({"id": n, "state": s} for n, s in enumerate(("rejected", "draft"), 8)))
    data = data[:-1] + b", " + sessions({"id": 10, "state": "pending"})[1:]
    assert imported(data, "UTC").report.sessions == 1
    assert [note for note in told(data, "UTC") if "proposals" in note] == [
        f"left out: proposals that are '{state}' are no sessions (in {n} Sleeping tables)"
        for n, state in ((8, "rejected"), (9, "draft"), (10, "pending"))
    ]


def test_the_files_beside_it() -> None:
    found = beside(
        sessions({"speakers": [{"id": 1, "name": ""}]}),
        speakers=[{"id": 1, "name": "S. Quartz", "organisation": "Quarry", "photo-url": "x"}],
        microlocations=[{"id": 9, "name": "Room 1–2"}, {"id": 3, "name": "Other"}],
        tracks=[{"id": 1, "name": "Databases"}, {"id": 2, "name": "Sleep"}],
        event={"name": "Vacuum Days", "timezone": "US/Pacific", "location-name": "Quarry"},
    )
    (one,) = found.catalogue.sessions
    assert [(who.name, who.company) for who in one.speakers] == [("S. Quartz", "Quarry")]
    assert one.room == "Room 1–2"
    assert found.catalogue.tracks == ("Databases", "Sleep")
    event = found.catalogue.event
    assert (event.name, event.timezone, event.venue) == ("Vacuum Days", "US/Pacific", "Quarry")
    assert "left out: pictures: a catalogue has no place for them (in S. Quartz)" in map(
        str, found.report.notes
    )


def test_one_id_for_two_sessions_loses_none() -> None:
    found = imported(sessions({}, {"short-abstract": "Another."}), "UTC")
    assert [one.id for one in found.catalogue.sessions] == ["7", "7-2"]


@pytest.mark.parametrize(
    ("name", "kind"), [("2 hour session", "talk"), ("Keynote", "keynote"), ("", "talk")]
)
def test_a_type_that_is_only_a_length_is_none(name: str, kind: str) -> None:
    assert only(sessions({"session-type": {"name": name}}), "UTC").kind == kind


def test_a_companion_that_is_broken_is_told() -> None:
    found = take_in(sessions({}), Hints("UTC"), "", lambda _: {"speakers.json": b"[{"})
    assert found.report.sessions == 1
    assert "unread: a file beside it: this JSON is broken (in speakers.json)" in map(
        str, found.report.notes
    )

"""Answers of pretalx's API in every version, alone and together."""

import itertools
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.pretalx_api import recognises
from tests.formats.readers.documents import imported, only, told
from tests.formats.readers.pretalx_documents import (
    EVENT,
    SLOT,
    SUBMISSION,
    answers,
    as_json,
    page,
    slot,
    submission,
)

PARIS = "Europe/Paris"
NEXT = "https://talks.example.org/api/events/vacuum24/slots/?page=2"
BEFORE = "https://talks.example.org/api/events/vacuum24/slots/?page=1"


def test_every_field_has_its_place() -> None:
    found = imported(answers(page(SLOT), EVENT))
    session = found.catalogue.sessions[0]
    event = found.catalogue.event
    assert event[:3] == ("vacuum24", "Vacuum Days", "Europe/Paris")
    assert event.url == "https://talks.example.org/vacuum24/"
    assert (session.id, session.code, session.title) == ("quartz", "QUARTZ", "Sleeping tables")
    assert (session.kind, session.tracks, session.room) == ("workshop", ("Databases",), "Amber")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 45)
    assert (session.language, session.recorded) == ("fr", False)
    assert session.speakers == (Speaker("Solmori Quartz"),)
    assert session.abstract == "What vacuum does.\n\nAt night."
    assert session.tags == ("postgres",)
    assert session.links == (
        Link("page", "https://talks.example.org/vacuum24/talk/QUARTZ/"),
        Link("Slides", "https://example.org/s.pdf"),
    )
    assert session.source == (("format", "pretalx"), ("code", "QUARTZ"))
    assert found.catalogue.rooms[0].capacity == 120
    assert not found.report.notes


@pytest.mark.parametrize(
    "data",
    [
        as_json(page(SLOT)),
        as_json([page(SLOT)]),
        as_json([SLOT]),
        as_json(SLOT),
        b"\n\n" + as_json(page(SLOT)) + b"\n",
        answers(page(), page(SLOT)),
        as_json({"id": 1, "version": "1.0", "slots": [SLOT]}),
        as_json(page({**SUBMISSION, "slots": [{**SLOT, "submission": "QUARTZ"}]})),
        as_json(page({**SUBMISSION, "slot": {**SLOT, "room": "Amber", "room_id": 2}})),
        answers(page({**SLOT, "submission": "QUARTZ"}), page(SUBMISSION)),
        answers(page(SUBMISSION), page({**SLOT, "submission": "QUARTZ"})),
        as_json({"version": "1.0", "slots": [{**SUBMISSION, "slot": SLOT}]}),
    ],
    ids=itertools.count(1),
)
def test_one_session_in_every_shape(data: bytes) -> None:
    session = only(data, PARIS)
    assert (session.id, session.title, session.room) == ("quartz", "Sleeping tables", "Amber")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 45)
    assert not told(data, PARIS)


def test_the_first_version_gave_names() -> None:
    old: dict[str, Any] = {
        "submission_type": "Workshop",
        "track": "Databases",
        "slot": {"start": SLOT["start"], "end": SLOT["end"], "room": "Amber"},
    }
    data = as_json(page(submission(**old)))
    session = only(data, PARIS)
    assert (session.kind, session.tracks, session.room) == ("workshop", ("Databases",), "Amber")
    assert not told(data, PARIS)


NUMBERED: dict[str, Any] = {
    "submission": submission(
        submission_type=3, track=5, tags=[9], speakers=["SOLMOR"], resources=[1], answers=[4]
    ),
    "room": 2,
}
TOLD = (
    page({"id": 2, "name": {"en": "Amber"}, "capacity": None, "position": 0}),
    page({"id": 5, "name": {"en": "Databases"}, "color": "#000000"}),
    page({"id": 3, "name": {"en": "Workshop"}, "default_duration": 90}),
    page({"id": 9, "tag": "postgres", "color": "#000000"}),
    page({"code": "SOLMOR", "name": "Solmori Quartz", "submissions": ["QUARTZ"]}),
    page({"id": 1, "resource": "https://example.org/s.pdf", "description": "Slides"}),
    page({"id": 4, "question": 6, "answer": "Advanced", "options": []}),
    page({"id": 6, "question": {"en": "Level of the session"}}),
)


def test_what_numbers_stand_for_is_told_by_other_answers() -> None:
    session = only(answers(page(slot(**NUMBERED)), *TOLD), PARIS)
    assert (session.kind, session.tracks, session.room) == ("workshop", ("Databases",), "Amber")
    assert (session.tags, session.level) == (("postgres",), 300)
    assert session.speakers == (Speaker("Solmori Quartz"),)
    assert session.links == (Link("Slides", "https://example.org/s.pdf"),)
    assert not told(answers(*TOLD, page(slot(**NUMBERED))), PARIS)


def test_numbers_that_nobody_explains_are_told() -> None:
    ends = "s are given by number or code only: nothing here tells which they are (in quartz)"
    sorts = ("answer", "resource", "room", "speaker", "tag", "track", "type")
    assert told(answers(page(slot(**NUMBERED))), PARIS) == [f"unread: {s}{ends}" for s in sorts]


def test_a_slot_whose_submission_is_not_there_is_kept() -> None:
    data = as_json(page(slot(submission="QUARTZ")))
    assert (only(data, PARIS).id, only(data, PARIS).room) == ("quartz", "Amber")
    assert "submissions are given by code only" in told(data, PARIS)[0]


def test_breaks_are_listed_once() -> None:
    given: dict[str, Any] = {"submission": None, "description": {"en": "Lunch", "de": "Essen"}}
    blue = {"id": 3, "name": "Blue", "position": 0}
    data = as_json(
        page(
            slot(**given),
            slot(id=71, **given, room=blue),
            slot(
                id=72, **given, start="2024-05-05T10:00:00+02:00", end="2024-05-05T11:00:00+02:00"
            ),
        )
    )
    found = imported(data, PARIS).catalogue.sessions
    assert [(one.kind, one.title, one.room) for one in found] == [("meal", "Lunch", "Amber")] * 2
    assert (found[0].tags, found[1].repeats) == (("also in Blue",), None)


def test_breaks_of_the_undocumented_schedule() -> None:
    pause = {"room_id": 2, "start": SLOT["start"], "end": SLOT["end"], "description": "Coffee"}
    data = as_json({"version": "1", "slots": [{**SUBMISSION, "slot": SLOT}], "breaks": [pause]})
    assert {one.kind for one in imported(data, PARIS).catalogue.sessions} == {"workshop", "break"}
    assert imported(data, PARIS).report.version == "1"


def test_a_submission_in_two_slots_is_a_run() -> None:
    later = slot(id=71, start="2024-05-04T15:00:00+02:00", end="2024-05-04T15:45:00+02:00")
    for data in (answers(page(SLOT, later)), answers(page(later), page(SLOT))):
        found = imported(data, PARIS).catalogue.sessions
        assert [(one.id, one.repeats) for one in found] == [
            ("quartz", None),
            ("quartz-2", "quartz"),
        ]


def test_a_page_given_twice_counts_once() -> None:
    assert only(answers(page(SLOT), page(SLOT)), PARIS).id == "quartz"


def test_slots_of_several_versions_are_told() -> None:
    old = slot(id=71, schedule={"id": 2, "version": "0.9"})
    assert [one for one in told(as_json(page(SLOT, old)), PARIS) if "versions" in one] == [
        "unread: slots of several versions of the schedule: ask for those of one (?schedule=…)"
    ]


def test_an_entry_with_endless_fields_is_cut() -> None:
    data = as_json(page(SLOT | {f"x{number}": number for number in range(300)}))
    assert only(data, PARIS).id == "quartz"
    assert "unread: entries of pretalx with more than 200 fields" in told(data, PARIS)


@pytest.mark.parametrize(
    ("pages", "missing"),
    [
        ([page(SLOT, after=NEXT)], NEXT),
        ([page(SLOT, before=BEFORE)], BEFORE),
        ([page(SLOT, after=NEXT), page(slot(id=71), before=BEFORE)], ""),
        ([page(slot(id=71), before=BEFORE), page(SLOT, after=NEXT)], ""),
    ],
)
def test_missing_pages_are_told(pages: list[Any], missing: str) -> None:
    notes = [note for note in told(answers(*pages), PARIS) if "pages" in note]
    assert notes == ([f"unread: pages of the API are missing (in {missing})"] if missing else [])


def test_the_address_of_a_page_tells_the_event() -> None:
    found = imported(answers(page(SLOT, after=NEXT), page(before=BEFORE)), PARIS).catalogue
    assert (found.event.id, found.event.name) == ("vacuum24", "vacuum24")
    assert found.event.url == "https://talks.example.org/vacuum24/"
    assert found.sessions[0].links[0].url == "https://talks.example.org/vacuum24/talk/QUARTZ/"


@pytest.mark.parametrize("state", ["submitted", "rejected", "withdrawn", "draft"])
def test_proposals_are_left_out_and_counted(state: str) -> None:
    data = as_json(page(submission(code="OTHER", state=state), submission()))
    assert only(data).id == "quartz"
    assert told(data) == [f"left out: proposals that are '{state}' are no sessions (in OTHER)"]


def test_what_is_accepted_is_a_session_without_a_time() -> None:
    session = only(as_json(page(submission(state="accepted"))))
    assert (session.start, session.duration, session.status) == (None, 90, "confirmed")


def test_what_is_cancelled_stays() -> None:
    assert only(as_json(page(submission(state="canceled")))).status == "cancelled"


def test_a_slot_by_number_only_is_told() -> None:
    data = as_json(page(submission(slots=[70])))
    assert only(data).start is None
    assert told(data) == [
        "unread: slots are given by number or code only: nothing here tells which they are "
        "(in QUARTZ)"
    ]


def test_a_room_that_is_blocked_is_no_break() -> None:
    blocked = slot(id=71, submission=None, slot_type="blocker")
    assert only(as_json(page(SLOT, blocked)), PARIS).id == "quartz"


def test_an_answer_that_is_cut_off_is_told() -> None:
    data = answers(page(SLOT)) + b'\n{"count": 1, "next": nu'
    assert only(data, PARIS).id == "quartz"
    assert told(data, PARIS) == ["unread: the JSON is broken in line 2: the rest is not read"]


def test_an_empty_list_is_a_programme_without_sessions() -> None:
    assert told(as_json(page())) == ["unread: there is no session in it"]


@pytest.mark.parametrize(
    "data",
    [
        as_json(page({"id": 1, "name": "Amber", "position": 0})),
        as_json(EVENT),
        as_json([{"code": "A", "title": "B"}]),
        as_json([1, 2]),
        as_json({"results": [SLOT]}),
        as_json({"code": "A", "name": "B"}),
        b'{"a": 1}\n{"b": 2}',
        b'"x"',
        b"{",
    ],
)
def test_what_has_no_sessions_of_pretalx_is_not_taken(data: bytes) -> None:
    assert not recognises(Content(data))


def test_what_follows_and_is_no_answer_is_told_and_costs_nothing() -> None:
    data = answers(page(SLOT), EVENT) + b" 0" * 50_000
    assert "unread: the JSON is broken in line 2: the rest is not read" in told(data, PARIS)
    assert imported(data, PARIS).report.sessions == 1

"""What the fields of pretalx's submissions and slots become."""

from datetime import date
from typing import Any

import pytest

from tests.formats.readers.documents import imported, only, told
from tests.formats.readers.pretalx_documents import (
    EVENT,
    SLOT,
    answers,
    as_json,
    page,
    slot,
    submission,
)

PARIS = "Europe/Paris"


@pytest.mark.parametrize(
    ("start", "event", "day"),
    [
        ("2024-05-06T01:30:00+02:00", {}, date(2024, 5, 5)),
        ("2024-05-06T02:59:00+02:00", {}, date(2024, 5, 5)),
        ("2024-05-06T03:00:00+02:00", {}, None),
        ("2024-05-05T23:30:00Z", EVENT, date(2024, 5, 5)),
        ("2024-05-06T01:30:00Z", EVENT, None),
        ("2024-05-06T10:00:00+02:00", EVENT, None),
        ("2024-05-04T01:30:00+02:00", EVENT, None),
    ],
)
def test_a_night_belongs_to_the_evening_before(
    start: str, event: dict[str, Any], day: date | None
) -> None:
    given = [event] if event else []
    assert only(answers(page(slot(start=start, end=None)), *given)).day == day


@pytest.mark.parametrize(
    ("given", "what", "expected"),
    [
        ({"tags": ["level: Advanced", "sql"]}, "level", 300),
        ({"tags": ["level: Advanced", "sql"]}, "tags", ("sql",)),
        ({"answers": [{"question": {"question": "Expertise"}, "answer": "Expert"}]}, "level", 400),
        ({"answers": [{"question": {"question": "Colour"}, "answer": "Expert"}]}, "level", None),
        ({"title": {"fr": "Tables", "en": "Tables asleep"}}, "title", "Tables asleep"),
        ({"speakers": None}, "speakers", ()),
        ({"do_not_record": False}, "recorded", None),
        ({"attendee_signup_capacity": 12}, "capacity", 12),
        (
            {"submission_type": {"de": "Werkstatt", "fr": "Atelier"}},
            "tags",
            ("postgres", "Werkstatt"),
        ),
        ({"content_locale": "pt-br"}, "language", "pt"),
        ({"description": None, "abstract": None}, "abstract", None),
    ],
)
def test_what_a_field_becomes(given: dict[str, Any], what: str, expected: object) -> None:
    found = only(as_json(page(slot(submission=submission(**given)))), PARIS)
    assert getattr(found, what) == expected


def test_texts_are_in_the_language_of_the_event() -> None:
    event = EVENT | {"locale": "de"}
    assert imported(answers(page(SLOT), event)).catalogue.event.name == "Saugtage"


def test_what_has_no_place_is_told() -> None:
    given: dict[str, Any] = {
        "speakers": [{"code": "A", "name": "Solmori Quartz", "biography": "b"}],
        "image": "https://example.org/i.png",
        "notes": "n",
        "answers": [{"question": {"question": {"en": "Diet"}}, "answer": "None"}],
        "resources": [{"id": 1, "resource": "https://example.org/x", "is_public": False}],
    }
    data = as_json(page(slot(submission=submission(**given)), 7, {"x": 1}))
    assert told(data, PARIS) == [
        "unread: an entry that is nothing of pretalx (in 2: a bare value, x)",
        "left out: biographies: a catalogue has no place for them (in Solmori Quartz)",
        "left out: logos: a catalogue has no place for them (in quartz)",
        "left out: resources that are not public (in quartz)",
        "left out: <notes>: a catalogue has no place for it (in quartz)",
        "left out: 'Diet': a catalogue has no place for it (in quartz)",
    ]

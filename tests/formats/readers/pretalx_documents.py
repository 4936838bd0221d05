"""Small answers of pretalx's API, and what is built of them, written for these tests."""

import json
from typing import Any

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.readers.table import recognise

SUBMISSION: dict[str, Any] = {
    "code": "QUARTZ",
    "title": "Sleeping tables",
    "speakers": [{"code": "SOLMOR", "name": "Solmori Quartz", "biography": ""}],
    "submission_type": {"id": 3, "name": {"en": "Workshop", "de": "Werkstatt"}},
    "track": {"id": 5, "name": {"en": "Databases"}, "color": "#000000"},
    "tags": ["postgres"],
    "state": "confirmed",
    "abstract": "What vacuum does.",
    "description": "At night.",
    "duration": 90,
    "content_locale": "fr",
    "do_not_record": True,
    "resources": [{"id": 1, "resource": "https://example.org/s.pdf", "description": "Slides"}],
    "answers": [],
}
SLOT: dict[str, Any] = {
    "id": 70,
    "room": {"id": 2, "name": {"en": "Amber"}, "capacity": 120, "position": 1},
    "start": "2024-05-04T10:00:00+02:00",
    "end": "2024-05-04T10:45:00+02:00",
    "submission": SUBMISSION,
    "schedule": 1,
    "description": None,
    "duration": 45,
}
EVENT: dict[str, Any] = {
    "name": {"en": "Vacuum Days", "de": "Saugtage"},
    "slug": "vacuum24",
    "timezone": "Europe/Paris",
    "date_from": "2024-05-04",
    "locale": "en",
    "urls": {"base": "https://talks.example.org/vacuum24/"},
}


def submission(**given: Any) -> dict[str, Any]:
    """Return a submission with some fields changed."""
    return SUBMISSION | given


def slot(**given: Any) -> dict[str, Any]:
    """Return a slot with some fields changed; those of its submission under `submission`."""
    return SLOT | given


def page(*results: Any, after: str = "", before: str = "", count: int = 0) -> dict[str, Any]:
    """Return a page of a list."""
    total = count or len(results)
    return {"count": total, "next": after, "previous": before, "results": list(results)}


def answers(*given: Any) -> bytes:
    """Return answers one after the other, as they are when their files are joined."""
    return "\n".join(json.dumps(each) for each in given).encode()


def bare(data: bytes, beside: dict[str, Any]) -> Any:
    """Return what the reader makes of `data` with other files lying beside it."""
    content = Content(data, {name: Content(as_json(each)) for name, each in beside.items()})
    return recognise(content).read(content, Hints())


def as_json(value: Any) -> bytes:
    """Return `value` as the bytes of a JSON file."""
    return json.dumps(value).encode()


TALK: dict[str, Any] = {
    "code": "QUARTZ",
    "id": 70,
    "title": "Sleeping tables",
    "abstract": "What vacuum does.",
    "speakers": ["SOLMOR"],
    "track": 5,
    "start": "2024-05-04T10:00:00+02:00",
    "end": "2024-05-04T10:45:00+02:00",
    "room": 2,
    "duration": 90,
    "updated": "2024-01-01T00:00:00Z",
    "content_locale": "fr",
    "do_not_record": True,
}
PAUSE = {"id": 71, "title": {"en": "Lunch"}, "start": "2024-05-04T12:00:00Z", "room": 2}


def widget(*talks: Any, **given: Any) -> bytes:
    """Return the widget's data, version 2."""
    return as_json(
        {
            "talks": list(talks),
            "version": "v2",
            "timezone": "Europe/Paris",
            "tracks": [{"id": 5, "name": {"en": "Databases"}, "color": "#000000"}],
            "rooms": [{"id": 2, "name": {"en": "Amber"}}, {"id": 3, "name": {"en": "Empty"}}],
            "speakers": [{"code": "SOLMOR", "name": "Solmori Quartz"}],
        }
        | given
    )


def pyconfr(talk: Any, **given: Any) -> bytes:
    """Return a table of one day with one talk."""
    table = {"2024-05-04": {"540": {}, "600": {"2": talk}}}
    rooms = [{"id": 2, "name": {"en": "Amber", "fr": "Ambre"}, "capacity": 56}]
    return as_json({"schedule": table, "rooms": rooms, "speakers": {}} | given)


SESSION: dict[str, Any] = {
    "code": "QUARTZ",
    "title": "Sleeping tables",
    "speakers": ["SOLMOR"],
    "session_type": "Talk",
    "slug": "sleeping-tables",
    "track": "Databases",
    "abstract": "What vacuum does.",
    "tweet": "",
    "duration": "45",
    "level": "advanced",
    "delivery": "remote",
    "resources": [{"resource": "https://example.org/s.pdf", "description": "Slides"}],
    "room": "Amber",
    "start": "2024-07-10T10:00:00+02:00",
    "end": "2024-07-10T10:30:00+02:00",
    "next_session": "OTHER",
    "website_url": "https://ep2024.example.org/session/sleeping-tables",
    "youtube_url": "https://youtube.com/watch?v=x",
}
SPEAKERS = {
    "SOLMOR": {
        "code": "SOLMOR",
        "name": "Solmori Quartz",
        "affiliation": "Vacuum",
        "biography": "b",
    }
}


def sessions(**given: Any) -> bytes:
    """Return one session by its code, with some fields changed."""
    return as_json({"QUARTZ": SESSION | given})


def schedule(*events: Any) -> dict[str, Any]:
    """Return a day with these events."""
    return {"days": {"2024-07-10": {"rooms": ["Blue", "Amber"], "events": list(events)}}}


LISTED: dict[str, Any] = {
    "event_type": "session",
    "code": "QUARTZ",
    "slug": "sleeping-tables",
    "title": "Sleeping tables",
    "session_type": "Talk",
    "speakers": [{"code": "SOLMOR", "name": "Solmori Quartz", "slug": "solmori"}],
    "track": None,
    "tweet": "",
    "level": "beginner",
    "duration": 30,
    "rooms": ["Amber", "Blue"],
    "start": "2024-07-10T10:00:00+02:00",
    "website_url": "https://ep2024.example.org/session/sleeping-tables",
}
LUNCH: dict[str, Any] = {
    "event_type": "break",
    "title": "Lunch",
    "duration": 60,
    "rooms": ["Amber", "Blue"],
    "start": "2024-07-10T12:00:00+02:00",
}

PROGRAMMES = (
    (answers(page(SLOT, slot(id=71, submission=None)), EVENT), "pretalx-api"),
    (as_json(page(submission(slot=SLOT, speakers=["SOLMOR"]))), "pretalx-api"),
    (as_json([page(SLOT), page()]), "pretalx-api"),
    (widget(TALK, PAUSE), "pretalx-widget"),
    (pyconfr(submission(slot=SLOT)), "pyconfr"),
    (sessions(), "programapi"),
    (as_json(schedule(LISTED, LUNCH)), "programapi"),
)
"""Each format as it should be, with its name."""

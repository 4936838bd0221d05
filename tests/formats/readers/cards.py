"""Small agendas written for these tests: the views of Sessionize, and cards of an AWS Summit."""

import json
from typing import Any

ADA = "a1b2c3d4-0000-4000-8000-000000000001"
BO = "a1b2c3d4-0000-4000-8000-000000000002"
PAUSE = "5e1f0a11-0000-4000-8000-000000000009"

GROUPS: list[dict[str, Any]] = [
    {
        "id": 1,
        "title": "Niveau",
        "items": [
            {"id": 13, "name": "Avancé", "sort": 3},
            {"id": 11, "name": "Découverte", "sort": 1},
            {"id": 12, "name": "Courant", "sort": 2},
        ],
    },
    {
        "id": 2,
        "title": "Thème",
        "items": [{"id": 21, "name": "Données"}, {"id": 22, "name": "Nuit"}],
    },
    {"id": 3, "title": "Session format", "items": [{"id": 31, "name": "Workshop"}]},
    {"id": 4, "title": "Langue", "items": [{"id": 41, "name": "Français"}]},
    {"id": 5, "title": "Merci de choisir", "items": [{"id": 51, "name": "Vacuum"}]},
]
PEOPLE: list[dict[str, Any]] = [
    {
        "id": ADA,
        "firstName": "Solmori",
        "lastName": "Quartz",
        "fullName": "Solmori Quartz",
        "tagLine": "Keeper of tables",
        "bio": "b",
        "questionAnswers": [{"questionId": 8, "answerValue": "Vacuum Ltd"}],
    },
    {"id": BO, "firstName": "Bo", "lastName": "Fern", "tagLine": None},
]
SESSION: dict[str, Any] = {
    "id": "4711",
    "title": "Sleeping tables",
    "description": "What vacuum does.",
    "startsAt": "2024-05-04T10:00:00",
    "endsAt": "2024-05-04T10:45:00",
    "isServiceSession": False,
    "isPlenumSession": False,
    "liveUrl": None,
    "recordingUrl": "https://example.org/v",
    "status": "Accepted",
    "isInformed": True,
    "isConfirmed": True,
}


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not ...}


def of_all(**given: Any) -> dict[str, Any]:
    """Return a session of the view All with some fields changed; `...` leaves one out."""
    own = {
        "speakers": [ADA, BO],
        "categoryItems": [13, 21, 31, 41, 51],
        "roomId": 7,
        "questionAnswers": [{"questionId": 9, "answerValue": "A laptop"}],
    }
    return _without_none(SESSION | own | given)


def embedded(**given: Any) -> dict[str, Any]:
    """Return the same session as the other views have it."""
    categories = [
        {"id": group["id"], "name": group["title"], "categoryItems": group["items"][:1]}
        for group in GROUPS
    ]
    own = {
        "speakers": [{"id": ADA, "name": "Solmori Quartz"}, {"id": BO, "name": "Bo Fern"}],
        "categories": categories,
        "roomId": 7,
        "room": "Amber",
        "questionAnswers": [{"id": 9, "question": "What to bring?", "answer": "A laptop"}],
    }
    return _without_none(SESSION | own | given)


def pause(**given: Any) -> dict[str, Any]:
    """Return a plenary break as every view has it."""
    own: dict[str, Any] = {
        "id": PAUSE,
        "title": "Lunch",
        "description": None,
        "status": None,
        "speakers": [],
    }
    flags = {"isServiceSession": True, "isPlenumSession": True, "categories": []}
    return embedded() | own | flags | {"questionAnswers": []} | given


def view_all(*sessions: dict[str, Any], **given: Any) -> bytes:
    """Return the view All."""
    root = {
        "sessions": list(sessions),
        "speakers": PEOPLE,
        "questions": [
            {"id": 9, "question": "What to bring?"},
            {"id": 8, "question": "Your company"},
        ],
        "categories": GROUPS,
        "rooms": [{"id": 7, "name": "Amber", "sort": 0}, {"id": 8, "name": "Blue", "sort": 1}],
    }
    return json.dumps(root | given).encode()


def grid(rooms: dict[str, list[dict[str, Any]]], date: str = "2024-05-04") -> bytes:
    """Return the view GridSmart of one day, with every session once more by its time."""
    listed = [
        {"id": n, "name": name, "sessions": each} for n, (name, each) in enumerate(rooms.items())
    ]
    slots = [
        {"slotStart": "10:00:00", "rooms": [{"id": n, "name": name, "session": session}]}
        for n, (name, each) in enumerate(rooms.items())
        for session in each
    ]
    day = {"date": f"{date}T00:00:00", "isDefault": True, "rooms": listed, "timeSlots": slots}
    return json.dumps([day]).encode()


def groups(*given: tuple[str, list[dict[str, Any]]]) -> bytes:
    """Return the view Sessions."""
    listed = [{"groupId": None, "groupName": name, "sessions": each} for name, each in given]
    return json.dumps(listed).encode()


CARD: dict[str, Any] = {
    "title": "Sleeping tables | SVS301",
    "heading": "Breakout session",
    "badge": '{"value": ["300 – Advanced"]}',
    "location": "Hall 5",
    "time": "15:30+00:00",
    "timeZone": "EET",
    "durationText": "45 mins",
    "body": "Solmori Quartz, Keeper, Vacuum Ltd | Bo Fern, Vacuum Ltd",
    "bodyBack": "<p>What <b>vacuum</b> does.</p>",
    "ctaLink": "https://example.org/register",
    "ctaLabel": "Register now",
    "primaryCTALink": "/",
}


def card(*tags: tuple[str, str], name: str = "sleeping-tables", **given: Any) -> dict[str, Any]:
    """Return an entry of the directory with some fields changed; `...` leaves one out."""
    directory = "events-cards-interactive-summits-summit-amber-bay-2026-2026-05-01-1"
    return {
        "item": {
            "id": f"{directory}#{name}",
            "directoryId": directory,
            "name": name,
            "additionalFields": _without_none(CARD | given),
        },
        "tags": [{"tagNamespaceId": f"GLOBAL#aws-{space}", "name": value} for space, value in tags],
    }


def lines(*cards: dict[str, Any]) -> bytes:
    """Return cards as JSON Lines."""
    return "".join(json.dumps(each) + "\n" for each in cards).encode()


def page(*cards: dict[str, Any]) -> bytes:
    """Return a page of the directory."""
    metadata = {"count": len(cards), "totalHits": len(cards)}
    return json.dumps({"metadata": metadata, "fieldTypes": {}, "items": list(cards)}).encode()

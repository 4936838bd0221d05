"""Small programmes written for these tests, and where real ones lie on a developer's machine."""

import json
from pathlib import Path
from typing import Any

from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.readers.importing import Imported, take_in

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
"""Real files, which are not part of the product; tests prove something without them too."""

EVENT: dict[str, Any] = {
    "id": 7,
    "guid": "g-7",
    "date": "2024-05-04T10:00:00+02:00",
    "start": "10:00",
    "duration": "00:45",
    "room": "Amber",
    "title": "Sleeping tables",
    "subtitle": "A lullaby",
    "track": "Databases",
    "type": "lecture",
    "language": "en",
    "abstract": "What vacuum does.",
    "description": "At night.",
    "persons": [{"id": 1, "public_name": "Solmori Quartz"}],
    "links": [{"title": "Slides", "url": "https://example.org/s.pdf"}],
    "attachments": [],
    "url": "https://example.org/7",
}
"""An event as schedule.json has it."""


def event(**given: Any) -> dict[str, Any]:
    """Return an event with some fields changed; None leaves one out."""
    return {key: value for key, value in (EVENT | given).items() if value is not None}


def schedule_json(*events: dict[str, Any], date: str = "2024-05-04", **head: Any) -> bytes:
    """Return a schedule.json of one day whose events lie in the rooms they name."""
    rooms: dict[str, list[Any]] = {}
    for each in events:
        rooms.setdefault(each.get("room") or "Amber", []).append(each)
    conference = {
        "title": "Vacuum Days",
        "acronym": "vacuum24",
        "time_zone_name": "Europe/Paris",
        "days": [{"date": date, "rooms": rooms}],
    } | head
    return json.dumps({"schedule": {"version": "1", "conference": conference}}).encode()


def schedule_xml(*events: dict[str, Any], date: str = "2024-05-04", head: str = "") -> bytes:
    """Return the same as a schedule.xml."""
    from xml.sax.saxutils import escape, quoteattr

    parts = ["<schedule><version>1</version><conference><title>Vacuum Days</title>"]
    parts.append("<acronym>vacuum24</acronym>")
    parts.append(head or "<time_zone_name>Europe/Paris</time_zone_name>")
    parts.append(f"</conference><day date='{date}'>")
    for each in events:
        parts.append(f"<room name={quoteattr(str(each['room']))}><event id='{each.get('id', '')}'")
        parts.append(f" guid='{each.get('guid', '')}'>")
        for key, value in each.items():
            if key == "persons":
                people = (f"<person>{escape(one['public_name'])}</person>" for one in value)
                parts.append(f"<persons>{''.join(people)}</persons>")
            elif key in ("links", "attachments"):
                links = (
                    f"<link href={quoteattr(one['url'])}>{escape(one['title'])}</link>"
                    for one in value
                )
                parts.append(f"<{key}>{''.join(links)}</{key}>")
            elif key not in ("id", "guid"):
                parts.append(f"<{key}>{escape(str(value))}</{key}>")
        parts.append("</event></room>")
    return "".join([*parts, "</day></schedule>"]).encode()


def imported(data: bytes, timezone: str = "", name: str = "", **said: str) -> Imported:
    """Return what `data` becomes, which must read back the same from our YAML."""
    found = take_in(data, Hints(timezone, name, **said))
    text = write(found.catalogue)
    again = read_back(text)
    assert write(again) == text
    assert again.event == found.catalogue.event
    assert again.sessions.ids() == found.catalogue.sessions.ids()
    return found


def read_back(text: str) -> Catalogue:
    """Return the catalogue in our YAML, which must be without errors."""
    reading = read_text(text, Path("imported.yaml"))
    assert not reading.errors, reading.errors[:3]
    return reading.catalogue


def only(data: bytes, timezone: str = "") -> Session:
    """Return the one session in `data`."""
    (session,) = imported(data, timezone).catalogue.sessions
    return session


def told(data: bytes, timezone: str = "") -> list[str]:
    """Return what the import of `data` has to tell."""
    return [str(note) for note in imported(data, timezone).report.notes]

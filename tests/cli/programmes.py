"""A small fictional summit on disk, with something for every filter and format."""

import os
from pathlib import Path
from typing import Any

from summit_tui.catalogue.model import Link, Room, Session, Speaker
from summit_tui.catalogue.writing import write
from tests.factories import make_catalogue, make_session

SESSIONS = (
    make_session(
        "opening",
        "09:30",
        title="Opening keynote",
        kind="keynote",
        duration=90,
        tracks=("Keynote",),
        room="Grand Hall",
        language="en",
        speakers=(Speaker("Ada Alder", "Host", "Acme"),),
    ),
    make_session(
        "functions",
        "11:30",
        title="Functions in anger",
        code="SVS301",
        level=300,
        tracks=("Serverless",),
        room="Hall 1, Level 2",
        language="en",
        speakers=(Speaker("Basil Birch", company="Acme"),),
        tags=("lambda",),
        links=(Link("slides", "https://example.org/slides"),),
        abstract="What **breaks** first,\nand why.\n\n- cold starts\n- queues",
    ),
    make_session(
        "queues",
        "11:45",
        title="Queues and topics",
        code="SVS201",
        level=200,
        tracks=("Serverless", "Data"),
        room="Room B",
        language="fr",
        speakers=(Speaker("Cora Cédar"),),
    ),
    make_session(
        "models",
        "2019-04-03 10:00",
        title="Training large models",
        code="AIM401",
        kind="workshop",
        level=400,
        duration=120,
        tracks=("Machine Learning",),
        room="Room B",
        speakers=(Speaker("Basil Birch"), Speaker("Dora Dogwood")),
    ),
    make_session(
        "lakes",
        "2019-04-03 14:00",
        title="Lakes of data",
        code="DAT100",
        level=100,
        tracks=("Data, Analytics",),
        room="Room C",
        language="de",
        status="cancelled",
    ),
    make_session("later", None, title="To be announced", level=300, tracks=("Data",)),
)
"""In programme order: three on Tuesday 2 April 2019, two on Wednesday, one without a time."""

IDS = [session.id for session in SESSIONS]


def programme(folder: Path, *sessions: Session, **given: Any) -> Path:
    """Write a catalogue of `sessions` (else `SESSIONS`) as `folder`/sessions.yaml, an hour old."""
    rooms = (Room("Room B", "Annex", 40),)
    catalogue = make_catalogue(*(sessions or SESSIONS), **{"rooms": rooms} | given)
    return saved(folder / "sessions.yaml", write(catalogue))


def saved(path: Path, text: str) -> Path:
    """Write `text` to `path` with a time stamp old enough to be believed by the cache."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 3600 * 10**9))
    return path


BROKEN = """\
event: {name: Broken Summit, timezone: Europe/Paris}
sessions:
  - id: a
    title: 日本語 A
    level: expret
  - {id: b, title: "名前", levle: 300}
"""
"""Two errors: at 5:12 and at 6:26, the latter behind wide characters."""

"""What changed, in words."""

from typing import Any

import pytest

from summit_tui.catalogue.changes import Change, changes
from summit_tui.catalogue.model import Room, Session, Speaker, Walk
from summit_tui.formats import change_words
from tests.factories import at, make_catalogue, make_session

ADA, BASIL = Speaker("Ada Alder"), Speaker("Basil Birch")
TUE, NOON = at("11:30"), at("12:00")


def change(old: dict[str, Any], new: dict[str, Any]) -> Change:
    base = make_session("s", "11:30", title="Title", room="Amphi bleu")
    found = changes(make_catalogue(base._replace(**old)), make_catalogue(base._replace(**new)))
    return found.changed[0]


CASES: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (
        {},
        {"start": at("2019-04-03 11:30"), "room": "Salle 242"},
        "» Tue 11:30 → Wed 11:30, Amphi bleu → Salle 242",
    ),
    ({}, {"start": NOON}, "» Tue 11:30 → 12:00"),
    ({}, {"start": at("2019-04-09 11:30")}, "» Tue 2 Apr 11:30 → Tue 9 Apr 11:30"),
    ({"start": None}, {"start": TUE}, "» no time → Tue 11:30"),
    ({}, {"start": None, "room": None}, "» Tue 11:30 → no time, Amphi bleu → no room"),
    (
        {"start": at("2019-10-27 02:30")},
        {"start": at("2019-10-27 02:30").replace(fold=1)},
        "» Sun 02:30 +0200 → 02:30 +0100",
    ),
    ({}, {"status": "cancelled"}, "× cancelled, Tue 11:30"),
    ({"start": None}, {"start": None, "status": "cancelled"}, "× cancelled"),
    ({"status": "cancelled"}, {"start": NOON}, "+ on after all, Tue 11:30 → 12:00"),
    ({}, {"status": "tentative"}, "· confirmed → tentative"),
    ({}, {"room": "Salle 242", "title": "Titel"}, "» Amphi bleu → Salle 242; was “Title”"),
    ({"speakers": (ADA,)}, {"speakers": (BASIL,)}, "· with Basil Birch, without Ada Alder"),
    ({"speakers": (ADA,)}, {"speakers": (ADA._replace(role="x"),)}, "· about the speakers"),
    ({"level": 200}, {"level": None}, "· level 200 → none"),
    ({"language": "fr"}, {"language": "en"}, "· language French → English"),
    ({"duration": 45}, {"duration": 60}, "· length 45m → 1h"),
    ({"tracks": ("A",)}, {"tracks": ("A", "B")}, "· track A → A, B"),
    ({"kind": "talk"}, {"kind": "panel"}, "· talk → panel"),
    ({}, {"recorded": False}, "· not recorded"),
    ({}, {"day": at("2019-04-01 09:00").date()}, "· day none → Mon 1 Apr"),
    ({"abstract": "A"}, {"abstract": "B", "id": "z"}, "· abstract changed; id s → z"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_change_in_words(old: dict[str, Any], new: dict[str, Any], expected: str) -> None:
    found = change(old, new)
    assert f"{change_words.mark(found)} {change_words.words(found)}" == expected


def test_every_change_stands_in_one_section() -> None:
    found = [change(old, new) for old, new, _ in CASES]
    told = {section.title: len(section.changes) for section in change_words.sections(found)}
    assert sum(told.values()) == len(CASES)
    assert told == {
        "Moved": 5,
        "Cancelled": 2,
        "On after all": 1,
        "Now with a time": 1,
        "Another room": 1,
        change_words.LAST: 11,
    }


def test_what_changed_is_counted() -> None:
    gone, new = make_session("gone", title="Gardening"), make_session("new", title="Compilers")
    stays = make_session("stays", "10:00", title="Stays")
    moved = make_session("stays", "11:00", title="Stays", room="Hall")
    found = changes(make_catalogue(gone, stays), make_catalogue(new, moved))
    assert change_words.count(found) == "1 moved, 1 new, 1 gone, the event itself"
    assert change_words.count(changes(found.old, found.old)) == ""


def test_the_event_in_words() -> None:
    old = make_catalogue(rooms=(Room("Hall", "Palais", 40), Room("Attic")))
    new = make_catalogue(rooms=(Room("Hall", "Palais", 60), Room("Cellar")))
    new = new._replace(event=new.event._replace(name="Demo", note="Mind the gap"))
    new = new._replace(walking=(Walk((), 5),))
    assert change_words.about_the_event(changes(old, new)) == [
        "· name Demo Summit → Demo",
        "· note changed",
        "· walking times changed",
        "+ room Cellar",
        "- room Attic",
        "· room Hall: capacity 40 → 60",
    ]


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (make_session(start="11:30", room="Hall"), "Tue 11:30, Hall"),
        (make_session(start=None, room="Hall"), "Hall"),
        (make_session(start=None), ""),
    ],
)
def test_where(session: Session, expected: str) -> None:
    assert change_words.where(session) == expected

"""What changed between two versions of a programme."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from summit_tui.catalogue import fields
from summit_tui.catalogue.changes import Changes, changes
from summit_tui.catalogue.levels import Level, Scale
from summit_tui.catalogue.model import Catalogue, Link, Room, Session, Speaker, Walk
from tests.catalogue.edits import Edited, edited
from tests.catalogue.strategies import catalogues
from tests.factories import at, make_catalogue, make_session

ADA, BASIL = Speaker("Ada Alder"), Speaker("Basil Birch")


def between(old: Session, new: Session) -> Mapping[str, tuple[Any, Any]]:
    """Return the fields in which two sessions that are one differ."""
    found = changes(make_catalogue(old), make_catalogue(new))
    assert (found.added, found.removed) == ((), ())
    return found.changed[0].fields if found.changed else {}


DIFFERENT: list[tuple[str, Any, Any]] = [
    ("title", "Title", "Titel"),
    ("code", None, "SVS301"),
    ("subtitle", "One", None),
    ("kind", "talk", "workshop"),
    ("level", 200, 300),
    ("tracks", ("A",), ("A", "B")),
    ("start", at("09:30"), at("10:30")),
    ("start", at("09:30"), at("2019-04-03 09:30")),
    ("start", None, at("09:30")),
    ("start", at("2019-10-27 02:30"), at("2019-10-27 02:30").replace(fold=1)),
    ("duration", 45, 60),
    ("day", None, at("09:30").date()),
    ("room", "Amphi bleu", "Salle 242"),
    ("language", "fr", "en"),
    ("status", "confirmed", "cancelled"),
    ("recorded", None, False),
    ("repeats", None, "other"),
    ("capacity", 40, 50),
    ("speakers", (ADA,), (ADA, BASIL)),
    ("speakers", (ADA,), (Speaker("Ada Alder", "Host"),)),
    ("tags", ("a",), ("a", "b")),
    ("links", (), (Link("slides", "https://example.org/"),)),
    ("abstract", "One.", "Two."),
]


@pytest.mark.parametrize(("name", "one", "other"), DIFFERENT)
def test_a_field_that_differs_is_told_with_both_values(name: str, one: Any, other: Any) -> None:
    old, new = (make_session()._replace(**{name: value}) for value in (one, other))
    found = between(old, new)
    assert set(found) == {name}
    assert [repr(value) for value in found[name]] == [repr(one), repr(other)]  # fold and all


def test_every_field_of_the_table_is_compared() -> None:
    told = {name for name, _, _ in DIFFERENT} | {"id"}
    assert told == set(fields.names(fields.SESSION_FIELDS)) - {"track", "end", "source"}


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("tags", ("a", "b"), ("b", "a")),
        ("tracks", ("A", "B"), ("B", "A")),
        ("speakers", (ADA, BASIL), (BASIL, ADA)),
        ("abstract", "One  two.\n\nThree", "One two.\nThree\n"),
        ("abstract", None, ""),
        ("title", "A  title", "A title"),
        ("source", (("format", "frab"), ("id", "7")), (("format", "frab"), ("id", "8"))),
    ],
)
def test_what_nobody_sees_is_no_change(name: str, one: Any, other: Any) -> None:
    assert between(make_session(**{name: one}), make_session(**{name: other})) == {}


def test_the_same_instant_in_another_zone_is_no_move() -> None:
    old = make_session()
    assert old.start is not None
    new = old._replace(start=old.start.astimezone(at("2019-04-02 09:30").tzinfo))
    assert between(old, new) == {}


def test_added_and_removed_come_in_programme_order() -> None:
    old = make_catalogue(make_session("b", "10:00"), make_session("a", "11:00"))
    new = make_catalogue(make_session("y", "10:10"), make_session("x", "09:00"))
    found = changes(old, new)
    assert [one.id for one in found.removed] == ["b", "a"]
    assert [one.id for one in found.added] == ["x", "y"]


def test_cancelled_and_reinstated() -> None:
    old = make_catalogue(make_session("a"), make_session("b", status="cancelled"))
    new = make_catalogue(make_session("a", status="cancelled"), make_session("b"))
    found = changes(old, new)
    assert [change.id for change in found.cancelled] == ["a"]
    assert [change.id for change in found.reinstated] == ["b"]


def test_a_run_of_a_renamed_session_did_not_change() -> None:
    first = make_session("a", title="Lambda inside", speakers=(ADA,))
    run = make_session("run", "2019-04-03 09:30", title="Other words here", repeats="a")
    found = changes(
        make_catalogue(first, run),
        make_catalogue(first._replace(id="z"), run._replace(repeats="z")),
    )
    assert found.renamed == {"a": "z"}
    assert {change.id: set(change.fields) for change in found.changed} == {"z": {"id"}}
    other = make_catalogue(first._replace(id="z"), run._replace(repeats="elsewhere"))
    assert set(changes(make_catalogue(first, run), other).by_id) == {"z", "run"}


def test_ways_alone_are_a_change_and_so_is_which_of_them_counts() -> None:
    few, many = Walk(("Hall 1",), 2), Walk(("Hall 1",), 9)
    old = make_catalogue(make_session())._replace(walking=(few, many))
    assert not changes(old, old)
    for other in ((), (few,), (many, few)):
        assert changes(old, old._replace(walking=other))


def test_what_was_and_stays_on_or_off_is_neither_cancelled_nor_reinstated() -> None:
    for status in ("confirmed", "cancelled"):
        old = make_catalogue(make_session(title="Old", status=status))
        found = changes(old, make_catalogue(make_session(title="New", status=status)))
        assert [(each.cancelled, each.reinstated) for each in found.changed] == [(False, False)]


@pytest.mark.parametrize(("before", "after"), [(0, 1), (1, 0)])
def test_a_room_that_comes_or_goes_is_a_change(before: int, after: int) -> None:
    rooms = (Room("Hall 9"),)
    found = changes(make_catalogue(rooms=rooms[:before]), make_catalogue(rooms=rooms[:after]))
    assert found
    assert found.rooms


def test_the_event_and_its_rooms() -> None:
    old = make_catalogue(make_session(room="Old Hall"), rooms=(Room("Hall 1", capacity=40),))
    new = make_catalogue(make_session(room="New Hall"), rooms=(Room("Hall 1", capacity=60),))
    new = new._replace(event=new.event._replace(name="Demo", venue=None), tracks=("A",))
    new = new._replace(scale=Scale((Level(1, "One"),)), walking=(Walk((), 5),))
    found = changes(old, new)
    assert set(found.event) == {"name", "venue", "levels", "tracks", "walking"}
    assert found.event["name"] == ("Demo Summit", "Demo")
    assert found.rooms.added == (Room("New Hall"),)
    assert found.rooms.removed == (Room("Old Hall"),)
    assert found.rooms.changed == (("Hall 1", {"capacity": (40, 60)}),)


def test_a_new_zone_with_the_same_instants_is_told_of_the_event_only() -> None:
    old = make_catalogue(make_session())
    found = changes(old, old._replace(event=old.event._replace(timezone="Europe/Berlin")))
    assert (found.changed, set(found.event)) == ((), {"timezone"})
    assert found


@given(catalogues())
def test_nothing_changed_from_a_catalogue_to_itself(catalogue: Catalogue) -> None:
    found = changes(catalogue, catalogue)
    assert not found
    assert found.became == {one.id: one.id for one in catalogue.sessions}
    copy = catalogue._replace(sessions=type(catalogue.sessions)(list(catalogue.sessions)))
    assert not changes(catalogue, copy)


def mirrored(there: Changes, back: Changes) -> None:
    assert (there.added, there.removed) == (back.removed, back.added)
    assert there.became == {old: new for new, old in back.became.items()}
    swapped = {
        one.old.id: {name: pair[::-1] for name, pair in one.fields.items()} for one in back.changed
    }
    assert {one.new.id: dict(one.fields) for one in there.changed} == {
        there.became[there_id]: found
        for there_id, found in ((back.became[each], swapped[each]) for each in swapped)
    }


@given(catalogues(), catalogues())
def test_the_way_back_mirrors_the_way_there(one: Catalogue, other: Catalogue) -> None:
    mirrored(changes(one, other), changes(other, one))


@given(edited())
def test_edits_are_found_again_exactly(done: Edited) -> None:
    found = changes(done.old, done.new)
    assert found.became == done.became
    assert {one.id: set(one.fields) for one in found.changed} == done.fields
    assert {one.id for one in found.added} == done.added
    assert {one.id for one in found.removed} == done.removed
    mirrored(found, changes(done.new, done.old))

"""Ids hold over updates, whatever an import would call the sessions now."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.model import Session, Speaker
from summit_tui.catalogue.stable_ids import with_old_ids
from tests.catalogue.edits import Edited, edited
from tests.factories import make_catalogue, make_session

ADA = (Speaker("Ada Alder"),)


def lunch(session_id: str, start: str) -> Session:
    return make_session(session_id, start, title="Lunch", room="Hall")


def numbered(number: int) -> tuple[tuple[str, str], ...]:
    return (("format", "frab"), ("id", str(number)))


def kept(old: Sequence[Session], new: Sequence[Session]) -> list[tuple[str, str]]:
    """Return ids and starts of `new` once it follows `old`."""
    found = with_old_ids(make_catalogue(*old), make_catalogue(*new))
    return [(one.id, f"{one.start:%d %H:%M}" if one.start else "") for one in found.sessions]


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        pytest.param(
            [lunch("lunch", "2019-04-01 12:00"), lunch("lunch-2", "2019-04-02 12:00")],
            [lunch("lunch", "2019-04-02 12:00")],
            [("lunch-2", "02 12:00")],
            id="a run less",
        ),
        pytest.param(
            [lunch("lunch", "2019-04-01 12:00"), lunch("lunch-2", "2019-04-02 12:00")],
            [
                lunch("lunch", "2019-03-31 12:00"),
                lunch("lunch-2", "2019-04-01 12:00"),
                lunch("lunch-3", "2019-04-02 12:00"),
            ],
            [("lunch-4", "31 12:00"), ("lunch", "01 12:00"), ("lunch-2", "02 12:00")],
            id="a run more, before the others",
        ),
        pytest.param(
            [make_session("owls", title="Owls at night", speakers=ADA)],
            [make_session("owls-by-night", title="Owls by night", speakers=ADA)],
            [("owls", "02 09:30")],
            id="a title reworded",
        ),
        pytest.param(
            [make_session("a", title="Zebra crossings", source=numbered(1))],
            [
                make_session("b", "09:00", title="Zebra crossings", source=numbered(1)),
                make_session("a", "10:00", title="Compilers for the brave", source=numbered(2)),
            ],
            [("a", "02 09:00"), ("a-2", "02 10:00")],
            id="an id that another has now",
        ),
    ],
)
def test_a_session_keeps_its_id(
    old: list[Session], new: list[Session], ids: list[tuple[str, str]]
) -> None:
    assert kept(old, new) == ids


def test_what_a_session_repeats_follows() -> None:
    first, run = make_session("x", title="Owls"), make_session("x-2", "16:00", title="Owls")
    old = make_catalogue(first, run._replace(repeats="x"))
    new = make_catalogue(first._replace(id="y"), run._replace(id="y-2", repeats="y"))
    assert [one.repeats for one in with_old_ids(old, new).sessions] == [None, "x"]


@given(edited())
def test_no_id_changes_and_none_is_given_twice(edit: Edited) -> None:
    found = changes(edit.old, with_old_ids(edit.old, edit.new))
    assert found.renamed == {}
    ids = found.new.sessions.ids()
    assert len(set(ids)) == len(ids)
    assert not {one.id for one in found.added} & set(edit.old.sessions.ids())
    plain = changes(edit.old, edit.new)
    assert [one.title for one in found.removed] == [one.title for one in plain.removed]


@given(edited())
def test_a_programme_that_is_the_same_stays_so(edit: Edited) -> None:
    assert with_old_ids(edit.old, edit.old) is edit.old

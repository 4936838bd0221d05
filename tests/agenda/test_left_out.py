"""What a plan left out: none of my picks, but a wish of the next plan."""

from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.affected import affected
from summit_tui.agenda.change import Change, apply
from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.file import parse, to_text
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.planning.plan import Plan, plan
from summit_tui.agenda.planning.taking import taking
from summit_tui.agenda.planning.wishes import Asked
from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.model import Session
from tests.agenda.stores import ids, store_in
from tests.factories import at, make_catalogue, make_session

A = make_session("a", "09:00")
B = make_session("b", "09:15")
C = make_session("c", "11:00")
AGAIN = make_session("again", "14:00", repeats="b")
LEFT = Agenda("demo", {"a": Pick("a"), "b": Pick("b", "must", "a note", left_out=True)})


def planned(agenda: Agenda, *sessions: Session, asked: Asked = Asked()) -> Plan:  # noqa: B008  immutable
    catalogue = make_catalogue(*sessions)
    return plan(catalogue, agenda, Circumstances(), asked, lambda: lambda: True)


def after(agenda: Agenda, *sessions: Session, asked: Asked = Asked()) -> dict[str, bool]:  # noqa: B008  immutable
    """Return what the file holds once the plan is taken, and of each whether it is left out."""
    taken = apply(agenda, taking(agenda, planned(agenda, *sessions, asked=asked)))
    return {each: pick.left_out for each, pick in taken.held.items()}


def test_it_is_in_the_file_and_none_of_the_picks() -> None:
    assert [pick.id for pick in LEFT] == ["a"]
    assert (len(LEFT), "b" in LEFT, LEFT.get("b")) == (1, False, None)
    assert [pick.id for pick in LEFT.left_out] == ["b"]
    text = to_text(LEFT)
    assert text.count("left_out: true") == 1
    assert parse(text, Path("agenda.yaml"), "demo") == LEFT != Agenda("demo", LEFT.picks)


@pytest.mark.parametrize(
    ("done", "left_out", "want"),
    [
        (change.add([B]), False, "must"),
        (change.add([B], "maybe"), False, "maybe"),
        (change.set_note(B, "more"), False, "must"),
        (change.mark_attended([B], attended=False), True, "must"),
        (change.rate(B, None), True, "must"),
        (change.remove(["b"]), None, None),
    ],
)
def test_whatever_one_does_for_it_picks_it(
    done: Change, left_out: bool | None, want: str | None
) -> None:
    pick = apply(LEFT, done).held.get("b")
    assert (pick and pick.left_out, pick and pick.want) == (left_out, want)


def test_a_plan_marks_it_and_the_next_takes_it_back() -> None:
    agenda = Agenda("demo", {"a": Pick("a", "must"), "b": Pick("b", "want")})
    first = taking(agenda, planned(agenda, A, B))
    taken = apply(agenda, first)
    assert [pick.id for pick in taken] == ["a"]
    assert taken.held["b"] == Pick("b", "want", left_out=True)
    cancelled = A._replace(status="cancelled")
    again = apply(taken, taking(taken, planned(taken, cancelled, B)))
    assert [(pick.id, pick.want) for pick in again] == [("a", "must"), ("b", "want")]


@pytest.mark.parametrize(
    ("sessions", "asked", "held"),
    [
        ((A, B), Asked(), {"a": False, "b": True}),
        ((A, B), Asked(avoid=frozenset("b")), {"a": False}),  # a wish no more
        ((A, B), Asked(avoid=frozenset("a")), {"b": False}),
        ((A, B, AGAIN), Asked(), {"a": False, "again": False}),  # seen in another run
    ],
)
def test_what_is_avoided_or_seen_otherwise_is_no_wish_any_more(
    sessions: tuple[Session, ...], asked: Asked, held: dict[str, bool]
) -> None:
    agenda = Agenda("demo", {"a": Pick("a", "must"), "b": Pick("b", "want")})
    assert after(agenda, *sessions, asked=asked) == held
    left = agenda.updated({"b": Pick("b", "want", left_out=True)})
    assert after(left, *sessions, asked=asked) == held


@pytest.mark.parametrize(
    ("now", "wished"),
    [(None, 2), ("09:10", 2), ("10:30", 1)],  # the last: both are over, and c is still to come
)
def test_it_is_a_wish_until_it_is_over(now: str | None, wished: int) -> None:
    agenda = LEFT.updated({"a": None, "c": Pick("c")})
    found = planned(agenda, A, B, C, asked=Asked(now=None if now is None else at(now)))
    assert found.wished == wished


def test_what_the_programme_dropped_is_not_wished() -> None:
    assert planned(LEFT, A).wished == 1


def test_it_follows_its_session_to_another_id() -> None:
    old, new = make_catalogue(A, B), make_catalogue(A, B._replace(id="z"))
    found = affected(changes(old, new), LEFT)
    assert found.renamed == {"b": "z"}
    assert not found.changed
    moved = apply(LEFT, change.follow(found.renamed))
    assert moved.held["z"] == LEFT.held["b"]._replace(id="z")
    assert set(moved.held) == {"a", "z"}


def test_undo_knows_it(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    before = store.read()
    store.apply(change.take_plan(before, [], ["b"]))
    assert ids(store.read()) == "a"
    assert store.apply(change.remove(["b"])).changed == ("b",)
    store.undo()
    assert [pick.id for pick in store.read().left_out] == ["b"]
    store.undo()
    assert store.read() == before

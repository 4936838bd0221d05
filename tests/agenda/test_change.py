"""What each change makes of an agenda."""

from typing import Any

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.change import Change, apply
from summit_tui.agenda.model import Agenda, Pick
from tests.factories import make_session

KEYNOTE = make_session("keynote", title="Opening keynote")
START = "2019-04-02T09:30:00+02:00"
FRESH = Pick("keynote", title="Opening keynote", start=START)
KNOWN = Pick("keynote", "must", "a note", 4, True, "As it was called", extra=(("seat", 7),))


def agenda_of(*picks: Pick) -> Agenda:
    return Agenda("demo", {pick.id: pick for pick in picks})


@pytest.mark.parametrize(
    ("done", "pick"),
    [
        (change.add([KEYNOTE]), FRESH),
        (change.add([KEYNOTE], "must"), Pick("keynote", "must", title=FRESH.title, start=START)),
        (
            change.set_want([KEYNOTE], "maybe"),
            Pick("keynote", "maybe", None, None, None, FRESH.title, START),
        ),
        (
            change.set_note(KEYNOTE, " to \x1b[31msee\r\n"),
            Pick("keynote", note="to see", title=FRESH.title, start=START),
        ),
        (change.rate(KEYNOTE, 5), Pick("keynote", rating=5, title=FRESH.title, start=START)),
        (
            change.mark_attended([KEYNOTE]),
            Pick("keynote", attended=True, title=FRESH.title, start=START),
        ),
        (change.add([KNOWN]), KNOWN),
        (change.set_note(KEYNOTE, "  "), None),
        (change.rate(KEYNOTE, None), None),
        (change.mark_attended([KEYNOTE], False), None),
        (change.remove(["keynote"]), None),
    ],
)
def test_on_a_session_that_is_not_picked(done: Change, pick: Pick | None) -> None:
    assert apply(agenda_of(), done).get("keynote") == pick


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (change.add([KEYNOTE]), KNOWN),
        (change.add([KEYNOTE], "maybe"), ("maybe", "a note", 4, True)),
        (change.set_want([KEYNOTE], "want"), ("want", "a note", 4, True)),
        (change.set_want([KEYNOTE], "must"), KNOWN),
        (change.set_note(KEYNOTE, "another"), ("must", "another", 4, True)),
        (change.set_note(KEYNOTE, None), ("must", None, 4, True)),
        (change.rate(KEYNOTE, 1), ("must", "a note", 1, True)),
        (change.rate(KEYNOTE, None), ("must", "a note", None, True)),
        (change.mark_attended([KEYNOTE], False), ("must", "a note", 4, False)),
        (change.mark_attended([KEYNOTE], None), ("must", "a note", 4, None)),
        (change.remove(["keynote"]), None),
    ],
)
def test_on_a_pick_everything_else_stays(
    done: Change, expected: Pick | tuple[str, str | None, int | None, bool | None] | None
) -> None:
    if isinstance(expected, tuple) and not isinstance(expected, Pick):
        # What is missing of the snapshot is filled in, what is there is history and stays.
        expected = Pick("keynote", *expected, "As it was called", START, (("seat", 7),))
    assert apply(agenda_of(KNOWN), done).get("keynote") == expected


def test_a_pick_whose_session_is_gone_can_be_changed() -> None:
    gone = Pick("gone", title="What it was")
    assert apply(agenda_of(gone), change.rate(gone, 2)).get("gone") == Pick(
        "gone", rating=2, title="What it was"
    )


def test_one_change_is_about_any_number_of_sessions() -> None:
    after = apply(agenda_of(Pick("b", "must")), change.add(map(make_session, "cab")))
    assert [(pick.id, pick.want) for pick in after] == [("a", "want"), ("b", "must"), ("c", "want")]


def test_the_same_session_twice_in_one_change_is_one_pick() -> None:
    assert len(apply(agenda_of(), change.add([KEYNOTE, KEYNOTE]))) == 1


def test_nothing_to_change_gives_an_equal_agenda() -> None:
    assert apply(agenda_of(KNOWN), change.remove(["other"])) == agenda_of(KNOWN)


@pytest.mark.parametrize(
    ("done", "label"),
    [
        (change.add([KEYNOTE]), "add Opening keynote"),
        (change.add(map(make_session, "abc")), "add 3 sessions"),
        (change.remove(["keynote"]), "remove keynote"),
        (change.set_want([KEYNOTE], "must"), "want Opening keynote as must"),
        (change.set_note(KEYNOTE, "x"), "note on Opening keynote"),
        (change.rate(KEYNOTE, 3), "rate Opening keynote 3"),
        (change.mark_attended([KEYNOTE], False), "did not attend Opening keynote"),
        (change.add([make_session(title="x" * 80)]), f"add {'x' * 59}…"),
    ],
)
def test_undo_calls_a_change_by_its_label(done: Change, label: str) -> None:
    assert done.label == label


def test_what_means_nothing_is_refused_with_a_way_out() -> None:
    with pytest.raises(ValueError, match=r"'maybee' is not one of must, want, maybe; did you mean"):
        change.set_want([KEYNOTE], "maybee")
    with pytest.raises(ValueError, match=r"not one of must, want, maybe"):
        change.add([KEYNOTE], "")
    with pytest.raises(ValueError, match=r"rating 6 is not one of 1, 2, 3, 4, 5"):
        change.rate(KEYNOTE, 6)


def test_what_is_appended_goes_below_the_note_that_is_there_by_then() -> None:
    session = make_session("a")
    both = apply(Agenda("demo"), change.append_note(session, "first"))
    both = apply(both, change.append_note(session, " second\x1b[2J "))
    assert both.picks["a"].note == "first\nsecond"


@pytest.mark.parametrize(
    ("note", "text", "left"),
    [
        ("", "a\nb", "a\nb"),
        ("a\nb", "a\nb", ""),
        ("x\na\nb\ny", "a\nb", ""),
        ("x\na", "a\nb", "b"),
        ("x\na\nb", "a\nb\nc", "c"),
        ("x\na\ny", "a\nb", "a\nb"),
        ("ab", "b", "b"),
        ("a", "A", "A"),
    ],
)
def test_what_a_note_lacks_of_a_text(note: str, text: str, left: str) -> None:
    assert change.unwritten(note, text) == left


def test_notes_brought_home_go_below_what_is_there_by_then_and_only_once() -> None:
    a, b, gone = make_session("a"), make_session("b"), Pick("gone", title="Gone")
    before = Agenda("demo", {"a": Pick("a", note="mine"), "gone": gone})
    brought = change.bring_notes([(a, "one\n"), (b, "two"), (gone, "three")])
    after = apply(before, brought)
    assert {pick.id: pick.note for pick in after} == {
        "a": "mine\none",
        "b": "two",
        "gone": "three",
    }
    assert apply(after, brought) == after
    more = apply(after, change.bring_notes([(a, "one\nmore")]))
    assert more.picks["a"].note == "mine\none\nmore"
    assert brought.label == "notes on 3 sessions"


def test_a_swap_puts_another_session_in_place_of_one() -> None:
    old, new = make_session("old", title="Full"), make_session("new", title="Free")
    swapped = change.swap(agenda_of(Pick("old", "must")), old, new)
    assert swapped.label == "swap Full for Free"
    after = apply(agenda_of(Pick("old", "must")), swapped)
    assert [(pick.id, pick.want, pick.title) for pick in after] == [("new", "must", "Free")]


@pytest.mark.parametrize("held", [{"note": "N"}, {"rating": 4}, {"attended": False}])
def test_a_swap_loses_nothing_that_a_pick_holds(held: dict[str, Any]) -> None:
    agenda = agenda_of(Pick("old", "must", **held), Pick("new", "maybe"))
    after = apply(agenda, change.swap(agenda, agenda.picks["old"], make_session("new")))
    assert after.picks["old"] == Pick("old", "maybe", **held)
    assert after.picks["new"].want == "must"


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [("maybe", "must", "must"), ("must", "maybe", "must"), (None, "maybe", "maybe")],
)
def test_a_swap_wants_nothing_less_than_before(old: str | None, new: str, want: str) -> None:
    agenda = agenda_of(*([Pick("old", old)] if old else []), Pick("new", new))
    swapped = change.swap(agenda, make_session("old"), make_session("new"))
    assert [(pick.id, pick.want) for pick in apply(agenda, swapped)] == [("new", want)]


def test_a_swap_for_something_that_was_not_picked_is_a_pick() -> None:
    swapped = change.swap(agenda_of(), make_session("old"), make_session("new"))
    assert [(pick.id, pick.want) for pick in apply(agenda_of(), swapped)] == [("new", "want")]

"""Where I must be."""

from typing import Any

import pytest

from summit_tui.agenda import now_words
from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.now import Now, current
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session, Walk
from tests.factories import at, make_catalogue, make_session

pytestmark = pytest.mark.usefixtures("in_paris")

ALICE: dict[str, Any] = {"room": "Alice"}
BOB: dict[str, Any] = {"room": "Bob"}
WALKING = Walking((Walk((), 6),))


def now(
    moment: str,
    *given: Session | tuple[Session, Pick],
    appointments: tuple[Session, ...] = (),
    walking: Walking = WALKING,
) -> Now:
    pairs = [(one, Pick(one.id)) if isinstance(one, Session) else one for one in given]
    catalogue = make_catalogue(*(session for session, _ in pairs))
    agenda = Agenda("demo", {pick.id: pick for _, pick in pairs})
    return current(catalogue, agenda, Circumstances(walking, appointments), at(moment))


def ids(sessions: tuple[Session, ...]) -> list[str]:
    return [session.id for session in sessions]


def coming(found: Now) -> list[tuple[str, int, int, str | None]]:
    return [
        (one.session.id, one.minutes, one.walk, one.came_from and one.came_from.id)
        for one in found.coming
    ]


@pytest.mark.parametrize(
    ("moment", "on", "next_"),
    [
        ("09:29", [], "a"),
        ("09:30", ["a"], "b"),
        ("10:14", ["a"], "b"),
        ("10:15", [], "b"),
        ("11:00", ["b"], None),
        ("11:45", [], None),
    ],
)
def test_what_is_on_and_what_comes(moment: str, on: list[str], next_: str | None) -> None:
    found = now(moment, make_session("a"), make_session("b", "11:00", duration=None))
    assert ids(found.mine) == on
    assert (found.next.session.id if found.next else None) == next_


def test_the_way_is_from_the_last_room_of_that_day() -> None:
    found = now(
        "08:00:30",
        make_session("a", "09:00", **ALICE),
        make_session("b", "10:00", **BOB),
        make_session("c", "11:00", **BOB),
        make_session("d", "12:00"),
        make_session("e", "13:00", **ALICE),
        make_session("f", "2019-04-03 09:00", **BOB),
    )
    assert coming(found) == [
        ("a", 60, 0, None),
        ("b", 120, 6, "a"),
        ("c", 180, 0, "b"),
        ("d", 240, 0, "c"),
        ("e", 300, 6, "c"),
        ("f", 1500, 0, None),
    ]


def test_nobody_is_taken_to_come_from_where_one_drops_in() -> None:
    found = now(
        "08:00",
        make_session("open", "09:00", kind="expo", duration=600, **ALICE),
        make_session("b", "10:00", **BOB),
    )
    assert coming(found) == [("open", 60, 0, None), ("b", 120, 0, None)]


def test_the_way_to_each_of_several_at_once_is_from_before_them() -> None:
    found = now(
        "08:00",
        make_session("z", "09:00", **ALICE),
        (make_session("a", "10:00", **BOB), Pick("a", "maybe")),
        (make_session("b", "10:00", **ALICE), Pick("b", "must")),
        make_session("c", "11:00", **BOB),
    )
    assert coming(found)[1:] == [("b", 120, 0, "z"), ("a", 120, 6, "z"), ("c", 180, 6, "b")]


def test_what_is_on_is_what_i_want_most_first() -> None:
    found = now("09:40", (make_session("a"), Pick("a", "maybe")), make_session("b"))
    assert ids(found.mine) == ["b", "a"]


@pytest.mark.parametrize(
    ("session", "pick"),
    [
        (make_session("a", status="cancelled"), Pick("a")),
        (make_session("a"), Pick("a", attended=False)),
        (make_session("a", None), Pick("a")),
    ],
)
@pytest.mark.parametrize("moment", ["09:00", "09:40"])
def test_what_is_not_mine_to_be_at(session: Session, pick: Pick, moment: str) -> None:
    found = now(moment, (session, pick))
    assert (found.mine, found.coming) == ((), ())


def test_another_run_of_what_i_saw_does_not_come() -> None:
    seen = (make_session("a"), Pick("a", attended=True))
    again = make_session("b", "14:00", repeats="a")
    assert now("12:00", seen, again).next is None
    assert now("12:00", make_session("a"), again).next is not None


def test_my_appointments_are_mine() -> None:
    mine = make_session("busy", "10:00", kind="appointment", duration=30)
    found = now("09:50", make_session("a", "10:00"), appointments=(mine,))
    assert [one.session.id for one in found.coming] == ["busy", "a"]
    assert ids(now("10:10", appointments=(mine,)).mine) == ["busy"]


def test_what_has_ended_and_i_did_not_speak_of_the_last_first() -> None:
    found = now(
        "12:00",
        make_session("a", "08:00"),
        make_session("b", "09:00"),
        (make_session("c"), Pick("c", attended=False)),
        make_session("lunch", "08:30", kind="meal"),
        make_session("d", "11:30"),
    )
    assert [item.id for item in found.ended] == ["b", "a"]


def test_real_minutes_count_where_clocks_go_forward() -> None:
    found = now("2019-03-31 01:30", make_session("a", "2019-03-31 03:30"))
    assert found.next is not None
    assert found.next.minutes == 60


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("10:40", "in 50 min  11:30 Title of b, Bob · 6 min walk, leave by 11:24"),
        ("11:23:59", "in 7 min  11:30 Title of b, Bob · 6 min walk, leave by 11:24"),
        ("11:24", "in 6 min  11:30 Title of b, Bob · 6 min walk, leave now"),
        ("2019-04-01 09:30", "in 24 h  Tue 2 Apr 09:30 Title of a, Alice"),
    ],
)
def test_what_comes_in_words(moment: str, line: str) -> None:
    found = now(moment, make_session("a", **ALICE), make_session("b", "11:30", **BOB))
    assert found.next is not None
    assert now_words.line(found.next, found.moment) == line


def test_without_a_room_and_with_a_title_of_ones_own() -> None:
    found = now("09:00", make_session("a"))
    assert found.next is not None
    assert now_words.line(found.next, found.moment, "Ti…") == "in 30 min  09:30 Ti…"

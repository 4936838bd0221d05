"""How things stand, as a list shows it."""

import pytest

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.now import current
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session, Walk
from summit_tui.tui.picks import picks_of
from summit_tui.tui.standing import ENDED, SOON, Entry, entries, why_nothing
from summit_tui.tui.team import team_of
from tests.agenda.team.people import colleague
from tests.factories import at, make_catalogue, make_session

DAY = (
    make_session("a", "09:00", room="Blue"),
    make_session("b", "10:00", room="Blue", duration=60),
    make_session("c", "11:30", room="Green"),
    make_session("d", "11:30", room="Blue"),
    make_session("e", "14:00", room="Green"),
    make_session("f", "2019-04-03 09:00"),
    make_session("g", "2019-04-03 11:00"),
)


def stand(
    moment: str,
    *more: Pick,
    others: tuple[Session, ...] = (),
    appointments: tuple[Session, ...] = (),
    asked: tuple[str, ...] = (),
    soon: tuple[Session, ...] = (),
) -> tuple[Entry, ...]:
    picks = {one.id: Pick(one.id) for one in DAY} | {pick.id: pick for pick in more}
    catalogue, agenda = make_catalogue(*DAY), Agenda("demo", picks)
    circumstances = Circumstances(Walking((Walk((), 6),)), appointments)
    now = current(catalogue, agenda, circumstances, at(moment))
    return entries(now, picks_of(agenda, catalogue, circumstances), others, asked, soon)


def told(found: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    return [(one.heading, one.id, one.beside) for one in found]


def test_a_moment_of_the_day() -> None:
    other = make_session("o", "10:15", duration=None)
    found = stand("10:20:30", others=(other, DAY[1]))
    assert told(found) == [
        ("On now", "b", "40 min left"),
        ("Next", "c", "in 1 h 10"),
        ("Next", "d", "in 1 h 10"),
        (ENDED, "a", ""),
        ("Later today", "e", "in 3 h 40"),
        ("Also on now", "o", ""),
    ]
    assert [one.way for one in found[1:3]] == ["6 min walk, leave by 11:24", ""]
    assert not found[1].pressing


def test_which_colleagues_are_there() -> None:
    agenda, catalogue = Agenda("demo", {"b": Pick("b")}), make_catalogue(*DAY)
    team = team_of([colleague("Ada", b="must", o="want"), colleague("Grace", b="maybe")])
    now = current(catalogue, agenda, Circumstances(), at("10:20"))
    other = make_session("o", "10:15")
    picks = picks_of(agenda, catalogue, team=team)
    assert [(one.id, one.going) for one in entries(now, picks, [other])] == [
        ("b", (("Ada", "must"), ("Grace", "maybe"))),
        ("o", (("Ada", "want"),)),
    ]


def test_when_it_is_time_to_leave() -> None:
    found = stand("11:25")
    assert (found[0].id, found[0].way, found[0].pressing) == ("c", "6 min walk, leave now", True)
    assert (found[1].id, found[1].pressing) == ("d", False)


def test_another_day_is_named() -> None:
    found = told(stand("20:00"))
    assert found[0] == ("Next, on Wednesday 3 April", "f", "in 13 h")
    assert found[-1] == ("Later on Wednesday 3 April", "g", "in 15 h")
    found = told(stand("2019-04-03 12:00"))
    assert found[0] == (ENDED, "g", "")
    assert found[-1] == (ENDED, "a", "Tue 2 Apr")


def test_what_i_spoke_of_since_i_came_stays_with_what_i_said() -> None:
    said = (Pick("a", attended=True), Pick("b", attended=False))
    assert [one.id for one in stand("11:00", *said) if one.heading == ENDED] == []
    found = [each for each in told(stand("11:00", *said, asked=("a", "b"))) if each[0] == ENDED]
    assert found == [(ENDED, "b", "missed"), (ENDED, "a", "attended")]


def test_what_else_is_on_is_on_where_nothing_of_mine_is() -> None:
    other = make_session("o", "11:10")
    assert ("On now", "o", "40 min left") in told(stand("11:15", others=(other,)))


def test_my_appointment_is_no_pick() -> None:
    mine = make_session("busy", "11:00", kind="appointment", duration=20)
    found = stand("11:10", appointments=(mine,))
    assert (found[0].id, found[0].beside, found[0].item) == ("busy", "10 min left", None)


def test_what_begins_next_stands_where_i_am_free_for_it() -> None:
    soon = (make_session("s", "13:30"), make_session("o", "14:00"), make_session("p", None))
    found = told(stand("13:10", soon=soon))
    assert [each for each in found if each[0] == SOON] == [(SOON, "s", "in 20 min")]
    assert SOON not in [heading for heading, *_ in told(stand("11:35", soon=soon))]  # I am in c


def test_what_begins_next_stands_where_nothing_of_mine_comes() -> None:
    soon = (make_session("s", "2019-04-03 11:30"), make_session("o", "2019-04-03 11:30"))
    assert not [each for each in told(stand("2019-04-02 12:00", soon=soon)) if each[1] in "so"]
    found = told(stand("2019-04-03 11:10", soon=soon))
    assert found[0][:2] == ("On now", "g")
    assert found[-2:] == [(SOON, "s", "in 20 min"), (SOON, "o", "in 20 min")]
    late = (make_session("s", "2019-04-03 23:59"), make_session("o", "2019-04-04 00:00"))
    found = told(stand("2019-04-03 23:30", soon=late))
    assert found[-2:] == [(SOON, "s", "in 29 min"), (SOON, "o", "in 30 min")]
    (first, *_) = (each for each in told(stand("2019-04-03 23:30", soon=soon[:0])))
    assert first[0] == ENDED


def test_what_clashes_is_told_until_it_is_over() -> None:
    clashes = {each.id: each.clash for each in stand("11:00") if each.clash}
    assert clashes == {"c": "! 45 min with Title of d", "d": "! 45 min with Title of c"}
    assert {each.clash for each in stand("13:00")} == {""}


@pytest.mark.parametrize(
    ("moment", "bounds", "begins"),
    [
        ("09:00", (None, None), "No session has a time yet."),
        ("08:00:30", ("09:00", "18:00"), "It begins in 1 h."),
        ("09:00", ("09:00", "18:00"), "Nothing is on at this moment"),
        ("18:00", ("09:00", "18:00"), "It is over."),
    ],
)
def test_why_nothing_stands(moment: str, bounds: tuple[str | None, ...], begins: str) -> None:
    empty = make_catalogue()
    now = current(empty, Agenda("demo"), Circumstances(), at(moment))
    first, last = (int(at(each).timestamp()) if each else None for each in bounds)
    assert why_nothing(now, first, last).startswith(begins)

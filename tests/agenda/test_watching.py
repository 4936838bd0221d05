"""When to be told of what comes."""

import pytest

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.now import Now, current
from summit_tui.agenda.walking import Walking
from summit_tui.agenda.watching import Told, due, mark, moment_for, seconds_to_next
from summit_tui.catalogue.model import Session, Walk
from tests.factories import at, make_catalogue, make_session

DAY = (
    make_session("a", "09:00", room="Amber"),
    make_session("b", "10:00", room="Slate"),
    make_session("c", "10:00", room="Blue"),
)


def standing(moment: str, *sessions: Session, walk: int = 0) -> Now:
    day = sessions or DAY
    agenda = Agenda("demo", {one.id: Pick(one.id) for one in day})
    circumstances = Circumstances(Walking([Walk((), walk)]))
    return current(make_catalogue(*day), agenda, circumstances, at(moment))


@pytest.mark.parametrize(
    ("moment", "walk", "ids"),
    [
        ("08:49", 0, []),
        ("08:50", 0, ["a"]),
        ("08:59", 0, ["a"]),
        ("09:00", 0, []),
        ("09:50", 0, ["b", "c"]),
        ("09:44", 15, []),
        ("09:45", 15, ["b", "c"]),
        ("12:00", 0, []),
    ],
)
def test_it_is_told_in_time_to_get_there(moment: str, walk: int, ids: list[str]) -> None:
    assert [each.session.id for each in due(standing(moment, walk=walk), 10, ())] == ids


def test_it_is_told_once_and_again_when_it_has_moved() -> None:
    now = standing("08:55", DAY[0])
    told = {mark(now.coming[0])}
    assert due(now, 10, told) == ()
    moved = standing("09:25", make_session("a", "09:30"))
    assert [each.session.id for each in due(moved, 10, told)] == ["a"]


def test_how_long_nothing_is_due() -> None:
    now = standing("08:30")
    assert seconds_to_next(now, 10, ()) == 20 * 60
    told = {mark(now.coming[0])}
    assert seconds_to_next(now, 10, told) == 80 * 60
    assert seconds_to_next(now, 10, {*map(mark, now.coming), Told("x", 0.0)}) is None


def test_the_hour_that_comes_twice_is_not_skipped() -> None:
    start = at("2019-10-27 02:10").replace(fold=1)
    now = standing("2019-10-27 01:00", Session("n", "N", start=start, duration=30))
    moment = moment_for(now.coming[0], 20)
    assert start.timestamp() - moment.timestamp() == 20 * 60

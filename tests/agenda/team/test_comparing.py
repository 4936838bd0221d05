"""Colleagues' agendas beside mine."""

from summit_tui.agenda.team.comparing import Clash, compare
from tests.agenda.team.people import person
from tests.factories import make_catalogue, make_session

CATALOGUE = make_catalogue(
    make_session("one", "09:00", duration=60),
    make_session("two", "09:30", duration=60),
    make_session("two-again", "09:30", duration=60, repeats="one"),
    make_session("later", "11:00"),
    make_session("gone", "11:00", status="cancelled"),
)


def test_who_picked_what_in_time_order() -> None:
    me = person("me", later="must", dropped="want")
    others = [person("Ana", later="maybe", one="want"), person("Bo", one="must")]
    rows = compare(me.agenda, others, CATALOGUE)
    assert [(row.item.id, row.kind, dict(row.wants)) for row in rows] == [
        ("one", "them", {"Ana": "want", "Bo": "must"}),
        ("later", "together", {"me": "must", "Ana": "maybe"}),
        ("dropped", "me", {"me": "want"}),
    ]
    assert rows[2].item.missing


def test_a_clash_is_where_we_are_apart() -> None:
    me = person("me", one="must")
    others = [person("Ana", two="want"), person("Bo", one="want", two="want")]
    rows = {row.item.id: row for row in compare(me.agenda, others, CATALOGUE)}
    assert rows["two"].clashes == (Clash("one", 30, ("Ana",)),)  # Bo also picked mine
    assert rows["one"].clashes == ()


def test_no_clash_with_another_run_nor_with_what_is_cancelled() -> None:
    me = person("me", one="must", later="must")
    rows = compare(me.agenda, [person("Ana", **{"two-again": "want", "gone": "want"})], CATALOGUE)
    assert [row.clashes for row in rows] == [(), (), (), ()]


def test_nothing_clashes_with_what_we_both_picked() -> None:
    both = person("me", one="must", two="must").agenda
    assert all(not row.clashes for row in compare(both, [person("Ana", two="want")], CATALOGUE))

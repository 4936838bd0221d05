"""Colleagues' agendas beside mine."""

from summit_tui.agenda.team.compare_words import runs_in_words
from summit_tui.agenda.team.comparing import Again, Clash, compare
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


def test_who_goes_to_another_run_is_named_beside_it() -> None:
    me = person("me", one="must")
    others = [
        person("Ana", **{"two-again": "want"}),
        person("Bo", **{"one": "want", "two-again": "want"}),
    ]
    rows = {row.item.id: row for row in compare(me.agenda, others, CATALOGUE)}
    assert rows["one"].again == (Again("two-again", ("Ana",)),)
    assert rows["two-again"].again == (Again("one", ("me",)),)
    assert (rows["one"].kind, rows["two-again"].kind) == ("together", "them")


def test_another_run_in_words() -> None:
    runs = (
        make_session("one", "09:00"),
        make_session("noon", "12:00", repeats="one"),
        make_session("next", "2019-04-03 09:00", repeats="one"),
        make_session("some", None, repeats="one"),
    )
    others = [person("Ana", noon="want"), person("Bo", noon="must", next="want", some="want")]
    catalogue = make_catalogue(*runs)
    (row, *_) = compare(person("me", one="want").agenda, others, catalogue)
    assert runs_in_words(row, catalogue) == [
        "Ana and Bo in the run of 12:00",
        "Bo in the run of Wed 3 Apr 09:00",
        "Bo in the run of an unknown time",
    ]


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

"""Why a wish is left out, because of whom, and what it would cost."""

from datetime import time

import pytest

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.planning.days import DayShape, LunchTime
from summit_tui.agenda.planning.plan import Plan, plan
from summit_tui.agenda.planning.reasons import cost_words
from summit_tui.agenda.planning.wishes import Asked
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session, Walk
from tests.factories import make_catalogue, make_session

BUSY = make_session("dentist", "10:00", title="Dentist", kind=APPOINTMENT)


def planned(
    wants: dict[str, str], *sessions: Session, asked: Asked | None = None, busy: bool = False
) -> Plan:
    agenda = Agenda("demo", {each: Pick(each, want) for each, want in wants.items()})
    around = Circumstances(Walking([Walk((), 6)]), (BUSY,) if busy else ())
    catalogue = make_catalogue(*sessions)
    return plan(catalogue, agenda, around, asked or Asked(), lambda: lambda: True)


A, B = make_session("a", "10:00", title="A"), make_session("b", "10:15", title="B")
NEAR = make_session("near", "10:45", title="Near", room="Blue")
FAR = make_session("far", "10:00", title="Far", room="Red")


@pytest.mark.parametrize(
    ("wants", "sessions", "reason", "because"),
    [
        ({"a": "must", "b": "want"}, (A, B), "clashes with ★ A (must)", ("a",)),
        (
            {"near": "must", "far": "want"},
            (NEAR, FAR),
            "is too far to walk from ★ Near (must)",
            ("near",),
        ),
        (
            {"a": "must", "c": "must", "b": "want"},
            (A, B, make_session("c", "10:45", title="C")),
            "clashes with ★ A (must) and ★ C (must)",
            ("a", "c"),
        ),
        (
            {"a": "must", "c": "must", "b": "want"},
            (
                A,
                B,
                make_session("c", "15:00", title="C"),
                make_session("b2", "15:00", title="B", repeats="b"),
            ),
            "clashes with ★ A (must); its other run at Tue 15:00 clashes with ★ C (must)",
            ("a", "c"),
        ),
        ({"x": "want"}, (make_session("x", status="cancelled"),), "cancelled", ()),
        ({"gone": "want"}, (A,), "no longer in the programme", ()),
    ],
)
def test_why_and_because_of_whom(
    wants: dict[str, str], sessions: tuple[Session, ...], reason: str, because: tuple[str, ...]
) -> None:
    (one,) = planned(wants, *sessions).left_out
    assert (one.reason, one.because) == (reason, because)


def test_my_appointments_are_named_and_make_it_impossible() -> None:
    (one,) = planned({"a": "must"}, A, busy=True).left_out
    assert (one.reason, one.because) == ("clashes with Dentist (my appointment)", ("dentist",))
    assert (one.possible, one.cost) == (False, None)


def test_the_most_of_a_day_and_lunch_are_reasons() -> None:
    later = make_session("later", "12:15", title="Later")
    asked = Asked(shape=DayShape(most=1))
    (one,) = planned({"a": "must", "later": "want"}, A, later, asked=asked).left_out
    assert (one.reason, one.because) == ("would be more than 1 that day", ("a",))
    asked = Asked(shape=DayShape(lunch=LunchTime(time(12), time(13), 45)))
    (one,) = planned({"later": "want"}, later, asked=asked).left_out
    assert one.reason == "leaves no time for lunch"


def test_the_cost_is_what_the_best_plan_with_it_lacks() -> None:
    long = make_session("long", "10:00", title="Long", duration=180)
    parts = [make_session(f"p{n}", f"1{n}:00", title=f"P{n}") for n in range(3)]
    wants = {"long": "want", "p0": "want", "p1": "want", "p2": "maybe"}
    (one,) = planned(wants, long, *parts).left_out
    assert one.cost is not None
    assert [wish.id for wish in one.cost.loses] == ["p0", "p1", "p2"]
    assert cost_words(one.cost) == "having it would cost ● P0, ● P1 and ○ P2"


def test_a_plan_b_for_each_slot_fits_with_all_else() -> None:
    late = make_session("late", "10:45", title="Late")
    found = planned({"a": "must", "b": "want", "far": "maybe", "late": "must"}, A, B, FAR, late)
    assert [each.session.id for each in found.chosen] == ["a", "late"]
    assert found.alternatives == {"a": ("far",), "late": ()}


def test_another_run_is_taken_where_the_picked_one_clashes() -> None:
    again = make_session("b2", "15:00", title="B", repeats="b")
    found = planned({"a": "must", "b": "want"}, A, B, again)
    assert [(each.session.id, each.instead_of) for each in found.chosen] == [
        ("a", None),
        ("b2", "b"),
    ]
    assert (found.left_out, found.optimal, found.counted("want")) == ((), True, 1)


def test_without_patience_there_is_a_plan_but_neither_costs_nor_plan_b() -> None:
    agenda = Agenda("demo", {each: Pick(each) for each in ("a", "b")})
    catalogue, around = make_catalogue(A, B), Circumstances()
    found = plan(catalogue, agenda, around, Asked(), lambda: lambda: False)
    (one,) = found.left_out
    assert (one.reason, one.cost, one.possible) == ("clashes with ● A (want)", None, None)
    assert found.alternatives == {"a": ()}

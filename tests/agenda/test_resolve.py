"""Picks joined with the sessions they mean."""

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.resolve import resolve, sessions_of
from tests.factories import at, make_catalogue, make_session

CATALOGUE = make_catalogue(
    make_session("late", "15:00"),
    make_session("early", "09:00"),
    make_session("unscheduled", None),
    make_session("unpicked", "10:00"),
)
PICKS = (
    Pick("early"),
    Pick("late", start="2019-04-02T08:00:00+02:00"),
    Pick("unscheduled", start="2019-04-02T08:00:00+02:00"),
    Pick("dropped", title="What it was", start="2019-04-02T10:00:00Z"),
    Pick("by-hand", start="2019-04-02 11:00"),
    Pick("nonsense", start="after lunch"),
)
AGENDA = Agenda("demo", {pick.id: pick for pick in PICKS})


def test_in_time_order_by_the_programme_then_by_memory() -> None:
    found = resolve(AGENDA, CATALOGUE)
    assert [(item.id, item.start) for item in found] == [
        ("early", at("09:00")),
        ("by-hand", at("11:00")),
        ("dropped", at("12:00")),
        ("late", at("15:00")),
        ("nonsense", None),
        ("unscheduled", None),
    ]


def test_a_pick_that_the_programme_dropped_is_missing_but_named() -> None:
    found = {item.id: item for item in resolve(AGENDA, CATALOGUE)}
    assert [each for each, item in found.items() if item.missing] == [
        "by-hand",
        "dropped",
        "nonsense",
    ]
    assert found["dropped"].title == "What it was"
    assert found["by-hand"].title == "by-hand"
    assert found["late"].title == "Title of late"
    assert found["late"].session is CATALOGUE.get("late")


def test_only_what_there_is_can_conflict() -> None:
    assert [each.id for each in sessions_of(AGENDA, CATALOGUE)] == ["early", "late", "unscheduled"]

"""What of my picks can be planned, and the instance it makes."""

from datetime import time

import pytest

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.planning.days import DayShape, LunchTime, read_lunch
from summit_tui.agenda.planning.instance import FIXED, FOUND, MAYBE, MUST, WANT
from summit_tui.agenda.planning.wishes import Asked, Wishes, wishes
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session, Walk
from tests.factories import at, make_catalogue, make_session


def wished(
    picks: dict[str, str], *sessions: Session, asked: Asked | None = None, walk: int = 0
) -> Wishes:
    agenda = Agenda("demo", {each: Pick(each, want) for each, want in picks.items()})
    around = Circumstances(Walking([Walk((), walk)]))
    return wishes(make_catalogue(*sessions), agenda, around, asked or Asked())


def test_every_run_is_a_candidate_as_much_wanted_as_the_pick() -> None:
    runs = (make_session("one"), make_session("again", "14:00", repeats="one"))
    found = wished({"again": "must"}, *runs)
    assert [(each.id, each.tier, each.group) for each in found.instance.candidates] == [
        ("one", MUST, "one"),
        ("again", MUST, "one"),
    ]
    assert [wish.id for wish in found.all] == ["again"]


def test_two_picked_runs_are_one_wish_as_much_as_the_most() -> None:
    runs = (make_session("one"), make_session("again", "14:00", repeats="one"))
    (wish,) = wished({"one": "maybe", "again": "want"}, *runs).all
    assert (wish.want, len(wish.picks)) == ("want", 2)


def test_what_cannot_be_planned_has_a_reason_of_its_own() -> None:
    sessions = (make_session("off", status="cancelled"), make_session("later", None))
    found = wished(dict.fromkeys(("off", "later", "gone"), "want"), *sessions)
    assert found.instance.candidates == ()
    said = {wish.id: [why for _, why in wish.barred] for wish in found.all}
    assert said == {"gone": [], "later": ["no time yet"], "off": ["cancelled"]}


@pytest.mark.parametrize(
    ("start", "why"),
    [("08:59", "begins before 09:00"), ("09:00", ""), ("17:15", ""), ("17:16", "ends after 18:00")],
)
def test_the_hours_of_a_day(start: str, why: str) -> None:
    asked = Asked(shape=DayShape(start=time(9), end=time(18)))
    (wish,) = wished({"one": "want"}, make_session("one", start), asked=asked).all
    assert [said for _, said in wish.barred] == ([why] if why else [])


def test_what_a_query_adds_comes_after_every_pick_the_best_first() -> None:
    sessions = [make_session(each, f"1{n}:00") for n, each in enumerate(("a", "b", "c"))]
    found = wished({"a": "maybe"}, *sessions, asked=Asked(("c", "b", "a"), ranked=True))
    tiers = {each.id: (each.tier, each.points) for each in found.instance.candidates}
    assert tiers == {"a": (MAYBE, 0), "b": (FOUND, 1), "c": (FOUND, 2)}


def test_kept_is_fixed_even_outside_the_hours_and_avoided_is_none() -> None:
    shape = DayShape(start=time(12))
    asked = Asked(keep=frozenset("a"), avoid=frozenset("b"), shape=shape)
    found = wished({"b": "want"}, make_session("a"), make_session("b", "13:00"), asked=asked)
    assert [(each.id, each.tier) for each in found.instance.candidates] == [("a", FIXED)]


def test_ways_lengths_and_days() -> None:
    sessions = (
        make_session("a", room="Red", duration=None),
        make_session("b", "11:00", room="Blue"),
        make_session("c", "2019-04-03 01:00", day=at("12:00").date()),
        make_session("d", "2019-04-03 10:00"),
    )
    instance = wished(dict.fromkeys("abcd", "want"), *sessions, walk=6).instance
    assert instance.walks == ((0, 6), (6, 0))
    assert [each.place for each in instance.candidates] == [1, 0, None, None]
    assert instance.candidates[0].end - instance.candidates[0].start == 45 * 60
    days = [each.day for each in instance.candidates]
    assert [day - days[0] for day in days] == [0, 0, 0, 1]
    assert {each.tier for each in instance.candidates} == {WANT}


def test_lunch_is_on_every_day_with_something_to_see() -> None:
    asked = Asked(shape=DayShape(lunch=LunchTime(time(12), time(14), 45)))
    sessions = (make_session("a"), make_session("b", "2019-04-03 10:00"))
    lunches = wished({"a": "want", "b": "want"}, *sessions, asked=asked).instance.lunches
    noons = [int(at(f"2019-04-0{day} 12:00").timestamp()) for day in (2, 3)]
    assert [(each.start, each.end, each.minutes) for each in lunches] == [
        (noon, noon + 7200, 45) for noon in noons
    ]


@pytest.mark.parametrize("text", ["noon", "12", "12-14/x", "14-12", "12:00-12:30/45", "12-13-14"])
def test_no_lunch(text: str) -> None:
    with pytest.raises(ValueError, match="write 12:00-14:00/45"):
        read_lunch(text)


def test_lunch_as_typed() -> None:
    assert read_lunch("12-14") == read_lunch("12:00-14:00/45") == LunchTime(time(12), time(14), 45)


def test_what_one_drops_into_is_not_to_be_decided() -> None:
    open_, talk = make_session("open", kind="expo", duration=600), make_session("talk")
    asked = Asked(found=("open", "talk"), keep=frozenset({"open"}))
    found = wished({"open": "must"}, open_, talk, asked=asked)
    assert [wish.id for wish in found.all] == ["talk"]
    assert [each.id for each in found.instance.candidates] == ["talk"]


def test_what_is_over_is_decided_while_the_event_goes_on() -> None:
    morning, again = make_session("m", "09:00"), make_session("m2", "15:00", repeats="m")
    other, later = make_session("o", "09:00"), make_session("l", "14:00")
    programme = (morning, again, other, later)
    picks = {"m": "must", "o": "want", "l": "want"}

    def at_noon(agenda: Agenda, moment: str = "12:00") -> list[str]:
        catalogue = make_catalogue(*programme)
        found = wishes(catalogue, agenda, Circumstances(), Asked(now=at(moment)))
        return [run.id for wish in found.all for run in wish.runs]

    agenda = Agenda("demo", {each: Pick(each, want) for each, want in picks.items()})
    assert at_noon(agenda) == ["l"]
    assert at_noon(agenda, "08:00") == ["m", "m2", "l", "o"]
    assert at_noon(agenda, "2019-04-03 08:00") == ["m", "m2", "l", "o"]
    missed = agenda.updated({"m": Pick("m", "must", attended=False)})
    assert at_noon(missed) == ["m2", "l"]

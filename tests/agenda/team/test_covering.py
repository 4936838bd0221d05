"""The plan of a team: what is seen, by whom, why, and what goes unseen."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.model import WANTS, Agenda, Pick
from summit_tui.agenda.team.colleagues import Person
from summit_tui.agenda.team.covering import Cover, cover
from summit_tui.agenda.team.displacing import meet
from summit_tui.agenda.team.wishes import span_of, wishes
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Catalogue, Session, Walk
from tests.agenda.team.people import person
from tests.factories import make_catalogue, make_session

ONE = make_session("one", "09:00", duration=60)
TWO = make_session("two", "09:30", duration=60)
THREE = make_session("three", "09:45", duration=60)
LATER = make_session("later", "11:00")
GONE = make_session("gone", "12:00", status="cancelled")
UNTIMED = make_session("untimed", None)
CATALOGUE = make_catalogue(ONE, TWO, THREE, LATER, GONE, UNTIMED)


def goes(plan: Cover) -> dict[str, str]:
    """Return who goes to each session."""
    return {
        visit.session.id: "+".join(plan.team[row].name for row in visit.goes)
        for visit in plan.visits
    }


def test_everybody_goes_where_the_team_sees_most_and_they_want_to_be() -> None:
    plan = cover(
        [
            person("me", one="must", two="maybe", later="want"),
            person("Ana", two="want", later="must"),
        ],
        CATALOGUE,
    )
    assert goes(plan) == {"one": "me", "two": "Ana", "later": "me+Ana"}
    assert [visit.elsewhere for visit in plan.visits] == [(), ((0, "one"),), ()]
    assert plan.unseen == ()
    assert plan.proved
    assert plan.shared_at_best


def test_nobody_is_sent_where_one_drops_in() -> None:
    open_ = make_session("open", "08:00", kind="expo", duration=600)
    team = [person("me", open="must", one="maybe"), person("Ana", open="must")]
    plan = cover(team, make_catalogue(open_, ONE))
    assert (goes(plan), plan.unseen) == ({"one": "me"}, ())


def test_what_goes_unseen_says_who_is_where_and_what_it_would_cost() -> None:
    team = [person("me", one="must", two="want"), person("Ana", one="maybe", three="maybe")]
    plan = cover([*team[:1]], CATALOGUE)
    assert goes(plan) == {"one": "me"}
    (unseen,) = plan.unseen
    assert (unseen.wish.id, unseen.meanwhile, unseen.instead) == ("two", (("one", (0,)),), ("one",))
    plan = cover(team, CATALOGUE)
    assert goes(plan) == {"one": "me", "two": "Ana"}
    (unseen,) = plan.unseen
    assert unseen.wish.id == "three"
    assert unseen.instead == ("two",)


def test_what_nobody_can_see_comes_after_what_is_wanted_more() -> None:
    plan = cover([person("me", gone="maybe", untimed="must", dropped="want")], CATALOGUE)
    assert [each.wish.id for each in plan.unseen] == ["untimed", "dropped", "gone"]
    assert all(not each.wish.runs and not each.instead for each in plan.unseen)


RERUN = make_session("rerun", "14:00", duration=60, repeats="two")
ELSEWHEN = make_session("elsewhen", "2019-04-03 14:00", duration=60, repeats="two")


def test_any_run_grants_a_wish_on_a_day_that_the_team_is_there() -> None:
    catalogue = make_catalogue(ONE, TWO, RERUN, ELSEWHEN)
    me = person("me", one="must", two="must")
    assert goes(cover([me], catalogue)) == {"one": "me", "rerun": "me"}
    catalogue_of_two_days = make_catalogue(ONE, TWO, ELSEWHEN)
    assert len(goes(cover([me], catalogue_of_two_days))) == 1
    there = person("Ana", elsewhen="maybe")
    assert goes(cover([me, there], catalogue_of_two_days)) == {
        "one": "me",
        "two": "Ana",
        "elsewhen": "me",
    }
    (wish, _) = wishes([person("me", rerun="must", one="want")], catalogue)[::-1]
    assert wish.id == "two"


def test_who_missed_it_goes_to_another_run() -> None:
    early = make_session("early", "14:30", duration=60)
    catalogue = make_catalogue(ONE, TWO, RERUN, early, make_session("rest", "14:00", duration=30))
    plan = cover(
        [
            person("me", one="must", two="must", rest="want"),
            person("Ana", two="must", early="must"),
        ],
        catalogue,
    )
    assert plan.unseen == ()
    assert goes(plan)["two"] == "Ana"
    free = make_catalogue(ONE, TWO, make_session("again", "16:00", repeats="two"))
    team = [person("me", one="must", two="must"), person("Ana", two="must", one="maybe")]
    assert goes(cover(team, free))["again"] == "me"


def test_nobody_is_sent_to_another_run_out_of_what_they_go_to() -> None:
    late = make_session("late", "16:15")
    catalogue = make_catalogue(ONE, TWO, make_session("again", "16:00", repeats="two"), late)
    team = [person("me", one="must", two="want", late="must"), person("Ana", two="must")]
    assert goes(cover(team, catalogue)) == {"one": "me", "two": "Ana", "late": "me"}


def test_ways_that_are_too_long_and_my_appointments_are_told() -> None:
    first = make_session("first", "09:00", duration=60, room="Amber")
    then = make_session("then", "10:05", duration=60, room="Slate")
    busy = make_session("busy", "10:30", duration=15, kind=APPOINTMENT)
    team = [person("Ana", first="must"), person("me", first="want", then="want")]
    catalogue = make_catalogue(first, then)
    assert not any(visit.clashes for visit in cover(team, catalogue).visits)
    circumstances = Circumstances(
        Walking([Walk(("Amber", "Slate"), 8)], [("Amber", None), ("Slate", None)]), (busy,)
    )
    one, other = cover(team, catalogue, circumstances).visits
    assert one.clashes == ((1, Conflict("then", 3, walk=8)),)
    assert other.clashes == ((1, Conflict("first", 3, walk=8)), (1, Conflict("busy", 15)))


def overlap(one: Session, other: Session) -> bool:
    return meet(span_of(one), span_of(other))


SESSIONS = ["a", "b", "c", "d", "e"]
CATALOGUES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 4)), min_size=5, max_size=5).map(
    lambda times: make_catalogue(
        *(
            make_session(each, f"{9 + start // 4:02}:{start % 4 * 15:02}", duration=length * 15)
            for each, (start, length) in zip(SESSIONS, times, strict=True)
        )
    )
)
TEAMS = st.lists(
    st.dictionaries(st.sampled_from(SESSIONS), st.sampled_from(WANTS)), min_size=1, max_size=3
).map(
    lambda found: [
        Person(str(row), Agenda("demo", {each: Pick(each, want) for each, want in wants.items()}))
        for row, wants in enumerate(found)
    ]
)


@given(TEAMS, CATALOGUES)
def test_a_plan_can_be_carried_out_and_leaves_no_wish_out(
    team: list[Person], catalogue: Catalogue
) -> None:
    plan = cover(team, catalogue)
    for row in range(len(team)):
        mine = [visit.session for visit in plan.visits if row in visit.goes]
        assert not any(overlap(one, other) for one, other in combinations(mine, 2))
    told = [*(visit.wish.id for visit in plan.visits), *(each.wish.id for each in plan.unseen)]
    assert sorted(told) == sorted({each for person in team for each in person.agenda.picks})
    for visit in plan.visits:
        assert visit.goes
        assert not visit.clashes
        for row, at in visit.elsewhere:
            there = next(each for each in plan.visits if each.session.id == at)
            assert row in there.goes
            assert overlap(there.session, visit.session)
    for each in plan.unseen:
        assert each.instead
        assert len({row for _, rows in each.meanwhile for row in rows}) == len(team)
        assert cover(team, catalogue) == plan

"""The case for going."""

from summit_tui.agenda.case import Case, Day, case_for
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.model import Session, Speaker
from tests.factories import at, make_catalogue, make_session


def case(*sessions: Session, **wants: str) -> Case:
    picks = {one.id: Pick(one.id, wants.get(one.id, "want")) for one in sessions}
    return case_for(Agenda("demo", picks), make_catalogue(*sessions))


def ids(sessions: tuple[Session, ...]) -> list[str]:
    return [session.id for session in sessions]


def test_of_two_at_once_the_one_wanted_more_counts() -> None:
    found = case(make_session("a"), make_session("b", "09:45"), b="must")
    assert (ids(found.sessions), ids(found.instead)) == (["b"], ["a"])
    assert (ids(found.wanted("must")), ids(found.wanted("want"))) == (["b"], [])


def test_of_two_wanted_as_much_the_earlier_counts() -> None:
    found = case(make_session("z"), make_session("a", "09:45"))
    assert (ids(found.sessions), ids(found.instead)) == (["z"], ["a"])


def test_a_repeated_session_counts_once_in_the_run_that_fits() -> None:
    first, again = make_session("one"), make_session("two", "14:00", repeats="one")
    assert ids(case(first, again).sessions) == ["one"]
    found = case(first, again, make_session("other"), other="must")
    assert (ids(found.sessions), ids(found.instead)) == (["other", "two"], [])


def test_lunch_and_what_is_cancelled_make_no_case() -> None:
    found = case(make_session("a", kind="meal"), make_session("b", status="cancelled"))
    assert (found.sessions, found.instead, found.days) == ((), (), ())


def test_the_days_it_takes() -> None:
    found = case(
        make_session("a", "2019-04-03 23:30", duration=60),
        make_session("b", "14:00"),
        make_session("c", "09:00"),
        make_session("d", None),
    )
    assert [session.id for session in found.sessions] == ["c", "b", "a", "d"]
    assert found.days == (
        Day(at("09:00").date(), at("09:00"), at("14:45")),
        Day(at("2019-04-03 09:00").date(), at("2019-04-03 23:30"), at("2019-04-04 00:30")),
    )


def test_a_day_on_which_clocks_go_back_begins_and_ends_in_real_time() -> None:
    night = make_session("a", "2019-10-27 01:30", duration=100)
    found = case(night, make_session("b", "2019-10-27 00:00"))
    assert found.days[0].start == at("2019-10-27 00:00")
    assert (found.days[0].end.hour, found.days[0].end.minute, found.days[0].end.fold) == (2, 10, 1)


def test_the_hour_that_comes_twice_is_the_later_end_the_second_time() -> None:
    again = make_session("b", "2019-10-27 00:40", duration=150, day=at("2019-10-26 09:00").date())
    first = make_session("a", "2019-10-27 01:00", duration=95, day=again.day, kind="expo")
    (day,) = Case(make_catalogue(), (again, first), (), {}).days
    assert (f"{day.start:%H:%M}", f"{day.end:%H:%M}", day.end.fold) == ("00:40", "02:10", 1)


def test_each_speaker_counts_once() -> None:
    ada = Speaker("Ada")
    found = case(make_session("a", speakers=(ada,)), make_session("b", "11:00", speakers=(ada,)))
    assert found.speakers == (ada,)

"""What a team wants to see, each session once."""

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.team.colleagues import Person
from summit_tui.agenda.team.wishes import Wish, span_of, wishes
from tests.factories import make_catalogue, make_session

DAY = "2019-04-02"
CATALOGUE = make_catalogue(
    make_session("talk", f"{DAY} 10:00"),
    make_session("again", f"{DAY} 14:00", repeats="talk"),
    make_session("far", "2019-04-05 10:00", repeats="talk"),
    make_session("stand", f"{DAY} 09:00", kind="expo", duration=500),
    make_session("gone", f"{DAY} 11:00", title="Called off", status="cancelled"),
    make_session("early", f"{DAY} 08:00"),
)


def person(name: str, **wants: str) -> Person:
    return Person(name, Agenda("demo", {each: Pick(each, want) for each, want in wants.items()}))


def found(*team: Person) -> dict[str, Wish]:
    return {wish.id: wish for wish in wishes(team, CATALOGUE)}


def test_the_runs_of_a_session_are_one_wish_on_days_that_somebody_comes() -> None:
    wish = found(person("me", again="maybe"), person("Ana"), person("Bo", talk="want"))["talk"]
    assert [run.id for run in wish.runs] == ["talk", "again"]
    assert wish.wants == ("maybe", None, "want")
    assert (wish.want, wish.wanting()) == ("want", (0, 2))


def test_of_two_runs_the_stronger_want_counts() -> None:
    assert found(person("me", again="must", talk="maybe"))["talk"].wants == ("must",)
    assert found(person("me", again="maybe", talk="must"))["talk"].wants == ("must",)


def test_what_cannot_be_seen_is_a_wish_without_runs_and_comes_last() -> None:
    team = person("me", gone="must", vanished="want", talk="want", early="want", stand="must")
    listed = wishes([team], CATALOGUE)
    assert [each.id for each in listed] == ["early", "talk", "gone", "vanished"]
    assert [each.title for each in listed[2:]] == ["Called off", "vanished"]
    assert [len(each.runs) for each in listed] == [1, 2, 0, 0]


def test_a_moment_lies_in_what_is_on_and_not_beside_it() -> None:
    talk = span_of(make_session("a", "10:00", duration=60))
    for start, within in (("10:00", False), ("10:30", True), ("11:00", False)):
        moment = span_of(make_session("b", start, duration=0))
        assert (moment[0] < talk[1] and talk[0] < moment[1]) == within

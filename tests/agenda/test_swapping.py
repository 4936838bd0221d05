"""What could be seen instead of a session."""

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.swapping import Swaps, swaps
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session, Walk
from tests.factories import make_session

FULL = make_session("full", "10:00", title="Lambda", tracks=("Serverless",), room="A")


def swapped(*others: Session, walk: int = 0, **wants: str) -> Swaps:
    programme = (FULL, *others)
    agenda = Agenda("demo", {each: Pick(each, want) for each, want in wants.items()})
    mine = [one for one in programme if one.id in wants]
    return swaps(FULL, programme, agenda, mine, Circumstances(Walking([Walk((), walk)])))


def ids(found: Swaps) -> list[str]:
    return [each.session.id for each in found.others]


def test_only_what_is_on_at_that_time_is_offered() -> None:
    found = swapped(
        make_session("before", "09:15"),
        make_session("after", "10:45"),
        make_session("within", "10:10", duration=10),
        make_session("around", "09:00", duration=300),
        make_session("gone", "10:00", status="cancelled"),
        make_session("someday", None),
        full="want",
    )
    assert sorted(ids(found)) == ["around", "within"]
    assert found.runs == ()


def test_where_one_drops_in_is_no_answer() -> None:
    open_ = make_session("open", kind="expo", duration=600)
    found = swaps(make_session("a"), [open_], Agenda("demo"), [], Circumstances())
    assert found.others == ()


def test_further_runs_are_told_apart_with_what_they_clash_with() -> None:
    again = make_session("again", "14:00", repeats="full")
    other = make_session("other", "14:30")
    found = swapped(again, other, full="must", other="want")
    (run,) = found.runs
    assert run.session is again
    assert [clash.id for clash in run.conflicts] == ["other"]
    assert found.others == ()


def test_what_fits_comes_first_then_what_i_want_then_what_is_alike_then_the_nearest() -> None:
    found = swapped(
        make_session("clashes", "10:00", duration=120),
        make_session("far", "10:00", title="X", room="B"),
        make_session("near", "10:00", title="X", room="A"),
        make_session("alike", "10:00", title="X", tracks=("Serverless",), room="B"),
        make_session("maybe", "10:00", title="X", room="B"),
        make_session("later", "11:00", room="B"),
        walk=1,
        full="must",
        maybe="maybe",
        later="want",
    )
    assert ids(found) == ["maybe", "alike", "near", "far", "clashes"]
    assert [bool(each.conflicts) for each in found.others] == [False] * 4 + [True]
    assert [each.walk for each in found.others] == [1, 1, 0, 1, 0]
    assert found.others[0].want == "maybe"


def test_what_is_too_far_does_not_fit() -> None:
    before = make_session("before", "09:15", room="A")
    found = swapped(
        before, make_session("b", "10:00", room="B"), walk=1, full="want", before="want"
    )
    (only,) = found.others
    assert only.conflicts[0].too_tight

"""What a team sees at best, against trying every choice of runs and every set of wishes."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.model import WANTS
from summit_tui.agenda.team.seeing import Seeing, most_seen
from summit_tui.agenda.team.wishes import Wish, span_of
from summit_tui.catalogue.model import Session
from tests.agenda.team.test_lanes import fits
from tests.factories import make_session

RUNS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4)), min_size=1, max_size=3)
WISHED = st.lists(st.sampled_from([*WANTS, None]), min_size=3, max_size=3).filter(any)


def run(number: int, start: int, length: int) -> Session:
    """Return a run that begins so many quarters of an hour after nine, and lasts so many."""
    moment = f"{9 + start // 4:02}:{start % 4 * 15:02}"
    return make_session(f"s{number}", moment, duration=length * 15)


def wish(number: int, times: list[tuple[int, int]], wants: list[str | None]) -> Wish:
    runs = tuple(run(number, start, length) for start, length in sorted(times))
    return Wish(f"s{number}", f"Title {number}", runs, tuple(wants))


WISHES = st.lists(st.tuples(RUNS, WISHED), max_size=4).map(
    lambda found: [wish(number, *each) for number, each in enumerate(found)]
)


def missed(wishes: list[Wish], seen: set[int]) -> list[int]:
    """Return how many musts, wants and maybes go unseen."""
    gone = [each.want for row, each in enumerate(wishes) if row not in seen]
    return [gone.count(want) for want in WANTS]


def at_best(wishes: list[Wish], people: int) -> list[int]:
    """Return the fewest that can go unseen, found by trying."""
    rows = range(len(wishes))
    return min(
        missed(wishes, set(some))
        for runs in product(*(each.runs for each in wishes))
        for size in range(len(wishes) + 1)
        for some in combinations(rows, size)
        if fits([span_of(runs[row]) for row in some], people)
    )


@given(WISHES, st.integers(1, 3))
def test_nobody_does_better(wishes: list[Wish], people: int) -> None:
    seeing = most_seen(wishes, people)
    spans = [span_of(wishes[row].runs[seeing.runs[row]]) for row in seeing.seen]
    assert fits(spans, people)
    assert seeing.proved
    assert missed(wishes, set(seeing.seen)) == at_best(wishes, people)


def test_more_musts_beat_any_number_of_wants() -> None:
    wants = [wish(number, [(number, 1)], ["want", "want"]) for number in range(4)]
    must = wish(9, [(0, 4)], ["must", None])
    assert most_seen([must, *wants], 1).seen == {0}


def test_another_run_is_gone_to_where_there_is_room() -> None:
    wishes = [wish(0, [(0, 2), (8, 2)], ["want"]), wish(1, [(0, 2)], ["maybe"])]
    assert most_seen(wishes, 1) == Seeing((1, 0), frozenset({0, 1}), proved=True)


def test_what_was_not_looked_into_is_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    wishes = [wish(0, [(0, 2), (8, 2)], ["want"]), wish(1, [(0, 2)], ["want"])]
    monkeypatch.setattr("summit_tui.agenda.team.seeing._MOST_RUNS", 0)
    assert not most_seen(wishes, 1).proved

"""Who goes where, against trying every way to share sessions out."""

from collections.abc import Sequence
from itertools import chain, combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.model import WANTS
from summit_tui.agenda.team import assigning
from summit_tui.agenda.team.assigning import Errand, share
from summit_tui.agenda.team.lanes import Span
from tests.agenda.team.test_lanes import SPANS

PEOPLE = 3
WEIGHTS = {"must": 100, "want": 10, "maybe": 1}
ERRANDS = st.lists(
    st.tuples(SPANS, st.lists(st.sampled_from([*WANTS, None]), min_size=3, max_size=3)), max_size=4
).map(lambda found: [errand(span, wants) for span, wants in found])


def errand(span: Span, wants: Sequence[str | None]) -> Errand:
    """Return a session that weighs what the one gives it who wants it most."""
    weight = max([WEIGHTS[want] for want in wants if want], default=1)
    return Errand(span, tuple(wants), weight)


def suits(errands: list[Errand], goes: list[tuple[int, ...]]) -> list[int]:
    """Return what is seen weighs, how many see what they want themselves, and less the errands."""
    weight = sum(each.weight for each, there in zip(errands, goes, strict=True) if there)
    seen = [each.wants[row] for each, there in zip(errands, goes, strict=True) for row in there]
    return [weight, *(seen.count(want) for want in WANTS), -seen.count(None)]


def possible(errands: list[Errand], goes: list[tuple[int, ...]]) -> bool:
    for (one, here), (other, there) in combinations(zip(errands, goes, strict=True), 2):
        apart = one.span[1] <= other.span[0] or other.span[1] <= one.span[0]
        if not apart and set(here) & set(there):
            return False
    return True


GROUPS = list(chain.from_iterable(combinations(range(PEOPLE), size) for size in range(4)))


@given(ERRANDS)
def test_nothing_suits_better(errands: list[Errand]) -> None:
    sharing = share(errands, PEOPLE)
    assert possible(errands, list(sharing.goes))
    assert sharing.proved
    every = (list(goes) for goes in product(GROUPS, repeat=len(errands)))
    best = max(suits(errands, goes) for goes in every if possible(errands, goes))
    assert suits(errands, list(sharing.goes)) == best


def test_who_wants_it_goes() -> None:
    errands = [Errand((1, 3), ("maybe", "must")), Errand((2, 4), ("want", "want"))]
    assert share(errands, 2).goes == ((1,), (0,))


def test_of_two_that_weigh_the_same_the_one_is_seen_that_somebody_free_wants() -> None:
    mine, other = Errand((1, 3), ("must", None)), Errand((1, 3), (None, "must"))
    third = Errand((1, 3), (None, "must"))
    assert share([other, third, mine], 2).goes in {((1,), (), (0,)), ((), (1,), (0,))}


def test_several_go_together_and_nobody_for_nothing() -> None:
    errands = [Errand((1, 3), ("maybe", "must", None)), Errand((3, 4), (None, None, None))]
    assert share(errands, 3).goes == ((0, 1), (0,))


@given(ERRANDS)
def test_too_many_ways_still_lead_somewhere(errands: list[Errand]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assigning, "_FEWEST_WAYS", 2)
        patch.setattr(assigning, "_MOST_STEPS", 0)
        sharing = share(errands, PEOPLE)
    assert possible(errands, list(sharing.goes))
    exact = share(errands, PEOPLE)
    assert suits(errands, list(sharing.goes))[0] == suits(errands, list(exact.goes))[0]
    if sharing.proved:
        assert sharing == exact

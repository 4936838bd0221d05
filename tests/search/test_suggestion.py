import pytest

from summit_tui.search.context import Context
from summit_tui.search.programme import programme_of
from summit_tui.search.query import parse
from summit_tui.search.suggestion import suggestion
from tests.factories import at, make_catalogue, make_session

PROGRAMME = programme_of(
    make_catalogue(
        make_session("a", title="Karpenter and Keda"),
        make_session("b", "2019-04-03 10:00", title="Scaling treatments", room="UB2.147"),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("carpenter", "karpenter"),  # sounds like it
        ("carpenter keda", "karpenter keda"),
        ("carpenter horoscope", "karpenter"),
        ("carpenter day:1", "karpenter day:1"),
        ("carpenter day:2", None),  # that would find nothing either
        ("horoscope", None),
        # words that are places and days
        ("UB2.147", "room:UB2.147"),
        ("ub2.147 day:2", "day:2 room:UB2.147"),
        ("wednesday scaling", "scaling day:wednesday"),
        ("mercredi", "day:mercredi"),
        ("sunday", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_what_resembles_is_suggested(text: str, expected: str | None) -> None:
    found = suggestion(PROGRAMME, parse(text), Context(at("09:00")))
    assert (str(found) if found else None) == expected

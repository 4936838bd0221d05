import pytest

from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.search.context import Context
from summit_tui.search.programme import programme_of
from summit_tui.search.query import parse
from summit_tui.search.suggestion import as_conditions, suggestion
from tests.factories import at, make_catalogue, make_session

PROGRAMME = programme_of(
    make_catalogue(
        make_session("a", title="Karpenter and Keda", level=300, language="fr"),
        make_session("b", "2019-04-03 10:00", title="Scaling treatments", room="UB2.147"),
        make_session("c", title="Keda in an hour", kind="workshop", language="en", level=100),
        scale=DEFAULT_SCALE,
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
        # and levels, languages, kinds
        ("300", "level:300"),
        ("advanced karpenter", "karpenter level:advanced"),
        ("keda, in French 300-level", "keda, lang:French level:300"),
        ("Keda in English", "Keda lang:English"),
        ("keda workshops today", "keda kind:workshops day:today"),
        ("keda german today", "keda day:today"),  # none is in German
        ("scaling 300 tomorrow", "scaling day:tomorrow"),  # that is of no level
        ("horoscope french", None),
        ("de", None),  # a code of a language is any word
        ("xyz", None),
        ("", None),
    ],
)
def test_what_resembles_is_suggested(text: str, expected: str | None) -> None:
    found = suggestion(PROGRAMME, parse(text), Context(at("09:00")))
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("keda french", "keda lang:french"),
        ("keda", None),
        ("carpenter", None),  # that is a slip, and no name
    ],
)
def test_what_is_nowhere_may_be_the_name_of_a_value(text: str, expected: str | None) -> None:
    found = as_conditions(PROGRAMME, parse(text), Context(at("09:00")))
    assert (str(found) if found else None) == expected


def test_a_name_that_stands_somewhere_stays_a_word_where_that_will_do() -> None:
    programme = programme_of(
        make_catalogue(
            make_session("a", title="The French connection", level=300, language="fr"),
            make_session("b", title="Bread", level=300, language="fr"),
            scale=DEFAULT_SCALE,
        )
    )
    found = as_conditions(programme, parse("french advanced"), Context(at("09:00")))
    assert str(found) == "french level:advanced"

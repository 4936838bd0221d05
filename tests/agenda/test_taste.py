"""How alike sessions are to what one likes."""

from typing import Any

import pytest

from summit_tui.agenda.taste import Likeness, Taste, usual_words
from tests.factories import make_session

LIKED = make_session(
    "liked", title="Inside lambda functions", level=300, tracks=("Serverless",), tags=("queues",)
)
BEST = Taste([(LIKED, 1.0)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"tracks": ("Serverless",)}, {"level": 300}),
        ({"level": 300}, {}),
        ({"title": "Lambda"}, {}),
        ({"title": "Lambda functions"}, {"title": "Lambda"}),
        ({"tags": ("queues",)}, {"tags": ("buckets",)}),
        ({"tracks": ("Data", "Serverless")}, {"tracks": ("Data",)}),
        ({"subtitle": "of functions"}, {"subtitle": "of the"}),
    ],
)
def test_more_in_common_is_more_alike(one: dict[str, Any], other: dict[str, Any]) -> None:
    title = {"title": "Other"}
    more = BEST.of(make_session("one", **title | one))
    less = BEST.of(make_session("other", **title | other))
    assert 0 <= less.score < more.score < 1


def test_it_says_why() -> None:
    found = BEST.of(make_session("x", title="Queues for lambda", level=300, tracks=("Serverless",)))
    assert found.why == ("Serverless", "300", "lambda", "queues")
    assert BEST.of(make_session("x", title="The of and")) == Likeness(0.0)


def test_what_is_liked_more_counts_more() -> None:
    data = make_session("data", title="Lakes", tracks=("Data",))
    taste = Taste([(LIKED, 3.0), (data, 1.0)])
    of_lambda = taste.of(make_session("a", title="X", tracks=("Serverless",)))
    of_data = taste.of(make_session("b", title="X", tracks=("Data",)))
    assert of_lambda.score == pytest.approx(3 * of_data.score)


def test_words_that_the_programme_is_full_of_decide_nothing() -> None:
    programme = [make_session(f"s{n}", title=f"Lambda {n}x") for n in range(8)]
    taste = Taste([(LIKED, 1.0)], usual_words(programme))
    assert taste.of(make_session("x", title="Lambda")).score == 0
    assert taste.of(make_session("x", title="Functions")).why == ("functions",)
    assert usual_words(programme[:7]) == frozenset()
    assert "functions" not in usual_words([*programme, LIKED])


def test_without_likes_nothing_is_alike() -> None:
    assert Taste([]).of(LIKED) == Taste([(LIKED, 0.0)]).of(LIKED) == Likeness(0.0)

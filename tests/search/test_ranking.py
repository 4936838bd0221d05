import pytest

from summit_tui.catalogue.model import Speaker
from summit_tui.search.programme import programme_of
from summit_tui.search.ranking import Ranked, rank
from tests.factories import make_catalogue, make_session


def ranked(tokens: list[str], *titles: str, within: int | None = None) -> Ranked:
    sessions = [make_session(f"s{n}", f"{9 + n:02}:00", title=t) for n, t in enumerate(titles)]
    index = programme_of(make_catalogue(*sessions)).index
    return rank(index, tokens, index.facets.everything if within is None else within)


@pytest.mark.parametrize(
    ("tokens", "titles", "rows"),
    [
        # whole words before beginnings, beginnings before typing errors
        (["data"], ["Database tuning", "Data for all"], (1, 0)),
        (["kubernetes"], ["Kubernetse in anger", "Kubernetes"], (1,)),
        # a close beginning before a distant one
        (["serv"], ["Serverlessness", "Serve"], (1, 0)),
        # all words before some
        (["graph", "data"], ["Data", "Graph data", "Graph"], (1,)),
        # equals in programme order
        (["lambda"], ["Lambda one", "Lambda two"], (0, 1)),
        # stop words count only when there is nothing else
        (["the", "cloud"], ["The door", "A cloud"], (1,)),
        (["the"], ["The door", "A cloud"], (0,)),
        # written apart and together
        (["back", "end"], ["The backend", "The end"], (0,)),
        (["backend"], ["Back end for front end"], (0,)),
        # an error in the word still being typed
        (["kuebrn"], ["Kubernetes"], (0,)),
    ],
)
def test_the_better_match_comes_first(
    tokens: list[str], titles: list[str], rows: tuple[int, ...]
) -> None:
    assert ranked(tokens, *titles).rows == rows


def test_a_name_is_worth_less_than_a_title_and_more_than_an_abstract() -> None:
    index = programme_of(
        make_catalogue(
            make_session("a", "09:00", title="X", abstract="All about paris."),
            make_session("b", "10:00", title="Y", speakers=(Speaker("Paris Quartz"),)),
            make_session("c", "11:00", title="Paris"),
        )
    ).index
    assert rank(index, ["paris"], index.facets.everything).rows == (2, 1, 0)


def test_only_rows_within_are_found() -> None:
    assert ranked(["lambda"], "Lambda one", "Lambda two", within=0b10).rows == (1,)
    assert ranked(["lambda"], "Lambda one", within=0) == Ranked()


def test_half_of_the_words_is_not_what_was_meant() -> None:
    assert ranked(["lambda", "qqq"], "Lambda").rows == ()
    relaxed = ranked(["lambda", "deep", "qqq"], "Lambda deep dive")
    assert (relaxed.rows, relaxed.relaxed) == ((0,), True)


def test_no_words_find_nothing() -> None:
    assert ranked([], "Lambda") == Ranked()


def test_short_words_are_never_guessed() -> None:
    assert ranked(["cat"], "Cut the rope").rows == ()

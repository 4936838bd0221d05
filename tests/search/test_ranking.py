import pytest

from summit_tui.catalogue.model import Speaker
from summit_tui.search import ranking
from summit_tui.search.aliases import Aliases
from summit_tui.search.index import Index
from summit_tui.search.matching import Match, match_word
from summit_tui.search.programme import programme_of
from summit_tui.search.ranking import MOST_WORDS, Ranked, rank
from tests.factories import make_catalogue, make_session

ALIASES = Aliases(
    [
        ("k8s", "kubernetes"),
        ("ml", "machine learning"),
        ("iac", "infrastructure as code"),
    ]
)


def index_of(*titles: str) -> Index:
    sessions = [make_session(f"s{n}", f"{9 + n:02}:00", title=t) for n, t in enumerate(titles)]
    return programme_of(make_catalogue(*sessions)).index


def ranked(text: str, *titles: str, within: int | None = None) -> Ranked:
    index = index_of(*titles)
    rows = index.facets.everything if within is None else within
    return rank(index, tuple(text.split()), rows, ALIASES)


@pytest.mark.parametrize(
    ("text", "titles", "rows"),
    [
        # whole words before beginnings
        ("data", ["Database tuning", "Data for all"], (1, 0)),
        # a close beginning before a distant one
        ("serv", ["Serverlessness", "Serve"], (1, 0)),
        # a word that is there is not taken for another
        ("kubernetes", ["Kubernetse in anger", "Kubernetes"], (1,)),
        # the likelier slip first
        ("yeasr", ["One year on", "25 years"], (1, 0)),
        # a slip and an unfinished word compete
        ("comparta", ["Compact modelling", "A comparative study"], (1,)),
        ("kuebrn", ["Kubernetes"], (0,)),
        # all words before some, in any order
        ("graph data", ["Data", "Graph data", "Graph"], (1,)),
        ("data graph", ["Data", "Graph data", "Graph"], (1,)),
        # as one word before two apart, as two side by side too
        ("back end", ["The end of the way back", "A backend"], (1, 0)),
        ("open source", ["Opensource", "Open source", "Source, open"], (0, 1, 2)),
        # side by side before apart
        ("deep dive", ["A dive into the deep", "Lambda deep dive"], (1, 0)),
        # equals in programme order
        ("lambda", ["Lambda one", "Lambda two"], (0, 1)),
        # stop words decide only between equals, or when there is nothing else
        ("the cloud", ["The door", "A cloud", "Into the cloud"], (2, 1)),
        ("the", ["The door", "A cloud"], (0,)),
        # written apart and together
        ("back end", ["The backend", "The end"], (0,)),
        ("backend", ["Back end for front end"], (0,)),
        ("backe", ["Back end for front end"], (0,)),
        # other names for the same thing, both ways, behind the name itself
        ("k8s", ["Kubernetes", "K8s"], (1, 0)),
        ("kubernetes", ["K8s", "Kubernetes"], (1, 0)),
        ("ml", ["A learning machine", "Machine learning"], (1,)),
        ("machine learning", ["ML in anger", "Learning"], (0,)),
        ("infrastructure as code", ["IaC in anger"], (0,)),
        ("iac", ["Infrastructure as code"], (0,)),
        ("iac", ["Code as infrastructure"], ()),
    ],
)
def test_the_better_match_comes_first(text: str, titles: list[str], rows: tuple[int, ...]) -> None:
    assert ranked(text, *titles).rows == rows


def test_a_rare_word_decides_over_one_that_many_have() -> None:
    others = [make_session(f"c{n}", title=f"Cloud number {n}") for n in range(20)]
    index = programme_of(
        make_catalogue(
            *others,
            make_session("a", "21:00", title="Cloud", abstract="Told by an albatross."),
            make_session("b", "22:00", title="Albatross", abstract="Above the cloud."),
        )
    ).index
    for tokens in (("cloud", "albatross"), ("cloud", "albatross", "zzzqx")):
        assert rank(index, tokens, index.facets.everything, ALIASES).rows == (21, 20)


def test_a_name_is_worth_less_than_a_title_and_more_than_an_abstract() -> None:
    index = programme_of(
        make_catalogue(
            make_session("a", "09:00", title="X", abstract="All about paris."),
            make_session("b", "10:00", title="Y", speakers=(Speaker("Paris Quartz"),)),
            make_session("c", "11:00", title="Paris"),
            make_session("d", "12:00", title="Z", subtitle="A day in Paris"),
        )
    ).index
    assert rank(index, ("paris",), index.facets.everything, ALIASES).rows == (2, 1, 3, 0)


def test_a_word_in_one_abstract_may_be_a_slip_of_one_in_a_title() -> None:
    index = programme_of(
        make_catalogue(
            make_session("a", "09:00", title="Bases de données"),
            make_session("b", "10:00", title="Docker", abstract="Des conseils donnés par tous."),
        )
    ).index
    assert rank(index, ("donnes",), index.facets.everything, ALIASES).rows == (1, 0)


def test_a_word_that_leads_nowhere_is_read_otherwise() -> None:
    found = ranked("clouds kubernetes", "Clouds", "A cloud of Kubernetes", "The cloudy sky")
    assert found.rows == (1,)
    found = ranked("rusty kubernetes", "Rusty", "Rust and Kubernetes")
    assert (found.rows, found.relaxed) == ((1,), False)


def test_a_name_of_several_words_is_found_in_abstracts_too() -> None:
    abstract = "What machine learning is good for."
    index = programme_of(
        make_catalogue(
            make_session("a", title="Observability and machine rooms", abstract=abstract),
            make_session("b", "11:00", title="ML"),
        )
    ).index
    found = rank(index, ("ml",), index.facets.everything, ALIASES)
    assert found.rows == (1, 0)
    assert found.evidence.spans("a machine for machine learning") == ((14, 30),)


def test_a_slip_in_an_abstract_is_found_where_it_is_hardly_another_word() -> None:
    index = programme_of(
        make_catalogue(
            make_session("a", title="X", abstract="All about observability."),
            make_session("b", "11:00", title="Y", abstract="All about owls and beagles."),
        )
    ).index
    for typed, rows in {
        "observabilty": (0,),
        "begles": (),
        "baegles": (1,),  # two letters swapped
        "beagless": (1,),  # one doubled
        "olws": (),  # too short to be told from another word
    }.items():
        assert rank(index, (typed,), index.facets.everything, ALIASES).rows == rows


def test_other_names_are_worth_nearly_as_much() -> None:
    titles = ("Machine learning", "A tag")
    index = programme_of(
        make_catalogue(
            make_session("a", title=titles[0]),
            make_session("b", "11:00", title=titles[1], tags=("ml",)),
        )
    ).index
    assert rank(index, ("ml",), index.facets.everything, ALIASES).rows == (0, 1)


def test_a_slip_of_a_small_word_decides_nothing() -> None:
    found = ranked("teh cloud", "The door", "A cloud", "Into the cloud")
    assert (found.rows, found.relaxed) == ((1, 2), False)


def test_what_was_meant_is_searched_like_that_word() -> None:
    titles = ("Kubernetesque", "K8s", "Kubernetes", "Owls")
    assert ranked("kuberntes", *titles).rows == (2, 1, 0)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ueberwachung", "Überwachung für alle"),
        ("licenses", "A license to print"),
        ("virtualisation", "Virtualization"),
        ("organize", "How to organise"),
        ("301", "Functions"),
        ("open street map", "OpenStreetMap for owls"),
    ],
)
def test_other_spellings_are_the_same_word(text: str, title: str) -> None:
    sessions = [make_session("a", title=title, code="SVS301"), make_session("b", "11:00")]
    index = programme_of(make_catalogue(*sessions)).index
    found = rank(index, tuple(text.split()), index.facets.everything, ALIASES)
    assert (found.rows, found.readings) == ((0,), ())


def test_only_rows_within_are_found() -> None:
    assert ranked("lambda", "Lambda one", "Lambda two", within=0b10).rows == (1,)
    assert ranked("lambda", "Lambda one", within=0) == Ranked()


def test_some_of_the_words_are_enough_and_that_is_said() -> None:
    found = ranked("lambda deep qqq", "Lambda deep dive", "Lambda")
    assert (found.rows, found.relaxed, found.missing) == ((0,), True, ("qqq",))
    found = ranked("lambda qqq", "Lambda", "Deep")
    assert (found.rows, found.relaxed, found.missing) == ((0,), True, ("qqq",))


@pytest.mark.parametrize("text", ["lambda qqq zzz", "lamdba qqq", "qqq", "qqq zzz"])
def test_less_than_half_or_half_by_guesswork_is_nothing(text: str) -> None:
    assert ranked(text, "Lambda").rows == ()


def test_what_was_read_otherwise_is_told() -> None:
    assert ranked("kuberntes", "Kubernetes").readings == (("kuberntes", "kubernetes"),)
    assert ranked("kuebrn", "Kubernetes").readings == (("kuebrn", "kubern…"),)
    assert ranked("k8s", "Kubernetes").readings == (("k8s", "kubernetes"),)
    assert ranked("kubern", "Kubernetes").readings == ()


@pytest.mark.parametrize(
    ("text", "title", "marked"),
    [
        ("kubernetes", "Kubernetes, the hard way", ["Kubernetes"]),
        ("kube hard", "Kubernetes, the hard way", ["Kube", "hard"]),
        ("kuberntes", "Kubernetes, the hard way", ["Kubernetes"]),
        ("kuebrn", "Kubernetes, the hard way", ["Kubern"]),
        ("backend", "A back end", ["back end"]),
        ("back end", "A backend", ["backend"]),
        ("k8s", "Kubernetes", ["Kubernetes"]),
        ("ml", "Machine learning", ["Machine learning"]),
        ("machine learning", "ML", ["ML"]),
    ],
)
def test_the_evidence_is_what_answers_the_query(text: str, title: str, marked: list[str]) -> None:
    spans = ranked(text, title).evidence.spans(title)
    assert [title[start:end] for start, end in spans] == marked


def test_no_words_find_nothing() -> None:
    assert ranked("", "Lambda") == Ranked()


def test_a_text_is_read_as_far_as_a_query_goes() -> None:
    words = [f"word{letter}{other}" for letter in "abcdefgh" for other in "stuvwx"]
    assert len(words) > MOST_WORDS
    assert ranked(" ".join(words), " ".join(words[:MOST_WORDS])).rows == (0,)


def test_short_words_are_never_guessed() -> None:
    assert ranked("cat", "Cut the rope").rows == ()


def test_what_was_ranked_of_late_is_not_ranked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    index, matched = index_of("Lambda", "Data"), list[str]()

    def match(index: Index, token: str, aliases: Aliases, *, last: bool) -> Match:
        matched.append(token)
        return match_word(index, token, aliases, last=last)

    monkeypatch.setattr(ranking, "match_word", match)
    everything = index.facets.everything
    for tokens, within in ((("data",), everything), (("data",), 1), (("lambda",), everything)):
        first = rank(index, tokens, within, ALIASES)
        assert rank(index, tokens, within, ALIASES) is first
    assert matched == ["data", "data", "lambda"]
    other = index_of("Data")
    assert rank(other, ("data",), other.facets.everything, ALIASES).rows == (0,)

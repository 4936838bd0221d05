import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.model import Speaker
from summit_tui.search.evidence import AROUND, NOTHING, Evidence, Reason, reasons, snippets
from tests.factories import make_session

LAMBDA = Evidence(words={"lambda": "lamdba"}, beginnings={"serv": "serv"}, pairs={"backend": "x"})


@pytest.mark.parametrize(
    ("evidence", "text", "marked"),
    [
        (LAMBDA, "Lambda sous le capot", ["Lambda"]),
        (LAMBDA, "LAMBDA, lambda and lambdas", ["LAMBDA", "lambda"]),
        (LAMBDA, "A server serves", ["serv", "serv"]),
        (LAMBDA, "Un back-end", ["back-end"]),
        (LAMBDA, "nothing here", []),
        (LAMBDA, "", []),
        (Evidence(words={"aide": "aide"}), "À l’aide d'autrui", ["aide"]),
        (Evidence(words={"strasse": "strasse"}), "Die Straße", ["Straße"]),
        (Evidence(beginnings={"stra": "stra"}), "Die Straße", ["Straße"]),  # as far as it is known
        (Evidence(words={"入門": "入門"}), "クラウド入門編", ["入門"]),
        (Evidence(phrases={("deep", "dive"): "x"}), "Dive deep: a deep dive", ["deep dive"]),
        (NOTHING, "Lambda", []),
    ],
)
def test_what_was_found_is_marked(evidence: Evidence, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in evidence.spans(text)] == marked


def test_without_anything_to_mark_it_is_false() -> None:
    assert not NOTHING
    assert LAMBDA
    assert Evidence(phrases={("a",): "a"})


@given(st.text(max_size=60), st.sets(st.text(min_size=1, max_size=3), max_size=4))
def test_spans_are_sorted_disjoint_and_inside(text: str, beginnings: set[str]) -> None:
    spans = Evidence(beginnings=dict.fromkeys(beginnings, "x")).spans(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_reasons_name_the_field_the_words_and_what_they_answer() -> None:
    session = make_session(
        "a",
        title="Lambda",
        speakers=(Speaker("Jo Lambda"), Speaker("Other")),
        abstract="First some words that go before it all. " * 2 + "Then **lambda** and more.",
    )
    assert reasons(LAMBDA, session)[:2] == [
        Reason("title", "Lambda", ((0, 6),), ("lamdba",)),
        Reason("speaker", "Jo Lambda", ((3, 9),), ("lamdba",)),
    ]
    abstract = reasons(LAMBDA, session)[2]
    assert abstract.field == "abstract"
    assert [abstract.text[start:end] for start, end in abstract.marks] == ["lambda"]
    assert abstract.text.startswith("… ")
    assert len(reasons(LAMBDA, session)) == 3


def test_only_an_abstract_is_cut_to_the_words_around() -> None:
    long = "One of the many words of a title that goes on for long, then lambda, and goes on"
    session = make_session("a", title="Other", subtitle=long, tags=("lambda",), abstract="None.")
    told = [(each.field, each.text) for each in reasons(LAMBDA, session)]
    assert told == [("subtitle", long), ("tag", "lambda")]


def test_a_snippet_reaches_as_far_as_it_says() -> None:
    before, behind = "a" * (AROUND - 1), "b" * (AROUND - 1)
    assert snippets(LAMBDA, f"x {before} lambda {behind} y") == [f"… {before} lambda {behind} …"]
    assert snippets(LAMBDA, near := f"x {before[1:]} lambda {behind[1:]} y") == [near]


def test_each_word_that_only_an_abstract_has_is_shown_in_it() -> None:
    far = " and so on" * 20
    session = make_session("a", title="A server", abstract=f"Servers{far}, lambda{far}, back-end.")
    evidence = LAMBDA._replace(words={"lambda": "lamdba", "and": "and"})
    told = [each for each in reasons(evidence, session) if each.field == "abstract"]
    assert [each.typed for each in told] == [("serv", "and"), ("and", "lamdba"), ("and", "x")]
    title = make_session("a", title="Lambda", abstract=f"Servers{far}, lambda{far}.")
    assert [each.field for each in reasons(LAMBDA, title)] == ["title", "abstract"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lambda", "lambda"),
        ("no such word", None),
        ("a\nlambda\n\nb", "a lambda b"),
        ("x" * 50 + " lambda " + "y" * 50, "x" * 50 + " lambda " + "y" * 50),
        ("one two " * 20 + "lambda" + " three four" * 20, ...),
    ],
)
def test_a_snippet_is_the_words_around(text: str, expected: object) -> None:
    found = snippets(LAMBDA, text)
    if expected is ...:
        assert found[0].startswith("… ")
        assert found[0].endswith(" …")
        assert "lambda" in found[0]
        assert len(found[0]) < 90
    else:
        assert found == ([] if expected is None else [expected])

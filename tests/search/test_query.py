import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.text import clean_line
from summit_tui.search.query import FIELDS, Condition, Query, QueryError, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Query()),
        ("  serverless   lambda ", Query(words=("serverless", "lambda"))),
        ('"exact words" more', Query(words=("more",), phrases=("exact words",))),
        ('"not closed', Query(phrases=("not closed",))),
        ("level:300", Query(conditions=(Condition("level", ("300",)),))),
        ("level>=300", Query(conditions=(Condition("level", ("300",), ">="),))),
        ("LEVEL=300,400", Query(conditions=(Condition("level", ("300", "400")),))),
        ("-track:ai", Query(conditions=(Condition("track", ("ai",), negated=True),))),
        (
            'track:"Data & AI",security x',
            Query(words=("x",), conditions=(Condition("track", ("Data & AI", "security")),)),
        ),
        ("language:fr", Query(conditions=(Condition("lang", ("fr",)),))),
        ("-kubernetes", Query(excluded=("kubernetes",))),
        ('-"big data"', Query(excluded=("big data",))),
        ("after:14:00", Query(conditions=(Condition("after", ("14:00",)),))),
        # What only looks like a field stays words.
        ("Amplify: pas à pas", Query(words=("Amplify:", "pas", "à", "pas"))),
        ("14:00", Query(words=("14:00",))),
        ("https://example.org", Query(words=("https://example.org",))),
        ("std::vector", Query(words=("std::vector",))),
        ("-", Query()),
        ("a - b", Query(words=("a", "b"))),
    ],
)
def test_a_query_is_read(text: str, expected: Query) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "message", "hint"),
    [
        ("x levl:300", 2, 6, "no field 'levl'", "did you mean level?"),
        ("re:Invent", 0, 2, "no field 're'", "quote"),
        ("track:", 0, 6, "track: needs a value", "a track"),
        ("track>=ai", 0, 7, "track cannot be compared", "track:"),
    ],
)
def test_what_means_nothing_is_said_with_its_place(
    text: str, start: int, end: int, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.start, caught.value.end) == (start, end)
    assert message in caught.value.message
    assert hint in caught.value.hint


_WORD = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).map(clean_line)
_VALUE = (
    st.text(st.sampled_from("abcé3 ,:-"), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
_CONDITION = st.builds(
    Condition,
    st.sampled_from(sorted(FIELDS)),
    st.lists(_VALUE, min_size=1, max_size=3).map(tuple),
    st.just(":"),
    st.booleans(),
)
_QUERY = st.builds(
    Query,
    st.lists(_WORD, max_size=3).map(tuple),
    st.lists(_VALUE, max_size=2).map(tuple),
    st.lists(_WORD, max_size=2).map(tuple),
    st.lists(_CONDITION, max_size=3).map(tuple),
)


@given(_QUERY)
def test_a_query_prints_as_what_it_is_read_from(query: Query) -> None:
    assert parse(str(query)) == query


def outcome(text: str) -> Query | QueryError:
    try:
        return parse(text)
    except QueryError as error:
        return error


@given(st.text(st.sampled_from('ab:",-<>= \tlevetrack'), max_size=30) | st.text(max_size=60))
def test_any_text_is_read_or_explains_itself(text: str) -> None:
    read = outcome(text)
    if isinstance(read, QueryError):
        explained = read.message and 0 <= read.start <= read.end
        assert explained
    else:
        assert parse(str(read)) == read


def test_conditions_are_added_and_taken_away() -> None:
    query = parse("x level:300")
    assert query.where(Condition("room", ("A",))) == parse("x level:300 room:A")
    assert query.without("level") == parse("x")

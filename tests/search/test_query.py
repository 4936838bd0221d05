import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.text import clean_line
from summit_tui.search.query import (
    FIELDS,
    MAX_QUERY,
    Condition,
    Query,
    QueryError,
    parse,
    place_of,
)


def _is(field: str, *values: str) -> Condition:
    return Condition(field, values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Query()),
        ("  serverless   lambda ", Query(words=("serverless", "lambda"))),
        ('"exact words" more', Query(words=("more",), phrases=("exact words",))),
        ('"not closed', Query(phrases=("not closed",))),
        ("level:300", Query(conditions=(Condition("level", ("300",)),))),
        ("level>=300", Query(conditions=(Condition("level", ("300",), ">="),))),
        ("level:>=300", Query(conditions=(Condition("level", ("300",), ">="),))),
        ("level=>300", Query(conditions=(Condition("level", ("300",), ">="),))),
        ("day:<tue", Query(conditions=(Condition("day", ("tue",), "<"),))),
        ("LEVEL=300,400", Query(conditions=(Condition("level", ("300", "400")),))),
        ("-track:ai", Query(conditions=(Condition("track", ("ai",), negated=True),))),
        (
            'track:"Data & AI",security x',
            Query(words=("x",), conditions=(Condition("track", ("Data & AI", "security")),)),
        ),
        ("language:fr", Query(conditions=(Condition("lang", ("fr",)),))),
        ("-kubernetes", Query(excluded=("kubernetes",))),
        ("rust !kernel", Query(words=("rust",), excluded=("kernel",))),
        ("hello ! world!", Query(words=("hello", "!", "world!"))),
        ('-"big data"', Query(excluded=("big data",))),
        ("after:14:00", Query(conditions=(Condition("after", ("14:00",)),))),
        ("Salle:232 who:ada", Query(conditions=(_is("room", "232"), _is("speaker", "ada")))),
        ("track:,ai,,data,", Query(conditions=(_is("track", "ai", "data"),))),
        ('track:"a,b" -', Query(conditions=(_is("track", "a,b"),))),
        # saved searches
        ("@ai @Deep-dive x", Query(words=("x",), references=("ai", "Deep-dive"))),
        ("@ai @ai", Query(references=("ai",))),
        ('@ai"x"', Query(phrases=("x",), references=("ai",))),
        ("me@host", Query(words=("me@host",))),
        ("@ @work(delay=2) @a.b", Query(words=("@", "@work(delay=2)", "@a.b"))),
        ('"@ai" -"@ai"', Query(phrases=("@ai",), excluded=("@ai",))),
        # What only looks like a field stays words.
        ("Amplify: pas à pas", Query(words=("Amplify:", "pas", "à", "pas"))),
        ("Green code: less is more", Query(words=("Green", "code:", "less", "is", "more"))),
        ("code: less", Query(words=("code:", "less"))),
        ("green code:", Query(words=("green", "code:"))),
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
        (" id: -", 1, 4, "id: needs a value", "an id"),
        ("track>=ai", 0, 7, "track cannot be compared", "track:"),
        ('-track:""', 1, 7, "track: needs a value", "a track"),
        ("x -@ai", 3, 6, "a saved search cannot be excluded", "word by word"),
        ("@ai,data", 0, 8, "not joined by commas", "@one @two"),
        ("x" * 3000, MAX_QUERY, 3000, "too long", str(MAX_QUERY)),
        # Places are those of the text as typed: blanks and invisible signs count.
        ("  x   levl:300", 6, 10, "no field 'levl'", "did you mean level?"),
        ("x\u200b\t\u202elevl:300 ", 4, 8, "no field 'levl'", "did you mean level?"),
        ("e\u0301te\u0301 levl:3", 6, 10, "no field 'levl'", "did you mean level?"),
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


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('x track:ai,"big data" level>=300', [(8, 10), (12, 20), (29, 32)]),
        ("  track:  ", []),
        (" track:\u00adai,  data  day:2", [(8, 10), (23, 24)]),
        ("@one  @two", []),
    ],
)
def test_values_know_where_they_were_typed(text: str, places: list[tuple[int, int]]) -> None:
    query = outcome(text)
    if isinstance(query, QueryError):
        assert not places
        return
    found = [place_of(value)[:2] for each in query.conditions for value in each.values]
    assert found == places
    assert [place_of(name)[:2] for name in query.references] in ([], [(0, 4), (6, 10)])


def test_what_was_not_typed_has_no_place() -> None:
    assert place_of("ai") == (0, 0, "")
    assert Condition("track", ("ai",)) == parse("track:ai").conditions[0]


_WORD = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).map(clean_line)
_VALUE = (
    st.text(st.sampled_from("abcé3 ,:-=<>@+\u0338"), min_size=1)
    .map(clean_line)
    .filter(lambda text: text and not text.startswith("\u0338"))
)
_CONDITION = st.builds(
    Condition,
    st.sampled_from(sorted(FIELDS)),
    st.lists(_VALUE, min_size=1, max_size=3).map(tuple),
    st.just(":"),
    st.booleans(),
) | st.builds(
    Condition,
    st.sampled_from(("level", "day")),
    st.tuples(_VALUE),
    st.sampled_from((">=", "<=", ">", "<")),
    st.booleans(),
)
_NAME = st.from_regex(r"[a-z0-9é][a-z0-9_-]{0,5}", fullmatch=True)
_QUERY = st.builds(
    Query,
    st.lists(_WORD, max_size=3).map(tuple),
    st.lists(_VALUE, max_size=2).map(tuple),
    st.lists(_WORD | _VALUE, max_size=2).map(tuple),
    st.lists(_CONDITION, max_size=3).map(tuple),
    st.lists(_NAME, max_size=2, unique=True).map(tuple),
)


@given(_QUERY)
def test_a_query_prints_as_what_it_is_read_from(query: Query) -> None:
    assert parse(str(query)) == query


def outcome(text: str) -> Query | QueryError:
    try:
        return parse(text)
    except QueryError as error:
        return error


@given(st.text(st.sampled_from('ab:",-<>=@ \tlevetrack\u0338\u200b'), max_size=30) | st.text())
def test_any_text_is_read_or_explains_itself(text: str) -> None:
    read = outcome(text)
    if isinstance(read, QueryError):
        explained = read.message and read.hint and 0 <= read.start < read.end <= len(text)
        assert explained
    else:
        assert parse(str(read)) == read
        places = [place_of(value) for each in read.conditions for value in each.values]
        assert all(0 <= place.start < place.end <= len(text) for place in places)


_NAMES = st.text(st.sampled_from('abé3 ,:-"@!<=>'), min_size=1, max_size=8).map(clean_line)


@given(st.sampled_from(sorted(FIELDS)), st.lists(_NAMES.filter(str.strip), min_size=1, max_size=3))
def test_a_condition_made_of_any_names_reads_back(field: str, names: list[str]) -> None:
    printed = str(Query(conditions=(Condition(field, tuple(names)),)))
    read = outcome(printed)
    if isinstance(read, Query):
        assert not read.words
        assert {condition.field for condition in read.conditions} <= {field}


def test_conditions_are_added_and_taken_away() -> None:
    query = parse("x level:300")
    assert query.where(Condition("room", ("A",))) == parse("x level:300 room:A")
    assert query.without("level") == parse("x")


def test_only_the_empty_query_is_false() -> None:
    assert not parse(" - ")
    assert all(parse(text) for text in ("x", '"x"', "-x", "day:1", "@x"))

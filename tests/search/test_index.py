from summit_tui.catalogue.model import ASSUMED_MINUTES, Speaker
from summit_tui.catalogue.sections import Sections
from summit_tui.search.index import (
    ABSTRACT,
    CODE,
    NEVER,
    SPEAKER,
    TITLE,
    Index,
    sections_of,
)
from summit_tui.search.vocabulary import ROW_SHIFT, Vocabulary
from tests.factories import at, make_catalogue, make_session

INDEX = Index(
    Sections(
        sections_of(
            make_catalogue(
                make_session(
                    "a",
                    title="Back end",
                    code="SVS301",
                    speakers=(Speaker("Quartz"),),
                    abstract="Back to quartz and latency",
                ),
                make_session("b", None, title="Latency"),
            )
        )
    )
)


def fields(vocabulary: Vocabulary, word: str) -> list[tuple[int, int]]:
    number = vocabulary.number(word)
    found = [] if number is None else vocabulary.postings(range(number, number + 1))
    return [(posting >> ROW_SHIFT, posting & 255) for posting in found]


def test_a_word_knows_where_it_stands() -> None:
    assert fields(INDEX.head, "back") == [(0, TITLE | ABSTRACT)]
    assert fields(INDEX.head, "backend") == []
    assert fields(INDEX.pairs, "backend") == [(0, TITLE)]
    assert fields(INDEX.head, "svs301") == [(0, CODE)]
    assert fields(INDEX.head, "quartz") == [(0, SPEAKER | ABSTRACT)]


def test_an_abstract_adds_only_what_the_rest_does_not_say() -> None:
    assert fields(INDEX.text, "latency") == [(0, ABSTRACT)]
    assert fields(INDEX.head, "latency") == [(1, TITLE)]
    assert fields(INDEX.text, "quartz") == []


def test_an_end_is_assumed_only_where_the_programme_is_silent() -> None:
    lengths = (90, 0, None)
    sessions = [make_session(f"s{n}", duration=minutes) for n, minutes in enumerate(lengths)]
    index = Index(Sections(sections_of(make_catalogue(*sessions))))
    start = int(at("09:30").timestamp())
    assert [end - start for end in index.ends] == [90 * 60, 0, ASSUMED_MINUTES * 60]


def test_times_are_instants() -> None:
    start = int(at("09:30").timestamp())
    assert list(INDEX.starts) == [start, NEVER]
    assert list(INDEX.ends) == [start + 45 * 60, NEVER]
    assert INDEX.size == 2

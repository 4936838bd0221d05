from collections.abc import Iterator
from pathlib import Path

import pytest

from summit_tui.catalogue.model import Catalogue, Speaker
from summit_tui.search.programme import programme_of
from tests.factories import make_catalogue, make_session
from tests.quality import rivals
from tests.quality.rivals import Engine, line_of


@pytest.fixture
def catalogue() -> Catalogue:
    return make_catalogue(
        make_session("a", title="Serverless at night", tags=("aws",)),
        make_session("b", title="Été sans serveur", speakers=(Speaker("Ada Vega"),)),
        make_session("c", title="Serverless at night", tags=("aws",), abstract="umbrella"),
    )


@pytest.fixture
def engines(catalogue: Catalogue, tmp_path: Path) -> Iterator[list[Engine]]:
    with rivals.rivals(catalogue, tmp_path) as others:
        yield [rivals.ours(programme_of(catalogue)), *others]


def test_all_find_what_is_spelled_right(engines: list[Engine]) -> None:
    for engine in engines:
        assert set(engine.search("Serverless at night")[:2]) == {"a", "c"}, engine.name


def test_all_stay_silent_on_nonsense(engines: list[Engine]) -> None:
    for engine in engines:
        assert engine.search("qzxqzxqzx") == [], engine.name


@pytest.mark.parametrize("query", ['"', "-", "--x", "a:b", "'^$", "*", "", "(", "level:"])
def test_no_query_stops_any(engines: list[Engine], query: str) -> None:
    for engine in engines:
        assert set(engine.search(query)) <= {"a", "b", "c"}, engine.name


def test_a_rival_that_is_not_installed_is_told(
    monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue, tmp_path: Path
) -> None:
    monkeypatch.setattr("tests.quality.rivals.shutil.which", lambda _: None)
    with rivals.rivals(catalogue, tmp_path) as others:
        names = {engine.name for engine in others}
    assert {"grep -i", "fzf --filter"} <= set(rivals.missing())
    assert names.isdisjoint(rivals.missing())


def test_a_line_has_no_abstract(catalogue: Catalogue) -> None:
    assert line_of(catalogue.sessions[2]) == "Serverless at night · aws"

import pytest

from summit_tui.search.programme import Programme, programme_of
from summit_tui.search.query import Query, QueryError
from tests.factories import make_catalogue, make_session
from tests.fuzz import answering, queries
from tests.fuzz.answering import answer, context_of, words_of
from tests.fuzz.making import make_query


@pytest.fixture(scope="module")
def programme() -> Programme:
    return queries.programme_for(None)


def test_random_queries_find_or_explain_themselves(programme: Programme) -> None:
    report = queries.run(programme, 1, range(500))
    assert report.faults == []
    assert {"found", "nothing found", "error"} == report.outcomes.keys()
    assert len(report.slowest) == 20


def test_a_number_makes_its_query_again(programme: Programme) -> None:
    words = words_of(programme)
    made = [make_query(1, number, words) for number in range(100)]
    assert made == [make_query(1, number, words) for number in range(100)]
    assert len(set(made)) > 90
    assert max(map(len, (make_query(1, number, words) for number in range(300)))) > 50_000


def _breaks(*_: object) -> None:
    raise KeyError("broken")


def test_another_exception_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, programme: Programme
) -> None:
    monkeypatch.setattr(answering, "find", _breaks)
    told = answer(programme, "serverless", context_of(programme))
    assert told.fault
    assert "broken" in told.outcome


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 99)])
def test_an_unsound_place_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, programme: Programme, start: int, end: int
) -> None:
    def fails(_: str) -> None:
        raise QueryError("no", start, end)

    monkeypatch.setattr(answering, "parse", fails)
    assert answer(programme, "level", context_of(programme)).fault


def test_a_query_that_prints_as_another_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def differs(text: str) -> Query:
        seen.append(text)
        return Query((str(len(seen)),))

    monkeypatch.setattr(answering, "parse", differs)
    small = programme_of(make_catalogue(make_session()))
    assert answer(small, "x", context_of(small)).fault


def test_a_fault_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = programme_of(make_catalogue(make_session()))
    monkeypatch.setattr(queries, "programme_for", lambda _: small)
    monkeypatch.setattr(queries, "timed_again", lambda *_: [1.0] * 20)
    assert queries.main(["--count", "30"]) == 0
    monkeypatch.setattr(answering, "find", _breaks)
    assert queries.main(["--count", "30"]) == 1
    assert "fault, query" in capsys.readouterr().out


def test_a_slow_query_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    small = programme_of(make_catalogue(make_session()))
    monkeypatch.setattr(queries, "programme_for", lambda _: small)
    monkeypatch.setattr(queries, "timed_again", lambda *_: [1.0] * 19 + [51.0])
    assert queries.main(["--count", "30"]) == 1

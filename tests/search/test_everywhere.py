"""A query asked of every programme of the library."""

import errno
from pathlib import Path

import pytest

from summit_tui.catalogue.library import Entry
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.places import data_folder
from summit_tui.catalogue.sections import DamagedError
from summit_tui.catalogue.writing import write
from summit_tui.search.context import Context
from summit_tui.search.everywhere import Everywhere, find_everywhere
from summit_tui.search.programme import Programme, open_programme
from summit_tui.search.query import QueryError, parse
from tests.factories import at, make_catalogue, make_session


def context_of(programme: Programme) -> Context:
    return Context(at("10:00"), ((programme.catalogue.sessions[0].id, "must"),))


def add(name: str, *sessions: Session) -> None:
    path = library() / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(make_catalogue(*sessions)), encoding="utf-8")


def library() -> Path:
    return data_folder() / "catalogues"


@pytest.fixture(autouse=True)
def programmes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    add("north", make_session("k1", title="Kubernetes operators"), make_session("x1", title="Owls"))
    add("south", make_session("k2", title="Kubernets for all", tracks=("Clusters",)))
    add("west", make_session("k3", title="Kubernetes", tracks=("Clusters", "Data")))


def found(text: str) -> Everywhere:
    entries = [Entry(name, library() / f"{name}.yaml", "library") for name in _NAMES]
    return find_everywhere(parse(text), context_of, entries)


_NAMES = ("south", "north", "broken", "west", "away")


def ids(everywhere: Everywhere) -> list[str]:
    return [
        f"{each.entry.name}:{each.programme.catalogue.sessions[row].id}"
        for each in everywhere.hits
        for row in each.found.rows
    ]


def reasons(everywhere: Everywhere) -> dict[str, str]:
    return {each.entry.name: each.reason for each in everywhere.skipped}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kubernetes", ["north:k1", "west:k3", "south:k2"]),  # read as another word: last
        ("owls", ["north:x1"]),
        ("is:must", ["south:k2", "north:k1", "west:k3"]),
        ("track:clusters", ["south:k2", "west:k3"]),
        ("nothinglikethis", []),
    ],
)
def test_what_every_programme_has(text: str, expected: list[str]) -> None:
    assert ids(found(text)) == expected


def test_a_programme_with_all_words_hides_those_with_some() -> None:
    assert len(ids(found("kubernetes operators zebras"))) >= 1
    assert ids(found("kubernetes operators")) == ["north:k1"]


def test_what_is_not_searched_is_told_with_the_reason() -> None:
    (library() / "broken.yaml").write_text("sessions: [")
    everywhere = found("track:data")
    assert ids(everywhere) == ["west:k3"]
    assert "no track is like 'data'" in reasons(everywhere)["south"]
    assert "broken.yaml" in reasons(everywhere)["broken"]
    assert reasons(everywhere)["away"]
    assert everywhere.searched == 1


def test_a_query_that_means_nothing_anywhere_is_an_error() -> None:
    with pytest.raises(QueryError, match="no track is like 'zzz'"):
        found("track:zzz")


def test_one_programme_in_which_it_means_nothing_is_enough_for_that() -> None:
    entry = Entry("north", library() / "north.yaml", "library")
    with pytest.raises(QueryError, match="no track is like 'zzz'"):
        find_everywhere(parse("track:zzz"), context_of, [entry])


def test_more_than_one_mistake_is_counted() -> None:
    two = "sessions: [{id: a}, {id: b}]"
    for text, told in ((two, " and 1 more"), (two.replace(", {id: b}", ""), "(add title:)")):
        (library() / "broken.yaml").write_text(text)
        assert reasons(found("owls"))["broken"].endswith(told)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (OSError("out of reach"), "out of reach"),
        (DamagedError("records"), "its cache is damaged"),
    ],
)
def test_a_programme_that_fails_on_the_way_is_skipped(
    error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: Path) -> Programme:
        if path.stem == "south":
            raise error
        return open_programme(path)

    monkeypatch.setattr("summit_tui.search.everywhere.open_programme", opened)
    everywhere = found("kubernetes")
    assert ids(everywhere) == ["north:k1", "west:k3"]
    assert reasons(everywhere)["south"] == reason


def test_without_a_choice_the_whole_library_is_searched() -> None:
    everywhere = find_everywhere(parse("is:must"), context_of)
    assert [each.entry.name for each in everywhere.hits] == ["sample", "north", "south", "west"]

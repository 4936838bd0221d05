import errno
import os
from pathlib import Path

import pytest

from summit_tui.catalogue import library
from summit_tui.catalogue.places import config_folder
from summit_tui.catalogue.problems import CatalogueError
from tests.faults import break_call

CATALOGUE = "event: {name: X, timezone: UTC}\nsessions: []\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CATALOGUE)
    return path


def test_the_catalogue_is_looked_for_in_order(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert library.current().origin == "shipped"
    put(library.library_file("demo"))
    library.choose("demo")
    assert (library.current().origin, library.current().path.name) == ("chosen", "demo.yaml")
    put(here / "sessions.yaml")
    assert library.current().origin == "here"
    monkeypatch.setenv("SUMMIT_CATALOGUE", str(put(here / "env.yaml")))
    assert library.current().origin == "environment"
    named = library.current(str(put(here / "named.yaml")))
    assert (named.origin, named.path.name) == ("named", "named.yaml")


def test_a_catalogue_is_named_by_file_or_by_name(here: Path) -> None:
    put(library.library_file("demo"))
    assert library.current("demo").path == library.library_file("demo")
    assert library.current("sample").path == library.shipped()
    with pytest.raises(CatalogueError, match="did you mean demo"):
        library.current("dmeo")
    with pytest.raises(CatalogueError, match="summit events"):
        library.current("./nowhere.yaml")


def test_a_choice_is_remembered_from_anywhere_and_forgotten(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here / "mine.yaml")
    library.choose("mine.yaml")
    (here / "elsewhere").mkdir()
    monkeypatch.chdir(here / "elsewhere")
    assert library.current().path == here / "mine.yaml"
    library.choose(None)
    assert library.current().origin == "shipped"
    library.choose(None)


def test_a_chosen_catalogue_that_went_away_says_how_to_go_on(here: Path) -> None:
    library.choose(str(put(here / "mine.yaml")))
    (here / "mine.yaml").unlink()
    with pytest.raises(CatalogueError, match="summit use --clear"):
        library.current()


def test_a_choice_that_cannot_be_kept_leaves_the_one_before(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.choose(str(put(here / "mine.yaml")))
    put(here / "other.yaml")
    break_call(monkeypatch, "fsync", errno.ENOSPC)
    with pytest.raises(OSError, match="No space left"):
        library.choose("other.yaml")
    assert library.chosen() == str(here / "mine.yaml")


def test_what_never_answers_is_no_choice(here: Path) -> None:
    (config_folder() / "catalogue").parent.mkdir(parents=True)
    os.mkfifo(config_folder() / "catalogue")
    assert library.current().origin == "shipped"


def test_every_catalogue_is_listed_once_the_current_first(here: Path) -> None:
    put(library.library_file("demo"))
    put(library.library_file("alpha"))
    library.choose("demo")
    assert [entry.path.stem for entry in library.entries()] == ["demo", "alpha", "sessions"]


def test_what_is_no_file_or_hidden_is_no_programme(here: Path) -> None:
    folder = put(library.library_file("demo")).parent
    put(folder / "._demo.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "gone.yaml").symlink_to("nowhere")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    assert library.names() == ["demo"]
    assert [entry.name for entry in library.entries()] == ["sample", "demo"]


def test_the_shipped_sample_is_there() -> None:
    assert library.shipped().name == "sessions.yaml"
    assert library.shipped().is_file()


def test_the_sample_is_called_so_however_it_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library.choose("sample")
    assert [(entry.name, entry.origin) for entry in library.entries()] == [("sample", "chosen")]

"""Which files belong to a source: by their names, in its folder."""

from pathlib import Path

import pytest

from summit_tui.cli.companions import main_file, read_beside
from tests.cli.runner import summit


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("sessions.json", ["speakers.json"]),
        ("devfest-sessions.json", ["devfest-speakers.json"]),
        ("sessions.yml", ["speakers.yaml"]),
        ("sessions", ["speakers"]),
        ("sessions.csv", []),
        ("speakers.json", []),
    ],
)
def test_the_last_word_of_the_name_differs(tmp_path: Path, source: str, found: list[str]) -> None:
    for name in ("speakers.json", "devfest-speakers.json", "speakers.yaml", "speakers"):
        (tmp_path / name).write_text(name)
    (tmp_path / "speakers.csv").mkdir()
    beside = read_beside(tmp_path / source, ("speakers", "tracks"))
    assert beside == {name: name.encode() for name in found}


def test_a_folder_stands_for_its_sessions(tmp_path: Path) -> None:
    tmp_path = tmp_path / "folder"
    tmp_path.mkdir()
    assert main_file(tmp_path) is None
    for name in ("sessions.csv", "sessions", "sessions.json"):
        (tmp_path / name).touch()
        found = main_file(tmp_path)
        assert found is not None
        assert found.name == name


def test_a_folder_is_imported_with_all_its_files(here: Path) -> None:
    folder = here / "devfest"
    folder.mkdir()
    (folder / "sessions.csv").write_text("Title,Speaker,Room\nTables,Solmori Quartz,Amber\n")
    (folder / "speakers.csv").write_text("Name,Company\nSolmori Quartz,Quarry\n")
    ended = summit("import", "devfest", "-o", "out.yaml")
    assert (ended.code, ended.err.splitlines()[-1]) == (
        0,
        "imported 1 sessions, 1 speakers, 1 rooms, 0 days",
    )
    assert "name: devfest" in (here / "out.yaml").read_text()
    assert "company: Quarry" in (here / "out.yaml").read_text()

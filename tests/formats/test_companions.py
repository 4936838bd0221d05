"""Which files belong to a source: by their names, in its folder."""

from pathlib import Path

import pytest

from summit_tui.formats.companions import main_file, read_beside


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


def test_of_talks_and_schedule_the_talks_stand_for_the_folder(tmp_path: Path) -> None:
    for name in ("program.json", "schedule.yml", "talks.yml"):
        (tmp_path / name).touch()
        found = main_file(tmp_path)
        assert found is not None
        assert found.name == name

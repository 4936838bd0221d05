"""Who is meant by a file, and what they are called."""

from pathlib import Path

import pytest

from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.team.colleagues import Member, member, names

EVENT = "demo-summit"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ana.yaml", "ana"),
        ("Ana=agenda.yaml", "Ana"),
        (" Ana Alder = x/agenda.yaml", "Ana Alder"),
        ("ana-demo-summit.yaml", "ana"),
        ("demo-summit_Bo.yaml", "Bo"),
        ("bo/demo-summit.yaml", "bo"),
        ("=ana.yaml", "ana"),
        ("ana\x1b[2J.yaml", "ana"),
        ("\x1b[2J=ana.yaml", "ana"),
        ("Bo=~nobody-of-this-name/agenda.yaml", "Bo"),
    ],
)
def test_a_name_is_given_or_taken_from_the_file(text: str, name: str) -> None:
    assert member(text).called(EVENT) == name


def test_a_file_may_have_an_equals_sign(tmp_path: Path) -> None:
    file = tmp_path / "a=b.yaml"
    file.write_text("")
    assert member(str(file)) == Member("", file)


def test_a_name_where_the_folder_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Bo"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert member(f"{EVENT}.yaml").called(EVENT) == "Bo"
    folder.rmdir()
    assert member(f"{EVENT}.yaml").called(EVENT) == EVENT


def test_two_of_one_name_are_numbered_and_nobody_else_is_me() -> None:
    members = [member(each) for each in ("ana.yaml", "x/Ana.yaml", "Me=b.yaml", "ana.yaml")]
    assert list(names(members, EVENT)) == ["ana", "Ana 2", "Me 2", "ana 3"]


def test_a_folder_stands_for_the_agenda_of_the_event_in_it(tmp_path: Path) -> None:
    (tmp_path / "demo-summit.yaml").write_text("picks: [a]\n")
    found = member(f"Ana={tmp_path}")
    assert list(found.agenda(EVENT).picks) == ["a"]
    assert member(str(tmp_path)).called(EVENT) == tmp_path.name


def test_an_agenda_of_another_event_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "ana.yaml"
    file.write_text("event: other\npicks: [a]\n")
    with pytest.raises(AgendaError, match="this is an agenda of other, not of demo-summit"):
        member(str(file)).agenda(EVENT)

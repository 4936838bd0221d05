"""The agendas of a team, read again where a file has changed."""

from pathlib import Path

import pytest

from summit_tui.agenda.team.reading import Colleague, people, read_team

EVENT = "demo"


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    path = tmp_path / "Ana.yaml"
    path.write_text("event: demo\npicks: [one]\n")
    return path


def picked(team: tuple[Colleague, ...]) -> list[list[str] | None]:
    return [None if each.agenda is None else list(each.agenda.picks) for each in team]


def test_who_cannot_be_read_is_named_and_the_others_go_on(ana: Path) -> None:
    bo = ana.with_name("Bo.yaml")
    bo.write_text("picks: [}")
    team = read_team([str(bo), str(ana), f"Cy={ana.with_name('none.yaml')}"], EVENT)
    assert [each.name for each in team] == ["Bo", "Ana", "Cy"]
    assert picked(team) == [None, ["one"], None]
    assert [person.name for person in people(team)] == ["Ana"]
    assert f"{bo}:1:9: error: " in team[0].trouble
    assert team[1].trouble == ""
    assert team[2].trouble.endswith("none.yaml: error: there is no such file")
    assert not any(each.absent for each in team)


def test_no_agenda_of_this_event_is_no_mistake(ana: Path) -> None:
    ana.write_text("event: other\npicks: [one]\n")
    team = read_team([str(ana), f"Bo={ana.parent}"], EVENT)
    assert [each.absent for each in team] == [True, True]
    assert "this is an agenda of other, not of demo" in team[0].trouble
    assert picked(team) == [None, None]


def test_a_file_is_read_again_only_where_it_has_changed(
    ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = ana.with_name("Bo.yaml")
    bo.write_text("picks: [two]\n")
    team = read_team([str(ana), str(bo)], EVENT)
    bo.write_text("picks: [two, three]\n")
    again = read_team([str(ana), str(bo)], EVENT, team)
    assert again[0] is team[0]
    assert picked(again) == [["one"], ["three", "two"]]


@pytest.mark.parametrize("text", ["picks: [}", None])
def test_what_was_known_stays_where_a_file_is_damaged_or_gone(ana: Path, text: str | None) -> None:
    team = read_team([str(ana)], EVENT)
    if text is None:
        ana.unlink()
    else:
        ana.write_text(text)
    again = read_team([str(ana)], EVENT, team)
    assert picked(again) == [["one"]]
    assert str(ana) in again[0].trouble
    ana.write_text("event: other\npicks: [one]\n")
    assert picked(read_team([str(ana)], EVENT, again)) == [None]


def test_a_path_that_can_be_none_is_told() -> None:
    (found,) = read_team(["x" * 300], EVENT)
    assert found.agenda is None
    assert "file name too long" in found.trouble

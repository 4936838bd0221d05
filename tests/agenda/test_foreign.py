"""Agenda files that are not the one in use."""

from pathlib import Path

import pytest

from summit_tui.agenda.errors import AgendaError, NotOfThisEventError
from summit_tui.agenda.foreign import check_event, parse_foreign, read_foreign
from summit_tui.agenda.model import VERSION, Agenda

TEXT = "event: demo\npicks:\n- id: a\n"


def test_a_file_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ana.yaml"
    path.write_text(TEXT)
    assert list(read_foreign(path, "other").picks) == ["a"]
    assert read_foreign(path, "other").event == "demo"
    assert [each.name for each in tmp_path.iterdir()] == ["ana.yaml"]


def test_one_that_names_no_event_is_of_the_one_asked_for() -> None:
    assert parse_foreign("picks: []\n", Path("ana.yaml"), "demo") == Agenda("demo")


def test_a_newer_one_is_refused() -> None:
    parse_foreign(f"version: {VERSION}\n{TEXT}", Path("ana.yaml"), "demo")
    with pytest.raises(AgendaError, match=r"ana\.yaml: written by a newer summit .*; update"):
        parse_foreign(f"version: {VERSION + 1}\n{TEXT}", Path("ana.yaml"), "demo")


def test_one_of_another_event_is_told_from_a_mistake() -> None:
    check_event(Agenda("demo"), Path("ana.yaml"), "demo")
    with pytest.raises(NotOfThisEventError, match="an agenda of other, not of demo"):
        check_event(Agenda("other"), Path("ana.yaml"), "demo")

"""A judge that is not there fails the test and says how to call it; it is never skipped."""

from pathlib import Path

import pytest

from tests.judges import installed


def test_a_missing_judge_is_a_failure_that_names_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "JUDGES", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    for ask in (installed.judge, installed.node_package):
        with pytest.raises(
            pytest.fail.Exception, match=r"khal is not installed: run `make judges`"
        ):
            ask("khal")


def test_a_judge_that_was_installed_comes_before_the_one_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "JUDGES", tmp_path)
    own = tmp_path / "venv" / "bin" / "sh"
    assert installed.judge("sh") != str(own)
    own.parent.mkdir(parents=True)
    own.touch()
    assert installed.judge("sh") == str(own)

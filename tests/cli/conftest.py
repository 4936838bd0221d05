"""Commands run in a folder of their own, with the sample summit in it."""

from pathlib import Path

import pytest

from tests.cli.programmes import programme


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a `sessions.yaml`, and return the folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    programme(tmp_path)
    return tmp_path

"""What several tests of the application stand on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    """Work in a folder of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield folder
    finally:
        os.chdir(before)

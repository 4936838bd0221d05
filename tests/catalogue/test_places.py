"""The folders this program keeps its files in."""

import subprocess
import sys
from pathlib import Path

import pytest

from summit_tui.catalogue import places

FOLDERS = {
    "data": (places.data_folder, ".local/share"),
    "cache": (places.cache_folder, ".cache"),
    "config": (places.config_folder, ".config"),
    "state": (places.state_folder, ".local/state"),
}


@pytest.mark.parametrize("kind", FOLDERS)
def test_an_absolute_xdg_folder_wins(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path))
    assert FOLDERS[kind][0]() == tmp_path / "summit-tui"


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize("given", [None, "", "relative/folder"])
def test_without_one_it_is_below_home(
    kind: str, given: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"XDG_{kind.upper()}_HOME"
    monkeypatch.delenv(name)
    if given is not None:
        monkeypatch.setenv(name, given)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert FOLDERS[kind][0]() == tmp_path / FOLDERS[kind][1] / "summit-tui"


@pytest.mark.parametrize("kind", FOLDERS)
def test_another_system_has_its_own_habits(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(f"XDG_{kind.upper()}_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "another")
    folder = FOLDERS[kind][0]()
    assert folder.is_absolute()
    assert "summit-tui" in folder.parts


def test_asking_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, (folder, _) in FOLDERS.items():
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
        folder()
    assert list(tmp_path.iterdir()) == []


def test_asking_on_linux_imports_no_library() -> None:
    script = (
        "import sys; sys.platform = 'linux'; from summit_tui.catalogue import places;"
        "places.data_folder(), places.cache_folder();"
        "print('platformdirs' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"

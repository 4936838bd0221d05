"""Where the judges are: what `make judges` installed, or the reason a test cannot be judged."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
JUDGES = ROOT / ".judges"


def judge(name: str) -> str:
    """Return the command `name` of `.judges/venv`, else of the machine; fail without it."""
    inside = JUDGES / "venv" / "bin" / name
    found = str(inside) if inside.exists() else shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not installed: run `make judges`", pytrace=False)
    return found


def node_package(name: str) -> Path:
    """Return the folder of `name` in `.judges/node_modules`; fail without it."""
    found = JUDGES / "node_modules" / name
    if not (found / "package.json").exists():
        pytest.fail(f"{name} is not installed: run `make judges`", pytrace=False)
    return found

"""Disks that fail, and looks at a folder from outside."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

Look = dict[str, tuple[bytes, int, int, int]]


def look(folder: Path) -> Look:
    """Return every file below `folder` with its bytes, time, inode and mode."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        data = path.read_bytes() if path.is_file() else b""
        key = str(path.relative_to(folder))
        found[key] = (data, status.st_mtime_ns, status.st_ino, status.st_mode)
    return found


def litter(folder: Path) -> list[str]:
    """Return the temporary files in `folder`."""
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def break_call(
    monkeypatch: pytest.MonkeyPatch, name: str, code: int, *, after: int = 0, below: str = ""
) -> None:
    """Have `os.NAME` fail with `code`, from the call after the first `after` on.

    For `open`, only on paths that contain `below`.
    """
    real = getattr(os, name)
    calls = iter(range(10**9))

    def failing(*given: Any, **named: Any) -> Any:
        if name == "open" and below not in str(given[0]):
            return real(*given, **named)
        if next(calls) < after:
            return real(*given, **named)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, name, failing)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Mount 64 KB at `folder` where that is allowed; yield whether it was."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)

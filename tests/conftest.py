"""The developer's machine stays out of every test."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from summit_tui.catalogue import clock

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
settings.load_profile("untimed")

_KEEP_OUT = ("SUMMIT_", "XDG_")
_REMOVED = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "PAGER")


@pytest.fixture(autouse=True)
def isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, a plain locale and a zone that is no event's."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(_KEEP_OUT) or name in _REMOVED or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return home


@pytest.fixture(autouse=True)
def real_clock() -> Iterator[None]:
    """Give the time back after a test that pretended one."""
    yield
    clock.pretend(None)


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the machine where the events of most tests are, so that one clock is enough."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()

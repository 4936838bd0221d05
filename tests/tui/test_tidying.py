"""Garbage is looked for when a person rests, not in the middle of a key."""

import gc
from pathlib import Path

import pytest

from summit_tui.tui import tidying
from summit_tui.tui.tidying import Tidying
from tests.tui.harness import press, running, until


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the generations through which was looked, as that happens."""
    found: list[int] = []
    monkeypatch.setattr(gc, "collect", found.append)
    return found


async def test_once_when_nothing_more_is_typed(
    looked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "_REST_SECONDS", 0.02)
    each = Tidying()
    for _ in range(3):
        each.typed()
    assert looked == []
    await until(lambda: looked)
    assert looked == [1]


async def test_a_key_is_followed_by_a_look(looked: list[int], tmp_path: Path) -> None:
    async with running(tmp_path) as (_, pilot):
        looked.clear()
        await press(pilot, "down")
        await until(lambda: looked)

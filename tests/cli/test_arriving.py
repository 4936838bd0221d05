"""What is seen of a source while it is waited for."""

from threading import Event

import pytest

from summit_tui.cli import arriving, talk


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(talk, "progress", found.append)
    return found


def test_what_takes_long_is_seen_to_go_on(
    shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Event()

    def show(text: str) -> None:
        shown.append(text)
        seen.set()

    monkeypatch.setattr(talk, "progress", show)
    monkeypatch.setattr(arriving, "SLOW_SECONDS", 0.0)
    with arriving.watched():
        assert seen.wait(30)
    assert shown == ["reading the programme …", ""]


def test_what_is_quick_shows_nothing(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "SLOW_SECONDS", 1000.0)
    with arriving.watched():
        pass
    assert shown == []


def test_what_comes_is_counted_and_the_line_is_taken_back(
    shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "SLOW_SECONDS", 1000.0)
    with arriving.watched() as watch:
        watch.progress(2048, None)
        watch.progress(4_096_000, 8_192_000)
    assert shown == ["2 kB", "4,000 of 8,000 kB", ""]

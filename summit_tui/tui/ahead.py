"""Modules that keys will need, imported while nobody types.

They are left out of the start, which is quicker without them; the first letter in the search box,
the first mistyped word and the first look at a screen would wait for them instead.
"""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from summit_tui.tui.screens.table import DESTINATIONS

_REST_SECONDS = 0.1
"""So long after something was typed; what that has painted is there by then."""
_BETWEEN_SECONDS = 0.01
"""A rest between two of them, in which a key that comes is done."""
_OF_SEARCHES = (
    "tui.conditions",
    "tui.meant",
    "tui.written",
    "tui.completion",
    "tui.emptiness",
    "search.finding",
    "search.alias_words",
    "search.likeness",
    "search.reader",
    "search.suggestion",
)


class Ahead:
    """Imports one module after the other, at rest."""

    def __init__(self) -> None:
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._next: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Import them from now on."""
        self._steps = steps()
        self._wait(_REST_SECONDS)

    def typed(self) -> None:
        """Wait for a rest."""
        if self._next is not None:
            self._wait(_REST_SECONDS)

    def _wait(self, seconds: float) -> None:
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.get_running_loop().call_later(seconds, self._step)

    def _step(self) -> None:
        self._next = None
        step = next(self._steps, None)
        if step is not None:
            step()
            self._wait(_BETWEEN_SECONDS)


def steps() -> Iterator[Callable[[], object]]:
    """Yield what imports each: what typing needs, then the screens."""
    for name in _OF_SEARCHES:
        yield partial(import_module, f"summit_tui.{name}")
    yield _patterns
    yield _resembling
    for each in DESTINATIONS:
        yield partial(import_module, f"summit_tui.tui.screens.{each.module}")


def _patterns() -> None:
    """Compile the patterns by which words are found in a text, to be marked."""
    from summit_tui.search.evidence import Evidence
    from summit_tui.tui.marks import plain

    Evidence({"a": "a"}).spans(plain("*L'a*, that's [it](https://example.org) in 東京"))


def _resembling() -> None:
    """Load what finds words that resemble another one."""
    from summit_tui.search.near import get_ready

    get_ready()

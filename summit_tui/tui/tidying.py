"""Garbage is looked for while a person rests: in the middle of a key that takes 3 to 180 ms."""

import asyncio
import gc

_RARELY = (200_000, 20, 50)
"""When it is looked for all the same: who holds a key down for seconds makes no rest."""
_REST_SECONDS = 0.1
"""So long after something was typed; what that has painted is there by then."""


class Tidying:
    """Looks for garbage; what was there when it began is none, as long as the application runs."""

    def __init__(self) -> None:
        self._next: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Take over from whoever switched it off."""
        gc.enable()
        gc.freeze()
        gc.set_threshold(*_RARELY)

    def typed(self) -> None:
        """Look for garbage when a person rests from now on."""
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.get_running_loop().call_later(_REST_SECONDS, gc.collect, 1)

"""Keys act in the order in which they were typed, each when what the one before set going is done.

What a key sets going goes over the queues of several widgets, and some of it through a worker. What
is typed, clicked or pasted meanwhile waits in a line. Nothing waits without an end: for a worker
that takes longer than one notices no key waits any more, and where nothing goes on at all, the key
that leaves goes first.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from textual import events
from textual.binding import Binding
from textual.widgets import Input
from textual.worker import Worker

from summit_tui.tui.keys import KEYS

if TYPE_CHECKING:
    from textual.widget import Widget

    from summit_tui.tui.app import SummitApp

BEHIND = "behind"
"""The group of workers that no key waits for: what they bring is only to be read."""
PATIENCE = 0.4
"""Seconds that a key waits for workers; by then the screen says what is waited for."""
BRIEFLY = 0.05
"""Seconds that a key waits for the agenda file where it does the same whatever is written."""
_STUCK_SECONDS = 5.0
"""How long a key waits for messages, which take milliseconds."""
_LOOKUPS = ("search", "complete")
"""The groups of workers that answer a text; a letter more of it makes them void."""
_EDITING = {
    name
    for each in Input.BINDINGS
    for name in (each.key if isinstance(each, Binding) else each[0]).split(",")
} - {"enter"}
_APART = {"pick", "want", "attended", "undo", "redo", "select"} | {
    key.id for key in KEYS if key.group == "Move"
}
"""The ids of keys to which it is all one what was written, in a list which does not follow that."""
_AT_ONCE = 50
"""How often messages are looked for without a rest; they come one round of the loop later."""
_TICK = 0.002
Typed = events.InputEvent | events.Paste


def typed(event: events.Event) -> Typed | None:
    """Return `event` if it was just typed, clicked or pasted, and no widget has it yet."""
    if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
        return event
    return None


class Turns:
    """The line of what was typed into one application and has not acted yet."""

    def __init__(self, app: "SummitApp") -> None:
        self._app = app
        self._line: deque[Typed] = deque()
        self._going_on: asyncio.Task[None] | None = None
        self._acting = 0
        """How many events the application is about."""
        self._pauses = 0
        self._slow: WeakSet[Worker[Any]] = WeakSet()
        """Workers that outlasted the patience."""

    @property
    def waiting(self) -> int:
        """How much was typed and has not acted yet."""
        return len(self._line)

    def hold(self, event: Typed) -> bool:
        """Return whether `event` has to wait; the application's `act` has it when its turn comes.

        To be asked in the application's message loop, before it is about the event.
        """
        moves = isinstance(event, events.MouseMove) and not self._pauses
        if not self._line and (moves or self._free(event)):
            return False
        self._line.append(event)
        self._go_on()
        return True

    def go_first(self, event: Typed) -> None:
        """Have `event` act before all that waits: it is a part of what acts now."""
        self._line.appendleft(event)
        self._go_on()

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Take note that the application is about an event."""
        self._acting += 1
        try:
            yield
        finally:
            self._acting -= 1

    @asynccontextmanager
    async def paused(self) -> AsyncIterator[None]:
        """Let nothing act, from when the messages of what acted last are done."""
        self._pauses += 1
        try:
            since = monotonic()
            while self._stirring and monotonic() - since < _STUCK_SECONDS:
                await asyncio.sleep(_TICK)
            yield
        finally:
            self._pauses -= 1

    def _go_on(self) -> None:
        if self._going_on is None or self._going_on.done():
            self._going_on = asyncio.create_task(self._let_act())

    async def _let_act(self) -> None:
        while self._line and self._app.is_running:
            event = await self._next()
            self._line.remove(event)
            self._app.call_later(self._app.act, event)

    async def _next(self) -> Typed:
        """Return what is to act next, when it may."""
        since, looks, waited = monotonic(), 0, 0.0
        while self._app.is_running and not self._free(self._line[0], waited):
            if waited > PATIENCE:
                self._slow.update(self._awaited(self._line[0], waited))
                if leaving := [event for event in self._line if self._id_of(event) == "leave"]:
                    return leaving[0]
            if waited > _STUCK_SECONDS and not self._pauses:
                break
            looks += 1
            await asyncio.sleep(0 if looks < _AT_ONCE else _TICK)
            waited = monotonic() - since
        return self._line[0]

    def _free(self, event: Typed, waited: float = 0.0) -> bool:
        """Return whether `event` may act: nothing is under way that it might depend on."""
        return not (self._pauses or self._stirring or self._awaited(event, waited))

    @property
    def _stirring(self) -> bool:
        """Whether a message is under way; a screen that is being made has one left to read."""
        if self._acting or self._app.message_queue_size:
            return True
        nodes: list[Widget] = list(self._app.screen_stack)
        while nodes:
            node = nodes.pop()
            if node.message_queue_size:
                return True
            nodes += node.children
        return False

    def _awaited(self, event: Typed, waited: float) -> list[Worker[Any]]:
        """Return the workers whose work `event` might depend on, having `waited` so long."""
        working = [worker for worker in self._app.workers if not worker.is_finished]
        passed = {BEHIND, *(worker.group for worker in working if worker in self._slow)}
        edits = self._edits(event)
        if edits:
            passed.update(_LOOKUPS)
        if waited > BRIEFLY and self._stands_apart(event, edits=edits):
            passed.add("agenda")
        return [
            worker
            for worker in working
            if worker.group not in passed
            and (worker.group != "detail" or worker.node is self._app.focused)
        ]

    def _edits(self, event: Typed) -> bool:
        """Return whether all that `event` does is to change the text in a box."""
        if not isinstance(event, events.Key) or not isinstance(self._app.focused, Input):
            return False
        return event.is_printable or event.key in _EDITING

    def _stands_apart(self, event: Typed, *, edits: bool) -> bool:
        """Return whether `event` does the same whatever is being written to the agenda."""
        name = "" if edits else self._id_of(event)
        if name in ("quit", "leave"):
            return True  # that waits for itself
        follows = getattr(self._app.screen, "follows_agenda", True)
        return not follows and (edits or name in _APART)

    def _id_of(self, event: Typed) -> str | None:
        """Return the id of what `event` does in the table of keys, where it stands there."""
        active = self._app.active_bindings if isinstance(event, events.Key) else {}
        found = active.get(event.key) if isinstance(event, events.Key) else None
        return found.binding.id if found else None

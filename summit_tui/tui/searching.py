"""A view answered, at once or in the background, so that typing never waits for a search.

A programme that is searched within a frame is searched at once: that is simpler and quicker. A
bigger one has a thread for it, one for everything that asks the index: its caches are plain
dictionaries. The newest question wins; one that waits for its turn and is superseded is not asked.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.restrictions import Restriction, restrictions
from summit_tui.tui.state import Listing, View, list_sessions

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from textual.widget import Widget

    from summit_tui.tui.emptiness import Emptiness
    from summit_tui.tui.meant import Mistake
    from summit_tui.tui.written import Written

AT_ONCE = 20_000
"""Up to so many sessions a search takes less than two frames (16 ms at 10,000, p95)."""
SLOW_SECONDS = 0.2
"""From when on the screen says that it searches."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a view shows, and what is said about it."""

    view: View
    listing: Listing
    restrictions: tuple[Restriction, ...] = ()
    """What narrows the list, and what is typed for it and means nothing."""
    emptiness: "Emptiness | None" = None
    """What an empty list says."""
    expected: str = ""
    """What is told of the end of the text, where that is not searched for yet."""
    mistakes: "tuple[Mistake, ...]" = ()
    """The parts of the text that mean nothing, in order; they are left out of the search."""
    instead: str = ""
    """What may have been meant, where some words are nowhere; or where nothing was found."""
    written: "tuple[Written, ...]" = ()
    """The conditions in the text that are choices of facets."""

    def in_words(self, size: int, best: str = "") -> str:
        """Return how many of `size` sessions these are, and by what: `12 of 340 · level 300+`.

        `best` stands in place of the number.
        """
        said = [each.said for each in self.restrictions if not each.wrong]
        number = best or words.found(len(self.listing.rows), size, ())
        return " · ".join([number, *said])


def answer(programme: Programme, view: View, context: Context) -> Answer:
    """Return what `view` shows; QueryError when the typed text can mean nothing at all.

    Parts that mean nothing are left out, and so is what the text ends with where that is a field
    without a value, or may begin one.
    """
    if not view.text.strip():
        found = Answer(view, list_sessions(programme, view, context))
        asked = view
    else:
        asked, found = _typed_answer(programme, view, context)
    narrowing = restrictions(programme, asked, context)
    wrong = tuple(each.restriction for each in found.mistakes)
    found = replace(found, restrictions=(*wrong, *narrowing))
    if found.listing.rows:
        return found
    from summit_tui.tui.emptiness import why_nothing

    emptiness = why_nothing(programme, asked, narrowing, context)
    return replace(found, emptiness=emptiness, instead=emptiness.suggestion)


def _typed_answer(programme: Programme, view: View, context: Context) -> tuple[View, Answer]:
    from summit_tui.tui.meant import sound, unfinished, without_field_to_come
    from summit_tui.tui.written import counted_beside, written

    asked, expected = unfinished(view)
    asked, listing, mistakes = sound(
        asked, view.text, lambda each: list_sessions(programme, each, context)
    )
    if not expected and (listing.missing or not listing.rows):
        rest = without_field_to_come(programme, asked, listing.missing, context)
        if rest is not None:
            asked, expected = rest
            listing = list_sessions(programme, asked, context)
    typed = written(programme, asked.text, context)
    if typed:
        listing = counted_beside(programme, asked, listing, typed, context)
    instead = ""
    if listing.missing and listing.rows and not expected:
        from summit_tui.tui.emptiness import as_conditions

        instead = as_conditions(programme, asked, context)
    found = Answer(
        view, listing, expected=expected, mistakes=mistakes, instead=instead, written=typed
    )
    return asked, found


class Searcher:
    """Whoever asks the index of a programme asks it through this."""

    def __init__(self, programme: Programme) -> None:
        self.at_once = programme.index.size <= AT_ONCE
        self._thread: ThreadPoolExecutor | None = None

    async def run(self, call: Callable[[], T]) -> T:
        """Return what `call` returns, or raise what it raises."""
        if self.at_once:
            return call()
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(1, "search")
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def ask(
        self,
        widget: "Widget",
        call: Callable[[], T],
        then: Callable[[T], None],
        wrong: Callable[[ValueError], None],
        *,
        slow: Callable[[], None] | None = None,
        group: str = "search",
    ) -> None:
        """Have `then` called with what `call` returns, or `wrong` with its ValueError.

        A later question of the same group makes this one void. `slow` is called when it takes
        longer than one notices.
        """
        if self.at_once:
            _settle(call, then, wrong)
            return
        widget.run_worker(
            self._later(widget, call, then, wrong, slow),
            group=group,
            exclusive=True,
            description=group,
        )

    async def _later(
        self,
        widget: "Widget",
        call: Callable[[], T],
        then: Callable[[T], None],
        wrong: Callable[[ValueError], None],
        slow: Callable[[], None] | None,
    ) -> None:
        timer = widget.set_timer(SLOW_SECONDS, slow) if slow else None
        try:
            found = await self.run(call)
        except ValueError as error:
            wrong(error)
        else:
            then(found)
        finally:
            if timer:
                timer.stop()

    def close(self) -> None:
        """Let go of the thread; what waits for its turn is not asked any more."""
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)


def _settle(
    call: Callable[[], T], then: Callable[[T], None], wrong: Callable[[ValueError], None]
) -> None:
    try:
        found = call()
    except ValueError as error:
        wrong(error)
    else:
        then(found)

"""A source asked by the shell: how far it is shows while it lasts, an old copy is told of."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from summit_tui.catalogue.provenance import Origin
from summit_tui.cli import talk
from summit_tui.formats import update_words
from summit_tui.formats.sources import Arrived, Watch, arrive

SLOW_SECONDS = 1.0
"""What takes longer is seen to go on."""


def arrival(origin: Origin) -> Arrived:
    """Return what the source of `origin` gives, as `sources.arrive` does; an old copy is told."""
    with watched() as watch:
        arrived = arrive(origin, watch)
    if told := update_words.trouble(arrived):
        talk.say(told)
    return arrived


@contextmanager
def watched() -> Iterator[Watch]:
    """Show how much has come, as long as something comes, and what goes on if that takes long."""
    shown = False

    def show(read: int, total: int | None) -> None:
        nonlocal shown
        shown = True
        talk.progress(update_words.progress(read, total))

    def still() -> None:
        nonlocal shown
        shown = True
        talk.progress(update_words.READING)

    slow = Timer(SLOW_SECONDS, still)
    slow.daemon = True
    slow.start()
    try:
        yield Watch(show)
    finally:
        slow.cancel()
        slow.join()  # it may be showing something just now
        if shown:
            talk.progress("")

"""A source asked by the shell: how far it is shows while it lasts, an old copy is told of."""

from summit_tui.catalogue.provenance import Origin
from summit_tui.cli import talk
from summit_tui.formats.kept_copies import age
from summit_tui.formats.sources import Arrived, Watch, arrive, is_address


def arrival(origin: Origin) -> Arrived:
    """Return what the source of `origin` gives, as `sources.arrive` does."""
    try:
        return arrive(origin, Watch(_show))
    finally:
        if is_address(origin.source):
            talk.progress("")


def tell_trouble(arrived: Arrived) -> None:
    """Say where nobody answered, so that a copy had to serve."""
    if arrived.trouble:
        talk.say(f"{arrived.trouble}; this is the copy of {age(arrived.at)}")


def _show(read: int, total: int | None) -> None:
    of = f" of {total // 1024:,}" if total else ""
    talk.progress(f"{read // 1024:,}{of} kB")

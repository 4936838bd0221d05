"""JSON Lines out: one session object of `as_json` a line, for tools that read a line at a time."""

from summit_tui.formats.export import Export
from summit_tui.formats.writers.as_json import lines


def render(export: Export) -> bytes:
    """Return the sessions in UTF-8; picks of vanished sessions have no object and no line."""
    objects = lines(export.catalogue, export.sessions, export.picks)
    return "".join(f"{line}\n" for line in objects).encode()

"""The programmes of this machine as the list of them shows each: title, what it is, where from."""

from pathlib import Path

from textual.content import Content

from summit_tui.catalogue import library
from summit_tui.catalogue.library import Entry
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.library_words import about, came_from
from summit_tui.search.listed import Listed
from summit_tui.tui.words import wrapped

_MUTED, _WRONG = "$foreground-muted", "$text-error"
_OPEN, _CHOSEN = "open", "summit starts with it"
_SHIPPED = "comes with summit"
_BESIDE = 4
"""Cells for the mark, and for a scroll bar that may come."""


def entries(present: Path) -> list[Entry]:
    """Return the programmes that can be opened; the file `present`, which is open, among them."""
    found = library.entries()
    if any(entry.path.resolve() == present for entry in found):
        return found
    return [Entry(present.stem, present, "named"), *found]


def row(found: Listed, width: int, *, is_open: bool, chosen: bool, known: bool) -> Content:
    """Return three lines on a programme, or more where `width` cells are few.

    `known` says whether it was looked at yet.
    """
    name = clean_line(found.entry.name)
    states = [_OPEN] * is_open + [_CHOSEN] * chosen
    facts = "reading …" if not known else about(found) if not found.error else ""
    second = " · ".join(filter(None, (name, facts, *states)))
    shipped = found.entry.path.resolve() == library.shipped().resolve()
    where = f"{found.entry.origin}: {clean_line(str(found.entry.path))}"
    source = came_from(found) or (_SHIPPED if shipped else where)
    parts = (
        (found.title or name, "bold"),
        (second, _MUTED),
        (found.error, _WRONG),
        (source, _MUTED),
    )
    lines = [
        (line, look) for text, look in parts for line in wrapped(text, max(width - _BESIDE, 10))
    ]
    mark = (f"{'>' if is_open else ' '} ", "bold $text-accent")
    first, *rest = lines
    return Content.assemble(mark, first, *((f"\n  {line}", look) for line, look in rest))


def used(found: Listed, *, chosen: bool) -> list[str]:
    """Return what is said where `summit` is to start with a programme, or was until now."""
    if chosen:
        return ["summit starts with no programme of your choice any more."]
    told = [f"summit starts with {found.title or clean_line(found.entry.name)} from now on."]
    first = library.current()
    if first.origin in ("here", "environment"):
        told.append(f"But here {clean_line(str(first.path))} comes first.")
    return told

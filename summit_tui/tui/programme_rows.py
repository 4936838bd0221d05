"""The programmes of this machine as the list of them shows each: title, what it is, where from."""

from pathlib import Path

from textual.content import Content

from summit_tui.catalogue import library
from summit_tui.catalogue.library import Entry
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.library_words import about, came_from
from summit_tui.search.listed import Listed

_MUTED, _WRONG = "$foreground-muted", "$text-error"
_OPEN, _CHOSEN = "open", "summit starts with it"
_SHIPPED = "comes with summit"


def entries(present: Path) -> list[Entry]:
    """Return the programmes that can be opened; the file `present`, which is open, among them."""
    found = library.entries()
    if any(entry.path.resolve() == present for entry in found):
        return found
    return [Entry(present.stem, present, "named"), *found]


def row(found: Listed, *, is_open: bool, chosen: bool, known: bool) -> Content:
    """Return three lines on a programme; `known` says whether it was looked at yet."""
    name = clean_line(found.entry.name)
    states = [_OPEN] * is_open + [_CHOSEN] * chosen
    facts = "reading …" if not known else about(found) if not found.error else ""
    second = " · ".join(filter(None, (name, facts, *states)))
    shipped = found.entry.path.resolve() == library.shipped().resolve()
    where = f"{found.entry.origin}: {clean_line(str(found.entry.path))}"
    return Content.assemble(
        (f"{'>' if is_open else ' '} ", "bold $text-accent"),
        (found.title or name, "bold"),
        (f"\n  {second}", _MUTED),
        (f"\n  {found.error}", _WRONG) if found.error else "",
        (f"\n  {came_from(found) or (_SHIPPED if shipped else where)}", _MUTED),
    )


def used(found: Listed, *, chosen: bool) -> list[str]:
    """Return what is said where `summit` is to start with a programme, or was until now."""
    if chosen:
        return ["summit starts with no programme of your choice any more."]
    told = [f"summit starts with {found.title or clean_line(found.entry.name)} from now on."]
    first = library.current()
    if first.origin in ("here", "environment"):
        told.append(f"But here {clean_line(str(first.path))} comes first.")
    return told

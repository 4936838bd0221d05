"""A programme of this machine in words: what it is, where it came from, what is kept of it."""

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.kept_copies import age
from summit_tui.formats.number_words import counted
from summit_tui.search.listed import Listed


def described(found: Listed) -> str:
    """Return title, days and number of sessions; for one that cannot be opened, why not."""
    if found.error:
        return found.error
    days = " to ".join(dict.fromkeys(found.days))
    parts = (found.title, days, counted(found.sessions, "session"))
    return " · ".join(part for part in parts if part)


def came_from(found: Listed) -> str:
    """Return source and age, and how much is kept; empty where nobody knows."""
    parts = []
    if found.origin is not None:
        source = clean_line(found.origin.origin.source) or "standard input"
        parts.append(f"from {source}, {age(found.origin.fetched)}")
    if len(found.versions) > 1:
        parts.append(counted(len(found.versions), "version"))
    return " · ".join([*parts, *(["edited by hand"] if found.edited else [])])

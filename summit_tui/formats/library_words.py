"""A programme of this machine in words: what it is, where it came from, what is kept of it."""

from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.kept_copies import age
from summit_tui.search.listed import Listed


def described(found: Listed) -> str:
    """Return title, days and number of sessions; for one that cannot be opened, why not."""
    return found.error or " · ".join(filter(None, (found.title, about(found))))


def about(found: Listed) -> str:
    """Return days and number of sessions."""
    days = " to ".join(dict.fromkeys(found.days))
    return " · ".join(filter(None, (days, counted(found.sessions, "session"))))


def came_from(found: Listed) -> str:
    """Return source and age, and how much is kept; empty where nobody knows."""
    parts = []
    if found.origin is not None:
        source = clean_line(found.origin.origin.source) or "standard input"
        parts.append(f"from {source}, {age(found.origin.fetched)}")
    if len(found.versions) > 1:
        parts.append(counted(len(found.versions), "version"))
    return " · ".join([*parts, *(["edited by hand"] if found.edited else [])])

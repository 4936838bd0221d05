"""What one has seen of a programme of the library: the version at the last look.

What is new since is marked until one has looked at it. A convenience beside the kept versions:
where it is damaged, the present version counts as seen.
"""

from contextlib import suppress

from summit_tui.catalogue import own_files, versions
from summit_tui.catalogue.provenance import versions_folder
from summit_tui.catalogue.versions import Version


def unseen_since(name: str) -> Version | None:
    """Return the version that was seen last; None when that is the present one, or unknown.

    Where it is no longer kept, the oldest that is.
    """
    number, now = seen_number(name), versions.present(name)
    if number is None or (now is not None and now.number == number):
        return None
    later = [version for version in versions.kept(name) if version.number >= number]
    return later[0] if later and later[0] != now else None


def look(name: str) -> bool:
    """Count the newest version as seen; return whether that could be remembered.

    An edit by hand is no version yet: whoever made it has seen it.
    """
    kept = versions.kept(name)
    if not kept:
        return False
    newest = versions.present(name) or kept[-1]
    return seen_number(name) == newest.number or set_seen(name, newest.number)


def seen_number(name: str) -> int | None:
    """Return the number of the version that was seen last; None when that is not known."""
    with suppress(OSError, ValueError):
        return int(own_files.read(versions_folder(name) / "seen", 64))
    return None


def set_seen(name: str, number: int) -> bool:
    """Remember that the version of that number was seen; return whether that was possible."""
    try:
        own_files.put(versions_folder(name) / "seen", f"{number}\n".encode())
    except OSError:
        return False
    return True

"""A vdir out: a file per session, as khal, vdirsyncer and todoman share their calendars.

The layout is that of https://vdirsyncer.pimutils.org/en/stable/vdir.html. Each file is a calendar
(`ics`) with one event. Its name is made of the event's UID alone, so that a session that moves is
the same file with another content, whatever else is exported.

A file says whether it is as we wrote it: a digest of the rest stands in it. A program or a person
who changes an event may leave our PRODID there, but cannot know the digest. So no list of our files
has to be kept, and none can be lost.
"""

import hashlib
import re
from collections.abc import Iterator

from summit_tui.catalogue.model import Event
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.formats.export import Export
from summit_tui.formats.revisions import of_event, uid
from summit_tui.formats.writers.ics import item

_DIGEST = "X-SUMMIT-TUI-DIGEST"
_DIGEST_LINE = re.compile(rf"^{_DIGEST}:([0-9a-f]+)\r?\n".encode(), re.MULTILINE)
_BEGIN = b"BEGIN:VCALENDAR\r\n"
_FOLDED = re.compile(rb"\r?\n[ \t]")


def render(export: Export) -> dict[str, bytes]:
    """Return the file of each scheduled session by its name."""
    event = export.catalogue.event
    return {
        file_name(clean_line(uid(event, session))): _signed(item(export, session))
        for session in export.sessions
        if session.start is not None
    }


def file_name(event_uid: str) -> str:
    """Return what the file of the event `event_uid` is called: readable, and no other UID's."""
    digest = hashlib.sha256(event_uid.encode(errors="replace")).hexdigest()[:10]
    return f"{slug(event_uid.partition('@')[0], 60)}-{digest}.ics"


def is_ours(event: Event, name: str, data: bytes) -> bool:
    """Return whether `data`, in a file called `name`, is as we wrote it for a session of `event`.

    What another program changed since is not, nor is a copy under another name. Line ends may
    differ, which some tools change on their way.
    """
    found = _DIGEST_LINE.search(data)
    if found is None or _digest(_DIGEST_LINE.sub(b"", data)) != found[1]:
        return False
    return any(of_event(event, each) and name == file_name(each) for each in _uids(data))


def _signed(calendar: bytes) -> bytes:
    line = f"{_DIGEST}:".encode() + _digest(calendar) + b"\r\n"
    return calendar.replace(_BEGIN, _BEGIN + line, 1)


def _digest(calendar: bytes) -> bytes:
    return hashlib.sha256(calendar.replace(b"\r\n", b"\n")).hexdigest()[:32].encode()


def _uids(data: bytes) -> Iterator[str]:
    """Yield the UIDs, unfolded and unescaped (RFC 5545 §3.1, §3.3.11)."""
    for line in _FOLDED.sub(b"", data).splitlines():
        name, _, value = line.partition(b":")
        if name == b"UID":
            yield re.sub(r"\\(.)", r"\1", value.decode(errors="replace"))

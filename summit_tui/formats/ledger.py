"""The ledger of revisions on disk: one JSON file per event in the state folder.

A calendar file matters more than its ledger, so nothing here fails an export: what could not be
read or written comes back as a notice. A damaged ledger is set aside, never overwritten; one of
a newer version is left alone. Two exports at the same moment may forget a change of one another:
the next export notices it again.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summit_tui.catalogue import clock, own_files
from summit_tui.catalogue.model import Catalogue, Event, Session
from summit_tui.catalogue.text import slug
from summit_tui.formats.revisions import Revision, revise

VERSION = 1
"""Of the file's layout."""
_RISK = "may stay where it was in calendars that have it"


class LedgerError(Exception):
    """A ledger that exists and says nothing that can be used."""


class NewerLedgerError(LedgerError):
    """A ledger whose layout this version does not know."""


def ledger_path(event: Event) -> Path:
    """Return where the revisions of `event` are remembered."""
    from summit_tui.catalogue.places import state_folder

    return state_folder() / "calendar" / f"{slug(event.id)}.json"


def revised(
    catalogue: Catalogue, sessions: Iterable[Session]
) -> tuple[dict[str, Revision], tuple[str, ...]]:
    """Return the revisions to tell calendars, remembered from now on, and notices to print."""
    path = ledger_path(catalogue.event)
    known, notices = _known(path)
    current = revise(known or {}, catalogue, sessions, clock.now())
    if known is not None and current != known:
        try:
            save(path, current)
        except OSError as error:
            notices += (
                f"{path}: not written ({error.strerror}), so a session that moves later {_RISK}",
            )
    return current, notices


def _known(path: Path) -> tuple[dict[str, Revision] | None, tuple[str, ...]]:
    """Return what was remembered, None when nothing may be written over it, and notices."""
    try:
        return load(path), ()
    except OSError as error:
        return None, (f"{path}: not readable ({error.strerror}), so a session that moved {_RISK}",)
    except NewerLedgerError:
        return None, (f"{path}: of a newer summit-tui, so a session that moved {_RISK}",)
    except LedgerError:
        return _set_aside(path)


def _set_aside(path: Path) -> tuple[dict[str, Revision] | None, tuple[str, ...]]:
    aside = path.with_suffix(f".corrupt-{clock.now():%Y%m%dT%H%M%SZ}")
    try:
        path.rename(aside)
    except OSError:
        return None, (f"{path}: damaged; remove it, until then a session that moved {_RISK}",)
    return {}, (f"{path}: damaged, kept as {aside.name}; a session that moved {_RISK}",)


def load(path: Path) -> dict[str, Revision]:
    """Return the ledger at `path`, empty when there is none.

    LedgerError when it is damaged or of a newer version, OSError when it cannot be read.
    """
    import json

    try:
        document = json.loads(own_files.read(path))
        if document["version"] > VERSION:
            raise NewerLedgerError
        return {name: _revision(entry) for name, entry in document["revisions"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LedgerError from error


def _revision(entry: Mapping[str, Any]) -> Revision:
    shown, sequence, stamp = entry["shown"], entry["sequence"], entry["stamp"]
    if not isinstance(shown, str) or not isinstance(sequence, int):
        raise TypeError(entry)
    return Revision(shown, sequence, None if stamp is None else _instant(stamp))


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def save(path: Path, ledger: Mapping[str, Revision]) -> None:
    """Write `ledger` to `path` as a whole; OSError when that fails, with the old file intact."""
    import json

    entries = {
        name: {
            "shown": revision.shown,
            "sequence": revision.sequence,
            "stamp": revision.stamp and revision.stamp.isoformat(),
        }
        for name, revision in sorted(ledger.items())
    }
    text = json.dumps({"version": VERSION, "revisions": entries}, indent=1)
    own_files.put(path, f"{text}\n".encode())

"""What was done to an agenda, so that it can be undone: one JSON line per change, newest last.

An entry is written before the agenda is, as a move that is still to happen, with the digests of
the file before and after it. Whoever opens the journal next, under the agenda's lock, sees from
the file whether the move took place and settles it: a process killed in between leaves no entry
for a change that never was. Lines that cannot be read are dropped; the agenda does not need them.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.plain import from_json, pick_from, plain_pick, to_json
from summit_tui.catalogue.disk import write_atomically
from summit_tui.catalogue.places import state_folder
from summit_tui.catalogue.text import slug

MAX_ENTRIES = 100
MAX_BYTES = 4 * 1024 * 1024
"""So much is kept, oldest dropped first; the newest entry always stays."""

Side = Mapping[str, Pick | None]
"""The picks that a change touched as they were on one side of it; None where there was none."""

NEW, DONE, UNDONE = "new", "done", "undone"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, with the picks it touched."""

    label: str
    before: Side
    after: Side
    state: str = NEW
    """`new` until it has happened for the first time, then `done` or `undone`."""
    moving: str = ""
    """`done` or `undone` while that is still to happen, else empty."""
    base: str = ""
    """The digest of the file that the last move found; empty for no file."""
    expect: str = ""
    """The digest of the file that the last move left."""

    @property
    def result(self) -> Side:
        """The picks as the last move leaves them."""
        return self.before if (self.moving or self.state) == UNDONE else self.after


def digest(text: str | None) -> str:
    """Return a fingerprint of a file's `text`, empty for no file."""
    if text is None:
        return ""
    from hashlib import sha256  # 4 ms, and only writers need it

    return sha256(text.encode(errors="surrogateescape")).hexdigest()


def journal_of(path: Path) -> Path:
    """Return where the journal of the agenda at the real path `path` is kept."""
    return state_folder() / "undo" / f"{slug(path.stem)}-{digest(str(path))[:16]}.jsonl"


def load(path: Path) -> tuple[Entry, ...]:
    """Return the entries of the agenda at `path`, oldest first; none when there is no journal."""
    try:
        lines = journal_of(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, RuntimeError):
        return ()
    entries = []
    for line in lines:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            entries.append(_entry_from(from_json(line)))
    return tuple(entries)


def save(path: Path, entries: Iterable[Entry]) -> None:
    """Write the newest `entries` of the agenda at `path`; OSError when that is impossible.

    It is not waited for the disk: a power cut may cost the history, never the agenda.
    """
    kept: list[str] = []
    size = 0
    for entry in reversed(tuple(entries)):
        line = to_json(_plain_entry(entry)) + "\n"
        size += len(line)
        if kept and (size > MAX_BYTES or len(kept) == MAX_ENTRIES):
            break
        kept.append(line)
    journal = journal_of(path)
    journal.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(journal, "".join(reversed(kept)).encode(), durable=False)


def settle(entries: Iterable[Entry], agenda: Agenda, found: str) -> tuple[Entry, ...]:
    """Return `entries` without moves still to happen, judged by the file with digest `found`."""
    settled: list[Entry] = []
    for entry in entries:
        if not entry.moving:
            settled.append(entry)
        elif _took_place(entry, agenda, found):
            if entry.state == NEW:  # what had been undone before it can no longer be redone
                settled = [item for item in settled if item.state == DONE]
            settled.append(replace(entry, state=entry.moving, moving=""))
        elif entry.state != NEW:
            settled.append(replace(entry, moving=""))
    return tuple(settled)


def _took_place(entry: Entry, agenda: Agenda, found: str) -> bool:
    if found in (entry.expect, entry.base):
        return found == entry.expect
    # Somebody else has written since; what the picks look like must tell.
    return any(agenda.held.get(session_id) == pick for session_id, pick in entry.result.items())


def _plain_entry(entry: Entry) -> dict[str, Any]:
    plain = {name: getattr(entry, name) for name in ("label", "state", "moving", "base", "expect")}
    return plain | {"before": _plain_side(entry.before), "after": _plain_side(entry.after)}


def _plain_side(side: Side) -> dict[str, Any]:
    return {
        session_id: None if pick is None else plain_pick(pick) for session_id, pick in side.items()
    }


def _entry_from(values: dict[str, Any]) -> Entry:
    texts = {name: str(values[name]) for name in ("label", "state", "moving", "base", "expect")}
    return Entry(before=_side_from(values["before"]), after=_side_from(values["after"]), **texts)


def _side_from(values: dict[str, Any]) -> Side:
    return {
        session_id: None if item is None else pick_from(item) for session_id, item in values.items()
    }

"""Doing, undoing and redoing as operations on an agenda and its journal. Pure.

Undo is about picks, not about the file: it takes back what one change did to the picks it
touched, and only where they still are as it left them. What somebody else did since stays.
"""

from dataclasses import replace

from summit_tui.agenda.change import Change, apply
from summit_tui.agenda.journal import DONE, NEW, UNDONE, Entry, Side
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.saving import Operation, Outcome


def doing(change: Change) -> Operation:
    """Return the operation that carries `change` out."""

    def operation(agenda: Agenda, entries: tuple[Entry, ...]) -> Outcome:
        after = apply(agenda, change)
        touched = {
            edit.id for edit in change.edits if agenda.held.get(edit.id) != after.held.get(edit.id)
        }
        if not touched:
            return Outcome(change.label, agenda, entries)
        sides = [
            {each: side.held.get(each) for each in sorted(touched)} for side in (agenda, after)
        ]
        entry = Entry(change.label, sides[0], sides[1], state=NEW, moving=DONE)
        return Outcome(change.label, after, (*entries, entry))

    return operation


def undoing(agenda: Agenda, entries: tuple[Entry, ...]) -> Outcome:
    """Take the last change that stands back."""
    rows = [row for row, entry in enumerate(entries) if entry.state == DONE]
    if not rows:
        return Outcome("", agenda, entries, ("there is nothing to undo",))
    return _moved(agenda, entries, rows[-1], UNDONE)


def redoing(agenda: Agenda, entries: tuple[Entry, ...]) -> Outcome:
    """Carry the change out again that was undone last."""
    rows = [row for row, entry in enumerate(entries) if entry.state == UNDONE]
    if not rows:
        return Outcome("", agenda, entries, ("there is nothing to redo",))
    return _moved(agenda, entries, rows[0], DONE)


def _moved(agenda: Agenda, entries: tuple[Entry, ...], row: int, to: str) -> Outcome:
    entry = entries[row]
    held, source, target = agenda.held.get, entry.after, entry.before
    if to == DONE:
        source, target = target, source
    ready = {each: target[each] for each in source if held(each) == source[each]}
    foreign = [each for each in source if each not in ready and held(each) != target[each]]
    after = agenda.updated(ready)
    word = "undone" if to == UNDONE else "redone"
    notices = [f"not {word}: {_name(each, entry)} was changed since" for each in foreign]
    if after != agenda:
        moved = (*entries[:row], replace(entry, moving=to), *entries[row + 1 :])
    elif foreign:  # left in place, it would bar the way to all earlier changes
        moved = (*entries[:row], *entries[row + 1 :])
        notices.append(f"{entry.label!r} is dropped from the history")
    else:
        moved = (*entries[:row], replace(entry, state=to), *entries[row + 1 :])
        notices.append(f"{entry.label!r} was {word} by hand already")
    return Outcome(entry.label, after, moved, tuple(notices))


def _name(session_id: str, entry: Entry) -> str:
    pick = _pick(session_id, entry.after) or _pick(session_id, entry.before)
    return pick.name if pick else session_id


def _pick(session_id: str, side: Side) -> Pick | None:
    return side.get(session_id)

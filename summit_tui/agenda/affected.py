"""What a change of the programme means for my agenda.

The agenda may be of either version: a pick is looked for in the old one, where it was made, else in
the new one, where an update may have carried it. Nothing is written here, and no pick is dropped:
`renamed` says which picks have to follow a session to its new id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summit_tui.agenda.conflicts import conflicts
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.changes import Change, Changes
from summit_tui.catalogue.model import Session, programme_order
from summit_tui.catalogue.resemblance import nearest


@dataclass(frozen=True, slots=True)
class Gone:
    """A pick whose session the new version does not have."""

    pick: Pick
    session: Session
    """As the old version has it."""
    nearest: tuple[Session, ...]
    """What could stand in for it in the new version, nearest first."""


@dataclass(frozen=True, slots=True)
class NewConflict:
    """Two picks that the change made overlap, or overlap more."""

    id: str
    """The one that is on first, by its new id."""
    other: str
    minutes: int
    before: int
    """The minutes they overlapped by in the old version."""


@dataclass(frozen=True, slots=True)
class Affected:
    """What of a change concerns me; false when nothing does."""

    picks: Mapping[str, Pick]
    """My picks by the ids that the new version gives their sessions, without those gone."""
    changed: tuple[Change, ...]
    """Of the sessions I picked, cancelled ones too, in time order."""
    gone: tuple[Gone, ...]
    """In time order."""
    conflicts: tuple[NewConflict, ...]
    renamed: Mapping[str, str]
    """The new id of every pick whose session has another one now."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.conflicts)

    @property
    def cancelled(self) -> tuple[Change, ...]:
        """The sessions I picked that were cancelled."""
        return tuple(change for change in self.changed if change.cancelled)

    def conflicts_of(self, session_id: str) -> tuple[tuple[str, int], ...]:
        """Return with whom the session of that new id conflicts since the change, and how long."""
        pairs = [(each.id, each.other, each.minutes) for each in self.conflicts]
        pairs += [(other, one, minutes) for one, other, minutes in pairs]
        return tuple((other, minutes) for one, other, minutes in pairs if one == session_id)


def affected(changes: Changes, agenda: Agenda) -> Affected:
    """Return what of `changes` concerns `agenda`."""
    old, new, became = changes.old, changes.new, changes.became
    at_first = {pick.id: old.get(pick.id) for pick in agenda}
    ids = {
        pick.id: became.get(pick.id) if at_first[pick.id] else pick.id
        for pick in agenda
        if at_first[pick.id] or new.get(pick.id)
    }
    picks = {now: pick for pick in agenda if (now := ids.get(pick.id)) is not None}
    gone = [
        Gone(pick, session, nearest(session, new.sessions))
        for pick in agenda
        if (session := at_first[pick.id]) is not None and ids[pick.id] is None
    ]
    return Affected(
        picks=picks,
        changed=tuple(change for change in changes.changed if change.id in picks),
        gone=tuple(sorted(gone, key=lambda each: programme_order(each.session))),
        conflicts=_new_conflicts(changes, picks),
        renamed={
            pick.id: now for now, pick in picks.items() if at_first[pick.id] and now != pick.id
        },
    )


def _new_conflicts(changes: Changes, picks: Iterable[str]) -> tuple[NewConflict, ...]:
    was = {new: old for old, new in changes.became.items()}
    kept = [each for each in picks if each in was]  # what I picked since, I picked knowingly
    mine = [session for session in map(changes.new.get, kept) if session is not None]
    mine_before = [session for each in kept if (session := changes.old.get(was[each]))]
    before = _overlaps(mine_before)
    found = []
    for (one, other), minutes in _overlaps(mine).items():
        earlier = before.get((was[one], was[other]), before.get((was[other], was[one]), 0))
        if minutes > earlier:
            found.append(NewConflict(one, other, minutes, earlier))
    return tuple(found)


def _overlaps(sessions: Iterable[Session]) -> dict[tuple[str, str], int]:
    """Return the minutes of each pair that conflicts, each pair once, the first of it first."""
    order = sorted(sessions, key=lambda session: (programme_order(session), session.id))
    place = {session.id: number for number, session in enumerate(order)}
    return {
        (session_id, clash.id): clash.minutes
        for session_id, clashes in sorted(conflicts(order).items(), key=lambda each: place[each[0]])
        for clash in clashes
        if place[session_id] < place[clash.id]
    }

"""What a change of the programme means for my agenda.

The agenda may be of either version: a pick is looked for in the old one, where it was made, else in
the new one, where an update may have carried it. Nothing is written here, and no pick is dropped:
`renamed` says which picks have to follow a session to its new id.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import Conflict, conflicts
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.walking import walking_of
from summit_tui.catalogue.changes import Change, Changes
from summit_tui.catalogue.model import Catalogue, Session, programme_order
from summit_tui.catalogue.resemblance import nearest

_NOTHING_ELSE = Circumstances()


@dataclass(frozen=True, slots=True)
class Gone:
    """A pick whose session the new version does not have."""

    pick: Pick
    session: Session
    """As the old version has it."""
    nearest: tuple[Session, ...]
    """What could stand in for it in the new version, nearest first."""


class NewConflict(NamedTuple):
    """Two that the change made conflict, or conflict more; one of them may be an appointment."""

    session: Session
    """A pick, as the new version has it: that which is on first."""
    other: Session
    """A pick, or my own appointment."""
    clash: Conflict
    """The other one, as `session` conflicts with it."""
    before: int
    """By how many minutes they conflicted in this way in the old version."""

    @property
    def turned(self) -> "NewConflict":
        """The same, as the other one conflicts with the session."""
        clash = Conflict(self.session.id, self.clash.minutes, self.clash.walk)
        return NewConflict(self.other, self.session, clash, self.before)


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
    """The new id of every pick, left out or not, whose session has another one now."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.conflicts)

    @property
    def cancelled(self) -> tuple[Change, ...]:
        """The sessions I picked that were cancelled."""
        return tuple(change for change in self.changed if change.cancelled)

    def conflicts_of(self, session_id: str) -> tuple[NewConflict, ...]:
        """Return the conflicts that the session of that new id has since the change."""
        either = [side for each in self.conflicts for side in (each, each.turned)]
        return tuple(each for each in either if each.session.id == session_id)


def affected(
    changes: Changes, agenda: Agenda, circumstances: Circumstances = _NOTHING_ELSE
) -> Affected:
    """Return what of `changes` concerns `agenda`.

    `circumstances` are those of the new version; the ways of the old one follow from its own rules.
    """
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
        conflicts=tuple(_new_conflicts(changes, picks, circumstances)),
        renamed={
            pick.id: now for now, pick in picks.items() if at_first[pick.id] and now != pick.id
        }
        | {
            pick.id: now
            for pick in agenda.left_out
            if (now := became.get(pick.id)) not in (None, pick.id)
        },
    )


def _new_conflicts(
    changes: Changes, picks: Iterable[str], circumstances: Circumstances
) -> Iterator[NewConflict]:
    was = {new: old for old, new in changes.became.items()}
    kept = [each for each in picks if each in was]  # what I picked since, I picked knowingly
    mine = [session for session in map(changes.new.get, kept) if session is not None]
    mine_before = [session for each in kept if (session := changes.old.get(was[each]))]
    before = {
        frozenset(changes.became.get(each.id, each.id) for each in (one, other)): clash
        for one, other, clash in _pairs(mine_before, changes.old, circumstances)
    }
    for one, other, clash in _pairs(mine, changes.new, circumstances):
        earlier = before.get(frozenset((one.id, other.id)))
        if earlier is None or _weight(clash) > _weight(earlier):
            alike = earlier is not None and earlier.too_tight == clash.too_tight
            yield NewConflict(one, other, clash, earlier.minutes if alike and earlier else 0)


def _pairs(
    sessions: Iterable[Session], catalogue: Catalogue, circumstances: Circumstances
) -> Iterator[tuple[Session, Session, Conflict]]:
    """Yield each pair that conflicts, once: a session of mine, the other one, and how they do."""
    mine = sorted(sessions, key=lambda session: (programme_order(session), session.id))
    place = {session.id: number for number, session in enumerate(mine)}
    busy = circumstances.busy(mine)
    named = {each.id: each for each in busy}
    found = conflicts(busy, walking_of(catalogue, circumstances.walks))
    for session in mine:
        for clash in found.get(session.id, ()):
            if place.get(clash.id, len(mine)) > place[session.id]:
                yield session, named[clash.id], clash


def _weight(clash: Conflict) -> tuple[bool, int]:
    """Return how bad a conflict is: to overlap is worse than any way that is too long."""
    return not clash.too_tight, clash.minutes

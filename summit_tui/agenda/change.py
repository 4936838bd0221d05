"""What a person does to an agenda, as a value: one action, applied to whatever is on disk.

A change says what to set, never what the whole shall be, so that two people (or the TUI and the
shell) who act at once both get their way. Applying it is pure; `store` does it under the lock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from summit_tui.agenda.merging import Copy, merged_pick
from summit_tui.agenda.model import RATINGS, WANTS, Agenda, Pick
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.problems import did_you_mean
from summit_tui.catalogue.text import clean

Picked = Session | Pick
"""What a change can be about: a session of the programme, or a pick whose session is gone."""

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Edit:
    """What happens to one pick."""

    id: str
    sets: tuple[tuple[str, Any], ...] = ()
    """Fields of `Pick` with their new values."""
    pick: Pick | None = None
    """What to begin with where there is no pick yet, and where its snapshot is missing."""
    create: bool = True
    """Whether a session that is not picked, or was left out, becomes so."""
    remove: bool = False
    """The pick goes, with all it holds."""
    appends: str | None = None
    """Text that goes below the note that is there."""
    copy: Copy | None = None
    """Another version of the pick, to be made into one with it; then nothing else counts."""
    once: bool = False
    """Whether lines of `appends` that the note has already, whole or at its end, are not added."""
    follows: str | None = None
    """The id that the session had before: its pick becomes this one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One user action on any number of picks, with the words that undo calls it by."""

    label: str
    """As an order: `add Opening keynote`."""
    edits: tuple[Edit, ...]


def add(sessions: Iterable[Picked], want: str | None = None) -> Change:
    """Return the change that picks `sessions`.

    One that is picked already keeps its note and, unless `want` is given, how much it is wanted.
    ValueError when `want` is not one of `WANTS`.
    """
    sets = () if want is None else (("want", _known_want(want)),)
    return _change("add", sessions, sets)


def remove(session_ids: Iterable[str]) -> Change:
    """Return the change that drops the picks of `session_ids`, notes and all (undo has them)."""
    edits = tuple(Edit(session_id, remove=True) for session_id in session_ids)
    return Change(f"remove {_counted([edit.id for edit in edits])}", edits)


def follow(renamed: Mapping[str, str]) -> Change:
    """Return the change that carries picks to the new id of their session, by the old one.

    Where both are picked, the two become one pick, with the notes of both.
    """
    edits = [Edit(new, follows=old, create=False) for old, new in renamed.items()]
    left = [Edit(old, remove=True) for old in renamed if old not in renamed.values()]
    return Change(f"follow {_counted(list(renamed.values()))} to a new id", (*edits, *left))


def set_want(sessions: Iterable[Picked], want: str) -> Change:
    """Return the change that says how much `sessions` are wanted; ValueError when unknown."""
    return _change("want", sessions, (("want", _known_want(want)),), f" as {want}")


def set_note(session: Picked, text: str | None) -> Change:
    """Return the change that writes `text`, cleaned, as the note; empty or None takes it away."""
    note = clean(text or "") or None
    return _change("note on", [session], (("note", note),), create=note is not None)


def append_note(session: Picked, text: str) -> Change:
    """Return the change that adds `text`, cleaned, below the note that is on disk by then."""
    pick = session if isinstance(session, Pick) else snapshot(session)
    edit = Edit(pick.id, pick=pick, appends=clean(text))
    return Change(f"note on {_counted([pick.name])}", (edit,))


def bring_notes(notes: Iterable[tuple[Picked, str]]) -> Change:
    """Return the change that adds to each session's note the text that was written elsewhere.

    What is in the note already is not added again, so the same page may be brought twice.
    """
    picks = [(one if isinstance(one, Pick) else snapshot(one), text) for one, text in notes]
    edits = tuple(Edit(pick.id, pick=pick, appends=clean(text), once=True) for pick, text in picks)
    return Change(f"notes on {_counted([pick.name for pick, _ in picks])}", edits)


def rate(session: Picked, rating: int | None) -> Change:
    """Return the change that rates `session` 1 to 5 (else ValueError); None unrates it."""
    if rating is not None and rating not in RATINGS:
        raise ValueError(f"rating {rating} is not one of 1, 2, 3, 4, 5")
    rest = " not at all" if rating is None else f" {rating}"
    return _change("rate", [session], (("rating", rating),), rest, create=rating is not None)


def mark_attended(sessions: Iterable[Picked], attended: bool | None = True) -> Change:
    """Return the change that says whether I was there; None takes the statement away.

    Only having been there picks a session that is not picked yet.
    """
    verb = {True: "attended", False: "did not attend", None: "attended unknown:"}[attended]
    return _change(verb, sessions, (("attended", attended),), create=attended is True)


def merge(theirs: Agenda, name: str, base: Agenda | None = None) -> Change:
    """Return the change that takes another version of the agenda, called `name`, into it.

    With the common ancestor `base` what it took out goes, where it was not changed here.
    """
    before = base or Agenda(theirs.event)
    ids = sorted({*before.held, *theirs.held})
    edits = [Edit(each, copy=Copy(theirs.held.get(each), before.held.get(each))) for each in ids]
    return Change(f"merge {name}", tuple(edits))


def swap(agenda: Agenda, old: Picked, new: Session) -> Change:
    """Return the change that has `new` stand in for `old`, wanted as much as that is in `agenda`.

    More, where it was wanted more already. A pick that holds a note, a rating or whether I was
    there stays, as a maybe: nothing is lost.
    """
    named = _counted([old.name if isinstance(old, Pick) else old.title])
    wanted = snapshot(new)
    wants = [pick.want for pick in (agenda.get(old.id), agenda.get(new.id)) if pick]
    sets = (("want", min(wants, key=WANTS.index, default="want")),)
    label = f"swap {named} for {_counted([wanted.name])}"
    return Change(label, (_leaving(agenda, old.id), Edit(new.id, sets, wanted)))


def take_plan(
    agenda: Agenda,
    chosen: Iterable[tuple[Session, str]],
    left: Iterable[str],
    gone: Iterable[str] = (),
) -> Change:
    """Return the change that makes `agenda` a plan: `chosen` with how much each is wanted.

    What is picked already is left as it is. The picks `left` out are marked so, for the next plan
    to weigh them again; what is `gone` is a wish no more. Of both those that hold a note, a rating
    or whether I was there stay, as a maybe.
    """
    new = [(session, want) for session, want in chosen if session.id not in agenda]
    edits = [_leaving(agenda, each, (("left_out", True),)) for each in left if each in agenda]
    edits += [_leaving(agenda, each) for each in gone if each in agenda.held]
    edits += [Edit(one.id, (("want", want),), snapshot(one)) for one, want in new]
    return Change("take the plan", tuple(edits))


def holds_something(pick: Pick | None) -> bool:
    """Return whether `pick` has a note, a rating, or says whether I was there."""
    return pick is not None and bool(pick.note or pick.rating or pick.attended is not None)


def _leaving(agenda: Agenda, session_id: str, sets: tuple[tuple[str, Any], ...] = ()) -> Edit:
    """Return what becomes of a pick that makes room for another; without `sets` it goes."""
    if holds_something(agenda.get(session_id)):
        return Edit(session_id, (("want", "maybe"),), create=False)
    return Edit(session_id, sets, create=False, remove=not sets)


def apply(agenda: Agenda, change: Change) -> Agenda:
    """Return `agenda` after `change`; equal to it when there is nothing to change."""
    picks: dict[str, Pick | None] = {}
    leaving = {edit.follows for edit in change.edits if edit.follows is not None}
    for edit in change.edits:
        before = picks[edit.id] if edit.id in picks else agenda.held.get(edit.id)
        if edit.follows is not None:
            came = agenda.held.get(edit.follows)
            picks[edit.id] = _followed(came, None if edit.id in leaving else before, edit.id)
        else:
            picks[edit.id] = _edited(before, edit)
    return agenda.updated(picks)


def _followed(came: Pick | None, there: Pick | None, session_id: str) -> Pick | None:
    """Return the pick of a session that was picked under two ids, or under one of them."""
    return there if came is None else merged_pick(there, Copy(came._replace(id=session_id), None))


def _edited(pick: Pick | None, edit: Edit) -> Pick | None:
    if edit.copy is not None:
        return merged_pick(pick, edit.copy)
    if edit.remove or (pick is None and not edit.create):
        return None
    begun = pick or edit.pick or Pick(edit.id)
    if begun.left_out and not edit.create:
        return begun
    begun = begun._replace(left_out=False)
    edited = begun._replace(**dict(edit.sets))
    if edit.appends:
        more = unwritten(begun.note or "", edit.appends) if edit.once else edit.appends
        edited = edited._replace(note="\n".join(filter(None, (begun.note, more))) or None)
    if pick is not None and edited != pick and edit.pick is not None:
        title, start = edited.title or edit.pick.title, edited.start or edit.pick.start
        edited = edited._replace(title=title, start=start)
    return edited


def unwritten(note: str, text: str) -> str:
    """Return the lines of `text` that `note` lacks: none where it holds them all in a row.

    Where it ends with the first of them, the others.
    """
    has, lines = note.split("\n"), text.split("\n")
    if any(has[start : start + len(lines)] == lines for start in range(len(has))):
        return ""
    known = range(min(len(has), len(lines)), 0, -1)
    return "\n".join(lines[next((n for n in known if has[-n:] == lines[:n]), 0) :])


def snapshot(session: Session) -> Pick:
    """Return a new pick of `session`, wanted as usual, that can name it should it vanish."""
    start = None if session.start is None else session.start.isoformat()
    return Pick(session.id, title=session.title or None, start=start)


def _change(
    verb: str,
    sessions: Iterable[Picked],
    sets: tuple[tuple[str, Any], ...],
    rest: str = "",
    *,
    create: bool = True,
) -> Change:
    picks = [item if isinstance(item, Pick) else snapshot(item) for item in sessions]
    edits = tuple(Edit(pick.id, sets, pick, create) for pick in picks)
    return Change(f"{verb} {_counted([pick.name for pick in picks])}{rest}", edits)


def _counted(names: list[str]) -> str:
    if len(names) != 1:
        return f"{len(names)} sessions"
    name = names[0]
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _known_want(want: str) -> str:
    if want not in WANTS:
        hint = did_you_mean(want, WANTS)
        raise ValueError(f"want {want!r} is not one of {', '.join(WANTS)}{hint and f'; {hint}'}")
    return want

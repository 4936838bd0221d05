"""How the commands that change the agenda name sessions, apply a change and tell about it."""

import sys
from collections.abc import Iterable, Sequence

from summit_tui.agenda.change import Change, Picked
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.text import clean_line, fold
from summit_tui.cli import listing, talk
from summit_tui.cli.desk import Desk

_MOST_TOLD = 20
"""So many sessions are named one by one."""


def names(given: Sequence[str]) -> list[str]:
    """Return the ids and codes given, `-` replaced by those on standard input.

    A line of input names its session in its first tab-separated column, so that both
    `--format ids` and the plain output of `search` can be piped in.
    """
    found: list[str] = []
    for name in given:
        if name == "-":
            lines = [clean_line(line.split("\t", 1)[0]) for line in sys.stdin]
            found += [line for line in lines if line]
        else:
            found.append(clean_line(name))
    if not found:
        talk.nothing("no session was named")
    return list(dict.fromkeys(found))


def picked(desk: Desk, given: Sequence[str]) -> list[Picked]:
    """Return the sessions called so, or my picks of sessions that the programme has dropped.

    Each once, though its id and its code name it both.
    """
    picks = {
        fold(pick.id): pick for pick in desk.agenda_to_change if desk.catalogue.get(pick.id) is None
    }
    found = [picks.get(fold(name)) or desk.session(name) for name in names(given)]
    return list({each.id: each for each in found}.values())


def one(desk: Desk, name: str) -> Picked:
    """Return the one session called so; `-` reads its name, and no other, from standard input."""
    found = picked(desk, [name])
    if len(found) > 1:
        talk.fail(f"{len(found)} sessions are named: this is done one at a time")
    return found[0]


def apply(desk: Desk, change: Change, done: str) -> None:
    """Make `change`, and say what became of it: `done` where anything changed."""
    applied = desk.store.apply(change)
    for notice in applied.notices:
        talk.say(notice)
    changed = set(applied.changed)
    if not changed:
        talk.say("nothing to change: it is so already")
        return
    before, now = applied.before.picks, applied.after.picks
    touched = [edit.id for edit in change.edits if edit.id in changed]
    for session_id in touched[:_MOST_TOLD]:
        mark = f" {WANT_MARKS[now[session_id].want]}" if session_id in now else ""
        pick = now.get(session_id) or applied.before.held[session_id]
        talk.say(f"{done}{mark} {_named(desk, pick)}")
    if len(touched) > _MOST_TOLD:
        talk.say(f"… and {len(touched) - _MOST_TOLD} more")
    if same := len(change.edits) - len(touched):
        talk.say(f"{same} more {'was' if same == 1 else 'were'} so already")
    tell_conflicts(desk, set(now) - set(before), now)


def _named(desk: Desk, pick: Pick) -> str:
    session = desk.catalogue.get(pick.id)
    if session is None:
        return f"{pick.name} (no longer in the programme)"
    return f"{session.title} ({listing.when(session)})"


def tell_conflicts(desk: Desk, new: Iterable[str], picks: Iterable[str]) -> None:
    """Say which of the sessions just picked clash with something on the agenda."""
    from summit_tui.agenda.clash_words import clash_words, sign
    from summit_tui.agenda.conflicts import conflicts

    sessions = [desk.catalogue.get(session_id) for session_id in picks]
    by_id = {session.id: session for session in sessions if session is not None}
    clashes = conflicts(desk.circumstances.busy(by_id.values()), desk.circumstances.walking)
    told: set[frozenset[str]] = set()
    for session_id in sorted(new):
        for clash in clashes.get(session_id, ()):
            pair = frozenset((session_id, clash.id))
            other = desk.named(clash.id)
            if other is not None and pair not in told:
                told.add(pair)
                words = clash_words(clash, by_id[session_id], other)
                talk.say(f"{sign(clash)} {by_id[session_id].title}: {words}")

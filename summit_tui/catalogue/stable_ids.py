"""Ids over updates: a session keeps the one it had, so that picks, notes and calendars hold.

An import makes ids of what the source gives: of a code that changes, of a title that is reworded,
of a number (`lunch-2`) that another session had before. Where pairing says that a session is the
same, the old id stays; what is new never gets the id of another. Ids that a person wrote, in our
own format, are not this module's business: they are believed.
"""

from collections.abc import Iterable, Mapping

from summit_tui.catalogue.model import Catalogue, Session, SessionList
from summit_tui.catalogue.pairing import pairs


def with_old_ids(old: Catalogue, new: Catalogue) -> Catalogue:
    """Return `new` with the ids of `old` for the sessions that it has, in the order of `new`."""
    before, after = tuple(old.sessions), tuple(new.sessions)
    kept = {after[other].id: before[row].id for row, other in pairs(before, after)}
    names = kept | _fresh((one.id for one in after if one.id not in kept), old, new, kept)
    if all(name == given for given, name in names.items()):
        return new
    return new._replace(sessions=SessionList([_called(one, names) for one in after]))


def _fresh(
    added: Iterable[str], old: Catalogue, new: Catalogue, kept: Mapping[str, str]
) -> dict[str, str]:
    """Return an id for each added session: its own, with a number where that is another's."""
    taken = {*old.sessions.ids(), *kept.values()}
    reserved = {*taken, *new.sessions.ids()}
    names: dict[str, str] = {}
    for given in added:
        name, number = given, 2
        if given in taken:
            while name in reserved:
                name, number = f"{given}-{number}", number + 1
        taken.add(name)
        reserved.add(name)
        names[given] = name
    return names


def _called(session: Session, names: Mapping[str, str]) -> Session:
    repeats = session.repeats
    return session._replace(
        id=names[session.id],
        repeats=None if repeats is None else names.get(repeats, repeats),
    )

"""Two versions of one agenda made into one: from git, from two machines, from a synchroniser.

Without a common ancestor a deletion cannot be told from an absence, so nothing is taken out, and
every field takes the least value that holds both: the join of a semilattice, hence commutative,
associative and idempotent, in any order, any number of times.

| field | of two values |
| --- | --- |
| want | the stronger |
| note | every line of both (`merging_notes`) |
| rating | the higher; the other becomes a line of the note |
| attended | that I was there |
| left_out | that it is not |
| title, start | the one that sorts last; they only name the session should it vanish |
| unknown | the union; of two values of one field the one that sorts last as JSON |

With an ancestor, what one side changed and the other left alone is as the first has it, a pick
that was taken out included; what both changed is joined as above, and a pick that one side took
out and the other changed stays. That is commutative and idempotent, the ancestor is neutral, and
an empty ancestor gives the join. It is not associative: notes are merged line by line then.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from summit_tui.agenda import merging_notes
from summit_tui.agenda.model import WANTS, Agenda, Extra, Pick
from summit_tui.agenda.plain import to_json


class Copy(NamedTuple):
    """A pick as another version of the agenda has it; None where that has none."""

    theirs: Pick | None
    base: Pick | None = None
    """As the common ancestor has it."""


class Disagreement(NamedTuple):
    """Two values that both sides set, of which the result shows one, or both one by one."""

    pick: Pick
    """The merged one."""
    field: str
    """Of the pick, or the name of an unknown field; `pick` where one side took it out."""
    one: Any
    other: Any
    kept: Any


def join(one: Agenda, other: Agenda) -> Agenda:
    """Return the least agenda that holds both; ValueError when they are of two events."""
    return merge(Agenda(one.event), one, other)


def merge(base: Agenda, one: Agenda, other: Agenda) -> Agenda:
    """Return `base` after what `one` and what `other` made of it; ValueError as for `join`."""
    if one.event != other.event:
        raise ValueError(f"one is of {one.event}, the other of {other.event}")
    ids = {**base.held, **one.held, **other.held}
    copies = {each: Copy(other.held.get(each), base.held.get(each)) for each in ids}
    merged = {each: merged_pick(one.held.get(each), copy) for each, copy in copies.items()}
    picks = {each: pick for each, pick in merged.items() if pick is not None}
    extra = _extra(base.extra, one.extra, other.extra)
    return Agenda(one.event, picks, extra, max(one.version, other.version))


def merged_pick(mine: Pick | None, copy: Copy) -> Pick | None:
    """Return what `mine` becomes with another version of it; None where it goes."""
    theirs, base = copy
    if mine is None or theirs is None:
        left = mine or theirs
        return left if left and (base is None or _changed(left, base)) else None
    before = base or _nothing(mine)
    values = {
        name: _merged(before, mine, theirs, name, join_values)
        for name, join_values in _JOINS.items()
    }
    note = merging_notes.merge(before.note, mine.note, theirs.note)
    if lower := _lower_rating(before, mine, theirs):
        note = merging_notes.join(note, f"Also rated {lower} of 5.")
    extra = _extra(before.extra, mine.extra, theirs.extra)
    left_out = _left_out(mine, theirs, base)
    return Pick(mine.id, note=note, extra=extra, left_out=left_out, **values)


def disagreements(base: Agenda, one: Agenda, other: Agenda) -> Iterator[Disagreement]:
    """Yield what both set to two values, pick by pick: what a person may want to look at."""
    for session_id in sorted({*one.held, *other.held}):
        mine = one.held.get(session_id)
        copy = Copy(other.held.get(session_id), base.held.get(session_id))
        merged = merged_pick(mine, copy)
        if merged is None:
            continue
        if mine is None or copy.theirs is None:
            if copy.base is not None:
                yield Disagreement(merged, "pick", mine, copy.theirs, merged)
        else:
            yield from _of_fields(merged, mine, copy.theirs, copy.base or _nothing(mine))


def _of_fields(merged: Pick, mine: Pick, theirs: Pick, before: Pick) -> Iterator[Disagreement]:
    for name in ("want", "note", "rating", "attended"):
        was, one, other, kept = (getattr(each, name) for each in (before, mine, theirs, merged))
        both_set = one != other and was not in (one, other) and None not in (one, other)
        if both_set and (name != "note" or kept not in (one, other)):
            yield Disagreement(merged, name, one, other, kept)
    was, *sides, kept = (dict(each.extra) for each in (before, mine, theirs, merged))
    for name in sorted(set(sides[0]) & set(sides[1])):
        one, other = sides[0][name], sides[1][name]
        if one != other and was.get(name, _MISSING) not in (one, other):
            yield Disagreement(merged, name, one, other, kept[name])


def _changed(pick: Pick, base: Pick) -> bool:
    """Return whether a person made anything of `pick` since; its snapshot nobody sets."""
    return pick._replace(title=base.title, start=base.start) != base


def _nothing(pick: Pick) -> Pick:
    """Return the ancestor of a pick that has none: no field of it is as any version has it."""
    return Pick(pick.id, want="")


def _merged(
    before: Pick, mine: Pick, theirs: Pick, name: str, join_values: Callable[[Any, Any], Any]
) -> Any:
    was, one, other = (getattr(each, name) for each in (before, mine, theirs))
    if one in (was, other):
        return other
    if other == was:
        return one
    return one if other is None else other if one is None else join_values(one, other)


def _stronger(one: str, other: str) -> str:
    return min(one, other, key=WANTS.index)


_JOINS: dict[str, Callable[[Any, Any], Any]] = {
    "want": _stronger,
    "rating": max,
    "attended": max,
    "title": max,
    "start": max,
}
"""For each field whose values are ordered how two that are there become one."""


def _left_out(mine: Pick, theirs: Pick, base: Pick | None) -> bool:
    """Return whether it is left out: not where one side made something of it meanwhile.

    Where nobody knows what it was, only if both have it so.
    """
    if base is None or mine.left_out == theirs.left_out:
        return mine.left_out and theirs.left_out
    here = mine if mine.left_out == base.left_out else theirs
    return not base.left_out and not _changed(here, base)


def _lower_rating(before: Pick, mine: Pick, theirs: Pick) -> int | None:
    """Return the rating that gives way to a higher one; None when none does."""
    one, other = mine.rating, theirs.rating
    if one is None or other is None or one == other or before.rating in (one, other):
        return None
    return min(one, other)


_MISSING: Any = object()


def _extra(before: Extra, mine: Extra, theirs: Extra) -> Extra:
    """Return the merged unknown fields: as they stand where both sides agree, else by name."""
    was, one, other = dict(before), dict(mine), dict(theirs)
    if to_json(one) in (to_json(was), to_json(other)):
        return theirs
    if to_json(other) == to_json(was):
        return mine
    names = sorted({*one, *other})
    values = {name: _unknown(was, one, other, name) for name in names}
    return tuple((name, value) for name, value in values.items() if value is not _MISSING)


def _unknown(was: dict[str, Any], one: dict[str, Any], other: dict[str, Any], name: str) -> Any:
    sides = [each.get(name, _MISSING) for each in (was, one, other)]
    before, mine, theirs = map(_spelling, sides)
    if mine in (before, theirs):
        return sides[2]
    if theirs == before:
        return sides[1]
    return max(sides[1:], key=_spelling)


def _spelling(value: Any) -> str:
    """Return what orders values of any kind, and a field that is not there before them all."""
    return "" if value is _MISSING else to_json(value)

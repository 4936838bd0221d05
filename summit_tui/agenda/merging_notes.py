"""Two texts of one note made into one that holds every line of both.

Without a common ancestor a note is a set of versions, each a sequence of lines. A version whose
lines all stand, in their order, in another is an earlier state of it and goes; those that are left
stand one below the other, parted by `SEPARATOR`, the fuller first. That is a join: commutative,
associative and idempotent, and no line moves inside its version. With an ancestor what each side
did to it is done line by line, and only where both did something else to the same lines both stay.

Texts are as `clean` leaves them. Nothing here knows what a note is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

SEPARATOR = "--- other version ---"
"""The line between two versions that no machine can make into one."""
_MOST_LINES = 2000
"""Longer notes are joined without their ancestor: comparing takes the square of their length."""

Lines = tuple[str, ...]


def join(one: str | None, other: str | None) -> str | None:
    """Return the least note that holds both; either as it is where it already does."""
    if one is None or one == other:
        return other
    if other is None:
        return one
    return _text(_fullest(_versions(one) | _versions(other)))


def merge(base: str | None, one: str | None, other: str | None) -> str | None:
    """Return `base` after what `one` and what `other` made of it.

    A line that one side took out and the other left alone goes; every line that a side added or
    changed is in the result, and so is every line that both still have. Where a side took the whole
    note away, the other's change keeps it.
    """
    if one in (base, other):
        return other
    if other == base:
        return one
    if base is None or one is None or other is None:
        return join(one, other)
    texts = [tuple(text.split("\n")) for text in (base, one, other)]
    if max(map(len, texts)) > _MOST_LINES:
        return join(one, other)
    merged = "\n".join(_merged(*texts)).strip()
    if not set(texts[1]) & set(texts[2]) <= {*merged.split("\n"), ""}:
        return join(one, other)  # of a line that stands twice each side took out another one
    return merged or None


def _versions(text: str) -> set[str]:
    versions: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line == SEPARATOR:
            versions.append([])
        else:
            versions[-1].append(line)
    return set(filter(None, ("\n".join(lines).strip() for lines in versions)))


def _fullest(versions: set[str]) -> list[str]:
    """Return those of `versions` that no other contains, the fuller first."""
    lines = {text: tuple(text.split("\n")) for text in versions}
    order = sorted(versions, key=lambda text: (-len(lines[text]), text))
    kept: list[str] = []
    for text in order:
        if not any(_within(lines[text], lines[fuller]) for fuller in kept):
            kept.append(text)
    return kept


def _text(versions: Iterable[str]) -> str:
    return f"\n\n{SEPARATOR}\n\n".join(versions) or SEPARATOR


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether every line of `part` stands in `whole`, in the same order."""
    rest = iter(whole)
    return all(line in rest for line in part)


class _Hunk(NamedTuple):
    """What one side put in place of the lines from `start` to `end` of the ancestor."""

    start: int
    end: int
    side: int
    lines: Lines


def _merged(base: Lines, *sides: Lines) -> Iterator[str]:
    place = 0
    hunks = [hunk for side, text in enumerate(sides) for hunk in _hunks(base, side, text)]
    for group in _overlapping(sorted(hunks)):
        start, end = group[0].start, max(hunk.end for hunk in group)
        yield from base[place:start]
        yield from _settled(
            base[start:end],
            *(
                _replaced(base, start, end, [hunk for hunk in group if hunk.side == side])
                for side in range(len(sides))
            ),
        )
        place = end
    yield from base[place:]


def _hunks(base: Lines, side: int, text: Lines) -> list[_Hunk]:
    from difflib import SequenceMatcher

    changes = SequenceMatcher(None, base, text, autojunk=False).get_opcodes()
    return [_Hunk(i, j, side, text[k:m]) for what, i, j, k, m in changes if what != "equal"]


def _overlapping(hunks: Iterable[_Hunk]) -> list[list[_Hunk]]:
    """Return `hunks`, sorted, in groups that concern the same lines of the ancestor.

    What is put in beside a changed line does not concern it; at one place it does.
    """
    groups: list[list[_Hunk]] = []
    end = -1
    for hunk in hunks:
        if groups and (hunk.start < end or hunk[:2] == groups[-1][0][:2]):
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
            end = hunk.end
        end = max(end, hunk.end)
    return groups


def _replaced(base: Lines, start: int, end: int, hunks: Iterable[_Hunk]) -> Lines:
    """Return what stands in place of `base[start:end]` after `hunks`."""
    lines: Lines = ()
    for hunk in hunks:
        lines += base[start : hunk.start] + hunk.lines
        start = hunk.end
    return lines + base[start:end]


def _settled(before: Lines, one: Lines, other: Lines) -> Lines:
    if one == before:
        return other
    if other == before or _within(other, one):
        return one
    if _within(one, other):
        return other
    return min(one, other) + max(one, other)

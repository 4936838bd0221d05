"""Levels: what conditions on them select.

A level is named by its value, its name, what people call it elsewhere (`Scale.read`), the beginning
of its name, or, which is said, by what resembles it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.text import fold
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected, union

BETWEEN = re.compile(r"\s*(?:\.\.|-|–)\s*")
"""What stands between the two ends of a range."""
_OTHERWISE = re.compile(r"[<>=!/;+]|\d[^\d\w]+\d")
"""What is written for something else than one level: a comparison, two levels."""
MOST_SIGNS = 6
"""Further hyphens than these are not tried as the middle of a range."""


class _Step(NamedTuple):
    """A level as one was understood."""

    rank: int
    readings: tuple[tuple[str, str], ...] = ()


def levels(programme: Programme, text: str) -> Selected:
    """Return the rows whose level is `text`: `300`, `300+`, `200-300`, `advanced`."""
    scale = programme.catalogue.scale
    if text.endswith("+") and text[:-1]:
        step = _one(scale, text[:-1])
        return _selected(programme, range(step.rank, len(scale.levels)), step.readings)
    for first, last, ways in _attempts(scale, text):
        low, high = _understood(scale, first, ways), _understood(scale, last, ways)
        if low and high:
            ranks = sorted((low.rank, high.rank))
            readings = dict.fromkeys((*low.readings, *high.readings))
            return _selected(programme, range(ranks[0], ranks[1] + 1), tuple(readings))
    raise _no_level(scale, _culprit(scale, text))


def compared_levels(programme: Programme, text: str, holds: Callable[[int, int], bool]) -> Selected:
    """Return the rows whose level's rank `holds` against that of `text`."""
    scale = programme.catalogue.scale
    step = _one(scale, text)
    ranks = [rank for rank in range(len(scale.levels)) if holds(rank, step.rank)]
    return _selected(programme, ranks, step.readings)


def _selected(
    programme: Programme, ranks: Iterable[int], readings: tuple[tuple[str, str], ...]
) -> Selected:
    values = [programme.catalogue.scale.levels[rank].value for rank in ranks]
    return Selected(union(programme.index, "level", values), readings)


def _attempts(scale: Scale, text: str) -> Iterator[tuple[str, str, "_Ways"]]:
    """Yield what may be meant as the first and the last level, and how far to go to read them.

    A name may hold a hyphen; what begins with a number is rather a range, even a mistyped one.
    """
    middles = list(islice(BETWEEN.finditer(text), MOST_SIGNS))
    ranges = [(text[: sign.start()], text[sign.end() :]) for sign in middles]
    if scale.named(text) is not None:
        yield text, text, _SURE
    yield from ((first, last, _SURE) for first, last in ranges)
    if text[0].isdigit():
        yield from ((first, last, _ALL) for first, last in ranges)
    if not any(last.isdecimal() for _, last in ranges):
        yield text, text, _ALL
    yield from ((first, last, _ALL) for first, last in ranges)


def _culprit(scale: Scale, text: str) -> str:
    """Return the end of the range `text` that means nothing where the other one does, else all."""
    for sign in islice(BETWEEN.finditer(text), MOST_SIGNS):
        ends = text[: sign.start()], text[sign.end() :]
        unknown = [end for end in ends if not _understood(scale, end, _ALL)]
        if len(unknown) == 1 and unknown[0]:
            return unknown[0]
    return text


def _understood(scale: Scale, text: str, ways: "_Ways") -> _Step | None:
    return next((step for understand in ways if (step := understand(scale, text))), None)


def _as_written(scale: Scale, text: str) -> _Step | None:
    if _OTHERWISE.search(text) and scale.named(text) is None:
        return None
    try:
        return _Step(scale.rank(scale.read(text)))
    except ValueError:
        return None


def _as_begun(scale: Scale, text: str) -> _Step | None:
    wanted = fold(text).strip()
    if not wanted or wanted.isdecimal():  # 30 is not the beginning of 300
        return None
    for rank, level in enumerate(scale.levels):
        if any(fold(str(word)).startswith(wanted) for word in (level.value, level.name)):
            return _Step(rank)
    return None


def _as_meant(scale: Scale, text: str) -> _Step | None:
    from summit_tui.search.likeness import nearest  # only a slip pays for it

    known = {word: fold(word) for word in (*scale.words(), *scale.synonyms())}
    numbers = text.isdecimal() or (_OTHERWISE.search(text) and any(map(str.isdigit, text)))
    meant = None if numbers else nearest(fold(text), known)
    if meant is None:
        return None
    level = scale.get(scale.read(meant))
    return _Step(scale.rank(scale.read(meant)), ((text, str(level)),))


_Ways = tuple[Callable[[Scale, str], _Step | None], ...]
_SURE: _Ways = (_as_written, _as_begun)
_ALL: _Ways = (*_SURE, _as_meant)
"""How a level is understood, the surest first."""


def _one(scale: Scale, text: str) -> _Step:
    step = _understood(scale, text, _ALL)
    if step is None:
        raise _no_level(scale, text)
    return step


def _no_level(scale: Scale, text: str) -> QueryError:
    from summit_tui.catalogue.problems import did_you_mean

    names = ", ".join(dict.fromkeys(level.name for level in scale.levels if level.name))
    hint = did_you_mean(text, scale.words()) or f"by name: {names or 'none'}"
    return QueryError(f"level {text!r} is not one of {scale}", hint=hint)

"""Stretches from one number to another, half open: of time in seconds, of a text in characters."""

from collections.abc import Iterable

Span = tuple[int, int]
"""Where it begins, and where it is over."""


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` in order, those that overlap as one; those that only touch stay apart."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)

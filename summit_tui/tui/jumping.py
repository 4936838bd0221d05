"""Letters that stand for entries in sight, so that one or two of them go there. Pure."""

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The nearest to the resting fingers first."""


def labels(count: int) -> list[str]:
    """Return so many labels, none of which another begins with; at most 676.

    One letter each while those suffice; then the last letters each begin many of two.
    """
    size = len(_LETTERS)
    doubled = 0
    while size - doubled + doubled * size < min(count, size * size):
        doubled += 1
    single = list(_LETTERS[: size - doubled])
    pairs = [first + second for first in _LETTERS[size - doubled :] for second in _LETTERS]
    return (single + pairs)[:count]

"""How fingers miss: the typing errors that queries are made with.

A slip leaves the first letter alone, as people mostly do. It drops a letter, adds one, replaces one
or swaps two neighbours, all four equally often. Half of the letters that come in are those next to
the right key (on a QWERTY or an AZERTY keyboard) or the letter before once more, the other half any
letter: an engine that knows keyboards gains nothing by it.
"""

from random import Random
from string import ascii_lowercase

_ROWS = (("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("azertyuiop", "qsdfghjklm", "wxcvbn"))
DROP, ADD, REPLACE, SWAP = "drop", "add", "replace", "swap"
ALL = (DROP, ADD, REPLACE, SWAP)


def slip(word: str, random: Random, kinds: tuple[str, ...] = ALL, count: int = 1) -> str | None:
    """Return `word` with `count` slips; None where a few tries give only the word itself."""
    for _ in range(10):
        typed = word
        for _ in range(count):
            typed = _slipped(typed, random, random.choice(kinds))
        if typed != word and typed.isalnum():
            return typed
    return None


def neighbours(letter: str) -> str:
    """Return the letters next to `letter` on either keyboard, sorted; none for other signs."""
    found: set[str] = set()
    for keyboard in _ROWS:
        for down, row in enumerate(keyboard):
            along = row.find(letter)
            if along < 0:
                continue
            near = keyboard[max(0, down - 1) : down + 2]
            found.update(*(each[max(0, along - 1) : along + 2] for each in near))
    return "".join(sorted(found - {letter}))


def _slipped(word: str, random: Random, kind: str) -> str:
    if len(word) < 3:
        return word
    at = random.randrange(1, len(word) - (kind == SWAP))
    if kind == SWAP:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == DROP:
        return word[:at] + word[at + 1 :]
    if kind == REPLACE:
        return word[:at] + _wrong(word[at], random) + word[at + 1 :]
    doubled = random.random() < 0.25
    return word[:at] + (word[at - 1] if doubled else _wrong(word[at], random)) + word[at:]


def _wrong(letter: str, random: Random) -> str:
    near = neighbours(letter) if random.random() < 0.5 else ""
    return random.choice(near or ascii_lowercase)

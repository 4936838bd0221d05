"""How likely it is that a word was meant by what was typed: a price for each slip of the fingers.

The distance is optimal string alignment (one letter missing, too many, another one, or two swapped;
Oommen and Loke 1997), but the slips do not cost the same: neighbours swapped, a letter doubled or
the key beside it are what fingers do; any other letter, or a wrong first one, is more likely to be
another word. A word is taken for what was meant when its price stays within the `budget` of its
length. Digits are never mistyped: `SVS301` is not `SVS302`.
"""

from functools import cache
from itertools import accumulate

_ROWS = (
    "qwertyuiop asdfghjkl zxcvbnm",  # English
    "azertyuiop qsdfghjklm wxcvbn",  # French
    "qwertzuiop asdfghjkl yxcvbnm",  # German
)

SWAPPED = 0.6
DOUBLED = 0.6
"""A letter typed twice that stands once, or once that stands twice."""
BESIDE = 0.9
"""The key beside the one that was meant, or a vowel for a vowel: `seperate`."""
SLIPPED_IN = 0.8
"""The key beside one that was meant, pressed with it."""
MISSING = 1.0
TOO_MANY = 1.2
"""A letter that nothing explains."""
ANOTHER = 1.7
"""Any other letter."""
FIRST = 0.5
"""What an error in the first letter costs besides: the one letter people get right."""
_NEVER = 9.0
_VOWELS = frozenset("aeiouy")
_SOUND_ALIKE = (frozenset("ck"), frozenset("sz"), frozenset("iy"), frozenset("kq"))


def _neighbours() -> dict[str, frozenset[str]]:
    """Return for each letter those on the keys around it, on any of the keyboards."""
    around: dict[str, set[str]] = {}
    for keyboard in _ROWS:
        places = {
            letter: (column + row * 0.5, row)
            for row, keys in enumerate(keyboard.split(" "))
            for column, letter in enumerate(keys)
        }
        for letter, (x, y) in places.items():
            around.setdefault(letter, set()).update(
                other
                for other, (u, v) in places.items()
                if other != letter and abs(x - u) <= 1 and abs(y - v) <= 1
            )
    return {letter: frozenset(others) for letter, others in around.items()}


NEIGHBOURS = _neighbours()
_NONE: frozenset[str] = frozenset()


def sounding_like(letter: str) -> frozenset[str]:
    """Return the letters that are written for the same sound, `letter` among them."""
    return frozenset({letter}).union(*(each for each in _SOUND_ALIKE if letter in each))


def budget(length: int) -> float:
    """Return what the slips in a word of that length may cost together.

    Three letters may be swapped, four hold one slip, from eight on two are no surprise.
    """
    if length < 3:
        return 0.0
    return _BUDGETS[min(length, len(_BUDGETS) + 2) - 3]


_BUDGETS = (SWAPPED, MISSING, 1.2, 1.4, 1.6, 2.0, 2.0, 2.4, 2.4, 2.8)
"""For words of 3, 4, 5 … letters."""


def price(typed: str, meant: str) -> float:
    """Return what it costs to have typed `typed` for `meant`; 0 when they are the same."""
    extras = [_too_many(typed, row) for row in range(len(typed))]
    lacks = [_missing(meant, column) for column in range(len(meant))]
    before: list[float] = []
    above = [0.0, *accumulate(lacks)]
    for row, key in enumerate(typed):
        current = [above[0] + extras[row]]
        for column, letter in enumerate(meant):
            if key == letter:
                best = above[column]
            else:
                best = above[column] + _instead(key, letter) + (0.0 if row or column else FIRST)
                if row and column and key == meant[column - 1] and typed[row - 1] == letter:
                    swapped = SWAPPED if key.isalpha() and letter.isalpha() else _NEVER
                    best = min(best, before[column - 1] + swapped)
            best = min(best, above[column + 1] + extras[row], current[column] + lacks[column])
            current.append(best)
        before, above = above, current
    return above[-1]


def _missing(meant: str, column: int) -> float:
    letter = meant[column]
    if letter.isdigit():
        return _NEVER
    if column == 0:
        return MISSING + FIRST
    return DOUBLED if meant[column - 1] == letter else MISSING


def _too_many(typed: str, row: int) -> float:
    key = typed[row]
    if key.isdigit():
        return _NEVER
    if row and typed[row - 1] == key:
        return DOUBLED
    near = NEIGHBOURS.get(key, _NONE)
    pressed_with = (row and typed[row - 1] in near) or typed[row + 1 : row + 2] in near
    return (SLIPPED_IN if pressed_with else TOO_MANY) + (0.0 if row else FIRST)


@cache
def _instead(key: str, letter: str) -> float:
    if key.isdigit() or letter.isdigit():
        return _NEVER
    pair = {key, letter}
    alike = pair <= _VOWELS or any(pair <= sounds for sounds in _SOUND_ALIKE)
    return BESIDE if alike or letter in NEIGHBOURS.get(key, _NONE) else ANOTHER

"""How alike two sessions are whose ids say nothing: by title, speakers, slot and abstract.

A title is compared by its runs of three letters, which stand a typing error, a word more, and
scripts without blanks. `Part 1` and `Part 2` are two sessions however alike they look. Nothing is
decided here but `how_sure`; who is paired with whom is `pairing`'s business.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.text import fold

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"\d+|\b(?:[IVX]+|[A-H]|(?i:one|two|three|four|five|six|first|second|third|last"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b|\b[A-Za-z]$"
)
"""What tells the parts of a series apart."""
_SPOKEN_BY_SAME, _SPEAKERS_UNKNOWN, _SPOKEN_BY_OTHERS = 0.5, 0.8, 0.95
"""How alike titles must be, by what the speakers say."""
_SAME_START, _SAME_SLOT = -0.1, -0.15
_OTHER_NUMBER, _NUMBER_MORE = 0.5, 0.25
_SAME_PROSE, _OTHER_PROSE = -0.35, 0.2
"""What else adds to that, or takes from it."""
_LEAST = 0.3
"""No titles less alike are one session, whatever else is the same."""
_ADDED = 0.85
"""How alike a title is to one that holds it whole."""
_SHORTEST_PART = 12
_PROSE_READ = 800
_NEAR = 0.4
"""How alike a title must be for a session to stand in for another."""
_SHARED_SPEAKER, _SAME_TRACK = 0.4, 0.1


class Looks:
    """A session as it is compared."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.title = " ".join(_WORD.findall(fold(session.title)))
        self.people = frozenset(fold(speaker.name) for speaker in session.speakers)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every run of three letters of the title."""
        padded = f" {self.title} "
        return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))

    @cached_property
    def numbers(self) -> Counter[str]:
        """The numbers of the title, `II`, `B`, `second` and `Tuesday` among them."""
        return Counter(map(str.lower, _NUMBER.findall(self.session.title)))

    @cached_property
    def prose(self) -> frozenset[str]:
        """The words of the abstract."""
        return frozenset(_WORD.findall(fold((self.session.abstract or "")[:_PROSE_READ])))

    @property
    def slot(self) -> tuple[float, str | None] | None:
        """When and where it is; None without a time."""
        start = self.session.start
        return None if start is None else (start.timestamp(), self.session.room)

    def marks(self) -> set[str]:
        """Return what a session that resembles this one probably shares: words, people, slot."""
        words = self.title.split()
        ends = {
            part for word in words if len(word) > 5 for part in (f"{word[:4]}-", f"-{word[-4:]}")
        }
        if not self.title.isascii():
            ends |= {f"~{run}" for run in self.letters}  # a script without blanks is one long word
        slot = {f"@{self.slot}"} if self.slot else set()
        return {*words, *ends, *(f"by {name}" for name in self.people), *slot}


def title_likeness(one: Looks, other: Looks) -> float:
    """Return how alike two titles are: 1 for the same words, 0 for no run of letters in common."""
    if one.title == other.title:
        return 1.0
    shared = len(one.letters & other.letters)
    shorter, longer = sorted((len(one.letters), len(other.letters)))
    likeness = 2 * shared / (shorter + longer or 1)
    if shorter >= _SHORTEST_PART:
        likeness = max(likeness, _ADDED * shared / shorter)
    return likeness


def nearest(session: Session, sessions: Iterable[Session], most: int = 3) -> tuple[Session, ...]:
    """Return those of `sessions` that could stand in for `session`, at most `most`, nearest first.

    Cancelled ones never; none when nothing is like it in title or speakers.
    """
    gone = Looks(session)
    found = []
    for row, other in enumerate(sessions):
        if other.cancelled:
            continue
        looks = Looks(other)
        shared = bool(gone.people & looks.people)
        likeness = title_likeness(gone, looks) + _SHARED_SPEAKER * shared
        if shared or likeness >= _NEAR:
            likeness += _SAME_TRACK * (session.track is not None and session.track == other.track)
            found.append((-likeness, row, other))
    return tuple(other for *_, other in sorted(found)[:most])


def how_sure(one: Looks, other: Looks) -> float:
    """Return by how much two sessions are more alike than one session must be; negative for less.

    The same whichever comes first.
    """
    likeness = title_likeness(one, other)
    if likeness < _LEAST:
        return likeness - 1
    needed = _by_speakers(one, other) + _by_numbers(one, other) + _by_prose(one, other)
    if one.slot is not None and other.slot is not None and one.slot[0] == other.slot[0]:
        needed += _SAME_SLOT if one.slot == other.slot else _SAME_START
    return likeness - max(needed, _LEAST)


def _by_speakers(one: Looks, other: Looks) -> float:
    if not one.people or not other.people:
        return _SPEAKERS_UNKNOWN
    shared = len(one.people & other.people)
    enough = 2 * shared >= min(len(one.people), len(other.people))
    return _SPOKEN_BY_SAME if enough else _SPOKEN_BY_OTHERS


def _by_numbers(one: Looks, other: Looks) -> float:
    if one.numbers == other.numbers:
        return 0.0
    return _OTHER_NUMBER if one.numbers and other.numbers else _NUMBER_MORE


def _by_prose(one: Looks, other: Looks) -> float:
    if not one.prose or not other.prose:
        return 0.0
    shared = len(one.prose & other.prose) / min(len(one.prose), len(other.prose))
    return _SAME_PROSE if shared > 0.8 else _OTHER_PROSE if shared < 0.5 else 0.0

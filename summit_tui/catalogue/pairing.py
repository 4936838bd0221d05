"""Which session of a new version is which of the old one.

In this order: by the ids of the source, by id, by code, by title and speakers, by speakers and
abstract, and last by how alike they look (`resemblance`). Each session is paired at most once, and
the answer is the same the other way round.

An id is believed where a person wrote it. An import numbers the sessions that its source calls the
same (`lunch`, `lunch-2`), and dropping one renumbers the others: such ids, and any that are made
of a common title alike, count for nothing. Their sessions are told apart by start and room, like
all runs of one session.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.resemblance import Looks, how_sure
from summit_tui.catalogue.text import fold, slug

Key = Callable[[Session], Hashable | None]
"""What two sessions must have in common; None for a session it says nothing of."""
Rows = list[int]

_FORMAT = "format"
"""The one entry of a source that is no id."""
_SHORTEST_ABSTRACT = 40
"""A shorter one (`TBA`, `See above.`) tells nothing apart."""
_MOST_RUNS = 2500
"""So many pairs of runs are weighed by their distance in time; beyond, they pair in order."""
_OTHER_ROOM = 30.0
"""Minutes that a change of room weighs among runs."""
_MOST_PAIRS = 100_000
"""So many pairs are looked at closely, those with the rarest things in common first."""


def pairs(old: Iterable[Session], new: Iterable[Session]) -> list[tuple[int, int]]:
    """Return the positions of each session of `old` and of what it is in `new`, by the former."""
    pairing = _Pairing(tuple(old), tuple(new))
    for key in _source_keys((*pairing.old, *pairing.new)):
        pairing.by(key)
    pairing.by(_believed_id(pairing.old, pairing.new))
    pairing.by(_rare_code(pairing.old, pairing.new))
    for key in (_content, _prose):
        pairing.by(key)
    pairing.by_looks()
    pairing.by(lambda session: session.id)
    return sorted(pairing.found.items())


class _Pairing:
    """What is paired so far."""

    def __init__(self, old: tuple[Session, ...], new: tuple[Session, ...]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self._taken: set[int] = set()

    def by(self, key: Key) -> None:
        """Pair the sessions left that have `key` in common; several are told apart as runs."""
        theirs = _grouped(self._left_new(), self.new, key)
        for value, mine in _grouped(self._left_old(), self.old, key).items():
            others = theirs.get(value)
            if others is None:
                continue
            if len(mine) == len(others) == 1:
                self._take(mine[0], others[0])
            else:
                self._tell_apart(mine, others)

    def by_looks(self) -> None:
        """Pair the sessions left that resemble each other most, the surest first."""
        old = {row: Looks(self.old[row]) for row in self._left_old()}
        new = {row: Looks(self.new[row]) for row in self._left_new()}
        sure = [
            (-margin, self._distance(pair), pair)
            for pair in _candidates(old, new)
            if (margin := how_sure(old[pair[0]], new[pair[1]])) >= 0
        ]
        for _, _, (mine, other) in sorted(sure):
            self._take(mine, other)

    def _tell_apart(self, mine: Rows, others: Rows) -> None:
        """Pair runs of one session: by slot, by id where that can be, by hour, by distance."""
        same_ids = {self.old[row].id for row in mine} == {self.new[row].id for row in others}
        for key in (*_SLOTS, *((_id,) if same_ids else ()), *_HOURS):
            left = _grouped((row for row in others if row not in self._taken), self.new, key)
            kept = _grouped((row for row in mine if row not in self.found), self.old, key)
            for value, rows in kept.items():
                for one, other in zip(rows, left.get(value, ()), strict=False):
                    self._take(one, other)
        mine = [row for row in mine if row not in self.found]
        others = [row for row in others if row not in self._taken]
        if len(mine) * len(others) > _MOST_RUNS:
            near: Iterable[tuple[int, int]] = zip(mine, others, strict=False)
        else:
            near = sorted(product(mine, others), key=self._distance)
        for one, other in near:
            self._take(one, other)

    def _distance(self, pair: tuple[int, int]) -> tuple[float, int, int]:
        return _apart(self.old[pair[0]], self.new[pair[1]]), min(pair), max(pair)

    def _take(self, mine: int, other: int) -> None:
        if mine not in self.found and other not in self._taken:
            self.found[mine] = other
            self._taken.add(other)

    def _left_old(self) -> Iterator[int]:
        return (row for row in range(len(self.old)) if row not in self.found)

    def _left_new(self) -> Iterator[int]:
        return (row for row in range(len(self.new)) if row not in self._taken)


def _grouped(rows: Iterable[int], sessions: Sequence[Session], key: Key) -> dict[Hashable, Rows]:
    groups: dict[Hashable, Rows] = defaultdict(list)
    for row in rows:
        value = key(sessions[row])
        if value is not None:
            groups[value].append(row)
    return groups


def _source_keys(sessions: Iterable[Session]) -> list[Key]:
    """Return the keys that the sources' ids make: all of them together, then each."""
    names = {
        (dict(session.source).get(_FORMAT), name)
        for session in sessions
        for name, _ in session.source
        if name != _FORMAT
    }

    def whole(session: Session) -> Hashable | None:
        ids = frozenset(session.source)
        return ids if any(name != _FORMAT for name, _ in ids) else None

    def one(form: str | None, name: str) -> Key:
        def value(session: Session) -> Hashable | None:
            source = dict(session.source)
            return source.get(name) or None if source.get(_FORMAT) == form else None

        return value

    ordered = sorted(names, key=lambda pair: (pair[0] or "", pair[1]))
    return [whole, *(one(form, name) for form, name in ordered)] if names else []


def _believed_id(old: Sequence[Session], new: Sequence[Session]) -> Key:
    doubtful = {session.id for sessions in (old, new) for session in _numbered(sessions)}
    return lambda session: None if session.id in doubtful else session.id


def _numbered(sessions: Sequence[Session]) -> Iterator[Session]:
    """Yield the sessions whose id may be a number of an import's: those with a common title."""
    made = [one for one in sessions if one.source or _made_of_title(one)]
    titles = Counter(fold(session.title) for session in made)
    return (one for one in made if titles[fold(one.title)] > 1)


def _made_of_title(session: Session) -> bool:
    """Return whether its id is its title, or that with a number: what an import makes of none."""
    name = slug(session.title)
    return session.id == name or session.id.rpartition("-")[0] == name


def _rare_code(old: Sequence[Session], new: Sequence[Session]) -> Key:
    """Return the key that codes make, but those that several sessions of one version bear."""
    counts = [Counter(session.code for session in sessions) for sessions in (old, new)]
    common = {code for count in counts for code, number in count.items() if number > 1}
    return lambda session: None if session.code in common else session.code


def _id(session: Session) -> str:
    return session.id


def _content(session: Session) -> Hashable:
    return fold(session.title), frozenset(fold(speaker.name) for speaker in session.speakers)


def _prose(session: Session) -> Hashable | None:
    abstract = " ".join((session.abstract or "").split())
    if not session.speakers or len(abstract) < _SHORTEST_ABSTRACT:
        return None
    return abstract, frozenset(fold(speaker.name) for speaker in session.speakers)


def _start(session: Session) -> float | None:
    return None if session.start is None else session.start.timestamp()


def _hour(session: Session) -> str | None:
    return None if session.start is None else f"{session.start:%H:%M}"


def _with(key: Key, *names: str) -> Key:
    def value(session: Session) -> Hashable | None:
        found = key(session)
        return None if found is None else (found, *(getattr(session, name) for name in names))

    return value


_SLOTS = (_with(_start, "room", "id"), _with(_start, "room"), _with(_start, "id"), _start)
_HOURS = (_with(_hour, "room"), _hour)


def _apart(one: Session, other: Session) -> float:
    """Return how far apart two runs are, in minutes, a change of room weighed in."""
    starts = _start(one), _start(other)
    if starts[0] is None or starts[1] is None:
        minutes = 0.0 if starts[0] == starts[1] else 1e6
    else:
        minutes = abs(starts[0] - starts[1]) / 60
    return minutes + (0.0 if one.room == other.room else _OTHER_ROOM)


def _candidates(old: dict[int, Looks], new: dict[int, Looks]) -> set[tuple[int, int]]:
    """Return the pairs worth a closer look: those that share what few others have."""
    theirs: dict[str, Rows] = defaultdict(list)
    for row, looks in new.items():
        for mark in looks.marks():
            theirs[mark].append(row)
    shared: dict[str, Rows] = defaultdict(list)
    for row, looks in old.items():
        for mark in looks.marks() & theirs.keys():
            shared[mark].append(row)
    found: set[tuple[int, int]] = set()
    for mark in sorted(shared, key=lambda mark: (len(shared[mark]) * len(theirs[mark]), mark)):
        if len(found) + len(shared[mark]) * len(theirs[mark]) > _MOST_PAIRS:
            break
        found.update(product(shared[mark], theirs[mark]))
    return found

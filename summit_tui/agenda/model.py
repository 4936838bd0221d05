"""What I want of an event: picks, and the agenda that holds them. All immutable.

An agenda knows ids and what I made of them, not the programme: `resolve` joins the two. A pick
keeps enough of its session to name it should the programme drop it.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

VERSION = 1
"""The version of the agenda file that this program writes; a newer one is only read."""
MAX_BYTES = 16 * 1024 * 1024
"""The largest agenda file read or written."""
WANTS = ("must", "want", "maybe")
"""How much one wants a session, most first."""
WANT_MARKS = {"must": "★", "want": "●", "maybe": "○"}
"""The sign that stands before a picked session."""
RATINGS = range(1, 6)

Extra = tuple[tuple[str, Any], ...]
"""Fields of the file that this version does not know, kept as they are: name and plain value."""


class Pick(NamedTuple):
    """A session that I want to see, with what I made of it."""

    id: str
    want: str = "want"
    """One of `WANTS`."""
    note: str | None = None
    """Markdown."""
    rating: int | None = None
    """1 to 5."""
    attended: bool | None = None
    """None until I said whether I was there."""
    title: str | None = None
    """The session's title when it was picked."""
    start: str | None = None
    """The session's start when it was picked, ISO 8601 with offset."""
    extra: Extra = ()
    left_out: bool = False
    """Whether a plan had no room for it: on the agenda no more, but a wish of the next plan."""

    @property
    def name(self) -> str:
        """What a message calls it: its title, else its id."""
        return self.title or self.id


class Agenda:
    """My picks in one event, by id, in the order of their ids.

    Those that a plan left out are in the file, and are none of the picks that one asks it for.
    """

    __slots__ = ("event", "extra", "held", "picks", "version")

    def __init__(
        self,
        event: str,
        picks: Mapping[str, Pick] = MappingProxyType({}),
        extra: Extra = (),
        version: int = VERSION,
    ) -> None:
        self.event: Final = event
        """The event's id."""
        self.held: Final[Mapping[str, Pick]] = MappingProxyType(dict(sorted(picks.items())))
        """All that the file holds: the picks, and those that are left out."""
        on_it = {each: pick for each, pick in self.held.items() if not pick.left_out}
        self.picks: Final[Mapping[str, Pick]] = MappingProxyType(on_it)
        self.extra: Final = extra
        self.version: Final = version
        """Of the file it came from."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Agenda) and self._compared() == other._compared()

    def __repr__(self) -> str:
        return f"Agenda{self._compared()!r}"

    def _compared(self) -> tuple[Any, ...]:
        return (self.event, self.held, self.extra, self.version)

    def __len__(self) -> int:
        return len(self.picks)

    def __iter__(self) -> Iterator[Pick]:
        return iter(self.picks.values())

    def __contains__(self, session_id: object) -> bool:
        return session_id in self.picks

    def get(self, session_id: str) -> Pick | None:
        """Return the pick of `session_id`, or None."""
        return self.picks.get(session_id)

    @property
    def left_out(self) -> tuple[Pick, ...]:
        """What a plan had no room for, in the order of the ids."""
        return tuple(pick for pick in self.held.values() if pick.left_out)

    def without(self, session_ids: Iterable[str]) -> "Agenda":
        """Return this agenda without the picks of `session_ids`."""
        return self.updated(dict.fromkeys(session_ids))

    def updated(self, picks: Mapping[str, Pick | None]) -> "Agenda":
        """Return this agenda with each of `picks` in place; None takes the pick out."""
        merged = {**self.held, **picks}
        kept = {session_id: pick for session_id, pick in merged.items() if pick is not None}
        return Agenda(self.event, kept, self.extra, self.version)

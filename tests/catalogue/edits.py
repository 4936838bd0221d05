"""Programmes with edits that are known, so that what is found can be held against what was done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from summit_tui.catalogue.model import Catalogue, Session, Speaker, programme_order
from summit_tui.catalogue.times import after
from tests.factories import at, make_catalogue

_SYLLABLES = (
    "ba",
    "ko",
    "lu",
    "mer",
    "tin",
    "sa",
    "vor",
    "qui",
    "ny",
    "pel",
    "zo",
    "gra",
    "fi",
    "dun",
)
RUN_HOURS = 26
"""A further run is so much later: no edit moves a session as far."""


@dataclass(frozen=True)
class Edited:
    """Two versions, and what was done to the first."""

    old: Catalogue
    new: Catalogue
    became: dict[str, str]
    fields: dict[str, set[str]]
    """By new id, of every session that was edited."""
    added: set[str]
    removed: set[str]


def session(number: int, **given: Any) -> Session:
    """Return a session that resembles no other one; every third has no speaker."""
    random = Random(number)  # noqa: S311 - no secret
    words = ["".join(random.choices(_SYLLABLES, k=3)).capitalize() for _ in range(4)]
    values: dict[str, Any] = {
        "start": after(at("2019-10-25 09:00"), number % 40 * 45),
        "room": f"Room {number % 7}",
        "duration": 45,
        "speakers": () if number % 3 == 0 else (Speaker(f"{words[0]} {words[2]}"),),
    }
    return Session(f"s{number}", " ".join(words), **values | given)


EDITS: dict[str, tuple[str, Callable[[Session], Session]]] = {
    "rename": ("id", lambda one: one._replace(id=f"renamed-{one.id}")),
    "typo": ("title", lambda one: one._replace(title=one.title[:9] + one.title[10:])),
    "longer": ("title", lambda one: one._replace(title=f"{one.title} (updated)")),
    "later": ("start", lambda one: one._replace(start=one.start and after(one.start, 90))),
    "next day": ("start", lambda one: one._replace(start=one.start and _next_day(one))),
    "no time": ("start", lambda one: one._replace(start=None)),
    "room": ("room", lambda one: one._replace(room=f"Other {one.room}")),
    "cancel": ("status", lambda one: one._replace(status="cancelled")),
}
"""Each edit with the field it changes."""


def _next_day(one: Session) -> Any:
    return one.start and one.start + timedelta(days=1)


@st.composite
def edited(draw: st.DrawFn) -> Edited:
    """Return two versions of up to 12 sessions, some of them with a further run."""
    kinds = st.sets(st.sampled_from(list(EDITS)), max_size=4)
    became: dict[str, str] = {}
    fields: dict[str, set[str]] = {}
    old, new, removed = [], [], set()
    for number in range(draw(st.integers(0, 12))):
        one = session(number)
        old.append(one)
        if draw(st.integers(0, 5)) == 0:
            removed.add(one.id)
        else:
            other, touched = _edit(one, draw(kinds))
            new.append(other)
            became[one.id] = other.id
            if touched:
                fields[other.id] = touched
        if draw(st.integers(0, 4)) == 0 and one.id not in removed:
            _run(one, new[-1], old, new, became, fields)
    fresh = [session(number) for number in range(50, 50 + draw(st.integers(0, 3)))]
    return Edited(
        make_catalogue(*old),
        make_catalogue(*draw(st.permutations([*new, *fresh]))),
        became,
        fields,
        {one.id for one in fresh},
        removed,
    )


def _edit(one: Session, kinds: set[str]) -> tuple[Session, set[str]]:
    other = one
    for kind in sorted(kinds):
        other = EDITS[kind][1](other)
    names = {EDITS[kind][0] for kind in kinds}
    return other, {name for name in names if getattr(one, name) != getattr(other, name)}


def _run(
    one: Session,
    other: Session,
    old: list[Session],
    new: list[Session],
    became: dict[str, str],
    fields: dict[str, set[str]],
) -> None:
    """Add a further run to both versions: it goes with the first, but stays where it was."""
    start = one.start and after(one.start, RUN_HOURS * 60)
    run = one._replace(id=f"{one.id}-2", start=start, repeats=one.id)
    old.append(run)
    later = run._replace(id=f"{other.id}-2", title=other.title, repeats=other.id)
    new.append(later)
    became[run.id] = later.id
    touched = {name for name in ("id", "title") if getattr(run, name) != getattr(later, name)}
    if touched:
        fields[later.id] = touched


def in_order(sessions: list[Session]) -> list[Session]:
    """Return `sessions` as a programme has them."""
    return sorted(sessions, key=programme_order)

"""Arbitrary catalogues as the reader gives them: text cleaned, levels of the scale, ids unique."""

import re
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from summit_tui.catalogue.fields import STATUSES
from summit_tui.catalogue.kinds import KINDS, LANGUAGES
from summit_tui.catalogue.levels import DEFAULT_SCALE, Level, Scale
from summit_tui.catalogue.model import (
    LONGEST_ALIAS,
    Catalogue,
    Event,
    Link,
    Room,
    Session,
    SessionList,
    Speaker,
    Walk,
    programme_order,
)
from summit_tui.catalogue.text import clean, clean_line, fold, slug
from summit_tui.catalogue.times import MAX_MINUTES

AWKWARD = (
    *("- a", "a: b", "a #b", "'", '"', "[x]", "{x}", "null", "~", "yes", "1:30", "0123", "0x1f"),
    *("&a", "*a", "!a", "%a", "@a", "`a", "a,b", "a:?b", "a?b", "? a", ": a", "a:", "-", "---"),
    *(
        "...",
        "| a",
        "> a",
        "2019-04-02",
        "é",
        "日本語",
        "👩\u200d💻",
        "\u202f",
        "\xa0x",
        "a\\b",
        "<<",
    ),
    *("=", "1_000", "+1", ".5", "1e3", "a:,b", "a:[b", "a:]b", "a:{b", "a\u3000b", "_"),
    *("x" * 1200, "é" * 1200),
)
ZONES = ("UTC", "Europe/Paris", "America/New_York", "Pacific/Chatham", "Asia/Kathmandu")

_raw = (
    st.text(max_size=12) | st.sampled_from(AWKWARD) | st.text("ab:#-?,[]{}'\"|>& \t\n", max_size=8)
)
texts = st.lists(_raw, min_size=1, max_size=4).map("\n".join).map(clean).filter(bool)
"""Cleaned text of several lines."""
lines = _raw.map(clean_line).filter(bool)
"""Cleaned text on one line."""
_maybe_line = st.none() | lines
_counts = st.none() | st.integers(0, 999_999_999)
_addresses = st.text("ab:#-?,[]{}'\"é", max_size=6).map(lambda end: f"https://example.org/{end}")
_speakers = st.builds(Speaker, lines, _maybe_line, _maybe_line)
_keys = lines | st.just("")
_names = lines.filter(lambda text: 0 < len(re.findall(r"[^\W_]+", text)) <= LONGEST_ALIAS)
_aliases = st.tuples(_names, st.lists(_names, max_size=3).map(tuple)).filter(
    lambda alias: fold(alias[0]) not in map(fold, alias[1])
)
_walks = st.builds(Walk, st.lists(lines, max_size=2).map(tuple), st.integers(0, MAX_MINUTES))


def _moment(zone: str) -> st.SearchStrategy[datetime]:
    """Return instants, also in the hours that clocks go over twice."""
    start = datetime(2019, 10, 26, tzinfo=ZoneInfo("UTC"))
    seconds = st.integers(-40_000_000, 40_000_000) | st.integers(0, 2880).map(lambda n: n * 60)
    return seconds.map(lambda n: (start + timedelta(seconds=n)).astimezone(ZoneInfo(zone)))


def _session(session_id: str, zone: str, scale: Scale) -> st.SearchStrategy[Session]:
    values: dict[str, st.SearchStrategy[Any]] = {
        "title": lines,
        "code": _maybe_line,
        "subtitle": _maybe_line,
        "kind": st.sampled_from(list(KINDS)),
        "level": st.none() | st.sampled_from([level.value for level in scale.levels]),
        "tracks": st.lists(lines, max_size=3, unique=True).map(tuple),
        "start": st.none() | _moment(zone),
        "duration": st.none() | st.integers(0, MAX_MINUTES),
        "day": st.none() | st.dates(date(1900, 1, 1)),
        "room": _maybe_line,
        "language": st.none() | st.sampled_from(list(LANGUAGES)),
        "status": st.sampled_from(list(STATUSES)),
        "recorded": st.none() | st.booleans(),
        "repeats": _maybe_line,
        "capacity": _counts,
        "speakers": st.lists(_speakers, max_size=3).map(tuple),
        "tags": st.lists(lines, max_size=3).map(tuple),
        "links": st.lists(st.builds(Link, _keys, _addresses), max_size=2).map(tuple),
        "abstract": st.none() | texts,
        "source": st.lists(st.tuples(_keys, _keys), max_size=2).map(tuple),
    }
    return st.builds(Session, id=st.just(session_id), **values)


_SCALES = (
    DEFAULT_SCALE,
    Scale((Level("beginner", "Beginner"), Level("a, b", "c: d"), Level("yes", "no"))),
    Scale((Level(0, "#zero"), Level(-1, "{x}"), Level("007", "é"))),
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Return whole catalogues of up to four sessions, in programme order."""
    zone, scale = draw(st.sampled_from(ZONES)), draw(st.sampled_from(_SCALES))
    event = Event(
        id=draw(lines.map(slug)),
        name=draw(lines),
        timezone=zone,
        venue=draw(_maybe_line),
        url=draw(st.none() | _addresses),
        note=draw(st.none() | texts),
    )
    ids = draw(st.lists(lines.map(lambda text: text.replace(" ", "-")), max_size=4, unique=True))
    sessions = [draw(_session(session_id, zone, scale)) for session_id in ids]
    rooms = draw(st.lists(st.builds(Room, lines, _maybe_line, _counts), max_size=2))
    return Catalogue(
        event,
        SessionList(sorted(sessions, key=programme_order)),
        scale,
        tuple(rooms),
        tuple(draw(st.lists(lines, max_size=2))),
        tuple(draw(st.lists(_aliases, max_size=3, unique_by=lambda alias: alias[0]))),
        tuple(draw(st.lists(_walks, max_size=3))),
    )

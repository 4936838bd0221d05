"""AWS Summit agenda, as the event site's directory serves it: JSON in pages, or JSON Lines.

Each year's editors use the fields of the card in their own way. The code is the heading or stands
at the end of the title, the badge (JSON in a string) is the type or the level, and speakers are
prose, sometimes with the time behind them. Most times have no date: such a time is kept as a tag.
The offset beside a time is UTC's whatever the zone, so the clock and the zone are believed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.times import parse_time
from summit_tui.formats.readers.aws_speakers import Body
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftEvent, DraftSession, Hints
from summit_tui.formats.readers.moments import is_date
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.values import first, items, mapping, mappings, text

FORMAT = "aws"
_SITE = "https://aws.amazon.com"
_DEEP = 4
"""Pages of items within a list of pages: nothing real lies deeper."""
_FIRST_LINES = 5
_CODE = r"[A-Z][A-Z0-9]{1,4}(?:\d{2,3}|NaN)(?:[-_][A-Z0-9]{1,4})*"
_AFTER_TITLE = re.compile(rf"(?s)(.*\S)\s*[|｜]\s*({_CODE})\s*")
_LEVEL = re.compile(r"(?i)(?:level\s*|l)?[1-5]00\b.*|foundational|intermediate|advanced|expert")
_TIME = re.compile(r"(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?")
_EDITION = re.compile(r"summits?[-/](?!summit)([a-z]{2,}(?:-[a-z]+){0,3})-(20\d\d)(?!\d)")
_DATES = ("date", "sessionDate", "eventDate", "startDate", "day")
_TAKEN_OVER = (
    "title subtitle heading badge level language location room body bodyBack time startTime "
    "endTime timeZone timezone durationText duration ctaLink ctaLabel primaryCTALink "
    "primaryCTALabel publishedDate sortDate"
)
_KNOWN = {*_DATES, *_TAKEN_OVER.split()}
_NO_TAGS = ("level", "language", "session-type", "event-name")
"""What the site tags besides the field of the same meaning."""


def recognises(content: Content) -> bool:
    """Return whether there are cards with a title and more, in one of the ways they are served."""
    if content.json is None:
        return any(_is_card(each) for line in _lines(content, _FIRST_LINES) for each in line[1])
    return any(map(_is_card, _entries(content.json)))


def read(content: Content, hints: Hints) -> Draft:
    """Return what the agenda says."""
    entries = [each for each in _all(content) if _is_card(each)]
    zones = Counter(zone for each in entries if (zone := _zone(_fields(each))))
    usual = next((zone for zone, _ in zones.most_common(1)), "")
    cards = [_Card(each, "" if hints.timezone else usual, content.notes) for each in entries]
    return Draft(_event(entries, usual), tuple(card.session() for card in cards), content.notes)


def _all(content: Content) -> Iterator[Mapping[str, Any]]:
    if content.json is not None:
        yield from _entries(content.json)
        return
    for number, found in _lines(content):
        if not found:
            content.notes.add("unread", "a line is no JSON", f"line {number}")
        yield from found


def _lines(content: Content, most: int = 0) -> Iterator[tuple[int, list[Mapping[str, Any]]]]:
    """Yield each line of JSON Lines with its number and the entries in it; of `most`, the first."""
    lines = ((n, line) for n, line in enumerate(content.text.split("\n"), 1) if line.strip())
    for count, (number, line) in enumerate(lines, 1):
        found: list[Mapping[str, Any]] = []
        with suppress(ValueError, RecursionError):
            found = list(_entries(json.loads(line)))
        yield number, found
        if count == most:
            return


def _entries(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of the directory, one by one, in pages, or in lists of pages."""
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for each in value:
            yield from _entries(each, depth + 1)
    elif isinstance(value, dict):
        if "item" in value or "additionalFields" in value:
            yield value
        else:
            yield from _entries(value.get("items"), depth + 1)


def _item(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping(entry.get("item", entry))


def _fields(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping(_item(entry).get("additionalFields"))


def _is_card(entry: Mapping[str, Any]) -> bool:
    return any(first(_fields(entry), key) for key in ("title", "heading"))


def _zone(fields: Mapping[str, Any]) -> str:
    return first(fields, "timeZone", "timezone")


def _event(entries: Iterable[Mapping[str, Any]], zone: str) -> DraftEvent:
    """Return the edition, as far as the directory, its tags and its ids tell it."""
    for entry in entries:
        names = [first(tag, "name") for tag in mappings(entry.get("tags"))]
        for name in (*names, first(_item(entry), "directoryId", "id", "name")):
            if found := _EDITION.search(name.lower()):
                place = found[1].replace("-", " ").title()
                title = f"AWS Summit {place} {found[2]}"
                return DraftEvent(title, f"summit-{found[1]}-{found[2]}", timezone=zone)
    return DraftEvent(timezone=zone)


class _Heads:
    """What heading and badge are, which swap their meanings from year to year."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.code = self.kind = self.level = ""
        self.others: list[str] = []
        for each in filter(None, dict.fromkeys(texts)):
            name = "level" if _LEVEL.fullmatch(each) else "kind"
            name = "code" if re.fullmatch(_CODE, each) else name
            if getattr(self, name):
                self.others.append(each)
            else:
                setattr(self, name, each)


class _Card:
    """Reads one entry of the directory."""

    def __init__(self, entry: Mapping[str, Any], zone: str, notes: Notes) -> None:
        self._item = _item(entry)
        self._fields = _fields(entry)
        self._tags = mappings(entry.get("tags"))
        self._usual_zone = zone
        self._notes = notes
        self._heads = _Heads((self._get("heading"), *self._badge()))
        self._body = Body(self._get("body"))

    def session(self) -> DraftSession:
        title, code = self._title()
        zone, start = _zone(self._fields), self._start()
        readable = code and "NaN" not in code
        level = self._get("level") or self._heads.level or "".join(self._tagged("level")[:1])
        ids = {"format": FORMAT, "id": first(self._item, "id")}
        session = DraftSession(
            title=title,
            id="" if readable else first(self._item, "name"),
            code=code,
            subtitle=self._get("subtitle"),
            kind=self._heads.kind or "".join(self._tagged("session-type")[:1]),
            level=level,
            tracks=tuple(self._tagged("topic") + self._tagged("track")),
            start=start,
            zone=zone if start and self._usual_zone not in ("", zone) else "",
            day="" if "T" in start else " ".join(self._days()),
            end=self._end(start),
            duration=self._duration(),
            room=self._get("location", "room"),
            language=self._get("language") or ", ".join(self._tagged("language")),
            speakers=self._body.speakers,
            tags=(
                *(self._days() if "T" in start else ()),
                *self._heads.others,
                *self._other_tags(),
            ),
            links=tuple(self._links()),
            texts=(self._body.prose, self._get("bodyBack")),
            source=tuple(pair for pair in ids.items() if pair[1]),
        )
        self._tell(session)
        return session

    def _get(self, *names: str) -> str:
        return first(self._fields, *names)

    def _badge(self) -> list[str]:
        """Return what the badge says: a text, or JSON in a text."""
        badge = self._get("badge")
        if not badge.startswith("{"):
            return [badge]
        try:
            value = mapping(json.loads(badge)).get("value")
        except (ValueError, RecursionError):
            return [badge]
        return [text(each).strip() for each in items(value)]

    def _title(self) -> tuple[str, str]:
        """Return the title without the code behind it, and the code."""
        title = self._get("title") or self._get("heading")
        found = _AFTER_TITLE.fullmatch(title)
        code = self._heads.code
        if found and code in ("", found[2]):
            return found[1], found[2]
        return title, code

    def _start(self) -> str:
        """Return the moment, as far as it is told; by the wall clock, where a zone is."""
        date = next((day for key in _DATES if is_date(day := self._get(key)[:10])), "")
        time = self._time()
        return f"{date}T{time}" if date and time else date or time

    def _time(self) -> str:
        return self._clock("time", "startTime") or self._body.begins

    def _end(self, start: str) -> str:
        time = self._clock("endTime")
        return f"{start[:10]}T{time}" if time and "T" in start else time

    def _clock(self, *names: str) -> str:
        """Return a time of day; with its offset where no zone is told."""
        time = _TIME.fullmatch(self._get(*names))
        if time is None:
            return ""
        clock = time[1]
        with suppress(ValueError):
            clock = f"{parse_time(clock + (time[2] or '')):%H:%M}"
        return clock if _zone(self._fields) else clock + (time[3] or "")

    def _duration(self) -> str:
        return self._get("durationText", "duration") or self._body.minutes

    def _days(self) -> list[str]:
        """Return what its day is called, where that is no date."""
        return [day for key in _DATES if (day := self._get(key)) and not is_date(day[:10])]

    def _tagged(self, what: str) -> list[str]:
        """Return the names of the tags in the namespaces that end in `what`."""
        return [
            first(tag, "name")
            for tag in self._tags
            if first(tag, "tagNamespaceId").endswith(f"-{what}") and first(tag, "name")
        ]

    def _other_tags(self) -> list[str]:
        no_tags = tuple(f"-{each}" for each in (*_NO_TAGS, "topic", "track"))
        return [
            first(tag, "name")
            for tag in self._tags
            if not first(tag, "tagNamespaceId").endswith(no_tags)
        ]

    def _links(self) -> Iterator[tuple[str, str]]:
        for prefix in ("cta", "primaryCTA"):
            url = self._get(f"{prefix}Link")
            if url.strip("/#"):
                label = self._get(f"{prefix}Label")
                name = "" if label == self._heads.code else label
                yield name, f"{_SITE}{url}" if url.startswith("/") else url

    def _tell(self, session: DraftSession) -> None:
        """Note what the session could not take over, and what was not believed."""
        given = self._get("time", "startTime")
        time = _TIME.fullmatch(given)
        if given and time is None:
            self._notes.add("unread", f"the time {quoted([clean_line(given)])}", session)
        if time and time[3] and _zone(self._fields):
            message = f"beside its time stands {time[3]}: read as the clock in the zone it names"
            self._notes.add("changed", message, session)
        for key in sorted(self._fields.keys() - _KNOWN):
            if self._fields[key] not in (None, "", [], {}, False):
                name = clean_line(str(key))[:40]
                told = f"{quoted([name])}: a catalogue has no place for it"
                self._notes.add("left out", told, session)

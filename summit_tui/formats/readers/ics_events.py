"""The events of a calendar as sessions of a draft: each once, or for each time it recurs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from summit_tui.formats.readers import ics_description, ics_entry
from summit_tui.formats.readers.draft import DraftSession
from summit_tui.formats.readers.event_zones import is_zone
from summit_tui.formats.readers.ics_entry import Entry
from summit_tui.formats.readers.ics_lines import Component
from summit_tui.formats.readers.ics_occurrences import Occurrences, Places, occurrences
from summit_tui.formats.readers.ics_zones import Moment, Zones
from summit_tui.formats.readers.notes import Notes, Sort
from summit_tui.formats.readers.prose import line
from summit_tui.formats.readers.recurring import Budget

MOST_RUNS = 100
"""So often a session may recur in a programme, within `_LONGEST` of its beginning."""
_LONGEST = timedelta(days=365)
_MOST_RUNS_IN_ALL = 2_000
"""So many of them may come of rules in one source; a programme has some dozens."""
_STEPS = 10_000
_STEPS_OF_EACH = 20
"""Days looked at for all rules of a source: ten thousand, and so many more for each event. A weekly
session takes seven for each of its runs."""
_UNTOLD = (
    "UID SUMMARY DESCRIPTION LOCATION DTSTART DTEND DURATION STATUS CATEGORIES URL RRULE RDATE "
    "EXDATE RECURRENCE-ID TZID ATTACH CONFERENCE COMMENT ATTENDEE X-ALT-DESC X-LEVEL DTSTAMP "
    "CREATED LAST-MODIFIED SEQUENCE CLASS TRANSP PRIORITY GEO COLOR VERSION PRODID METHOD "
    "REQUEST-STATUS"
)
_SILENT = frozenset(_UNTOLD.split())
"""What is taken over, and what is about the entry and not the session."""
_OF_PROGRAMS = (
    "X-MICROSOFT-",
    "X-MOZ-",
    "X-APPLE-",
    "X-GOOGLE-",
    "X-WR-",
    "X-LIC-",
    "X-EVOLUTION-",
)


Said = dict[str, Any]
"""Values of a session by their names, until all are known: then one is made of them."""


class Reader:
    """Makes sessions of the events of one source."""

    def __init__(self, entries: Iterable[Entry], venue: str, zones: Zones, notes: Notes) -> None:
        self._entries = tuple(entries)
        self._venue = venue
        self._zones = zones
        self._notes = notes
        self._budget = Budget(_STEPS + _STEPS_OF_EACH * len(self._entries))
        self._runs_left = _MOST_RUNS_IN_ALL
        self._replaced = self._replacements()
        titles: dict[str, set[str]] = defaultdict(set)
        for one in self._entries:
            titles[one.uid].add(one.event.text("SUMMARY").strip())
        self._masters = {
            one.uid: one.event for one in self._entries if not one.event.first("RECURRENCE-ID")
        }
        self._shared = {uid for uid, found in titles.items() if len(found) > 1}
        """UIDs that name several things, so none of them."""
        given = [each for one in self._entries for each in one.event.all("ORGANIZER")]
        presenters = {each.parameters.get("CN", "") for each in given}
        self._organizers_speak = len(presenters) > 2 and len({each.value for each in given}) == 1
        """Whether `ORGANIZER` has another name each time at one address: who presents it."""
        self._problems: list[tuple[Sort, str]] = []
        """What is to be told of the entry that is being read."""

    def sessions(self) -> tuple[DraftSession, ...]:
        """Return the sessions of all entries, in their order."""
        found: list[DraftSession] = []
        for one in self._entries:
            made = list(self._of(one))
            for sort, message in self._problems:
                place = made[0] if made else f"line {one.event.line}"
                self._notes.add(sort, message, place)
            self._problems = []
            found += made
        return tuple(found)

    def _replacements(self) -> dict[str, Places]:
        """Return, for each UID, the occurrences that other entries stand for."""
        found: dict[str, list[Moment]] = defaultdict(list)
        for one in self._entries:
            written = one.event.first("RECURRENCE-ID")
            if written is None:
                continue
            place = f"line {written.line}"
            if "RANGE" in written.parameters:
                self._notes.add("unread", "a change of all later runs was read as of one", place)
            try:
                found[one.uid].append(self._zones.moment(written, _tzid(one.event)))
            except ValueError as error:
                self._notes.add("unread", f"RECURRENCE-ID: {error}", place)
        return {uid: Places(moments) for uid, moments in found.items()}

    def _of(self, one: Entry) -> Iterator[DraftSession]:
        event = one.event
        if not any(map(event.first, ("SUMMARY", "DTSTART", "DESCRIPTION", "LOCATION"))):
            self._problems.append(("left out", "events that say nothing"))
            return
        said = self._said(one)
        self._tell(one.event)
        first = self._own_start(event)
        if event.first("RECURRENCE-ID"):
            yield self._timed(said, event, first, first, self._recurrence(one))
            return
        found = self._occurrences(one, first)
        if found is None:
            yield DraftSession(**said, start=event.text("DTSTART").strip())
            return
        runs = found.moments
        if not runs and one.uid not in self._replaced:
            self._problems.append(("changed", "all its dates are taken out: kept without a time"))
            yield DraftSession(**said)
        for moment in runs:
            run = None if moment == first else moment
            yield self._timed(said, event, moment, first, run)

    def _occurrences(self, one: Entry, first: Moment | None) -> Occurrences | None:
        """Return when it takes place; None where its beginning cannot be read."""
        if first is None:
            if one.event.first("DTSTART") is None:
                self._problems.append(("unread", "it says no time (DTSTART)"))
            return None
        found = occurrences(
            one.event,
            self._zones,
            self._budget,
            most=min(MOST_RUNS, 1 + self._runs_left),
            before=first.wall + _LONGEST,
            without=self._replaced.get(one.uid),
        )
        self._runs_left -= max(0, len(found.moments) - 1)
        for problem in found.unread:
            self._problems.append(("unread", problem))
        if found.cut:
            message = f"it goes on: only its first runs are read, {MOST_RUNS} or a year at most"
            self._problems.append(("left out", message))
        return found

    def _own_start(self, event: Component) -> Moment | None:
        written = event.first("DTSTART")
        try:
            return self._zones.moment(written, _tzid(event)) if written else None
        except ValueError:
            return None

    def _recurrence(self, one: Entry) -> Moment | None:
        """Return which run an entry stands for, as its rule would say it; None for the first."""
        written = one.event.first("RECURRENCE-ID")
        try:
            run = self._zones.moment(written, _tzid(one.event)) if written else None
        except ValueError:
            return None
        master = self._masters.get(one.uid)
        first = self._own_start(master) if master else None
        if run is None or first is None:
            return run
        if run.instant() == first.instant():
            return None
        if run.offset is UTC and first.offset is None and is_zone(first.zone):
            local = run.instant().astimezone(ZoneInfo(first.zone))
            return Moment(local.replace(tzinfo=None), zone=first.zone)
        return run

    def _timed(
        self,
        said: Said,
        event: Component,
        start: Moment | None,
        first: Moment | None,
        run: Moment | None,
    ) -> DraftSession:
        """Return a session at `start`; `run` tells a further run of it from the `first`."""
        if run is not None:
            stamp = run.wall.strftime("%Y-%m-%d" if run.is_date else "%Y-%m-%d-%H%M")
            said = said | {
                "id": f"{said['id'] or line(said['title'])[:60]}-{stamp}",
                "source": (*said["source"], ("recurrence", run.text)),
            }
        if start is None or first is None:
            return DraftSession(**said, start=event.text("DTSTART").strip())
        ends = self._ends(event, start, first)
        return DraftSession(**said, start=start.text, zone=start.zone, **ends)

    def _ends(self, event: Component, start: Moment, first: Moment) -> Said:
        """Return the end or duration of a run that begins at `start`."""
        length = event.text("DURATION").strip()
        written = event.first("DTEND")
        if written is None:
            return {} if start.is_date else {"duration": _days(length)}
        try:
            end = self._zones.moment(written, _tzid(event))
        except ValueError:
            return {"end": written.value.strip()}
        if start.is_date or end.is_date:
            if end.wall - first.wall > timedelta(days=1):
                message = "it takes all of several days: listed on the first"
                self._problems.append(("changed", message))
            return {}
        if (end.zone, end.offset) == (first.zone, first.offset) == (start.zone, start.offset):
            ends = replace(start, wall=start.wall + (end.wall - first.wall))
        else:
            zone = start.instant() + (end.instant() - first.instant())
            ends = Moment(zone.replace(tzinfo=None), offset=UTC)
        return {"end": ends.text}

    def _said(self, one: Entry) -> Said:
        """Return what an entry says, without when."""
        event = one.event
        title, said, speakers = ics_entry.title_and_speakers(one)
        found = ics_description.described(ics_entry.description(event))
        fields = dict(found.fields)
        kind, level, tracks = ics_entry.sorted_categories(event, said)
        code = ics_entry.PRETALX_UID.fullmatch(one.uid)
        summary = event.first("SUMMARY")
        people = (*speakers, *ics_entry.attendees(event), *found.speakers)
        if self._organizers_speak:
            people += tuple(ics_entry.organizers(event))
        people = tuple(dict.fromkeys(people))
        title, people = ics_entry.without_speakers(title, people)
        return {
            "title": title,
            "id": ""
            if one.uid in self._shared and not ics_entry.sched_id(event)
            else ics_entry.readable_id(one),
            "code": code[1] if code else "",
            "kind": fields.get("type") or said or kind,
            "level": fields.get("level") or event.text("X-LEVEL") or level,
            "tracks": tuple(filter(None, dict.fromkeys((*tracks, fields.get("track", ""))))),
            "room": self._room(event),
            "language": fields.get("language")
            or (summary.parameters.get("LANGUAGE", "") if summary else ""),
            "status": "CANCELLED" if one.cancelled else event.text("STATUS").strip(),
            "speakers": people,
            "links": tuple(ics_entry.links(event, found.link)),
            "texts": (
                ics_entry.but_title(ics_entry.but_links(found.text, event), title),
                *(each.text for each in event.all("COMMENT")),
            ),
            "run": one.uid,
            "source": tuple(ics_entry.source(one)),
        }

    def _room(self, event: Component) -> str:
        """Return where it is, without the venue that all share."""
        if not self._venue:
            return event.text("LOCATION")
        return line(event.text("LOCATION")).removesuffix(self._venue).removesuffix(", ")

    def _tell(self, event: Component) -> None:
        """Note what a session could not take over."""
        silent = _SILENT | {"ORGANIZER"} if self._organizers_speak else _SILENT
        for name in sorted(event.properties.keys() - silent):
            if event.first(name) and not name.startswith(_OF_PROGRAMS):
                message = f"<{name[:40]}>: a catalogue has no place for it"
                self._problems.append(("left out", message))
        for name in ("SUMMARY", "DTSTART", "DTEND", "LOCATION"):
            if len({each.value for each in event.all(name)}) > 1:
                self._problems.append(("changed", f"{name} is given twice: the first holds"))
        if any(not ics_entry.is_speaker(each) for each in event.all("ATTENDEE")):
            self._problems.append(("left out", "attendees who are not clearly speakers"))


def _tzid(event: Component) -> str:
    """Return the zone of what names none: some calendars say it once for an event."""
    start = event.first("DTSTART")
    return (start.parameters.get("TZID", "") if start else "") or event.text("TZID").strip()


def _days(length: str) -> str:
    """Return a duration with its weeks as days."""
    found = re.fullmatch(r"\+?P(\d{1,3})W", length)
    return f"P{int(found[1]) * 7}D" if found else length.removeprefix("+")

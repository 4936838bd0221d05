"""What pretalx's API, its widget and what others build of them have in common: talks in slots.

A submission says what, a slot when and where; one without a submission is a break. In a pretalx
programme what begins before three in the morning belongs to the evening before, but on the first
day: the exports list it there, and the API only tells the time.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any, NamedTuple

from summit_tui.catalogue import times
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers.draft import (
    Draft,
    DraftAnswer,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
)
from summit_tui.formats.readers.event_zones import is_zone
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.pretalx_objects import Objects, Thing, listed
from summit_tui.formats.readers.sessionize_categories import role
from summit_tui.formats.readers.values import first, is_true, items, mapping, mappings, text

FORMAT = "pretalx"
"""What a session's `source` calls it: the code is the same in the API, the widget and beyond."""
BIOGRAPHIES = "biographies: a catalogue has no place for them"
_NIGHT_ENDS = 3
_NO_SESSION = frozenset(("submitted", "rejected", "withdrawn", "draft", "deleted"))
_LEVEL = re.compile(r"\b(?:expertise|experience)\b", re.IGNORECASE)
_LEVEL_TAG = re.compile(r"\s*(?:level|niveau)\s*[:=]\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_TAKEN_OVER = (
    "code title submission_type submission_type_id track track_id tags tag_ids state abstract "
    "description duration content_locale do_not_record resources answers speakers slot slots image "
    "attendee_signup_capacity "
    # What says nothing to who attends.
    "id start end room room_id updated created pending_state slot_count signup_status schedule "
    "attendee_signup_required submission is_visible slot_type anonymised_data is_anonymised "
    "assigned_reviewers access_code is_featured"
)
_KNOWN = frozenset(_TAKEN_OVER.split())


class _Answers(NamedTuple):
    """What tags and answers tell of a session."""

    level: str
    tags: tuple[str, ...]
    """Those that do not tell the level."""
    given: tuple[DraftAnswer, ...]
    """All answers; `kept` is the one that tells the level."""


def draft(event: DraftEvent, sessions: Iterable[DraftSession], known: Objects) -> Draft:
    """Return the programme with the rooms and tracks in the organisers' order."""
    capacities = {known.text(one.get("name")): first(one, "capacity") for one in known.all("room")}
    return Draft(
        event=event,
        sessions=tuple(sessions),
        notes=known.notes,
        rooms=tuple(DraftRoom(name, "", capacities[name]) for name in known.ordered("room")),
        tracks=tuple(known.ordered("track")),
        base=known.base,
    )


def is_session(submission: Thing, slot: Thing, notes: Notes) -> bool:
    """Return whether this is part of the programme; a mere proposal is noted."""
    state = first(submission, "state")
    if state in _NO_SESSION and not first(slot, "start"):
        message = f"proposals that are {quoted([state])} are no sessions"
        notes.add("left out", message, first(submission, "code", "title"))
        return False
    if first(slot, "slot_type") == "blocker":
        notes.add("left out", "times that a room is blocked", first(slot, "start"))
        return False
    return True


def session(submission: Thing, slot: Thing, known: Objects) -> DraftSession:
    """Return a submission in a slot; a break when there is no submission."""
    if not submission:
        return _break(slot, known)
    missing: set[str] = set()
    code, start, end = first(submission, "code"), first(slot, "start"), first(slot, "end")
    tags = [known.name("tag", tag, missing) for tag in items(submission.get("tags"))]
    answers = _level(submission, tags, known, missing)
    people = listed(submission.get("speakers"))
    made = DraftSession(
        title=known.text(submission.get("title")),
        code=code,
        kind=_named(submission, "submission_type", "type", known, missing),
        level=answers.level,
        tracks=(_named(submission, "track", "track", known, missing),),
        start=start,
        end=end,
        # A slot may be shorter than what the proposal asks for.
        duration="" if start and end else first(slot, "duration") or first(submission, "duration"),
        day=night_of(start, known),
        room=_named(slot, "room", "room", known, missing),
        language=first(submission, "content_locale"),
        status=first(submission, "state"),
        recorded=False if is_true(submission.get("do_not_record")) else None,
        capacity=first(submission, "attendee_signup_capacity"),
        speakers=tuple(_speakers(people, known, missing)),
        tags=answers.tags,
        answers=answers.given,
        links=tuple(_links(submission, known, missing)),
        texts=(
            known.text(submission.get("abstract")),
            known.text(submission.get("description")),
            known.text(slot.get("description")),
        ),
        run=code,
        source=(("format", FORMAT), ("code", code)) if code else (),
    )
    _tell(made, submission, missing, known.notes)
    tell_unknown(made, slot, _KNOWN | submission.keys(), known.notes)
    return made


def _break(slot: Thing, known: Objects) -> DraftSession:
    title = known.text(slot.get("description")) or known.text(slot.get("title"))
    start, end, missing = first(slot, "start"), first(slot, "end"), set[str]()
    made = DraftSession(
        title=title,
        service=True,
        start=start,
        end=end,
        duration="" if start and end else first(slot, "duration"),
        day=night_of(start, known),
        room=_named(slot, "room", "room", known, missing),
        run=f"{title} {start}",  # listed in each room, it is one; the next day's is another
    )
    _tell_missing(made, missing, known.notes)
    tell_unknown(made, slot, _KNOWN, known.notes)
    return made


def night_of(start: str, known: Objects) -> str:
    """Return the day before for what begins before three in the morning, nothing otherwise."""
    with suppress(ValueError, OverflowError):
        if is_zone(known.timezone):
            zone = times.zone(known.timezone)
            moment = times.parse_moment(start, zone).astimezone(zone)
        else:  # by the clock that is printed
            moment = times.parse_moment(start[:19], times.zone("UTC"))
        day = moment.date()
        if moment.hour < _NIGHT_ENDS and day.isoformat() != known.first_day:
            return (day - timedelta(days=1)).isoformat()
    return ""


def _named(one: Thing, key: str, sort: str, known: Objects, missing: set[str]) -> str:
    """Return the name of a room, track or type, given in itself or by its number."""
    return known.name(sort, one.get(key) or one.get(f"{key}_id"), missing)


def _speakers(people: list[Any], known: Objects, missing: set[str]) -> Iterator[DraftSpeaker]:
    for person in people:
        found = known.get("speaker", person)
        name = first(found, "name", "public_name")
        if not name:
            missing.add("speaker")
            continue
        if first(found, "biography"):
            known.notes.add("left out", BIOGRAPHIES, name)
        yield DraftSpeaker(name, company=first(found, "affiliation", "company"))


def _links(submission: Thing, known: Objects, missing: set[str]) -> Iterator[tuple[str, str]]:
    if known.base and (code := first(submission, "code")):
        yield "page", f"{known.base.rstrip('/')}/talk/{code}/"
    for given in items(submission.get("resources")):
        resource = known.get("resource", given)
        if resource.get("is_public") is False:
            continue
        if url := first(resource, "resource", "link", "url"):
            yield known.text(resource.get("description")), url
        elif given:
            missing.add("resource")


def _level(submission: Thing, tags: list[str], known: Objects, missing: set[str]) -> _Answers:
    """Return the level that a tag or an answer tells, and what is left of both."""
    tag = next((tag for tag in tags if _LEVEL_TAG.match(tag)), "")
    level, found = _LEVEL_TAG.sub(r"\1", tag), []
    for given in items(submission.get("answers")):
        answer = known.get("answer", given)
        if not answer:
            missing.add("answer")
        question = known.text(known.get("question", answer.get("question")).get("question"))
        option = next((one.get("answer") for one in mappings(answer.get("options"))), None)
        said = known.text(option) or text(answer.get("answer"))
        tells = bool(said) and (role(question) == "level" or bool(_LEVEL.search(question)))
        kept = tells and not level
        level = said if kept else level
        found.append(DraftAnswer(question, said, kept))
    rest = tuple(each for each in tags if each and each is not tag)
    return _Answers(level, rest, tuple(each for each in found if each.text))


def _tell(made: DraftSession, submission: Thing, missing: set[str], notes: Notes) -> None:
    """Note what a session could not take over."""
    _tell_missing(made, missing, notes)
    if submission.get("image"):
        notes.add("left out", "logos: a catalogue has no place for them", made)
    if any(mapping(one).get("is_public") is False for one in items(submission.get("resources"))):
        notes.add("left out", "resources that are not public", made)
    tell_unknown(made, submission, _KNOWN, notes)


def tell_unknown(made: DraftSession, one: Thing, known: frozenset[str], notes: Notes) -> None:
    """Note the fields of `one` that say something and are not `known`."""
    for key in sorted(one.keys() - known):
        if one[key] not in (None, "", [], {}, False):
            name = clean_line(str(key))[:40]
            notes.add("left out", f"<{name}>: a catalogue has no place for it", made)


def _tell_missing(made: DraftSession, missing: set[str], notes: Notes) -> None:
    for sort in sorted(missing):
        message = f"{sort}s are given by number or code only: nothing here tells which they are"
        notes.add("unread", message, made)

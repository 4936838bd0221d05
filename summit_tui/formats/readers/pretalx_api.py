"""pretalx's REST API: slots, submissions, talks or a schedule, in every version it had.

All answers of one event may be given together, in any order: what one gives by number another
tells. Rooms, speakers, tracks … may also lie beside it, each in a file of its own.
"""

from collections.abc import Iterator
from typing import Any

from summit_tui.formats.readers import pretalx
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftEvent, Hints
from summit_tui.formats.readers.json_documents import documents, first_document
from summit_tui.formats.readers.pretalx_objects import (
    Objects,
    Thing,
    answers,
    is_page,
    objects,
    sort_of,
)
from summit_tui.formats.readers.values import first, items, mapping, mappings, text

_SESSIONS = ("slot", "submission", "schedule")


def recognises(content: Content) -> bool:
    """Return whether it has answers of the API, and among them sessions or an empty list."""
    begins = list(answers([first_document(content)]))
    if not begins or not _is_answer(begins[0]):
        return False
    found, _ = documents(content)
    pages = [answer for answer in answers(found) if is_page(answer)]
    empty = bool(pages) and not any(page["results"] for page in pages)
    return empty or any(sort_of(one) in _SESSIONS for one in objects(found))


def _is_answer(one: Any) -> bool:
    """Return whether it is a page, or an object that nothing else looks like."""
    sort = sort_of(one)
    if is_page(one):
        return not one["results"] or any(map(sort_of, one["results"]))
    if sort == "submission":
        return "submission_type" in one
    return sort in ("slot", "event", "type", "question", "schedule")


def read(content: Content, hints: Hints) -> Draft:
    """Return what the answers say."""
    known = Objects(content.notes)
    known.take(content)
    for companion in content.beside.values():
        if companion.family == "json":
            known.take(companion)
    known.all_pages()
    version = ""
    for schedule in known.all("schedule"):
        version = first(schedule, "version") or version
        for one in (*mappings(schedule.get("slots")), *mappings(schedule.get("breaks"))):
            known.add(one, sort_of(one) or "slot")
    _one_version(known)
    event = next(iter(known.all("event")), {})
    sessions = [
        pretalx.session(submission, slot, known)
        for submission, slot in _placed(known)
        if pretalx.is_session(submission, slot, known.notes)
    ]
    for submission in known.all("submission"):
        _learn(known, submission)
    for slot in known.all("slot"):
        _learn(known, slot)
        _learn(known, mapping(slot.get("submission")))
    return pretalx.draft(_event(event, known, version), sessions, known)


def _event(event: Thing, known: Objects, version: str) -> DraftEvent:
    return DraftEvent(
        name=known.text(event.get("name")),
        id=known.slug,
        url=known.base,
        timezone=known.timezone,
        version=version,
    )


def _one_version(known: Objects) -> None:
    """Note when slots are of several versions of the schedule: an organiser may see them all."""
    given = [slot.get("schedule") for slot in known.all("slot")]
    numbers = {text(mapping(one).get("id", one)) for one in given if one}
    if len(numbers) > 1:
        told = "slots of several versions of the schedule: ask for those of one (?schedule=…)"
        known.notes.add("unread", told)


def _learn(known: Objects, one: Thing) -> None:
    """Add the room and the track that `one` holds in itself."""
    for sort in ("room", "track"):
        held = mapping(one.get(sort))
        if held.get("name"):
            known.add(held, sort)


def _placed(known: Objects) -> Iterator[tuple[Thing, Thing]]:
    """Yield each submission with each of its slots; with an empty one while it has none."""
    placed = set()
    for slot in known.all("slot"):
        given: Any = slot.get("submission")
        submission = known.get("submission", given)
        if given and not submission:
            submission = {"code": given, "title": given}
            told = "submissions are given by code only: nothing here tells which they are"
            known.notes.add("unread", told, text(given))
        placed.add(first(submission, "code"))
        yield submission, slot
    for submission in known.all("submission"):
        code = first(submission, "code")
        if code and code in placed:
            continue
        slots = [*mappings(submission.get("slots")), mapping(submission.get("slot"))]
        for slot in [each for each in slots if each] or [{}]:
            yield submission, slot
        if not any(slots) and items(submission.get("slots")):
            told = "slots are given by number or code only: nothing here tells which they are"
            known.notes.add("unread", told, code)

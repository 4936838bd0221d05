"""What the views of Sessionize have in common: sessions, speakers, categories and answers.

Each reader hands a session over in the shape of the Sessions view, where speakers, categories and
the room stand within it. The API is described at https://sessionize.com/playbook/api. Times are
mostly without an offset, and no view names a zone. Proposals that were turned down are no sessions.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import (
    Draft,
    DraftAnswer,
    DraftDay,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
)
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.sessionize_added import CATEGORY, added
from summit_tui.formats.readers.sessionize_categories import meaning, role
from summit_tui.formats.readers.values import first, is_true, items, mapping, mappings, text

FORMAT = "sessionize"
LISTED_ON = " listed on"
"""The key under which a reader says on which day a session is listed; no view has it."""
GROUPS = " groups"
"""The key under which a reader says in which groups a session is listed."""

_TURNED_DOWN = ("declined", "decline_queue", "rejected")
_UNDECIDED = ("nominated", "waitlisted", "accept_queue")
_COMPANY = ("company", "organisation", "organization", "employer", "entreprise", "firma")
_TAKEN_OVER = (
    "id title description startsAt endsAt isServiceSession isPlenumSession speakers categoryItems "
    "categories questionAnswers roomId room liveUrl recordingUrl status isInformed isConfirmed"
)
_KNOWN = {LISTED_ON, GROUPS, CATEGORY, *_TAKEN_OVER.split()}
People = Mapping[str, Mapping[str, Any]]
"""Speakers by their id."""


def draft(
    listed: Iterable[Mapping[str, Any]],
    people: People,
    notes: Notes,
    *,
    days: Iterable[str] = (),
    rooms: Iterable[str] = (),
    tracks: Iterable[str] = (),
    levels: Iterable[str] | None = None,
) -> Draft:
    """Return what a view says; `levels` in ascending order, where it tells them."""
    listed = tuple(each for each in listed if _is_wanted(each, notes))
    used = {first(mapping(who), "id") or text(who) for each in listed for who in _given(each)}
    _tell_people(people, used, notes)
    return Draft(
        event=DraftEvent(),
        sessions=tuple(_session(each, people, notes) for each in listed),
        notes=notes,
        days=tuple(DraftDay(day) for day in dict.fromkeys(days) if day),
        rooms=tuple(DraftRoom(room) for room in rooms if room),
        tracks=tuple(tracks),
        levels=tuple(_levels_used(listed) if levels is None else levels),
    )


def speakers(content: Content) -> dict[str, Mapping[str, Any]]:
    """Return the speakers in a Speakers view by their id; empty when it is none."""
    found = mappings(content.json) if isinstance(content.json, list) else []
    view = found and all("id" in who and "firstName" in who for who in found)
    return {first(who, "id"): who for who in found} if view else {}


def beside(content: Content) -> dict[str, Mapping[str, Any]]:
    """Return the speakers of every Speakers view that lies beside `content`."""
    found: dict[str, Mapping[str, Any]] = {}
    for companion in content.beside.values():
        if companion.family == "json":
            found |= speakers(companion)
    return found


def place(each: Mapping[str, Any]) -> tuple[str, str]:
    """Return how a note tells where, as long as a session has no id of ours."""
    return clean_line(first(each, "id"))[:40], clean_line(first(each, "title"))[:60]


def _is_wanted(each: Mapping[str, Any], notes: Notes) -> bool:
    """Return whether it is of the programme; what is not is noted."""
    status = fold(first(each, "status")).replace(" ", "_")
    undecided = status in _UNDECIDED and not first(each, "startsAt")
    if status not in _TURNED_DOWN and not undecided:
        return True
    message = f"proposals that are {quoted([clean_line(first(each, 'status'))])} are no sessions"
    notes.add("left out", message, place(each))
    return False


def _session(each: Mapping[str, Any], people: People, notes: Notes) -> DraftSession:
    given_id = first(each, "id")
    answers = tuple(_answers(each))
    said = [pair for pair in answers if role(pair[0]) in ("level", "language")]
    categories = tuple(_categories(each))
    more = added(each)
    meant = meaning((*categories, *said, *(("level", level) for level in more.levels)))
    service = is_true(each.get("isServiceSession"))
    plenary = is_true(each.get("isPlenumSession")) and not service
    undecided = fold(first(each, "status")) in _UNDECIDED
    status = "tentative" if undecided else first(each, "status")
    session = DraftSession(
        title=text(each.get("title")),
        id="" if "-" in given_id else given_id,  # nobody types the guid of a coffee break
        kind=meant.kind or ("plenary" if plenary else ""),
        service=service,
        level=meant.level,
        tracks=meant.tracks,
        start=first(each, "startsAt"),
        end=first(each, "endsAt"),
        duration=more.minutes,
        day=first(each, LISTED_ON),
        room=first(each, "room"),
        language=meant.language or more.language,
        status="cancelled" if more.cancelled else status,
        speakers=tuple(_speaker(who, people) for who in _given(each)),
        tags=(*meant.tags, *_groups(each), *more.tags),
        answers=tuple(DraftAnswer(*pair, kept=True) for pair in (*answers, *categories)),
        links=(*_links(each, answers), *more.links),
        texts=(text(each.get("description")) or more.description, *_prose(answers, said)),
        run=given_id,
        source=tuple(pair for pair in (("format", FORMAT), ("id", given_id)) if pair[1]),
    )
    _tell(each, session, more.known, notes)
    return session


def _given(each: Mapping[str, Any]) -> list[Any]:
    """Return the speakers as the view gives them: their ids, or mappings with id and name."""
    return items(each.get("speakers"))


def _speaker(who: Any, people: People) -> DraftSpeaker:
    known = {**people.get(first(mapping(who), "id") or text(who), {}), **mapping(who)}
    name = first(known, "name", "fullName")
    name = name or f"{first(known, 'firstName')} {first(known, 'lastName')}".strip()
    company = next((a for q, a in _answers(known) if any(w in fold(q) for w in _COMPANY)), "")
    return DraftSpeaker(name, first(known, "tagLine"), company)


def _categories(each: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for group in mappings(each.get("categories")):
        for item in items(group.get("categoryItems")):
            name = first(mapping(item), "name") or text(item)
            if name:
                yield first(group, "name", "title"), name


def _levels_used(listed: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the levels of sessions, in the order in which the organisers made them."""
    found = {
        (len(first(item, "id")), first(item, "id")): first(item, "name")
        for each in listed
        for group in mappings(each.get("categories"))
        if role(first(group, "name", "title")) == "level"
        for item in mappings(group.get("categoryItems"))
    }
    return [found[key] for key in sorted(found) if found[key]]


def _groups(each: Mapping[str, Any]) -> list[str]:
    """Return the groups that say more than the categories and the room."""
    said = {name for _, name in _categories(each)} | {first(each, "room"), "All", ""}
    return [group for group in map(text, items(each.get(GROUPS))) if group not in said]


def _answers(each: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the questions that were answered, with the answers."""
    for answer in mappings(each.get("questionAnswers")):
        said = first(answer, "answer", "answerValue")
        if said:
            yield first(answer, "question") or "Answer", said


def _prose(answers: Iterable[tuple[str, str]], but: list[tuple[str, str]]) -> Iterator[str]:
    for question, answer in answers:
        if (question, answer) not in but and not _is_link(answer):
            ends = question.rstrip().endswith(("?", ":", "？", "："))
            yield f"{question} {answer}" if ends else f"{question}: {answer}"


def _links(
    each: Mapping[str, Any], answers: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    for name, key in (("live", "liveUrl"), ("video", "recordingUrl")):
        if url := first(each, key):
            yield name, url
    for question, answer in answers:
        if _is_link(answer):
            yield question, answer


def _is_link(answer: str) -> bool:
    return answer.lower().startswith(("https://", "http://")) and len(answer.split()) == 1


def _tell(
    each: Mapping[str, Any], session: DraftSession, known: frozenset[str], notes: Notes
) -> None:
    """Note what a session could not take over."""
    if not all(who.name for who in session.speakers):
        notes.add("unread", "a speaker is not in the list of speakers", session)
    if not session.room and first(each, "roomId"):
        notes.add("unread", "its room is not in the list of rooms", session)
    for key in sorted(each.keys() - _KNOWN - known):
        if each[key] not in (None, "", [], {}, False):
            name = clean_line(str(key))[:40]
            notes.add("left out", f"{quoted([name])}: a catalogue has no place for it", session)


def _tell_people(people: People, used: set[str], notes: Notes) -> None:
    """Note what stands in the list of speakers and has no place in a catalogue."""
    for key, who in people.items():
        name = clean_line(_speaker(key, people).name)
        if key not in used:
            notes.add("left out", "speakers without a session", name)
        if first(who, "bio"):
            notes.add("left out", "biographies: a catalogue has no place for them", name)
        if first(who, "profilePicture"):
            notes.add("left out", "pictures: a catalogue has no place for them", name)
        if items(who.get("links")):
            notes.add("left out", "links of speakers: a catalogue has no place for them", name)

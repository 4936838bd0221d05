"""JSON, YAML or XML that has sessions in a way of its own: the last resort, by the names of keys.

It is read as a table (`listed`), so what a sheet may say, such a file may.
"""

import re
from typing import Any

from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.yamlio import YamlSyntaxError
from summit_tui.formats.readers import json_shapes, listed, listed_table, listed_talks, xml_values
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, Hints, NotAProgramme
from summit_tui.formats.readers.json_documents import documents
from summit_tui.formats.readers.listed_ids import named
from summit_tui.formats.readers.listed_people import LISTS, People
from summit_tui.formats.readers.listed_talks import Schedule
from summit_tui.formats.readers.sheet import draft

_SURE = 2
"""So many entries are no accident; a single one has to have a time."""
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+|\d+", re.ASCII)
_ENDING = re.compile(r"\.(?:json|ya?ml)\Z")


def recognises(content: Content) -> bool:
    """Return whether it holds several sessions, or one with a time."""
    value = _value(content)
    found = listed.entries([value], People({}), _SURE) if isinstance(value, dict | list) else []
    timed = {"start", "date", "time"} & listed_table.sheet(found).columns.keys()
    return len(found) >= _SURE or bool(found and timed)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the sessions say."""
    schedule, people = _schedule(content)
    found = listed.entries(schedule.found, people)
    if not found:
        raise NotAProgramme("there is no session in it: nothing has a title and a time or speakers")
    if unlisted := listed_talks.unlisted([own for _, own in found]):
        raise NotAProgramme(
            f"it names its sessions by id only ({unlisted}): the file that lists them belongs "
            "beside it, called sessions, talks or events; or name that file, or the folder of both"
        )
    event = listed.event(schedule.found[0], listed_table.name(found))
    made = draft(listed_table.sheet(found), people.by_name, content.notes, event)
    _tell(content, schedule, made)
    return made


def is_scheduled(content: Content) -> bool:
    """Return whether a file beside it names its sessions."""
    return len(_schedule(content)[0].found) > 1


def _schedule(content: Content) -> tuple[Schedule, People]:
    """Return the talks where they are scheduled, and the people, of all files."""
    files = {_last_word(name): _value(each) for name, each in content.beside.items()}
    whole = named({"": _value(content), **files})
    return Schedule([listed_talks.Document(*each) for each in whole.items()]), People(whole)


def _tell(content: Content, schedule: Schedule, made: Draft) -> None:
    for name in content.beside:
        if _last_word(name) in set(schedule.strange) - set(LISTS):
            message = "a file beside it names none of these sessions"
            content.notes.add("unread", message, clean_line(name))
    for one in made.sessions:
        if any(_SLUG.fullmatch(who.name) for who in one.speakers):
            message = "speakers are given by id only: the file of speakers tells names"
            content.notes.add("unread", message, one)


def _last_word(name: str) -> str:
    """Return what a file is called behind what stands before: `sessions`."""
    return re.split(r"[-_.]", _ENDING.sub("", name))[-1]


def _value(content: Content) -> Any:
    if content.family == "json":
        found, broken = documents(content)
        return None if broken >= 0 else json_shapes.plain(found[0] if len(found) == 1 else found)
    if content.family == "xml":
        root = content.xml
        return None if xml_values.is_feed(root) else {str(root.tag): xml_values.value(root)}
    try:
        return content.yaml[0]
    except YamlSyntaxError:
        return None

"""JSON or YAML that has sessions in it in a way of its own: the last resort, by the names of keys.

It is read as a table (`listed`), so what a sheet may say, such a file may.
"""

from typing import Any

from summit_tui.catalogue.yaml_values import foreign_value
from summit_tui.catalogue.yamlio import YamlSyntaxError
from summit_tui.formats.readers import listed
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, Hints, NotAProgramme
from summit_tui.formats.readers.listed_people import People
from summit_tui.formats.readers.sheet import draft

_SURE = 2
"""So many entries are no accident; a single one has to have a time."""


def recognises(content: Content) -> bool:
    """Return whether it holds several sessions, or one with a time."""
    value = _value(content)
    found = listed.sheet(value, People(value)) if isinstance(value, dict | list) else None
    timed = found is not None and bool({"start", "date", "time"} & found.columns.keys())
    return found is not None and (timed or len(found.rows) >= _SURE)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the sessions say."""
    value = _value(content)
    beside = [{"speakers": _value(each)} for each in content.beside.values()]
    people = People([value, *beside])
    found = listed.sheet(value, people)
    if found is None:
        raise NotAProgramme("there is no session in it: nothing has a title and a time or speakers")
    return draft(found, people.by_name, content.notes, listed.event(value))


def _value(content: Content) -> Any:
    if content.family == "json":
        return content.json
    try:
        return foreign_value(content.text)[0]
    except YamlSyntaxError:
        return None

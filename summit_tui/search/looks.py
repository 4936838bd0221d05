"""What one has seen: which sessions a query had at the last look, so that new ones can be told.

One file per event in the state folder: the ids that were seen, and for each query the set of them.
A convenience: what is damaged is as good as absent, what is looked for least recently goes first.
"""

import json
from collections.abc import Sequence
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any
from zlib import crc32

from summit_tui.catalogue import own_files
from summit_tui.catalogue.places import state_folder
from summit_tui.catalogue.text import slug
from summit_tui.search.facets import Rows, rows_of, set_of

_MOST_QUERIES = 50
"""How many queries are remembered of an event."""
_FORMAT = 1


def unseen(event_id: str, query: str, ids: Sequence[str]) -> list[str] | None:
    """Return those of `ids` that the query did not have at the last look, in their order.

    `query` is the canonical text, `str(query)`. None when this is the first look: all are new.
    """
    known, looks = _read(event_id)
    if query not in looks:
        return None
    seen = {known[number] for number in rows_of(looks[query])}
    return [session_id for session_id in ids if session_id not in seen]


def keep_look(event_id: str, query: str, ids: Sequence[str]) -> bool:
    """Remember that the query had `ids` at this look; return whether that was possible."""
    try:
        with own_files.alone(_file(event_id)):
            _keep(event_id, query, ids)
    except OSError:  # no home folder, or one that cannot be written
        return False
    return True


def _keep(event_id: str, query: str, ids: Sequence[str]) -> None:
    known, looks = _read(event_id)
    numbers = {each: number for number, each in enumerate(known)}
    for each in ids:
        numbers.setdefault(each, len(numbers))
    looks.pop(query, None)
    looks[query] = set_of([numbers[each] for each in ids], len(numbers))
    kept = dict(list(looks.items())[-_MOST_QUERIES:])
    known, kept = _without_unused(list(numbers), kept)
    own_files.put(_file(event_id), _packed(known, kept))


def _without_unused(known: list[str], looks: dict[str, Rows]) -> tuple[list[str], dict[str, Rows]]:
    """Return ids and sets without the ids that no set has, once these are half of them."""
    used = reduce(or_, looks.values(), 0)
    if used.bit_count() * 2 > len(known):
        return known, looks
    places = {number: place for place, number in enumerate(rows_of(used))}
    moved = {
        query: set_of([places[number] for number in rows_of(rows)], len(places))
        for query, rows in looks.items()
    }
    return [known[number] for number in places], moved


def _packed(known: list[str], looks: dict[str, Rows]) -> bytes:
    sets = {query: f"{rows:x}" for query, rows in looks.items()}
    document = {"format": _FORMAT, "ids": known, "looks": sets}
    return json.dumps(document, ensure_ascii=False).encode(errors="replace")


def _read(event_id: str) -> tuple[list[str], dict[str, Rows]]:
    """Return the ids that were seen, and for each query the set of their numbers."""
    try:
        return _understood(json.loads(own_files.read(_file(event_id))))
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return [], {}


def _understood(document: Any) -> tuple[list[str], dict[str, Rows]]:
    if document["format"] != _FORMAT:
        return [], {}
    ids = [str(session_id) for session_id in document["ids"]]
    looks = {query: int(rows, 16) for query, rows in document["looks"].items()}
    if any(rows < 0 or rows.bit_length() > len(ids) for rows in looks.values()):
        return [], {}
    return ids, looks


def _file(event_id: str) -> Path:
    mark = crc32(event_id.encode(errors="replace"))
    return state_folder() / "looks" / f"{slug(event_id, 40)}-{mark:08x}.json"

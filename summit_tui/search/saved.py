"""Saved searches: queries by name, `@name` in another query.

    save("deep", "level>=300 lang:fr")
    saved()             names and texts, in the order of the names
    forget("deep")

`query.read_query` reads a line that may name some.

They are kept in `searches.json` in the configuration folder, a JSON object of names and texts that
may as well be written by hand. A file that cannot be understood is told and never overwritten.
Writers wait for each other, and each reads what the others wrote before it adds its own.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from summit_tui.catalogue import own_files
from summit_tui.catalogue.places import config_folder
from summit_tui.catalogue.text import clean_line, fold
from summit_tui.search.query import Condition, Place, Query, QueryError, Typed, parse, place_of

_NAME = r"\w[\w-]{0,39}"
_MOST_BYTES = 1 << 20
_DEEPEST = 20
"""So many saved searches may stand in one another."""


class SavedError(QueryError):
    """The saved searches cannot be read or kept; the message names the file and the way out."""


def searches_file() -> Path:
    """Return where the saved searches are kept."""
    return config_folder() / "searches.json"


def put_in(query: Query) -> Query:
    """Return `query` with the saved searches that it names in their place.

    QueryError, at a reference, as `expanded` raises it; SavedError for a file that is damaged.
    """
    try:
        known = saved()
    except SavedError as error:
        raise error.at(place_of(query.references[0])) from error
    return expanded(query, known)


def expanded(query: Query, known: Mapping[str, str]) -> Query:
    """Return `query` with what its references mean in their place: it narrows what it stood beside.

    QueryError, at the reference, for a name that is not in `known`, for one that means itself, and
    for a text that means nothing.
    """
    texts = {fold(name): text for name, text in known.items()}
    parts: list[Query] = []
    done: set[str] = set()
    for name in query.references:
        parts += _parts(name, place_of(name), texts, (), done)
    parts.append(query._replace(references=()))  # last, because the last word may be unfinished
    fields = zip(*parts, strict=True)
    return Query(*(tuple(dict.fromkeys(chain.from_iterable(each))) for each in fields))


def _parts(
    name: str, place: Place, texts: Mapping[str, str], within: tuple[str, ...], done: set[str]
) -> Iterator[Query]:
    """Yield the queries that a name stands for, each of them once."""
    folded = fold(name)
    if folded in within:
        path = " → ".join(f"@{each}" for each in (*within[within.index(folded) :], folded))
        hint = "save one of them anew, without the other"
        raise QueryError(f"@{name} means itself: {path}", hint=hint).at(place)
    if folded in done:
        return
    query = _saved_query(name, place, texts)
    if len(within) == _DEEPEST:
        hint = "save the conditions themselves"
        raise QueryError(f"more than {_DEEPEST} saved searches in one another", hint=hint).at(place)
    inside = Place(place.start, place.end, f"@{name}")
    for reference in query.references:
        yield from _parts(reference, inside, texts, (*within, folded), done)
    done.add(folded)
    yield query._replace(
        conditions=tuple(_moved(each, inside) for each in query.conditions), references=()
    )


def _saved_query(name: str, place: Place, texts: Mapping[str, str]) -> Query:
    text = texts.get(fold(name))
    if text is None:
        raise _unknown(name, texts).at(place)
    try:
        return parse(text)
    except QueryError as error:
        raise error.at(Place(place.start, place.end, f"@{name}")) from error


def _moved(condition: Condition, place: Place) -> Condition:
    values = tuple(Typed.at(place, value) for value in condition.values)
    return condition._replace(values=values)


def _unknown(name: str, known: Mapping[str, str]) -> QueryError:
    from summit_tui.catalogue.problems import did_you_mean

    there_are = f"there are {', '.join(known)}" if known else "none is saved yet"
    hint = did_you_mean(fold(name), known) or f"{there_are}; for the word, quote it"
    return QueryError(f"there is no saved search @{name}", hint=hint)


def saved() -> Mapping[str, str]:
    """Return every saved search, in the order of the names; SavedError for a file that is damaged.

    The texts are as they were saved, and not checked.
    """
    path = searches_file()
    try:
        data = own_files.read(path, _MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        hint = "mend it, or move it away"
        raise SavedError(
            f"{path} does not hold saved searches: {error.strerror}", hint=hint
        ) from error
    return dict(sorted(_understood(path, data).items(), key=lambda item: fold(item[0])))


def _understood(path: Path, data: bytes) -> dict[str, str]:
    import json

    try:
        document = json.loads(data, object_pairs_hook=_once)
        if not isinstance(document, dict):
            raise ValueError('it is not an object such as {"deep": "level>=300 lang:fr"}')
        for name, text in document.items():
            if not isinstance(text, str) or not re.fullmatch(_NAME, clean_line(name)):
                raise ValueError(f"{clean_line(name)[:40]!r} is no name with a text")
    except (ValueError, RecursionError) as error:
        hint = "mend it, or move it away"
        raise SavedError(f"{path} does not hold saved searches: {error}", hint=hint) from error
    return {clean_line(name): clean_line(text) for name, text in document.items()}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; ValueError when two of its names are the same to a reader."""
    names = [fold(clean_line(name)) for name, _ in pairs]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise ValueError(f"{name!r} stands in it twice")
    return dict(pairs)


def save(name: str, text: str) -> str | None:
    """Keep `text` under `name`, and return what had that name before, None when nothing had.

    QueryError when the name cannot be one, when the text or something it names means nothing, and
    when it would mean itself; SavedError when it cannot be kept.
    """
    name, text = clean_line(name).removeprefix("@"), clean_line(text)
    if not re.fullmatch(_NAME, name):
        hint = "use up to 40 letters, digits, - and _, such as deep-dives"
        raise QueryError(f"{name!r} is no name for a saved search", hint=hint)
    query = parse(text)
    if not query:
        raise QueryError("there is nothing to save", hint="give the query as well")

    def change(known: dict[str, str]) -> dict[str, str]:
        kept = {each: kept for each, kept in known.items() if fold(each) != fold(name)}
        expanded(query, kept | {name: text})
        return kept | {name: text}

    return _of(name, _change(change))


def forget(name: str) -> str | None:
    """Forget the search saved under `name`, and return it; QueryError when there is none.

    Others that name it stay, and say so when they are used.
    """
    name = clean_line(name).removeprefix("@")

    def change(known: dict[str, str]) -> dict[str, str]:
        kept = {each: text for each, text in known.items() if fold(each) != fold(name)}
        if len(kept) == len(known):
            raise _unknown(name, known)
        return kept

    return _of(name, _change(change))


def _of(name: str, known: Mapping[str, str]) -> str | None:
    return next((text for each, text in known.items() if fold(each) == fold(name)), None)


def _change(change: Callable[[dict[str, str]], dict[str, str]]) -> Mapping[str, str]:
    """Replace the saved searches by what `change` makes of them, and return those before."""
    import json

    path = Path(os.path.realpath(searches_file()))  # a link into one's dotfiles stays one
    try:
        with own_files.alone(path):
            before = saved()
            known = change(dict(before))
            text = json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True)
            own_files.put(path, f"{text}\n".encode())
            return before
    except OSError as error:
        raise SavedError(f"{path} cannot be written: {error.strerror or error}") from error

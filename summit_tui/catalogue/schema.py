"""The JSON Schema of the catalogue file (draft 2020-12), for editors and other programs.

Generated from the tables of `fields`. What the reader takes, the schema takes; what the reader
refuses, it refuses as far as a schema can. Two limits: words are matched by a pattern that knows
letters with and without accents, not all of Unicode's foldings; and a schema cannot look up the
`levels` of the file it judges. So a level must fit the given scale only while the file has that
scale (or names none); a file with levels of its own takes any text, and `summit check` decides.

Keywords for editors beside the draft: `errorMessage`, which the YAML language server shows in
place of a pattern.
"""

from collections.abc import Iterable
from typing import Any

from summit_tui.catalogue import fields
from summit_tui.catalogue.kinds import KINDS, LANGUAGES
from summit_tui.catalogue.levels import DEFAULT_SCALE, Scale
from summit_tui.catalogue.text import fold

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_ACCENTED = {"a": "àâäáãå", "c": "ç", "e": "éèêë", "i": "îïíì", "n": "ñ", "o": "ôöóòõ", "u": "ûüúù"}
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")


def json_schema(scale: Scale = DEFAULT_SCALE) -> dict[str, Any]:
    """Return the schema; levels are those of `scale` where the file has no others."""
    return {
        "$schema": DRAFT,
        "title": "A conference programme",
        "description": "One event with its sessions, as summit-tui reads it.",
        **_mapping(fields.ROOT_FIELDS, required=("sessions",)),
        "if": _has_scale(scale),
        "then": {"properties": {"sessions": {"items": {"properties": {"level": _level(scale)}}}}},
        "$defs": {
            "event": _mapping(fields.EVENT_FIELDS),
            "room": _or_name(_mapping(fields.ROOM_FIELDS)),
            "walk": _mapping(fields.WALK_FIELDS),
            "speaker": _or_name(_mapping(fields.SPEAKER_FIELDS)),
            "session": _mapping(fields.SESSION_FIELDS),
        },
    }


def _mapping(table: tuple[fields.Field, ...], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {item.name: _value(item) for item in table},
        "required": [*required, *(item.name for item in table if item.required)],
        "additionalProperties": False,
    }


def _or_name(mapping: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a mapping that may also be a mere name."""
    return mapping | {"type": ["object", "string", "number", "boolean"]}


def _value(item: fields.Field) -> dict[str, Any]:
    what, schema = fields.TYPES[item.type]
    extra = _EXTRA.get(item.type, {})
    message = {"errorMessage": f"write {what}"} if "pattern" in schema or "enum" in schema else {}
    return schema | {"description": item.doc} | message | _examples(item) | extra


def _examples(item: fields.Field) -> dict[str, Any]:
    """Return the example; none where the editor has a list to complete from, or a whole tree."""
    return {"examples": [item.example]} if item.type in _SHOWN else {}


_SHOWN = frozenset(("id", "slug", "line", "zone", "url", "moment", "end", "date", "duration"))


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _several(name: str) -> dict[str, Any]:
    """Return the schema of a list of `name`; one alone needs no list."""
    return {"anyOf": [{"type": "array", "items": _ref(name)}, _ref(name)]}


def _has_scale(scale: Scale) -> dict[str, Any]:
    """Return the condition that the file's levels are those of `scale`, or not given."""
    values = [str(level.value) for level in scale.levels]
    return {"properties": {"levels": {"type": "object", "propertyNames": {"enum": values}}}}


def _level(scale: Scale) -> dict[str, Any]:
    values = [level.value for level in scale.levels]
    numbers = "|".join(str(value) for value in values if isinstance(value, int))
    names = "|".join(
        _any_case(str(text)) for level in scale.levels for text in (level.value, level.name)
    )
    words = "|".join(_any_case(word) for word in _level_words(scale))
    forms = [rf"^\s*({names})\s*$", rf"(^|[^-{_LETTER}])({words})($|[^-{_LETTER}])"]
    if numbers:
        forms.append(
            rf"^\s*({_any_case('level')}|{_any_case('niveau')}|{_any_case('stufe')}|"
            rf"[Ll]|[Ll][Vv][Ll])?\s*({numbers})($|[^0-9{_LETTER}_])"
        )
    message = f"not a level: {', '.join(str(level) for level in scale.levels)}"
    return _one_of(values, "|".join(forms), message)


def _level_words(scale: Scale) -> list[str]:
    single = [word for word in scale.words() if word.isalpha()]
    return list(dict.fromkeys([*single, *scale.synonyms()]))


def _closed(what: str, known: dict[str, str]) -> dict[str, Any]:
    words = (fold(word) for key, more in known.items() for word in (key, *more.split()))
    pattern = "|".join(dict.fromkeys(_any_case(word) for word in words))
    listed = ", ".join(known) if len(known) < 20 else "an ISO 639-1 code such as en or fr"
    return _one_of(list(known), rf"^\s*({pattern})s?\s*$", f"not a {what}: {listed}")


def _one_of(values: Iterable[Any], pattern: str, message: str) -> dict[str, Any]:
    """Return a schema that lists `values` for completion and takes what `pattern` matches."""
    text = {"type": "string", "pattern": pattern, "errorMessage": message}
    return {"anyOf": [{"enum": list(values), "errorMessage": message}, text]}


def _any_case(word: str) -> str:
    """Return a pattern for `word` in any case, with accents or without, hyphens as blanks too."""
    return "".join(_letter(character) for character in word)


def _letter(character: str) -> str:
    if character in "- ":
        return "[-_' ]+"
    if character in _SYNTAX:
        return f"\\{character}"
    base = fold(character)
    spellings = (base, character.lower(), *_ACCENTED.get(base, ""))
    letters = "".join(dict.fromkeys(one for low in spellings for one in (low, low.upper())))
    return f"[{letters}]" if len(letters) > 1 else letters


_EXTRA: dict[str, dict[str, Any]] = {
    "kind": _closed("kind", KINDS),
    "language": _closed("language", LANGUAGES),
    "status": _closed("status", fields.STATUSES),
    "event": _ref("event"),
    "rooms": _several("room"),
    "walks": _several("walk"),
    "speakers": _several("speaker"),
    "sessions": {"type": "array", "items": _ref("session")},
}

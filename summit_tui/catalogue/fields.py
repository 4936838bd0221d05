"""The catalogue file, field by field: the one table that reader, writer, schema and page follow.

A field's `type` names how its value is written; `TYPES` says for each type what a person writes
and what the JSON Schema says. `reading` has one function per type, and so has `writing`.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One key of a mapping in the catalogue file."""

    name: str
    type: str
    """A key of `TYPES`."""
    doc: str
    """One sentence, shown by editors and on the reference page."""
    example: Any
    required: bool = False


EVENT_FIELDS = (
    Field(
        "id", "slug", "Short name of the edition; names the agenda file.", "aws-summit-paris-2019"
    ),
    Field("name", "line", "The event as people call it.", "AWS Summit Paris 2019"),
    Field("venue", "line", "Where it takes place.", "Palais des Congrès, Paris"),
    Field("timezone", "zone", "IANA time zone that every time below is read in.", "Europe/Paris"),
    Field("url", "url", "The event's site.", "https://example.org/"),
    Field("note", "text", "Markdown that a reader of the programme must see first.", "A sample."),
)

ROOM_FIELDS = (
    Field("name", "line", "The room as sessions name it.", "Amphithéâtre bleu", required=True),
    Field("venue", "line", "The building it is in, for walking time.", "Palais des Congrès"),
    Field("capacity", "count", "Seats.", 826),
)

WALK_FIELDS = (
    Field(
        "between",
        "lines",
        "Two rooms or venues; one means it and any other, none any two places.",
        ["Amphithéâtre bleu", "Salle 242"],
    ),
    Field("minutes", "duration", "How long it takes on foot.", 6, required=True),
)

SPEAKER_FIELDS = (
    Field("name", "line", "The speaker's name.", "Solmori Quartz", required=True),
    Field("role", "line", "What they do.", "Database administrator"),
    Field("company", "line", "For whom.", "Norvane Labs"),
)

SESSION_FIELDS = (
    Field("id", "id", "Unique in the file, never reused: picks hold on to it.", "keynote", True),
    Field("code", "line", "The code printed in the programme.", "SVS301"),
    Field("title", "line", "The title.", "Lambda under the hood", True),
    Field("subtitle", "line", "A second title line.", "What happens before your code runs"),
    Field("kind", "kind", "What sort of session it is.", "talk"),
    Field("level", "level", "A level of the scale: its value, its name, or both.", 300),
    Field("track", "line", "The track it belongs to.", "Serverless"),
    Field(
        "tracks",
        "lines",
        "Several tracks, instead of `track`; the first one leads.",
        ["AI", "Data"],
    ),
    Field("start", "moment", "Local date and time; left out until published.", "2019-04-02 09:30"),
    Field("end", "end", "Local time, or date and time, it ends.", "11:15"),
    Field("duration", "duration", "How long it takes, instead of `end`.", "1h45"),
    Field("day", "date", "The conference day, where not the date of `start`.", "2019-04-02"),
    Field("room", "line", "The room.", "Amphithéâtre bleu"),
    Field("language", "language", "The language it is held in, as code or name.", "fr"),
    Field("status", "status", "`cancelled` when it will not take place.", "cancelled"),
    Field("recorded", "flag", "Whether a video will be published.", False),
    Field("repeats", "line", "The id of the session that this is another run of.", "keynote"),
    Field("capacity", "count", "Seats, where not the room's.", 40),
    Field(
        "speakers",
        "speakers",
        "Who speaks: names, or name, role and company.",
        [{"name": "Solmori Quartz"}],
    ),
    Field("tags", "lines", "Free words to find it by.", ["cloud"]),
    Field(
        "links",
        "links",
        "Name and address: slides, video, paper.",
        {"slides": "https://example.org/"},
    ),
    Field("abstract", "text", "What it is about, in Markdown.", "We look **inside**."),
    Field("source", "source", "Format and ids it was imported with.", {"format": "pretalx"}),
)

ROOT_FIELDS = (
    Field("event", "event", "The edition this programme is of.", {"name": "AWS Summit Paris 2019"}),
    Field(
        "levels", "scale", "The levels in ascending order, value to name.", {100: "Introductory"}
    ),
    Field("tracks", "lines", "The tracks, to catch misspelled ones.", ["Serverless", "Data"]),
    Field("rooms", "rooms", "The rooms, for venue and capacity.", [{"name": "Amphithéâtre bleu"}]),
    Field(
        "walking",
        "walks",
        "Minutes on foot between rooms and venues.",
        [{"minutes": 5}],
    ),
    Field(
        "aliases",
        "aliases",
        "Names for the same thing, so that a search for one finds the others.",
        {"keda": "Kubernetes Event-driven Autoscaling"},
    ),
    Field("sessions", "sessions", "The programme.", [{"id": "keynote", "title": "Keynote"}]),
)

STATUSES = {
    "confirmed": "confirmed accepted scheduled published",
    "cancelled": "cancelled canceled annule annulee withdrawn abgesagt",
    "tentative": "tentative draft provisional pending",
}

_TEXT = {"type": ["string", "number", "boolean"]}
_ADDRESS = {
    "type": "string",
    "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://",
    "errorMessage": "write an http or https address",
}
_DATE = r"\d{4}-\d{1,2}-\d{1,2}"
_MOMENT = rf"^{_DATE}[Tt ]\s*\d{{1,2}}:\d{{2}}"
_TIME = r"^\d{1,2}\s*([:hH]|[aApP][mM]|$)"
TYPES: dict[str, tuple[str, dict[str, Any]]] = {
    "id": ("text; blanks become hyphens", _TEXT | {"minLength": 1}),
    "slug": ("text; blanks become hyphens", _TEXT | {"minLength": 1}),
    "line": ("text", _TEXT),
    "text": ("Markdown, usually as a `|` block", _TEXT),
    "lines": ("a list of texts", {"type": ["array", "string"], "items": _TEXT}),
    "zone": (
        "a name such as Europe/Paris",
        {"type": "string", "pattern": "^[A-Za-z_]+([/+-].*)?$"},
    ),
    "url": ("an http or https address", _ADDRESS),
    "moment": ("2019-04-02 09:30", {"type": "string", "pattern": _MOMENT}),
    "end": (
        "11:15 or 2019-04-02 11:15",
        {"type": ["string", "integer"], "pattern": rf"{_MOMENT}|{_TIME}", "maximum": 23},
    ),
    "date": ("2019-04-02", {"type": "string", "pattern": rf"^{_DATE}$"}),
    "duration": (
        "45, 45m, 1h45, 1:45 or PT1H45M",
        {"type": ["string", "integer"], "pattern": r"^[Pp]?[Tt]?\d", "minimum": 0},
    ),
    "level": ("a value or name of the scale", {"type": ["string", "integer"]}),
    "kind": ("a kind, or a word for it", {"type": "string"}),
    "language": ("fr, French or français", {"type": "string"}),
    "status": ("confirmed, cancelled or tentative", {"type": "string"}),
    "flag": ("true or false", {"enum": [True, False, "yes", "no"]}),
    "count": ("a whole number", {"type": "integer", "minimum": 0}),
    "links": (
        "a mapping of name to address",
        {"type": "object", "additionalProperties": _ADDRESS},
    ),
    "source": ("a mapping of texts", {"type": "object", "additionalProperties": _TEXT}),
    "scale": (
        "a mapping of value to name, or a list of names",
        {"type": ["object", "array"], "additionalProperties": _TEXT, "items": _TEXT},
    ),
    "aliases": (
        "a mapping of name to another name, or to a list of them",
        {
            "type": "object",
            "additionalProperties": {"type": [*_TEXT["type"], "array"], "items": _TEXT},
        },
    ),
    "event": ("a mapping", {}),
    "rooms": ("a list of names or mappings", {}),
    "walks": ("a list of mappings", {}),
    "speakers": ("a list of names or mappings", {}),
    "sessions": ("a list of mappings", {}),
}
"""Each type with what a person writes for it and its part of the JSON Schema."""


def names(fields: tuple[Field, ...]) -> tuple[str, ...]:
    """Return the keys of a table, in the order a writer puts them."""
    return tuple(field.name for field in fields)

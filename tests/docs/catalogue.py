"""The reference page of the catalogue file, in Markdown, from the same tables as the reader.

`docs/catalogue.md` is its output; a test holds the two together. How to use a catalogue is not
its subject: it says what may stand in the file.
"""

from collections.abc import Iterable
from typing import Any

from summit_tui.catalogue import fields
from summit_tui.catalogue.kinds import KINDS, LANGUAGES
from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.catalogue.model import (
    LONGEST_ALIAS,
    Catalogue,
    Event,
    Link,
    Room,
    SessionList,
    Speaker,
)
from summit_tui.catalogue.model import Session as Entry
from summit_tui.catalogue.spelling import flow_list, flow_mapping, scalar
from summit_tui.catalogue.times import parse_moment
from summit_tui.catalogue.writing import write

_INTRODUCTION = """\
<!-- Made from the table of fields: change summit_tui/catalogue/fields.py, then run `make docs`. -->
# The catalogue file

One file is one event. It is YAML, in UTF-8, and made to be read, written and compared by people:

```yaml
{example}```

Only `sessions`, and in each session `id` and `title`, must be there: programmes are published
long before their rooms and times. A key that is empty counts as left out; a key that is not on
this page is an error, so that no misspelling goes unnoticed. Values are taken as they are
written: `1:30`, `no` and `0123` stay text. YAML's anchors, their aliases, tags and further
documents have no place here.

`summit check FILE` says what is wrong, with line and column. `summit schema` prints the JSON
Schema; an editor with a YAML language server completes and checks as you type once the file
begins with `# yaml-language-server: $schema=` and the schema's address.
"""

_TIMES = """\
## Times

Every time is read in the time zone of the event. `start` is a date and a time. `end` may be a
time alone, and is then the first such time after the start, if need be after midnight; `duration`
says the same in another way, so one of the two is enough. A duration is minutes (`45`), hours and
minutes (`1h45`, `1:45`), or ISO 8601 (`PT1H45M`). When clocks go back, an hour comes twice: its
first time is meant, unless the offset is written too (`2019-10-27 02:30+01:00`). `day` puts a
session that begins after midnight into the programme of the evening before.
"""


_ALIASES = f"""\
## Names for the same thing

A search knows what technical conferences have in common: `k8s` finds Kubernetes, and `machine
learning` finds ML. `aliases` adds what this programme calls things. Each line has names of one
thing, of one to {LONGEST_ALIAS} words each, and a search for any of them finds the others:

```yaml
aliases:
  re2: re:Invent
  keda: [Kubernetes Event-driven Autoscaling, event-driven autoscaling]
  rag: []
```

Case and accents do not matter. An empty list takes a usual name away, where it means something
else at this event. What a reader of the programme wants besides stands in `aliases.json` in the
configuration folder (on Linux `~/.config/summit-tui`), as JSON:

```json
{{"sec": ["security", "sécurité"], "pg": []}}
```
"""

_WALKING = """\
## Walking time

`walking` says how many minutes it takes on foot. Of several lines that fit two rooms the closest
counts: two places before one, a room before its venue; and of two that are equally close the last.
A venue twice means any two rooms in it.

```yaml
walking:
  - {minutes: 3}
  - {between: [Meridian Hall, Harbour House], minutes: 12}
  - {between: [Harbour House, Harbour House], minutes: 6}
  - {between: [Amber, Slate], minutes: 1}
```

Where nothing is said of two rooms, the shortest way past others counts; where there is none, and to
or from a session without a room, no time does.
"""


def catalogue_page() -> str:
    """Return the whole page, ending in a newline."""
    tables = (
        ("The file", fields.ROOT_FIELDS, ("sessions",)),
        ("`event`", fields.EVENT_FIELDS, ()),
        ("An item of `rooms`", fields.ROOM_FIELDS, ()),
        ("An item of `walking`", fields.WALK_FIELDS, ()),
        ("An item of `sessions`", fields.SESSION_FIELDS, ()),
        ("An item of `speakers`", fields.SPEAKER_FIELDS, ()),
    )
    parts = [
        _INTRODUCTION.replace("{example}", write(_EXAMPLE)),
        *(_section(*table) for table in tables),
        _TIMES,
        _WALKING,
        _ALIASES,
        _words(),
    ]
    return "\n".join(parts)


def _section(title: str, table: tuple[fields.Field, ...], required: Iterable[str]) -> str:
    rows = [_row(item, item.required or item.name in required) for item in table]
    return _table(f"## {title}", ("key", "what it is", "written as", "example"), rows)


def _row(item: fields.Field, required: bool) -> tuple[str, ...]:
    name = f"**`{item.name}`** (required)" if required else f"`{item.name}`"
    return name, item.doc, fields.TYPES[item.type][0], f"`{_spell(item.example)}`"


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    cells = [head, ("---",) * len(head), *rows]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
    return "\n".join([title, "", *lines, ""])


def _spell(example: Any) -> str:
    """Return an example on one line, as it would stand in the file."""
    if isinstance(example, dict):
        return flow_mapping(example.items())
    if isinstance(example, list) and isinstance(example[0], dict):
        return "[" + ", ".join(flow_mapping(item.items()) for item in example) + "]"
    if isinstance(example, list):
        return flow_list(example)
    return example if isinstance(example, str) else scalar(example)


def _words() -> str:
    levels = [(f"`{level.value}`", level.name) for level in DEFAULT_SCALE.levels]
    kinds = [(f"`{kind}`", ", ".join(words.split())) for kind, words in KINDS.items()]
    statuses = [
        (f"`{key}`", ", ".join(words.split()[1:])) for key, words in fields.STATUSES.items()
    ]
    languages = [(f"`{code}`", ", ".join(words.split())) for code, words in LANGUAGES.items()]
    return (
        "\n".join(
            [
                _WORDS,
                "",
                _table(f"### Levels\n\n{_LEVELS}", ("value", "name"), levels),
                _table("### Kinds", ("kind", "also written"), kinds),
                _table("### Statuses", ("status", "also written"), statuses),
                _table("### Languages", ("code", "also written"), languages),
            ]
        ).rstrip()
        + "\n"
    )


_WORDS = """\
## Words

Level, kind, language and status take what people write, in any case, with accents or without, and
come out as the value in the first column."""

_LEVELS = """\
A level is given by its value, its name or both: `300`, `Advanced`, `300 - Advanced`, `L300`,
`avancé`. This is the scale of a file without `levels`; one with `levels` has its own, in ascending
order."""

_ZONE = "Europe/Paris"
_EXAMPLE = Catalogue(
    Event("demo-summit", "Demo Summit", _ZONE, "Meridian Hall", "https://example.org/"),
    SessionList(
        [
            Entry(
                "sleeping-tables",
                "Let sleeping tables lie",
                code="DAT301",
                level=300,
                tracks=("Databases",),
                start=parse_moment("2019-04-02 09:30", Event("", "", _ZONE).zone),
                duration=45,
                room="Amber",
                language="en",
                speakers=(Speaker("Solmori Quartz", "Database administrator", "Norvane Labs"),),
                tags=("postgres", "vacuum"),
                links=(Link("slides", "https://example.org/slides"),),
                abstract="What autovacuum does at night,\nand how to let it.",
            ),
            Entry("closing", "Closing words", kind="keynote"),
        ]
    ),
    rooms=(Room("Amber", "Meridian Hall", 120),),
    tracks=("Databases",),
)

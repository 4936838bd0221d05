import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from summit_tui.catalogue import fields, yamlio
from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.kinds import KINDS, LANGUAGES
from summit_tui.catalogue.levels import DEFAULT_SCALE, Level, Scale
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.schema import json_schema
from summit_tui.catalogue.writing import write
from summit_tui.catalogue.yaml_values import plain_value
from tests.catalogue.strategies import catalogues

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json_schema())


def plain(text: str) -> dict[str, Any]:
    """Return a file's values as YAML 1.2's core schema, which editors use, has them."""
    document = yamlio.Document(text, lambda *_: None)
    document.root()
    return {key.value: plain_value(document.value()) for key in document.entries()}


def faults(text: str, validator: Draft202012Validator = VALIDATOR) -> list[str]:
    """Return where `text` breaks the schema, as `sessions/0/level`."""
    found = validator.iter_errors(plain(text))
    return sorted("/".join(map(str, error.absolute_path)) for error in found)


def session(line: str) -> str:
    given = {line.partition(":")[0]}
    rest = [text for key, text in (("id", "id: a"), ("title", "title: A")) if key not in given]
    return f"sessions:\n- {{{', '.join([*rest, line])}}}\n"


def test_it_is_a_schema_of_its_draft_and_plain_json() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


def test_it_takes_the_shipped_programme() -> None:
    assert faults((ROOT / "sessions.yaml").read_text(encoding="utf-8")) == []


def test_it_takes_a_demo() -> None:
    assert faults(write(generate(200, first_day=date(2026, 5, 5)))) == []


@given(catalogues())
@settings(deadline=None, max_examples=50)
def test_it_takes_whatever_the_writer_writes(catalogue: Catalogue) -> None:
    assert faults(write(catalogue)) == []


def timed(line: str) -> str:
    """Return a session of which also its end is read."""
    return session(f"start: 2019-04-02 09:00, {line}" if line.startswith("end") else line)


ACCEPTED = [
    *("level: 300", "level: '300'", "level: Advanced", "level: 300 - Advanced", "level: L300"),
    *("level: intermédiaire", "level: INTERMEDIATE", "level: Level 200", "level: deep-dive"),
    *(
        "level: Débutant",
        "level: for experts",
        "level: 400 (Expert)",
        "level: avancé",
        "level: Tous",
    ),
    *("kind: talk", "kind: Breaks", "kind: Table ronde", "kind: hands-on lab", "kind: EXPOSÉ"),
    *("kind: petit déjeuner", "kind: Ask me", "language: fr", "language: FRANÇAIS"),
    *("language: francais", "language: 日本語", "language: Español", "language: en-US"),
    *("status: cancelled", "status: Annulé", "status: canceled", "recorded: true", "recorded: no"),
    *("start: 2019-04-02 09:30", "start: 2019-4-2T9:30", "start: 2019-10-27 02:30+01:00"),
    *("end: 11:15", "end: 11h", "end: 11h15", "end: 2pm", "end: 9", "end: 2019-04-02 11:15"),
    *("duration: 45", "duration: 45m", "duration: 1h45", "duration: 1:45", "duration: PT1H45M"),
    *("duration: 1.5h", "duration: 90 minutes", "day: 2019-04-02", "title: 2019", "title: true"),
    *("speakers: Solmori Quartz", "speakers: [Solmori Quartz, {name: Ulruno Basalt, role: CTO}]"),
    *("speakers: {name: Solmori Quartz}", "tags: cloud", "tags: [cloud, 2019]", "capacity: 0"),
    *("links: {slides: HTTPS://example.org}", "source: {format: x, id: 7}", "tracks: [AI, Data]"),
]


@pytest.mark.parametrize("line", ACCEPTED)
def test_what_the_reader_takes_the_schema_takes(line: str) -> None:
    assert read_text(timed(line), Path("x.yaml")).errors == ()
    assert faults(session(line)) == []


REFUSED = [
    *(
        "level: expret",
        "level: 350",
        "level: L500",
        "level: unadvanced",
        "level: 3000",
        "kind: tlak",
    ),
    *(
        "language: frnch",
        "status: gone",
        "recorded: perhaps",
        "start: 2019-04-02",
        "start: tomorrow",
    ),
    *("end: noon", "duration: soon", "duration: -5", "day: tuesday", "capacity: many"),
    *("capacity: -1", "speakers: [{nam: Solmori Quartz}]", "links: {slides: example.org}"),
    *("links: example.org", "title: [A]", "id: {a: b}", "abstract: [x]", "tags: {a: b}"),
]


@pytest.mark.parametrize("line", REFUSED)
def test_what_the_reader_refuses_the_schema_refuses(line: str) -> None:
    reading = read_text(timed(line), Path("x.yaml"))
    assert reading.errors != ()
    where = f"sessions/0/{line.partition(':')[0]}"
    assert all(fault.startswith(where) for fault in faults(session(line)))
    assert faults(session(line)) != []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("event: {name: x}\n", ""),
        ("sessions:\n- {id: a}\n", "sessions/0"),
        ("sessions:\n- {title: a}\n", "sessions/0"),
        ("sessions:\n- {id: a, title: b, rom: x}\n", "sessions/0"),
        ("sessions: []\nevents: {}\n", ""),
        ("sessions: []\nevent: {nam: x}\n", "event"),
        ("sessions: []\nrooms: [{name: x, seats: 4}]\n", "rooms"),
        ("sessions: []\nwalking: [{between: [x, y]}]\n", "walking"),
        ("sessions: []\nwalking: [{minutes: soon}]\n", "walking"),
        ("sessions: []\naliases: [k8s]\n", "aliases"),
        ("sessions: []\naliases: {k8s: {a: b}}\n", "aliases/k8s"),
        ("sessions: []\naliases: {k8s: [a, [b]]}\n", "aliases/k8s/1"),
    ],
)
def test_missing_and_unknown_keys(text: str, where: str) -> None:
    assert faults(text) == [where]


SCALE = Scale((Level("easy", "Easy going"), Level("hard", "For the brave")))


@pytest.mark.parametrize(
    ("levels", "level", "found"),
    [
        ("{100: A, 200: B, 300: C, 400: D}", "expret", ["sessions/0/level"]),
        ("{100: A, 200: B}", "200", []),
        ("{easy: Easy, hard: Hard}", "hard", []),
        ("{1: Easy, 2: Hard}", "2 - Hard", []),
        ("[easy, hard]", "easy", []),
    ],
)
def test_levels_are_judged_only_by_the_scale_that_is_known(
    levels: str, level: str, found: list[str]
) -> None:
    assert faults(f"levels: {levels}\n{session(f'level: {level}')}") == found


@pytest.mark.parametrize(
    ("level", "good"),
    [("easy", True), ("HARD", True), ("for the brave", True), ("Easy going", True), ("300", False)],
)
def test_a_schema_for_another_scale_knows_its_levels(level: str, good: bool) -> None:
    own = Draft202012Validator(json_schema(SCALE))
    text = f"levels: {{easy: Easy going, hard: For the brave}}\n{session(f'level: {level}')}"
    assert (faults(text, own) == []) is good


def test_editors_find_lists_to_complete_from() -> None:
    schema = json_schema()
    keys = schema["$defs"]["session"]["properties"]
    level = schema["then"]["properties"]["sessions"]["items"]["properties"]["level"]
    assert level["anyOf"][0]["enum"] == [one.value for one in DEFAULT_SCALE.levels]
    assert keys["kind"]["anyOf"][0]["enum"] == list(KINDS)
    assert keys["language"]["anyOf"][0]["enum"] == list(LANGUAGES)
    assert keys["status"]["anyOf"][0]["enum"] == list(fields.STATUSES)


@pytest.mark.parametrize(
    ("part", "table"),
    [
        ("event", fields.EVENT_FIELDS),
        ("room", fields.ROOM_FIELDS),
        ("speaker", fields.SPEAKER_FIELDS),
        ("session", fields.SESSION_FIELDS),
    ],
)
def test_every_key_is_described_and_no_other_allowed(
    part: str, table: tuple[fields.Field, ...]
) -> None:
    schema = json_schema()["$defs"][part]
    assert {name: key["description"] for name, key in schema["properties"].items()} == {
        item.name: item.doc for item in table
    }
    assert schema["additionalProperties"] is False

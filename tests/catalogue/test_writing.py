from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from summit_tui.catalogue.levels import Level, Scale
from summit_tui.catalogue.model import Catalogue, Link, Room, Session, Speaker, Walk
from summit_tui.catalogue.reading import read, read_text
from summit_tui.catalogue.writing import write
from tests.catalogue.strategies import catalogues
from tests.factories import at, make_catalogue, make_session

ROOT = Path(__file__).parents[2]
FILE = Path("programme.yaml")


def again(text: str) -> Catalogue:
    """Return the catalogue that `text` holds, which must be without a problem."""
    reading = read_text(text, FILE)
    assert reading.problems == ()
    return reading.catalogue


def everything(catalogue: Catalogue) -> tuple[Any, ...]:
    """Return all of a catalogue, with instants in place of wall clocks that come twice."""
    sessions = [(*one, one.start and one.start.timestamp()) for one in catalogue.sessions]
    return (catalogue.event, *catalogue[2:], sessions)


@given(catalogues())
@settings(deadline=None)
def test_what_was_written_reads_back_and_writes_the_same(catalogue: Catalogue) -> None:
    text = write(catalogue)
    back = again(text)
    assert everything(back) == everything(catalogue)
    assert write(back) == text


def test_the_shipped_programme_reads_back() -> None:
    catalogue = read(ROOT / "sessions.yaml").catalogue
    assert everything(again(write(catalogue))) == everything(catalogue)


FULL = Session(
    "keynote",
    "Keynote: now",
    "KEY1",
    "It: begins",
    "keynote",
    300,
    ("AI",),
    at("09:30"),
    105,
    date(2019, 4, 1),
    "Blue",
    "fr",
    "cancelled",
    False,
    "first",
    0,
    (Speaker("Ann, Bo", "CTO", "X"), Speaker("Cy")),
    ("a", "b,c"),
    (Link("slides", "https://example.org/s"),),
    "One.\n\n  Two.",
    (("format", "pretalx"), ("id", "7")),
)


def test_a_file_looks_as_a_person_would_write_it() -> None:
    aliases = (("re2", ("re:Invent",)), ("keda", ("Event-driven, scaled", "no")), ("pg", ()))
    rooms = (Room("Blue", None, 80),)
    walking = (Walk((), 3), Walk(("Blue", "Palais, West"), 12))
    catalogue = make_catalogue(FULL, rooms=rooms, tracks=("AI",), aliases=aliases, walking=walking)
    assert (
        write(catalogue)
        == """\
event:
  id: demo
  name: Demo Summit
  venue: Palais
  timezone: Europe/Paris
levels: {100: Introductory, 200: Intermediate, 300: Advanced, 400: Expert}
tracks:
  - AI
rooms:
  - {name: Blue, capacity: 80}
walking:
  - {minutes: 3}
  - {between: [Blue, "Palais, West"], minutes: 12}
aliases:
  re2: re:Invent
  keda: ["Event-driven, scaled", "no"]
  pg: []
sessions:
  - id: keynote
    code: KEY1
    title: "Keynote: now"
    subtitle: "It: begins"
    kind: keynote
    level: 300
    track: AI
    start: 2019-04-02 09:30
    duration: 1h45
    day: 2019-04-01
    room: Blue
    language: fr
    status: cancelled
    recorded: false
    repeats: first
    capacity: 0
    speakers:
      - {name: "Ann, Bo", role: CTO, company: X}
      - {name: Cy}
    tags: [a, "b,c"]
    links:
      slides: https://example.org/s
    abstract: |
      One.

        Two.
    source: {format: pretalx, id: "7"}
"""
    )


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"tracks": ("A", "B")}, "    tracks: [A, B]\n"),
        ({"start": at("2019-10-27 02:30")}, "    start: 2019-10-27 02:30\n"),
        ({"start": at("2019-10-27 02:30+01:00")}, "    start: 2019-10-27 02:30+01:00\n"),
        ({"start": at("2019-04-02 09:30:15")}, "    start: 2019-04-02 09:30:15\n"),
        ({"start": at("09:30").astimezone(UTC)}, "    start: 2019-04-02 09:30\n"),
        ({"duration": 0}, "    duration: 0m\n"),
        ({"abstract": "One line: yes"}, "    abstract: |\n      One line: yes\n"),
        ({"abstract": "\tcode"}, '    abstract: "\\tcode"\n'),
        ({"abstract": "a\n\tcode  \nb"}, "    abstract: |\n      a\n      \tcode  \n      b\n"),
    ],
)
def test_spellings(given: dict[str, Any], line: str) -> None:
    start = given.pop("start", None)
    session = make_session(**given)
    values = {name: getattr(session, name) for name in session._fields}
    assert line in write(make_catalogue(Session(**(values | ({"start": start} if start else {})))))


def test_an_hour_that_comes_twice_is_told_apart() -> None:
    first, second = at("2019-10-27 02:30"), at("2019-10-27 02:30+01:00")
    text = write(make_catalogue(Session("a", "A", start=first), Session("b", "B", start=second)))
    back = again(text)
    assert [one.start and one.start.utcoffset() for one in back.sessions] == [
        first.utcoffset(),
        second.utcoffset(),
    ]


def test_what_is_usual_is_left_out() -> None:
    text = write(make_catalogue(Session("a", "A")))
    assert text.endswith("sessions:\n  - id: a\n    title: A\n    kind: talk\n")


def test_a_catalogue_without_sessions_can_be_read() -> None:
    assert everything(again(write(make_catalogue()))) == everything(make_catalogue())


def test_a_scale_of_its_own_is_written_in_order() -> None:
    scale = Scale((Level("b", "Beginner"), Level("1", "One"), Level(0, "Zero")))
    text = write(make_catalogue(scale=scale))
    assert 'levels: {b: Beginner, "1": One, 0: Zero}\n' in text
    assert again(text).scale == scale


def test_one_other_name_with_a_comma_stays_one() -> None:
    aliases = (("pfr", ("Paris, France",)),)
    assert again(write(make_catalogue(aliases=aliases))).aliases == aliases


def test_the_first_line_names_the_schema_only_when_given() -> None:
    text = write(make_catalogue(), "https://example.org/schema.json")
    assert text.startswith("# yaml-language-server: $schema=https://example.org/schema.json\n")
    assert write(make_catalogue()).startswith("event:\n")

"""Damaged sources: each ends in a catalogue that reads back, or in a refusal with its reason."""

import json
import random
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from summit_tui.formats.readers.draft import NotAProgramme
from tests.formats.readers import calendars, cards, test_hoverboard, test_open_event, test_sheet
from tests.formats.readers.documents import event, imported, schedule_json, schedule_xml
from tests.formats.readers.pretalx_documents import PROGRAMMES

EVENTS = (
    event(),
    event(id=8, guid="g-8", abstract="<p>a <b>b</b></p>", room="Blue", language="de, en"),
    event(date="2024-05-05T01:30:00+02:00", start="01:30", duration="0:30"),
)
SOURCES = (
    schedule_xml(*EVENTS),
    schedule_json(*EVENTS, rooms=[{"name": "Amber", "capacity": 9}]),
    cards.view_all(cards.of_all(), cards.of_all(id="2", status="Declined")),
    cards.grid({"Amber": [cards.embedded(), cards.pause()], "Blue": [cards.pause()]}),
    cards.groups(("All", [cards.embedded(), cards.pause()])),
    cards.lines(cards.card(("topic", "a"), date="2026-05-04"), cards.card(level="100")),
    cards.page(cards.card(("topic", "a"), date="2026-05-04"), cards.card(level="100")),
    *(data for data, _ in PROGRAMMES),
    calendars.full(),
    test_open_event.sessions({}, {"state": "draft"}),
    test_hoverboard.as_json(test_hoverboard.SESSIONS),
    test_hoverboard.YAML.encode(),
    *(each.encode() for each in (test_sheet.ENGLISH, test_sheet.GERMAN, test_sheet.FRENCH)),
)
"""Each format, as it should be."""
WORDS = [b"<", b">", b"&", b'"', b"{", b"[", b"\xff", b"\x1b[2J", b"99:99", b"-", b"0", b"<p>"]
ODD: list[Any] = [None, -1, 1e300, True, [], {}, [[]], {"a": {"b": 1}}, "\ud800\x1b[2J", 10**30]
ODD += ["99:99", "2024-02-30T25:00", "9999-12-31T23:59:59+14:00", "0001-01-01", {"de": "ü"}, ["x"]]


def survives(data: bytes) -> None:
    with suppress(NotAProgramme):
        imported(data)


@given(st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_bytes_flipped_cut_and_repeated(chance: random.Random) -> None:
    data = bytearray(chance.choice(SOURCES))
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data))
        end = at + chance.randint(1, 60)
        how = chance.randrange(4)
        if how == 0:
            data[at] = chance.randrange(256)
        elif how == 1 and len(data) > 200:
            del data[at:end]
        elif how == 2:
            data[at:at] = data[at:end] * chance.randint(1, 4)
        else:
            data[at:end] = chance.choice(WORDS)
    survives(bytes(data))


@given(st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_values_of_the_wrong_type(chance: random.Random) -> None:
    document = json.loads(chance.choice([each for each in SOURCES if _is_json(each)]))
    places = list(_places(document))
    for _ in range(chance.randint(1, 12)):
        holder, key = chance.choice(places)
        holder[key] = chance.choice(ODD)
    survives(json.dumps(document).encode())


@given(st.dictionaries(st.sampled_from(sorted(EVENTS[0])), st.text(max_size=30), max_size=6))
@settings(max_examples=120, deadline=None)
def test_any_text_in_any_field(values: dict[str, str]) -> None:
    found = imported(schedule_json(event(**values)))
    assert found.report.sessions == 1


def _is_json(data: bytes) -> bool:
    with suppress(ValueError):
        json.loads(data)
        return True
    return False


def _places(value: Any) -> Any:
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        yield value, key
        yield from _places(value[key])

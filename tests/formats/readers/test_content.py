"""What is refused, with which reason, and what is mended."""

import pytest

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Hints, NotAProgramme
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.readers.table import READERS, recognise
from tests.formats.readers.calendars import calendar
from tests.formats.readers.cards import card, embedded, grid, groups, lines, of_all, page, view_all
from tests.formats.readers.documents import event, only, schedule_json, schedule_xml, told
from tests.formats.readers.pretalx_documents import PROGRAMMES
from tests.formats.readers.test_hoverboard import SCHEDULE, SESSIONS, YAML, as_json
from tests.formats.readers.test_open_event import sessions
from tests.formats.readers.test_sheet import ENGLISH, FRENCH, GERMAN

BOMB = b"""<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<schedule><conference><title>&b;</title></conference></schedule>"""
OUTSIDE = b"""<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<schedule><conference><title>&x;</title></conference></schedule>"""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "this is text without a word: it is not DevFest's"),
        (b"hello\nworld", "this is text that begins with 'hello'"),
        (b"<!doctype html><html></html>", "this is a web page, no programme"),
        (b"<!-- x -->\n<html><body/></html>", "this is a web page, no programme"),
        (b"<rss/>", "this is XML whose root is <rss>: it is not schedule.xml"),
        (b"<schedule/>", "this is XML whose root is <schedule>"),
        (b"<schedule><day></schedule>", "the XML is broken: mismatched tag: line 1, column 17"),
        (BOMB, "XML with a document type (DOCTYPE) is not read"),
        (OUTSIDE, "XML with a document type (DOCTYPE) is not read"),
        (b"<a>" * 100_000, "nested deeper than 64"),
        (b'<?xml version="1.0" encoding="klingon"?><schedule/>', "nobody knows its encoding"),
        (b'{"a": 1, "b": 2}', "this is JSON with the keys a, b: it is not schedule.json"),
        (b"[1, 2", "this is JSON that is broken"),
        (b"[]", "this is JSON with a list"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"schedule": {"conference": 7}}', "with the keys schedule"),
        (b"BEGIN:VCALENDAR\n", "this is a calendar without an event (VEVENT)"),
        (b"sessions: 7", "it has errors: line 1: sessions must be a list of mappings"),
        (b"sessions:\n- {titel: x}", "it has errors: line 2: "),
        (b"sessions:\n  - [", "it has errors: "),
    ],
)
def test_a_refusal_says_what_was_looked_at(data: bytes, reason: str) -> None:
    with pytest.raises(NotAProgramme) as refusal:
        take_in(data)
    assert reason in str(refusal.value)


def test_a_format_that_was_named_is_not_forced_on_another_family() -> None:
    with pytest.raises(NotAProgramme, match=r"this is not schedule\.xml"):
        take_in(schedule_json(event()), form="frab-xml")
    with pytest.raises(KeyError):
        take_in(b"", form="nothing")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (schedule_xml(event()), "frab-xml"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?>" + schedule_xml(event()), "frab-xml"),
        (schedule_json(event()), "frab-json"),
        (b'{"schedule": {"conference": {}, "events": []}}', "schedule2"),
        (view_all(of_all()), "sessionize-all"),
        (grid({"Amber": [embedded()]}), "sessionize-grid"),
        (groups(("All", [embedded()])), "sessionize-sessions"),
        (lines(card(), card()), "aws"),
        (page(card()), "aws"),
        *PROGRAMMES,
        (calendar(), "ics"),
        (calendar().decode().encode("utf-16"), "ics"),
        *((sessions(given), "open-event") for given in ({}, {"state": "draft"})),
        *((text.encode(), "csv") for text in (ENGLISH, GERMAN, FRENCH)),
        *((as_json(given), "hoverboard") for given in (SESSIONS, SCHEDULE)),
        (YAML.encode(), "devfest"),
        (b"# ours\nevent: {name: X}\nsessions: []\n", "yaml"),
    ],
)
def test_each_format_is_recognised_by_one_reader(data: bytes, name: str) -> None:
    content = Content(data)
    assert recognise(content).name == name
    last_resorts = ("json", "yml", "xml")
    several = [row.name for row in READERS if row.recognises(content)]
    assert [each for each in several if each not in last_resorts] == [name]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_xml_in_the_encoding_it_declares(encoding: str) -> None:
    text = schedule_xml(event(title="Fête Österreich")).decode()
    data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
    assert only(data).title == "Fête Österreich"


def test_korean_in_an_encoding_that_the_parser_does_not_know() -> None:
    text = schedule_xml(event(title="안녕하세요")).decode()
    assert only(f'<?xml version="1.0" encoding="euc-kr"?>{text}'.encode("euc-kr")).title == (
        "안녕하세요"
    )


@pytest.mark.parametrize("code", [b"\x1b[31m", b"\x0b", b"&#27;", b"&#x1;"])
def test_codes_that_xml_forbids_are_taken_out_and_told(code: bytes) -> None:
    data = schedule_xml(event(title="AB")).replace(b"<title>AB", b"<title>A" + code + b"B")
    assert only(data).title.replace("[31m", "") == "AB"
    assert any("that XML forbids" in note for note in told(data))


def test_a_wrong_byte_is_told() -> None:
    for data in (schedule_xml(event(title="AB")), schedule_json(event(title="AB"))):
        broken = data.replace(b"AB", b"A\xffB")
        assert only(broken).title == "A\ufffdB"
        assert told(broken) == ["unread: bytes that are not UTF-8 became \ufffd"]


def test_our_own_yaml_passes_through() -> None:
    data = b"event: {name: X, timezone: UTC}\nsessions:\n  - {id: a, title: A}\n"
    found = take_in(data, Hints("Europe/Paris"))
    assert found.catalogue.sessions.ids() == ["a"]
    assert [str(note) for note in found.report.notes] == ["changed: its own zone holds: UTC"]

"""Programmes as they come from elsewhere: other scripts and encodings, nights, gaps, HTML.

Each must become as many sessions as it lists, with their titles as they are.
"""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from summit_tui.catalogue.source import MAX_BYTES
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers.building import build
from summit_tui.formats.readers.draft import (
    Draft,
    DraftEvent,
    DraftSession,
    Hints,
    NotAProgramme,
)
from summit_tui.formats.readers.importing import take_in
from tests.formats.readers import calendars, cards, pretalx_documents, test_hoverboard
from tests.formats.readers.documents import event, imported, schedule_json, schedule_xml, told

KOREAN, JAPANESE = "잠자는 표", "眠るテーブル"
FRENCH = "L’été des tables : «\u202fnuit\u202f»"
SHEET = f"""제목,날짜,시작 시간,종료 시간,발표자,장소,난이도,언어,유형
{KOREAN},2026년 5월 4일,오전 10:00,오후 1:30,여우비,대강당,고급,한국어,워크숍
"""
NIGHT = f"""タイトル,日付,開始時間,終了時間,登壇者,会場,レベル,言語
{JAPANESE},2026年5月4日,22時30分,25:30,夜空、星影,大ホール,上級,日本語
"""
EXCEL = (
    f"sep=;\r\nTitre;Date;Début;Fin;Salle\r\n{FRENCH};4 mai 2026;10\u202fh\u202f00;10h45;Été\r\n"
)


def sheet(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"])
def test_a_korean_sheet(encoding: str) -> None:
    (one,) = imported(sheet(SHEET, encoding), "Asia/Seoul").catalogue.sessions
    assert (one.title, one.kind, one.level, one.language) == (KOREAN, "workshop", 300, "ko")
    assert (str(one.start), one.duration, one.room) == ("2026-05-04 10:00:00+09:00", 210, "대강당")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "cp932"])
def test_a_japanese_sheet_that_goes_on_after_midnight(encoding: str) -> None:
    (one,) = imported(sheet(NIGHT, encoding), "Asia/Tokyo").catalogue.sessions
    assert (one.title, one.level, one.language) == (JAPANESE, 300, "ja")
    assert (str(one.start), one.duration) == ("2026-05-04 22:30:00+09:00", 180)
    assert [who.name for who in one.speakers] == ["夜空", "星影"]


def test_an_old_encoding_of_the_east_is_told() -> None:
    (note,) = told(sheet(SHEET, "cp949"), "Asia/Seoul")
    assert note == "changed: it is not UTF-8: read as Korean (CP949)"


def test_a_french_sheet_of_excel() -> None:
    (one,) = imported(sheet(EXCEL), "Europe/Paris").catalogue.sessions
    assert (one.title, one.room) == (clean_line(FRENCH), "Été")
    assert (str(one.start), one.duration) == ("2026-05-04 10:00:00+02:00", 45)
    assert told(sheet(EXCEL), "Europe/Paris") == []


def test_a_number_that_is_no_day_is_told() -> None:
    data = sheet("Title,Date,Start\nA,12345,9:30\n")
    assert imported(data).catalogue.sessions[0].tags == ("at 09:30", "12345")


TALK = event(id="세션-1", guid=None, title=KOREAN)
NOTHING: dict[str, Any] = dict.fromkeys(event())
EMBEDDED = cards.embedded(id="세션", title=KOREAN)
PAUSE = cards.pause(title=JAPANESE, startsAt="2024-05-04T12:00:00", endsAt=None)
SLOT = pretalx_documents.slot(
    submission=pretalx_documents.submission(title={"ko": KOREAN, "en": ""}, code="ZZZ999")
)
DAYS = "".join(
    f"<day date='2024-05-0{day}'><room name='A'><event id='{day}'><title>{JAPANESE} {day}</title>"
    f"<start>{start}</start><persons/><language/></event></room></day>"
    for day, start in ((6, "10:00"), (4, "25:30"), (5, "00:30"))
)
PREFIXED = schedule_xml(event(title=KOREAN)).replace(b"<schedule>", b'<s:schedule xmlns:s="u:x">')
ZONE = "BEGIN:VTIMEZONE\r\nTZID:서울 표준시\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
ZONE += "TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE"
UNTIMED = {"DTSTART;TZID=Europe/Paris": None, "DTEND;TZID=Europe/Paris": None}
SEOUL = UNTIMED | {"DTSTART;TZID=서울 표준시": "20240504T240000", "SUMMARY": KOREAN}
WEEKLY = calendars.event("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Paris:20240511T100000")
MOVED = calendars.event("RECURRENCE-ID;TZID=Europe/Paris:20240518T100000", SUMMARY=JAPANESE)


def folded(title: str) -> bytes:
    """Return a calendar whose title is folded in the middle of letters."""
    line = f"SUMMARY:{title}".encode()
    pieces = [line[at : at + 7] for at in range(0, len(line), 7)]
    return calendars.calendar(calendars.event(SUMMARY="@")).replace(
        b"SUMMARY:@", b"\r\n ".join(pieces)
    )


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        (schedule_json(TALK, TALK | {"id": "세션-2"}), [KOREAN, KOREAN]),
        (schedule_json(NOTHING | {"title": JAPANESE, "room": "A"}), [JAPANESE]),
        (schedule_json(event(title={"ko": KOREAN, "ja": JAPANESE})), [KOREAN]),
        (schedule_json(event(title=KOREAN)).decode().encode("utf-16"), [KOREAN]),
        (schedule_json(event(title=KOREAN)).decode().encode("utf-16-le"), [KOREAN]),
        (schedule_json(event(title="<b>A</b> &amp; <i class='x'>B</i>")), ["A & B"]),
        (schedule_json(event(title="Why <p> and List<int>")), ["Why <p> and List<int>"]),
        (gzip.compress(schedule_xml(event(title=FRENCH)), mtime=0), [clean_line(FRENCH)]),
        (PREFIXED.replace(b"</schedule>", b"</s:schedule>"), [KOREAN]),
        (
            f"<schedule><conference><day_change>04:00</day_change></conference>{DAYS}</schedule>".encode(),
            [f"{JAPANESE} {day}" for day in (4, 5, 6)],
        ),
        (
            b"<schedule><day><event><title>A</title></event><event><title>A</title></event></day></schedule>",
            ["A", "A"],
        ),
        (cards.grid({"A": [PAUSE, EMBEDDED], "B": [PAUSE], "C": [PAUSE]}), [JAPANESE, KOREAN]),
        (cards.view_all(cards.of_all(startsAt=None, speakers=None, title=KOREAN)), [KOREAN]),
        (json.dumps([pretalx_documents.page(SLOT), pretalx_documents.page()]).encode(), [KOREAN]),
        (pretalx_documents.sessions(title=KOREAN, room=None, start=None, speakers=None), [KOREAN]),
        (cards.lines(cards.card(title=f"{JAPANESE} | SVS301", time="25:30")), [JAPANESE]),
        (test_hoverboard.as_json({"세션": {"title": KOREAN, "description": "<p>x</p>"}}), [KOREAN]),
        (calendars.calendar(ZONE, calendars.event(**SEOUL)), [KOREAN]),
        (calendars.calendar(WEEKLY, MOVED), ["Sleeping tables", JAPANESE]),
        (calendars.calendar(*(calendars.event(SUMMARY=each) for each in "ABC")), ["A", "B", "C"]),
        (calendars.calendar(calendars.event(**UNTIMED)), ["Sleeping tables"]),
        (calendars.calendar(calendars.event(SUMMARY=KOREAN)).decode().encode("euc-kr"), [KOREAN]),
        (folded(KOREAN * 9), [KOREAN * 9]),
    ],
)  # fmt: skip
def test_every_session_is_there_with_its_title(data: bytes, titles: list[str]) -> None:
    found = imported(data, "Asia/Seoul")
    assert sorted(one.title for one in found.catalogue.sessions) == sorted(titles)
    assert found.report.summary.startswith(f"imported {len(titles)} sessions, ")


def test_a_large_programme_of_three_languages_keeps_all_it_has() -> None:
    titles = [f"{(KOREAN, JAPANESE, FRENCH)[n % 3]} {n}" for n in range(1_900)]
    talks = [
        event(id=n % 1_000, guid=None, title=each, date=f"2024-05-04T{n % 24:02}:00:00+09:00")
        for n, each in enumerate(titles)
    ]
    for make in (schedule_json, schedule_xml):
        found = imported(make(*talks), "Asia/Seoul").catalogue.sessions
        assert len(found) == 1_900
        assert {one.title for one in found} == set(map(clean_line, titles))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04...", "save it as CSV"),
        (b"%PDF-1.4", "this is a PDF"),
        (gzip.compress(b"x" * 100, mtime=0)[:20], "its end is missing"),
        (b"\x1f\x8b" + b"x" * 30, "packed with gzip and broken"),
    ],
)
def test_what_is_packed_is_refused_clearly(data: bytes, reason: str) -> None:
    with pytest.raises(NotAProgramme, match=reason):
        take_in(data)


def test_what_gzip_packed_is_bounded() -> None:
    with pytest.raises(NotAProgramme, match="it is larger than"):
        take_in(gzip.compress(b"x" * (MAX_BYTES + 1), 1))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_yaml_of_a_site_in_other_encodings(encoding: str) -> None:
    text = f"- id: 7\n  title: {KOREAN}\n  speakers: [a]\n"
    assert [one.title for one in imported(text.encode(encoding)).catalogue.sessions] == [KOREAN]


def test_programmes_without_their_nulls() -> None:
    """Some programs leave out what is null; the page of an API is one all the same."""
    page = pretalx_documents.page(pretalx_documents.submission())
    bare = {key: value for key, value in page.items() if key not in ("next", "previous")}
    found = imported(json.dumps(bare).encode())
    assert (found.report.format, found.report.sessions) == ("pretalx's API", 1)


@pytest.mark.parametrize("yes", [True, "true", 1, "Yes"])
def test_a_yes_in_other_words(yes: object) -> None:
    view = cards.view_all(cards.pause(isServiceSession=yes, categoryItems=[]))
    assert [one.kind for one in imported(view).catalogue.sessions] == ["meal"]
    no = cards.view_all(cards.of_all(isServiceSession="false", title="Lunch"))
    assert [one.kind for one in imported(no).catalogue.sessions] == ["workshop"]


BARE = DraftSession(title="A")


@pytest.mark.parametrize(
    "read",
    [
        lambda: take_in(b"Title,Room\n" + b"a,b\n" * 50_001),
        lambda: take_in(
            b'[{"title":"a","room":"b"}' + b',{"title":"a","room":"b"}' * 50_000 + b"]"
        ),
        lambda: build(Draft(DraftEvent(), (BARE,) * 50_001), Hints()),
    ],
)
def test_more_sessions_than_any_event_has_are_refused(read: Callable[[], object]) -> None:
    with pytest.raises(NotAProgramme, match="more than 50,000 sessions, as no event does"):
        read()

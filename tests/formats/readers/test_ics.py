"""iCalendar: where each property goes, what producers write, and what is broken among the good."""

from collections.abc import Callable

import pytest

from summit_tui.catalogue.model import Link, Speaker
from summit_tui.formats.readers.draft import NotAProgramme
from summit_tui.formats.readers.importing import take_in
from tests.formats.readers.calendars import EVENT, calendar, event, one, sessions
from tests.formats.readers.documents import imported, told


def test_every_property_has_its_place() -> None:
    data = calendar(
        event(
            "CATEGORIES:Workshop,Databases,Advanced",
            "STATUS:TENTATIVE",
            "URL:https://example.org/7",
            "ATTACH:https://example.org/s.pdf",
        )
    )
    found = imported(data)
    (session,) = found.catalogue.sessions
    assert found.catalogue.event[:3] == ("vacuum-days", "Vacuum Days", "Europe/Paris")
    assert (session.id, session.title, session.room) == ("7", "Sleeping tables", "Amber")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 45)
    assert (session.kind, session.tracks, session.level) == ("workshop", ("Databases",), 300)
    assert (session.status, session.abstract) == ("tentative", "What vacuum does.")
    assert session.links == (
        Link("page", "https://example.org/7"),
        Link("slides", "https://example.org/s.pdf"),
    )
    assert session.source == (("format", "ics"), ("id", "7@vacuum.example.org"))
    assert not found.report.notes


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ({"DTSTART": "20240504T080000Z"}, "2024-05-04 08:00:00+00:00"),
        ({"DTSTART": "2024-05-04T08:00:00Z"}, "2024-05-04 08:00:00+00:00"),
        ({"DTSTART": "20240504T1000"}, "2024-05-04 10:00:00+00:00"),
        ({"DTSTART;TZID=Asia/Seoul": "20240504T100000"}, "2024-05-04 10:00:00+09:00"),
        ({"DTSTART;TZID=Tokyo Standard Time": "20240504T100000"}, "2024-05-04 10:00:00+09:00"),
        ({"DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin": "20240504T100000"},
         "2024-05-04 10:00:00+02:00"),
        ({"DTSTART;TZID=/x.org/America/Argentina/Buenos_Aires": "20240504T100000"},
         "2024-05-04 10:00:00-03:00"),
        ({"TZID": "Europe-Brussels", "DTSTART": "20240504T100000"}, "2024-05-04 10:00:00+02:00"),
        ({"DTSTART;TZID=(UTC+09:00) Osaka, Sapporo": "20240504T100000"},
         "2024-05-04 10:00:00+00:00"),
        ({"DTSTART;TZID=GMT+0200": "20240504T100000"}, "2024-05-04 10:00:00+02:00"),
        ({"DTSTART;TZID=Europe/Paris;VALUE=DATE-TIME": "20240504T240000"},
         "2024-05-05 00:00:00+02:00"),
        ({"DTSTART": "20240504"}, "None"),
        ({"DTSTART;VALUE=DATE": "20240504T000000"}, "None"),
        ({"DTSTART": "tomorrow"}, "None"),
        ({"DTSTART": "20240230T100000Z"}, "None"),
    ],
)  # fmt: skip
def test_when_it_begins(written: dict[str, str], start: str) -> None:
    session = one(**({"DTSTART": None, "DTEND": None} | written))
    assert str(session.start) == start


@pytest.mark.parametrize(
    ("written", "duration"),
    [
        ({"DTEND": None}, None),
        ({"DTEND;TZID=Europe/Paris": "20240504T100000"}, 0),
        ({"DTEND": "20240504T093000Z"}, 90),
        ({"DTEND;TZID=Europe/London": "20240504T100000"}, 60),
        ({"DTEND": None, "DURATION": "PT1H30M"}, 90),
        ({"DTEND": None, "DURATION": "P1DT2H"}, 26 * 60),
        ({"DTEND": None, "DURATION": "P1W"}, 7 * 24 * 60),
        ({"DTEND": None, "DURATION": "-PT15M"}, None),
        ({"DTEND;TZID=Europe/Paris": "20240504T090000"}, None),
        ({"DTEND": "never"}, None),
    ],
)
def test_how_long_it_takes(written: dict[str, str], duration: int | None) -> None:
    assert one(**({"DTEND": None} | written)).duration == duration


def test_a_whole_day_is_a_day_without_a_time() -> None:
    (data,) = (calendar(event(DTSTART="20240504", DTEND="20240506")),)
    (session,) = imported(data).catalogue.sessions
    assert (session.start, str(session.day), session.duration) == (None, "2024-05-04", None)
    assert "changed: it takes all of several days: listed on the first (in 7)" in told(data)


ZONE = "\r\n".join(
    [
        "BEGIN:VTIMEZONE",
        "TZID:Home",
        "BEGIN:STANDARD",
        "DTSTART:16011028T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010325T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]
)


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("20240115T100000", "2024-01-15T09:00"),
        ("20240330T235900", "2024-03-30T22:59"),
        ("20240331T033000", "2024-03-31T01:30"),
        ("20240504T100000", "2024-05-04T08:00"),
        ("20241027T100000", "2024-10-27T09:00"),
    ],
)
def test_a_zone_that_only_the_calendar_knows(wall: str, instant: str) -> None:
    data = calendar(ZONE, event(**{"DTSTART;TZID=Home": wall, "DTSTART": None, "DTEND": None}))
    (session,) = imported(data, "UTC").catalogue.sessions
    assert f"{session.start:%Y-%m-%dT%H:%M}" == instant
    assert any("'Home' is no usual one" in note for note in told(data))


def test_a_zone_that_nobody_knows_is_told() -> None:
    data = calendar(event(**{"DTSTART;TZID=Moon/Base": "20240504T100000", "DTSTART": None}))
    assert "unread: the time zone 'Moon/Base' (in 7)" in told(data)


def test_lines_folded_within_a_character_and_escapes() -> None:
    text = EVENT["SUMMARY"] + " été\\, 한국어\\; C:\\\\temp \\x\\N!"
    line = f"SUMMARY:{text}".encode()
    folded = b"\r\n ".join(line[at : at + 3] for at in range(0, len(line), 3))
    data = calendar(event(SUMMARY="HERE")).replace(b"SUMMARY:HERE", folded)
    (session,) = imported(data).catalogue.sessions
    assert session.title == "Sleeping tables été, 한국어; C:\\temp \\x !"
    assert not told(data)


@pytest.mark.parametrize(
    ("change", "notes"),
    [
        (lambda data: data.encode("utf-16"), []),
        (lambda data: b"\xef\xbb\xbf\r\n" + data.encode(), []),
        (lambda data: data.replace("\r\n", "\r").encode(), []),
        (lambda data: data.encode("cp1252"), ["changed: it is not UTF-8: read as Windows-1252"]),
        (lambda data: data.replace("SUMMARY", "SUMMARY;CHARSET=ISO-8859-1").encode("latin-1"), []),
        (lambda data: data.replace("SUMMARY:é", "SUMMARY;ENCODING=QUOTED-PRINTABLE:=\r\n=C3=A9")
         .encode(), []),
    ],
)  # fmt: skip
def test_encodings(change: Callable[[str], bytes], notes: list[str]) -> None:
    data = change(calendar(event(SUMMARY="été")).decode())
    (session,) = imported(data).catalogue.sessions
    assert session.title == "été"
    assert [note.partition(" (")[0] for note in told(data)] == notes


def test_html_and_its_alternative() -> None:
    html = "<html><body><p>What <b>vacuum</b> does.</p></body></html>"
    assert one(DESCRIPTION=html).abstract == "What **vacuum** does."
    alternative = {"DESCRIPTION": None, "X-ALT-DESC;FMTTYPE=text/html": html}
    assert one(**alternative).abstract == "What **vacuum** does."
    assert one(**{"X-ALT-DESC;FMTTYPE=text/html": "<p>x</p>"}).abstract == "What vacuum does."


def test_the_same_listed_twice_is_joined_and_at_another_time_a_run() -> None:
    later = {"DTSTART": "20240505T080000Z", "DTEND": None}
    first, second = sessions(event(), event(LOCATION="Blue"), event(**later))
    assert (first.id, first.tags, first.repeats) == ("7", ("also in Blue",), None)
    assert (second.id, second.repeats) == ("7-2", "7")


def test_a_uid_that_all_share_is_no_id() -> None:
    assert [each.id for each in sessions(event(SUMMARY="A"), event(SUMMARY="B"))] == ["a", "b"]


@pytest.mark.parametrize(
    ("uid", "session_id"),
    [
        ("9101@FOSDEM20@fosdem.org", "9101"),
        ("presentation_94@jres.org", "presentation-94"),
        ("pretalx-democon-QPMW9B@127.0.0.1", "qpmw9b"),
        ("-429", "x-429"),
        ("af78a8f3e2775a5fd2b924a554ac6162", "sleeping-tables"),
        ("20160416T221345Z-83704@testing", "sleeping-tables"),
        ("nmncj8q7osm6a1odhmiglkij04@google.com", "sleeping-tables"),
        ("6f1b1c8e-9d3c-4a53-b3a4-1c2d3e4f5a6b", "sleeping-tables"),
        (None, "sleeping-tables"),
    ],
)
def test_ids_are_what_a_person_can_type(uid: str | None, session_id: str) -> None:
    assert one(UID=uid).id == session_id


def test_sched_has_its_id_in_the_address_and_speakers_in_the_description() -> None:
    data = calendar(
        event(
            "CATEGORIES:KEYNOTE SESSIONS",
            UID="af78a8f3e2775a5fd2b924a554ac6162",
            URL="https://vac24.sched.com/event/1HyVN/sleeping-tables",
            DESCRIPTION="At night.\\n\\nSpeakers: Solmori Quartz\\, Ada Umbel\\nTrack: Storage",
        ),
        head="PRODID:-//Sched.com Vacuum Days 2024//EN\r\nX-WR-CALNAME:vac24\r\nX-WR-TIMEZONE:UTC",
    )
    found = imported(data).catalogue
    assert found.event == ("vac24", "Vacuum Days 2024", "Europe/Paris", None,
                           "https://vac24.sched.com/", None)  # fmt: skip
    (session,) = found.sessions
    assert (session.id, session.kind) == ("1hyvn", "keynote")
    assert session.tracks == ("KEYNOTE SESSIONS", "Storage")
    assert session.speakers == (Speaker("Solmori Quartz"), Speaker("Ada Umbel"))
    assert session.abstract == "At night."


def test_pretalx_has_the_speakers_in_the_title() -> None:
    def title(summary: str) -> tuple[str, list[str]]:
        data = calendar(event(SUMMARY=summary), head="PRODID:-//pretalx//x.org//vac24")
        (session,) = imported(data).catalogue.sessions
        return session.title, [speaker.name for speaker in session.speakers]

    assert title("A - B - Ada Umbel\\, Solmori Quartz") == (
        "A - B",
        ["Ada Umbel", "Solmori Quartz"],
    )
    assert title("A - B - ") == ("A - B", [])
    assert one(SUMMARY="A - Ada Umbel").title == "A - Ada Umbel"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Tables (talk by Ada Umbel)", ("Tables", "talk", ["Ada Umbel"])),
        ("Tables (workshop by Ada Umbel and Sol)", ("Tables", "workshop", ["Ada Umbel", "Sol"])),
        ("Tables (panel by Tables: a talk)", ("Tables (panel by Tables: a talk)", "talk", [])),
        ("Tables (made by Ada Umbel)", ("Tables (made by Ada Umbel)", "talk", [])),
    ],
)
def test_a_title_that_says_who_speaks(title: str, found: tuple[str, str, list[str]]) -> None:
    session = one(SUMMARY=title)
    people = [speaker.name for speaker in session.speakers]
    assert (session.title, session.kind, people) == found


@pytest.mark.parametrize(
    ("attendee", "speaks"),
    [
        ('ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;CN="Ada Umbel":invalid:nomail', True),
        ("ATTENDEE;ROLE=SPEAKER;CN=Ada Umbel:mailto:ada@example.org", True),
        ("ATTENDEE;CN=Ada Umbel;PARTSTAT=ACCEPTED:mailto:ada@example.org", False),
        ("ATTENDEE;ROLE=CHAIR;CN=Ada Umbel:mailto:ada@example.org", False),
        ("ATTENDEE:mailto:ada@example.org", False),
        ("ORGANIZER;CN=Ada Umbel:mailto:ada@example.org", False),
    ],
)
def test_attendees_speak_only_where_that_is_clear(attendee: str, speaks: bool) -> None:
    data = calendar(event(attendee))
    (session,) = imported(data).catalogue.sessions
    assert session.speakers == ((Speaker("Ada Umbel"),) if speaks else ())
    assert len(told(data)) == (0 if speaks else 1)


@pytest.mark.parametrize(
    ("title", "description", "kind"),
    [
        ("Lunch", None, "meal"),
        ("Coffee break", None, "break"),
        ("Morning tea", "In the foyer.", "break"),
        ("Main Conference: morning tea", None, "break"),
        ("Lunch", "Why we eat. " * 20, "talk"),
        ("Break the sleeping tables", None, "talk"),
        ("Evening Services", None, "talk"),
        ("Opening plenary", None, "talk"),
    ],
)
def test_a_break_says_so_by_its_title_alone(title: str, description: str, kind: str) -> None:
    assert one(SUMMARY=title, DESCRIPTION=description).kind == kind


def test_the_end_that_all_places_share_is_the_venue() -> None:
    halls = ("Amber, Hall 2, Lyon", "Blue, Hall 2, Lyon", "Hall 2, Lyon", None)
    data = calendar(*(event(UID=f"{n}", LOCATION=hall and hall.replace(",", "\\,"))
                      for n, hall in enumerate(halls)))  # fmt: skip
    found = imported(data).catalogue
    assert found.event.venue == "Hall 2, Lyon"
    assert [each.room for each in found.sessions] == ["Amber", "Blue", None, None]
    decks = [f"{room}, Deck {n}" for n, room in enumerate(("Amber", "Blue"))]
    found = imported(calendar(*(event(UID=deck, LOCATION=deck) for deck in decks))).catalogue
    assert (found.event.venue, found.sessions[0].room) == (None, "Amber, Deck 0")


@pytest.mark.parametrize(
    ("head", "name", "timezone"),
    [
        ("NAME:A\r\nX-WR-CALNAME:B", "A", "Europe/Paris"),
        ("SUMMARY:C\r\nX-WR-TIMEZONE:Asia/Seoul", "C", "Asia/Seoul"),
        ("X-WR-TIMEZONE:Korea Standard Time", "Programme", "Asia/Seoul"),
        ("X-WR-TIMEZONE:Nowhere", "Programme", "Europe/Paris"),
        ("X-WR-TIMEZONE:UTC", "Programme", "Europe/Paris"),
    ],
)
def test_the_event(head: str, name: str, timezone: str) -> None:
    found = imported(calendar(event(), head=head)).catalogue.event
    assert (found.name, found.timezone) == (name, timezone)


def test_several_calendars_in_one_file() -> None:
    data = calendar(event()) + calendar(event(UID="8"), head="X-WR-CALNAME:Other")
    found = imported(data)
    assert (found.report.sessions, found.catalogue.event.name) == (2, "Vacuum Days")
    assert told(data) == [
        "changed: several calendars in one: 'Vacuum Days', 'Other': read as one event"
    ]


def test_a_calendar_that_is_taken_back() -> None:
    (session,) = imported(calendar(event(), head="METHOD:CANCEL")).catalogue.sessions
    assert session.status == "cancelled"
    assert one("STATUS:CANCELLED").status == "cancelled"


GOOD = event(UID="8", SUMMARY="Good")


@pytest.mark.parametrize(
    ("broken", "count", "note"),
    [
        (event().removesuffix("\r\nEND:VEVENT"), 2,
         "changed: a VEVENT without its END: what there is was read (in line 4)"),
        ("END:VEVENT", 1, "unread: an END without its BEGIN (in line 4)"),
        ("BEGIN:VEVENT\r\nUID:9\r\nEND:VEVENT", 1, "left out: events that say nothing (in line 4)"),
        (event(DTSTART="x"), 2, "unread: start: 'x' is not a date and time; write 2019-04-02 09:30 "
         "(in 7)"),
        (event(DTSTART=None), 2, "unread: it says no time (DTSTART) (in 7)"),
        (event(SUMMARY=None), 2, "changed: it has no title: called Untitled (in 7)"),
        (event("nonsense here"), 2,
         "changed: lines that are no property go on with the one before (in line 11)"),
        (event("SUMMARY:Other"), 2, "changed: SUMMARY is given twice: the first holds (in 7)"),
        (event("RRULE:FREQ=OFTEN"), 2,
         "unread: its rule: 'FREQ=OFTEN' is not a rule: FREQ is missing (in 7)"),
        (event("EXDATE:x"), 2, "unread: EXDATE: 'x' is not a date and time (in 7)"),
        (event("CONTACT:Ada"), 2, "left out: <CONTACT>: a catalogue has no place for it (in 7)"),
        ("BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO", 1, "left out: 1 VTODO: no session (in line 4)"),
        (event("BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM", "GEO:1;2"), 2, ""),
    ],
)  # fmt: skip
def test_good_events_are_kept_among_broken_ones(broken: str, count: int, note: str) -> None:
    data = calendar(broken, GOOD)
    titles = [each.title for each in imported(data).catalogue.sessions]
    assert (len(titles), "Good" in titles) == (count, True)
    assert told(data) == ([note] if note else [])


def test_a_file_that_was_cut_off() -> None:
    data = calendar(GOOD, event())
    (cut, *_) = data.partition(
        b"LOCATION:Amber\r\nDESCRIPTION:What vacuum does.\r\nEND:VEVENT\r\nEND"
    )
    assert len(imported(cut).catalogue.sessions) in (1, 2)
    assert any("without its END" in note for note in told(cut))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"BEGIN:VCALENDAR\n", "this is a calendar without an event"),
        (calendar("BEGIN:VTODO\r\nEND:VTODO"), r"without an event \(VEVENT\), only VTODO"),
        (b"BEGIN:VCALENDAR\n" + b"A:\n" * 1_000_001, "more than 1,000,000 lines"),
    ],
)
def test_a_calendar_without_events_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(NotAProgramme, match=reason):
        take_in(data)


def test_a_component_without_a_name_is_called_so() -> None:
    with pytest.raises(NotAProgramme, match=r"\(VEVENT\), only components without a name"):
        take_in(calendar("BEGIN:\x07\r\nEND:\x07"))


def test_a_short_description_of_the_calendar_names_one_without_a_name() -> None:
    data = calendar(event(), head="X-WR-CALDESC:Vacuum Days 2026")
    assert imported(data).catalogue.event.name == "Vacuum Days 2026"
    assert not told(data)
    assert told(calendar(event(), head=f"X-WR-CALDESC:{'Vacuum ' * 20}")) == [
        "left out: the calendar's description: a catalogue has no place for it"
    ]


@pytest.mark.parametrize(
    ("title", "left", "people"),
    [
        ("Beds - Ada Umbel, Quarry & Bo Fern, Keeper, Mine", "Beds", ["|Quarry", "Keeper|Mine"]),
        ("Beds - Bo Fern & Ada Umbel", "Beds", ["|", "|"]),
        ("Beds - Ada Umbel", "Beds - Ada Umbel", ["|", "|"]),
        ("Beds - with Ada Umbel, Bo Fern", "Beds - with Ada Umbel, Bo Fern", ["|", "|"]),
    ],
)
def test_speakers_whom_a_title_repeats(title: str, left: str, people: list[str]) -> None:
    described = "Text.\\n\\nSpeakers: Ada Umbel\\, Bo Fern"
    found = one(SUMMARY=title.replace(",", "\\,"), DESCRIPTION=described)
    assert (found.title, found.abstract) == (left, "Text.")
    assert [f"{who.role or ''}|{who.company or ''}" for who in found.speakers] == people


def test_a_last_line_that_repeats_the_address_is_no_text() -> None:
    found = one(DESCRIPTION="Text.\\n\\nhttps://example.org/7/", URL="https://example.org/7")
    assert (found.abstract, len(found.links)) == ("Text.", 1)


def test_who_organizes_each_event_presents_it() -> None:
    people = ("Ada Moss", "Bo Fern, Cy Lark", "Di Wren")
    lines = [f"ORGANIZER;CN={each}:MAILTO:info@example.org" for each in people]
    parts = [event(each, UID=str(at)) for at, each in enumerate(lines)]
    found = imported(calendar(*parts)).catalogue.sessions
    assert sorted(who.name for each in found for who in each.speakers) == [
        "Ada Moss",
        "Bo Fern",
        "Cy Lark",
        "Di Wren",
    ]
    assert not one(lines[0]).speakers


def test_a_calendar_in_a_comment_with_its_zone_in_an_odd_place() -> None:
    data = b"<!--\n" + calendar(event(DTSTART="20260504T080000Z"), head="TIMEZONE-ID:Asia/Tokyo")
    found = imported(data + b"-->\n").catalogue
    assert (found.event.timezone, str(found.sessions[0].start)[11:16]) == ("Asia/Tokyo", "17:00")


def test_a_first_line_that_repeats_the_title_is_no_text() -> None:
    assert one(SUMMARY="Beds", DESCRIPTION="Beds\\nThey sleep.").abstract == "They sleep."
    assert one(SUMMARY="Beds", DESCRIPTION="Beds").abstract == "Beds"


def test_a_category_before_the_title_is_the_kind() -> None:
    found = one(SUMMARY="[tutorial] Beds", CATEGORIES="halls,tutorial")
    assert (found.title, found.kind, found.tracks) == ("Beds", "workshop", ("halls",))
    assert one(SUMMARY="[tutorial] Beds").title == "[tutorial] Beds"


def test_biographies_between_the_names_of_speakers() -> None:
    text = "<p>Beds.</p>\\nSpeakers:\\nAda Moss\\n<p>She\\nsleeps.</p>\\nBo Fern\\n<p>-</p>"
    found = one(DESCRIPTION=text)
    assert [who.name for who in found.speakers] == ["Ada Moss", "Bo Fern"]
    assert "sleeps" in (found.abstract or "")

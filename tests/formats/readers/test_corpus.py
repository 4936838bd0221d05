"""Real programmes, where they lie beside the checkout: counts, agreement, round trips."""

from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.importing import Imported
from tests.formats.readers.documents import CORPUS, imported

COUNTS = {
    "frab-xml/36c3-everything.xml": (1351, 878, 92, 4),
    "frab-xml/38c3.xml": (1007, 567, 72, 4),
    "frab-xml/debconf23.xml": (117, 87, 5, 8),
    "frab-xml/fosdem-2007.xml": (215, 204, 18, 2),
    "frab-xml/fosdem-2024.xml": (874, 945, 29, 2),
    "frab-json/36c3-everything.json": (1351, 878, 92, 4),
    "frab-json/camp2019-frab.json": (79, 90, 2, 5),
    "frab-json/democon-pretalx.json": (36, 27, 2, 3),
    "frab-json/hub-schedule2-example.json": (2, 4, 5, 1),
    "pretalx-server/schedule.xml": (37, 28, 2, 3),
    "pretalx-server/schedule.json": (37, 28, 2, 3),
    "sessionize/breizhcamp-conferences.json": (92, 98, 5, 3),
    "sessionize/cdkday-sessions.json": (39, 46, 1, 1),
    "sessionize/droidcon-touchlab-schedule.json": (137, 110, 7, 2),
    "aws/summit-johannesburg-2025.jsonl": (138, 172, 19, 0),
    "pretalx-server/slots.json": (37, 28, 2, 3),
    "pretalx-server/widget.json": (37, 28, 2, 3),
    "pretalx-json/pyconfr-2024.json": (76, 77, 11, 3),
    "europython-programapi/sessions.json": (2, 0, 0, 0),
    "open-event/PyCon17/sessions.json": (147, 144, 22, 5),
    "hoverboard/hoverboard-sessions.json": (40, 0, 0, 0),
    "yaml/devfest-vienna-sessions.yml": (36, 0, 2, 0),
    "csv/aws-reinvent-interests.csv": (169, 155, 90, 5),
    "csv/droidcon-2025-sessions.csv": (28, 30, 2, 2),
    "csv/pyconuk-2015.csv": (161, 0, 11, 4),
    "ics/emfcamp-2018.ics": (355, 1, 26, 6),
    "ics/jococruise-2022-sched.ics": (358, 0, 29, 8),
    "ics/jres-2022.ics": (120, 2, 15, 4),
    "ics/pyconuk-2015.ics": (162, 68, 11, 4),
    "pretalx-server/schedule.ics": (37, 28, 2, 3),
    "pretalx-server/talk.ics": (1, 1, 1, 1),
}
"""Sessions, speakers, rooms and days of each file."""

SAME = [
    ("frab-xml/36c3-everything.xml", "frab-json/36c3-everything.json"),
    ("pretalx-server/schedule.xml", "pretalx-server/schedule.json"),
]
"""Two formats of one event; only the JSON has biographies, which a catalogue has no place for."""


def present(name: str) -> Imported | None:
    path = CORPUS / name
    return imported(path.read_bytes()) if path.is_file() else None


def test_every_file_has_the_sessions_it_has() -> None:
    for name, counts in COUNTS.items():
        if found := present(name):
            report = found.report
            got = (report.sessions, report.speakers, report.rooms, report.days)
            assert got == counts, name


def test_two_formats_of_one_event_come_out_the_same() -> None:
    for pair in SAME:
        one, other = map(present, pair)
        if one and other:
            assert write(one.catalogue) == write(other.catalogue), pair
            more = {str(note) for note in other.report.notes} - {str(n) for n in one.report.notes}
            assert all("biographies" in note for note in more), pair


def test_where_the_zone_is_told_otherwise() -> None:
    if found := present("frab-xml/debconf23.xml"):
        opening = next(s for s in found.catalogue.sessions if s.title == "Opening Ceremony")
        assert f"{opening.start}" == "2023-09-10 10:30:00+05:30"
        assert not any(session.day for session in found.catalogue.sessions)
    if found := present("frab-json/democon-pretalx.json"):
        assert f"{found.catalogue.sessions[0].start}" == "2020-12-14 09:00:00+01:00"
    if found := present("frab-xml/fosdem-2007.xml"):
        assert not any(session.day for session in found.catalogue.sessions)
    if found := present("frab-xml/36c3-everything.xml"):
        assert sum(session.day is not None for session in found.catalogue.sessions) == 46

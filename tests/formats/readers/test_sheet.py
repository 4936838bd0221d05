"""CSV and TSV: headings in three languages, encodings, dates and times as people write them."""

import pytest

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Hints, NotAProgramme
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.readers.sheet_columns import meaning
from summit_tui.formats.readers.table import recognise
from tests.formats.readers.documents import imported, only, told

ENGLISH = """Code,Session Title,Speaker names,Date,Start Time,End Time,Room/Place,Level,Language
VAC101,Sleeping tables,"Solmori Quartz, Bo Fern",2026-04-03,09:30,10:15,Amber,Beginner,French
"""
GERMAN = """Kürzel;Titel;Referent(in);Datum;Uhrzeit;Raum;Stufe;Sprache
VAC101;Sleeping tables;Solmori Quartz & Bo Fern;3.4.2026;09.30–10.15 Uhr;Amber;100;fr
"""
FRENCH = """Code\tIntitulé\tOrateurs\tJour\tHeure de début\tFin\tSalle\tNiveau\tLangue
VAC101\tSleeping tables\tSolmori Quartz;Bo Fern\t3 avril 2026\t9h30\t10h15\tAmber\t100\tfr
"""


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, FRENCH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_one_programme_in_three_languages_and_five_encodings(text: str, encoding: str) -> None:
    one = only(text.replace("\n", "\r\n").encode(encoding), "Europe/Paris")
    assert (one.id, one.code, one.title) == ("vac101", "VAC101", "Sleeping tables")
    assert f"{one.start}" == "2026-04-03 09:30:00+02:00"
    assert (one.duration, one.room, one.level, one.language) == (45, "Amber", 100, "fr")
    assert [who.name for who in one.speakers] == ["Solmori Quartz", "Bo Fern"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Proposal title", "title"),
        ("session_code", "code"),
        ("Room/Location", "room"),
        ("Schedule Track (Optional)", "track"),
        ("Time Start", "start"),
        ("Heure de début", "start"),
        ("Vortragende", "speakers"),
        ("Schlagwörter", "tags"),
        ("Durée", "duration"),
        ("Your job title", "role"),
        ("date_start", "start"),
        ("Scheduled At", "start"),
        ("Scheduled Duration", "duration"),
        ("Duration in minutes", "duration"),
        ("Speaker 2", "speakers"),
        ("Co-presenters", "speakers"),
        ("Name of speaker", "speakers"),
        ("Name der/des Vortragenden", "speakers"),
        ("Titre de la session", "title"),
        ("Vortragstitel", "title"),
        ("Link to slides", "slides"),
        ("YouTube link", "video"),
        ("Affiliation", "company"),
        ("Hora de inicio", "start"),
        ("Palestrante", "speakers"),
        ("Inizio", "start"),
        ("开始时间", "start"),
        ("講者", "speakers"),
        ("Number of seats", ""),
        ("Speaker ID", ""),
        ("Speaker bio", ""),
        ("Date submitted", ""),
        ("Biography", ""),
        ("", ""),
    ],
)
def test_headings(heading: str, field: str) -> None:
    assert meaning(heading)[0] == field


def test_nothing_is_silent() -> None:
    text = "Programme 2026,,\nTitle,Date,Mood\nA,soon,happy\n,2026-04-03,sad\n\nB,2026-04-03,,x\n"
    assert told(text.encode(), "UTC") == [
        "unread: more cells than there are headings (in line 6)",
        "unread: the time 'soon' is not understood or has no date (in a)",
        "unread: rows without a title (in line 4)",
        "changed: it has no title: called Untitled (in untitled)",
        "left out: rows above the header (in line 1)",
        "left out: 'Mood': a catalogue has no place for it (in 2: a, untitled)",
    ]


def test_a_day_above_the_header_dates_what_stands_below_it() -> None:
    text = "Owl Days,,\nJour 1: vendredi 1 mai 2026,,\n\nTime,Title,Room\n10:00,A,Amber\n"
    assert f"{only(text.encode(), 'UTC').start}" == "2026-05-01 10:00:00+00:00"
    assert "left out: rows above the header (in line 1)" in told(text.encode(), "UTC")
    for remark in ("Exported 2026-05-01", "Stand: 1.5.2026", "mis à jour le 1 mai 2026"):
        table = f"{remark},,\nTime,Title,Room\n10:00,A,Amber\n"
        assert only(table.encode(), "UTC").start is None


def test_a_day_alone_without_its_year_dates_what_stands_below_it() -> None:
    data = (
        'Time,Title\n"Thursday, 7 May 2026",\n10:00,A\n"Freitag, 8. Mai",\n10:00,B\nSat,\n10:00,C\n'
    )
    found = imported(data.encode(), "UTC").catalogue.sessions
    assert [f"{one.title} {one.start:%d}" for one in found if one.start] == ["A 07", "B 08", "C 09"]
    assert len(found) == 3
    text = "Time,Title\nFriday,\n10:00,A\nSaturday,\n10:00,B\n,Sunday dinner\n"
    undated = imported(text.encode(), "UTC", first_day="2026-05-08").catalogue.sessions
    assert [(one.title, str(one.date)) for one in undated] == [
        ("A", "2026-05-08"),
        ("B", "2026-05-09"),
        ("Sunday dinner", "None"),
    ]


def test_a_table_of_markdown_is_a_sheet() -> None:
    tables = [
        f"## {day} May 2026\n\n| Time | Talk | Room |\n|:--|:-:|---:|\n| 10:00 | {talk} | Blue |\n"
        for day, talk in (("Friday 1", "Owls"), ("Saturday 2", "Mice"))
    ]
    found = imported("\n".join(tables).encode(), "UTC")
    assert [(one.title, str(one.date)) for one in found.catalogue.sessions] == [
        ("Owls", "2026-05-01"),
        ("Mice", "2026-05-02"),
    ]
    assert found.report.rooms == 1


def test_an_end_that_is_no_time_is_told() -> None:
    rows = "A,2026-04-03 10:00,12:60\nB,2026-04-03 11:00,-\nC,2026-04-03 12:00,13h\n"
    assert told(f"Title,Start,End\n{rows}".encode(), "UTC") == [
        "unread: the end '12:60' is not understood (in a)"
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    data = b'Title,Room\nA,Amber\nB,"Blue\nC,Amber\n'
    found = imported(data, "UTC")
    assert [one.title for one in found.catalogue.sessions] == ["A", "B", "C"]
    assert "changed: a quotation mark is never closed: read as a character (in line 3)" in told(
        data, "UTC"
    )


def test_an_old_encoding_is_told() -> None:
    assert told(GERMAN.encode("cp1252"), "UTC") == [
        "changed: it is not UTF-8: read as Windows-1252"
    ]


@pytest.mark.parametrize("cell", [" ", ",", "(", "a, ", "[REPEAT ", "1 "])
def test_a_huge_cell_takes_no_longer_than_its_size(cell: str) -> None:
    data = f'Title,Speaker,Date,Tags,repeat\n"A{cell * 100_000}B","{cell * 100_000}B",x,y,1\n'
    assert len(take_in(data.encode()).catalogue.sessions) == 1


def test_repeats_are_rows_of_their_own_and_linked() -> None:
    data = b"""session_code,session_title,repeat,start_time,venue,room
VAC1,Tables,-,2026-04-03 10:00:00,Aria,T1
VAC1,[REPEAT 1] Tables,1,2026-04-03 12:00:00,Mirage,T1
VAC1,[REPEAT 2] Tables,2,2026-04-03 12:00:00,Mirage,T2
"""
    found = imported(data, "UTC").catalogue
    assert [(one.id, one.title, one.room) for one in found.sessions] == [
        ("vac1", "Tables", "T1, Aria"),
        ("vac1-2", "Tables", "T1, Mirage"),
        ("vac1-3", "Tables", "T2"),
    ]
    assert {room.name: room.venue for room in found.rooms}["T2"] == "Mirage"


def test_people_beside_it_have_companies() -> None:
    people = b"ID,Name,Your company,Your job title\n1,Solmori Quartz,Quarry,Keeper\n"
    found = take_in(ENGLISH.encode(), Hints("UTC"), "", lambda _: {"speakers.csv": people})
    (one,) = found.catalogue.sessions
    assert [(who.name, who.role, who.company) for who in one.speakers] == [
        ("Solmori Quartz", "Keeper", "Quarry"),
        ("Bo Fern", None, None),
    ]


@pytest.mark.parametrize("text", ["ID,Name,Biography\n1,Bo Fern,x\n", "a,b\n1,2\n", "Title\nA\n"])
def test_what_is_no_programme(text: str) -> None:
    with pytest.raises(NotAProgramme):
        recognise(Content(text.encode()))


def test_a_short_text_is_less_sure_than_the_title() -> None:
    one = only(b"Short title,Title,Start\nSleep,Sleeping tables,2026-04-03 09:30\n", "UTC")
    assert one.title == "Sleeping tables"


@pytest.mark.parametrize(
    ("header", "title", "speakers"),
    [
        ("Name,Talk title,Start", "Beds", ["Ada Umbel"]),
        ("Speaker,Topic,Time", "Beds", ["Ada Umbel"]),
        ("Who,What,When", "Beds", ["Ada Umbel"]),
        ("Title,Beds,Start", "Ada Umbel", []),
    ],
)
def test_which_column_is_the_title(header: str, title: str, speakers: list[str]) -> None:
    one = only(f"{header}\nAda Umbel,Beds,2026-04-03 09:30\n".encode(), "UTC")
    assert (one.title, [who.name for who in one.speakers]) == (title, speakers)


@pytest.mark.parametrize(("other", "field"), [("Titel", "start"), ("Title", "tags")])
def test_a_tag_is_a_day_among_german_headings(other: str, field: str) -> None:
    one = only(f"{other},Tag,Start\nBeds,3.4.2026,9:30\n".encode(), "UTC")
    assert bool(one.start) == (field == "start")
    assert one.tags == (() if field == "start" else ("at 09:30", "3.4.2026"))


def test_a_day_that_is_but_a_number() -> None:
    data = b"Title,Day,Start\nA,2,9:30\n"
    assert only(data, "UTC").tags == ("at 09:30", "Day 2")
    (one,) = imported(data, "UTC", first_day="2026-04-03").catalogue.sessions
    assert f"{one.start:%d %H:%M}" == "04 09:30"


@pytest.mark.parametrize(
    ("cells", "people"),
    [
        (("Ada Umbel", "Keeper", "Quarry"), ["Ada Umbel|Keeper|Quarry"]),
        (("Ada Umbel, Bo Fern", "Keeper, Cook", "Quarry"),
         ["Ada Umbel|Keeper|Quarry", "Bo Fern|Cook|Quarry"]),
        (("Ada Umbel; Bo Fern", "Keeper", "Quarry; Mine"),
         ["Ada Umbel|Keeper|Quarry", "Bo Fern|Keeper|Mine"]),
        (("Ada Umbel, Keeper, Quarry; Bo Fern, Mine", "", ""),
         ["Ada Umbel|Keeper|Quarry", "Bo Fern||Mine"]),
        (("Ada Umbel (Mine)", "Keeper", "Quarry"), ["Ada Umbel|Keeper|Mine"]),
        (("Ana Gil y Ada Umbel", "", ""), ["Ana Gil||", "Ada Umbel||"]),
    ],
)  # fmt: skip
def test_what_speakers_are(cells: tuple[str, ...], people: list[str]) -> None:
    row = ",".join(f'"{cell}"' for cell in cells)
    one = only(f"Title,Speakers,Job titles,Companies,Room\nA,{row},Amber\n".encode(), "UTC")
    found = [f"{who.name}|{who.role or ''}|{who.company or ''}" for who in one.speakers]
    assert found == people


def test_a_row_for_each_speaker_of_a_session() -> None:
    data = b"""Session Id,Title,FirstName,LastName,TagLine,Room,Scheduled At
7,Beds,Ada,Umbel,Keeper,Amber,3 April 2026 09:30
7,Beds,Bo,Fern,,Amber,3 April 2026 09:30
7,Beds,Bo,Fern,,Blue,4 April 2026 09:30
"""
    first, again = imported(data, "UTC").catalogue.sessions
    assert [f"{who.name}|{who.role}" for who in first.speakers] == [
        "Ada Umbel|Keeper",
        "Bo Fern|None",
    ]
    assert (again.repeats, len(again.speakers)) == ("7", 1)
    assert told(data, "UTC")[0] == "changed: a row for each speaker of a session: joined (in 7)"


def test_proposals_that_were_turned_down_are_no_sessions() -> None:
    data = b"Title,Status,Start\nA,Accepted,\nB,Declined,\nC,Declined,2026-04-03 09:30\n"
    titles = [one.title for one in imported(data, "UTC").catalogue.sessions]
    assert sorted(titles) == ["A", "C"]
    assert "left out: proposals that are 'Declined' are no sessions (in line 3 B)" in told(data)


def test_a_date_that_is_said_once_for_many_rows() -> None:
    data = """Uhrzeit;Titel;Raum
Freitag, 1. Mai 2026;;
9:00;Begrüßung;Saal
Day 2: 2 May 2026
0930 - 1015;Betten;Saal
"""
    starts = {one.title: one.start for one in imported(data.encode(), "UTC").catalogue.sessions}
    assert {title: f"{start:%d %H:%M}" for title, start in starts.items() if start} == {
        "Begrüßung": "01 09:00",
        "Betten": "02 09:30",
    }
    assert told(data.encode(), "UTC") == [
        "changed: rows with a date alone date those below (in 2: line 2, line 4)"
    ]


def test_cells_of_a_date_that_were_joined() -> None:
    data = b"Date,Time,Title\n2026-05-01,9:00,A\n,10:00,B\n2026-05-02,9:00,C\n,,D\n"
    starts = [one.start for one in imported(data, "UTC").catalogue.sessions]
    assert [start and f"{start:%d %H}" for start in starts] == ["01 09", "01 10", "02 09", None]
    assert told(data, "UTC") == [
        "changed: rows without a date have the one of the row above (in line 3)"
    ]


def test_spanish_portuguese_and_chinese_programmes() -> None:
    spanish = (
        "Fecha,Hora,Sala,Título,Ponentes,Nivel,Idioma\n4/10/2026,09:00,Aula,Camas,Ana,Básico,Inglés"
    )
    portuguese = "Data,Horário,Local,Palestra,Palestrante,Nível\n"
    portuguese += "15/11/2026,09h00 às 09h50,Sala,Camas,Rui,Avançado"
    chinese = "日期,时间,地点,议题,讲者,难度\n2026年5月4日,09:00-09:45,会场,睡觉,王,中级"
    one = only(spanish.encode(), "UTC")
    assert (one.title, one.level, one.language, one.room) == ("Camas", 100, "en", "Aula")
    two = only(portuguese.encode(), "UTC")
    assert (two.title, two.level, two.duration) == ("Camas", 300, 50)
    three = only(chinese.encode(), "UTC")
    assert (three.title, three.level, three.duration) == ("睡觉", 200, 45)


def test_a_repeat_with_a_code_of_its_own_is_linked_by_its_title() -> None:
    data = b"""Code,Title,Start
VAC1-R,Beds,2026-04-03 10:00
VAC1-R1,Beds [REPEAT],2026-04-03 12:00
VAC2,Tables [REPEAT],2026-04-03 12:00
"""
    found = imported(data, "UTC").catalogue.sessions
    assert [(one.id, one.title, one.repeats) for one in found] == [
        ("vac1-r", "Beds", None),
        ("vac1-r1", "Beds", "vac1-r"),
        ("vac2", "Tables [REPEAT]", None),
    ]


def test_several_tracks_in_a_cell() -> None:
    data = b"""Title,Topics,Room
A,Data,x
B,"Web, Data",x
C,"Web; Owls, bats",x
D,Web,x
"""
    found = {one.title: one.tracks for one in imported(data, "UTC").catalogue.sessions}
    assert found["B"] == ("Web", "Data")
    assert found["C"] == ("Web", "Owls, bats")


def test_cells_that_say_nothing() -> None:
    one = only(b"Title,Speakers,Room,Level\n---,-,N/A,None\n", "UTC")
    assert (one.title, one.speakers, one.room, one.level) == ("---", (), None, None)


def test_the_language_that_is_spoken_is_the_one() -> None:
    data = b"title,lang_of_slide,lang_of_talk,talk_format\nBeds,English,Deutsch,Talk (20 minutes)\n"
    one = only(data, "UTC")
    assert (one.language, one.duration, one.kind) == ("de", 20, "talk")


def test_statuses_in_other_languages() -> None:
    data = "Título,Ponentes,Estado\nCamas,Ana,Aceptado\nMesas,Luis,Rechazado\nSillas,Eva,Cancelada"
    found = imported(data.encode(), "UTC").catalogue.sessions
    assert [(one.title, one.status) for one in found] == [
        ("Camas", "confirmed"),
        ("Sillas", "cancelled"),
    ]


def test_columns_in_several_languages() -> None:
    data = "Start,title_ja,title_en,body_ja,body_en,track_ja,track_en\n"
    data += "2026-05-04 09:00,寝台,Beds,眠る。,Sleep.,木,Wood\n"
    one = only(data.encode(), "UTC")
    assert (one.title, one.abstract, one.tracks) == ("寝台", "眠る。\n\nSleep.", ("木",))
    assert "left out: 'title_en': a catalogue has no place for it" in "\n".join(told(data.encode()))


def test_headings_written_as_programs_do() -> None:
    one = only(b"SessionTitle,StartTime,categories\nBeds,2026-05-04 9:00,#a\\n#b\n", "UTC")
    assert (one.title, one.tags) == ("Beds", ("#a", "#b"))


def test_a_company_behind_the_name_where_nobody_is_named_alone() -> None:
    data = b"""Title,Author
A,"Ada Moss, Quartz"
B,"Bo Fern, Amber Inc."
C,"Cy Lark and Di Wren, Opal"
D,"Eve Holm, Blue Stone"
E,"Fay Dale, Jade Labs"
"""
    found = {one.title: one.speakers for one in imported(data, "UTC").catalogue.sessions}
    people = [(who.name, who.company) for who in found["C"]]
    assert people == [("Cy Lark", "Opal"), ("Di Wren", "Opal")]
    assert [who.company for who in found["D"]] == ["Blue Stone"]
    panels = b'Title,Author\nA,"Ada Moss, Bo Fern"\nB,"Bo Fern, Cy Lark"\nC,"Di Wren, Ada Moss"\n'
    panels += b'D,"Eve Holm, Fay Dale"\nE,"Fay Dale, Cy Lark"\n'
    assert all(len(one.speakers) == 2 for one in imported(panels, "UTC").catalogue.sessions)


def test_a_company_behind_a_dash() -> None:
    data = b"""Title,Speaker
A,"Ada Moss - Quartz, Inc.; Bo Fern - Amber; Cy Lark"
B,Di Wren - Opal
"""
    found = {one.title: one.speakers for one in imported(data, "UTC").catalogue.sessions}
    assert [(who.name, who.company) for who in (*found["A"], *found["B"])] == [
        ("Ada Moss", "Quartz, Inc."),
        ("Bo Fern", "Amber"),
        ("Cy Lark", None),
        ("Di Wren", "Opal"),
    ]


def test_lists_as_programs_export_them() -> None:
    data = b"""title,speakers,tags,track
A,"['Ada Moss', 'Bo O\\'Fern']","[""owls, bats"", ""web""]",[x]
"""
    one = only(data, "UTC")
    assert [who.name for who in one.speakers] == ["Ada Moss", "Bo O\\'Fern"]
    assert (one.tags, one.tracks) == (("owls", "bats", "web"), ("[x]",))


def test_addresses_of_speakers_are_no_speakers() -> None:
    assert meaning("speaker_url") == ("", 0)
    assert meaning("Slides link")[0] == "slides"
    assert meaning("session url")[0] == "url"


def test_addresses_behind_names_are_taken_off_and_told() -> None:
    """So Notion exports what refers to another table."""
    text = (
        "Title,Room,Speakers,Speaker Names,URL\n"
        "Beds,Amber (https://notion.example/A?p=1),https://notion.example/7,Ada Umbel,https://x.example\n"
        "Owls,Blue,Bo Fern (https://notion.example/8),,\n"
    )
    first, second = imported(text.encode()).catalogue.sessions
    assert (first.room, [who.name for who in first.speakers]) == ("Amber", ["Ada Umbel"])
    assert [tuple(who) for who in second.speakers] == [("Bo Fern", None, None)]
    assert [link.url for link in first.links] == ["https://x.example"]
    assert told(text.encode()) == [
        "left out: addresses behind names: a catalogue has no place for them (in 2: beds, owls)"
    ]

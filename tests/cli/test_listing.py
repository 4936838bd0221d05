"""The formats of sessions on standard output."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from summit_tui.catalogue.levels import Level, Scale
from summit_tui.catalogue.model import Event
from summit_tui.cli.listing import span, when
from summit_tui.cli.out import cells
from tests.cli.programmes import IDS, SESSIONS, programme
from tests.cli.runner import summit
from tests.factories import make_session


def test_piped_lines_are_tab_separated() -> None:
    lines = summit("search").lines
    assert lines[1] == "\t".join(
        [
            "SVS301",
            "2019-04-02T11:30+02:00",
            "45",
            "300",
            "Serverless",
            "Hall 1, Level 2",
            "Functions in anger",
        ]
    )
    assert lines[5] == "later\t\t45\t300\tData\t\tTo be announced"
    assert {line.count("\t") for line in lines} == {6}


def test_jsonl_is_an_object_a_line() -> None:
    objects = [json.loads(line) for line in summit("search", "--format", "jsonl").lines]
    assert [each["id"] for each in objects] == IDS


def test_csv_cells_start_no_formula(here: Path) -> None:
    programme(here, make_session("a", title="=HYPERLINK(1)"), make_session("b", title='say "hi"'))
    rows = list(csv.DictReader(io.StringIO(summit("search", "--format", "csv").out)))
    assert [row["title"] for row in rows] == ["'=HYPERLINK(1)", 'say "hi"']


def test_csv_is_what_export_writes() -> None:
    summit("note", "queues", "two\nlines")
    listed = summit("search", "--format", "csv").out
    assert listed == summit("export", "--all", "--format", "csv").out
    assert listed.count("\r\n") == len(SESSIONS) + 1


def test_csv_of_nothing_is_its_header() -> None:
    ended = summit("search", "--format", "csv", "xylophone")
    assert ended.code == 1
    assert ended.out.startswith("id,code,title,")
    assert len(ended.lines) == 1


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{start:%H:%M} {title}", "11:30 Functions in anger"),
        ("{code}/{id}", "SVS301/functions"),
        ("{level:>5}|{kind:<8}|", "  300|talk    |"),
        ("{speakers}; {tags}; {track}", "Basil Birch; lambda; Serverless"),
        ("{day} {duration} {language} {status}", "2019-04-02 45 en confirmed"),
        ("{mark}{want}{note}", ""),
        (r"{id}\t{place}", "functions\tHall 1, Level 2, Palais"),
        ("{{{id}}}", "{functions}"),
        ("{event}", "Demo Summit"),
        ("{end:%H:%M}", "12:15"),
    ],
)
def test_templates(template: str, expected: str) -> None:
    ended = summit("show", "functions", "--format", template)
    assert (ended.code, ended.out, ended.err) == (0, f"{expected}\n", "")


def test_a_template_leaves_out_what_is_unknown() -> None:
    ended = summit("show", "later", "--format", "{start:%H:%M}|{room:>10}|{code}|")
    assert ended.out == "|||\n"


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        ("{titel}", "did you mean title?"),
        ("{title", "cannot be read"),
        ("{title}}", "cannot be read"),
        ("{title!x}", "cannot be read"),
        ("{title.__class__}", "write {title}"),
        ("{title[0]}", "write {title}"),
        ("{0.__class__}", "there are id, code, title"),
        ("{}", "there are id, code, title"),
        ("{title:d}", "'d' is no way to write Functions in anger"),
        ("{title:>99999999999999}", "is no way to write"),
        ("{level:%H}", "'%H' is no way to write 300"),
    ],
)
def test_a_broken_template_is_refused(template: str, hint: str) -> None:
    ended = summit("show", "functions", "--format", template)
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("start", "duration", "said"),
    [
        ("11:30", 45, "11:30–12:15"),
        ("23:30", 60, "23:30–00:30"),
        ("11:30", None, "11:30"),
        (None, 45, ""),
        ("09:00", 24 * 60, "09:00–09:00 +1"),
        ("09:00", 57 * 60, "09:00–18:00 +2"),
    ],
)
def test_a_span_says_on_which_day_it_ends(
    start: str | None, duration: int | None, said: str
) -> None:
    assert span(make_session(start=start, duration=duration)) == said


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2019-04-03 00:30", "Wed 3 Apr 00:30–01:15"),  # of the night of Tuesday
        ("2019-04-02 23:30", "Tue 2 Apr 23:30–00:15"),
        (None, "Tue 2 Apr"),
    ],
)
def test_a_time_stands_behind_the_day_of_the_calendar(start: str | None, expected: str) -> None:
    assert when(make_session(start=start, day=date(2019, 4, 2))) == expected


def test_the_table_groups_by_day_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert summit("search", "--format", "table").lines[:12] == [
        "Tue 2 Apr",
        "  09:30–11:00                  Opening keynote",
        "                               Ada Alder · Keynote · Grand Hall",
        "  11:30–12:15     300  SVS301  Functions in anger",
        "                               Basil Birch · Serverless · Hall 1, Level 2",
        "  11:45–12:30     200  SVS201  Queues and topics",
        "                               Cora Cédar · Serverless · Room B",
        "",
        "Wed 3 Apr",
        "  10:00–12:00     400  AIM401  Training large models",
        "                               Basil Birch, Dora Dogwood · Machine Learning · Room B",
        "  14:00–14:45  ×  100  DAT100  Lakes of data",
    ]


def test_a_narrow_table_puts_titles_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert summit("search", "--format", "table", "--level", "200").lines == [
        "Tue 2 Apr",
        "  11:45–12:30     200  SVS201",
        "    Queues and topics",
        "    Cora Cédar · Serverless · Room B",
    ]


WIDE = (
    make_session(
        "wide",
        title="量子コンピューティング入門：基礎から応用までの長い長い題名がここにあります",
        code="JPN-1001",
        level=100,
        room="大ホール",
    ),
    make_session("emoji", "10:30", title="👩‍💻 " * 30, level=200),
    make_session("word", "11:30", title="Pneumonoultramicroscopic" * 6),
    make_session("nothing", None, title="Nothing known but this"),
)


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(
    columns: int, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme(here, *SESSIONS[:3], *WIDE)
    monkeypatch.setenv("COLUMNS", str(columns))
    outputs = [summit("search", "--format", "table"), summit(), summit("show", *IDS[:3], "wide")]
    for ended in outputs:
        assert ended.code == 0
        assert max(map(cells, ended.lines)) <= columns
    shown = "".join("".join(line.split()) for line in outputs[0].lines)
    for session in WIDE:
        assert "".join(session.title.split()) in shown
    assert "…" not in shown


@pytest.mark.parametrize("columns", [80, 120])
def test_titles_stand_in_one_column(
    columns: int, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    sessions = [make_session(f"s{n}", code="X" * n or None, title=f"Number {n}") for n in range(9)]
    programme(here, *sessions)
    lines = [line for line in summit("search", "--format", "table").lines if "Number" in line]
    assert len({line.index("Number") for line in lines}) == 1
    assert len(lines) == 9


def test_columns_that_no_session_fills_are_left_out(here: Path) -> None:
    programme(here, make_session("a", None, title="Only a title"))
    assert summit("search", "--format", "table").lines == ["No time yet", "     Only a title"]


def test_levels_that_are_words_line_up(here: Path) -> None:
    scale = Scale((Level("beginner", "Beginner"), Level("expert", "Expert")))
    sessions = (make_session("a", level="beginner"), make_session("b", "10:00", level="expert"))
    programme(here, *sessions, scale=scale)
    lines = summit("search", "--format", "table").lines
    assert lines[1] == "  09:30–10:15     beginner  Title of a"
    assert lines[2] == "  10:00–10:45     expert    Title of b"


def test_marks_are_words_too() -> None:
    summit("add", "functions", "--want", "must")
    table = summit("search", "--format", "table").lines
    assert "  11:30–12:15  ★  300  SVS301  Functions in anger" in table
    cancelled = next(number for number, line in enumerate(table) if "Lakes of data" in line)
    assert " × " in table[cancelled]
    assert "cancelled · Data, Analytics · Room C" in table[cancelled + 1]


def test_without_a_terminal_the_programme_is_printed(here: Path) -> None:
    ended = summit()
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines[:3] == ["Demo Summit", "", "Tue 2 Apr"]
    assert all(session.title in ended.out for session in SESSIONS)


def test_the_note_of_an_event_flows(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = "**Read this.** It was written\nby hand and broken\nwhere it stood.\n\n- one\n- two"
    monkeypatch.setenv("COLUMNS", "50")
    programme(here, make_session("a"), event=Event("x", "X", "Europe/Paris", note=note))
    assert summit().lines[:6] == [
        "X",
        "Read this. It was written by hand and broken where",
        "it stood.",
        "",
        "- one",
        "- two",
    ]

"""The table: read back as written, harmless in a spreadsheet, a line each in TSV."""

import csv
import io

import pytest

from summit_tui.agenda.model import Pick
from summit_tui.formats.table import render
from summit_tui.formats.writers.as_csv import COLUMNS, csv_text, rows
from tests.factories import make_catalogue, make_session
from tests.formats.exports import full_catalogue, full_session, make_export


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_full_session() -> None:
    session = full_session()
    catalogue = full_catalogue(session)
    export = make_export(session, catalogue=catalogue, picks=(Pick("full", "must", note="ask"),))
    assert read(render("csv", export)) == [
        {
            "id": "full",
            "code": "SVS301",
            "title": "Lambda under the hood",
            "subtitle": "What happens first",
            "kind": "workshop",
            "level": "300",
            "track": "Serverless; Data, and more",
            "day": "2019-04-02",
            "start": "2019-04-02T11:30:00+02:00",
            "end": "2019-04-02T12:15:00+02:00",
            "duration": "45",
            "room": "Amphi bleu",
            "venue": "Annexe",
            "language": "fr",
            "speakers": "Ada Example, CTO, Engines; Ltd; Bo Sample",
            "tags": "cloud; faas",
            "status": "confirmed",
            "want": "must",
            "note": "ask",
            "url": "https://example.org/a",
        }
    ]


def test_what_is_unknown_is_empty() -> None:
    (row,) = rows(make_catalogue(), [make_session(start=None, duration=None)], {})
    assert [name for name, cell in zip(COLUMNS, row, strict=True) if cell] == [
        "id",
        "title",
        "kind",
        "venue",
        "status",
    ]


def test_signs_and_breaks_survive_as_rfc_4180_has_them() -> None:
    note = 'He said "no", then\nleft; 日本 👩‍💻'
    content = render("csv", make_export(make_session(), picks=(Pick("s1", note=note),)))
    assert read(content)[0]["note"] == note
    assert content.startswith(b"id,code,title,")
    assert content.count(b"\r\n") == 2
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_no_cell_starts_a_formula(sign: str) -> None:
    title = f"{sign}1+1"
    export = make_export(make_session(title=title), picks=(Pick("s1", note=title),))
    found = read(render("csv", export))[0]
    assert found["title"] == found["note"] == f"'{title}"


@pytest.mark.parametrize("title", ["1-1", "a=b", "'quoted'", ",", "＂"])
def test_other_cells_stay_as_they_are(title: str) -> None:
    assert read(render("csv", make_export(make_session(title=title))))[0]["title"] == title


def test_no_sessions_are_a_header() -> None:
    assert csv_text([]) == ",".join(COLUMNS) + "\r\n"

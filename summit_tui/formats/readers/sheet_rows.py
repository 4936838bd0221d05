"""Rows of a sheet saved as text: encoding, separator, quotes, and where the header is."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summit_tui.formats.readers import encodings
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.sheet_columns import Columns, columns, is_programme
from summit_tui.formats.readers.sheet_dates import Dates, alone

_SEPARATORS = ",;\t|"
_HEADER_AMONG = 10
"""The header is among so many first rows: sheets begin with titles and remarks."""
_HEAD = 60_000
"""Characters looked at for the header."""
_SEPARATOR_TOLD = re.compile(r"\Asep=.\r?\n", re.IGNORECASE)
"""A line that tells Excel the separator, and is no row."""
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_EXPORTED = re.compile(
    r"export|updat|\bstand\b|version|generat|creat|print|as of|\bà jour\b|erstellt", re.IGNORECASE
)
"""Words beside a date that is not the programme's."""
_LINE = re.compile(r"\s*:?-+:?\s*")
_FIELD_LIMIT = 2**31 - 1


class Sheet(NamedTuple):
    """A table with its header."""

    header: list[str]
    columns: Columns
    rows: list[tuple[int, list[str]]]
    """The rows below the header, each with the line it begins on; blank ones left out."""
    form: str = "csv"
    """What a session's `source` calls the format."""
    unit: str = "line"
    """What the numbers of the rows count."""

    def place(self, row: int) -> str:
        """Return where a row is, as a note tells it."""
        return f"{self.unit} {row}"


def decoded(content: Content, notes: Notes) -> str:
    """Return the text: UTF-8 or UTF-16, else what Windows saves in the west."""
    data = content.data
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "replace")
    if codec := encodings.unmarked_utf16(data):
        return data.decode(codec, "replace")
    text = data.decode("utf-8-sig", "replace")
    wrong, right = encodings.wrong_bytes(data, text)
    if wrong <= 0:
        return text
    if right >= wrong:
        notes.add("unread", "bytes that are not UTF-8 became \ufffd")
        return text
    name, codec = encodings.old_encoding(data)
    notes.add("changed", f"it is not UTF-8: read as {name}")
    return data.decode(codec, "replace")


def is_sheet(content: Content) -> bool:
    """Return whether there is a header of a programme."""
    return _header(decoded(content, Notes())[:_HEAD]) is not None


def sheet(text: str, notes: Notes) -> Sheet | None:
    """Return the table in `text`; None when it has no header that tells of sessions or people."""
    text = _SEPARATOR_TOLD.sub("\n", text)  # the lines keep their numbers
    found = _header(text[:_HEAD])
    if found is None:
        return None
    separator, at = found
    rows = list(_rows(text, separator, notes))
    _, header = rows[at]
    days = [row for row in rows[:at][-1:] if _is_day(row[1])]
    above = rows[: at - len(days)]
    if above:
        notes.add("left out", "rows above the header", *(f"line {line}" for line, _ in above))
    below = [(line, row) for line, row in rows[at + 1 :] if row != header and not _is_rule(row)]
    return Sheet(header, columns(header), days + below)


def _is_day(row: list[str]) -> bool:
    """Return whether a row above the header has the day of what stands below it."""
    return bool(alone(row, Dates(row, Notes()))) and not any(map(_EXPORTED.search, row))


def _is_rule(row: list[str]) -> bool:
    """Return whether a row only draws a line, as below the header of a table in Markdown."""
    return all(_LINE.fullmatch(cell) for cell in row if cell.strip())


def people(text: str) -> Sheet | None:
    """Return a table of people: the first row is its header."""
    best = max(_SEPARATORS, key=lambda each: text[:1000].partition("\n")[0].count(each))
    rows = list(_rows(text, best, Notes()))
    return Sheet(rows[0][1], columns(rows[0][1]), rows[1:]) if rows else None


def _header(text: str) -> tuple[str, int] | None:
    """Return the separator and which row is the header: the one whose columns say most."""
    best: tuple[int, str, int] | None = None
    for separator in _SEPARATORS:
        for at, (_, row) in enumerate(_rows(text, separator, Notes())):
            if at == _HEADER_AMONG:
                break
            found = columns(row)
            if len(row) > 1 and is_programme(found) and (best is None or len(found) > best[0]):
                best = (len(found), separator, at)
    return best[1:] if best else None


def _rows(text: str, separator: str, notes: Notes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that say something, with the line each begins on.

    A quotation mark that is never closed would swallow all that follows: then it is a character.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    lines = list(io.StringIO(text, newline=""))
    reader, line = csv.reader(lines, delimiter=separator), 1
    for row in reader:
        if reader.line_num == len(lines) > line and _is_open(lines[line - 1 :], separator):
            message = "a quotation mark is never closed: read as a character"
            notes.add("changed", message, f"line {line}")
            rest = csv.reader(lines[line - 1 :], delimiter=separator, quoting=csv.QUOTE_NONE)
            yield from ((line + n, r) for n, r in enumerate(rest) if any(map(str.strip, r)))
            return
        if any(map(str.strip, row)):
            yield line, row
        line = reader.line_num + 1


def _is_open(lines: Sequence[str], separator: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def unlisted(cell: str) -> str:
    """Return the items of `["a", "b"]`, as programs export lists, parted as people would."""
    text = cell.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return cell
    items = _QUOTED.findall(text)
    rest = _QUOTED.sub("", text[1:-1])
    return cell if rest.strip(" ,") else "; ".join(one or other for one, other in items)

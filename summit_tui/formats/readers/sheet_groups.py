"""Sheets that say several things in numbered columns: speakers in two parts, papers of a session.

`speaker1_first` and `speaker1_last` are one speaker; a session of ConfTool has its papers in
`p1_title`, `p1_authors` and so on: each becomes a row at the time of its session.
"""

import re

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers.sheet_columns import columns, meaning
from summit_tui.formats.readers.sheet_rows import Sheet

_MOST = 500
_PART = re.compile(r"(.*\S)[\s_]+(first|last|given|family)(?:[\s_]*name)?")
_PAPER = re.compile(r"(p|paper|presentation|talk)[\s_]?(\d{1,3})[\s_](\w.*)")
TOPICS = ("topic", "topics")
"""What some call a track, and some a title."""
_ORDER = ("first", "given", "last", "family")


def plain(sheet: Sheet) -> Sheet:
    """Return the sheet with one column for each speaker and one row for each paper."""
    return _parted(_joined(sheet))


def _joined(sheet: Sheet) -> Sheet:
    """Return the sheet with a further column for each speaker whose name stands in two parts."""
    parts: dict[str, dict[str, int]] = {}
    for at, heading in enumerate(sheet.header[:_MOST]):
        found = _PART.fullmatch(fold(heading).strip())
        if found and meaning(found[1])[0] == "speakers":
            parts.setdefault(found[1], {})[found[2]] = at
    if not parts:
        return sheet
    gone = {at for places in parts.values() for at in places.values()}
    header = [_kept(at, heading, gone) for at, heading in enumerate(sheet.header)]
    rows = []
    for line, cells in sheet.rows:
        names = [
            " ".join(cells[places[part]].strip() for part in _ORDER if _is_in(part, places, cells))
            for places in parts.values()
        ]
        kept = [_kept(at, cell, gone) for at, cell in enumerate(cells)]
        kept += [""] * (len(header) - len(kept))
        rows.append((line, [*kept[: len(header)], *names, *kept[len(header) :]]))
    header = [*header, *parts]
    return sheet._replace(header=header, columns=columns(header), rows=rows)


def _is_in(part: str, places: dict[str, int], cells: list[str]) -> bool:
    return part in places and places[part] < len(cells) and bool(cells[places[part]].strip())


def _kept(at: int, cell: str, gone: set[int]) -> str:
    return "" if at in gone else cell


def _parted(sheet: Sheet) -> Sheet:
    """Return the sheet with a row for each paper; what they are part of is their track."""
    papers: dict[str, dict[int, str]] = {}
    for at, heading in enumerate(sheet.header[:_MOST]):
        if found := _PAPER.fullmatch(fold(heading).strip()):
            papers.setdefault(found[1] + found[2], {})[at] = found[3]
    titles = [
        at for fields in papers.values() for at in fields if meaning(fields[at])[0] == "title"
    ]
    session = sheet.columns.get("title", [-1])[0]
    if not titles or session < 0 or session in titles:
        return sheet
    own = [at for at in range(len(sheet.header)) if not any(at in each for each in papers.values())]
    further = list(dict.fromkeys(name for fields in papers.values() for name in fields.values()))
    base = ["track" if at == session else sheet.header[at] for at in own]
    rows: list[tuple[int, list[str]]] = []
    for line, cells in sheet.rows:
        around = [cells[at] if at < len(cells) else "" for at in own]
        said = [_said(fields, further, cells) for fields in papers.values()]
        listed = [each for each in said if any(map(str.strip, each))]
        title = cells[session] if session < len(cells) else ""
        blank = [title if meaning(name)[0] == "title" else "" for name in further]
        rows += [(line, [*around, *each]) for each in listed or [blank]]
    header = [*base, *further]
    return sheet._replace(header=header, columns=columns(header), rows=rows)


def _said(fields: dict[int, str], further: list[str], cells: list[str]) -> list[str]:
    """Return what the columns of one paper say, in the order of `further`."""
    said = {name: cells[at] for at, name in fields.items() if at < len(cells)}
    return [said.get(name, "") for name in further]


def titled(sheet: Sheet) -> Sheet:
    """Return the sheet where rows without a title have what another column of titles says."""
    sheet = _by_topic(sheet)
    place = sheet.columns.get("title", [-1])[0]
    known = {at for places in sheet.columns.values() for at in places}
    other = [
        at
        for at, heading in enumerate(sheet.header[:_MOST])
        if at not in known and meaning(heading)[0] == "title"
    ]
    if place < 0 or not other:
        return sheet
    return sheet._replace(rows=[(line, _filled(cells, place, other)) for line, cells in sheet.rows])


def _by_topic(sheet: Sheet) -> Sheet:
    """Return the sheet whose topics are the titles, where some rows have nothing but a topic.

    What it calls titles is what the speakers are then, where there is a topic too.
    """
    at = sheet.columns.get("title", [-1])[0]
    topics = [n for n in sheet.columns.get("track", ()) if fold(sheet.header[n]) in TOPICS]
    if at < 0 or not topics:
        return sheet
    topic = topics[0]
    pairs = [(_cell(cells, at), _cell(cells, topic)) for _, cells in sheet.rows]
    if not any(said and not title for title, said in pairs):
        return sheet
    header = [*sheet.header, "role"]
    header[topic] = "track of none"
    rows = []
    for (line, cells), (title, said) in zip(sheet.rows, pairs, strict=True):
        cells = [*cells, *[""] * (len(sheet.header) - len(cells))]
        cells[topic], cells[at] = "", said or title
        rows.append((line, [*cells[: len(sheet.header)], title if said else ""]))
    return sheet._replace(header=header, columns=columns(header), rows=rows)


def _cell(cells: list[str], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""


def _filled(cells: list[str], place: int, other: list[int]) -> list[str]:
    if place >= len(cells) or cells[place].strip():
        return cells
    at = next((at for at in other if at < len(cells) and cells[at].strip()), -1)
    return cells if at < 0 else [_moved(n, cells, place, at) for n in range(len(cells))]


def _moved(n: int, cells: list[str], place: int, at: int) -> str:
    return cells[at] if n == place else "" if n == at else cells[n]

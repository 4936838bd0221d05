"""The cells of a row by what its columns mean, without what only looks like something."""

import re

from summit_tui.formats.readers import sheet_rows
from summit_tui.formats.readers.sheet_columns import MANY, Columns

_NOTHING = re.compile(r"\s*(?:[-–—―_]+|n/a|null|none|nan|(?-i:NA))\s*", re.IGNORECASE)
"""What people and programs write into a cell that is empty."""
_ADDRESS = re.compile(r"\s*\(https?://[^()\s]{1,500}\)")
"""How Notion exports what a cell refers to: `Amber (https://www.notion.so/Amber-1f)`."""
_OF_LINKS = frozenset(("abstract", "url", "slides", "video"))
DATED = ("date", "start", "end", "enddate", "time")
"""What a date or a time may stand in."""
_TIMED = frozenset(DATED)


class Row:
    """The cells of a row by what they mean; called with a field, the first of it."""

    __slots__ = ("_first", "_said", "linked", "timed")

    def __init__(self, cells: list[str], columns: Columns) -> None:
        self._said: dict[str, list[str]] = {}
        self.linked = False
        """Whether a name has an address behind it, or is one."""
        for field, places in columns.items():
            said = [cells[at] for at in places if at < len(cells) and cells[at].strip()]
            if not said:
                continue
            if field in MANY:
                said = list(map(sheet_rows.unlisted, said))
            if field not in _OF_LINKS and any("://" in cell for cell in said):
                self.linked = True
                said = [_ADDRESS.sub("", cell) if "://" in cell else cell for cell in said]
            if field != "title":
                said = [cell for cell in said if not _NOTHING.fullmatch(cell)]
            if said:
                self._said[field] = said
        self._first = {field: said[0] for field, said in self._said.items()}
        self.timed = not _TIMED.isdisjoint(self._said)
        """Whether a cell may hold a date or a time."""

    def __call__(self, field: str) -> str:
        """Return the first cell of a field that holds something; empty where none does."""
        return self._first.get(field, "")

    def all(self, field: str) -> list[str]:
        """Return the cells of a field that hold something."""
        return self._said.get(field, [])

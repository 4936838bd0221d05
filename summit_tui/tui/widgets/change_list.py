"""What changed, under the headings of what matters: my agenda first."""

from collections.abc import Sequence

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.formats.change_list import Block, Entry
from summit_tui.formats.change_words import where
from summit_tui.tui import words
from summit_tui.tui.layout import stacked
from summit_tui.tui.session_lines import Line
from summit_tui.tui.widgets.entry_list import EntryList

_INDENT = "  "


class ChangeList(EntryList):
    """Each change with its title below; then whom it clashes with, or what is nearest."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: tuple[Entry, ...] = ()
        self._headings: list[str] = []
        """Of each entry the heading it is under."""

    @property
    def entry(self) -> Entry | None:
        """The change under the cursor; None in an empty list."""
        return self.entries[self.cursor] if self.entries else None

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other changes, with the cursor on the session it was on."""
        was = self.entry
        self.entries = tuple(entry for block in blocks for entry in block.entries)
        self._headings = [
            f"{block.title}  {len(block.entries)}" for block in blocks for _ in block.entries
        ]
        ids = [entry.id for entry in self.entries]
        self._stack(ids.index(was.id) if was and was.id and was.id in ids else 0)

    def _stack(self, cursor: int) -> None:
        leads = [self._lead(place) for place in range(len(self.entries))]
        width = max(self.scrollable_content_region.width - 1, 1)
        heights = [len(self._lines(entry, width)) for entry in self.entries]
        self.lay_out(stacked(leads, heights), cursor)

    def _lead(self, place: int) -> int:
        """Return how many lines of heading stand above an entry."""
        same = place > 0 and self._headings[place - 1] == self._headings[place]
        return 0 if same else 1 + (place > 0)

    def on_resize(self) -> None:
        """Give long words the lines they need at this width."""
        self._stack(self.cursor)

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the heading, with an empty line above it where something stands there."""
        heading: Line = [(f" {self._headings[entry]}", "heading")]
        return [[]] * (self._lead(entry) - 1) + [heading] * bool(self._lead(entry))

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return the heading of the change on top."""
        return [(f" {self._headings[entry]}", "heading")]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return sign and words of a change, and the title below."""
        return self._lines(self.entries[entry], width)

    def _lines(self, entry: Entry, width: int) -> list[Line]:
        room = width - len(_INDENT)
        first, *rest = words.wrapped(entry.words, room) or [""]
        look = "clash" if entry.mark in "×!~" else "now"
        lines: list[Line] = [[(f"{entry.mark} ", look), (first, "")]]
        lines += [[(_INDENT + line, "")] for line in rest]
        if entry.title:
            sign = [(f"{WANT_MARKS[entry.want]} ", entry.want)] if entry.want else []
            title = words.fit(entry.title, room - 2 * bool(sign))
            lines.append([(_INDENT, ""), *sign, (title, "strong")])
        for mark, clash in entry.clashes:
            lines.append([(_INDENT + words.fit(f"{mark} {clash}", room), "clash")])
        for near in entry.nearest:
            said = f"nearest: {near.title} ({where(near)})"
            lines.append([(_INDENT + words.fit(said, room), "muted")])
        return lines

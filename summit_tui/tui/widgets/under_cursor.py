"""Two lines on the session under the cursor, where the screen has no room to show it in full."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.catalogue.model import Session
from summit_tui.tui import words
from summit_tui.tui.looks import look
from summit_tui.tui.picks import Picks
from summit_tui.tui.session_lines import Line, mark_of

_COMPANY_CELLS = 30
"""What colleagues' names take at most; the detail has all of them."""


class UnderCursor(Widget):
    """Mark, level, title; then when and where, whom it clashes with, who goes and who speaks."""

    DEFAULT_CSS = "UnderCursor { height: 2; background: $surface; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show(self, session: Session | None, picks: Picks, row: int | None) -> None:
        """Show another session, or none."""
        want = None if row is None else picks.wants.get(row)
        self._lines = [] if session is None else self._written(session, picks, want)
        self.refresh()

    def _written(self, session: Session, picks: Picks, want: str | None) -> list[Line]:
        level = "" if session.level is None else f"{session.level} "
        code = f"{session.code} " if session.code else ""
        mark, name = mark_of(session, want)
        first: Line = [(f" {mark} ", name), (level, "level"), (code, "muted")]
        first.append((session.title, "struck" if session.cancelled else "strong"))
        clashes = picks.clashes.get(session.id)
        said = [
            (words.span(session), "muted"),
            (session.room, "muted"),
            (words.clash(session, clashes, picks) if clashes else "", "clash"),
            (words.with_whom_in(picks.going(session.id), _COMPANY_CELLS), "team"),
            (session.track, "muted"),
            (", ".join(speaker.name for speaker in session.speakers), "muted"),
        ]
        second: Line = [(" ", "")]
        for text, look_of in said:
            if text:
                second += [(" · ", "muted")] * (len(second) > 1) + [(text, look_of)]
        return [first, second]

    def render_line(self, y: int) -> Strip:
        """Return one of the lines, as much of it as there is room for."""
        width, parts = self.size.width, self._lines[y] if y < len(self._lines) else []
        segments: list[Segment] = []
        for text, name in parts:
            shown = words.fit(text, width - Strip(segments).cell_length)
            segments.append(Segment(shown, look(self, name)))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

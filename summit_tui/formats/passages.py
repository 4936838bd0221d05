"""My notes as running text of a larger Markdown document (CommonMark), kept in their place.

A note reads best as it was written. It is, where it cannot reach beyond its own lines: its headings
go below the one it stands under, its fences of code are closed, HTML in it is shown. A note with
anything that could reach further (a fence inside a list, a line that makes a heading of the one
above) stands in a quote instead, which holds it.
"""

import re
from collections.abc import Iterator

from summit_tui.formats.markdown import quote
from summit_tui.formats.shown_html import ShownHtml

_FENCE = re.compile(r"(`{3,}(?=[^`|]*$)|~{3,}(?=[^|]*$))")
_CLOSING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*$")
_HEADING = re.compile(r"(#{1,6})(?=[ \t]|$)")
_DEEPEST = 6
# A fence or heading that is not at the margin, a fence that could be the head of a table, a line
# that underlines, a definition of a link.
_REACHES_OUT = re.compile(
    r"[ \t>*+\d.)-]*(?:`{3}|~{3})|[ \t>*+\d.)-]+#|[ \t>*+\d.)-]*\[[^\]]*\]:"
    r"|[ \t>]*(?:=+|-+)[ \t]*$"
)


def passage(note: str, level: int) -> Iterator[str]:
    """Yield the lines of `note` to stand under a heading of `level`, or those of a quote of it."""
    lines = _tamed(note.split("\n"), level)
    yield from quote(note) if lines is None else lines


def _tamed(lines: list[str], level: int) -> list[str] | None:
    """Return the lines as they may stand, None when they could reach beyond themselves."""
    highest = min((len(found[1]) for line in lines if (found := _HEADING.match(line))), default=1)
    deeper = level + 1 - highest
    tamed, fence, shown = list[str](), "", ShownHtml()
    for line in lines:
        if fence:
            tamed.append(line)
            closing = _CLOSING.match(line)
            if closing and closing[1][0] == fence[0] and len(closing[1]) >= len(fence):
                fence = ""
        elif opening := _FENCE.match(line):
            fence = opening[1]
            tamed.append(line)
        elif _REACHES_OUT.match(line):
            return None
        else:
            heading = _HEADING.match(line)
            signs = "#" * min(len(heading[1]) + deeper, _DEEPEST) if heading else ""
            tamed.append(signs + shown.line(line[heading.end() if heading else 0 :]))
    return [*tamed, fence] if fence else tamed

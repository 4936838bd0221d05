"""Markdown on a terminal: as plain text at its width. Nothing is interpreted beyond paragraphs."""

import re
from collections.abc import Iterator

from summit_tui.cli import out

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")


def flowed(markdown: str, columns: int) -> Iterator[str]:
    """Yield the lines of `markdown`: those of one paragraph together, list items hanging."""
    from summit_tui.formats.plain import plain_text

    mark, paragraph = "", list[str]()
    for line in [*plain_text(markdown).splitlines(), ""]:
        item = _ITEM.match(line)
        if line.strip() and not item:
            paragraph.append(line)
            continue
        if paragraph:
            yield from out.hang(" ".join(paragraph), columns, mark)
        mark, paragraph = "", []
        if item:
            mark, paragraph = item[0].expandtabs(4), [line[item.end() :]]
        else:
            yield ""


def indented(text: str, columns: int, before: str) -> Iterator[str]:
    """Yield the lines of `text`, each kept as a line of its own, behind `before`."""
    for line in text.splitlines():
        yield from out.hang(line, columns, before)

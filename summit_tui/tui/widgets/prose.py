"""Markdown on the screen: an abstract, a note of mine.

Pointed brackets are text, `Vec<T>` as well as tags of HTML, which Textual would leave out.
"""

from markdown_it import MarkdownIt
from textual.widgets import Markdown


class Prose(Markdown):
    """Opens no links by itself."""

    def __init__(self, markdown: str | None = None, *, id: str | None = None) -> None:
        super().__init__(markdown, id=id, parser_factory=_parser, open_links=False)


def _parser() -> MarkdownIt:
    return MarkdownIt("gfm-like", {"html": False})

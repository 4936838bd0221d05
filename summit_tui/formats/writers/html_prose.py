"""Markdown from programmes and notes as HTML that can do no harm, and fits under our headings.

Raw HTML is shown as text, a link leads to the web or is text, an image is a link: a page fetches
nothing by being opened. A heading becomes a paragraph, for where it stands in the page's outline
its author could not know. markdown-it-py escapes everything else.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from summit_tui.catalogue.text import clean


@cache
def _parser(*, headings: bool = False) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable(
        ["table", "strikethrough"]
    )
    parser.disable("image")
    parser.validateLink = _is_web_address  # type: ignore[method-assign]  # as its manual has it
    for rule in () if headings else ("heading_open", "heading_close"):
        parser.add_render_rule(rule, _heading)
    for rule in ("th_open", "td_open"):
        parser.add_render_rule(rule, _cell)
    return parser


def prose(markdown: str) -> str:
    """Return `markdown` as HTML, a sequence of blocks."""
    html: str = _parser().render(clean(markdown))
    return html.strip()


def document(markdown: str) -> str:
    """Return a whole document of ours as HTML, with its headings."""
    html: str = _parser(headings=True).render(clean(markdown))
    return html.strip()


def _is_web_address(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _heading(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    return '<p class="heading">' if tokens[at].nesting == 1 else "</p>\n"


def _cell(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """Return the tag of a cell; how it is aligned is the page's to say, not a style's in it."""
    token = tokens[at]
    aligned = "right" in str(token.attrGet("style") or "")
    return f'<{token.tag} class="number">' if aligned else f"<{token.tag}>"

"""Foreign text in Markdown, read by a Markdown parser."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from summit_tui.catalogue.model import Event, Room
from summit_tui.formats.markdown import link, place, quote
from tests.factories import make_catalogue, make_session

PARSER = MarkdownIt("commonmark")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c&d=e#f",
        "https://example.org/a_(b)",
        "https://example.org/a_(b",
        "https://example.org/?a=1&copy;=2",
        "http://example.org/*a*_b_`c`[d]",
    ],
)
def test_a_link_leads_where_it_says(url: str) -> None:
    tree = SyntaxTreeNode(PARSER.parse(f"- before {link('to [it] *now*', url)} after"))
    found = [node for node in tree.walk() if node.type == "link"]
    assert [node.attrs["href"] for node in found] == [PARSER.normalizeLink(url)]
    assert "".join(n.content for n in found[0].walk() if n.type in ("text", "text_special")) == (
        "to [it] *now*"
    )


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://a b", "https://a>b", "x"])
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert link("a *b*", url) == r"a \*b\*"


@pytest.mark.parametrize("text", ["<b>", r"\<b>", r"\\<b>", r"\\\<b>", "x <!-- y", "</b>"])
def test_html_is_shown_however_it_is_escaped(text: str) -> None:
    for node in SyntaxTreeNode(PARSER.parse("\n".join(quote(f"a {text} b")))).walk():
        assert not node.type.startswith("html")


@pytest.mark.parametrize(
    ("venue", "told"),
    [
        ("Palais", "Bleu"),
        ("Palais, Paris", "Bleu"),
        ("Annexe", "Bleu, Palais"),
        (None, "Bleu, Palais"),
    ],
)
def test_a_venue_is_told_where_it_is_not_the_event_s(venue: str | None, told: str) -> None:
    catalogue = make_catalogue(
        event=Event("demo", "Demo", venue=venue), rooms=(Room("Bleu", "Palais"),)
    )
    assert place(catalogue, make_session(room="Bleu")) == told

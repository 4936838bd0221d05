"""Notes as running text, read by a Markdown parser: they never reach beyond their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from summit_tui.catalogue.text import clean
from summit_tui.formats.passages import passage

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False}))


def text(note: str) -> str:
    return "\n".join(passage(note, 3))


@pytest.mark.parametrize(
    ("note", "stands"),
    [
        ("Plain *text*\n\n- one\n- two", "Plain *text*\n\n- one\n- two"),
        ("# One\n### Deeper\ntext", "#### One\n###### Deeper\ntext"),
        ("## One\n###### Deepest", "#### One\n###### Deepest"),
        ("#hash is no heading", "#hash is no heading"),
        ("a <b> c", r"a \<b> c"),
        ("```html\n<b>\n# no heading\n```\nafter", "```html\n<b>\n# no heading\n```\nafter"),
        ("```\nnever closed", "```\nnever closed\n```"),
        ("~~~~\nx\n~~~\n```", "~~~~\nx\n~~~\n```\n~~~~"),
        ("```\n   ```\n<b>", "```\n   ```\n\\<b>"),
        ("`Vec<u8>` <b>", r"`Vec<u8>` \<b>"),
        ("```|x\n|-|-|\n<b>", "> ```|x\n> |-|-|\n> \\<b>"),
        ("> quoted\n\n1. first", "> quoted\n\n1. first"),
        ("above\n---", "> above\n> ---"),
        ("above\n===", "> above\n> ==="),
        ("- ```\n  x", "> - ```\n>   x"),
        ("  # indented", ">   # indented"),
        ("[a]: https://example.org", "> [a]: https://example.org"),
    ],
)
def test_how_a_note_stands(note: str, stands: str) -> None:
    assert text(note) == stands


SIGNS = st.text(st.sampled_from('`~#-=+*>[]():<!a/b \t\n1.&|\\"'), max_size=30)


@given(SIGNS)
def test_no_note_reaches_beyond_itself(note: str) -> None:
    document = f"### before\n\n{text(clean(note))}\n\n### after\n\nend [a] [b]\n"
    for parser in PARSERS:
        tree = SyntaxTreeNode(parser.parse(document))
        ours = [node for node in tree.walk() if node.type == "heading" and node.tag < "h4"]
        at_the_top = [node for node in ours if node.parent is tree]
        first, *_, after, end = tree.children
        assert at_the_top == [first, after]
        assert end.type == "paragraph"
        assert end.children[0].content == "end [a] [b]"
        assert not [node for node in end.walk() if node.type == "link"]
        assert not [node for node in tree.walk() if node.type.startswith("html")]

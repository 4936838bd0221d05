"""HTML in foreign Markdown, read by Markdown parsers: shown everywhere, and code left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from summit_tui.formats.markdown import quote
from summit_tui.formats.shown_html import ShownHtml

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like"))
PIECES = (
    *("`", "``", "```", "~~~", "<b>", "</b>", "<!-- x", "\\", "\\\\", "[", "]", "](", "][", ")"),
    *("a", "x y", " ", "    ", "\n", "\n\n", "\n> ", "\n- ", "\n# ", "|", "\n|-|-|\n", "*", "_"),
    *("<http://a", "`b>", ">", '"', "'", "[a`b]: /u\n", "\n```\n", "\n   ```\n", "<?", "\n---\n"),
)


def shown(text: str) -> str:
    lines = ShownHtml()
    return "\n".join(map(lines.line, text.split("\n")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>bold</b> 1 < 2", r"\<b>bold\</b> 1 < 2"),
        ("`Vec<u8>` and ``a ` <b>`` <i>", r"`Vec<u8>` and ``a ` <b>`` \<i>"),
        (r"\<b> \\<b> \`<b>`", r"\<b> \\\<b> \`\<b>`"),
        ("an odd ` <b>\n`<b>`\n\n`<i>`", "an odd ` \\<b>\n`\\<b>`\n\n`<i>`"),
        ("[x](a`b) <i> `c`", r"[x](a`b) \<i> `c`"),
        ("a `b | c` `<i>`", r"a `b | c` `\<i>`"),
        ("http://a`b> <i> `", r"http://a`b> \<i> `"),
    ],
)
def test_code_stays_as_it_is_where_it_is_surely_code(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_html_comes_through(text: str) -> None:
    for parser in PARSERS:
        for node in SyntaxTreeNode(parser.parse("\n".join(quote(text)))).walk():
            assert not node.type.startswith("html"), text


@pytest.mark.parametrize("sign", ["`", "` `` ", r"\`", "`<a>", "[", "<a"])
def test_a_long_run_of_signs_comes_through(sign: str) -> None:
    assert len(shown(sign * 20_000)) >= len(sign) * 20_000

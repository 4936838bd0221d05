"""HTML as Markdown: nothing raw is left, no word is lost, and no input makes it slow."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_tui.catalogue.text import clean
from summit_tui.formats.readers.prose import Markdown, joined, line


def markdown(text: str) -> str:
    return Markdown(len(text)).of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No HTML: as it stands.
        ("Plain *Markdown* with List<int>, <3 and a < b", None),
        ("See <https://example.org>", None),
        ("The <table> element and `<br>`", None),
        ("first\n\n- one\n- two", None),
        ("Tom &amp; Jerry &#8211; &eacute;", "Tom & Jerry – é"),
        # A whole document.
        ("<p>One</p>\n<p>Two <b>bold</b> <em>it</em></p>", "One\n\nTwo **bold** *it*"),
        ("<p>a\nb</p>", "a\nb"),
        ("<p>never *closed <p>second", "never \\*closed\n\nsecond"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<h1>Top</h1><h2>Below</h2>", "### Top\n\n#### Below"),
        ("<h4>Top</h4>", "#### Top"),
        ("<div>a</div><div>b</div>", "a\n\nb"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<p>a<script>alert(1)</script>b</p><style>p {}</style>", "ab"),
        ("<p>a<!-- hidden -->b</p>", "ab"),
        ("<p><unknown>kept</unknown></p>", "<unknown>kept</unknown>"),
        ("<p>&lt;b&gt; is bold</p>", "\\<b> is bold"),
        # Addresses.
        ('<p><a href="https://a/(x)">t</a></p>', "[t](https://a/%28x%29)"),
        ("<p><a href='javascript:x'>t</a> <a>u</a></p>", "t u"),
        ('<p><img src="https://a/i.png" alt="pic">x</p>', "![pic](https://a/i.png)x"),
        # HTML in the middle of Markdown: line ends keep their meaning.
        ("one\n\ntwo **x** <b>y</b>", "one\n\ntwo **x** **y**"),
        ("a<br>b<br/>\r\nc", "a  \nb  \nc"),
        ("list:\n<ul>\n<li>one</li>\n</ul>\nend", "list:\n\n- one\n\nend"),
        ("`<b>` is <b>bold</b>", "`<b>` is **bold**"),
        ("", ""),
    ],
)
def test_markdown(text: str, expected: str | None) -> None:
    assert markdown(text) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("a", "b"), "a\n\nb"),
        (("a", ""), "a"),
        (("a", "a b"), "a b"),
        (("a b", "a"), "a b"),
        (("<p>a</p>", "a"), "a"),
        ((), ""),
    ],
)
def test_texts_are_joined_once(texts: tuple[str, ...], expected: str) -> None:
    assert joined(texts, Markdown(9)) == expected


def test_a_line_knows_entities_and_leaves_markup_alone() -> None:
    assert line(" Q&amp;A:\n why <b> is\x1b[31m bold ") == "Q&A: why <b> is bold"


HOSTILE = [
    "<b>" * 20_000,
    "<p>x" * 20_000,
    "<div>" * 20_000 + "x" + "</div>" * 20_000,
    "<br>" + "`" * 60_000,
    "<blockquote>" * 2_000 + "x" + "</blockquote>" * 2_000,
    "<!--" * 20_000 + "<br>",
    '<a href="' * 9_000 + "<br>",
    "<p " + "x " * 900 + ">" + "</p>" * 9,
    "<br>" + "&amp;" * 20_000,
    "<table>" + "<tr><td>x" * 9_000,
    "<br>" + "\\" * 60_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_takes_long_or_recurses(text: str) -> None:
    assert isinstance(markdown(text), str)


def test_a_list_typed_into_a_paragraph_is_one() -> None:
    typed = "<p>Of:\n     * beds\n     * tables\n</p>"
    assert markdown(typed) == "Of:\n- beds\n- tables"
    assert markdown("<p>Beds\n* and tables</p>") == "Beds\n\\* and tables"


def test_beyond_the_bound_only_markup_is_lost() -> None:
    converter = Markdown(9)
    assert "word" in converter.of("<p>" * 9_000 + "word</p>")
    assert converter.stripped


PIECES = (
    "<p> </p> <b> </b> <br> <a> <ul> <li> </ul> <pre> </pre> &lt; &amp; <x> < > & * _ ` ~ \\ # - "
    "word \n \n\n é \ue000 \u202e \x1b[2J <script> </script> <h1> </h1> <!-- -->"
)
texts = st.lists(st.sampled_from(PIECES.split(" ")), max_size=12).map(" ".join)


@given(texts)
@settings(max_examples=150)
def test_what_comes_out_is_clean_and_lost_is_no_word(text: str) -> None:
    once = markdown(text)
    assert clean(once) == once
    assert "word" in once or "word" not in text or "<script>" in text or "<!--" in text


@given(texts.map(lambda text: f"<p>{text.replace('`', '')}"))
@settings(max_examples=150)
def test_no_tag_is_left_raw(text: str) -> None:
    shown = re.sub(r"(?s)```.*?```|`[^`]*`|\\\\<", "", markdown(text))
    assert not re.search("</?(?:p|b|br|a|ul|li|pre|script|h1)>", shown)


@pytest.mark.parametrize("blank", ["\n", " ", "\t", "\r", " \n", "\x85"])
def test_blanks_without_end_before_no_tag_are_looked_at_once(blank: str) -> None:
    """The suite would not end were each looked at from every one before it."""
    found = Markdown(10).of(f"<b>A</b>{blank * 100_000}x")
    assert found.split() == ["**A**", "x"]

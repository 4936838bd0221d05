"""Markdown without its marks."""

import pytest

from summit_tui.formats.plain import plain_text

CASES = {
    "plain words": "plain words",
    "**bold** and *soft* and ***both***": "bold and soft and both",
    "__bold__ and _soft_, ~~gone~~": "bold and soft, gone",
    "**bold with *soft* inside**": "bold with soft inside",
    "snake_case_name and 2 * 3 * 4": "snake_case_name and 2 * 3 * 4",
    "half *open\n\nand* closed elsewhere": "half *open\n\nand* closed elsewhere",
    "takes *args and **kwargs": "takes *args and **kwargs",
    "# Title #\n\nText": "Title\n\nText",
    "Title\n=====\nText": "Title\n\nText",
    "C# and F#": "C# and F#",
    "one\n\n* a\n+ b\n- c": "one\n\n- a\n- b\n- c",
    "1. first\n2. second": "1. first\n2. second",
    "> said\n> twice": "said\ntwice",
    "a\n\n***\n\nb": "a\n\nb",
    "[site](https://example.org/a_b_c)": "site (https://example.org/a_b_c)",
    '[site](https://example.org "Title")': "site (https://example.org)",
    "[https://example.org](https://example.org)": "https://example.org",
    "<https://example.org>": "https://example.org",
    "![a map](https://example.org/m.png)": "a map",
    "`code` and\n```python\nx = 1\n```\nend": "code and\nx = 1\nend",
    "`#include <stdio.h>` and `&amp; *args`": "#include <stdio.h> and &amp; *args",
    "```\n# no heading\nprint('<p>', *a, *b)\n\n- x\n```\nend": (
        "# no heading\nprint('<p>', *a, *b)\n\n- x\nend"
    ),
    "~~~\n```\n<b>\n~~~\n<b>x</b>": "```\n<b>\nx",
    "```\n<b>never closed": "<b>never closed",
    "Vec<u8>, Map<K,V>, List<String>, <T>, <dialog>": (
        "Vec<u8>, Map<K,V>, List<String>, <T>, <dialog>"
    ),
    '<a href="/x">there</a><hr/><p>': "there",
    r"\`<b>\`": "``",
    r"\*not soft\* \[nor link\](x)": "*not soft* [nor link](x)",
    "a<br>b <b>c</b> 1 < 2 > 0": "a\nb c 1 < 2 > 0",
    "R&amp;D &lt;b&gt;": "R&D <b>",
    "&#x202e;red": "red",
    "lines\r\nof windows": "lines\nof windows",
}


@pytest.mark.parametrize(("markdown", "expected"), CASES.items())
def test_plain_text(markdown: str, expected: str) -> None:
    assert plain_text(markdown) == expected


@pytest.mark.parametrize(
    "sign", ["*", "_ ", "[", "<", "`", "~~a", "**a ", "> ", "\n", "\\", "- ", "# a", "#"]
)
def test_a_long_run_of_signs_comes_through(sign: str) -> None:
    # Were a pattern to try its ways one by one, this would take minutes.
    text = f"{sign * 20_000}end"
    assert len(plain_text(text)) <= len(text)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Title #", "Title"),
        ("## Title ##  ", "Title"),
        ("# C#", "C#"),
        ("# #", ""),
        ("# " + "#" * 100_000 + "x", "#" * 100_000 + "x"),
        ("# a" + " " * 100_000 + "x", "a" + " " * 100_000 + "x"),
    ],
    ids=["closed", "closed twice", "a sharp", "nothing", "many signs", "many blanks"],
)
def test_a_heading_loses_only_the_signs_that_close_it(markdown: str, expected: str) -> None:
    assert plain_text(markdown) == expected

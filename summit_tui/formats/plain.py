"""Markdown as plain text, for places that show none: a calendar's description.

What a reader would see is kept: words, list items, addresses. It is not a Markdown parser: what
it does not recognise stays as written, and no input makes it slow.
"""

import html
import re
from collections.abc import Callable

from summit_tui.catalogue.text import clean

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = 0xF0000
"""Start of a private plane where escaped signs wait until the markup is gone."""


def _heading(match: re.Match[str]) -> str:
    """Return the text of a heading; in a pattern the signs that close it would be tried in vain."""
    text = match[1].rstrip(" \t")
    unclosed = text.rstrip("#")
    return unclosed.rstrip(" \t") if unclosed[-1:] in ("", " ", "\t") else text


_LINES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$\n?", re.MULTILINE), ""),  # fences of code
    (re.compile(r"^ {0,3}(?:(?:[*_-][ \t]*){3,}|=+)$", re.MULTILINE), ""),  # rules, underlines
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE), _heading),
    (re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^([ \t]*)[*+](?=[ \t])", re.MULTILINE), r"\1-"),
)
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,500})\]\(<?([^()\s<>]{1,2000})>?(?: +\"[^\"\n]{0,500}\")?\)"
)
_SPANS = (
    (re.compile(r"<(https?://[^\s<>]{1,2000})>"), r"\1"),
    (re.compile(r"<br */?>", re.IGNORECASE), "\n"),
    (re.compile(r"</?[A-Za-z][^<>]{0,500}>"), ""),
    (re.compile(r"(`{1,3})([^`\n]{1,500})\1"), r"\2"),
)
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}|~~|\n[ \t]*\n")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*\n")


def plain_text(markdown: str) -> str:
    """Return `markdown` without its marks; a link becomes `text (address)`."""
    text = _ESCAPED.sub(lambda sign: chr(_HIDDEN + ord(sign[1])), markdown)
    for pattern, replacement in _LINES:
        text = pattern.sub(replacement, text)
    text = _LINK.sub(_link, text)
    for pattern, replacement in _SPANS:
        text = pattern.sub(replacement, text)
    text = _without_emphasis(text)
    text = text.translate({_HIDDEN + code: chr(code) for code in range(128)})
    return _BLANK_LINES.sub("\n\n", clean(html.unescape(text)))


def _without_emphasis(text: str) -> str:
    """Return `text` without the runs of `*`, `_` and `~~` that open and close emphasis."""
    opened: dict[str, re.Match[str]] = {}
    marks: list[re.Match[str]] = []
    for run in _EMPHASIS.finditer(text):
        if run[0][0] == "\n":  # emphasis ends with its paragraph
            opened.clear()
        elif run[0] in opened and _may_close(run, text):
            marks += (opened.pop(run[0]), run)
        elif _may_open(run, text):
            opened[run[0]] = run
    kept, end = [], 0
    for mark in sorted(marks, key=lambda mark: mark.start()):
        kept.append(text[end : mark.start()])
        end = mark.end()
    return "".join(kept) + text[end:]


def _may_open(run: re.Match[str], text: str) -> bool:
    before, after = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
    return bool(after.strip()) and not (run[0][0] == "_" and before.isalnum())


def _may_close(run: re.Match[str], text: str) -> bool:
    before, after = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
    return bool(before.strip()) and not (run[0][0] == "_" and after.isalnum())


def _link(link: re.Match[str]) -> str:
    image, text, address = link.groups()
    if image or text == address:
        return text
    return f"{text} ({address})" if text else address

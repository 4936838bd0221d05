"""Markdown as plain text, for places that show none: a calendar's description.

What a reader would see is kept: words, list items, addresses, and code as it is. Of what stands in
pointed brackets only tags that HTML has go, in small letters as they are written today: `Vec<T>` is
text. It is not a Markdown parser: what it does not recognise stays as written, and no input makes
it slow.
"""

import html
import re
from collections.abc import Callable

from summit_tui.catalogue.text import clean
from summit_tui.formats.html_tags import BLOCKS, INLINE

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = 0xF0000
"""Start of a private plane where escaped signs and code wait until the markup is gone."""
_HIDE = {code: _HIDDEN + code for code in range(0x21, 0x7F)}
_SHOW = {_HIDDEN + code: code for code in range(128)}
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`\n]*)$")
_CODE_SPAN = re.compile(r"(?<![`\\])(`{1,3})(?!`)([^`\n]{1,500})\1(?!`)")


def _heading(match: re.Match[str]) -> str:
    """Return the text of a heading; in a pattern the signs that close it would be tried in vain."""
    text = match[1].rstrip(" \t")
    unclosed = text.rstrip("#")
    return unclosed.rstrip(" \t") if unclosed[-1:] in ("", " ", "\t") else text


_LINES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
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
    (re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS | INLINE))})(?:[\s/][^<>]{{0,500}})?>"), ""),
)
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}|~~|\n[ \t]*\n")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*\n")


def plain_text(markdown: str) -> str:
    """Return `markdown` without its marks; a link becomes `text (address)`."""
    text = _CODE_SPAN.sub(lambda code: code[2].translate(_HIDE), _without_fences(markdown))
    text = _ESCAPED.sub(lambda sign: sign[1].translate(_HIDE), text)
    for pattern, replacement in _LINES:
        text = pattern.sub(replacement, text)
    text = _LINK.sub(_link, text)
    for pattern, replacement in _SPANS:
        text = pattern.sub(replacement, text)
    text = _without_emphasis(text)
    text = html.unescape(text).translate(_SHOW)
    return _BLANK_LINES.sub("\n\n", clean(text))


def _without_fences(markdown: str) -> str:
    """Return `markdown` without the lines around blocks of code, what is in them hidden."""
    kept, fence = [], ""
    for line in markdown.replace("\r\n", "\n").split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not found[2].strip():
            fence = ""
        else:
            kept.append(line.translate(_HIDE) if fence else line)
    return "\n".join(kept)


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

"""JSON as scripts of sites hold it: `var program = [...]; var people = [...];`.

Keys may stand without quotation marks and texts in others, as JavaScript has it. Nothing is run:
what is no plain value ends the reading.
"""

import json
import re
from typing import Any

_TOKEN = re.compile(
    r"(?P<text>\"[^\"\\]*+(?:\\.[^\"\\]*+)*+(?:\"|\\?\Z))"
    r"|(?P<other>'[^'\\]*+(?:\\.[^'\\]*+)*+(?:'|\\?\Z)|`[^`\\]*+(?:\\.[^`\\]*+)*+(?:`|\\?\Z))"
    r"|\b(?:var|let|const)[ \t]+(?P<called>[\w$]{1,80})[ \t]*(?::[^=\n;]{1,80})?=(?!=)"
    r"|(?P<remark>//[^\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<word>[A-Za-z_$][\w$]{0,200})(?P<key>\s*:(?!:))?",
    re.DOTALL,
)
_LAST_COMMA = re.compile(r"(\"[^\"\\]*+(?:\\.[^\"\\]*+)*+(?:\"|\\?\Z))|,(?=\s*[\]}])", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BEGINS = re.compile(
    r"(?:\A|[;\n])[ \t]*(?:export[ \t]+)?(?:(?:var|let|const)[ \t]+)?"
    r"(?:default\b|([\w$.]{1,80})[ \t]*(?::[^=\n]{1,80})?=|([\w$.]{1,80})\()\s{0,80}(?=[\[{])"
)
_BEFORE = re.compile(
    r"\A(?:\s|//[^\n]{0,500}\n|/\*.{0,2000}?\*/|['\"]use strict['\"];?|import[^\n]{0,500}\n)*",
    re.DOTALL,
)
"""Remarks and orders at the head of a script."""
_MOST = 50
"""So many values of one script are looked at."""


def is_script(head: str) -> bool:
    """Return whether a text begins as a script that holds values."""
    before = _BEFORE.match(head)
    return _BEGINS.match(head[before.end() :] if before else head) is not None


def values(text: str) -> Any:
    """Return the values by what the script calls them, the value itself where there is but one.

    None where there is none.
    """
    plain = _LAST_COMMA.sub(_kept, _TOKEN.sub(_plain, text))
    decoder, end = json.JSONDecoder(strict=False), 0
    found: dict[str, Any] = {}
    for begin in _BEGINS.finditer(plain):
        if begin.start() < end or len(found) == _MOST:
            continue
        try:
            value, end = decoder.raw_decode(plain, begin.end())
        except ValueError:
            continue
        found[(begin[1] or begin[2] or "value").rpartition(".")[2]] = value
    return next(iter(found.values())) if len(found) == 1 else found or None


def _plain(found: re.Match[str]) -> str:
    """Return a piece of a script as JSON has it."""
    if found["other"]:
        return json.dumps(_ESCAPED.sub(_unescaped, found["other"][1:-1]))
    if found["called"]:
        return f"var {found['called']} ="
    if found["remark"]:
        return ""
    if found["key"]:
        return f'"{found["word"]}":'
    return "null" if found["word"] == "undefined" else found[0]


def _unescaped(found: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t", "r": "\r", "\n": ""}.get(found[1], found[1])


def _kept(found: re.Match[str]) -> str:
    return found[1] or ""

"""JSON as people keep it by hand: lines broken within texts, commas at the end, remarks.

What the standard has is read as ever; the rest is mended in one pass and told.
"""

import json
import re
from typing import Any

from summit_tui.formats.readers.notes import Notes

_TEXT = r"\"[^\"\\]*+(?:\\.[^\"\\]*+)*+(?:\"|\\?\Z)"
"""A text, also one that never ends, so that nothing is looked at twice."""
_REMARK = re.compile(rf"({_TEXT})|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_LAST_COMMA = re.compile(rf"({_TEXT})|,(?=\s*[\]}}])", re.DOTALL)


def loads(text: str, notes: Notes) -> Any:
    """Return the JSON value in `text`; ValueError when it is none, RecursionError too deep."""
    try:
        return json.loads(text, strict=False)
    except ValueError:
        mended = _LAST_COMMA.sub(_kept, _REMARK.sub(_kept, text))
        if mended == text:
            raise
        value = json.loads(mended, strict=False)
    notes.add("changed", "remarks and commas that JSON has no place for were passed over")
    return value


def _kept(found: re.Match[str]) -> str:
    return found[1] or ""

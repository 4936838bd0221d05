"""JSON values one after the other, as joined answers of an API and JSON Lines have them."""

import json
import re
from typing import Any

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import NotAProgramme

_BETWEEN = re.compile(r"[\s,\x1e]*")
_MOST_DOCUMENTS = 10_000
"""So many answers may be joined; a page of the API has fifty objects."""


def documents(content: Content) -> tuple[list[Any], int]:
    """Return the JSON values one after the other, and where it is broken; -1 where it is not."""
    if content.json is not None:
        return [content.json], -1
    found: list[Any] = []
    decoder, at = json.JSONDecoder(), 0
    while (at := _after_blanks(content.text, at)) < len(content.text):
        if content.text[at] not in "{[" or len(found) == _MOST_DOCUMENTS:
            return found, at
        try:
            value, at = decoder.raw_decode(content.text, at)
        except ValueError:
            return found, at
        except RecursionError as error:
            raise NotAProgramme("this JSON is nested too deeply for a programme") from error
        found.append(value)
    return found, -1


def first_document(content: Content) -> Any:
    """Return the first JSON value, None when there is none; quicker than all of them."""
    if content.json is not None:
        return content.json
    try:
        return json.JSONDecoder().raw_decode(content.text, _after_blanks(content.text, 0))[0]
    except (ValueError, RecursionError):
        return None


def _after_blanks(given: str, at: int) -> int:
    blanks = _BETWEEN.match(given, at)
    return blanks.end() if blanks else at

"""Programmes to damage: small ones that these tests make, and real ones where they lie nearby.

Of a large real file there is a slice too, with a few of everything that it has many of: damage to
it is tried a hundred times in the time that the whole takes once.
"""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from summit_tui.formats.readers.content import Content, Family
from tests.formats.readers.documents import CORPUS
from tests.formats.readers.test_mutations import SOURCES

_SMALL = 20_000
_FEW = 8
_LINES = 40


@dataclass(frozen=True, slots=True)
class Original:
    """A sound source."""

    name: str
    family: Family
    data: bytes


def originals(*, whole: bool = True) -> list[Original]:
    """Return all sources, in the same order always; the largest only when `whole` is asked for."""
    found = [_original(f"small {number}", data) for number, data in enumerate(SOURCES)]
    for path in sorted(each for each in CORPUS.rglob("*.*") if each.is_file()):
        name = str(path.relative_to(CORPUS))
        data = path.read_bytes()
        if path.suffix == ".md":
            continue
        if len(data) > _SMALL:
            found.append(_original(f"slice of {name}", _slice(_original(name, data))))
        if len(data) <= _SMALL or whole:
            found.append(_original(name, data))
    return found


def _original(name: str, data: bytes) -> Original:
    return Original(name, Content(data).family, data)


def _slice(one: Original) -> bytes:
    """Return a few of each thing in a large source."""
    if one.family == "json" and (value := Content(one.data).json) is not None:
        return json.dumps(_few(value), ensure_ascii=False).encode()
    if one.family == "xml":
        root = Content(one.data).xml
        _thin(root)
        return ET.tostring(root)
    if one.family == "calendar":
        events = one.data.split(b"BEGIN:VEVENT")
        return b"BEGIN:VEVENT".join(events[: _FEW * 2]).rstrip() + b"\r\nEND:VCALENDAR\r\n"
    return b"\n".join(one.data.split(b"\n")[:_LINES])


def _few(value: Any) -> Any:
    if isinstance(value, list):
        return [_few(each) for each in value[:_FEW]]
    if isinstance(value, dict):
        most = 60 if all(isinstance(each, str | int | None) for each in value.values()) else 30
        return {key: _few(each) for key, each in list(value.items())[:most]}
    return value


def _thin(root: ET.Element) -> None:
    """Take out all but the first few children of each sort."""
    kept: Counter[str] = Counter()
    for child in list(root):
        kept[child.tag] += 1
        if kept[child.tag] > _FEW:
            root.remove(child)
        else:
            _thin(child)

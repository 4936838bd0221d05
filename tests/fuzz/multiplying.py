"""One thing of a source so often that there is half a megabyte of it: what grows faster shows."""

import copy
import json
import re
from random import Random
from typing import Any
from xml.etree import ElementTree as ET

from summit_tui.formats.readers.content import Family

_SIZE = 500_000
_EVENT = re.compile(rb"BEGIN:VEVENT.*?END:VEVENT\r?\n", re.DOTALL)


def many(data: bytes, family: Family, random: Random) -> bytes:
    """Return `data` with one of its things repeated; numbered, where it has an id, or all alike."""
    if family == "json":
        return _of_json(data, random)
    if family == "xml":
        return _of_xml(data, random)
    if family == "calendar":
        events = list(_EVENT.finditer(data))
        if events:
            found = random.choice(events)
            made = _numbered(found[0], random)
            return data[: found.end()] + made + data[found.end() :]
        return data
    rows = data.split(b"\n")
    at = random.randrange(len(rows))
    size = random.choice((1, 1, 5, 20))
    block = b"".join(row + b"\n" for row in rows[at : at + size])
    rows[at:at] = [_numbered(block, random).rstrip(b"\n")]
    return b"\n".join(rows)


def _numbered(block: bytes, random: Random) -> bytes:
    """Return `block` repeated, every first number in it another one each time, or all alike."""
    count = min(40_000, _SIZE // max(1, len(block)))
    if random.random() < 0.5:
        return block * count
    before, number, after = re.split(rb"(\d+|$)", block, maxsplit=1)
    return b"".join(before + b"%d" % n + after for n in range(count)) if number else block * count


def _of_json(data: bytes, random: Random) -> bytes:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        rows = [row for row in data.split(b"\n") if row]
        return data + _numbered(random.choice(rows) + b"\n", random) if rows else data
    lists = [each for each in _lists(document) if each]
    if not lists:
        return data
    chosen = random.choice(lists)
    one = random.choice(chosen)
    count = min(20_000, _SIZE // max(2, len(json.dumps(one))))
    alike = random.random() < 0.5 or not isinstance(one, dict)
    chosen += [one if alike else {**one, "id": 10**6 + n} for n in range(count)]
    return json.dumps(document).encode()


def _lists(value: Any) -> list[list[Any]]:
    found = [value] if isinstance(value, list) else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        found += _lists(each)
    return found


def _of_xml(data: bytes, random: Random) -> bytes:
    try:
        root = ET.fromstring(data)  # noqa: S314  our own damage
    except (ET.ParseError, ValueError):
        return data
    parents = [one for one in root.iter() if len(one)]
    if parents:
        parent = random.choice(parents)
        child = random.choice(list(parent))
        count = min(20_000, _SIZE // max(8, len(ET.tostring(child))))
        alike = random.random() < 0.5
        for number in range(count):
            one = child if alike else copy.copy(child)
            one.set("id", str(10**6 + number))
            parent.append(one)
    return ET.tostring(root)

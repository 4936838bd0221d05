"""Values of JSON and elements of XML, changed for what no producer should write and some do."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any
from xml.etree import ElementTree as ET

_TEXTS = (
    "",
    " ",
    "\u202f",
    "99:99",
    "25:30",
    "24:00",
    "10:00",
    "2024-02-30T25:00",
    "2024-05-04T10:00:00+25:00",
    "9999-12-31T23:59:59+14:00",
    "0001-01-01T00:00:00Z",
    "1e999",
    "-1",
    "٣:٤٥",
    "\ud800\x1b[2J",
    "\x1b]0;x\x07",
    "<p>" * 300,
    "<b>a</b> &amp; <script>x</script>",
    "[x](javascript:y)" * 20,
    "(" * 2_000,
    "a " * 5_000,
    "- " * 3_000,
    "`" * 3_001,
    "세션 안내",
    "日本語の題名",
    "Séance d’ouverture",
    "🧑‍💻" * 50,
    "https://[::1",
    "http://" + "a" * 3_000,
    "level: advanced",
    "Europe/Nowhere",
    "UTC+25",
    "PT99999H",
    "135.0:00",
    "1:99",
)
_ODD: tuple[Any, ...] = (None, -1, 1e300, True, False, [], {}, [[]], {"a": {"b": 1}}, 10**30, 0, 7)
_ODD += ({"de": "ü"}, {"en": None}, ["x"], [None], [{}], 1.5, {"id": 1, "name": "A"}, *_TEXTS)
_LEGAL = tuple(
    "".join(c for c in text if c >= " " and not "\ud800" <= c < "\ue000") for text in _TEXTS
)
"""What may stand in XML: the rest is for the damage to bytes."""
_CHANGES = 12


def json_values(data: bytes, random: Random) -> bytes:
    """Return JSON with some values or keys changed; other bytes as they are."""
    rows = data.split(b"\n") if data.count(b"\n{") else [data]
    try:
        documents = [json.loads(row) for row in rows if row.strip()]
    except (ValueError, RecursionError):
        return data
    places = [place for each in documents for place in _places(each)]
    for _ in range(random.randint(1, _CHANGES)):
        if places:
            holder, key = random.choice(places)
            if key in holder if isinstance(holder, dict) else key < len(holder):
                _change(holder, key, random, places)
    try:
        return "\n".join(json.dumps(each) for each in documents).encode()
    except (ValueError, RecursionError):  # something that holds itself
        return data


def _places(value: Any, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    if depth > 60:
        return
    if isinstance(value, dict):
        keys: list[Any] = list(value)
    else:
        keys = list(range(len(value))) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from _places(value[key], depth + 1)


def _change(holder: Any, key: Any, random: Random, places: list[tuple[Any, Any]]) -> None:
    how = random.randrange(7)
    if how == 0:
        del holder[key]
    elif how == 1 and isinstance(holder, dict):
        holder[random.choice(("id", "title", "start", "name", "x", ""))] = holder.pop(key)
    elif how == 2 and isinstance(holder, list):
        holder[key:key] = [holder[key]] * random.choice((1, 3, 40))
    elif how == 3:
        deep: Any = holder[key]
        for _ in range(random.choice((1, 2, 50, 2_000))):
            deep = [deep]
        holder[key] = deep
    elif how == 4:
        other, name = random.choice(places)
        known = name in other if isinstance(other, dict) else name < len(other)
        holder[key] = _copied(other[name]) if known else None
    elif how == 5:
        holder[key] = json.dumps(_copied(holder[key]))[:2_000]
    else:
        holder[key] = random.choice(_ODD)


def _copied(value: Any) -> Any:
    try:
        return json.loads(json.dumps(value))
    except (ValueError, RecursionError):  # nested too deeply
        return None


def xml_elements(data: bytes, random: Random) -> bytes:
    """Return XML with some elements, texts or attributes changed; other bytes as they are."""
    try:
        root = ET.fromstring(data)  # noqa: S314  our own damage
    except (ET.ParseError, ValueError):
        return data
    for _ in range(random.randint(1, _CHANGES)):
        random.choice(_OF_ELEMENTS)(random.choice(list(root.iter())), random)
    return ET.tostring(root)


def _without_a_child(one: ET.Element, random: Random) -> None:
    if len(one):
        one.remove(random.choice(list(one)))


def _with_a_child_again(one: ET.Element, random: Random) -> None:
    if len(one):
        child = random.choice(list(one))
        many = 40 if sum(1 for _ in child.iter()) < 100 else 2
        one.extend([child] * random.choice((1, 3, many)))


def _called_otherwise(one: ET.Element, random: Random) -> None:
    one.tag = random.choice(("event", "room", "day", "title", "{urn:x}event", "x"))


def _with_another_attribute(one: ET.Element, random: Random) -> None:
    name = random.choice([*one.attrib, "date", "name"])
    one.set(name, random.choice(_LEGAL))


def _deeper(one: ET.Element, random: Random) -> None:
    for _ in range(random.choice((1, 5, 70))):
        one = ET.SubElement(one, random.choice(("event", "room", "b")))


def _in_another_order(one: ET.Element, random: Random) -> None:
    children = list(one)
    random.shuffle(children)
    one[:] = children


def _with_another_text(one: ET.Element, random: Random) -> None:
    one.text = random.choice(_LEGAL)


_OF_ELEMENTS = (
    _without_a_child,
    _with_a_child_again,
    _called_otherwise,
    _with_another_attribute,
    _deeper,
    _in_another_order,
    _with_another_text,
    _with_another_text,
)

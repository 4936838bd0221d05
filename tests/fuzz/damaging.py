"""Programmes damaged at random: a seed and a number make the same damage again.

The kinds are: bytes flipped, cut, repeated, moved, cut off, another programme's put in; lines taken
out, doubled, joined, moved, endless; another encoding; and what the format is made of: values of
JSON, elements of XML, properties of a calendar, cells of a sheet.
"""

import codecs
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from tests.fuzz import damaging_lines, damaging_values, multiplying
from tests.fuzz.originals import Original

WORDS = (
    *(b"<", b">", b"&", b'"', b"'", b"{", b"[", b"]", b"}", b",", b":", b";", b"-", b"0", b"\\"),
    *(b"\xff", b"\xc3", b"\x00", b"\x1b[2J", b"\xe2\x80\xae", b"\xe2\x80\xaf", b"\xed\xa0\x80"),
    *(b"<p>", b"</p>", b"<!--", b"&#0;", b"&amp;", b"]]>", b"<event>", b"</room>", b"\n", b"\r\n"),
    *(b"99:99", b"-1", b"1e999", b"null", b"true", b"2024-02-30", b"BEGIN:VEVENT", b"END:VEVENT"),
    *(b"", b" ", b"\t"),
)
_MOST = 4_000_000
_MANY = 0.005
"""How many of the sources have something very often."""


class Damaged(NamedTuple):
    """A source with what was done to it."""

    data: bytes
    name: str
    how: str


def damaged(seed: int, number: int, sources: Sequence[Original]) -> Damaged:
    """Return the source of that number, with one to four things done to it."""
    random = Random(f"{seed}:{number}")  # noqa: S311 - no secret
    one = _chosen(random, sources)
    data, how = one.data, []
    if random.random() < _MANY:
        data, how = multiplying.many(data, one.family, random), ["many"]
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        kind, change = random.choice(_kinds(one))
        data = change(data, random, sources)[:_MOST]
        how.append(kind)
    return Damaged(data, one.name, ", ".join(how))


def _chosen(random: Random, sources: Sequence[Original]) -> Original:
    """Return a source; a small one mostly, for it is as good to damage."""
    small = [one for one in sources if len(one.data) < 60_000]
    return random.choice(sources if random.random() < 0.02 or not small else small)


Change = Callable[[bytes, Random, Sequence[Original]], bytes]


def _kinds(one: Original) -> list[tuple[str, Change]]:
    own = {
        "json": [("values", _on(damaging_values.json_values))] * 4,
        "xml": [("elements", _on(damaging_values.xml_elements))] * 4,
        "calendar": [("properties", _on(damaging_lines.properties))] * 4,
        "text": [("cells", _on(damaging_lines.cells))] * 4,
        "html": [],
    }
    general: list[tuple[str, Change]] = [
        ("bytes", _bytes),
        ("bytes", _bytes),
        ("lines", _on(damaging_lines.lines)),
        ("encoding", _encoding),
    ]
    return general + list(own[one.family])


def _on(change: Callable[[bytes, Random], bytes]) -> Change:
    return lambda data, random, _: change(data, random)


def _bytes(data: bytes, random: Random, sources: Sequence[Original]) -> bytes:
    out = bytearray(data)
    for _ in range(random.choice((1, 2, 5, 20))):
        at = random.randrange(len(out) + 1)
        end = min(len(out), at + random.choice((1, 3, 30, 300, 3_000)))
        how = random.randrange(8)
        if how == 0 and at < len(out):
            out[at] ^= 1 << random.randrange(8)
        elif how == 1:
            del out[at:end]
        elif how == 2 and len(out) < _MOST:
            out[at:at] = out[at:end] * random.choice((1, 2, 20))
        elif how == 3:
            out[at:end] = random.choice(WORDS)
        elif how == 4:
            out[at:at] = random.choice(WORDS) * random.choice((1, 3, 1_000))
        elif how == 5:
            piece = out[at:end]
            del out[at:end]
            to = random.randrange(len(out) + 1)
            out[to:to] = piece
        elif how == 6 and random.random() < 0.2:
            del out[at:]
        elif how == 7:
            other = random.choice(sources).data
            begin = random.randrange(len(other) + 1)
            out[at:end] = other[begin : begin + random.choice((3, 100, 2_000))]
    return bytes(out)


def _encoding(data: bytes, random: Random, _: Sequence[Original]) -> bytes:
    text = data.decode("utf-8", "replace")
    name = random.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "euc-kr", "utf-7")
    )
    changes: tuple[Callable[[], bytes], ...] = (
        lambda: text.encode(name, "replace"),
        lambda: codecs.BOM_UTF8 + data,
        lambda: data.replace(b"\r\n", b"\n").replace(
            b"\n", random.choice((b"\r\n", b"\r", b"\n\n"))
        ),
        lambda: data.replace(b" ", "\u00a0".encode()),
        lambda: text.upper().encode("utf-8", "replace"),
        lambda: data + random.choice((b"\0", b"\x1a", b"\n" * 1_000, data)),
        lambda: random.choice((b"\n\n", b" ", b"\0", b"<!-- x -->", b"# x\n", b"sep=;\r\n")) + data,
    )
    return random.choice(changes)()

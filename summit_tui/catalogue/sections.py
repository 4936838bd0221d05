"""A file of named sections: what is derived from a catalogue, kept between two runs.

Deletable at any time and never executable: bytes with bounds and a checksum. It is valid for
exactly one state of one source file, which its key names. Whatever is wrong with it (cut, damaged,
of another version, unreadable), it counts as absent; the caller derives it anew.
"""

import os
import struct
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

FORMAT = 2
"""To be raised whenever the content of any section changes its meaning."""
_MAGIC = b"summit-sections\n"
_HEAD = struct.Struct("<16sHHII")  # magic, format, sections, length of the key, crc of the rest
_ENTRY = struct.Struct("<16sQQ")  # name, offset, length
_RACY_NS = 50_000_000
"""A file changed this recently may change again within the same time stamp."""


class DamagedError(Exception):
    """A section does not hold what was written to it."""


class Sections:
    """Named byte strings, whole or in part."""

    def __init__(self, sections: Mapping[str, bytes | memoryview]) -> None:
        self._sections = sections

    def whole(self, name: str) -> bytes:
        """Return all of a section; DamagedError when there is none of that name."""
        try:
            return bytes(self._sections[name])
        except KeyError as error:
            raise DamagedError(name) from error

    def part(self, name: str, start: int, length: int) -> bytes:
        """Return `length` bytes of a section; DamagedError beyond its end."""
        section = self._sections[name]
        if start < 0 or length < 0 or start + length > len(section):
            raise DamagedError(name)
        return bytes(section[start : start + length])


def state_of(path: Path) -> bytes | None:
    """Return the key of the present state of `path`: None when it is too fresh or not a file."""
    real = os.path.realpath(path)
    try:
        stat = os.stat(real)  # noqa: PTH116  pathlib costs a search a millisecond
    except OSError:
        return None
    if time.time_ns() - stat.st_mtime_ns < _RACY_NS:
        return None
    return f"{real}\n{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}".encode(
        errors="surrogateescape"
    )


def pack(key: bytes, sections: Mapping[str, bytes]) -> bytes:
    """Return the file that holds `sections` for the source state `key`."""
    offset = _HEAD.size + len(key) + _ENTRY.size * len(sections)
    table = []
    for name, data in sections.items():
        table.append(_ENTRY.pack(name.encode(), offset, len(data)))
        offset += len(data)
    body = b"".join((key, *table, *sections.values()))
    return _HEAD.pack(_MAGIC, FORMAT, len(sections), len(key), crc32(body)) + body


def open_sections(path: Path, key: bytes) -> Sections | None:
    """Return the sections in `path` when they were derived from the state `key`, else None.

    The whole file is read and its checksum compared: at four bytes a nanosecond that costs less
    than deciding what may be believed unread.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD.size)
            magic, version, count, key_length, checksum = _HEAD.unpack(head)
            if magic != _MAGIC or version != FORMAT or key_length != len(key):
                return None
            body = file.read()
    except (OSError, struct.error):
        return None
    if body[:key_length] != key or crc32(body) != checksum:
        return None
    return Sections(_table(body, key_length, count))


def _table(body: bytes, start: int, count: int) -> dict[str, memoryview]:
    view = memoryview(body)
    entries = _ENTRY.iter_unpack(view[start : start + count * _ENTRY.size])
    return {
        name.rstrip(b"\0").decode(): view[offset - _HEAD.size : offset - _HEAD.size + length]
        for name, offset, length in entries
    }


def save(path: Path, data: bytes) -> bool:
    """Put `data` at `path`, whole or not at all; return whether that was possible."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return False
    return True

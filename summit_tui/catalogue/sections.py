"""A file of named sections: what is derived from a catalogue, kept between two runs.

Deletable at any time and never executable: bytes with bounds and checksums, read by position so
that a search touches a few kilobytes of a large file. It is valid for exactly one state of one
source file, which its key names. Whatever is wrong with it (cut, damaged, of another version,
unreadable) it counts as absent; the caller derives it anew.
"""

import os
import struct
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from zlib import crc32

FORMAT = 1
"""To be raised whenever the content of any section changes its meaning."""
_MAGIC = b"summit-sections\n"
_HEAD = struct.Struct("<16sHHII")  # magic, format, sections, length of the key, crc of the table
_ENTRY = struct.Struct("<16sQQI")  # name, offset, length, crc
_RACY_NS = 50_000_000
"""A file changed this recently may change again within the same time stamp."""


class DamagedError(Exception):
    """A section does not hold what was written to it."""


class Sections(Protocol):
    """Named byte strings, read whole (and then verified) or in part."""

    def whole(self, name: str) -> bytes:
        """Return all of a section; DamagedError when it is not as written."""

    def part(self, name: str, start: int, length: int) -> bytes:
        """Return `length` bytes of a section, unverified."""


class MemorySections:
    """Sections just derived, before (or instead of) being written."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        self._sections = sections

    def whole(self, name: str) -> bytes:
        """Return all of a section."""
        return self._sections[name]

    def part(self, name: str, start: int, length: int) -> bytes:
        """Return `length` bytes of a section."""
        return self._sections[name][start : start + length]


class FileSections:
    """Sections in an open file; the file may be replaced or deleted meanwhile."""

    def __init__(self, file: int, table: dict[str, tuple[int, int, int]]) -> None:
        self._file = file
        self._table = table

    def __del__(self) -> None:
        os.close(self._file)

    def whole(self, name: str) -> bytes:
        """Return all of a section; DamagedError when it is not as written."""
        offset, length, checksum = self._table[name]
        data = os.pread(self._file, length, offset)
        if len(data) != length or crc32(data) != checksum:
            raise DamagedError(name)
        return data

    def part(self, name: str, start: int, length: int) -> bytes:
        """Return `length` bytes of a section, unverified; DamagedError beyond its end."""
        offset, whole, _ = self._table[name]
        if start < 0 or length < 0 or start + length > whole:
            raise DamagedError(name)
        return os.pread(self._file, length, offset + start)


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
        table.append(_ENTRY.pack(name.encode(), offset, len(data), crc32(data)))
        offset += len(data)
    described = key + b"".join(table)
    head = _HEAD.pack(_MAGIC, FORMAT, len(sections), len(key), crc32(described))
    return b"".join((head, described, *sections.values()))


def open_sections(path: Path, key: bytes) -> FileSections | None:
    """Return the sections in `path` when they were derived from the state `key`, else None."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    table = None
    with suppress(OSError, struct.error, ValueError):  # damaged is as good as absent
        table = _read_table(file, key)
    if table is None:
        os.close(file)
        return None
    return FileSections(file, table)


def _read_table(file: int, key: bytes) -> dict[str, tuple[int, int, int]] | None:
    start = os.pread(file, 4096, 0)
    magic, version, count, key_length, checksum = _HEAD.unpack_from(start)
    if magic != _MAGIC or version != FORMAT or key_length != len(key):
        return None
    size = key_length + count * _ENTRY.size
    described = start[_HEAD.size : _HEAD.size + size]
    if len(described) < size:
        described = os.pread(file, size, _HEAD.size)
    if described[:key_length] != key or crc32(described) != checksum:
        return None
    table = {}
    for name, offset, length, crc in _ENTRY.iter_unpack(described[key_length:]):
        table[name.rstrip(b"\0").decode()] = (offset, length, crc)
    end = max(offset + length for offset, length, _ in table.values())
    return table if os.fstat(file).st_size == end else None


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

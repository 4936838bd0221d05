"""A file of named sections: what is derived from a catalogue, kept between two runs.

Deletable at any time and never executable: bytes with bounds and checksums. It is valid for
exactly one state of one source file, which its key names. Whatever is wrong with it (cut, damaged,
of another version, unreadable), it counts as absent; the caller derives it anew.
"""

import os
import struct
import time
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

FORMAT = 9
"""To be raised whenever the content of any section changes its meaning."""
_MAGIC = b"summit-sections\n"
_COUNTS = struct.Struct("<16sHHIII")  # magic, format; length of key, table, checksums; crc
_ENTRY = struct.Struct("<16sQQ")  # name, offset, length
_BLOCK = 16 * 1024
_BLOCKS_KEPT = 64
_RACY_NS = 50_000_000
"""A file changed this recently may change again within the same time stamp."""


class DamagedError(Exception):
    """A section does not hold what was written to it."""


Derive = Callable[[], Mapping[str, bytes]]
"""Makes all sections anew from their source."""


class Sections:
    """Named byte strings, whole or in part."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        self._sections = sections

    def whole(self, name: str) -> bytes:
        """Return all of a section; DamagedError when there is none of that name."""
        try:
            return self._sections[name]
        except KeyError as error:
            raise DamagedError(name) from error

    def size(self, name: str) -> int:
        """Return how many bytes a section has; DamagedError when there is none of that name."""
        return len(self.whole(name))

    def part(self, name: str, start: int, length: int) -> bytes:
        """Return `length` bytes of a section; DamagedError beyond its end."""
        section = self.whole(name)
        if start < 0 or length < 0 or start + length > len(section):
            raise DamagedError(name)
        return section[start : start + length]


class StoredSections(Sections):
    """Sections in an open file, which may be replaced or deleted meanwhile.

    Only the blocks asked for are read, and each is believed only when its checksum holds; the
    first that does not, or cannot be read, has everything derived anew.
    """

    def __init__(self, file: int, head: "_Head", derive: Derive) -> None:
        super().__init__({})
        self._file = file
        self._head = head
        self._derive = derive
        self._blocks: dict[int, bytes] = {}

    def __del__(self) -> None:
        os.close(self._file)

    def whole(self, name: str) -> bytes:
        """Return all of a section; DamagedError when there is none of that name."""
        if self._sections or name not in self._head.places:
            return super().whole(name)
        return self._read(name, 0, self._head.places[name][1])

    def size(self, name: str) -> int:
        """Return how many bytes a section has; DamagedError when there is none of that name."""
        if self._sections or name not in self._head.places:
            return super().size(name)
        return self._head.places[name][1]

    def part(self, name: str, start: int, length: int) -> bytes:
        """Return `length` bytes of a section; DamagedError beyond its end."""
        if self._sections or name not in self._head.places:
            return super().part(name, start, length)
        if start < 0 or length < 0 or start + length > self._head.places[name][1]:
            raise DamagedError(name)
        return self._read(name, start, length)

    def _read(self, name: str, start: int, length: int) -> bytes:
        first = self._head.places[name][0] + start
        numbers = range(first // _BLOCK, (first + length + _BLOCK - 1) // _BLOCK)
        try:
            data = b"".join([self._block(number) for number in numbers])
        except (DamagedError, OSError):
            self._sections = self._derive()
            return super().part(name, start, length)
        return data[first % _BLOCK : first % _BLOCK + length]

    def _block(self, number: int) -> bytes:
        block = self._blocks.get(number)
        if block is None:
            block = os.pread(self._file, _BLOCK, self._head.size + number * _BLOCK)
            if number >= len(self._head.checksums) or crc32(block) != self._head.checksums[number]:
                raise DamagedError(number)
            if len(self._blocks) >= _BLOCKS_KEPT:
                self._blocks.clear()
            self._blocks[number] = block
        return block


def state_of(path: Path) -> bytes | None:
    """Return the key of the present state of `path`: None when it is too fresh or not a file."""
    real = os.path.realpath(path)
    try:
        stat = os.stat(real)  # noqa: PTH116  pathlib costs a search a millisecond
    except OSError:
        return None
    if time.time_ns() - stat.st_mtime_ns < _RACY_NS:
        return None
    return f"{real}\n{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}".encode(
        errors="surrogateescape"
    )


def pack(key: bytes, sections: Mapping[str, bytes]) -> bytes:
    """Return the file that holds `sections` for the source state `key`."""
    table, offset = [], 0
    for name, data in sections.items():
        table.append(_ENTRY.pack(name.encode(), offset, len(data)))
        offset += len(data)
    body = b"".join(sections.values())
    checksums = array("I", [crc32(body[at : at + _BLOCK]) for at in range(0, len(body), _BLOCK)])
    described = b"".join((key, *table, checksums.tobytes()))
    counts = (len(key), len(sections), len(checksums))
    return _COUNTS.pack(_MAGIC, FORMAT, *counts, crc32(described)) + described + body


class _Head(NamedTuple):
    """What the beginning of a file says of the rest."""

    size: int
    """Bytes before the first section."""
    places: dict[str, tuple[int, int]]
    """Offset and length of each section."""
    checksums: "array[int]"
    """Of each block of `_BLOCK` bytes."""


def open_sections(path: Path, key: bytes, derive: Derive) -> StoredSections | None:
    """Return the sections in `path` when they were derived from the state `key`, else None.

    `derive` makes them anew should a part turn out to be damaged when it is read.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe must not hold a search up
    except OSError:
        return None
    head = None
    with suppress(OSError, struct.error, ValueError):  # damaged is as good as absent
        head = _read_head(file, key)
    if head is None:
        os.close(file)
        return None
    return StoredSections(file, head, derive)


def _read_head(file: int, key: bytes) -> _Head | None:
    counts = _COUNTS.unpack(os.pread(file, _COUNTS.size, 0))
    magic, version, key_length, entries, blocks, checksum = counts
    if magic != _MAGIC or version != FORMAT or key_length != len(key):
        return None
    length = key_length + entries * _ENTRY.size + blocks * 4
    if _COUNTS.size + length > os.fstat(file).st_size:  # the counts themselves are damaged
        return None
    described = os.pread(file, length, _COUNTS.size)
    if described[:key_length] != key or crc32(described) != checksum:
        return None
    end = key_length + entries * _ENTRY.size
    places = {
        name.rstrip(b"\0").decode(): (offset, size)
        for name, offset, size in _ENTRY.iter_unpack(described[key_length:end])
    }
    return _Head(_COUNTS.size + length, places, array("I", described[end:]))


def save(path: Path, data: bytes) -> bool:
    """Put `data` at `path`, whole or not at all; return whether that was possible."""
    from summit_tui.catalogue.disk import write_atomically  # most runs save nothing

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, data, durable=False)
    except OSError:
        return False
    return True

"""A derived copy of each agenda as JSON, so that a search need not wait for YAML.

A copy holds the very bytes it was derived from and counts only for a file with those bytes. That
is exact where times are not: a file may change twice within one tick of its clock and keep its
size, or be put back with an old date. Reading a few kilobytes costs less than asking for a hash.
Copies may vanish at any time; a damaged one is as good as none.
"""

from contextlib import suppress
from pathlib import Path
from zlib import crc32

from summit_tui.agenda.model import Agenda
from summit_tui.agenda.plain import agenda_from, from_json, plain_agenda, to_json
from summit_tui.catalogue.disk import write_atomically
from summit_tui.catalogue.places import cache_folder
from summit_tui.catalogue.text import slug

_MAGIC = b"summit agenda copy 2"
"""Changes with what the copies hold."""


def copy_of(path: Path) -> Path:
    """Return where the copy of the agenda at the real path `path` is kept."""
    name = f"{slug(path.stem)}-{crc32(str(path).encode(errors='surrogateescape')):08x}.json"
    return cache_folder() / "agendas" / name


def look_up(path: Path, data: bytes) -> Agenda | None:
    """Return the agenda that a file at `path` with the bytes `data` holds; None when unknown."""
    try:
        head, _, rest = copy_of(path).read_bytes().partition(b"\n")
        source, derived = rest[: len(data)], rest[len(data) :]
        if source != data or head != _head(source, derived):
            return None
        return agenda_from(from_json(derived))
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(path: Path, data: bytes, agenda: Agenda) -> None:
    """Remember that a file at `path` with the bytes `data` holds `agenda`, if that is possible."""
    derived = to_json(plain_agenda(agenda)).encode()
    copy = copy_of(path)
    with suppress(OSError, RuntimeError):
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(copy, b"\n".join((_head(data, derived), data + derived)), durable=False)


def _head(source: bytes, derived: bytes) -> bytes:
    return b"%s %d %08x" % (_MAGIC, len(source), crc32(derived, crc32(source)))

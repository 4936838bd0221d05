"""An opened programme: the catalogue and its index, from the cache where that is current.

Opening costs reading the whole YAML once; after that the parts of the cache file that are asked
for, until the catalogue file changes. The cache is only ever a shortcut: it may be deleted, damaged
or not writable, and everything still works.
"""

from pathlib import Path
from zlib import crc32

from summit_tui.catalogue import sections, snapshot
from summit_tui.catalogue.levels import Level
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.places import cache_folder
from summit_tui.catalogue.sections import DamagedError, Sections
from summit_tui.catalogue.text import slug
from summit_tui.search import index as indexing
from summit_tui.search.index import Index


class Programme:
    """What the shell and the screens work on."""

    __slots__ = ("catalogue", "index", "path")

    def __init__(self, catalogue: Catalogue, index: Index, path: Path) -> None:
        self.catalogue = catalogue
        self.index = index
        self.path = path
        """The catalogue file."""

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels of the scale; none where no session has one."""
        return self.catalogue.scale.levels if self.index.facets.values("level") else ()


def open_programme(path: Path, *, cached: bool = True) -> Programme:
    """Return the programme in the catalogue file `path`; CatalogueError when it has errors."""
    key = sections.state_of(path) if cached else None
    if key is not None:
        stored = sections.open_sections(cache_file(path), key, lambda: _derive_anew(path, key))
        if stored is not None:
            try:
                return _open(stored, path)
            except (DamagedError, ValueError, KeyError):
                pass  # derive it anew
    return derive(path, key)


def derive(path: Path, key: bytes | None = None) -> Programme:
    """Return the programme read from the YAML, and keep what was derived under `key`, if given."""
    from summit_tui.catalogue.reading import load

    catalogue = load(path)
    derived = programme_sections(catalogue)
    if key is not None and sections.state_of(path) == key:
        sections.save(cache_file(path), sections.pack(key, derived))
    return Programme(catalogue, Index(Sections(derived)), path)


def _derive_anew(path: Path, key: bytes) -> dict[str, bytes]:
    """Return what a cache file that turned out to be damaged should have held, and mend it."""
    from summit_tui.catalogue.reading import load

    derived = programme_sections(load(path))
    if sections.state_of(path) != key:
        raise DamagedError(path)  # the catalogue has changed since: nothing fits any more
    sections.save(cache_file(path), sections.pack(key, derived))
    return derived


def programme_of(catalogue: Catalogue, path: Path = Path("sessions.yaml")) -> Programme:
    """Return the programme of a catalogue that is not on disk."""
    return Programme(catalogue, Index(Sections(indexing.sections_of(catalogue))), path)


def programme_sections(catalogue: Catalogue) -> dict[str, bytes]:
    """Return everything that is kept of a catalogue."""
    return snapshot.sections_of(catalogue) | indexing.sections_of(catalogue)


def cache_file(path: Path) -> Path:
    """Return where the sections derived from the catalogue file `path` are kept."""
    real = path.resolve()
    name = f"{slug(real.stem, 40)}-{crc32(str(real).encode(errors='surrogateescape')):08x}"
    return cache_folder() / "catalogues" / f"{name}.sections"


def _open(stored: Sections, path: Path) -> Programme:
    return Programme(snapshot.open_catalogue(stored), Index(stored), path)

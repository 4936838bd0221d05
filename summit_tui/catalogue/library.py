"""Which catalogue is meant, and which there are on this machine.

In this order: the one named, `$SUMMIT_CATALOGUE`, `./sessions.yaml`, the one chosen with
`summit use`, the sample that ships with the package. A catalogue is named by its file, or by its
name in the library (the data folder's `catalogues`).
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, NoReturn

from summit_tui.catalogue import own_files
from summit_tui.catalogue.places import config_folder, data_folder, expanded

FILE_NAME = "sessions.yaml"
SAMPLE = "sample"
"""What the programme that ships with the package is called; nothing in the library can be."""
SAMPLE_STAYS = (
    "the sample stays as it is: summit demo makes a programme in which something has changed, "
    "summit import takes a real one in"
)
"""What is said where somebody asks it for news."""
DEMO = "demo"
"""What the fictional programme that `summit demo` makes is called in the library."""


class Entry(NamedTuple):
    """A catalogue file with how it came to be considered."""

    name: str
    path: Path
    origin: str
    """`named`, `environment`, `here`, `chosen`, `library` or `shipped`."""


def current(named: str | None = None) -> Entry:
    """Return the catalogue that is meant; CatalogueError when it was named and is not there."""
    if named is not None:
        return _resolve(named, "named")
    if variable := os.environ.get("SUMMIT_CATALOGUE"):
        return _resolve(variable, "environment")
    here = Path(FILE_NAME)
    if here.is_file():
        return Entry("sessions", here, "here")
    if (name := chosen()) is not None:
        return _resolve(name, "chosen")
    return Entry(SAMPLE, shipped(), "shipped")


def entries(meant: Entry | None = None) -> list[Entry]:
    """Return every catalogue that can be named or found without a path, and `meant` before them.

    The current one comes first. One that is named by the environment or chosen, but is not there,
    is left out.
    """
    from summit_tui.catalogue.problems import CatalogueError

    found = [] if meant is None else [meant]
    with suppress(CatalogueError):
        found.append(current())
    found += [Entry(name, library_file(name), "library") for name in names()]
    found.append(Entry(SAMPLE, shipped(), "shipped"))
    unique: dict[Path, Entry] = {}
    for entry in found:
        unique.setdefault(entry.path.resolve(), entry)
    return list(unique.values())


def name_in_library(entry: Entry) -> str | None:
    """Return what the library calls the catalogue; None when it is a file from elsewhere."""
    if entry.path.resolve().parent == (data_folder() / "catalogues").resolve():
        return entry.path.stem
    named = entry.path == library_file(entry.name)  # a link out of the library is of it
    return entry.name if named else None


def names() -> list[str]:
    """Return the names of the library's catalogues, in order.

    Not what other programs keep beside them under a hidden name, nor links that lead nowhere.
    """
    found = (data_folder() / "catalogues").glob("*.yaml")
    return sorted(each.stem for each in found if not each.name.startswith(".") and each.is_file())


def library_file(name: str) -> Path:
    """Return where the catalogue called `name` is kept in the library."""
    return data_folder() / "catalogues" / f"{name}.yaml"


def shipped() -> Path:
    """Return the sample that comes with the package: beside it in a checkout, inside it else."""
    package = Path(__file__).resolve().parent.parent
    inside = package / FILE_NAME
    return inside if inside.is_file() else package.parent / FILE_NAME


def is_sample(path: Path) -> bool:
    """Return whether `path` is the sample that comes with the package."""
    return path.resolve() == shipped().resolve()


def choose(named: str | None) -> Entry | None:
    """Make the catalogue called `named` the one used from anywhere; None forgets the choice.

    CatalogueError when there is none of that name; OSError when the choice cannot be kept.
    """
    if named is None:
        _choice_file().unlink(missing_ok=True)
        return None
    entry = _resolve(named, "chosen")
    own_files.put(_choice_file(), os.fsencode(f"{entry.path.resolve()}\n"))
    return entry


def chosen() -> str | None:
    """Return what `choose` kept, or None."""
    try:
        return os.fsdecode(own_files.read(_choice_file())).strip() or None
    except OSError:
        return None


def _choice_file() -> Path:
    return config_folder() / "catalogue"


def _resolve(named: str, origin: str) -> Entry:
    path = expanded(named)
    bare = os.sep not in named
    if path.exists() and not (bare and path.is_dir()):  # a folder hides no programme of its name
        name = SAMPLE if is_sample(path) else path.stem
        return Entry(name, path, origin)
    if bare:
        if named == SAMPLE:
            return Entry(named, shipped(), origin)
        if library_file(named).is_file():
            return Entry(named, library_file(named), origin)
    if path.is_dir():
        return Entry(named, path, origin)
    _missing(named, origin)


def _missing(named: str, origin: str) -> NoReturn:
    from summit_tui.catalogue.problems import CatalogueError, Problem, did_you_mean

    hint = did_you_mean(named, [*names(), SAMPLE])
    if origin == "chosen":
        hint = hint or "summit use NAME chooses another, summit use --clear none"
    hint = hint or "summit events lists the catalogues there are"
    raise CatalogueError(
        [Problem("error", "missing", "there is no such catalogue", named, hint=hint)]
    )

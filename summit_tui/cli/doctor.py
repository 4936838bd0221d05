"""`summit doctor`: what is where on this machine, and what is wrong with it."""

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shlex import quote

import click

from summit_tui import __version__
from summit_tui.catalogue import library, provenance, versions
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.places import cache_folder, config_folder, data_folder, state_folder
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.text import clean, clean_line
from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk

_LIBRARIES = (
    "textual",
    "pyyaml",
    "rapidfuzz",
    "click",
    "icalendar",
    "markdownify",
    "urllib3",
    "filelock",
)
_LABELS = max(map(len, _LIBRARIES))
"""Cells of the column of labels."""


@click.command("doctor")
@with_desk
@click.option(
    "--clear-cache", "clear", is_flag=True, help="Delete everything derived; it is made anew."
)
def command(desk: Desk, clear: bool) -> None:
    """Say what is where, and what is wrong with it; ends with 2 when something is."""
    if clear:
        size = clear_cache()
        talk.say(f"{size // 1024} kB deleted from {cache_folder()}")
        return
    wrong = 0
    for label, value, problem in _findings(desk):
        sign = out.styled("!", "red") if problem else " "
        out.write_lines([f"{sign} {out.pad(label, _LABELS)} {clean_line(value)}"])
        if problem:
            out.write_lines([f"  {' ' * _LABELS} {clean(problem)}"])
            wrong += 1
    raise talk.Stop(talk.WRONG if wrong else talk.DONE)


def _findings(desk: Desk) -> Iterator[tuple[str, str, str]]:
    yield "summit", f"{__version__}, Python {sys.version.split()[0]}", ""
    for name in _LIBRARIES:
        try:
            yield name, version(name), ""
        except PackageNotFoundError:
            yield name, "missing", "install summit-tui again"
    yield _yaml()
    for label, folder in (
        ("data", data_folder()),
        ("config", config_folder()),
        ("state", state_folder()),
    ):
        yield label, str(folder), _unwritable(folder)
    yield "cache", f"{cache_folder()} ({_size(cache_folder()) // 1024} kB)", ""
    yield from _settings()
    yield from _library()
    yield from _catalogue(desk)


def _yaml() -> tuple[str, str, str]:
    from summit_tui.catalogue.yamlio import has_libyaml

    if has_libyaml():
        return "libyaml", "there", ""
    return "libyaml", "missing", "catalogues load ten times slower; a pyyaml wheel contains it"


def _settings() -> Iterator[tuple[str, str, str]]:
    """Yield the files of the person's own."""
    from summit_tui.agenda.settings import read_settings
    from summit_tui.search.aliases import user_aliases
    from summit_tui.search.saved import SavedError, saved, searches_file

    try:
        yield "searches", f"{searches_file()}: {len(saved())} saved", ""
    except SavedError as error:
        yield "searches", str(searches_file()), str(error)
    groups, wrong = user_aliases()
    file = config_folder() / "aliases.json"
    yield "aliases", f"{file}: {len(groups)} of your own", "\n".join(wrong)
    settings = read_settings()
    said = ", ".join(settings.values) or "none"
    yield "settings", f"{config_folder() / 'settings.json'}: {said}", "\n".join(settings.wrong)


def _library() -> Iterator[tuple[str, str, str]]:
    """Yield what the library remembers of each programme, and what of it is damaged."""
    names = library.names()
    yield "library", f"{data_folder() / 'catalogues'}: {counted(len(names), 'programme')}", ""
    for name in names:
        wrong = [*_unknown_source(name), *_damaged_versions(name)]
        if wrong:
            yield "library", name, "\n".join(wrong)


def _unknown_source(name: str) -> Iterator[str]:
    try:
        provenance.read_provenance(name)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        file = provenance.provenance_file(name)
        yield f"{file}: {error}: summit import SOURCE --as {name} --force writes it anew"


def _damaged_versions(name: str) -> Iterator[str]:
    for kept in versions.kept(name):
        try:
            versions.text_of(kept)
        except CatalogueError as error:
            yield f"{error.problems[0]}: delete it"


def _catalogue(desk: Desk) -> Iterator[tuple[str, str, str]]:
    from summit_tui.agenda.errors import AgendaError

    try:
        entry = library.current(desk.given.catalogue)
        sessions = len(desk.catalogue.sessions)
    except CatalogueError as error:
        yield "catalogue", error.problems[0].file, str(error.problems[0])
        return
    yield "catalogue", f"{entry.path} ({entry.origin}): {counted(sessions, 'session')}", ""
    try:
        picks = len(desk.agenda)
    except AgendaError as error:
        yield "agenda", str(desk.store.path), str(error)
        return
    yield "agenda", f"{desk.store.path}: {counted(picks, 'pick')}", ""
    folder = desk.store.path.parent
    conflicted = [
        path for sign in ("*.sync-conflict-*", "*conflicted copy*") for path in folder.glob(sign)
    ]
    for path in conflicted:
        way = f"summit merge {quote(str(path))} takes it into your agenda; then delete it"
        yield "agenda", str(path), f"a second version made by a file synchroniser: {way}"


def _unwritable(folder: Path) -> str:
    """Return what is wrong with a folder that must be written to; empty when nothing is."""
    import os

    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if not existing.is_dir():
        return f"{existing} is a file; move it away"
    return "" if os.access(existing, os.W_OK) else f"{existing} may not be written to"


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def clear_cache() -> int:
    """Delete everything derived, and return how many bytes that was."""
    import shutil

    size = _size(cache_folder())
    shutil.rmtree(cache_folder(), ignore_errors=True)
    return size

"""`summit diff`: what changed between two versions of a programme."""

import sys
from pathlib import Path
from typing import Any, NamedTuple

import click

from summit_tui.catalogue import library, seen, versions, which_version
from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.versions import Version
from summit_tui.cli import differing, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.differing import Wanted, wanted_options
from summit_tui.cli.names import ProgrammeName
from summit_tui.cli.options import with_desk
from summit_tui.formats import update_words


@click.command("diff")
@with_desk
@click.argument("old", metavar="[OLD]", required=False, type=ProgrammeName(versions=True))
@click.argument("new", metavar="[NEW]", required=False, type=ProgrammeName(versions=True))
@click.option("--since", metavar="DATE", help="From what it was then: yesterday, 2024-01-05.")
@click.option("--new", "only_new", is_flag=True, help="Since the last time this was asked.")
@wanted_options
def command(
    desk: Desk, old: str | None, new: str | None, since: str | None, only_new: bool, **wanted: Any
) -> None:
    r"""Say what changed between two versions of a programme, my agenda first.

    \b
    summit diff fosdem
    summit diff fosdem@3 fosdem --mine
    summit diff fosdem --since yesterday
    summit diff old.yaml sessions.yaml
    git show HEAD~1:sessions.yaml | summit diff - sessions.yaml --mine

    OLD and NEW are files, names of the library, or NAME@3, NAME@-1, NAME@2024-01-05 for a version
    that it kept; - is standard input. A name alone stands for its last update. Sessions are
    recognised by their ids, else by title, speakers and what they are about.
    """
    asked = Wanted(**wanted)
    if old == new == "-":
        talk.fail("only one of OLD and NEW can be standard input")
    if new is not None and (since is not None or only_new):
        talk.fail("two versions are named already: leave out --since and --new")
    if since is not None and only_new:
        talk.fail("one beginning at a time: --since DATE, or --new")
    pair = _two(old, new) if old and new else _of_one(desk, old, since, only_new=only_new)
    found = changes(pair.old, pair.new)
    mine = differing.concerning_me(desk, found, needed=asked.needs_agenda)
    differing.write(found, mine, asked)
    for line in pair.told:
        talk.say(line)
    talk.say(update_words.summary(found, mine, only_mine=asked.only_mine))
    if only_new and not seen.look(pair.name):
        talk.say("this look could not be remembered")
    if asked.fails(found, mine):
        raise talk.Stop(talk.NOTHING)


class _Pair(NamedTuple):
    """What is compared, and what is to be told of that."""

    old: Catalogue
    new: Catalogue
    name: str = ""
    """The programme of the library that both are of."""
    told: tuple[str, ...] = ()


def _two(old: str, new: str) -> _Pair:
    return _Pair(_read(old), _read(new))


def _of_one(desk: Desk, named: str | None, since: str | None, *, only_new: bool) -> _Pair:
    """Return a version of a programme of the library with what it is now."""
    which = None
    if named is not None and not Path(named).exists() and (parts := which_version.split(named)):
        named, which = parts
        if since is not None or only_new:
            talk.fail("a version is named already: leave out --since and --new")
    entry = library.current(named or desk.given.catalogue)
    name = library.name_in_library(entry)
    if name is None and library.is_sample(entry.path):
        talk.fail(library.SAMPLE_STAYS)
    if name is None:
        talk.fail(
            f"{entry.path} is no programme of the library, which keeps versions: name OLD and NEW"
        )
    present = _load(entry.path)
    if only_new:
        version = seen.unseen_since(name)
    elif which is not None:
        version = which_version.asked(name, which)
    elif since is not None:
        version = _since(name, since, present)
    else:
        version = next(reversed(versions.before_present(name)), None)
        if version is None:
            told = f"no earlier version of {name} is kept: summit update {name} asks for news"
            return _Pair(present, present, name, (told,))
    if version is None:
        return _Pair(present, present, name)
    told = f"from {which_version.told(version, present.event.zone)} to what it is now:"
    return _Pair(versions.catalogue_of(version), present, name, (told,))


def _since(name: str, text: str, present: Catalogue) -> Version | None:
    """Return what the programme was when the day `text` began; the oldest kept where none was."""
    try:
        begins = which_version.beginning(text, present.event.zone)
    except ValueError:
        talk.fail(f"--since {text!r} is no day: write 2024-01-05, 2024-01-05T10:00 or yesterday")
    found = versions.before(name, begins)
    oldest = next(iter(versions.kept(name)), None)
    if found is None and oldest is not None:
        since_when = which_version.told(oldest, present.event.zone)
        talk.say(f"nothing older is kept than {since_when}")
    return found or oldest


def _read(named: str) -> Catalogue:
    """Return the catalogue `named`; CatalogueError, which ends the command, with its faults."""
    from summit_tui.catalogue.problems import CatalogueError
    from summit_tui.catalogue.reading import read_text
    from summit_tui.catalogue.source import read_bytes

    if named == "-":
        reading = read_text(read_bytes(sys.stdin.buffer, Path("stdin")), Path("stdin"))
        if reading.errors:
            raise CatalogueError(reading.errors)
        return reading.catalogue
    parts = None if Path(named).exists() else which_version.split(named)
    if parts is not None:
        name, which = parts
        return versions.catalogue_of(which_version.asked(name, which))
    return _load(library.current(named).path)


def _load(path: Path) -> Catalogue:
    """Read afresh: a version that is compared once is not worth a cache."""
    from summit_tui.catalogue.reading import load

    return load(path)

"""News for the library, as a screen has them brought: imported or updated, and told in sentences.

The same steps and words as the shell's, on a thread: first a source is asked, which writes nothing
that counts and can be let go at any time; then what it gave is written, whole or not at all.
"""

import shlex
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from summit_tui.agenda.affected import Affected, affected
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.settings import read_settings
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import library
from summit_tui.catalogue.changes import Changes
from summit_tui.catalogue.model import Event
from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.shelf import ShelfError
from summit_tui.catalogue.text import slug
from summit_tui.formats import sources, update_words, updating
from summit_tui.formats.circumstances import gather
from summit_tui.formats.fetching import ANYWAY
from summit_tui.formats.readers.event_zones import NAMED_BY
from summit_tui.formats.readers.hinted import HintError, said
from summit_tui.formats.sources import Arrived, NotPublicError, SourceError, Watch
from summit_tui.formats.updating import Update

Agendas = Callable[[Event], AgendaStore]
"""Returns my agenda of an event."""
_WRONG = (CatalogueError, SourceError, ShelfError, AgendaError, OSError)
_AGAIN, _ONCE_MORE = "asking again", "enter again"
_CALLED = {"timezone": "time zone", "first_day": "first day", "level_from": "levels"}
"""By hint, what the form calls it."""
_ZONE = f"the {_CALLED['timezone']} of the form (i)"


class Brought(NamedTuple):
    """What came of it."""

    lines: tuple[str, ...]
    name: str = ""
    """What the library calls the programme that was written; empty where none was."""
    changed: bool = False
    """Whether there is something to look at in the list of changes."""
    refused: bool = False
    """Whether it is done when it is asked for once more."""
    wrong: bool = False
    """Whether it failed."""


STOPPED = Brought(("stopped: nothing was changed",))
"""What came of a question that was let go."""


def news(name: str, watch: Watch) -> Update | Brought:
    """Return what `name` becomes by what its source has now; else why nobody can tell."""
    try:
        return updating.prepare(name, watch)
    except _WRONG as error:
        return _failed(error)


def take_over(found: Update, agendas: Agendas, *, insist: bool = False) -> Brought:
    """Take the news over, where there are any.

    What needs a second thought is refused, unless the person insists.
    """
    trouble = update_words.trouble(found.arrived)
    told = (trouble,) if trouble else ()
    try:
        if found.unchanged and not (insist and found.edited and found.changes):
            return Brought((*told, update_words.unchanged(found)), wrong=bool(told))
        if not insist and (why := updating.refusal(found, _AGAIN)):
            return Brought((*told, why), refused=True, wrong=True)
        return _taken_over(found, agendas, told)
    except _WRONG as error:
        return _failed(error)


class Asked(NamedTuple):
    """What to import; all but the source may be empty."""

    source: str
    """An address or a file."""
    zone: str = ""
    event: str = ""
    day: str = ""
    levels: str = ""
    format: str = ""
    private: bool = False
    """Whether this machine and network are asked, too."""


def arrive(asked: Asked, watch: Watch) -> Arrived | Brought:
    """Return what the source gives; else why that is no programme.

    What is not on the public net is refused unless the person insists.
    """
    try:
        hints = said(asked.zone, asked.event, asked.day, asked.levels)
        file = _file(asked.source)
        origin = sources.origin_of(file, hints, asked.format, allow_private=asked.private)
        return sources.arrive(origin, watch)
    except HintError as error:
        return Brought((f"{_CALLED[error.hint]}: {error}",), wrong=True)
    except NotPublicError as error:
        told = update_words.reason(error).replace(ANYWAY, _ONCE_MORE)
        return Brought((told,), refused=True, wrong=True)
    except _WRONG as error:
        return _failed(error)


def _file(source: str) -> str:
    """Return `source`; a file that was dropped on the terminal without the quoting for a shell.

    SourceError for a pipe or a device, whose end may never come; OSError for no name of a file.
    """
    if sources.is_address(source):
        return source
    if not expanded(source).exists():
        with suppress(ValueError):
            words = shlex.split(source)
            return words[0] if len(words) == 1 and expanded(words[0]).exists() else source
    sources.refuse_endless(source)
    return source


def take_in(arrived: Arrived, name: str, agendas: Agendas, *, insist: bool) -> Brought:
    """Put what has arrived into the library under `name`, or under the event's id where empty.

    It is refused where the library has one of that name, unless the person insists.
    """
    imported = arrived.imported
    name = slug(name or imported.catalogue.event.id)
    if library.library_file(name).exists() and not insist:
        why = f"The library has {name} already. Enter again makes this its next version"
        return Brought((f"{why}; another name keeps both.",), refused=True)
    trouble = update_words.trouble(arrived)
    told = (*((trouble,) if trouble else ()), update_words.taken_in(imported))
    try:
        found = _taken_over(updating.compared(name, arrived), agendas, told)
    except _WRONG as error:
        return _failed(error)
    *notes, counts = (one.replace(NAMED_BY, _ZONE) for one in update_words.findings(imported))
    return found._replace(lines=(*found.lines, counts, *notes))


def _taken_over(update: Update, agendas: Agendas, told: tuple[str, ...]) -> Brought:
    """Write what `update` says, let my picks follow, and say what changed."""
    found = update.changes
    if found is None:
        updating.carry_out(update)
        return Brought(told, update.name)
    mine, without = _concerning_me(found, agendas)
    placed, applied = updating.take_over(update, agendas(found.new.event))
    lines = [*told, *without, update_words.summary(found, mine), update_words.kept(placed)]
    if applied is not None:
        lines += [update_words.followed(mine)] * bool(applied.changed)
        lines += applied.notices
    return Brought(tuple(lines), update.name, changed=bool(found))


def _concerning_me(found: Changes, agendas: Agendas) -> tuple[Affected, tuple[str, ...]]:
    """Return what of `found` concerns my agenda, and why that was not asked where it was not."""
    try:
        agenda = agendas(found.new.event).read()
        if not agenda.picks and found.old.event.id != found.new.event.id:
            agenda = agendas(found.old.event).read()
    except AgendaError as error:
        from summit_tui.agenda.model import Agenda

        return affected(found, Agenda(found.new.event.id)), (f"without my agenda: {error}",)
    settings = read_settings()
    around, _ = gather(found.new, settings.get("busy"), settings.get("walk"))
    return affected(found, agenda, around), ()


def _failed(error: Exception) -> Brought:
    return Brought((update_words.reason(error),), wrong=True)

"""One update for the shell: prepared, refused or carried out, and told."""

from typing import Any, NamedTuple

from summit_tui.agenda.errors import AgendaError
from summit_tui.catalogue import versions, which_version
from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.shelf import Placed, ShelfError
from summit_tui.cli import arriving, differing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.differing import Wanted
from summit_tui.formats import update_words, updating
from summit_tui.formats.sources import NoSourceError, SourceError
from summit_tui.formats.updating import Update


class How(NamedTuple):
    """What the person wants done."""

    wanted: Wanted
    dry_run: bool
    force: bool
    to: str | None
    several: bool
    """Whether it is one of several programmes, each told by its name."""


class Ended(NamedTuple):
    """How an update ended."""

    code: int
    document: dict[str, Any]
    """What JSON says of it."""


def one_updated(name: str, desk: Desk, how: How) -> Ended:
    """Update the programme `name`, with my agenda of it from `desk`, and tell what became of it."""
    try:
        return _updated(name, desk, how)
    except (CatalogueError, SourceError, ShelfError, AgendaError, OSError) as error:
        reason = update_words.reason(error)
        if how.several and isinstance(error, NoSourceError):
            talk.say(f"{name}: passed over: {reason}")
            return Ended(talk.DONE, {"name": name, "status": "sourceless", "error": reason})
    talk.error(f"{name}: {reason}" if how.several else reason)
    return Ended(talk.WRONG, {"name": name, "status": "failed", "error": reason})


def _updated(name: str, desk: Desk, how: How) -> Ended:
    update = _prepared(name, how)
    if trouble := update_words.trouble(update.arrived):
        talk.say(f"{name}: {trouble}" if how.several else trouble)
    if update.unchanged and not (how.force and update.edited and update.changes):
        ended = _unchanged(update, desk, how)
    else:
        if not how.force and (why := updating.refusal(update)):
            raise SourceError(why)
        ended = _changed(update, desk, how)
    return ended._replace(code=talk.WRONG) if trouble else ended


def _prepared(name: str, how: How) -> Update:
    if how.to is not None:
        return updating.back_to(which_version.asked(name, how.to))
    with arriving.watched() as watch:
        return updating.prepare(name, watch)


def _unchanged(update: Update, desk: Desk, how: How) -> Ended:
    nothing = changes(update.catalogue, update.catalogue)
    mine = differing.concerning_me(desk, nothing, needed=how.wanted.needs_agenda)
    about = _about(update, "unchanged", None)
    if how.wanted.form == "json" and not how.several:
        differing.write(nothing, mine, how.wanted, about)
    talk.say(update_words.unchanged(update))
    return Ended(talk.DONE, differing.document(nothing, mine, how.wanted) | about)


def _changed(update: Update, desk: Desk, how: How) -> Ended:
    found = update.changes or changes(update.catalogue, update.catalogue)
    needed = how.wanted.needs_agenda or bool(found.renamed)
    mine = differing.concerning_me(desk, found, needed=needed)
    placed, carried = (None, None) if how.dry_run else updating.take_over(update, desk.store)
    about = _about(update, "available" if placed is None else "updated", placed)
    if how.several and how.wanted.form == "table":
        out.write_lines([out.styled(found.new.event.name, "bold underline")])
    if not (how.several and how.wanted.form == "json"):
        differing.write(found, mine, how.wanted, about)
    if placed is not None and placed.replaced is None:
        count = counted(len(update.catalogue.sessions), "session")
        talk.say(f"{update.name} is back in the library, with {count}")
        return Ended(talk.DONE, differing.document(found, mine, how.wanted) | about)
    before = f"{update.name}: " if how.several else ""
    talk.say(before + update_words.summary(found, mine, only_mine=how.wanted.only_mine))
    if carried is not None and carried.changed:
        talk.say(update_words.followed(mine))
    for notice in () if carried is None else carried.notices:
        talk.say(notice)
    talk.say(before + ("nothing was written" if placed is None else update_words.kept(placed)))
    if placed is not None and update_words.breaks(mine):
        talk.say(before + "summit plan says what fits best now")
    code = talk.NOTHING if how.wanted.fails(found, mine) else talk.DONE
    return Ended(code, differing.document(found, mine, how.wanted) | about)


def _about(update: Update, status: str, placed: Placed | None) -> dict[str, Any]:
    """Return what JSON says besides what changed."""
    was = versions.present(update.name) if placed is None else placed.replaced
    return {
        "name": update.name,
        "status": status,
        "offline": bool(update.trouble),
        "from": None if was is None else was.number,
        "to": None if placed is None else placed.version.number,
        "error": None,
    }

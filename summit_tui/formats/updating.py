"""Updating a programme of the library: what its source has now is prepared, then carried out.

Preparing writes nothing, so that what would change can be shown and refused first. Ids stay
(`stable_ids`) unless a person wrote them; then my picks follow their session. What a person has to
decide is said by `refusal`: an edit by hand is not overwritten, and a source that lost most of its
sessions is taken for broken.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

from summit_tui.agenda.affected import affected
from summit_tui.agenda.change import follow
from summit_tui.agenda.store import AgendaStore, Applied
from summit_tui.catalogue import shelf, versions
from summit_tui.catalogue.changes import Changes, changes
from summit_tui.catalogue.library import DEMO, library_file
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.provenance import Provenance, recall
from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.shelf import Placed
from summit_tui.catalogue.stable_ids import with_old_ids
from summit_tui.catalogue.versions import Version
from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.importing import Imported
from summit_tui.formats.sources import Arrived, NoSourceError, Watch, arrive, refuse_endless


@dataclass(frozen=True)
class Update:
    """What a programme of the library would become."""

    name: str
    catalogue: Catalogue
    data: bytes
    """The file."""
    changes: Changes | None
    """From what the library has; None where it has nothing that could be compared."""
    instead: str
    """The digest of the file that is there now; empty for none."""
    arrived: Arrived | None = None
    """How it came; None for a version that was kept."""
    edited: bool = False
    """Whether the file that is there was edited by hand."""
    fresh: bool = True
    """Whether the source has anything new; false where only the edits make a difference."""
    broken: bool = False
    """Whether the file that is there holds errors, so that nothing can open it."""

    @property
    def unchanged(self) -> bool:
        """Whether there is nothing new, so that nothing needs to be written."""
        if self.broken:
            return False
        if not self.instead or self.arrived is None or self.changes is None:
            return self.instead == versions.digest_of(self.data)
        return not (self.fresh and self.changes)

    @property
    def trouble(self) -> str:
        """Why nobody answered, so that a copy had to serve; empty where somebody did."""
        return "" if self.arrived is None else self.arrived.trouble


def prepare(name: str, watch: Watch = Watch()) -> Update:  # noqa: B008  an immutable value
    """Return what `name` becomes by what its source has now.

    NoSourceError when none is known, SourceError when it gives no programme; OSError as `arrive`.
    """
    known = recall(name)
    again = f"summit import SOURCE --as {name} --force"
    if known is None and name == DEMO:
        raise NoSourceError(
            "demo was made by summit demo, which can make it anew: there is no source to be asked"
        )
    if known is None:
        raise NoSourceError(f"nobody knows where {name} came from: {again} takes it in anew")
    if not known.origin.source:
        raise NoSourceError(f"{name} came through a pipe: {again} takes it in anew")
    refuse_endless(known.origin.source)
    return compared(name, arrive(known.origin, watch))


def compared(name: str, arrived: Arrived) -> Update:
    """Return what `name` becomes by what has `arrived`: ids as before, all that changed."""
    there, edited = versions.present_text(name), shelf.edited(name)
    old = None if there is None else _read(name, there)
    fetched = _last_kept(name) if edited or old is None else None
    fresh = not edited or fetched is None or bool(_change(fetched, arrived.imported)[0])
    before, found, catalogue = old or fetched, None, arrived.imported.catalogue
    if before is not None:
        found, catalogue = _change(before, arrived.imported)
    instead = "" if there is None else versions.digest_of(there)
    data = write(catalogue).encode()
    broken = there is not None and old is None
    return Update(name, catalogue, data, found, instead, arrived, edited, fresh, broken)


def back_to(version: Version) -> Update:
    """Return what its programme becomes by going back to `version`; CatalogueError if damaged."""
    name, data = version.name, versions.text_of(version)
    catalogue = versions.catalogue_of(version)
    there = versions.present_text(name)
    old = (None if there is None else _read(name, there)) or _last_kept(name)
    instead = "" if there is None else versions.digest_of(there)
    return Update(name, catalogue, data, old and changes(old, catalogue), instead)


def refusal(update: Update, insist: str = "--force") -> str:
    """Return why `update` should not be carried out unless the person insists; else nothing.

    `insist` is how a person does.
    """
    if update.arrived is None or update.changes is None:
        return ""
    if update.edited and update.broken:
        return (
            f"{update.name} was edited by hand and cannot be read: summit check "
            f"{update.name} names the mistakes; {insist} takes what the source has, and keeps the "
            "edited one as a version"
        )
    if update.edited:
        last = versions.kept(update.name)[-1]
        return (
            f"{update.name} was edited by hand, and the source has changed: "
            f"summit diff {last.label} {update.name} shows the edits; {insist} takes what "
            "the source has, and keeps the edited one as a version"
        )
    left, before = len(update.changes.became), len(update.changes.old.sessions)
    if _is_another(update.changes):
        only = f"only {left} of {before} sessions are" if left else f"none of {before} sessions is"
        return (
            f"{only} left, which looks like a broken export: nothing was changed; {insist} takes it"
        )
    return ""


def carry_out(update: Update) -> Placed:
    """Put what `update` says into the library; ShelfError when that cannot be done."""
    arrived, provenance = update.arrived, None
    if arrived is not None:
        release = arrived.imported.report.version
        provenance = Provenance(arrived.origin, arrived.at, release)
    return shelf.place(update.name, update.data, provenance, instead=update.instead)


def take_over(update: Update, store: AgendaStore) -> tuple[Placed, Applied | None]:
    """Carry `update` out, and let my picks follow their sessions; None where none has to.

    Where they have to and the agenda cannot be read, AgendaError comes before anything is written.
    """
    found = update.changes
    if found is None:
        return carry_out(update), None
    if found.renamed:
        store.read()
    return carry_out(update), carry_picks(found, store)


def carry_picks(changes: Changes, store: AgendaStore) -> Applied | None:
    """Let the picks follow their sessions to new ids; None when none has to. AgendaError."""
    if not changes.renamed:
        return None
    agenda = store.read()
    if agenda.event not in (changes.old.event.id, changes.new.event.id):
        return None  # an agenda of quite another event, where an id means another session
    renamed = affected(changes, agenda).renamed
    return store.apply(follow(renamed)) if renamed else None


def _change(old: Catalogue, imported: Imported) -> tuple[Changes, Catalogue]:
    """Return what changed, and the new catalogue with the ids that hold."""
    new = imported.catalogue
    new = new if imported.own else with_old_ids(old, new)
    found = changes(old, new)
    if new.event.id != old.event.id and not _is_another(found):
        new = new._replace(event=new.event._replace(id=old.event.id))  # my agenda goes by it
        fields = {name: pair for name, pair in found.event.items() if name != "id"}
        found = replace(found, new=new, event=fields)
    return found, new


def _is_another(found: Changes) -> bool:
    """Return whether so little is left that it is hardly the same programme."""
    return 2 * len(found.became) < len(found.old.sessions)


def _last_kept(name: str) -> Catalogue | None:
    for version in reversed(versions.kept(name)):
        with suppress(CatalogueError):
            return versions.catalogue_of(version)
    return None


def _read(name: str, data: bytes) -> Catalogue | None:
    """Return the catalogue in the library's file; None when somebody left errors in it."""
    with suppress(CatalogueError):
        reading = read_text(data.decode("utf-8-sig", "replace"), library_file(name))
        return None if reading.errors else reading.catalogue
    return None

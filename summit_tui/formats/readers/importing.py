"""From bytes to a catalogue with its report: what a front end calls.

No clock, no network, no disk: whoever calls it has fetched the bytes and keeps the result.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.reading import no_garbage_collection
from summit_tui.formats.readers import table
from summit_tui.formats.readers.building import build
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftSession, Hints, NotAProgramme
from summit_tui.formats.readers.notes import ImportReport, Notes


class Imported(NamedTuple):
    """A programme taken in."""

    catalogue: Catalogue
    report: ImportReport
    own: bool = False
    """Whether it was in our own format, where a person wrote the ids."""


Nearby = Callable[[Iterable[str]], Mapping[str, bytes]]
"""Returns the files of those names that lie beside a source, by their file names."""


def take_in(
    data: bytes, hints: Hints | None = None, form: str = "", nearby: Nearby | None = None
) -> Imported:
    """Return the programme in `data`, in the format called `form` where that is given.

    `nearby` is asked for the files that belong to it, where the format spreads over several.
    NotAProgramme, with the reason, when it holds none; KeyError when no format is called `form`.
    """
    hints = hints or Hints()
    with no_garbage_collection():
        content = Content(data)
        row = table.named(form) if form else table.recognise(content)
        if row is None:
            raise KeyError(form)
        if row.family != content.family:
            raise NotAProgramme(f"this is not {row.title}")
        if nearby is not None and row.beside:
            content.beside = _companions(nearby(row.beside), content.notes)
        found = row.read(content, hints)
        if isinstance(found, Draft):
            catalogue, notes, ids = build(found, hints)
            version = found.event.version
        else:
            catalogue, notes, ids, version = found, Notes(), {}, ""
        if not catalogue.sessions:
            notes.add("unread", "there is no session in it")
        for each in (content, *content.beside.values()):
            notes.take(each.notes)
    report = _report(row.title, catalogue, version, notes, ids)
    return Imported(catalogue, report, own=isinstance(found, Catalogue))


def _companions(found: Mapping[str, bytes], notes: Notes) -> dict[str, Content]:
    """Return the files that can be read; the import goes on without the others."""
    companions = {}
    for name, data in found.items():
        try:
            content = Content(data)
            broken = content.family == "json" and content.json is None
            reason = "this JSON is broken" if broken else ""
        except NotAProgramme as refusal:
            reason = str(refusal)
        if reason:
            notes.add("unread", f"a file beside it: {reason}", name)
        else:
            companions[name] = content
    return companions


def _report(
    title: str, catalogue: Catalogue, version: str, notes: Notes, ids: dict[DraftSession, str]
) -> ImportReport:
    sessions = catalogue.sessions
    used = {one.room for one in sessions if one.room}

    def name(place: object) -> str:
        if isinstance(place, tuple):
            return " ".join(map(name, place))
        return ids.get(place, place.title) if isinstance(place, DraftSession) else str(place)

    return ImportReport(
        format=title,
        sessions=len(sessions),
        speakers=len({speaker.name for one in sessions for speaker in one.speakers}),
        rooms=len(used.union(room.name for room in catalogue.rooms)),
        days=len({one.date for one in sessions if one.date}),
        version=version,
        notes=notes.told(name),
    )

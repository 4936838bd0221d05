"""The formats that come in: one row each, and one file with its `recognises` and `read`.

A reader's module is imported when a source of its family is looked at. The order matters only
where one format is another's special case: the special one stands first.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from summit_tui.catalogue.model import Catalogue
from summit_tui.formats.readers.content import Content, Family
from summit_tui.formats.readers.draft import Draft, Hints, NotAProgramme


@dataclass(frozen=True, slots=True)
class Reader:
    """One format in."""

    name: str
    """What `--format` calls it."""
    title: str
    """What people call it."""
    family: Family
    """How its sources begin."""
    module: str
    """The module with `recognises(content) -> bool` and `read(content, hints) -> Draft`."""
    beside: tuple[str, ...] = ()
    """What files that belong to it are called, without extension, as they lie in one folder."""

    def recognises(self, content: Content) -> bool:
        """Return whether `content` is in this format."""
        return self.family == content.family and bool(_module(self.module).recognises(content))

    def read(self, content: Content, hints: Hints) -> Draft | Catalogue:
        """Return what `content` says; NotAProgramme when it is none.

        A format that is ours already gives a catalogue, which nobody needs to interpret.
        """
        found: Draft | Catalogue = _module(self.module).read(content, hints)
        return found


_PEOPLE = ("speakers",)
_PROGRAMAPI = ("speakers", "sessions", "schedule")
_PRETALX = (
    *("event", "slots", "submissions", "talks", "speakers"),
    *("rooms", "tracks", "submission-types", "tags", "questions"),
)
_DEVFEST = ("speakers", "schedule", "sessions")
_LISTED = ("speakers", "people", "sessions", "talks", "events", "schedule", "program", "programme")
_OPEN_EVENT = ("event", "speakers", "tracks", "microlocations")

READERS = (
    Reader("frab-xml", "schedule.xml (frab, pentabarf, pretalx)", "xml", "frab_xml"),
    Reader("xml", "XML with a list of sessions", "xml", "json_list", _LISTED),
    Reader("frab-json", "schedule.json (frab, pretalx)", "json", "frab_json"),
    Reader("schedule2", "schedule.json, version 2 (hub)", "json", "schedule2"),
    Reader("pretalx-api", "pretalx's API", "json", "pretalx_api", _PRETALX),
    Reader("pretalx-widget", "pretalx's widget", "json", "pretalx_widget"),
    Reader("pyconfr", "PyConFR's schedule.json", "json", "pyconfr"),
    Reader("programapi", "EuroPython's sessions.json", "json", "programapi", _PROGRAMAPI),
    Reader("sessionize-all", "Sessionize, view All", "json", "sessionize_all"),
    Reader("sessionize-grid", "Sessionize, view GridSmart", "json", "sessionize_grid", _PEOPLE),
    Reader(
        "sessionize-sessions", "Sessionize, view Sessions", "json", "sessionize_sessions", _PEOPLE
    ),
    Reader("open-event", "Open Event", "json", "open_event", _OPEN_EVENT),
    Reader("hoverboard", "hoverboard's sessions.json", "json", "hoverboard", _DEVFEST),
    Reader("aws", "AWS Summit agenda", "json", "aws"),
    Reader("json", "JSON with a list of sessions", "json", "json_list", _LISTED),
    Reader("ics", "iCalendar (Sched, pretalx and others)", "calendar", "ics"),
    Reader("devfest", "DevFest's sessions.yml", "text", "hoverboard", _DEVFEST),
    Reader("csv", "CSV or TSV with headings", "text", "sheet", _PEOPLE),
    Reader("yaml", "our own sessions.yaml", "text", "own_yaml"),
    Reader("yml", "YAML with a list of sessions", "text", "json_list", _LISTED),
)
"""Every format that is read."""

_LOOKED_AT = {
    "xml": "XML",
    "json": "JSON",
    "html": "a web page",
    "calendar": "a calendar",
    "text": "text",
}


_NO_TEXT = {
    b"PK\x03\x04": "this is a spreadsheet or an archive (xlsx, ods, zip): save it as CSV",
    b"\xd0\xcf\x11\xe0": "this is a spreadsheet or a document of old (xls, doc): save it as CSV",
    b"%PDF": "this is a PDF, which is for people: look for the programme's export",
}
"""What people take for a programme, by its first bytes."""


def named(name: str) -> Reader | None:
    """Return the reader called `name`, or None."""
    return next((row for row in READERS if row.name == name), None)


def recognise(content: Content) -> Reader:
    """Return the reader for `content`; NotAProgramme, with what was looked at, when none fits."""
    for row in READERS:
        if row.recognises(content):
            return row
    for begins, message in _NO_TEXT.items():
        if content.data.startswith(begins):
            raise NotAProgramme(message)
    looked_at = _LOOKED_AT[content.family]
    if content.family == "html":
        raise NotAProgramme("this is a web page, no programme: look for its export")
    known = [row.title for row in READERS if row.family == content.family]
    tried = f": it is not {', nor '.join(known)}" if known else ", which is not read"
    raise NotAProgramme(f"this is {looked_at}{_glimpse(content)}{tried}")


def _glimpse(content: Content) -> str:
    """Return what stands out in a source that nobody recognises."""
    from summit_tui.catalogue.text import clean_line

    if content.family == "xml":
        return f" whose root is <{clean_line(content.xml.tag)[:40]}>"
    if content.family == "json":
        if isinstance(content.json, dict):
            keys = ", ".join(clean_line(key)[:30] for key in list(content.json)[:6])
            return f" with the keys {keys or '(none)'}"
        return " with a list" if isinstance(content.json, list) else " that is broken"
    if content.family != "text":
        return ""
    first = clean_line(content.text[:200].split("\n")[0])[:60] if content.data else ""
    return f" that begins with {first!r}" if first else " without a word"


def _module(name: str) -> Any:
    return import_module(f"summit_tui.formats.readers.{name}")

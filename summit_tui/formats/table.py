"""The formats that go out: one row each, and one file in `writers` with its `render`.

A writer is imported when its format is asked for, so that naming the formats costs nothing.
`produce` is what a front end calls; `produce_files`, where the format is a folder. Files are not
its business: whoever calls it writes the bytes where they are wanted, and asks before overwriting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from summit_tui.formats.export import Export


@dataclass(frozen=True, slots=True)
class Format:
    """One format out."""

    name: str
    """What `--format` calls it."""
    extension: str
    """With the dot; a folder has none."""
    media_type: str
    doc: str
    """One sentence, for help and the reference page."""
    module: str
    """The module of `writers` whose `render(export)` returns the bytes; of a folder, its files."""
    scheduled: bool = False
    """Whether a session without a time is left out."""
    vanished: bool = False
    """Whether picks have a place whose session is no longer in the catalogue."""
    revised: bool = False
    """Whether readers update what they got before, so that revisions are remembered."""
    folder: bool = False
    """Whether it is a folder with a file per session."""
    rings: bool = False
    """Whether `Export.alarm` means something in it."""


FORMATS = (
    Format(
        "ics",
        ".ics",
        "text/calendar",
        "iCalendar, for any calendar; exported again it updates instead of doubling.",
        "ics",
        scheduled=True,
        revised=True,
        rings=True,
    ),
    Format(
        "md",
        ".md",
        "text/markdown",
        "Markdown by day and time, with notes.",
        "as_markdown",
        vanished=True,
    ),
    Format(
        "html",
        ".html",
        "text/html",
        "One page to read offline, print, or open on a phone.",
        "as_html",
        vanished=True,
    ),
    Format(
        "json",
        ".json",
        "application/json",
        "One JSON document with the event.",
        "as_json",
        vanished=True,
    ),
    Format("jsonl", ".jsonl", "application/jsonl", "One JSON object per session.", "as_jsonl"),
    Format("csv", ".csv", "text/csv", "A table for a spreadsheet (RFC 4180).", "as_csv"),
    Format(
        "xml",
        ".xml",
        "application/vnd.c3voc.schedule+xml",
        "schedule.xml, for Giggity and EventFahrplan.",
        "as_xml",
        scheduled=True,
    ),
    Format("yaml", ".yaml", "application/yaml", "A catalogue of those sessions.", "as_yaml"),
    Format(
        "vdir",
        "",
        "text/calendar",
        "A folder of iCalendar files, for khal and vdirsyncer.",
        "vdir",
        scheduled=True,
        revised=True,
        rings=True,
        folder=True,
    ),
)
"""Every format, the one most asked for first."""


def named(name: str) -> Format | None:
    """Return the format called `name`, or None."""
    return next((row for row in FORMATS if row.name == name), None)


def for_file(name: str) -> Format | None:
    """Return the format that a file called `name` is in by its extension, or None."""
    files = (row for row in FORMATS if not row.folder)
    return next((row for row in files if name.lower().endswith(row.extension)), None)


def extensions() -> str:
    """Return the extensions there are, as a message lists them."""
    return ", ".join(row.extension for row in FORMATS if not row.folder)


def render(name: str, export: Export) -> bytes:
    """Return `export` in the format `name`, always the same bytes; KeyError when there is none."""
    rendered: bytes = _render(_row(name, folder=False), export)
    return rendered


def produce(name: str, export: Export) -> tuple[bytes, tuple[str, ...]]:
    """Return `export` in the format `name` and what a person must be told, one sentence each.

    A format with `revised` reads and updates the ledger of revisions in the state folder; where
    that fails the file is made all the same, and a notice says so. KeyError for an unknown name.
    """
    row = _row(name, folder=False)
    export, notices = _prepared(row, export)
    return render(name, export), notices


def produce_files(name: str, export: Export) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Return the files, by their names, that `export` is in the folder format `name`, and notices.

    As `produce`; KeyError for an unknown name and for a format that is one file.
    """
    row = _row(name, folder=True)
    export, notices = _prepared(row, export)
    files: Mapping[str, bytes] = _render(row, export)
    return files, notices


def _row(name: str, *, folder: bool) -> Format:
    row = named(name)
    if row is None or row.folder != folder:
        raise KeyError(name)
    return row


def _render(row: Format, export: Export) -> Any:
    return import_module(f"summit_tui.formats.writers.{row.module}").render(export)


def _prepared(row: Format, export: Export) -> tuple[Export, tuple[str, ...]]:
    """Return `export` with the revisions that the format tells, and what a person must be told."""
    notices: tuple[str, ...] = ()
    if row.scheduled and export.unscheduled:
        notices += (_unscheduled(export),)
    if export.missing and not row.vanished:
        gone = ", ".join(pick.name for pick in export.missing[:5])
        notices += (f"no longer in the programme, so left out: {gone}",)
    if row.revised:
        from summit_tui.formats.ledger import revised

        revisions, told = revised(export.catalogue, export.sessions)
        export, notices = replace(export, revisions=revisions), notices + told
    return export, notices


def _unscheduled(export: Export) -> str:
    labels = [session.label for session in export.unscheduled]
    few = ", ".join(labels[:5]) + (f" and {len(labels) - 5} more" if len(labels) > 5 else "")
    verb = "session without a time is" if len(labels) == 1 else "sessions without a time are"
    return f"{len(labels)} {verb} left out: {few}"

"""`summit report`: the trip report; before the event, pages to take notes in and the case to go."""

from collections.abc import Sequence
from pathlib import Path

import click

from summit_tui.catalogue.number_words import counted
from summit_tui.cli import files, listing, out, talk
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.formats.reports.documents import (
    CASE,
    REPORT,
    SKELETON,
    Document,
    DocumentKind,
    as_file,
)

_MOST_NAMED = 5
_FORMATS = ("md", "html", "json")
_WAYS_OUT = {
    REPORT.name: "--skeleton makes pages to take notes in",
    SKELETON.name: "summit add ID picks a session",
    CASE.name: "summit add ID picks a session",
}
"""What to do instead, by the name of what cannot be written."""


@click.command("report")
@with_desk
@click.option("--skeleton", is_flag=True, help="Before: a section for each pick to take notes in.")
@click.option("--why", is_flag=True, help="Before: the case for going, out of my picks.")
@click.option("--title", metavar="TEXT", help="What stands at the top.")
@click.option("--front-matter", is_flag=True, help="With title, date and tags for a blog.")
@click.option("--format", "form", type=OneOf(_FORMATS), help="md, unless FILE says.")
@click.option("--template", metavar="FILE", help="Filled in with the values of --format json.")
@click.option("-o", "--output", metavar="FILE", help="Where to, - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
def command(
    desk: Desk,
    skeleton: bool,
    why: bool,
    title: str | None,
    front_matter: bool,
    form: str | None,
    template: str | None,
    output: str | None,
    force: bool,
) -> None:
    r"""Write the report of the event: what I saw, with my notes and ratings, and what I missed.

    \b
    summit report -o report.md
    summit report --skeleton -o notes.md
    summit note --from notes.md
    summit report --why --title 'Two days in Paris'

    Without -o it goes to standard output. What I attended is what I said so of: summit attended.
    """
    if skeleton and why:
        talk.fail("one thing at a time: --skeleton, or --why")
    if template and (skeleton or front_matter or form):
        talk.fail("--template says all of a document: without --skeleton, --front-matter, --format")
    form = form or _said_by(output)
    path = None if output in (None, "-") else files.refuse(Path(str(output)), force=force)
    if not desk.agenda.picks:
        talk.nothing("the agenda is empty: summit add ID picks a session")
    page = _document(desk, SKELETON if skeleton else CASE if why else REPORT, title)
    if form != "md" and (front_matter or skeleton):
        option = "--front-matter" if front_matter else "--skeleton"
        talk.fail(f"{option} is for Markdown, not for {form}")
    if template:
        text = _by_template(template, page)
    else:
        text = _written(desk, page, form, front_matter=front_matter)
    if path is None:
        out.write(text)
        return
    files.write(path, text.encode(), force=force)
    talk.say(f"{counted(len(page.sessions), 'session')} in {output}")


def _said_by(output: str | None) -> str:
    """Return the format that the file's name asks for; Markdown where it asks for none."""
    ending = Path(output or "").suffix.lower().removeprefix(".")
    return ending if ending in _FORMATS else "md"


def _written(desk: Desk, page: Document, form: str, *, front_matter: bool) -> str:
    if form == "json":
        return f"{listing.to_json(page.value)}\n"
    if not front_matter:
        return as_file(page, f".{form}")
    from summit_tui.formats.reports.front_matter import as_post

    tags = dict.fromkeys(track for session in page.sessions for track in session.tracks)
    return as_post(page.markdown, page.title, desk.now.date(), tags)


def _by_template(template: str, page: Document) -> str:
    from summit_tui.catalogue.places import expanded
    from summit_tui.catalogue.source import read_file
    from summit_tui.formats.reports.own_template import TemplateError, fill_in

    values = {"title": page.title} | (page.value or {})
    try:
        return fill_in(read_file(expanded(template)), values, template)
    except TemplateError as error:
        talk.fail(str(error))


def _document(desk: Desk, kind: DocumentKind, title: str | None) -> Document:
    """Return the document, or end saying what to do where there is none."""
    document = kind.make(desk.agenda, desk.catalogue, desk.now, title)
    if document is None:
        talk.nothing(f"{kind.nothing}: {_WAYS_OUT[kind.name]}")
    _ask(document.unsaid)
    return document


def _ask(unsaid: Sequence[str]) -> None:
    """Say of which picks it is not known whether I was there, and how to say it."""
    if not unsaid:
        return
    picks = f"{counted(len(unsaid), 'pick')} {'is' if len(unsaid) == 1 else 'are'} over"
    few = " ".join(unsaid[:_MOST_NAMED]) + (" …" if len(unsaid) > _MOST_NAMED else "")
    ways = f"summit attended {few} (--no where not)"
    ways += ", or --over for all" if len(unsaid) > 1 else ""
    talk.say(f"{picks}, and you have not said whether you were there: {ways}")

"""A session in full, as styled text for the detail and the modals. Styles are theme variables.

Foreign text goes in as data: nothing here is parsed as markup. Abstract and note are not this
module's: they are Markdown and have widgets of their own.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from textual.content import Content

from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.here import here
from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.times import format_duration, parse_moment
from summit_tui.search.context import Context
from summit_tui.search.finding import find
from summit_tui.search.programme import Programme
from summit_tui.search.query import Condition, Query
from summit_tui.tui import words
from summit_tui.tui.links import shown_host
from summit_tui.tui.marks import MATCH, marked, parted
from summit_tui.tui.picks import Picks

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence

MUTED, STRONG, WRONG, GOOD = "$foreground-muted", "bold", "$text-error", "$text-success"
_OTHERS = 6
"""Other sessions of the speakers that are listed; the rest is a number."""
_LOOKED_AT = 40
Piece = tuple[str, str]
_NOTE: list[list[Piece]] = [[], [("My note", STRONG)]]
"""What stands above the note; that is Markdown, too."""


def about(
    session: Session,
    catalogue: Catalogue,
    picks: Picks,
    evidence: "Evidence | None" = None,
    news: tuple[str, str] | None = None,
) -> Content:
    """Return what stands above note and abstract, with what `evidence` knows marked.

    `news` are sign and words of what has become of it since the last look.
    """
    pick = picks.agenda.get(session.id)
    lines: list[Iterable[Piece]] = [_marked(session.title, STRONG, evidence)]
    if session.subtitle:
        lines.append(_marked(session.subtitle, "", evidence))
    lines.append([])
    lines += [_marked(line, MUTED, evidence) for line in _facts(session, catalogue)]
    lines += _when_and_where(session, catalogue)
    if session.cancelled:
        lines.append([(" ".join(news or ("×", "cancelled")), WRONG)])
    elif news is not None:
        lines.append([(" ".join(news), STRONG)])
    lines += _mine_and_ours(session, picks)
    if session.speakers:
        lines.append([])
        lines += [_marked(str(speaker), "", evidence) for speaker in session.speakers]
    if pick is not None and pick.note:
        lines += _NOTE
    return _joined(lines)


def _mine_and_ours(session: Session, picks: Picks) -> Iterator[list[Piece]]:
    """Yield what I said of it, who goes, and what it clashes with or would clash with."""
    pick = picks.agenda.get(session.id)
    if pick is not None:
        yield [(_my(pick), GOOD)]
    elif (held := picks.agenda.held.get(session.id)) is not None:
        said = f"{WANT_MARKS[held.want]} {held.want}, left out by the plan"
        yield [(f"{said} · p weighs it again", MUTED)]
    if going := picks.going(session.id):
        yield [(words.with_whom(going), STRONG)]
    for run, others in picks.going_again(session):
        yield [(_in_another_run(others, run, session), STRONG)]
    verb = "clashes" if pick is not None else "would clash"
    clashes = picks.clashes_with(session)
    for each in clashes[: words.MOST_CLASHES]:
        mark, said = words.clash(session, [each], picks).split(" ", 1)
        yield [(f"{mark} ", WRONG), (f"{verb} {said}", WRONG)]
    if (more := len(clashes) - words.MOST_CLASHES) > 0:
        yield [(f"  and {more} more", WRONG)]


def _in_another_run(going: words.Going, run: Session, session: Session) -> str:
    from summit_tui.agenda.team.compare_words import again_words

    return again_words(words.names(going), run, session)


def left(pick: Pick, zone: ZoneInfo) -> Content:
    """Return what is known of a pick whose session the programme no longer has."""
    lines: list[Iterable[Piece]] = [[(pick.name, STRONG)], []]
    with suppress(ValueError):  # whatever stands in the file
        start = parse_moment(pick.start or "", zone)
        lines.append([(f"It was to be on {words.day_name(start)} at {start:%H:%M}.", "")])
    lines += [[("× no longer in the programme", WRONG)], [(_my(pick), GOOD)], []]
    lines.append([("x removes it; u brings it back", MUTED)])
    if pick.note:
        lines += _NOTE
    return _joined(lines)


def _marked(text: str, style: str, evidence: "Evidence | None") -> list[Piece]:
    return parted(text, marked(evidence, text), style, f"{style} {MATCH}".strip())


def _facts(session: Session, catalogue: Catalogue) -> list[str]:
    level = catalogue.scale.get(session.level)
    first = [session.code, str(level) if level else None, *session.tracks]
    language = session.language and language_name(session.language)
    second = [session.kind.capitalize(), language, *session.tags]
    recorded = {True: "recorded", False: "not recorded", None: None}[session.recorded]
    second.append(recorded)
    return [" · ".join(part for part in parts if part) for parts in (first, second) if any(parts)]


def _when_and_where(session: Session, catalogue: Catalogue) -> Iterable[list[Piece]]:
    date = session.calendar_date
    day = f"{words.day_name(date)} " if date else ""
    length = f" ({format_duration(session.duration)})" if session.duration else ""
    place = catalogue.place(session)
    yield [(f"{day}{words.span(session)}{length}", STRONG), (f" · {place}" if place else "", "")]
    if session.start is not None and (local := here(session.start, session.end, " – ")):
        yield [(local, MUTED)]


def _my(pick: Pick) -> str:
    parts = [f"{WANT_MARKS[pick.want]} {pick.want}"]
    if pick.rating:
        parts.append(f"rated {pick.rating} of 5")
    parts.append(words.was_there(pick))
    return " · ".join(part for part in parts if part)


def more(session: Session, programme: Programme, context: Context) -> Content:
    """Return what stands below the abstract: links with hosts, the speakers' other sessions."""
    lines: list[Iterable[Piece]] = []
    if not session.abstract:
        lines.append([])
    if session.links:
        lines += [[("Links", STRONG), ("  o opens", MUTED)]]
        lines += [[(link.name, ""), (f"  {shown_host(link.url)}", MUTED)] for link in session.links]
    others = list(_others(session, programme, context))
    if others:
        lines += [[]] * bool(session.links) + [
            [("Also by them" if len(session.speakers) > 1 else "Also", STRONG)]
        ]
        lines += [_in_a_line(other) for other in others[:_OTHERS]]
        if len(others) > _OTHERS:
            lines.append([(f"and {len(others) - _OTHERS} more", MUTED)])
    return _joined(lines)


def _others(session: Session, programme: Programme, context: Context) -> Iterable[Session]:
    """Return the sessions that share a speaker with this one, in programme order."""
    names = {speaker.name for speaker in session.speakers}
    rows: set[int] = set()
    for name in names:
        named = Query(conditions=(Condition("speaker", (name,)),))
        with suppress(ValueError):  # a QueryError: there is no word in the name
            rows.update(find(programme, named, context).rows)
    for row in sorted(rows)[:_LOOKED_AT]:
        other = programme.catalogue.sessions[row]
        if other.id != session.id and names & {speaker.name for speaker in other.speakers}:
            yield other


def _in_a_line(session: Session) -> list[Piece]:
    when = f"{session.start:%a %H:%M}" if session.start else "no time yet"
    return [(f"{when}  ", MUTED), (words.short_name(session), "")]


def _joined(lines: Iterable[Iterable[Piece]]) -> Content:
    return Content("\n").join(Content.assemble(*line) if line else Content("") for line in lines)

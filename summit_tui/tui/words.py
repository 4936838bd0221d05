"""What the screens say: days, times, lengths, filters, clashes, empty lists. Pure text, no widgets.

Everything is given as plain `str` and reaches a widget as `Content` or a segment: nothing here is
ever read as markup. Widths are in terminal cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, chop_cells, set_cell_size

from summit_tui.catalogue.here import city
from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.tui.state import SHOWN, Listing, View

if TYPE_CHECKING:
    from summit_tui.agenda.conflicts import Conflict
    from summit_tui.agenda.model import Pick
    from summit_tui.tui.picks import Picks

TYPED = "·"
"""What stands in the box of a filter that is typed."""
Going = tuple[tuple[str, str], ...]
"""Which colleagues go to a session, in the order of the team: name, and how much they want it."""
MOST_CLASHES = 12
"""So many of what a session clashes with are named; there is no line for more."""
_HYPHENS = "-–—/"
_SHORTEST_NAME = 3
"""Cells below which a cut name says nothing."""


def fit(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, cut with an ellipsis where it is longer."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fill(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells, cut or padded."""
    text = fit(text, width)
    return text + " " * (width - cell_len(text))


def longest(texts: Sequence[str], width: int) -> str:
    """Return the first of `texts`, from the longest on, that `width` cells hold; else the last."""
    return next((text for text in texts if cell_len(text) <= width), texts[-1])


def first_line(text: str, width: int) -> str:
    """Return what of `text` stands on a first line of `width` cells.

    The last word is whole, unless it alone takes more than half of the line; what is not words
    is cut between two signs.
    """
    if width < 1 or cell_len(text) <= width:
        return text if width > 0 else ""
    line = chop_cells(text, width)[0]
    blank = text.rfind(" ", 0, len(line) + 1)
    whole = text[: max(blank, 0)].rstrip()
    return whole if cell_len(whole) * 2 >= width else line


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells, its own lines kept.

    A line ends at a blank, behind a hyphen, or beside a sign that takes two cells, as scripts
    without blanks have them; within a word only where no line holds the whole of it.
    """
    lines = text.split("\n") if text else []
    return [line for each in lines for line in _lines(each, max(width, 1))]


def _lines(text: str, width: int) -> Iterator[str]:
    while cell_len(text) > width:
        end = _end_of_line(text, width)
        yield text[:end].rstrip()
        if not (text := text[end:].lstrip()):
            return
    yield text


def _end_of_line(text: str, width: int) -> int:
    """Return how many signs of `text`, which is wider, stand on a first line; at least one."""
    full = max(len(chop_cells(text, width)[0]), 1)
    while full > 1 and cell_len(text[:full]) > width:  # Rich miscounts behind joiners in front
        full -= 1
    if full == len(text):
        return full
    last = next((end for end in range(full, 0, -1) if _may_end(text, end)), full)
    after = (end for end in range(last + 1, len(text)) if _may_end(text, end))
    word = text[last : next(after, len(text))]
    return full if cell_len(word) > width else last


def _may_end(text: str, end: int) -> bool:
    before, behind = text[end - 1], text[end]
    hyphen = before in _HYPHENS and behind not in _HYPHENS
    return hyphen or " " in (before, behind) or _is_wide(before + behind)


def _is_wide(signs: str) -> bool:
    return any(cell_len(sign) > 1 for sign in signs)


def day_name(day: date) -> str:
    """Return `Tue 2 Apr`."""
    return f"{day:%a} {day.day} {day:%b}"


def full_day_name(day: date) -> str:
    """Return `Tuesday 2 April`."""
    return f"{day:%A} {day.day} {day:%B}"


def clock_times(moment: datetime, timezone: str) -> tuple[str, ...]:
    """Return `Tue 2 Apr 10:12 Paris`, and that in fewer words: `Tue 10:12`, `10:12`."""
    full = f"{day_name(moment)} {moment:%H:%M} {city(timezone)}"
    return full, f"{moment:%a %H:%M}", f"{moment:%H:%M}"


def span(session: Session) -> str:
    """Return `11:30 – 12:15`, the start alone, or `no time yet`."""
    if session.start is None:
        return "no time yet"
    if session.end is None:
        return f"{session.start:%H:%M}"
    return f"{session.start:%H:%M} – {session.end:%H:%M}"


def short_name(session: Session) -> str:
    """Return how another session is named in one breath: `SEC204 Sécurité sans serveur`."""
    return f"{session.code} {session.title}" if session.code else session.title


def made_of(pick: "Pick") -> list[str]:
    """Return in a word each what I made of a session: `attended`, `note`, `rated 4`."""
    return [word for word in (was_there(pick), *thought_of(pick)) if word]


def thought_of(pick: "Pick") -> list[str]:
    """Return in a word each what I said of a session, wherever I was: `note`, `rated 4`."""
    rated = f"rated {pick.rating}" if pick.rating else ""
    return [word for word in ("note" if pick.note else "", rated) if word]


def was_there(pick: "Pick") -> str:
    """Return `attended` or `missed`; empty where I did not say."""
    return {True: "attended", False: "missed", None: ""}[pick.attended]


def with_whom(going: Going) -> str:
    """Return `with Ada (must), Grace, Bo (maybe)`; empty for nobody."""
    return f"with {', '.join(names(going))}" if going else ""


def names(going: Going) -> list[str]:
    """Return `Ada (must)`, `Grace`, `Bo (maybe)`."""
    return [name if want == "want" else f"{name} ({want})" for name, want in going]


def with_whom_in(going: Going, width: int) -> str:
    """Return `with Ada, Grace`, else `with Ada +1`, `with 2` in at most `width` cells."""
    names = [name for name, _ in going]
    if not names:
        return ""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    for said in (f"with {', '.join(names)}", f"with {names[0]}{more}"):
        if cell_len(said) <= width:
            return said
    spare = width - cell_len(f"with {more}")
    return f"with {fit(names[0], spare)}{more}" if spare >= _SHORTEST_NAME else f"with {len(names)}"


def clash(session: Session, found: "Iterable[Conflict]", picks: "Picks") -> str:
    """Return `! 15 min with SEC204 Sécurité sans serveur`, one after the other.

    Of many the first ones; how many more there are is said.
    """
    from summit_tui.agenda.clash_words import OVERLAPS, TOO_TIGHT, clash_words

    conflicts, said = tuple(found), []
    for conflict in conflicts[:MOST_CLASHES]:
        if (other := picks.named(conflict.id)) is not None:
            said.append(clash_words(conflict, session, other, short_name(other)))
    said += [f"and {len(conflicts) - MOST_CLASHES} more"] * (len(conflicts) > MOST_CLASHES)
    overlaps = any(not conflict.too_tight for conflict in conflicts)
    return f"{OVERLAPS if overlaps else TOO_TIGHT} {', '.join(said)}"


def readings(pairs: Iterable[tuple[str, str]]) -> str:
    """Return `"serverles" read as serverless`, each word once."""
    return ", ".join(f'"{typed}" read as {read}' for typed, read in dict.fromkeys(pairs))


def understood(listing: Listing) -> str:
    """Return what is told of how a query was read; empty where that is plain."""
    relaxed = "no session has all the words" if listing.relaxed else ""
    if listing.missing and listing.rows:
        relaxed = f"no session has {' or '.join(listing.missing)}"
    return "; ".join(part for part in (relaxed, readings(listing.readings)) if part)


def shortened(found: str, width: int) -> str:
    """Return what `found` says in at most `width` cells, and its number in any case.

    Restrictions that have no room become their number: `5 of 63 · 3 filters`.
    """
    number, *said = found.split(" · ")
    short = f"{number} · {counted(len(said), 'filter')}" if said else number
    return next((text for text in (found, short) if cell_len(text) <= width), number)


def found(count: int, size: int, restrictions: Iterable[str]) -> str:
    """Return `12 of 340 · level 300+ · Serverless`."""
    return " · ".join([f"{count} of {size}", *restrictions])


def value_name(facet: str, value: Any) -> str:
    """Return a facet's value as a list of them shows it."""
    if facet == "day":
        return day_name(date.fromisoformat(value))
    return language_name(value) if facet == "language" else str(value)


def value_names(facet: str, values: Iterable[Any]) -> dict[Any, str]:
    """Return the values of a facet as a list of them shows them; days that read alike with year."""
    names = {value: value_name(facet, value) for value in values}
    if facet != "day" or len(set(names.values())) == len(names):
        return names
    shown = list(names.values())
    return {
        day: f"{name} {day[:4]}" if shown.count(name) > 1 else name for day, name in names.items()
    }


def levels(chosen: Iterable[Any], scale: Scale) -> str:
    """Return `level 200+`, `level 100, 300`, `level 100–200`."""
    ranks = sorted(scale.rank(value) for value in chosen)
    names = [str(scale.levels[rank].value) for rank in ranks if rank >= 0]
    unbroken = ranks == list(range(ranks[0], ranks[-1] + 1))
    if unbroken and len(ranks) > 1:
        if ranks[-1] == len(scale.levels) - 1:
            return f"level {names[0]}+"
        return f"level {names[0]}–{names[-1]}"
    return f"level {', '.join(names)}"


def filters(view: View, scale: Scale) -> list[str]:
    """Return the chosen facets in words, one for each facet that narrows."""
    return [choice(facet, view.of(facet), scale) for facet in SHOWN if view.of(facet)]


def choice(facet: str, chosen: Iterable[Any], scale: Scale) -> str:
    """Return the chosen values of one facet in words: `level 300+`, `AI or Data`."""
    if facet == "level":
        return levels(chosen, scale)
    return " or ".join(value_name(facet, value) for value in sorted(chosen, key=str))


def nothing_found(view: View, scale: Scale, elsewhere: Sequence[tuple[str, int]]) -> str:
    """Return what an empty list says: what was asked, and where there would be something.

    `elsewhere` holds ways out with how many sessions each would show.
    """
    said = f"Nothing for “{view.text.strip()}”" if view.text.strip() else "Nothing"
    if filtered := _without_day(view, scale):
        said += f" {'at' if filtered.startswith('level') else 'in'} {filtered}"
    if days := _days(view):
        said += f" on {days}"
    return "\n".join([f"{said}.", *(f"{count} {way}." for way, count in elsewhere if count)])


def _without_day(view: View, scale: Scale) -> str:
    return ", ".join(filters(view.choosing("day", frozenset()), scale))


def _days(view: View) -> str:
    return " or ".join(full_day_name(date.fromisoformat(day)) for day in sorted(view.of("day")))

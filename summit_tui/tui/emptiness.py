"""What an empty list of sessions says: what was asked, and where there would be something."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.search.query import Query, parse
from summit_tui.tui.restrictions import Restriction
from summit_tui.tui.state import View, matching
from summit_tui.tui.words import nothing_found

NO_SESSIONS = "This programme has no sessions yet."
_MOST_WAYS = 6
"""How many filters to drop are listed; the chips have them all."""
_MOST_WORDS = 5
"""For more words than this, each of which is asked about, nothing is sought that resembles them."""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why nothing is listed, and the ways out."""

    said: str
    """In lines."""
    way_out: Restriction | None = None
    """The filter without which there would be most sessions; None where no single one helps."""
    suggestion: str = ""
    """A text with words that resemble those that were not found; empty where none do."""


def why_nothing(
    programme: Programme, view: View, narrowing: Iterable[Restriction], context: Context
) -> Emptiness:
    """Return why `view` shows nothing, and what other views would show.

    `narrowing` is what narrows it.
    """
    if not programme.index.size:
        return Emptiness(NO_SESSIONS)

    def count(other: View) -> int:
        return matching(programme, other, context).bit_count()

    narrowing = list(narrowing)
    each = [(count(one.taken_from(view)), one) for one in narrowing]
    helping = sorted((way for way in each if way[0]), key=lambda way: -way[0])
    ways = [(f"without {one.said}", number) for number, one in helping[:_MOST_WAYS]]
    if ways:
        ways[0] = (f"{ways[0][0]} · x takes it back", ways[0][1])
    if view.text.strip() and view.chosen and len(narrowing) > 1:
        ways.append(("without the filters at the side", count(View(view.text))))
    if narrowing and (words := _words_only(view, narrowing)):
        ways.append((f"without “{words}”", count(view.typed(_without_words(view, narrowing)))))
    instead = _suggestion(programme, view, context)
    said = [nothing_found(view, programme.catalogue.scale, ways)]
    hollow = [one.piece for one in narrowing if one.piece and not count(View(one.piece))]
    if hollow and (len(narrowing) > 1 or _words_only(view, narrowing)):
        said.append(f"No session of this programme has {' or '.join(hollow)}.")
    said += [f"Did you mean “{instead}”? · tab takes it"] * bool(instead)
    steps = view.text.strip() and view.chosen
    everything = "takes back the words, then the filters" if steps else "goes back to everything"
    said.append(f"escape {everything}")
    return Emptiness("\n".join(said), helping[0][1] if helping else None, instead)


def _words_only(view: View, narrowing: Iterable[Restriction]) -> str:
    """Return the text without the conditions in it."""
    for each in narrowing:
        if each.piece:
            view = each.taken_from(view)
    return " ".join(view.text.split())


def _without_words(view: View, narrowing: Iterable[Restriction]) -> str:
    """Return the conditions of the text alone."""
    return " ".join(each.piece for each in narrowing if each.piece)


def as_conditions(programme: Programme, view: View, context: Context) -> str:
    """Return the text with names of levels, languages, days as conditions; empty for no way to."""
    from summit_tui.search.suggestion import as_conditions as instead

    return _asked(programme, view, context, instead)


def _suggestion(programme: Programme, view: View, context: Context) -> str:
    """Return the text with what was probably meant, if `view` shows anything with it."""
    from summit_tui.search.suggestion import as_conditions, suggestion

    many = len(view.text.split()) > _MOST_WORDS
    return _asked(programme, view, context, as_conditions if many else suggestion)


def _asked(
    programme: Programme,
    view: View,
    context: Context,
    ask: Callable[[Programme, Query, Context], Query | None],
) -> str:
    if not view.text.strip():
        return ""
    meant = ask(programme, parse(view.text), context)
    text = "" if meant is None else str(meant)
    return text if text and matching(programme, view.typed(text), context) else ""

"""What the search box offers while it is typed in: values behind `field:`, and fields themselves.

Values are offered as a list, and only where a field and its colon stand, so that words never bring
one up. The name of a field is only ever offered faintly behind the cursor (`rest_of_field`). Both
are pure: what is offered follows from the text and the programme.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from summit_tui.catalogue.text import fold
from summit_tui.search.context import Context
from summit_tui.search.facets import Rows
from summit_tui.search.filters import select
from summit_tui.search.programme import Programme
from summit_tui.search.query import ALIASES, FIELDS, Condition, read_query
from summit_tui.tui.offered_values import Known, Offer, values_of
from summit_tui.tui.state import View, matching
from summit_tui.tui.typed import SHORTEST, Piece, pieces

MOST = 50
"""How many values are offered at most."""
_CONDITION = re.compile(r"-?(?P<field>[^\W\d_]\w*)(?P<op>>=|<=|[:=<>])(?P<values>.*)", re.DOTALL)
_IN_ORDER = ("level", "day")
"""Fields whose values are offered in their own order."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be taken in place of a part of the text."""

    start: int
    end: int
    choices: tuple[Offer, ...]
    total: int = 0
    """How many there are, of which `choices` are the first."""
    field: str = ""
    """The field they are values of; empty for saved searches."""
    whole: bool = False
    """Whether these are all there are, because none begins like what was typed."""

    def taken(self, text: str, choice: int) -> tuple[str, int]:
        """Return the text with a choice in it, and the place of the cursor behind it."""
        typed = self.choices[choice].typed
        return text[: self.start] + typed + text[self.end :], self.start + len(typed)


def rest_of_field(text: str) -> str:
    """Return what makes a field of the last word of `text`: `ack:` for `tr`; empty for none."""
    last = re.search(r"(?:^|\s)-?([^\W\d_]+)$", text)
    if last is None or len(last[1]) < SHORTEST:
        return ""
    typed = fold(last[1])
    name = next((name for name in (*FIELDS, *ALIASES) if name.startswith(typed)), None)
    return "" if name is None or len(typed) != len(last[1]) else f"{name[len(typed) :]}:"


def piece_at(text: str, cursor: int) -> Piece | None:
    """Return the piece of `text` that is being typed."""
    return next((each for each in pieces(text) if each.start < cursor <= each.end), None)


def offered(
    programme: Programme, view: View, cursor: int, context: Context, *, exactly: bool
) -> Offers | None:
    """Return what can stand at the cursor in the text of `view`, or None.

    Counted among what the rest of the view shows; not `exactly`, among what its facets show.
    """
    piece = piece_at(view.text, cursor)
    if piece is None:
        return None
    rest = view.text[: piece.start] + view.text[piece.end :] if exactly else ""
    saved: Mapping[str, str] = {}
    if piece.text.startswith("@"):
        from summit_tui.search.saved import saved as saved_searches

        saved = saved_searches()
    within = matching(programme, _without_mistakes(programme, view.typed(rest), context), context)
    return offers(programme, view.text, cursor, context, within, saved)


def offers(
    programme: Programme,
    text: str,
    cursor: int,
    context: Context,
    within: Rows,
    saved: Mapping[str, str],
) -> Offers | None:
    """Return what can stand at the cursor, or None; counted in the set of rows `within`.

    `saved` are the saved searches by name. Nothing is offered for a value that is complete.
    """
    piece = piece_at(text, cursor)
    if piece is None:
        return None
    before = text[piece.start : cursor]
    if before.startswith("@"):
        names = [Offer(f"@{name}", f"@{name}", note=said) for name, said in saved.items()]
        return _fitting(names, before, Offers(piece.start, piece.end, ()))
    match = _CONDITION.fullmatch(before)
    name = match and ALIASES.get(fold(match["field"]), fold(match["field"]))
    if match is None or name not in FIELDS:
        return None
    start = cursor - len(_last_value(match["values"]))
    end = max(cursor, start + len(_first_value(text[start : piece.end])))
    wanted = text[start:cursor].strip('"')
    there = values_of(name, wanted, Known(programme, context, within))
    choices = [each for each in there if match["op"] == ":" or not each.typed.endswith("+")]
    found = _fitting(choices, wanted, Offers(start, end, (), field=name))
    asked = Condition(name, (wanted,), ":" if match["op"] == "=" else match["op"])
    if found is None and choices and wanted and _means_nothing(programme, asked, context):
        found = _fitting(choices, "", Offers(start, end, (), field=name, whole=True))
    return found


def _means_nothing(programme: Programme, asked: Condition, context: Context) -> bool:
    try:
        select(programme, asked, context)
    except ValueError:  # a QueryError
        return True
    return False


def _without_mistakes(programme: Programme, view: View, context: Context) -> View:
    """Return `view` without the conditions that mean nothing."""
    from summit_tui.tui.meant import sound

    def check(each: View) -> None:
        for condition in read_query(each.text).conditions:
            select(programme, condition, context)

    try:
        return sound(view, view.text, check)[0]
    except ValueError:  # a QueryError: it means nothing at all
        return view


def _last_value(values: str) -> str:
    """Return what stands behind the last comma that is not in quotes."""
    start, quoted = 0, False
    for place, sign in enumerate(values):
        if sign == '"':
            quoted = not quoted
        elif sign == "," and not quoted:
            start = place + 1
    return values[start:]


def _first_value(text: str) -> str:
    match = re.match(r'"[^"]*"?|[^\s",]*', text)
    return match[0] if match else ""


def _fitting(choices: Iterable[Offer], wanted: str, offers: Offers) -> Offers | None:
    """Return `offers` with the choices that begin like `wanted`; None where there are none.

    First those that would show something, then those that begin so themselves, and of these those
    that would show most. None for a value that is complete.
    """
    wanted, in_order = fold(wanted), offers.field in _IN_ORDER
    fitting: list[tuple[bool, bool, int, Offer]] = []
    for offer in choices:
        texts = [fold(text) for text in (offer.typed.strip('"'), offer.shown)]
        if wanted and wanted in texts:
            return None
        notes = (fold(offer.note), str(offer.place or ""))
        if any(_begins(text, wanted) for text in texts) or _any_starts(notes, wanted):
            begins = _any_starts((*texts, *notes), wanted)
            count = 0 if in_order else -(offer.count or 0)
            fitting.append((offer.count == 0 and not in_order, not begins, count, offer))
    fitting.sort(key=lambda each: each[:3])
    found = tuple(offer for *_, offer in fitting[:MOST])
    return replace(offers, choices=found, total=len(fitting)) if found else None


def _any_starts(texts: Iterable[str], wanted: str) -> bool:
    return any(text.startswith(wanted) for text in texts)


def _begins(text: str, wanted: str) -> bool:
    if text.startswith(wanted):
        return True
    return any(text.startswith(wanted, match.end()) for match in re.finditer(r"[\W_]+", text))

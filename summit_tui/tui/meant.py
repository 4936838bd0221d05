"""What of a typed text is searched: not what is wrong in it, nor what is still being written.

What is left out becomes blanks, so that places in the text stay what they were. Pure.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.search.query import FIELDS
from summit_tui.tui.restrictions import Restriction
from summit_tui.tui.state import View, matching
from summit_tui.tui.typed import blanked, field_to_come, finished, misspelled_field

T = TypeVar("T")
MOST = 12
"""With more mistakes than this, a text means nothing at all."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A part of the text that means nothing."""

    error: ValueError
    """A QueryError, with its place in the text."""
    piece: str
    """As typed."""

    @property
    def restriction(self) -> Restriction:
        """The mistake as something to take back."""
        return Restriction(f"wrong: {self.piece}", piece=self.piece, wrong=True)


def unfinished(view: View) -> tuple[View, str]:
    """Return `view` without a condition that has no value yet, and what can be its value."""
    text = view.text
    if text.endswith("@") and not text[-2:-1].strip():
        return view.typed(text[:-1]), _saved_searches()
    if misspelled_field(text):
        # A condition has a value; a word that ends in a colon would be looked for.
        return view.typed(text + "…"), ""
    text, field = finished(text)
    return view.typed(text), FIELDS.get(field, "")


def _saved_searches() -> str:
    from summit_tui.search.saved import saved

    try:
        names = saved()
    except ValueError as error:
        return str(error)
    return "the name of a saved search" if names else "nothing saved yet · ctrl+s saves a search"


def sound(view: View, typed: str, ask: Callable[[View], T]) -> tuple[View, T, tuple[Mistake, ...]]:
    """Return `view` without what means nothing, what `ask` says of it, and what was left out.

    `ask` raises a QueryError for a view that means nothing, and so does this where leaving out
    what it is about does not help. `typed` is the text that mistakes are quoted from.
    """
    mistakes: list[Mistake] = []
    while True:
        try:
            answer = ask(view)
        except ValueError as error:  # a QueryError
            text, mistake = _left_out(view.text, error, typed)
            if mistake is None or len(mistakes) == MOST:
                raise
            view = view.typed(text)
            mistakes.append(mistake)
        else:
            mistakes.sort(key=lambda each: getattr(each.error, "start", 0))
            return view, answer, tuple(mistakes)


def _left_out(text: str, error: ValueError, typed: str) -> tuple[str, Mistake | None]:
    """Return `text` with blanks for what `error` is about, and the mistake as it was `typed`.

    None where the error has no place that could be left out.
    """
    start, end = getattr(error, "start", 0), getattr(error, "end", 0)
    rest, piece = blanked(text, start, end)
    if not piece:
        return text, None
    return rest, Mistake(error, piece if piece in typed else piece.removesuffix("…"))


def without_field_to_come(
    programme: Programme, view: View, missing: tuple[str, ...], context: Context
) -> tuple[View, str] | None:
    """Return `view` without a last word that finds nothing and may begin a field, and a remark.

    None where there is no such word; `missing` are the words that no session has.
    """
    before, field = field_to_come(view.text)
    word = view.text[len(before) :].lstrip("-")
    alone = View(word)
    if not field or not (word in missing or not matching(programme, alone, context)):
        return None
    return view.typed(before), f"no session has “{word}” · tab makes it {field}:"

"""What narrows the list, in words: facets chosen beside it and conditions in the text alike.

`level>=300` typed and the levels chosen read the same: `level 300+`. Each restriction can be taken
back alone. Words that are looked for are no restriction: they are what is searched.
"""

from dataclasses import dataclass

from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.state import SHOWN, View


@dataclass(frozen=True, slots=True)
class Restriction:
    """One thing that narrows the list: a facet, or a piece of the text."""

    said: str
    """In words."""
    facet: str = ""
    """The facet it is a choice of; empty for a piece of the text."""
    piece: str = ""
    """As typed; empty for a choice of a facet."""
    wrong: bool = False
    """Whether it means nothing and is left out of the search."""

    def taken_from(self, view: View) -> View:
        """Return `view` without this restriction; everything else as it was."""
        if self.facet:
            return view.choosing(self.facet, frozenset())
        from summit_tui.tui.typed import without

        return view.typed(without(view.text, self.piece))


def restrictions(programme: Programme, view: View, context: Context) -> tuple[Restriction, ...]:
    """Return what narrows `view`: the chosen facets, then what is typed, each once."""
    scale = programme.catalogue.scale
    found = [
        Restriction(words.choice(facet, view.of(facet), scale), facet)
        for facet in SHOWN
        if view.of(facet)
    ]
    if view.text.strip():
        # The first frame has no text and does without these.
        from summit_tui.tui.conditions import piece_in_words
        from summit_tui.tui.typed import pieces

        for piece in dict.fromkeys(piece.text for piece in pieces(view.text)):
            if said := piece_in_words(programme, piece, context):
                found.append(Restriction(said, piece=piece))
    return tuple(found)

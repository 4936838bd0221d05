"""Agendas of all kinds, for rules that hold for all of them."""

from typing import Any

from hypothesis import strategies as st

from summit_tui.agenda.merging_notes import SEPARATOR
from summit_tui.agenda.model import RATINGS, WANTS, Agenda, Pick
from summit_tui.catalogue.spelling import Unquoted
from summit_tui.catalogue.text import clean

LINES = st.sampled_from(["a", "b", "c", "  - d", "", SEPARATOR, "Also rated 3 of 5."])
NOTES = st.lists(LINES, min_size=1, max_size=6).map("\n".join).map(clean).filter(bool)
"""Few different lines, so that notes share some; blank ones, indented ones and separators too."""

_LEAVES = st.sampled_from([None, True, 1, 2, "0.5", Unquoted("0.5"), "x"])
_VALUES: st.SearchStrategy[Any] = _LEAVES | st.lists(_LEAVES, max_size=2)
EXTRAS = st.lists(
    st.tuples(st.sampled_from(["seat", "row", "alarm"]), _VALUES),
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(tuple)
_TEXTS = st.none() | st.sampled_from(["x", "y"])


def picks(session_id: str) -> st.SearchStrategy[Pick]:
    """Return picks of one session."""
    return st.builds(
        Pick,
        st.just(session_id),
        want=st.sampled_from(WANTS),
        note=st.none() | NOTES,
        rating=st.none() | st.sampled_from(RATINGS),
        attended=st.none() | st.booleans(),
        title=_TEXTS,
        start=_TEXTS,
        extra=EXTRAS,
        left_out=st.booleans(),
    )


AGENDAS = st.builds(
    lambda found, extra: Agenda("demo", {pick.id: pick for pick in found if pick}, extra),
    st.tuples(*(st.none() | picks(each) for each in "pq")),
    EXTRAS,
)
"""Agendas of two sessions, so that any two of them have much in common."""

"""Conflicts and gaps in words."""

import pytest

from summit_tui.agenda.clash_words import APPOINTMENT, clash_words, gap_words, sign, way_words
from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.gaps import Gap
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Walk
from tests.factories import at, make_session

TALK = make_session("a", "09:30", title="Owls", room="Amber")
LATER = make_session("b", "10:15", title="Beds", room="Blue")
DENTIST = make_session("c", "10:00", title="Dentist", kind=APPOINTMENT)
OVERLAP, TIGHT = Conflict("b", 15), Conflict("b", 4, walk=6)


def test_a_clash_says_how_long_and_with_whom() -> None:
    assert clash_words(OVERLAP, TALK, LATER) == "15 min with Beds"
    assert clash_words(OVERLAP, TALK, LATER, "★ Beds") == "15 min with ★ Beds"
    assert clash_words(Conflict("b", 75), TALK, LATER) == "1 h 15 with Beds"
    assert clash_words(Conflict("c", 15), TALK, DENTIST) == "15 min with Dentist (my appointment)"


def test_a_way_that_is_too_long_says_from_where_or_to_where() -> None:
    assert clash_words(TIGHT, TALK, LATER) == "2 min to walk 6 to Blue (Beds)"
    assert clash_words(TIGHT, LATER, TALK) == "2 min to walk 6 from Amber (Owls)"
    assert way_words(TIGHT, LATER, TALK) == "2 min to walk 6 from Amber"


@pytest.mark.parametrize("start", ["10:15", None])
def test_what_is_not_before_is_where_the_way_leads(start: str | None) -> None:
    other = make_session("d", start, title="Pies", room="Slate")
    assert way_words(TIGHT, LATER, other) == "2 min to walk 6 to Slate"
    assert way_words(TIGHT, make_session("e", None), other) == "2 min to walk 6 to Slate"


def test_each_kind_has_its_sign() -> None:
    assert (sign(OVERLAP), sign(TIGHT)) == ("!", "~")


def test_a_gap_is_told_with_the_way_that_takes_a_part_of_it() -> None:
    gap = Gap(at("10:15"), at("11:00"), TALK, LATER)
    assert gap_words(gap, Walking()) == "45 min free"
    assert gap_words(gap, Walking([Walk((), 6)])) == "45 min free · 6 min walk to Blue"

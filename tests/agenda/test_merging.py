"""Two versions of an agenda made into one: the laws that hold for all, and what a person meets."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.file import parse, to_text
from summit_tui.agenda.merging import disagreements, join, merge
from summit_tui.agenda.merging_notes import SEPARATOR
from summit_tui.agenda.model import WANTS, Agenda, Pick
from summit_tui.catalogue.spelling import Unquoted
from tests.agenda.agendas import AGENDAS
from tests.agenda.test_file import PATH

EMPTY = Agenda("demo")


def agenda_of(*picks: Pick) -> Agenda:
    return Agenda("demo", {pick.id: pick for pick in picks})


def lines(pick: Pick | None) -> set[str]:
    """Return the lines of a note that say something."""
    note = pick.note if pick else None
    found = {line.strip() for line in (note or "").split("\n")}
    return found - {"", SEPARATOR}


@given(AGENDAS, AGENDAS)
def test_a_join_is_commutative(one: Agenda, other: Agenda) -> None:
    assert to_text(join(one, other)) == to_text(join(other, one))


@given(AGENDAS, AGENDAS, AGENDAS)
def test_a_join_is_associative(one: Agenda, other: Agenda, third: Agenda) -> None:
    assert to_text(join(join(one, other), third)) == to_text(join(one, join(other, third)))


@given(AGENDAS, AGENDAS)
def test_a_join_is_idempotent(one: Agenda, other: Agenda) -> None:
    assert join(one, one) == one
    both = join(one, other)
    assert join(both, one) == both == join(both, other)
    assert join(one, EMPTY) == one


@given(AGENDAS, AGENDAS)
def test_a_join_loses_nothing(one: Agenda, other: Agenda) -> None:
    both = join(one, other)
    for side in (one, other):
        assert dict(side.extra).keys() <= dict(both.extra).keys()
        for pick in side.held.values():
            kept = both.held.get(pick.id)
            assert kept is not None
            assert pick.left_out or not kept.left_out
            assert lines(pick) <= lines(kept)
            assert WANTS.index(kept.want) <= WANTS.index(pick.want)
            assert kept.attended or not pick.attended
            assert dict(pick.extra).keys() <= dict(kept.extra).keys()
            if pick.rating:
                assert pick.rating == kept.rating or f"Also rated {pick.rating} of 5." in lines(
                    kept
                )


@given(AGENDAS, AGENDAS)
def test_what_is_joined_can_be_written_and_read(one: Agenda, other: Agenda) -> None:
    both = join(one, other)
    assert parse(to_text(both), PATH, "demo") == both


@given(AGENDAS, AGENDAS, AGENDAS)
def test_a_merge_is_commutative(base: Agenda, one: Agenda, other: Agenda) -> None:
    assert to_text(merge(base, one, other)) == to_text(merge(base, other, one))


@given(AGENDAS, AGENDAS)
def test_a_merge_is_idempotent_and_its_base_neutral(base: Agenda, one: Agenda) -> None:
    assert merge(base, one, one) == one
    assert merge(base, base, one) == one == merge(base, one, base)


@given(AGENDAS, AGENDAS)
def test_an_empty_base_gives_the_join(one: Agenda, other: Agenda) -> None:
    assert merge(EMPTY, one, other) == join(one, other)


@given(AGENDAS, AGENDAS, AGENDAS)
def test_a_merge_loses_nothing_that_a_side_did(base: Agenda, one: Agenda, other: Agenda) -> None:
    merged = merge(base, one, other)
    for side, far in ((one, other), (other, one)):
        for pick in side.held.values():
            was, kept = base.held.get(pick.id), merged.held.get(pick.id)
            if was and pick == was._replace(title=pick.title, start=pick.start):
                assert (kept is None) == (pick.id not in far.held)
                continue
            assert kept is not None
            assert pick.left_out or not kept.left_out
            assert lines(pick) - lines(was) <= lines(kept)
            rated = pick.rating if was is None or pick.rating != was.rating else None
            assert rated in (None, kept.rating) or f"Also rated {rated} of 5." in lines(kept)


@given(AGENDAS, AGENDAS, AGENDAS)
def test_what_is_merged_can_be_written_and_read(base: Agenda, one: Agenda, other: Agenda) -> None:
    merged = merge(base, one, other)
    assert parse(to_text(merged), PATH, "demo") == merged


PICK = Pick("p", "want", "a note", 3, None, "Title", "2019")


@pytest.mark.parametrize(
    ("base", "one", "other", "merged"),
    [
        (None, PICK, None, PICK),
        (PICK, PICK, None, None),
        (PICK, None, None, None),
        (PICK, PICK._replace(title="Renamed", start="2020"), None, None),
        (PICK, PICK._replace(want="must"), None, PICK._replace(want="must")),
        (PICK, PICK._replace(rating=4), PICK._replace(want="maybe"), ("maybe", "a note", 4, None)),
        (PICK, PICK._replace(note=None), PICK, ("want", None, 3, None)),
        (PICK, PICK._replace(rating=None), PICK._replace(rating=5), ("want", "a note", 5, None)),
        (PICK, PICK._replace(attended=True), PICK._replace(attended=False), (True,)),
        (
            PICK,
            PICK._replace(rating=4),
            PICK._replace(rating=5),
            ("want", f"Also rated 4 of 5.\n\n{SEPARATOR}\n\na note", 5, None),
        ),
        (None, Pick("p", "maybe"), Pick("p", "must"), ("must", None, None, None)),
        (Pick("p", "must"), Pick("p", "maybe"), Pick("p", "must"), ("maybe", None, None, None)),
        (PICK, PICK._replace(left_out=True), PICK, None),
        (PICK, PICK._replace(left_out=True), PICK._replace(rating=4), PICK._replace(rating=4)),
        (PICK._replace(left_out=True), PICK, PICK._replace(left_out=True), PICK),
        (None, PICK, PICK._replace(left_out=True), PICK),
    ],
)
def test_with_an_ancestor(
    base: Pick | None, one: Pick | None, other: Pick | None, merged: Any
) -> None:
    sides = [agenda_of(*filter(None, (pick,))) for pick in (base, one, other)]
    found = merge(*sides).get("p")
    if isinstance(merged, Pick) or merged is None:
        assert found == merged
    elif len(merged) == 1:
        assert found is not None
        assert found.attended == merged[0]
    else:
        assert found is not None
        assert (found.want, found.note, found.rating, found.attended) == merged


def test_unknown_fields_are_kept_one_by_one() -> None:
    base = agenda_of(Pick("p", extra=(("seat", 7), ("row", 1))))
    one = agenda_of(Pick("p", extra=(("seat", 8), ("row", 1), ("alarm", 5))))
    other = agenda_of(Pick("p", extra=(("seat", 7),)))
    assert next(iter(merge(base, one, other))).extra == (("alarm", 5), ("seat", 8))
    assert next(iter(join(one, other))).extra == (("alarm", 5), ("row", 1), ("seat", 8))


def test_an_unknown_text_and_the_same_unquoted_are_two_values() -> None:
    one, other = (agenda_of(Pick("p", extra=(("seat", v),))) for v in ("0.5", Unquoted("0.5")))
    assert to_text(join(one, other)) == to_text(join(other, one))


def test_agendas_of_two_events_are_no_versions_of_one() -> None:
    with pytest.raises(ValueError, match="one is of demo, the other of other"):
        join(EMPTY, Agenda("other"))


@pytest.mark.parametrize(
    ("base", "one", "other", "told"),
    [
        (None, PICK, PICK, []),
        (None, PICK, PICK._replace(rating=None, note=None), []),
        (None, PICK, PICK._replace(note="a note\nmore"), []),
        (None, PICK, PICK._replace(note="another"), ["note"]),
        (None, PICK, PICK._replace(rating=4, want="must"), ["want", "rating"]),
        (None, PICK._replace(attended=True), PICK._replace(attended=False), ["attended"]),
        (None, PICK._replace(extra=(("seat", 1),)), PICK._replace(extra=(("seat", 2),)), ["seat"]),
        (PICK, PICK, PICK._replace(rating=4), []),
        (PICK, None, PICK._replace(rating=4), ["pick"]),
        (PICK, PICK._replace(rating=4), PICK._replace(rating=5), ["rating"]),
        (PICK, None, PICK, []),
    ],
)
def test_disagreements(
    base: Pick | None, one: Pick | None, other: Pick | None, told: list[str]
) -> None:
    sides = [agenda_of(*filter(None, (pick,))) for pick in (base, one, other)]
    assert [each.field for each in disagreements(*sides)] == told


@given(AGENDAS, AGENDAS, st.booleans())
def test_nobody_disagrees_with_himself(base: Agenda, one: Agenda, other_way: bool) -> None:
    sides = (one, base) if other_way else (base, one)
    assert list(disagreements(base, *sides)) == []
    assert list(disagreements(base, one, one)) == []

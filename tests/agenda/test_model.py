"""The agenda as a value."""

import pytest

from summit_tui.agenda.model import WANT_MARKS, WANTS, Agenda, Pick


def test_picks_come_in_the_order_of_their_ids() -> None:
    agenda = Agenda("demo", {each: Pick(each) for each in ("b", "c", "a")})
    assert [pick.id for pick in agenda] == ["a", "b", "c"]
    assert [pick.id for pick in agenda.updated({"aa": Pick("aa")})] == ["a", "aa", "b", "c"]
    assert [pick.id for pick in agenda.without(["b", "nowhere"])] == ["a", "c"]
    assert len(agenda) == 3
    assert "a" in agenda
    assert agenda.get("d") is None


def test_an_agenda_cannot_be_changed_from_outside() -> None:
    given = {"a": Pick("a")}
    agenda = Agenda("demo", given)
    given.clear()
    assert len(agenda) == 1
    with pytest.raises(TypeError):
        agenda.picks["b"] = Pick("b")  # type: ignore[index]  # that it is refused is the test


def test_every_want_has_a_mark_of_its_own() -> None:
    assert tuple(WANT_MARKS) == WANTS
    assert len(set(WANT_MARKS.values())) == len(WANTS)

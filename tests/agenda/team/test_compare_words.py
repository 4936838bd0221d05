"""A comparison of agendas in words."""

import pytest

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.resolve import Resolved
from summit_tui.agenda.team.compare_words import again_words, clash_words, tally
from summit_tui.agenda.team.comparing import Clash, Compared
from tests.factories import make_catalogue, make_session

TALK = make_session("a", "14:00", title="Owls")
CATALOGUE = make_catalogue(TALK)


def row(*wants: str, clashes: tuple[Clash, ...] = ()) -> Compared:
    return Compared(Resolved(Pick("x"), None, None), dict.fromkeys(wants, "want"), clashes)


def test_each_kind_is_counted() -> None:
    clash = Clash("a", 15, ("Ana",))
    rows = (row("me", "Ana"), row("me"), row("Ana", clashes=(clash,)), row("Ana", "Bo"))
    assert tally(rows, "Ana") == [(1, "together"), (1, "only me"), (2, "only Ana"), (1, "clash")]
    assert tally((row("Ana", clashes=(clash, clash)),), "them")[-1] == (2, "clashes")
    assert tally((), "them")[-1] == (0, "clashes")


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("16:30", "Ana and Bo in the run of 16:30"),
        ("2019-04-03 16:30", "Ana and Bo in the run of Wed 3 Apr 16:30"),
        (None, "Ana and Bo in the run of an unknown time"),
    ],
)
def test_a_run_is_told_by_its_time(start: str | None, told: str) -> None:
    assert again_words(["Ana", "Bo"], make_session("b", start), TALK) == told


def test_a_clash_names_those_apart_from_me_where_not_all_are() -> None:
    mine = Agenda("demo", {"a": Pick("a", want="must"), "gone": Pick("gone")})
    apart = row("Ana", "Bo")
    told = clash_words(Clash("a", 30, ("Ana", "Bo")), apart, mine, CATALOGUE)
    assert told == "30 min with ★ Owls"
    told = clash_words(Clash("a", 30, ("Bo",)), apart, mine, CATALOGUE)
    assert told == "30 min with ★ Owls (where Bo is not)"
    told = clash_words(Clash("gone", 30, ("Ana", "Bo")), apart, mine, CATALOGUE)
    assert told == "30 min with ● gone"

from datetime import date
from random import Random

import pytest

from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue, Speaker
from tests.factories import make_catalogue, make_session
from tests.quality import drawing
from tests.quality.asking import ask
from tests.quality.drawing import Drawer
from tests.quality.heads import Heads, words_of
from tests.quality.kinds import KINDS


@pytest.fixture(scope="module")
def demo() -> Catalogue:
    return generate(300, first_day=date(2019, 4, 1))


def test_every_kind_is_asked(demo: Catalogue) -> None:
    assert {asked.kind for asked in ask(demo, 200)} == set(KINDS)


def test_there_are_as_many_as_wanted_and_none_twice(demo: Catalogue) -> None:
    asked = ask(demo, 200)
    assert len({(each.kind, each.text) for each in asked}) == len(asked) == 200


def test_the_seed_decides(demo: Catalogue) -> None:
    assert ask(demo, 60, seed=1) == ask(demo, 60, seed=1) != ask(demo, 60, seed=2)


def test_what_is_meant_is_there_and_nonsense_is_not(demo: Catalogue) -> None:
    heads = Heads(demo)
    silent = {"letters at random", "a coined word", "an everyday word"}
    for asked in ask(demo, 300):
        assert bool(asked.relevant) == (asked.kind not in silent), asked
        assert asked.relevant <= heads.sessions.keys()


def test_a_word_means_the_sessions_that_have_it(demo: Catalogue) -> None:
    asked = [each for each in ask(demo, 200) if each.kind == "a word"]
    assert asked
    for each in asked:
        having = {
            session.id
            for session in demo.sessions
            if each.text in words_of(f"{session.title} {' '.join(session.tags)}")
        }
        assert having <= each.relevant


def test_a_slip_is_no_word_of_the_catalogue(demo: Catalogue) -> None:
    heads = Heads(demo)
    slips = [each for each in ask(demo, 400) if each.kind.startswith(("a slip, s", "a slip, l"))]
    assert slips
    assert not any(heads.knows(each.text) for each in slips)


@pytest.mark.parametrize("catalogue", [make_catalogue(), make_catalogue(make_session(title="?"))])
def test_a_catalogue_without_words_gives_only_nonsense(catalogue: Catalogue) -> None:
    asked = ask(catalogue, 50)
    assert not any(each.relevant for each in asked)


def test_heads_hold_title_speakers_and_tags() -> None:
    session = make_session(
        title="L'école du C++",
        speakers=(Speaker("Zoë Fold", company="Acme"),),
        tags=("Ops",),
        abstract="Told only here",
    )
    heads = Heads(make_catalogue(session))
    for word in ("ecole", "c++", "zoe", "fold", "ops"):
        assert heads.having([word]) == {"s1"}
    for word in ("l", "acme", "told"):
        assert not heads.having([word])
    assert (
        heads.having(["ecole", "zoe"]) == heads.beginning("eco") == heads.telling("told") == {"s1"}
    )
    assert not heads.having(["ecole", "told"])
    assert not heads.having([])
    assert heads.abstract("s1") == ["told", "only", "here"]
    assert not heads.silent_on("acm")
    assert heads.silent_on("umbrella")


def test_a_slip_that_makes_a_known_word_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = Drawer(Heads(make_catalogue(make_session(title="Clouds louder"))), Random(1))  # noqa: S311 - no secret
    for typed, taken in (("louder", None), ("lounder", "lounder")):
        monkeypatch.setattr(drawing, "slip", lambda *_, typed=typed: typed)
        assert drawer.slipped("clouds") == taken

"""How alike two sessions are whose ids say nothing."""

import pytest

from summit_tui.catalogue.model import Session, Speaker
from summit_tui.catalogue.resemblance import Looks, how_sure, nearest, title_likeness
from tests.factories import make_session

ADA, BASIL = (Speaker("Ada Alder"),), (Speaker("Basil Birch"),)


def sure(one: Session, other: Session) -> bool:
    there, back = how_sure(Looks(one), Looks(other)), how_sure(Looks(other), Looks(one))
    assert there == back
    return there >= 0


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Lambda inside", "LAMBDA: inside!", 1.0, 1.0),
        ("Kubernetes in production", "Kubernets in production", 0.85, 0.99),
        ("Lambda under the hood", "[Live] Lambda under the hood", 0.8, 0.99),
        ("日本語で始めるクラウド", "日本語で始めるクラウド入門", 0.7, 0.99),
        ("Café crème", "Cafe creme", 1.0, 1.0),
        ("Gardening with goats", "Compilers for the brave", 0.0, 0.2),
        ("AI", "ML", 0.0, 0.0),
        ("!", "Lambda", 0.0, 0.3),
    ],
)
def test_titles(one: str, other: str, least: float, most: float) -> None:
    likeness = title_likeness(Looks(Session("a", one)), Looks(Session("b", other)))
    assert least <= likeness <= most


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rust, part 1", "Rust, part 2", False),
        ("Rust in anger II", "Rust in anger III", False),
        ("Wednesday keynote", "Thursday keynote", False),
        ("The long keynote, day one", "The long keynote, day two", False),
        ("Assembly for everybody in Hall A", "Assembly for everybody in Hall B", False),
        ("Rust in anger at scale", "Rust in anger at scale!", True),
    ],
)
def test_what_numbers_and_days_tell_apart(one: str, other: str, *, expected: bool) -> None:
    for speakers in ((), ADA):
        first = make_session("a", "09:30", title=one, speakers=speakers)
        assert sure(first, make_session("b", "11:30", title=other, speakers=speakers)) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"speakers": ADA}, True),
        ({"speakers": BASIL}, False),
        ({"speakers": (*BASIL, *ADA)}, True),
        ({"speakers": ()}, False),
        ({"speakers": ADA, "abstract": "Quite other things are told here today"}, False),
    ],
)
def test_speakers_and_abstract_have_a_say(given: dict[str, object], *, expected: bool) -> None:
    about = "Tables sleep and dream of queues"
    one = make_session("a", title="Queues at night", speakers=ADA, abstract=about)
    other = make_session("b", "15:00", **{"title": "Queues by day", "abstract": about} | given)
    assert sure(one, other) is expected


def test_the_same_slot_has_a_say() -> None:
    one = make_session("a", "09:30", title="Opening of the fair", room="Hall")
    title = "Opening of the fete"
    assert sure(one, make_session("b", "09:30", title=title, room="Hall"))
    assert not sure(one, make_session("b", "15:30", title=title, room="Hall"))


def test_nearest_are_like_it_in_title_or_speakers() -> None:
    gone = make_session("gone", title="Lambda under the hood", speakers=ADA, tracks=("Serverless",))
    run = make_session("run", "2019-04-03 09:30", title="Lambda under the hood", speakers=ADA)
    same = make_session("same", title="Compilers", speakers=ADA)
    like = make_session("like", title="Queues under the hood")
    track = make_session("track", title="Lambda under the bonnet", tracks=("Serverless",))
    other = make_session("other", title="Gardening with goats", tracks=("Serverless",))
    cancelled = run._replace(id="cancelled", status="cancelled")
    found = nearest(gone, [other, like, same, track, cancelled, run], most=4)
    assert [one.id for one in found] == ["run", "track", "like", "same"]
    assert nearest(gone, [other, cancelled]) == ()
    assert len(nearest(gone, [like, same, track, run])) == 3

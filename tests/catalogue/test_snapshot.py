from array import array

import pytest

from summit_tui.catalogue import snapshot
from summit_tui.catalogue.model import Catalogue, Link, Room, Session, Speaker, Walk
from summit_tui.catalogue.sections import DamagedError, Sections
from summit_tui.catalogue.snapshot import open_catalogue, sections_of
from tests.factories import at, make_catalogue, make_session


def stored(catalogue: Catalogue, **replaced: bytes) -> Catalogue:
    return open_catalogue(Sections(sections_of(catalogue) | replaced))


def test_a_catalogue_comes_back_as_it_was() -> None:
    catalogue = make_catalogue(
        make_session("a", tags=("x",)),
        make_session("é", None),
        rooms=(Room("R", "V", 3),),
        tracks=("T",),
        aliases=(("k", ("K 1", "k2")), ("pg", ())),
        walking=(Walk(("R", "V"), 3), Walk((), 2)),
    )
    back = stored(catalogue)
    assert list(back.sessions) == list(catalogue.sessions)
    assert back._replace(sessions=catalogue.sessions) == catalogue
    assert [back.sessions.row(each) for each in ("a", "é", "z")] == [0, 1, None]
    assert back.sessions.row("a\na") is None
    assert back.sessions[0] is back.sessions[0]


def test_everything_that_is_known_of_a_session_comes_back() -> None:
    full = make_session(
        "full",
        "2019-04-03 00:30",
        title="T",
        code="C1",
        subtitle="S",
        kind="panel",
        level=300,
        tracks=("A", "B"),
        duration=50,
        day=at("09:00").date(),
        room="R",
        language="fr",
        status="tentative",
        recorded=False,
        repeats="first",
        capacity=40,
        speakers=(Speaker("Ada", "Host", "Acme"), Speaker("Bo")),
        tags=("x", "y"),
        links=(Link("slides", "https://example.org/"),),
        abstract="A\n\nB",
        source=(("format", "pretalx"), ("id", "7")),
    )
    usual = Session("", "")
    assert [name for name in Session._fields if getattr(full, name) == getattr(usual, name)] == []
    assert list(stored(make_catalogue(full)).sessions) == [full]


def test_labels_are_as_in_a_catalogue_that_was_read() -> None:
    twice = (make_session("a", code="X1"), make_session("b", code="X1"), make_session(code="X2"))
    back = stored(make_catalogue(*twice)).sessions
    assert [back.label(each) for each in back] == ["a", "b", "X2"]


def test_an_empty_catalogue_comes_back_empty() -> None:
    back = stored(make_catalogue())
    assert (len(back.sessions), back.sessions.ids(), back.sessions.codes()) == (0, [], [])
    assert back.get("a") is None


@pytest.mark.parametrize("head", [b"", b"[]", b'{"event": []}', b"\xff"])
def test_a_head_that_is_none_is_damage(head: bytes) -> None:
    with pytest.raises(DamagedError):
        stored(make_catalogue(), head=head)


@pytest.mark.parametrize("records", [b"", b"[1, 2]", b"{}", b"\xff" * 400])
def test_a_record_that_is_none_is_damage(records: bytes) -> None:
    offsets = array("Q", [0, len(records)]).tobytes()
    with pytest.raises(DamagedError):
        stored(make_catalogue(make_session("a")), records=records, offsets=offsets).sessions[0]


def test_only_so_many_decoded_sessions_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "KEPT", 3)
    back = stored(make_catalogue(*(make_session(f"s{n}") for n in range(9))))
    assert [session.id for session in back.sessions] == [f"s{n}" for n in range(9)]
    assert len(vars(back.sessions)["_decoded"]) <= 3

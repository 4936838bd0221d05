"""What of a change concerns my agenda."""

import pytest

from summit_tui.agenda.affected import Affected, NewConflict, affected
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.model import Session, Speaker
from tests.factories import make_catalogue, make_session

ADA = (Speaker("Ada Alder"),)
FIRST = make_session("a", "09:00", title="Lambda inside", speakers=ADA)
SECOND = make_session("b", "10:00", title="Gardening with goats")
THIRD = make_session("c", "11:00", title="Compilers for the brave")


def mine(old: list[Session], new: list[Session], *picked: str) -> Affected:
    """Return what concerns an agenda of `picked`, of what changed from `old` to `new`."""
    agenda = Agenda("demo", {name: Pick(name) for name in picked})
    return affected(changes(make_catalogue(*old), make_catalogue(*new)), agenda)


def test_only_my_picks_are_told_in_time_order() -> None:
    old = [FIRST, SECOND, THIRD]
    new = [FIRST._replace(room="X"), SECOND._replace(room="X"), THIRD._replace(room="X")]
    found = mine(old, new, "c", "a")
    assert [change.id for change in found.changed] == ["a", "c"]
    assert found
    assert not mine(old, old, "a", "c")
    assert not mine(old, new)


def test_a_renamed_id_loses_no_pick() -> None:
    found = mine([FIRST, SECOND], [FIRST._replace(id="z"), SECOND], "a", "b")
    assert found.renamed == {"a": "z"}
    assert [change.id for change in found.changed] == ["z"]
    assert set(found.picks) == {"z", "b"}
    assert found.picks["z"].id == "a"
    assert found.gone == ()


def test_an_agenda_that_was_carried_already_is_understood() -> None:
    found = mine([FIRST, SECOND], [FIRST._replace(id="z", room="X"), SECOND], "z")
    assert found.renamed == {}
    assert [set(change.fields) for change in found.changed] == [{"id", "room"}]


def test_a_pick_follows_its_session_not_its_id() -> None:
    runs = [
        make_session("lab", "09:00", title="Lab", source=(("format", "csv"),)),
        make_session("lab-2", "15:00", title="Lab", source=(("format", "csv"),)),
    ]
    found = mine(runs, [runs[1]._replace(id="lab")], "lab", "lab-2")
    assert found.renamed == {"lab-2": "lab"}
    assert [gone.pick.id for gone in found.gone] == ["lab"]
    assert [session.id for session in found.gone[0].nearest] == ["lab"]


def test_a_gone_session_comes_with_what_is_nearest() -> None:
    near = make_session("near", "15:00", title="Compilers for the timid")
    cancelled = make_session("off", "16:00", title="Compilers: a party", status="cancelled")
    found = mine([SECOND, THIRD], [SECOND, near, cancelled], "c")
    assert [(gone.pick.id, gone.session) for gone in found.gone] == [("c", THIRD)]
    assert [session.id for session in found.gone[0].nearest] == ["near"]


def test_a_pick_that_neither_version_has_is_no_news() -> None:
    assert not mine([FIRST], [FIRST._replace(room="X")], "elsewhere")


def test_cancelled_is_a_change_too() -> None:
    found = mine([FIRST], [FIRST._replace(status="cancelled")], "a")
    assert [change.id for change in found.cancelled] == ["a"]
    assert found.changed == found.cancelled


AT_TEN = make_session("z", "10:00", title="Lambda inside", speakers=ADA)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([FIRST, SECOND], [FIRST, SECOND], []),
        ([FIRST, SECOND], [make_session("a", "10:15"), SECOND], [NewConflict("b", "a", 30, 0)]),
        ([FIRST, SECOND], [FIRST._replace(duration=75), SECOND], [NewConflict("a", "b", 15, 0)]),
        ([FIRST, SECOND], [AT_TEN, SECOND], [NewConflict("b", "z", 45, 0)]),
        ([make_session("a", "10:15"), SECOND], [make_session("a", "10:30"), SECOND], []),
        (
            [make_session("a", "10:15"), SECOND],
            [make_session("a", "10:05"), SECOND],
            [NewConflict("b", "a", 40, 30)],
        ),
        ([make_session("a", "10:15", status="cancelled"), SECOND], [SECOND], []),
        (
            [make_session("a", "10:15", status="cancelled"), SECOND],
            [make_session("a", "10:15"), SECOND],
            [NewConflict("b", "a", 30, 0)],
        ),
        ([SECOND], [make_session("a", "10:15"), SECOND], []),  # picked since, knowing the clash
        ([FIRST._replace(start=None), SECOND], [FIRST, SECOND._replace(start=FIRST.start)], None),
    ],
)
def test_conflicts_that_the_change_makes(
    old: list[Session], new: list[Session], expected: list[NewConflict] | None
) -> None:
    found = mine(old, new, "a", "b").conflicts
    assert list(found) == ([NewConflict("a", "b", 45, 0)] if expected is None else expected)


def test_conflicts_are_asked_from_either_side() -> None:
    found = mine(
        [FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD._replace(start=SECOND.start)], "b", "c"
    )
    assert found.conflicts_of("b") == (("c", 45),)
    assert found.conflicts_of("c") == (("b", 45),)
    assert found.conflicts_of("a") == ()

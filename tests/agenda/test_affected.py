"""What of a change concerns my agenda."""

import pytest

from summit_tui.agenda.affected import Affected, affected
from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.catalogue.changes import changes
from summit_tui.catalogue.model import Session, Speaker, Walk
from tests.factories import at, make_catalogue, make_session

NOTHING_ELSE = Circumstances()
ADA = (Speaker("Ada Alder"),)
FIRST = make_session("a", "09:00", title="Lambda inside", speakers=ADA)
SECOND = make_session("b", "10:00", title="Gardening with goats")
THIRD = make_session("c", "11:00", title="Compilers for the brave")


def mine(
    old: list[Session], new: list[Session], *picked: str, around: Circumstances = NOTHING_ELSE
) -> Affected:
    """Return what concerns an agenda of `picked`, of what changed from `old` to `new`."""
    agenda = Agenda("demo", {name: Pick(name) for name in picked})
    return affected(changes(make_catalogue(*old), make_catalogue(*new)), agenda, around)


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
        ([FIRST, SECOND], [make_session("a", "10:15"), SECOND], [("b", "a", 30, 0)]),
        ([FIRST, SECOND], [FIRST._replace(duration=75), SECOND], [("a", "b", 15, 0)]),
        ([FIRST, SECOND], [AT_TEN, SECOND], [("b", "z", 45, 0)]),
        ([make_session("a", "10:15"), SECOND], [make_session("a", "10:30"), SECOND], []),
        (
            [make_session("a", "10:15"), SECOND],
            [make_session("a", "10:05"), SECOND],
            [("b", "a", 40, 30)],
        ),
        ([make_session("a", "10:15", status="cancelled"), SECOND], [SECOND], []),
        (
            [make_session("a", "10:15", status="cancelled"), SECOND],
            [make_session("a", "10:15"), SECOND],
            [("b", "a", 30, 0)],
        ),
        ([SECOND], [make_session("a", "10:15"), SECOND], []),  # picked since, knowing the clash
        ([FIRST._replace(start=None), SECOND], [FIRST, SECOND._replace(start=FIRST.start)], None),
    ],
)
def test_conflicts_that_the_change_makes(
    old: list[Session], new: list[Session], expected: list[tuple[str, str, int, int]] | None
) -> None:
    found = mine(old, new, "a", "b").conflicts
    told = [(one.session.id, one.other.id, one.clash.minutes, one.before) for one in found]
    assert told == ([("a", "b", 45, 0)] if expected is None else expected)


def test_conflicts_are_asked_from_either_side() -> None:
    found = mine(
        [FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD._replace(start=SECOND.start)], "b", "c"
    )
    assert [(one.other.id, one.clash) for one in found.conflicts_of("b")] == [
        ("c", Conflict("c", 45))
    ]
    assert [(one.other.id, one.clash) for one in found.conflicts_of("c")] == [
        ("b", Conflict("b", 45))
    ]
    assert found.conflicts_of("a") == ()


HERE = make_session("a", "09:00", room="Blue")
NEXT = make_session("b", "09:50", room="Blue")
BETWEEN = make_session("m", "09:45", room="Blue", duration=5)
FAR = (Walk((), 8),)
NOON = make_session("busy-1", "12:00", title="Dentist", kind=APPOINTMENT, room=None)


@pytest.mark.parametrize(
    ("old", "new", "walks", "expected"),
    [
        ([HERE, NEXT], [HERE, NEXT._replace(room="Red")], FAR, [("a", "b", 3, 8, 0)]),
        ([HERE, NEXT], [HERE, NEXT._replace(room="Red")], (), []),
        ([HERE, NEXT._replace(room="Red")], [HERE, NEXT], FAR, []),
        (  # more is missing than before
            [HERE, NEXT._replace(room="Red")],
            [HERE, NEXT._replace(room="Red", start=at("09:47"))],
            FAR,
            [("a", "b", 6, 8, 3)],
        ),
        (  # now they overlap, by less than was missing
            [HERE, NEXT._replace(room="Red", start=at("09:46"))],
            [HERE, NEXT._replace(room="Red", start=at("09:43"))],
            FAR,
            [("a", "b", 2, 0, 0)],
        ),
        (  # no longer: only the way is too long
            [HERE, NEXT._replace(room="Red", start=at("09:43"))],
            [HERE, NEXT._replace(room="Red", start=at("09:46"))],
            FAR,
            [],
        ),
        (  # what lay between them is off
            [HERE, BETWEEN, NEXT._replace(room="Red")],
            [HERE, BETWEEN._replace(status="cancelled"), NEXT._replace(room="Red")],
            (Walk((), 6),),
            [("a", "b", 1, 6, 0)],
        ),
        ([HERE], [HERE._replace(start=at("11:30"))], (), [("a", "busy-1", 15, 0, 0)]),
        ([HERE._replace(start=at("11:30"))], [HERE._replace(start=at("11:20"))], (), []),
    ],
)
def test_conflicts_count_ways_and_appointments(
    old: list[Session],
    new: list[Session],
    walks: tuple[Walk, ...],
    expected: list[tuple[str, str, int, int, int]],
) -> None:
    around = Circumstances(appointments=(NOON,), walks=walks)
    found = mine(old, new, "a", "m", "b", around=around)
    assert [
        (one.session.id, one.other.id, one.clash.minutes, one.clash.walk, one.before)
        for one in found.conflicts
    ] == expected


def test_rules_that_the_update_brings_make_conflicts() -> None:
    day = (HERE, NEXT._replace(room="Red"))
    before, after = make_catalogue(*day), make_catalogue(*day, walking=FAR)
    agenda = Agenda("demo", {"a": Pick("a"), "b": Pick("b")})
    assert [one.clash for one in affected(changes(before, after), agenda).conflicts] == [
        Conflict("b", 3, 8)
    ]
    assert affected(changes(after, after), agenda).conflicts == ()

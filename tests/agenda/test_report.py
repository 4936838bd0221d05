"""What became of my agenda."""

import pytest

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.report import Report, first_ahead, report_on, video
from summit_tui.agenda.resolve import resolve
from summit_tui.catalogue.model import Link, Session, Speaker
from tests.factories import at, make_catalogue, make_session

NOW = at("12:00")


def report(*given: tuple[Session | None, Pick]) -> Report:
    sessions = [session for session, _ in given if session]
    agenda = Agenda("demo", {pick.id: pick for _, pick in given})
    return report_on(agenda, make_catalogue(*sessions), NOW)


def groups(found: Report) -> dict[str, list[str]]:
    names = ("attended", "missed", "unsaid", "cancelled", "ahead")
    told = {name: [item.id for item in getattr(found, name)] for name in names}
    return {name: ids for name, ids in told.items() if ids}


@pytest.mark.parametrize(
    ("session", "pick", "group"),
    [
        (make_session("a"), Pick("a", attended=True), "attended"),
        (make_session("a"), Pick("a", attended=False), "missed"),
        (make_session("a"), Pick("a"), "unsaid"),
        (make_session("a", "11:15"), Pick("a"), "unsaid"),
        (make_session("a", "11:16"), Pick("a"), "ahead"),
        (make_session("a", "11:15", duration=None), Pick("a"), "unsaid"),
        (make_session("a", "11:16", duration=None), Pick("a"), "ahead"),
        (make_session("a", None), Pick("a"), "ahead"),
        (make_session("a", "14:00"), Pick("a", attended=True), "attended"),
        (make_session("a", "14:00"), Pick("a", attended=False), "missed"),
        (make_session("a", status="cancelled"), Pick("a"), "cancelled"),
        (make_session("a", status="cancelled"), Pick("a", attended=False), "cancelled"),
        (make_session("a", status="cancelled"), Pick("a", attended=True), "attended"),
        (make_session("a", kind="meal"), Pick("a", attended=True), "attended"),
        (make_session("a", kind="meal"), Pick("a", note="good soup"), "unsaid"),
        (None, Pick("a", start="2019-04-02T11:15:00+02:00"), "unsaid"),
        (None, Pick("a", start="2019-04-02T11:16:00+02:00"), "ahead"),
        (None, Pick("a"), "ahead"),
    ],
)
def test_where_a_pick_belongs(session: Session | None, pick: Pick, group: str) -> None:
    found = report((session, pick))
    assert groups(found) == {group: ["a"]}
    assert found


def test_nobody_is_asked_about_lunch() -> None:
    found = report((make_session("a", kind="meal"), Pick("a")))
    assert groups(found) == {}
    assert not found


def test_a_session_seen_in_another_run_is_not_missed() -> None:
    runs = [make_session("one"), *(make_session(f"run{n}", repeats="one") for n in range(4))]
    picks = (
        Pick("one"),
        Pick("run0", attended=True),
        Pick("run1", attended=False),
        Pick("run2", note="kept"),
        Pick("run3", rating=2),
    )
    found = report(*zip(runs, picks, strict=True))
    assert groups(found) == {"attended": ["run0"], "unsaid": ["run2", "run3"]}


def test_the_best_come_first() -> None:
    ratings = {"a": 4, "b": 5, "c": 3, "d": 4}
    sessions = [make_session(name, f"0{n}:00") for n, name in enumerate("dabc", 5)]
    said = {"a": True, "b": None, "c": True, "d": True}
    picks = [Pick(s.id, rating=ratings[s.id], attended=said[s.id]) for s in sessions]
    found = report(*zip(sessions, picks, strict=True))
    assert [item.id for item in found.best] == ["b", "d", "a"]


VIDEO = (Link("slides", "https://example.org/s"), Link("Video (HD)", "https://example.org/v"))


@pytest.mark.parametrize(
    ("session", "pick", "watched"),
    [
        (make_session("a"), Pick("a", attended=False), True),
        (make_session("a", recorded=True), Pick("a", attended=False), True),
        (make_session("a", recorded=False), Pick("a", attended=False), False),
        (make_session("a", recorded=False, links=VIDEO), Pick("a", attended=False), True),
        (make_session("a", kind="social"), Pick("a", attended=False, note="x"), False),
        (make_session("a"), Pick("a"), False),
        (make_session("a", links=VIDEO), Pick("a"), False),
        (make_session("a"), Pick("a", note="x"), False),
        (make_session("a"), Pick("a", rating=1), False),
        (make_session("a"), Pick("a", attended=True), False),
        (make_session("a", status="cancelled"), Pick("a", attended=False), False),
        (make_session("a", "18:00"), Pick("a"), False),
        (None, Pick("a", attended=False), False),
    ],
)
def test_what_there_is_to_watch(session: Session | None, pick: Pick, watched: bool) -> None:
    assert [one.id for one in report((session, pick)).to_watch] == (["a"] if watched else [])


def test_what_there_is_to_watch_is_in_order_of_time() -> None:
    starts = {"unknown": None, "late": "10:00", "early": "08:00"}
    missed = [(make_session(each, at), Pick(each, attended=False)) for each, at in starts.items()]
    assert [one.id for one in report(*missed).to_watch] == ["early", "late", "unknown"]


@pytest.mark.parametrize(
    ("starts", "place"),
    [
        ([], 0),
        (["08:00", "09:00"], 0),
        (["11:15", "11:16", "14:00"], 1),
        (["08:00", None, "14:00"], 1),  # what has no time stands last
        (["08:00", None], 0),
    ],
)
def test_which_pick_comes_next(starts: list[str | None], place: int) -> None:
    sessions = [make_session(str(number), start) for number, start in enumerate(starts)]
    agenda = Agenda("demo", {each.id: Pick(each.id) for each in sessions})
    assert first_ahead(resolve(agenda, make_catalogue(*sessions)), NOW) == place


def test_which_link_is_the_recording() -> None:
    assert video(make_session(links=VIDEO)) == VIDEO[1]
    assert video(make_session(links=VIDEO[:1])) is None


def test_whom_i_heard() -> None:
    ada, bo = Speaker("Ada"), Speaker("Bo", "CTO")
    first, second = (
        make_session("a", speakers=(ada, bo)),
        make_session("b", "10:30", speakers=(bo,)),
    )
    unheard = make_session("c", speakers=(Speaker("Cy"),))
    found = report(
        (second, Pick("b", attended=True)), (first, Pick("a", attended=True)), (unheard, Pick("c"))
    )
    assert [(one.speaker, one.sessions) for one in found.heard] == [
        (ada, (first,)),
        (bo, (first, second)),
    ]

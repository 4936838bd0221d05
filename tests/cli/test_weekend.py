"""A weekend at an event of FOSDEM's size, played through from the wishes to the report."""

import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue, Session, SessionList, programme_order
from summit_tui.catalogue.writing import write
from tests.cli.runner import Outcome, summit

SATURDAY = date(2026, 1, 31)
SIZE = 874
WALK = ("--walk", "5")
FRIDAY_EVENING = ("--at", "2026-01-30T20:00")
SATURDAY_MORNING = ("--at", "2026-01-31T08:00")
SATURDAY_NOON = ("--at", "2026-01-31T12:45")
MONDAY = ("--at", "2026-02-02T09:00")


def weekend() -> Catalogue:
    """Return a fictional event of 874 sessions in two days; later days fill more rooms."""
    catalogue = generate(SIZE, first_day=SATURDAY)
    sessions = [moved(one) for one in catalogue.sessions]
    assert len(sessions) == SIZE
    return catalogue._replace(sessions=SessionList(sorted(sessions, key=programme_order)), rooms=())


def moved(session: Session) -> Session:
    if session.start is None:
        return session
    pairs = (session.start.date() - SATURDAY).days // 2
    room = f"{session.room} {pairs + 1}" if pairs and session.room else session.room
    return session._replace(start=session.start - timedelta(days=2 * pairs), room=room)


def published(folder: Path, catalogue: Catalogue) -> None:
    (folder / "weekend.yaml").write_text(write(catalogue), encoding="utf-8")


def changed(catalogue: Catalogue, session_id: str, **given: Any) -> Catalogue:
    sessions = [
        one._replace(**given) if one.id == session_id else one for one in catalogue.sessions
    ]
    return catalogue._replace(sessions=SessionList(sorted(sessions, key=programme_order)))


def done(*arguments: str) -> Outcome:
    ended = summit(*arguments)
    assert ended.code == 0, ended.err
    return ended


def wishes() -> None:
    """Pick some fifty sessions, several of them at once, as one does."""
    for want, query in (("maybe", "data"), ("want", "serverless"), ("must", "keynote")):
        ids = done("search", *FRIDAY_EVENING, query, "--limit", "25", "--format", "ids").out
        assert summit("add", "--want", want, "-", stdin=ids).code == 0


def agenda_ids() -> list[str]:
    return summit("agenda", "--format", "ids").lines


@pytest.fixture
def before(here: Path) -> Catalogue:
    (here / "sessions.yaml").unlink()
    catalogue = weekend()
    published(here, catalogue)
    done("import", "weekend.yaml", "--as", "weekend")
    done("use", "weekend")
    return catalogue


def test_the_weekend(here: Path, before: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    # Friday: wishes that clash, and the best that can be made of them.
    wishes()
    assert summit("agenda", *WALK, "--fail-on", "conflicts").code == 1
    plan = done("plan", *WALK, *FRIDAY_EVENING, "--format", "json").json
    assert plan["optimal"]
    assert {each["id"] for each in plan["dropped"]} <= set(agenda_ids())
    assert plan["dropped"]
    assert all(each["reason"] for each in plan["dropped"])
    done("plan", *WALK, *FRIDAY_EVENING, "--apply")
    assert summit("agenda", *WALK, "--fail-on", "conflicts").code == 0
    assert sorted(agenda_ids()) == sorted(plan["chosen"])

    # Saturday noon: a must is cancelled, another session of mine is on tomorrow.
    sunday = SATURDAY + timedelta(days=1)
    mine = [one for one in before.sessions if one.id in plan["chosen"] and one.start]
    musts = [one for one in mine if summit_want(one.id) == "must" and is_later(one)]
    cancelled = musts[0]
    other = next(one for one in mine if is_later(one) and one.id != cancelled.id)
    assert other.start is not None
    after = changed(before, cancelled.id, status="cancelled")
    after = changed(after, other.id, start=other.start + timedelta(days=1))
    published(here, after)
    told = summit("update", *SATURDAY_NOON, "--fail-on", "mine", "--format", "json")
    assert told.code == 1
    assert cancelled.id in told.json["mine"]["cancelled"]
    assert {change["id"] for change in told.json["changed"]} == {cancelled.id, other.id}
    assert {cancelled.id, other.id} <= set(agenda_ids())  # no pick is lost

    # The plan is repaired; what is over is left alone.
    repaired = done("plan", *WALK, *SATURDAY_NOON, "--format", "json").json
    reasons = {each["id"]: each["reason"] for each in repaired["dropped"]}
    assert reasons[cancelled.id] == "cancelled"
    wished_before = {each["id"] for each in plan["dropped"]}
    assert wished_before & set(repaired["chosen"])  # what had to give way comes back
    done("plan", *WALK, *SATURDAY_NOON, "--apply")
    assert summit("agenda", *WALK, *SATURDAY_NOON, "--fail-on", "conflicts").code == 0
    past = {one.id for one in mine if not is_later(one)}
    assert past <= set(agenda_ids())

    # Through the rest of the weekend, told of each in time.
    monkeypatch.setattr(time, "sleep", lambda _: None)
    lines = done("watch", *WALK, *SATURDAY_NOON).lines
    coming = [one for one in mine_now(after) if is_later(one) and not one.cancelled]
    assert len(lines) == len(coming)
    assert all(one.title in "\n".join(lines) for one in coming)
    assert any(one.start and one.start.date() == sunday for one in coming)

    # Afterwards: I was there, what I made of it, and the report.
    best = coming[0]
    done("attended", "--over", *MONDAY)
    done("rate", best.id, "5")
    done("note", best.id, "Worth the whole journey.")
    report = done("report", *MONDAY).out
    assert best.title in report
    assert "Worth the whole journey." in report
    listed = done("report", *MONDAY, "--format", "json").json
    assert listed["version"] == 1


def summit_want(session_id: str) -> str:
    picks = summit("agenda", "--format", "json").json["picks"]
    want: str = next(pick["want"] for pick in picks if pick["id"] == session_id)
    return want


def is_later(session: Session) -> bool:
    """Return whether a session begins after Saturday's lunch."""
    assert session.start is not None
    return session.start.strftime("%Y-%m-%dT%H:%M") > SATURDAY_NOON[1]


def mine_now(catalogue: Catalogue) -> list[Session]:
    ids = set(agenda_ids())
    return [one for one in catalogue.sessions if one.id in ids and one.start]

"""The first steps of the README, taken as they stand there: its commands and its keys."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from summit_tui.agenda.store import AgendaStore, default_path
from summit_tui.catalogue import clock
from summit_tui.catalogue.library import library_file, shipped
from summit_tui.search.programme import open_programme
from summit_tui.tui.app import SummitApp
from summit_tui.tui.products import PRODUCTS
from tests.cli.runner import Outcome, summit
from tests.docs.examples import ROOT
from tests.factories import at
from tests.tui.harness import lines_of, listed, press, said, settle

STEPS = ("find", "build", "move", "see", "write")
EVENING = at("2019-04-01 12:00")
IDS = ["serverless-frontend", "serverless-observability", "aurora-serverless"]


def cells(step: str) -> tuple[str, str]:
    """Return what the table says of a step, in the application and in the shell."""
    rows = (line.split("|") for line in (ROOT / "README.md").read_text().splitlines())
    row = next(row for row in rows if len(row) == 5 and row[1].strip().startswith(f"{step} "))
    return row[2], row[3]


def typed(step: str) -> list[str]:
    """Return what stands in quotes in the application's cell."""
    return re.findall(r"`([^`]+)`", cells(step)[0])


def commands(step: str) -> list[list[str]]:
    """Return the words of the commands in the shell's cell, without `summit`."""
    found = re.findall(r"`summit ([^`]+)`", cells(step)[1])
    assert found
    return [command.split() for command in found]


def done(words: list[str], *more: str) -> Outcome:
    ended = summit(*(word for word in words if word not in ("ID", "ID…", "…")), *more)
    assert ended.code == 0, ended.err
    return ended


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in an empty folder, the day before the sample takes place."""
    monkeypatch.chdir(tmp_path)
    clock.pretend(EVENING)
    yield tmp_path
    clock.pretend(None)


def test_in_the_shell(here: Path) -> None:
    when = ("--at", "2019-04-01T12:00")
    (search,) = commands("find")
    assert done(search, "--format", "ids", *when).lines == IDS
    add, plan = commands("build")
    done(add, *IDS, "inside-lambda", *when)
    assert summit("agenda", "--fail-on", "conflicts").code == 1
    done(plan, *when)
    done(["agenda", "--fail-on", "conflicts"])
    (export,) = commands("move")
    done(export, *when)
    assert (here / "agenda.ics").read_text().count("BEGIN:VEVENT") == 3
    over, note, report = commands("write")
    after = ("--at", "2019-04-03T09:00")
    done(over, *after)
    done(note, IDS[0], "Worth the way.")
    done(report, *after)
    assert "Worth the way." in (here / "report.md").read_text()


def test_what_changed_in_the_shell(here: Path) -> None:
    done(["demo"], "--at", "2019-04-01T12:00")
    done(["use", "demo"])
    update, diff = commands("see")
    assert "there is no source to be asked" in summit(*update).err
    assert "1 cancelled" in done(diff, "--at", "2019-04-01T13:00").err


async def test_in_the_application(here: Path) -> None:
    store = AgendaStore(default_path("sample"), "aws-summit-paris-2019")
    app = SummitApp(open_programme(shipped()), store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        slash, query, *_ = typed("find")
        await press(pilot, "escape", *("slash" if key == "/" else key for key in slash))
        await press(pilot, *query)
        assert listed(app) == IDS
        plan = typed("build")[-1]
        await press(pilot, "enter", "space", "j", "space", "escape", "escape", plan, "enter")
        assert set(store.read().picks) == set(IDS[:2])
        assert "clash" not in lines_of(app)
        await press(pilot, *typed("move"), "enter")
        assert said(app)[-1].startswith("Written to ")
        clock.pretend(EVENING + timedelta(days=2))
        now, attended, everything, *_, export = typed("write")
        await press(pilot, now, everything.replace("*", "asterisk"), attended)
        assert all(pick.attended for pick in store.read())
        await press(pilot, export)
        names = [each.name for each in PRODUCTS]
        app.screen.query_one(OptionList).highlighted = names.index("report")
        await press(pilot, "enter")
    assert "I attended 2 sessions" in (here / "aws-summit-paris-2019-report.md").read_text()


async def test_what_changed_in_the_application(here: Path) -> None:
    done(["demo"], "--at", "2019-04-01T12:00")
    clock.pretend(EVENING)
    store = AgendaStore(default_path("demo"), "demo-summit")
    app = SummitApp(open_programme(library_file("demo")), store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "escape", typed("see")[0])
        assert "Cancelled  1" in lines_of(app)
        assert "New  2" in lines_of(app)

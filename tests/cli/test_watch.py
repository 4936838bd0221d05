"""`summit watch`, with a clock that goes on as fast as it is asked to wait."""

import os
import select
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.catalogue.places import config_folder
from tests.cli.programmes import programme
from tests.cli.runner import COMMAND, summit
from tests.factories import make_session

pytestmark = pytest.mark.usefixtures("in_paris")

DAY = (
    make_session("one", "09:00", title="One; rm -rf", room="Amber"),
    make_session("two", "10:00", title="Two", room="Slate"),
)
MORNING = ("--at", "2019-04-02T08:00")
Waited = list[float]


@pytest.fixture(autouse=True)
def day(here: Path) -> None:
    programme(here, *DAY)
    summit("add", "one", "two")


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> Waited:
    """Let time pass at once; the seconds that were waited are in the list."""
    found: Waited = []
    monkeypatch.setattr(time, "sleep", found.append)
    return found


def then(monkeypatch: pytest.MonkeyPatch, happens: dict[int, Callable[[], object]]) -> None:
    """Have things happen during the waits of those numbers."""
    waits: Waited = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        happens.get(len(waits), lambda: None)()

    monkeypatch.setattr(time, "sleep", sleep)


def test_each_pick_is_told_once_in_time(waited: Waited) -> None:
    ended = summit("watch", *MORNING)
    assert ended.lines == [
        "in 10 min  09:00 One; rm -rf, Amber",
        "in 10 min  10:00 Two, Slate",
    ]
    assert (ended.code, ended.err) == (0, "nothing more of mine comes\n")
    assert sum(waited) == pytest.approx((50 + 60) * 60)
    assert max(waited) <= 20


def test_the_way_brings_it_forward(waited: Waited) -> None:
    ended = summit("watch", *MORNING, "--before", "5", "--walk", "20")
    assert ended.lines[1] == "in 20 min  10:00 Two, Slate · 20 min walk, leave now"


def test_whoever_reads_a_pipe_is_told_in_time(here: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    watching = subprocess.Popen(
        [COMMAND, "watch", "--at", "2019-04-02T08:55"], stdout=subprocess.PIPE, env=environment
    )
    with watching:
        assert watching.stdout is not None
        told, _, _ = select.select([watching.stdout], [], [], 20)
        line = watching.stdout.readline() if told else b"nothing"
        watching.kill()
    assert line.decode() == "in 5 min  09:00 One; rm -rf, Amber\n"


def test_what_begins_at_this_moment_is_told_before_it(waited: Waited) -> None:
    for minutes in ("0", "10081", "9" * 20):
        ended = summit("watch", *MORNING, "--before", minutes)
        assert ended.code == 2
        assert f"{minutes} is not in the range 1<=x<=10080" in ended.err
    assert len(summit("watch", *MORNING, "--before", "1").lines) == 2


def test_a_command_gets_words_and_no_shell(here: Path, waited: Waited) -> None:
    script = here / "told"
    script.write_text(
        '#!/bin/sh\nprintf "%s|" "$#" "$@" "$SUMMIT_TITLE" "$SUMMIT_LINE" >> told.txt\n'
    )
    script.chmod(0o755)
    ended = summit("watch", *MORNING, "--exec", f"{script} {{title}} 'at {{start:%H:%M}}'")
    assert ended.err == "nothing more of mine comes\n"
    assert (here / "told.txt").read_text() == (
        "2|One; rm -rf|at 09:00|One; rm -rf|in 10 min  09:00 One; rm -rf, Amber|"
        "2|Two|at 10:00|Two|in 10 min  10:00 Two, Slate|"
    )


def test_what_a_command_prints_is_said(waited: Waited) -> None:
    ended = summit("watch", *MORNING, "--exec", "echo {id} in {room}")
    assert ended.err.splitlines()[:2] == ["one in Amber", "two in Slate"]
    assert len(ended.lines) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no-such-command-here", "--exec: no-such-command-here: No such file or directory"),
        ("sh -c 'echo broken >&2; exit 3'", "--exec: sh ended with 3: broken"),
    ],
)
def test_a_command_that_fails_is_told_and_the_watch_goes_on(
    line: str, said: str, waited: Waited
) -> None:
    ended = summit("watch", *MORNING, "--exec", line)
    assert ended.err.splitlines() == [said, said, "nothing more of mine comes"]
    assert len(ended.lines) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("echo 'a", "--exec: No closing quotation"),
        (" ", "--exec: there is no command in it"),
        ("echo {titel}", "did you mean title?"),
    ],
)
def test_a_wrong_command_is_refused_at_once(line: str, said: str, waited: Waited) -> None:
    ended = summit("watch", *MORNING, "--exec", line)
    assert ended.code == 2
    assert said in ended.err
    assert waited == []


def test_what_changes_meanwhile_counts(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = DAY[1]._replace(start=make_session("x", "09:30").start)
    then(monkeypatch, {3: lambda: programme(here, DAY[0], moved)})
    ended = summit("watch", *MORNING)
    assert ended.lines[1] == "in 10 min  09:30 Two, Slate"


def test_the_settings_count_as_they_are_by_then(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = config_folder() / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"walk": "5"}')
    then(monkeypatch, {3: lambda: settings.write_text('{"walk": "20"}')})
    ended = summit("watch", *MORNING)
    assert ended.lines[1] == "in 20 min  10:00 Two, Slate · 20 min walk, leave now"


def test_what_is_wrong_with_the_settings_is_told_once(here: Path, waited: Waited) -> None:
    settings = config_folder() / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"walk": "far", "busy": "nowhere.ics"}')
    ended = summit("watch", *MORNING)
    assert len(ended.lines) == 2
    assert ended.err.count("far") == 1
    assert ended.err.count("nowhere.ics") == 1


def test_a_file_that_cannot_be_read_for_a_while_is_told_once(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    then(
        monkeypatch,
        {
            3: lambda: (here / "sessions.yaml").write_text("sessions: ["),
            6: lambda: programme(here, *DAY),
        },
    )
    ended = summit("watch", *MORNING)
    assert ended.err.count("still watching") == 1
    assert ended.lines[-1] == "in 10 min  10:00 Two, Slate"


def test_nothing_to_watch_is_told(waited: Waited) -> None:
    ended = summit("watch", "--at", "2019-04-05T08:00")
    assert (ended.code, ended.out) == (1, "")
    assert "nothing of mine comes next" in ended.err


def test_ctrl_c_ends_it_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    then(monkeypatch, {2: interrupt})
    ended = summit("watch", *MORNING)
    assert (ended.code, ended.out, ended.err) == (130, "", "\n")

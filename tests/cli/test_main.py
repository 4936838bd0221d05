"""What holds for every command: help, exit codes, streams, broken catalogues, suggestions."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from summit_tui import __version__
from summit_tui.catalogue import sections
from summit_tui.cli import main
from summit_tui.cli.main import COMMANDS
from tests.cli.programmes import BROKEN, saved
from tests.cli.runner import COMMAND, spawn, summit


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_the_help_lists_every_command_in_its_group(flag: str) -> None:
    ended = summit(flag)
    assert (ended.code, ended.err) == (0, "")
    for name, (_, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", ended.out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_fits_and_is_not_rewrapped(command: str) -> None:
    ended = summit(command, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert "\\b" not in ended.out
    assert "\b" not in ended.out
    assert max(map(len, ended.lines)) <= 80
    examples = [line for line in ended.lines if line.startswith("  summit ")]
    assert all(line.count("summit ") == 1 or "|" in line for line in examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_the_given_options_and_lists_them_last(command: str) -> None:
    lines = summit(command, "--help").lines
    options = [line.split()[0] for line in lines if re.match(r"  --?\w", line)]
    assert options[-5:] == ["--catalogue", "--agenda", "--at", "--color", "-h,"]


@pytest.mark.parametrize("line", ["search --level 300+", "export -o agenda.ics --alarm 10"])
def test_examples_stand_on_lines_of_their_own(line: str) -> None:
    ended = summit(line.split()[0], "--help")
    assert any(each.startswith(f"  summit {line}") for each in ended.lines) or (
        f"summit {line} --format ids" in ended.out
    )


def test_version() -> None:
    for ended in (summit("--version"), spawn("--version")):
        assert (ended.code, ended.out, ended.err) == (0, f"summit {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["serch"], "there is no command 'serch': did you mean search?"),
        (["exprot"], "did you mean export?"),
        (["serverless"], "summit search WORDS finds sessions"),
        (["search", "--lvel", "300"], "there is no option --lvel: did you mean --level?"),
        (["search", "--levl=300"], "did you mean --level?"),
        (["add", "--wnat", "must", "x"], "did you mean --want?"),
        (["search", "-ai"], "words that begin with - stand after --"),
        (["--lvel", "search"], "there is no option --lvel\n"),
        (["--colour", "never", "search"], "did you mean --color?"),
        (["search", "--color", "nevr"], "did you mean never?"),
        (["agenda", "--fail-on", "conflict"], "did you mean conflicts?"),
        (["events", "--format", "jason"], "did you mean json?"),
        (["completion", "bsh"], "did you mean bash?"),
        (["undo", "everything"], "unexpected extra argument"),
    ],
)
def test_slips_are_answered_with_what_could_have_been_meant(
    arguments: list[str], hint: str
) -> None:
    ended = summit(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err
    assert "--help says more" in ended.err


DONE = ["search", "show functions", "add models", "remove functions", "want must functions"]
DONE += ["note functions text", "rate functions 4", "attended functions", "undo", "agenda"]
DONE += ["export", "schema", "events", "use", "use sample", "use --clear", "doctor"]
DONE += ["demo -o -", "demo --sessions 3", "completion bash", ""]
NOTHING = ["search xylophone", "redo", "remove models", "note functions --show"]
NOTHING += ["note functions -", "export xylophone", "add -", "check", "show -"]
WRONG = ["search --level 9", "show xyzzy", "add xyzzy", "remove xyzzy", "want must xyzzy"]
WRONG += ["note xyzzy x", "rate functions 9", "attended xyzzy", "undo x", "redo x"]
WRONG += ["agenda --format x", "export --format x", "check nowhere", "schema x", "events x"]
WRONG += ["use nowhere", "demo --sessions 0", "doctor x", "completion x", "xyzzy"]
WRONG += ["--catalogue nowhere search", "search --catalogue nowhere", "search --at x"]


@pytest.mark.parametrize(
    ("line", "code"),
    [(line, 0) for line in DONE] + [(line, 1) for line in NOTHING] + [(line, 2) for line in WRONG],
)
def test_exit_codes(line: str, code: int) -> None:
    summit("add", "functions")
    ended = summit(*line.split())
    assert ended.code == code, ended.err
    assert "Traceback" not in ended.err
    if code == 2 and line != "check nowhere":
        assert "error: " in ended.err
        assert ended.out == ""
    if code == 1 and line != "check":
        assert ended.err
        assert ended.out == ""


SILENT = ["search", "show functions", "agenda", "schema", "events", "use", "completion fish", ""]


@pytest.mark.parametrize("line", [*SILENT, "search --format json", "doctor"])
def test_what_goes_well_says_nothing_on_standard_error(line: str) -> None:
    summit("add", "functions")
    ended = spawn(*line.split())
    assert (ended.code, ended.err) == (0, "")
    assert ended.out


CHANGING = ["add models", "remove functions", "want must functions", "note functions text"]
CHANGING += ["rate functions 4", "attended functions", "undo", "use sample", "demo"]


@pytest.mark.parametrize("line", CHANGING)
def test_what_changes_something_writes_no_data(line: str) -> None:
    summit("add", "functions")
    ended = spawn(*line.split())
    assert (ended.code, ended.out) == (0, "")
    assert ended.err


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_crash(stream: str, tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    line = (
        f'"{COMMAND}" search {stream} 2>>"{errors}"' if stream != "2>&-" else f'"{COMMAND}" x 2>&-'
    )
    subprocess.run(["sh", "-c", line], check=False, capture_output=True)
    assert not errors.exists() or "Traceback" not in errors.read_text()


READING = ["", "search", "show a", "add a", "remove a", "want must a", "note a x", "rate a 3"]
READING += ["attended a", "undo", "redo", "agenda", "export --all", "use bad.yaml"]
SHOWN = [
    "bad.yaml:5:12: error: level 'expret' is not one of 100, 200, 300, 400",
    "    5 |     level: expret",
    "      |            ^^^^^^ did you mean 400 (Expert)?",
    "bad.yaml:6:26: error: a session has no key 'levle'",
    '    6 |   - {id: b, title: "名前", levle: 300}',
    "      |                            ^^^^^ did you mean level?",
    "2 errors; nothing was done",
]


@pytest.mark.parametrize("line", READING)
def test_a_broken_catalogue_is_shown_with_its_places(line: str, here: Path) -> None:
    saved(here / "bad.yaml", BROKEN)
    ended = summit("--catalogue", "bad.yaml", *line.split())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines() == SHOWN


def test_a_broken_catalogue_as_the_installed_command_shows_it(here: Path) -> None:
    saved(here / "sessions.yaml", BROKEN)
    ended = spawn("search", "x")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines() == [line.replace("bad", "sessions") for line in SHOWN]


def test_commands_that_look_at_catalogues_live_with_broken_ones(here: Path) -> None:
    saved(here / "sessions.yaml", BROKEN)
    events = summit("events")
    assert (events.code, events.err) == (0, "")
    assert "sessions.yaml:5:12: error: level 'expret'" in events.out
    assert summit("doctor").code == 2
    assert summit("schema").code == summit("demo").code == summit("completion", "zsh").code == 0


def test_a_hopeless_catalogue_is_cut_short(here: Path) -> None:
    saved(here / "sessions.yaml", BROKEN + "  - {id: b, levle: 1}\n" * 50)
    ended = summit("search")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 20 * 3 + 1
    assert "errors; summit check sessions.yaml shows them all" in ended.err


def failing_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(main.cli, "main", fail)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(28, "No space left on device"), 2, "error: no space left on device\n"),
        (PermissionError(13, "Permission denied", "/x"), 2, "error: /x: permission denied\n"),
        (BrokenPipeError(), 0, ""),
        (KeyboardInterrupt(), 130, ""),
        (sections.DamagedError("records"), 2, "run the command again"),
    ],
)
def test_what_the_machine_does_to_a_command(
    error: Exception, code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_with(error, monkeypatch)
    ended = summit("agenda")
    assert ended.code == code
    assert said in ended.err
    assert bool(said) == bool(ended.err)


def test_color_is_a_choice_of_one_run() -> None:
    assert "\x1b[1m" in summit("search", "--format", "table", "--color", "always").out
    assert "\x1b" not in summit("search", "--format", "table").out
    assert "\x1b[31merror:" in summit("--color", "always", "show", "xyzzy").err
    assert "\x1b" not in summit("--color", "never", "show", "xyzzy").err


def test_both_names_are_installed() -> None:
    other = Path(COMMAND).with_name("summit-tui")
    shown = subprocess.run([other, "--version"], capture_output=True, check=True)
    assert shown.stdout.decode() == f"summit {__version__}\n"


def test_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    assert "Cora Cédar" in spawn("show", "queues").out
    assert spawn("note", "queues", stdin="déjà vu".encode()).code == 0
    assert summit("note", "queues", "--show").out == "déjà vu\n"
    assert sys.getdefaultencoding() == "utf-8"


def test_a_fault_of_the_program_is_said_and_kept(
    monkeypatch: pytest.MonkeyPatch, isolated: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("summit_tui.cli.listing.print_sessions", fail)
    ended = summit("search", "--catalogue", "sample")
    log = isolated / "state" / "summit-tui" / "fault.log"
    assert ended.code == 2
    assert (
        ended.err == f"error: this is a fault of summit, not of yours: what happened is in {log}\n"
    )
    assert "RuntimeError: boom" in log.read_text()

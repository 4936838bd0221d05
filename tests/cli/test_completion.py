"""Completion: the scripts, what the shells are answered, and a real bash that asks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.programmes import BROKEN, SESSIONS, programme, saved
from tests.cli.runner import COMMAND, spawn, summit


def asked(
    monkeypatch: pytest.MonkeyPatch, words: list[str], shell: str = "bash", at: int | None = None
) -> list[str]:
    """Return what `summit` answers a shell at the last of `words` (or at number `at`)."""
    joined = "\n".join(words) if shell == "bash" else " ".join(words)
    monkeypatch.setenv("_SUMMIT_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", joined)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1 if at is None else at))
    ended = summit()
    assert (ended.code, ended.err) == (0, "")
    return ended.lines


def values(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    lines = asked(monkeypatch, ["summit", *words])
    assert all(line.startswith("plain,") for line in lines if line)
    return [line.removeprefix("plain,") for line in lines if line]


ANSWERS = [
    (("sea",), "search"),
    (("re",), "remove redo report"),
    (("search", "--le"), "--level"),
    (("--cat",), "--catalogue"),
    (("show", "fun"), "functions"),
    (("show", "FUN"), "functions"),
    (("show", "svs"), "SVS301 SVS201"),
    (("add", "queues", "mod"), "models"),
    (("add", "--want", "m"), "must maybe"),
    (("want", "m"), "must maybe"),
    (("want", "must", "mo"), "models"),
    (("note", "lak"), "lakes"),
    (("rate", "lak"), "lakes"),
    (("attended", "lak"), "lakes"),
    (("remove", ""), "functions queues"),
    (("remove", "f"), "functions"),
    (("search", "--level", ""), "100 200 300 400"),
    (("search", "--level", "3"), "300"),
    (("search", "--level", "300,4"), "300,400"),
    (("search", "--level", "=", "3"), "300"),
    (("search", "--level", "="), "100 200 300 400"),
    (("search", "--level", "=", "300", "--tra"), "--track"),
    (("search", "--track", "S"), "Serverless"),
    (("search", "--track", "mach"), "Machine Learning"),
    (("search", "--track", "'Mach"), "Machine Learning"),
    (("search", "--track", "Machine\\ L"), "Machine Learning"),
    (("search", "--room", "hall 1, l"), "Hall 1, Level 2"),
    (("search", "--day", "2019"), "2019-04-02 2019-04-03"),
    (("search", "--day", "to"), "today tomorrow"),
    (("search", "--kind", "w"), "workshop"),
    (("search", "--lang", ""), "de en fr"),
    (("search", "--speaker", "bir"), "Basil Birch"),
    (("search", "--speaker", "ced"), "Cora Cédar"),
    (("search", "--speaker", "Basil\\ B"), "Basil Birch"),
    (("search", "--speaker", "zz"), ""),
    (("export", "--speaker", "a"), "Ada Alder"),
    (("agenda", "--fail-on", ""), "conflicts"),
    (("completion", ""), "bash zsh fish"),
    (("search", "--color", "n"), "never"),
]


@pytest.mark.parametrize(("words", "expected"), ANSWERS)
def test_what_bash_is_answered(
    words: tuple[str, ...], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    summit("add", "functions", "queues")
    found = values(monkeypatch, *words)
    names = {"Machine Learning", "Hall 1, Level 2", "Basil Birch", "Cora Cédar", "Ada Alder"}
    assert found == ([expected] if expected in names else expected.split())


def test_every_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    found = values(monkeypatch, "search", "--speaker", "")
    assert found == ["Ada Alder", "Basil Birch", "Cora Cédar", "Dora Dogwood"]


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        (["diff", "da"], "summit diff da", ["days"]),
        (["update", ""], "summit update ", ["days"]),
        (["use", ""], "summit use ", ["days", "sample"]),
        (["remove", "--event", "d"], "summit remove --event d", ["days"]),
        (["diff", "days", "@"], "summit diff days@", ["@1", "@2"]),
        (["diff", "days", "@2"], "summit diff days@2", ["@2"]),
        (["diff", "days", "@1", "days", "@"], "summit diff days@1 days@", ["@1", "@2"]),
        (["use", "days", "@"], "summit use days@", []),  # a version is not opened
        (["search", "@mine", "--col"], "summit search @mine --col", ["--color"]),
    ],
)
def test_programmes_and_their_versions(
    words: list[str], line: str, expected: list[str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme(here, SESSIONS[0])
    summit("import", "sessions.yaml", "--as", "days")
    programme(here, SESSIONS[1])
    summit("import", "sessions.yaml", "--as", "days", "--force")
    monkeypatch.setenv("COMP_LINE", line)  # in which bash has taken the words apart
    lines = asked(monkeypatch, ["summit", *words])
    assert [each.removeprefix("plain,") for each in lines if each[:5] == "plain"] == expected


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_show_titles(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", "summit show fun")
    monkeypatch.setenv("COMP_CWORD", "2" if shell == "zsh" else "fun")
    monkeypatch.setenv("_SUMMIT_COMPLETE", f"{shell}_complete")
    out = summit().out
    assert "functions" in out
    assert "Functions in anger" in out


def test_the_catalogue_named_before_is_the_one_asked(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = programme(here, SESSIONS[0]).rename(here / "other.yaml")
    assert values(monkeypatch, "--catalogue", str(other), "show", "") == ["opening"]
    assert values(monkeypatch, "show", "--catalogue", str(other), "") == ["opening"]


@pytest.mark.parametrize(
    "words",
    [
        ("show", ""),
        ("search", "--track", ""),
        ("search", "--speaker", "b"),
        ("remove", ""),
        ("--catalogue", "nowhere", "show", ""),
        ("--at", "never", "show", ""),
        ("xyzzy", ""),
        ("search", "--speaker", '"'),
    ],
)
def test_tab_says_nothing_when_something_is_wrong(
    words: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(here / "sessions.yaml", BROKEN)
    assert values(monkeypatch, *words) == []


def test_an_unknown_shell_is_answered_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, ["summit", "show", ""], "tcsh") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_both_names(shell: str) -> None:
    ended = spawn("completion", shell)
    assert (ended.code, ended.err) == (0, "")
    assert f"_SUMMIT_COMPLETE={shell}_complete" in ended.out
    assert "_SUMMIT_TUI_COMPLETE" not in ended.out
    assert "_summit_completion" in ended.out
    assert "_summit_tui_completion" in ended.out


def test_fish_keeps_the_commas_of_a_value() -> None:
    script = summit("completion", "fish").out
    assert script.count('string split --max 1 ","') == 2
    assert 'split ","' not in script


def test_the_shell_in_use_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/local/bin/fish")
    assert summit("completion").out == summit("completion", "fish").out
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    ended = summit("completion")
    assert (ended.code, ended.out) == (2, "")
    assert "say for which shell: summit completion bash|zsh|fish" in ended.err


def in_bash(words: list[str], name: str = "summit") -> list[str]:
    """Return COMPREPLY of a real bash at the last of `words`."""
    quoted = " ".join(f"'{word}'" for word in [name, *words])
    script = f"""
        set -u
        PATH={Path(COMMAND).parent}:$PATH
        eval "$({COMMAND} completion bash)"
        COMP_WORDS=({quoted})
        COMP_CWORD={len(words)}
        COMPREPLY=(stale)
        complete -p {name} >&2
        {name.join(["_", "_completion"]).replace("-", "_")} {name} "${{COMP_WORDS[COMP_CWORD]}}" x
        (( ${{#COMPREPLY[@]}} )) && printf '%s\\n' "${{COMPREPLY[@]}}" || true
    """
    ended = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, check=True, timeout=60
    )
    registered = ended.stderr.decode()
    assert registered.endswith(f"completion {name}\n")
    return ended.stdout.decode().splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["show", "fun"], ["functions"]),
        (["search", "--level", "4"], ["400"]),
        (["search", "--track", "mach"], ["Machine Learning"]),
        (["search", "--room", "Hall"], ["Hall 1, Level 2"]),
        (["search", "--speaker", "b"], ["Basil Birch"]),
        (["search", "--level", "=", "1"], ["100"]),
        (["show", "nothing-like-it"], []),
    ],
)
def test_a_real_bash(words: list[str], expected: list[str], here: Path) -> None:
    (here / "functions").mkdir()  # must not be taken for a file name pattern's match
    assert in_bash(words) == expected


def test_a_real_bash_under_the_other_name() -> None:
    assert in_bash(["show", "fun"], "summit-tui") == ["functions"]


def test_a_title_that_is_a_pattern_is_not_expanded(here: Path) -> None:
    (here / "a-file").write_text("")
    session = SESSIONS[0]
    programme(here, type(session)(id="x", title="X", tracks=("*", "a?file [b]")))
    assert in_bash(["search", "--track", ""]) == ["*", "a?file [b]"]


def test_completing_loads_neither_screens_nor_yaml(here: Path) -> None:
    spawn("search", "--picked")
    spawn("add", "functions")
    code = """
import json, os, sys
from summit_tui.cli.main import run
for line in ("summit show ", "summit remove ", "summit search --speaker b"):
    words = line.split(" ")
    os.environ.update(_SUMMIT_COMPLETE="bash_complete", COMP_WORDS=line)
    os.environ["COMP_CWORD"] = str(len(words) - 1)
    run([])
print(json.dumps(sorted(sys.modules)))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    *answers, modules = ended.stdout.decode().splitlines()
    assert "plain,Basil Birch" in answers
    assert "plain,functions" in answers
    heavy = {"textual", "rich", "yaml", "_yaml", "icalendar", "rapidfuzz"}
    assert not heavy & set(json.loads(modules))

"""`summit merge`: into my agenda, into a file, and as git's merge driver."""

import os
import subprocess
from pathlib import Path

import pytest

from summit_tui.agenda.merging_notes import SEPARATOR
from tests.cli.runner import COMMAND, summit


def pick(session_id: str, **fields: object) -> str:
    """Return a pick as an agenda file has it."""
    lines = [f"  - id: {session_id}", *(f"    {name}: {value}" for name, value in fields.items())]
    return "\n".join(lines) + "\n"


def agenda(path: Path, *picks: str, event: str = "demo") -> Path:
    """Write an agenda file."""
    path.write_text(f"version: 1\nevent: {event}\npicks:\n{''.join(picks)}")
    return path


def picked(*arguments: str | Path) -> list[str]:
    return summit("agenda", *arguments, "--format", "ids").lines


def test_a_file_is_taken_into_my_agenda_and_undone(here: Path) -> None:
    summit("add", "functions")
    phone = agenda(here / "phone.yaml", pick("functions", want="must"), pick("models"))
    ended = summit("merge", phone)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == (
        f"{phone}: 1 pick added, 1 pick changed\n"
        "Functions in anger: want here, must there: must counts\n"
    )
    assert picked() == ["functions", "models"]
    assert summit("merge", phone).err.splitlines()[0] == (
        f"{phone}: nothing that is not on my agenda already"
    )
    assert summit("undo").err == f"undone: merge {phone}\n"
    assert picked() == ["functions"]


def test_several_files_are_one_change(here: Path) -> None:
    files = [agenda(here / f"{each}.yaml", pick(each)) for each in ("functions", "models")]
    assert summit("merge", *files).err.startswith("2 files: 2 picks added\n")
    assert summit("undo").err == "undone: merge 2 files\n"
    assert picked() == []


def test_what_was_picked_meanwhile_is_told_to_clash(here: Path) -> None:
    summit("add", "functions")
    ended = summit("merge", agenda(here / "phone.yaml", pick("queues")))
    assert "! Queues and topics: 30 min with Functions in anger\n" in ended.err


def test_with_a_base_removals_count(here: Path) -> None:
    summit("add", "functions", "queues", "models")
    base = agenda(here / "base.yaml", pick("functions"), pick("queues"), pick("models"))
    summit("note", "queues", "changed here")
    phone = agenda(here / "phone.yaml", pick("models"))
    ended = summit("merge", phone, "--base", base)
    assert ended.err.splitlines() == [
        f"{phone}: 1 pick removed",
        "Queues and topics: taken out there, changed here: it stays",
    ]


def test_a_link_in_a_circle_is_told(here: Path) -> None:
    other = agenda(here / "other.yaml", pick("models"))
    (here / "circle.yaml").symlink_to("circle.yaml")
    for arguments in (("-o", "circle.yaml"), ("--base", other, "circle.yaml")):
        ended = summit("merge", other, *arguments)
        assert ended.code == 2
        assert "circle.yaml: " in ended.err


@pytest.mark.parametrize("text", ["", "version: 1\npicks: []\n"])
def test_an_empty_file_takes_nothing_out(here: Path, text: str) -> None:
    own = agenda(here / "own.yaml", pick("functions"), pick("models"))
    base = agenda(here / "base.yaml", pick("functions"), pick("models"))
    before = own.read_text()
    (here / "gone.yaml").write_text(text)
    for arguments in (
        [here / "gone.yaml", "--agenda", own],
        ["-", "--agenda", own],
        [own, here / "gone.yaml"],
        [here / "gone.yaml", own],
    ):
        ended = summit("merge", "--base", base, *arguments, stdin=text)
        assert (ended.code, own.read_text()) == (2, before)
        assert "it is empty; with --base that would take every pick out" in ended.err
    emptied = agenda(here / "emptied.yaml")
    assert "2 picks removed" in summit("merge", "--base", base, emptied, "--agenda", own).err


def test_a_version_can_come_from_a_pipe() -> None:
    ended = summit("merge", "-", stdin=f"event: demo\npicks:\n{pick('models')}")
    assert ended.err.startswith("-: 1 pick added")
    assert picked() == ["models"]


DISAGREEMENTS = [
    ({"want": "must"}, {"want": "maybe"}, "must here, maybe there: must counts"),
    ({"rating": 3}, {"rating": 5}, "rated 3 here, 5 there: 5 counts, 3 stands in the note"),
    ({"attended": "false"}, {"attended": "true"}, "attended there only: that counts"),
    ({"note": "one"}, {"note": "two"}, "two notes: all lines are kept; summit note models"),
    ({"seat": 1}, {"seat": 2}, "seat has two values: 2 is kept, 1 is not"),
]


@pytest.mark.parametrize(("mine", "theirs", "said"), DISAGREEMENTS)
def test_what_cannot_be_had_both_ways_is_told(
    here: Path, mine: dict[str, object], theirs: dict[str, object], said: str
) -> None:
    own = agenda(here / "own.yaml", pick("models", **mine))
    other = agenda(here / "other.yaml", pick("models", **theirs))
    ended = summit("merge", other, "--agenda", own)
    assert ended.code == 0
    assert f"models: {said}" in ended.err
    own = agenda(here / "own.yaml", pick("models", **mine))
    assert summit("merge", other, "--agenda", own, "--fail-on", "conflicts").code == 1


def test_a_note_written_twice_stays_readable(here: Path) -> None:
    summit("note", "functions", "Ask Ada.\nBring water.")
    summit("merge", agenda(here / "phone.yaml", pick("functions", note="Closed door.")))
    assert summit("note", "functions", "--show").lines == [
        "Ask Ada.",
        "Bring water.",
        "",
        SEPARATOR,
        "",
        "Closed door.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("event: other\npicks: [models]\n", "phone.yaml: this is an agenda of other, not of demo"),
        ("picks: [}", "phone.yaml:1:9: error: "),
        ("version: 9\npicks: []\n", "phone.yaml: written by a newer summit"),
        (None, "phone.yaml: error: there is no such file"),
    ],
)
def test_a_file_that_is_no_version_of_it_changes_nothing(
    here: Path, text: str | None, said: str
) -> None:
    summit("add", "functions")
    if text is not None:
        (here / "phone.yaml").write_text(text)
    good = agenda(here / "good.yaml", pick("queues"))
    ended = summit("merge", good, here / "phone.yaml")
    assert ended.code == 2
    assert said in ended.err
    assert ended.err.count("error: ") == 1
    assert picked() == ["functions"]


def test_unknown_fields_of_a_pick_come_along_and_those_of_the_file_are_told(here: Path) -> None:
    (here / "phone.yaml").write_text(
        "event: demo\ncolour: red\npicks:\n  - {id: models, seat: 7}\n"
    )
    ended = summit("merge", here / "phone.yaml", "--agenda", "mine.yaml")
    assert "unknown fields of the file itself are not taken over: colour\n" in ended.err
    assert "seat: 7" in (here / "mine.yaml").read_text()


def test_files_are_merged_into_another(here: Path) -> None:
    files = [agenda(here / f"{each}.yaml", pick(each)) for each in ("functions", "models")]
    assert summit("merge", *files, "-o", "both.yaml").code == 0
    assert picked("--agenda", "both.yaml") == ["functions", "models"]
    refused = summit("merge", *files, "-o", "both.yaml")
    assert (refused.code, "--force overwrites it" in refused.err) == (2, True)
    assert summit("merge", *files, "-o", "-").out == (here / "both.yaml").read_text()
    assert not list(here.glob(".*"))  # no lock beside a file that nobody else writes
    assert picked() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a", "b", "c", "--base", "d"], "--base takes one FILE"),
        (["-", "--base", "-"], "only one of the files can be standard input"),
        (["a", "--base", "b", "--fail-on", "anything"], "'anything' is not one of conflicts"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str) -> None:
    ended = summit("merge", *arguments)
    assert (ended.code, said in ended.err) == (2, True)


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git as somebody, with nobody's configuration."""
    who = {
        f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=dict(os.environ) | who | alone,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def repository(here: Path) -> Path:
    """Return a repository with agendas in it, set up as the documentation says."""
    folder = here / "dotfiles"
    folder.mkdir()
    git(folder, "init", "-b", "main")
    git(folder, "config", "merge.summit.driver", f"'{COMMAND}' merge --base %O %A %B")
    (folder / ".gitattributes").write_text("*.yaml merge=summit\n")
    return folder


def commit(folder: Path, *picks: str, name: str = "agenda.yaml") -> None:
    agenda(folder / name, *picks)
    git(folder, "add", "-A")
    assert git(folder, "commit", "-m", "next").returncode == 0


def test_git_merges_two_branches(repository: Path) -> None:
    commit(repository, pick("functions", note="start"), pick("models"), pick("queues"))
    git(repository, "checkout", "-b", "phone")
    commit(repository, pick("functions", note="start"), pick("models", rating=4), pick("opening"))
    git(repository, "checkout", "main")
    commit(repository, pick("functions", want="must"), pick("models"), pick("queues"))
    merged = git(repository, "merge", "phone")
    assert merged.returncode == 0, merged.stderr
    assert (repository / "agenda.yaml").read_text() == (
        "# My agenda, kept by summit: comments and layout are not kept, unknown fields are.\n"
        "version: 1\nevent: demo\npicks:\n"
        "  - id: functions\n    want: must\n"
        "  - id: models\n    want: want\n    rating: 4\n"
        "  - id: opening\n    want: want\n"
    )
    assert git(repository, "status", "--porcelain").stdout == ""


def test_git_merges_files_that_both_branches_began(repository: Path) -> None:
    commit(repository, pick("functions"), name="other.yaml")
    git(repository, "checkout", "-b", "phone")
    commit(repository, pick("models", rating=2))
    git(repository, "checkout", "main")
    commit(repository, pick("models", rating=4))
    merged = git(repository, "merge", "phone")
    assert merged.returncode == 0, merged.stderr
    assert "rated 4 here, 2 there: 4 counts, 2 stands in the note" in merged.stdout + merged.stderr
    assert "rating: 4" in (repository / "agenda.yaml").read_text()


def test_git_keeps_my_side_of_what_cannot_be_merged(repository: Path) -> None:
    commit(repository, pick("functions"))
    git(repository, "checkout", "-b", "phone")
    commit(repository, pick("functions", rating=9))
    git(repository, "checkout", "main")
    commit(repository, pick("models"))
    merged = git(repository, "merge", "phone")
    assert merged.returncode == 1
    assert "rating '9' is not one of 1, 2, 3, 4, 5" in merged.stdout + merged.stderr
    assert "CONFLICT" in merged.stdout
    assert "id: models" in (repository / "agenda.yaml").read_text()


def test_git_stops_for_conflicts_where_it_is_asked_to(repository: Path) -> None:
    driver = f"'{COMMAND}' merge --base %O %A %B --fail-on conflicts"
    git(repository, "config", "merge.summit.driver", driver)
    commit(repository, pick("functions", rating=1))
    git(repository, "checkout", "-b", "phone")
    commit(repository, pick("functions", rating=2))
    git(repository, "checkout", "main")
    commit(repository, pick("functions", rating=3))
    assert git(repository, "merge", "phone").returncode == 1
    text = (repository / "agenda.yaml").read_text()
    assert "rating: 3" in text
    assert "Also rated 2 of 5." in text

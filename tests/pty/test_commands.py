"""What each command sends to a terminal, and into a pipe, from a catalogue that attacks both."""

from pathlib import Path

import pytest

from tests.pty import hostile
from tests.pty.received import NONE, SHELL_OWN, leaks
from tests.pty.summit import in_pipe, on_terminal

TEMPLATE = (
    "{id} {code} {title} {kind} {level} {track} {room} {place} {start} {speakers} {tags} "
    "{abstract} {want} {note} {event}"
)
FORMATS = ("table", "json", "jsonl", "csv", "tsv", "ids", TEMPLATE)
FIRST = hostile.IDS[0]
COMMANDS: list[tuple[str, ...]] = [
    *(("search", "--format", form) for form in FORMATS),
    ("search", hostile.WORD),
    ("search", "--room", "room", "--track", "track", "--speaker", "nobody"),
    *(("show", "--format", form, *hostile.IDS) for form in FORMATS),
    *(("agenda", "--format", form) for form in FORMATS),
    *(("export", "--format", form) for form in ("ics", "md", "json", "jsonl", "csv")),
    *(("export", "--all", "--format", form) for form in ("ics", "md", "json", "jsonl", "csv")),
    ("add", *hostile.IDS),
    ("add", "--want", "maybe", *hostile.IDS),
    ("want", "want", *hostile.IDS),
    ("rate", FIRST, "4"),
    ("attended", *hostile.IDS),
    ("note", FIRST, "\x1b]0;PWNED\x07 \x9b97;97m my words \u202e"),
    ("note", FIRST, "--show"),
    ("remove", FIRST),
    ("remove", "gone"),
    ("undo",),
    ("redo",),
    ("events",),
    ("events", "--format", "json"),
    ("use",),
    ("doctor",),
]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    catalogue, agenda = hostile.write(tmp_path)
    return ["--catalogue", str(catalogue), "--agenda", str(agenda), "--at", hostile.DURING]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:40])
def test_a_terminal_receives_no_foreign_code(command: tuple[str, ...], files: list[str]) -> None:
    if command[0] in ("undo", "redo"):
        in_pipe(*files, "remove", *hostile.IDS)
    if command[0] == "redo":
        in_pipe(*files, "undo")
    code, received = on_terminal(*files, *command)
    assert leaks(received, SHELL_OWN) == []
    assert hostile.MARK not in received
    assert b"Traceback" not in received
    assert code == 0, received[-500:]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:40])
def test_a_pipe_receives_no_foreign_code(command: tuple[str, ...], files: list[str]) -> None:
    if command[0] in ("undo", "redo"):
        in_pipe(*files, "remove", *hostile.IDS)
    if command[0] == "redo":
        in_pipe(*files, "undo")
    code, out, said = in_pipe(*files, *command)
    assert leaks(out, NONE) == []
    assert leaks(said, NONE) == []
    assert hostile.MARK not in out + said
    assert b"Traceback" not in said
    assert code == 0, said[-500:]


def test_the_programme_as_text_holds_no_foreign_code(files: list[str]) -> None:
    code, out, said = in_pipe(*files)
    assert (code, said) == (0, b"")
    assert leaks(out, NONE) == []
    assert b"Hostile Summit" in out
    assert hostile.MARK not in out


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_says_what_is_wrong_without_foreign_code(form: str, tmp_path: Path) -> None:
    everything = hostile.quoted("".join(hostile.ATTACKS.values()))
    wrong = [
        f"event: {{name: {everything}, timezone: {everything}, {everything}: 1}}",
        "sessions:",
        f"  - {{id: {everything}, title: {everything}, level: {everything}, kind: {everything},",
        f"     start: {everything}, links: {{{everything}: {everything}}}, {everything}: x}}",
        f"  - {{id: a, title: b, level: {everything}, status: {everything}, room: {everything}}}",
        f"  - {{id: a, title: b, repeats: {everything}, language: {everything}}}",
    ]
    path = tmp_path / "wrong.yaml"
    path.write_text("\n".join(wrong), encoding="ascii")
    for command in (["check", str(path)], ["--catalogue", str(path), "search"]):
        arguments = [*command, "--format", form] if "check" in command else command
        code, received = on_terminal(*arguments)
        assert leaks(received, SHELL_OWN) == []
        assert b"Traceback" not in received
        assert code == 2


def test_raw_bytes_in_a_broken_file_are_not_quoted_back(tmp_path: Path) -> None:
    path = tmp_path / "raw.yaml"
    attack = "".join(hostile.ATTACKS.values())
    path.write_text(f"sessions:\n  - id: a\n    title: {attack}\n   bad: [\n", encoding="utf-8")
    code, received = on_terminal("check", str(path))
    assert leaks(received, SHELL_OWN) == []
    assert code == 2


@pytest.mark.parametrize("text", [*hostile.MARKUP.values(), *hostile.SURVIVORS.values()])
@pytest.mark.parametrize(
    "command", [("search",), ("search", "--format", "json"), ("show", *hostile.IDS), ("agenda",)]
)
def test_markup_and_emoji_arrive_as_they_are(
    command: tuple[str, ...], text: str, files: list[str]
) -> None:
    code, received = on_terminal(*files, *command)
    assert code == 0
    assert text in received.decode()


@pytest.mark.parametrize("form", ["ics", "md", "json", "jsonl", "csv"])
def test_emoji_survive_in_every_export(form: str, files: list[str]) -> None:
    code, out, _ = in_pipe(*files, "export", "--all", "--format", form)
    assert code == 0
    text = out.decode().replace("\r\n ", "")
    assert [each for each in hostile.SURVIVORS.values() if each not in text] == []

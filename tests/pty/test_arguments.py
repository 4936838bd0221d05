"""What is typed or pasted on the command line comes back in messages: harmless as well."""

import os
from pathlib import Path

import pytest

from tests.pty import hostile
from tests.pty.received import NONE, SHELL_OWN, leaks
from tests.pty.summit import environment, in_pipe, on_terminal

ATTACK = "".join(text for text in hostile.ATTACKS.values() if "\x00" not in text)
"""All at once; a NUL cannot be in an argument."""
COMMANDS: list[tuple[str, ...]] = [
    ("search", ATTACK),
    ("search", f'"{ATTACK}"'),
    ("search", f"{ATTACK}:x"),
    ("search", f"track:{ATTACK}"),
    ("search", f"level:{ATTACK}"),
    ("search", f"after:{ATTACK}"),
    ("search", f"day:{ATTACK}"),
    ("search", "--level", ATTACK),
    ("search", "--track", ATTACK),
    ("search", "--kind", ATTACK),
    ("search", "--after", ATTACK),
    ("search", "--limit", ATTACK),
    ("search", "--format", ATTACK),
    ("search", "--format", f"{{title}} {{{ATTACK}}}"),
    ("search", "--format", f"{{start:{ATTACK}"),
    ("search", "--format", f"{{level:{ATTACK}}}"),
    ("search", f"--{ATTACK}"),
    ("show", ATTACK),
    ("show", "x\udc9by\udcff"),
    ("add", ATTACK),
    ("add", "--want", ATTACK, hostile.IDS[0]),
    ("want", ATTACK, hostile.IDS[0]),
    ("want", "must", ATTACK),
    ("rate", hostile.IDS[0], ATTACK),
    ("note", ATTACK, "text"),
    ("remove", ATTACK),
    ("attended", ATTACK),
    ("agenda", "--format", ATTACK),
    ("agenda", "--fail-on", ATTACK),
    ("export", "--format", ATTACK),
    ("export", "-o", f"{ATTACK}.pdf"),
    ("export", "--all", "--alarm", ATTACK),
    ("check", ATTACK),
    ("check", "--format", ATTACK),
    ("check", ATTACK, "--format", "json"),
    ("check", ATTACK, "--format", "github"),
    ("use", ATTACK),
    ("completion", ATTACK),
    ("demo", "--sessions", ATTACK),
    ("demo", "--seed", ATTACK),
    ("--at", ATTACK, "search"),
    ("--catalogue", ATTACK, "search"),
    ("--agenda", f"/dev/null/{ATTACK}", "agenda"),
    ("--color", ATTACK, "search"),
    (ATTACK,),
]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    catalogue, agenda = hostile.write(tmp_path)
    return ["--catalogue", str(catalogue), "--agenda", str(agenda)]


@pytest.mark.parametrize("command", COMMANDS, ids=range(len(COMMANDS)))
def test_messages_quote_nothing_that_a_terminal_obeys(
    command: tuple[str, ...], files: list[str], tmp_path: Path
) -> None:
    given = [argument.encode(errors="surrogateescape") for argument in (*files, *command)]
    code, received = on_terminal(*given, cwd=tmp_path)
    assert leaks(received, SHELL_OWN) == []
    assert b"Traceback" not in received
    assert code in (1, 2), received[-500:]


@pytest.fixture
def odd_file(tmp_path: Path) -> Path:
    """A good catalogue with a file name that attacks; the folder's name does too."""
    name = ATTACK.replace("/", "")[:60]
    folder = tmp_path / f"\x1b]0;PWNED\x07\u202e{name[:20]}"
    folder.mkdir()
    path = folder / f"{name} \x9b97;97m.yaml"
    path.write_text(hostile.catalogue(), encoding="ascii")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("events",),
        ("events", "--format", "json"),
        ("use",),
        ("doctor",),
        ("search",),
        ("export", "--all", "-o", "odd\x1b]0;PWNED\x07\x9b97;97m.ics"),
        ("add", hostile.IDS[0]),
        ("undo",),
    ],
    ids=lambda command: " ".join(command)[:20].encode("unicode_escape").decode(),
)
def test_file_names_are_shown_without_foreign_code(
    command: tuple[str, ...], odd_file: Path, tmp_path: Path
) -> None:
    agenda = odd_file.with_name(f"agenda{odd_file.name}")
    arguments = ["--catalogue", str(odd_file), "--agenda", str(agenda), *command]
    _, received = on_terminal(*arguments, cwd=tmp_path)
    assert leaks(received, SHELL_OWN) == []
    _, out, said = in_pipe(*arguments, cwd=tmp_path)
    assert leaks(out + said, NONE) == []
    assert b"Traceback" not in received + said


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_problems_name_their_file_without_foreign_code(form: str, odd_file: Path) -> None:
    odd_file.write_text("sessions: [{id: a}]\n", encoding="ascii")
    for command in (["check", str(odd_file), "--format", form], ["--catalogue", str(odd_file)]):
        _, out, said = in_pipe(*command)
        assert leaks(out + said, NONE) == []
        assert b"Traceback" not in said


def test_a_file_name_that_is_no_text_is_no_traceback(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\x9b97;97m.yaml"
    with open(path, "w", encoding="ascii") as file:  # noqa: PTH123  the name is bytes
        file.write(hostile.catalogue())
    for command in (
        [b"search"],
        [b"check"],
        [b"events"],
        [b"doctor"],
        [b"add", b"h-dcs"],
        [b"use"],
    ):
        _, received = on_terminal(b"--catalogue", path, *command)
        assert leaks(received, SHELL_OWN) == []
        assert b"Traceback" not in received


def test_a_damaged_agenda_is_named_without_foreign_code(odd_file: Path) -> None:
    agenda = odd_file.with_name(f"agenda{odd_file.name}")
    agenda.write_bytes(b"\x00\x1b]0;PWNED\x07\xff")
    for command in ("agenda", "doctor"):
        code, received = on_terminal("--catalogue", str(odd_file), "--agenda", str(agenda), command)
        assert leaks(received, SHELL_OWN) == []
        assert b"Traceback" not in received
        assert code == 2


def test_the_environment_is_foreign_text_as_well(odd_file: Path) -> None:
    for name in ("SUMMIT_CATALOGUE", "SUMMIT_AGENDA"):
        env = environment(**{name: f"/dev/null/{ATTACK.replace(chr(0), '')}"})
        _, received = on_terminal("agenda", env=env)
        assert leaks(received, SHELL_OWN) == []
        assert b"Traceback" not in received

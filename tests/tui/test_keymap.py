"""The file of moved keys: what is read, and what is told of it."""

import json
from pathlib import Path

import pytest

from summit_tui.tui.keymap import read_keymap


def read(isolated: Path, given: object) -> tuple[dict[str, str], list[str]]:
    """Return what is read of a file with `given` in it, and what is told without its path."""
    path = isolated / "config" / "summit-tui" / "keys.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(given), encoding="utf-8")
    moved, wrong = read_keymap()
    return dict(moved), [each.removeprefix(f"{path}: ") for each in wrong]


def test_without_a_file_no_key_is_moved() -> None:
    assert read_keymap() == ({}, ())


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("z", "z"),
        ("Z", "Z"),
        ("!", "!"),
        ("Ctrl+N, F2", "ctrl+n,f2"),
        ("f5, shift+page down", "f5,shift+pagedown"),
        ("alt+left", "alt+left"),
        ("alt+←", "alt+left"),
        ("exclamation_mark", "exclamation_mark"),
    ],
)
def test_a_key_is_written_as_one_reads_it(written: str, named: str, isolated: Path) -> None:
    assert read(isolated, {"pick": written}) == ({"pick": named}, [])


@pytest.mark.parametrize("written", ["", "foo", "hyper+x", "z,,y", "ctrl+", 3, None, ["z"]])
def test_what_is_no_key_is_told_and_left_out(written: object, isolated: Path) -> None:
    moved, (told,) = read(isolated, {"pick": written, "want": "z"})
    assert moved == {"want": "z"}
    assert told == f"'pick': {written!r} is no key; write p, ctrl+f, / or page down"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"pick": "p"}, ["'pick': p is the key of 'plan': give that another one"]),
        ({"pick": "/"}, ["'pick': / is the key of 'search': give that another one"]),
        ({"help": "w"}, ["'help': w is the key of 'want': give that another one"]),
        ({"plan": "z", "pick": "z"}, ["'pick': z is the key of 'plan': give that another one"]),
        ({"pick": "3"}, ["'pick': 3 is the key of 'level': give that another one"]),
        ({"pick": "j"}, ["'pick': j is the key of 'down': give that another one"]),
        ({"pick": "p", "plan": "space"}, []),
        ({"chip": "n"}, []),  # the filters in use have their own
        ({"pik": "z"}, ["'pik': there is no such key; did you mean pick?"]),
    ],
)
def test_what_takes_another_key_away_is_told(
    given: dict[str, str], told: list[str], isolated: Path
) -> None:
    assert read(isolated, given)[1] == told

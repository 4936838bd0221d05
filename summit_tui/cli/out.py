"""The one writer to standard output. Data goes here, talk goes to `talk`.

Decides once whether colour is used and how wide the terminal is. A reader that closes the pipe
(`| head -1`) ends the command silently.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress

COLOURS = ("auto", "always", "never")
_COLOUR: bool | None = None
_CODES = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
}


def use_colour(choice: str) -> None:
    """Set whether output is coloured: `always`, `never`, or `auto` (a terminal that wants it)."""
    global _COLOUR  # one standard output, one choice
    _COLOUR = None if choice == "auto" else choice == "always"


def coloured() -> bool:
    """Return whether standard output gets colour: never in a pipe, with NO_COLOR or TERM=dumb."""
    return wants_colour(is_terminal())


def wants_colour(terminal: bool) -> bool:
    """Return whether a stream gets colour: as chosen, else a terminal that wants it."""
    if _COLOUR is not None:
        return _COLOUR
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Return whether a person reads standard output."""
    return sys.stdout.isatty()


def width() -> int:
    """Return the columns of the terminal, `$COLUMNS`, or 80; at least 40."""
    try:  # as shutil has it, which takes longer to import than a list to lay out
        columns = int(os.environ.get("COLUMNS", 0))
    except ValueError:
        columns = 0
    if columns <= 0 and sys.__stdout__ is not None:
        with suppress(ValueError, OSError):  # closed, or no terminal
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
    return max(40, columns if columns > 0 else 80)


def styled(text: str, style: str) -> str:
    """Return `text` in a style of the terminal, or as it is where there is no colour."""
    if not text or not style or not coloured():
        return text
    codes = ";".join(_CODES[name] for name in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


def write(text: str) -> None:
    """Write `text` as it is, in UTF-8."""
    sys.stdout.write(text)


def write_lines(lines: Iterable[str]) -> None:
    """Write each line with a newline."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def flush() -> None:
    """Hand over everything written so far; OSError when nobody takes it."""
    sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write `data` untouched."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def cells(text: str) -> int:
    """Return how many columns `text` takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or c in "\u200c\u200d\ufe0e\ufe0f"
        else _WIDE.get(c) or _wide(c)
        for c in text
    )


_WIDE: dict[str, int] = {}


def _wide(character: str) -> int:
    columns = 2 if unicodedata.east_asian_width(character) in "WF" else 1
    _WIDE[character] = columns
    return columns


def pad(text: str, columns: int) -> str:
    """Return `text` filled with blanks to `columns`."""
    return text + " " * (columns - cells(text))


def tabbed(cells: Iterable[object]) -> str:
    """Return `cells` as one line for programs: tabs between them and none inside, None empty."""
    return "\t".join("" if cell is None else str(cell).replace("\t", " ") for cell in cells)


def cut(text: str, columns: int) -> str:
    """Return `text` in at most `columns`, at least one, cut with an ellipsis where it is longer."""
    if cells(text) <= columns:
        return text
    return f"{_pieces(text, columns - 1)[0].rstrip()}…" if columns > 1 else "…"


_STUCK = frozenset("?!:;»·–—")
"""Signs that never begin a line: French sets a blank before them, the lists one on both sides."""


def wrap(text: str, columns: int) -> list[str]:
    """Return `text` in lines of at most `columns`, broken between words where possible."""
    lines: list[str] = []
    line = ""
    for word in _unbroken(text):
        if cells(word) > columns:  # nothing is cut: a word too long goes on below
            lines += [line] if line else []
            line = ""
            *whole, word = _pieces(word, columns)
            lines += whole
        if line and cells(line) + 1 + cells(word) > columns:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines or [""]


def _pieces(word: str, columns: int) -> list[str]:
    """Return `word` cut into pieces of at most `columns`."""
    pieces, start, used = [], 0, 0
    for place, character in enumerate(word):
        room = cells(character)
        if used + room > columns and place > start:
            pieces.append(word[start:place])
            start, used = place, 0
        used += room
    return [*pieces, word[start:]]


def hang(text: str, columns: int, before: str = "") -> list[str]:
    """Return `text` wrapped behind `before`, its further lines indented as far."""
    indent = cells(before)
    first, *rest = wrap(text, max(10, columns - indent))
    return [before + first, *(" " * indent + line for line in rest)]


def _unbroken(text: str) -> list[str]:
    """Return the words of `text`, a sign that stands alone together with the word before it."""
    found: list[str] = []
    for word in text.replace("\n", " ").replace("\t", " ").split(" "):  # not at a no-break space
        if word in _STUCK and found:
            found[-1] += f" {word}"
        elif word:
            found.append(word)
    return found

"""Tab at the id of a session, answered to bash without click.

Completing anything else, and in any other shell, is click's: the answer here is None then. Where
there is an answer, click gives the same.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summit_tui.cli import line
from summit_tui.cli.declared import GIVEN
from summit_tui.cli.start import COMPLETE

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk

IDS = {"show": None, "add": None, "attended": None, "note": 1, "rate": 1, "swap": 1}
"""The commands whose first words are ids of any sessions, and how many; None is any number."""
_MOST = 200


def answer() -> str | None:
    """Return what bash reads for the id at its cursor; None where click must answer."""
    asked = _asked()
    if asked is None:
        return None
    words, typed = asked
    place = line.place_of_command(words)
    if place >= len(words) or words[place] not in IDS or typed.startswith("-"):
        return None
    outer, values = line.read(words[:place], GIVEN), line.read(words[place + 1 :], GIVEN)
    most = IDS[words[place]]
    if outer is None or values is None or (most and len(values["words"]) >= most):
        return None
    from summit_tui.cli.desk import Desk

    desk = Desk(line.given(values).filled(line.given(outer)))
    return "\n".join(f"plain,{name}" for _, name in sessions_called(desk, typed))


def sessions_called(desk: "Desk", typed: str) -> Iterator[tuple[int, str]]:
    """Yield row and name of the first sessions whose id, or else code, begins with `typed`."""
    wanted, sessions, left = typed.lower(), desk.catalogue.sessions, _MOST
    for row, (name, code) in enumerate(zip(sessions.ids(), sessions.codes(), strict=True)):
        if name.lower().startswith(wanted):
            yield row, name
        elif code.lower().startswith(wanted):
            yield row, code
        else:
            continue
        left -= 1
        if not left:
            return


def _asked() -> tuple[list[str], str] | None:
    """Return the words before bash's cursor and the one at it, where none of them is quoted."""
    text, place = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "")
    plain = (
        text.isascii() and not any(sign in text for sign in "'\"\\=") and "--" not in text.split()
    )
    if os.environ.get(COMPLETE) != "bash_complete" or not plain or not place.isdecimal():
        return None
    words, cursor = text.split(), int(place)
    if not 0 < cursor <= len(words):
        return None
    return words[1:cursor], words[cursor] if cursor < len(words) else ""

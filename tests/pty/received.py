"""What a terminal has received, judged: are there bytes that a foreign text put there?"""

import re
import unicodedata

SHELL_OWN = r"\x1b\[(?:0|1|2|4|31|32|33|36)(?:;(?:1|2|4|31|32|33|36))*m"
"""The sequences that a command writes of its own: a few styles."""
SCREEN_OWN = (
    r"\x1b\[[0-9;]*[HABCDGJKm]"  # where and how to draw
    r"|\x1b\[\?[0-9]+(?:[hl]|\$p)"  # modes: alternate screen, mouse, paste, and asking for them
    r"|\x1b\[[<>=][0-9;]*u"  # how keys are reported
    r"|\x1b\[[0-9;]*t"  # asking for the size
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse pointer
)
"""The sequences that the application writes of its own."""
NONE = r"(?!)"
"""No sequence at all, as in a pipe."""
_KEPT = frozenset("\n\t\u200c\u200d")
_ATTACKS = ("\x1b[97;97", "\x9b97;97")
"""Sequences that nothing of ours sends, although they have a form that `own` may allow."""


def leaks(received: bytes, own: str) -> list[str]:
    """Return what is wrong with `received`: attacks, and codes other than those matching `own`.

    Empty when a terminal can take it. UnicodeDecodeError when it is not UTF-8.
    """
    text = re.sub(r"\r+\n", "\n", received.decode("utf-8"))  # a terminal adds one of its own
    found = [f"{attack!r} came through" for attack in _ATTACKS if attack in text]
    rest = re.sub(own, "", text)
    codes = sorted({sign for sign in rest if _forbidden(sign)})
    return found + [f"U+{ord(sign):04X} in {_around(rest, sign)!r}" for sign in codes]


def _forbidden(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in _KEPT


def _around(text: str, sign: str) -> str:
    at = text.index(sign)
    return text[max(0, at - 30) : at + 30]

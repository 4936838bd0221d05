"""Lines for the status bars of others, which all read more into a text than it says.

Session text comes from anybody: in polybar's language it could run a command when clicked, in
tmux's show what it wants, in Pango's break the bar. So each bar gets it such that it stands for
itself.
"""

import json
from collections.abc import Callable
from html import escape
from typing import NamedTuple


class Told(NamedTuple):
    """What a bar is told."""

    text: str
    """One line."""
    more: str
    """What it says when pointed at."""
    state: str
    """`later`, `soon` or `leave`: how it may look."""


def _tmux(told: Told) -> str:
    return told.text.replace("#", "##")


def _polybar(told: Told) -> str:
    return told.text.replace("%{", "% {")  # it knows no way to write the sign itself


def _waybar(told: Told) -> str:
    text, tooltip = (escape(each, quote=False) for each in (told.text, told.more))
    line = {"text": text, "tooltip": tooltip, "class": told.state}
    return json.dumps(line, ensure_ascii=False)


BARS: dict[str, Callable[[Told], str]] = {"tmux": _tmux, "polybar": _polybar, "waybar": _waybar}
"""The bars there is a form for; any other takes the plain line."""

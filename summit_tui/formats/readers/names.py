"""Several people in one text: `Ada Moss (Quartz, Inc), Bo Fern and Cy Lark`."""

import re

_AND = re.compile(r" ?, ?(?:(?:and|et|und|y|e|en) )?| (?:&|and|und|et|y|e|en) ")
_ASIDE = re.compile(r"\([^()]*\)")
_HELD = "\ue000"
"""Stands for a comma between brackets, which parts nobody."""


def parted(text: str) -> list[str]:
    """Return the parts of `text` that commas and `and` make, in time that grows with its size."""
    text = " ".join(text.split())
    held = _ASIDE.sub(lambda aside: aside[0].replace(",", _HELD), text)
    return [part.replace(_HELD, ",") for part in _AND.split(held) if part]

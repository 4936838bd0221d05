"""What is declared of a part of a screen: what one sees there, for the help."""

from dataclasses import dataclass

Row = tuple[str, str]
"""A sign or a key, and what it means."""


@dataclass(frozen=True, slots=True)
class Part:
    """A widget that can have the focus, or a small screen as a whole."""

    widget: str
    """The name of its class."""
    title: str
    """What one calls it."""
    text: str
    """What one sees there and what it is good for: a sentence or two."""
    marks: tuple[Row, ...] = ()
    """The signs that stand there."""
    also: tuple[Row, ...] = ()
    """What clicks do, and keys that are not ours: those of a text box, or of a list of options."""
    places: tuple[str, ...] = ()
    """The places whose keys are its own."""
    groups: tuple[str, ...] = ()
    """The headings under which keys of the screen are about it as well."""
    queries: bool = False
    """Whether the query language is typed there."""

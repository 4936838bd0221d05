"""What is wrong with a file: where, what, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from summit_tui.catalogue.text import clean_line

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in one file, with its place as an editor counts it (from 1; 0 is unknown)."""

    severity: Severity
    code: str
    """A stable name for scripts, such as `unknown-key`."""
    message: str
    """What is wrong, and with what; one line, without the place."""
    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    """How many characters the caret underlines."""
    hint: str = ""
    """The way out, such as `did you mean title?`; may be empty."""
    excerpt: str = ""
    """The offending line as it stands in the file, cleaned."""

    def __post_init__(self) -> None:
        """Clean the file's name: it is foreign text like what stands in the file."""
        object.__setattr__(self, "file", clean_line(self.file))

    def __str__(self) -> str:
        """Return the finding on one line: `file:line:column: severity: message (hint)`."""
        place = f":{self.line}:{self.column}" if self.line else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}{place}: {self.severity}: {self.message}{hint}"


class CatalogueError(Exception):
    """A file that cannot be used, with every problem found in it (at least one error)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def closest(text: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `text` was probably meant to be, or None."""
    from difflib import get_close_matches  # asked for when something is wrong already

    lowered = {word.lower(): word for word in known}
    close = get_close_matches(text.lower(), lowered, n=1, cutoff=0.6)
    return lowered[close[0]] if close else None


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Return `did you mean X?` for the closest of `known`; empty when nothing is close."""
    word = closest(text, known)
    return f"did you mean {word}?" if word else ""

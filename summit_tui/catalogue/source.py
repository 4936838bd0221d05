"""A file's text, and the problems found in it: what every reader of our YAML files begins with."""

import os
import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import IO

from summit_tui.catalogue import yamlio
from summit_tui.catalogue.problems import CatalogueError, Problem, Severity
from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.yamlio import Node, YamlSyntaxError

MAX_BYTES = 256 * 1024 * 1024
"""The largest file read: twice a programme of 100,000 sessions with long abstracts."""
MAX_PROBLEMS = 1000
"""So many findings are kept; a file with more is not a catalogue."""

_LINE_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of `path`; CatalogueError when it is missing, too large or not UTF-8."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > max_bytes:
                raise _too_large(path, max_bytes)
            return read_bytes(file, path, max_bytes)  # a pipe tells its size as it is read
    except OSError as error:
        raise CatalogueError([_file_problem(path, error)]) from error


def read_bytes(file: IO[bytes], path: Path, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of an open file called `path` in messages; CatalogueError as `read_file`."""
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise _too_large(path, max_bytes)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError([_not_utf_8(data, error, path)]) from error


def _too_large(path: Path, max_bytes: int) -> CatalogueError:
    message = f"the file is larger than {max_bytes // 1024 // 1024} MB"
    return CatalogueError([Problem("error", "too-large", message, str(path))])


def _not_utf_8(data: bytes, error: UnicodeDecodeError, path: Path) -> Problem:
    before = data[: error.start].decode("utf-8-sig", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    hint = "save the file as UTF-8"
    return Problem("error", "not-utf-8", message, str(path), line, column, hint=hint)


def _file_problem(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("error", "missing", "there is no such file", str(path))
    if isinstance(error, IsADirectoryError):
        return Problem("error", "directory", "this is a folder, not a file", str(path))
    return Problem("error", "unreadable", (error.strerror or str(error)).lower(), str(path))


class SourceText:
    """A file's text with the problems found in it; shared by the readers of our YAML files."""

    def __init__(self, text: str, path: Path) -> None:
        self.text = text
        self.path = path
        self.problems: list[Problem] = []

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text by lines, as YAML breaks them."""
        return tuple(_LINE_BREAKS.split(self.text))

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        node: Node,
        hint: str = "",
    ) -> None:
        """Record a problem at `node`."""
        mark = node.start_mark
        length = len(node.value) if node.value is not None else 1
        self._record(severity, code, message, mark.line, mark.column, length or 1, hint)

    def report(self, code: str, message: str, mark: yamlio.Mark) -> None:
        """Record an error that the YAML layer found."""
        self._record("error", code, message, mark.line, mark.column, 1, "")

    def fatal(self, error: YamlSyntaxError) -> CatalogueError:
        """Return the exception for a text that cannot be read to its end."""
        self._record("error", error.code, str(error), error.line, error.column, 1, "")
        return CatalogueError(self.problems)

    def _record(
        self,
        severity: Severity,
        code: str,
        message: str,
        line: int,
        column: int,
        length: int,
        hint: str,
    ) -> None:
        if len(self.problems) >= MAX_PROBLEMS:
            if severity == "warning" or self.problems[-1].severity == "error":
                return
            self.problems.pop()  # an error is never hidden behind warnings
        self.problems.append(
            problem_at(
                self.lines, str(self.path), severity, code, message, line, column, length, hint
            )
        )


def problem_at(
    lines: tuple[str, ...],
    file: str,
    severity: Severity,
    code: str,
    message: str,
    line: int,
    column: int,
    length: int = 1,
    hint: str = "",
) -> Problem:
    """Return the problem at `line` and `column` (from 0) of a file with those `lines`."""
    excerpt = lines[line] if line < len(lines) else ""
    quoted = column < len(excerpt) and excerpt[column] in "\"'"
    room = max(1, len(excerpt) - column)
    return Problem(
        severity,
        code,
        clean_line(message),
        file,
        line + 1,
        column + 1,
        min(length + 2 * quoted, room),
        clean_line(hint),
        _shown(excerpt),
    )


@lru_cache(maxsize=8)
def _shown(excerpt: str) -> str:
    """Return a source line as it may be printed: every unprintable character a `?`, same length."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in excerpt).rstrip()

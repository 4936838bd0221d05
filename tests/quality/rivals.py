"""What a person would search a programme with otherwise, each as good as it gets by itself.

All rivals get the same text: one line a session, with its code, title, speakers, tags and tracks.
Abstracts are left out of it: what is meant is decided by title, speakers and tags, and with a
thousand letters more in every line the likeness of `fzf` and `WRatio` drowns. Our engine reads the
programme as always, abstracts included; the one kind of query that needs them is not in the means.

`grep -i` looks for the query as it stands and finds in the order of the file. `fzf --filter` is
left its own syntax and order. FTS5 has no typing errors to offer: its words fold accents, must
all occur, and the last may be unfinished; bm25 orders. `WRatio` finds what scores 60 or more: it
else finds everything. `grep` and `fzf` are whole processes, their milliseconds too; the others work
in this one.
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.search.context import Context
from summit_tui.search.finding import find
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError, parse

MOST = 10
"""How many a search gives, best first."""
Search = Callable[[str], list[str]]
"""Gives the ids of the sessions found for a query."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Something that searches one catalogue."""

    name: str
    search: Search
    processes: bool = False
    """Whether every search starts a process."""


def line_of(session: Session) -> str:
    """Return what a rival reads of a session."""
    names = [speaker.name for speaker in session.speakers]
    parts = [session.code or "", session.title, *names, *session.tags, *session.tracks]
    return " · ".join(part for part in parts if part)


def ours(programme: Programme) -> Engine:
    """Return our engine; what it cannot read finds nothing."""
    ids = programme.catalogue.sessions.ids()
    context = Context(clock.now())

    def search(query: str) -> list[str]:
        try:
            rows = find(programme, parse(query), context).rows
        except QueryError:
            return []
        return [ids[row] for row in rows[:MOST]]

    return Engine("summit", search)


@contextmanager
def rivals(catalogue: Catalogue, folder: Path) -> Iterator[list[Engine]]:
    """Give the rivals that are installed; `folder` holds the file that `grep` reads."""
    ids = catalogue.sessions.ids()
    lines = [line_of(session) for session in catalogue.sessions]
    engines: list[Engine] = []
    with closing(sqlite3.connect(":memory:")) as database:
        if shutil.which("grep"):
            engines.append(Engine("grep -i", _grep(lines, ids, folder / "lines"), processes=True))
        if shutil.which("fzf"):
            engines.append(Engine("fzf --filter", _fzf(lines, ids), processes=True))
        if _has_fts5():
            engines.append(Engine("SQLite FTS5", _fts5(lines, ids, database)))
        engines.append(Engine("rapidfuzz WRatio", _wratio(lines, ids)))
        yield engines


def missing() -> list[str]:
    """Return the names of the rivals that are not installed."""
    programs = {"grep": "grep -i", "fzf": "fzf --filter"}
    absent = [name for program, name in programs.items() if shutil.which(program) is None]
    return absent if _has_fts5() else [*absent, "SQLite FTS5"]


def _grep(lines: list[str], ids: list[str], file: Path) -> Search:
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def search(query: str) -> list[str]:
        command = ["grep", "-inF", "-m", str(MOST), "--", query.strip(), str(file)]
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
        return [ids[int(line.split(b":", 1)[0]) - 1] for line in done.stdout.splitlines()]

    return search


def _fzf(lines: list[str], ids: list[str]) -> Search:
    given = "".join(f"{line}\n" for line in lines).encode()
    named: dict[bytes, list[str]] = {}
    for line, session_id in zip(lines, ids, strict=True):
        named.setdefault(line.encode(), []).append(session_id)

    def search(query: str) -> list[str]:
        command = ["fzf", f"--filter={query.strip()}"]
        done = subprocess.run(command, input=given, capture_output=True)
        found = dict.fromkeys(done.stdout.splitlines()[:MOST])
        return [session_id for line in found for session_id in named[line]][:MOST]

    return search


def _has_fts5() -> bool:
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE trial USING fts5(line)")
        except sqlite3.OperationalError:
            return False
    return True


def _fts5(lines: list[str], ids: list[str], database: sqlite3.Connection) -> Search:
    database.execute(
        "CREATE VIRTUAL TABLE sessions USING fts5"
        "(line, prefix='2 3 4', tokenize='unicode61 remove_diacritics 2')"
    )
    database.executemany("INSERT INTO sessions (rowid, line) VALUES (?, ?)", enumerate(lines))

    def search(query: str) -> list[str]:
        words = re.findall(r"\w+", query)
        if not words:
            return []
        wanted = " ".join(f'"{word}"' for word in words) + "*"
        asked = "SELECT rowid FROM sessions WHERE sessions MATCH ? ORDER BY rank LIMIT ?"
        return [ids[row] for (row,) in database.execute(asked, (wanted, MOST))]

    return search


def _wratio(lines: list[str], ids: list[str]) -> Search:
    from rapidfuzz import fuzz, process, utils

    plain = [utils.default_process(line) for line in lines]

    def search(query: str) -> list[str]:
        wanted = utils.default_process(query)
        found = process.extract(wanted, plain, scorer=fuzz.WRatio, limit=MOST, score_cutoff=60)
        return [ids[row] for _, _, row in found]

    return search

"""`python -m tests.fuzz.keys --count 100000`: a monkey at the keys of the application.

It walks through catalogues by turns: one of hostile texts, an empty one, one of ten thousand
sessions, a small one and the one that ships; on every other walk there are colleagues. Ends with 1
when a walk ended badly; `--walk` and the same seed walk one again. Files, network and browser of
the machine are out of its reach.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from socket import socket
from typing import NoReturn

from summit_tui.agenda.model import WANTS
from summit_tui.catalogue import shelf
from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.reading import load
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import Programme, programme_of
from tests.factories import make_catalogue
from tests.fuzz.monkey import WALK, Told, walk
from tests.tui.harness import sample
from tests.tui.teams import name_in_settings, picks_of_colleague
from tests.tui.test_hostile import MARKUP, hostile

_SHIPPED = Path(__file__).parents[2] / "sessions.yaml"
CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "hostile": lambda: hostile(MARKUP[0]),
    "empty": make_catalogue,
    "ordinary": sample,
    "huge": lambda: generate(10_000, first_day=date(2026, 6, 8)),
    "shipped": lambda: load(_SHIPPED),
}


@cache
def programme_for(name: str) -> Programme:
    """Return the programme of one of `CATALOGUES`."""
    return programme_of(CATALOGUES[name]())


@contextmanager
def out_of_reach() -> Iterator[Path]:
    """Work in a home and a folder of its own, without network and browser."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{home}/{kind.lower()}"
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        vars(webbrowser)["open"] = lambda *_, **__: True
        setattr(socket, "connect", _refuse)  # noqa: B010  what mypy would not let be assigned
        os.chdir(home)
        try:
            yield Path(home)
        finally:
            os.chdir(before)


def _refuse(*_: object) -> NoReturn:
    raise ConnectionRefusedError("the monkey stays at home")


def have_colleagues(home: Path, programme: Programme) -> None:
    """Have a team with names that nobody should have, and one whose agenda cannot be read."""
    ids, event_id = programme.catalogue.sessions.ids(), programme.catalogue.event.id
    names = ("Ada", "Bo [/nope] [@click=app.quit]x", "工業株式会社の大変長い名前")
    files = [
        picks_of_colleague(home, f"colleague-{row}", dict.fromkeys(ids[row:200:4], want), event_id)
        for row, want in enumerate(WANTS)
    ]
    broken = home / "broken.yaml"
    broken.write_text("picks: [}")
    name_in_settings(*(f"{name}={file}" for name, file in zip(names, files, strict=True)), broken)


def walked(seed: int, number: int, keys: int = WALK) -> Told:
    """Return what came of one walk, on files of its own."""
    names = list(CATALOGUES)
    programme = programme_for(names[number % len(names)])
    with out_of_reach() as home:
        shelf.place("other", write(sample()).encode())  # to go to, and to take out
        if number % 2:
            have_colleagues(home, programme)
        return asyncio.run(walk(programme, home, seed, number, keys))


def main(arguments: list[str] | None = None) -> int:
    """Walk, print what came of it; return 1 when a walk ended badly, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.keys", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, metavar="N", help="keys (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="(%(default)s)")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="WALK")
    parser.add_argument("--walk", type=int, metavar="WALK", help="this one only")
    given = parser.parse_args(arguments)
    total, bad, number = Told(), 0, given.first if given.walk is None else given.walk
    while total.keys < given.count and (given.walk is None or not total.starts):
        told = walked(given.seed, number, min(WALK, given.count - total.keys))
        total.keys += told.keys
        total.starts += told.starts
        total.writes += told.writes
        if told.faults:
            bad += 1
            sys.stdout.write(f"walk {number} ended badly after {told.keys} keys\n")
            sys.stdout.write(f"  {' '.join(told.trail[-40:])}\n{told.faults[0]}\n")
            sys.stdout.flush()
        number += 1
    said = f"{total.keys:,} keys, {total.starts:,} starts, {total.writes:,} changes written"
    sys.stdout.write(f"{said}, {bad} walks ended badly\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())

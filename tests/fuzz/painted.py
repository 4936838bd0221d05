"""`python -m tests.fuzz.painted --count 2000`: are painted parts what the whole would be?

A walk of random keys, clicks, turns of the wheel, resizes, themes, toasts and changes of files
underneath, on terminals of every colour; after each step what was sent is held against every widget
drawn anew. Ends with 1 where they differ; `--walk` and the same seed walk one again. The catalogues
are those of the monkey by turns, and one of wide characters.
"""

import argparse
import asyncio
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets._toast import Toast

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, shelf
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import Programme, open_programme, programme_of
from summit_tui.tui.app import SummitApp
from tests.factories import make_catalogue, make_session
from tests.fuzz import keys
from tests.fuzz.monkey import SIZES, Told
from tests.fuzz.steps import BEGIN, NAME, Steps
from tests.tui.harness import settle
from tests.tui.terminal import Sent, whole

WALK = 120
"""Keys of a walk."""
_WORDS = ("日本語", "👩🏽‍🚀", "🚀", "ab", "c", "ｗｉｄｅ", "한국어", "e\u0301", "の", "x")
TERMINALS = (
    {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    {"TERM": "xterm-256color"},
    {"TERM": "xterm"},
    {"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"},
)
"""What tells an application how many colours there are."""
_MOMENT = 0.3
"""Seconds."""
_FILED = ("wide", "ordinary")
"""The catalogues that lie in a file, which other programs change."""


def wide() -> Catalogue:
    """Return a catalogue whose texts are of wide characters, some of them at every column."""
    random = Random(1)  # noqa: S311 - no secret

    def text(words: int) -> str:
        return random.choice(("", " ")).join(random.choices(_WORDS, k=words))

    rooms = [text(3) for _ in range(5)]
    return make_catalogue(
        *(
            make_session(
                f"s{number}",
                f"{9 + number // 10}:{number % 10 // 5 * 30:02}",
                title=text(random.randrange(1, 40)),
                room=rooms[number % 5],
                tracks=(text(3),),
                tags=(text(1), text(2)),
                level=200,
                abstract=text(200),
            )
            for number in range(80)
        )
    )


CATALOGUES: dict[str, Callable[[], Catalogue]] = {"wide": wide} | keys.CATALOGUES


async def go_on(app: SummitApp, pilot: Pilot[None], random: Random, told: Told, keys: int) -> None:
    """Go on until so many keys were typed, the application leaves, or something differs."""
    sent = Sent(app)
    steps = Steps(app, pilot, random, told, sent)
    app.screen.refresh()
    await _rest(app, pilot)
    while not app._exit:
        if sent.differences(whole(app)):  # also a moment later?
            await asyncio.sleep(_MOMENT)
            await _rest(app, pilot)
            told.faults += [] if app._exit else sent.differences(whole(app))
        if told.faults or told.keys >= keys:
            return
        await steps.take()
        await _rest(app, pilot)


async def _rest(app: SummitApp, pilot: Pilot[None]) -> None:
    resting = asyncio.create_task(settle(pilot))
    while not (app._exit or resting.done()):  # where one leaves, nothing settles
        await asyncio.wait({resting}, timeout=0.05)
    if resting.done():
        resting.result()
    resting.cancel()


@cache
def _programme_for(name: str) -> Programme:
    """Return one that is in no file: not every catalogue can be read from one, or soon."""
    return programme_of(CATALOGUES[name]())


@contextmanager
def on_terminal(colors: dict[str, str]) -> Iterator[None]:
    """Have a terminal of so many colours, whose toasts do not go by the clock."""
    with patch.dict(os.environ, colors), patch.object(Toast, "_on_mount", lambda *_: None):
        for name in {"COLORTERM", "NO_COLOR"} - colors.keys():
            os.environ.pop(name, None)
        yield


async def walk(name: str, folder: Path, random: Random, keys: int = WALK) -> Told:
    """Return what came of a walk with an agenda in `folder`, begun anew where it leaves."""
    told = Told()
    while told.keys < keys and not told.faults:
        told.starts += 1
        programme = _programme_for(name)
        if name in _FILED:
            shelf.place(NAME, write(programme.catalogue).encode())
            programme = open_programme(library_file(NAME))
        clock.pretend(BEGIN)
        store = AgendaStore(folder / "agenda.yaml", programme.catalogue.event.id)
        size = random.choice(SIZES)
        told.trail.append(f"start {size}")
        app = SummitApp(programme, store)
        try:
            async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
                await settle(pilot)
                await go_on(app, pilot, random, told, keys)
        except Exception:
            told.faults.append(traceback.format_exc())
        finally:
            app.keeper.desk.close()
            app.searcher.close()
    return told


def walked(seed: int, number: int, count: int = WALK) -> Told:
    """Return what came of one walk, on files of its own."""
    name = list(CATALOGUES)[number % len(CATALOGUES)]
    random = Random(f"{seed}:{number}")  # noqa: S311 - no secret
    with keys.out_of_reach() as home, on_terminal(random.choice(TERMINALS)):
        if number // len(CATALOGUES) % 2:
            keys.have_colleagues(home, _programme_for(name))
        return asyncio.run(walk(name, home, random, count))


def apart(seed: int, number: int, count: int = WALK) -> Told:
    """Return what came of one walk in a process of its own.

    Rich keeps how it wrote a style, whatever colours the terminal had that it was for.
    """
    with get_context("spawn").Pool(1) as processes:
        return processes.apply(walked, (seed, number, count))


def main(arguments: list[str] | None = None) -> int:
    """Walk, print what differs; return 1 when something does, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.painted", description=__doc__)
    parser.add_argument("--count", type=int, default=2_000, metavar="N", help="keys (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="(%(default)s)")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="WALK")
    parser.add_argument("--walk", type=int, metavar="WALK", help="this one only")
    given = parser.parse_args(arguments)
    typed, bad, number = 0, 0, given.first if given.walk is None else given.walk
    while typed < given.count and (given.walk is None or not typed):
        told = apart(given.seed, number, min(WALK, given.count - typed))
        typed += told.keys
        if told.faults:
            bad += 1
            faults = "\n  ".join(told.faults[:3])
            sys.stdout.write(f"walk {number}: {' '.join(told.trail[-30:])}\n  {faults}\n")
            sys.stdout.flush()
        number += 1
    sys.stdout.write(f"{typed:,} keys, {bad} walks with something painted wrong\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())

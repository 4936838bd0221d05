"""`python -m tests.fuzz.bursts --count 200`: keys that come all at once, and the same ones slowly.

Both must end in the same place: the same screens, texts, cursor and choices, the same agenda. Ends
with 1 when a walk does not; `--walk` and the same seed walk one again. The catalogues are those of
the monkey, by turns, and every third walk searches on a thread.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

from summit_tui.agenda.store import AgendaStore
from summit_tui.search.programme import Programme
from summit_tui.tui import searching, turns
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.selecting import SelectingScreen
from summit_tui.tui.screens.session_screen import SessionScreen
from tests.fuzz.keys import CATALOGUES, out_of_reach, programme_for
from tests.fuzz.monkey import SIGNS, key_at_random
from tests.tui.harness import PATIENCE, settle

_SIZES = ((160, 48), (100, 30), (60, 20))
_LENGTHS = (2, 3, 5, 10, 20)


class End(NamedTuple):
    """Where keys lead to."""

    left: bool
    screens: tuple[object, ...]
    """From the lowest to the one on top; none where one has left."""
    picks: tuple[object, ...]


def keys_of(seed: int, number: int) -> list[str]:
    """Return the keys of a walk, as Textual calls them."""
    random = Random(f"{seed}:{number}")  # noqa: S311 - no secret
    return [key_at_random(random) for _ in range(random.choice(_LENGTHS))]


async def end_of(
    programme: Programme, folder: Path, keys: Sequence[str], *, at_once: bool, size: tuple[int, int]
) -> End:
    """Return where `keys` lead to, typed all at once or each when the one before has acted.

    `folder` has to be empty: everything that is written comes to lie in it. The patience with what
    is slow is that of a test.
    """
    store = AgendaStore(folder / "agenda.yaml", programme.catalogue.event.id)
    app = SummitApp(programme, store)
    try:
        with _living_in(folder):
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                for key in keys:
                    sign = SIGNS.get(key, key if len(key) == 1 else None)
                    app.post_message(events.Key(key, sign))
                    if not at_once:
                        await _to_rest(app, pilot)
                await _to_rest(app, pilot)
                screens = () if app._exit else tuple(map(_seen, app.screen_stack))
    finally:
        app.keeper.desk.close()
        app.searcher.close()
    fresh = AgendaStore(store.path, store.event_id, read_cache=False).read()
    return End(app._exit, screens, tuple(fresh))


@contextmanager
def _living_in(folder: Path) -> Iterator[None]:
    homes = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CONFIG", "STATE")}
    with (
        chdir(folder),
        patch.dict(os.environ, homes),
        patch("webbrowser.open"),
        patch.multiple(turns, PATIENCE=PATIENCE, BRIEFLY=PATIENCE, _STUCK_SECONDS=PATIENCE),
    ):
        yield


async def _to_rest(app: SummitApp, pilot: Pilot[None]) -> None:
    resting = asyncio.create_task(settle(pilot))
    while not (app._exit or resting.done()):  # where one leaves, what waits for screens waits on
        await asyncio.sleep(0.001)
    if resting.done():
        resting.result()
    resting.cancel()


def _seen(screen: Screen[object]) -> tuple[object, ...]:
    return type(screen).__name__, screen.focused and screen.focused.id, *_inside(screen)


def _inside(screen: Screen[object]) -> Iterator[object]:
    for box in screen.query(Input):
        yield box.value, box.cursor_position
    for area in screen.query(TextArea):
        yield area.text, area.cursor_location
    for options in screen.query(OptionList):
        yield options.highlighted, options.option_count
    if isinstance(screen, SessionScreen):
        yield screen.subject and screen.subject.id
        yield sorted(name for name in screen.classes if name.startswith("-"))
    if isinstance(screen, SelectingScreen):
        yield sorted(screen.selection.ids)
    if isinstance(screen, ProgrammeScreen):
        yield screen.view


async def walked(seed: int, number: int) -> tuple[list[str], End, End]:
    """Return the keys of a walk, and where they lead to slowly and all at once."""
    names = [name for name in CATALOGUES if name != "huge"]
    programme, keys = programme_for(names[number % len(names)]), keys_of(seed, number)
    size = _SIZES[number % len(_SIZES)]
    rows = 0 if number % 3 == 0 else searching.AT_ONCE
    with patch.object(searching, "AT_ONCE", rows):
        with TemporaryDirectory() as name:
            slowly = await end_of(programme, Path(name), keys, at_once=False, size=size)
        with TemporaryDirectory() as name:
            at_once = await end_of(programme, Path(name), keys, at_once=True, size=size)
    return keys, slowly, at_once


def main(arguments: list[str] | None = None) -> int:
    """Walk, print what differs; return 1 when something does, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.bursts", description=__doc__)
    parser.add_argument("--count", type=int, default=100, metavar="N", help="walks (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="(%(default)s)")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="WALK")
    parser.add_argument("--walk", type=int, metavar="WALK", help="this one only")
    given = parser.parse_args(arguments)
    first, count = (given.first, given.count) if given.walk is None else (given.walk, 1)
    bad = 0
    for number in range(first, first + count):
        with out_of_reach():
            keys, slowly, at_once = asyncio.run(walked(given.seed, number))
        if slowly != at_once:
            bad += 1
            sys.stdout.write(f"walk {number}: {' '.join(keys)}\n  slowly  {slowly}\n")
            sys.stdout.write(f"  at once {at_once}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{count} walks, {bad} ended elsewhere\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())

"""A monkey at the keys: keys, clicks, pastes and resizes at random, in the application itself.

A walk is made from a seed and a number, so that one that ends badly can be walked again. It ends
badly when the application does, when it stands still, or when a pick that was acknowledged is not
in the file. Where it leaves by a key the application is started again on the same files, as a
person would.
"""

import asyncio
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from textual import events
from textual.errors import NoWidget
from textual.pilot import Pilot
from textual.widgets import Input

from summit_tui.agenda.store import AgendaStore
from summit_tui.search.programme import Programme
from summit_tui.tui.app import SummitApp
from summit_tui.tui.keys import KEYS
from tests.fuzz.watching import WatchedStore
from tests.tui.harness import settle

WALK = 250
"""Keys of a walk."""
_PATIENCE = 60.0
"""Seconds after which an application that did not settle stands still."""
SIZES = ((40, 12), (60, 20), (79, 24), (80, 24), (100, 30), (119, 40), (120, 40), (250, 70))
_TABLE = tuple(name for key in KEYS for name in key.keys.split(","))
_EDITING = "backspace delete ctrl+a ctrl+e ctrl+k ctrl+w ctrl+left ctrl+right ctrl+z ctrl+y"
_MOVING = "up down left right home end pageup pagedown shift+down shift+up"
_ROAMING = tuple(f"escape enter tab shift+tab f1 {_MOVING} {_EDITING}".split())
_BUSY = ("space", "w", "x", "u", "ctrl+r", "m", "down", "down", "up", "escape", "escape", "n")
"""What changes an agenda, and the way back to where it does."""
SIGNS = {"slash": "/", "question_mark": "?", "space": " ", "asterisk": "*", "semicolon": ";"}
_TYPED = "abcdefghijklmnopqrstuvwxyz0123456789 ,.:-<>=\"'@[]()日é"
PASTED = ("serverless", "level:300 ", "[/]", "\x1b[31m", "line\nline", "👩🏽‍🚀", "x" * 3000, "")
_WAYS_OUT = ("q", "ctrl+c", "ctrl+q")


@dataclass(slots=True)
class Told:
    """What came of a walk."""

    keys: int = 0
    starts: int = 0
    writes: int = 0
    faults: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    """What was done, in order."""


async def walk(
    programme: Programme, folder: Path, seed: int, number: int, keys: int = WALK
) -> Told:
    """Return what came of walk `number`, with the agenda in `folder`."""
    random = Random(f"{seed}:{number}")  # noqa: S311 - no secret
    store = WatchedStore(AgendaStore(folder / "agenda.yaml", programme.catalogue.event.id))
    told = Told()
    while told.keys < keys and not told.faults:
        told.starts += 1
        await _until_it_leaves(programme, store, random, told, keys)
    told.writes = store.writes
    return told


async def _until_it_leaves(
    programme: Programme, store: WatchedStore, random: Random, told: Told, keys: int
) -> None:
    app = SummitApp(programme, store)
    try:
        async with app.run_test(size=random.choice(SIZES), notifications=True) as pilot:
            await _walk_on(app, pilot, random, told, keys)
            app.keeper.desk.close()
            desk = app.keeper.desk
            if desk.store is store and not desk.waiting:  # else it went to another event
                store.judge(app.keeper.desk.agenda)
    except Exception:
        told.faults.append(traceback.format_exc())
    finally:
        app.keeper.desk.close()
        app.searcher.close()
    told.faults += store.faults


async def _walk_on(
    app: SummitApp, pilot: Pilot[None], random: Random, told: Told, keys: int
) -> None:
    await asyncio.wait_for(settle(pilot), _PATIENCE)
    while told.keys < keys and not app._exit:
        for _ in range(random.choice((1, 2, 4, 8, 16))):
            await _do_something(app, pilot, random, told)
        await asyncio.wait_for(pilot.pause(), _PATIENCE)
        if random.random() < 0.1 and not app._exit:
            await asyncio.wait_for(settle(pilot), _PATIENCE)
    if not app._exit:
        await asyncio.wait_for(settle(pilot), _PATIENCE)


async def _do_something(app: SummitApp, pilot: Pilot[None], random: Random, told: Told) -> None:
    chance = random.random()
    if app._exit:
        return
    if chance < 0.01:
        size = random.choice(SIZES)
        told.trail.append(f"resize {size}")
        await pilot.resize_terminal(*size)
    elif chance < 0.03:
        at = random.randrange(app.size.width), random.randrange(app.size.height)
        told.trail.append(f"click {at}")
        with suppress(NoWidget):  # nothing is laid out there yet, as the application would find
            await pilot.click(offset=at, times=random.choice((1, 1, 2)))
    elif chance < 0.04:
        text = random.choice(PASTED)
        told.trail.append(f"paste {text[:20]!r}")
        app.post_message(events.Paste(text))
    else:
        key = key_at_random(random)
        if isinstance(app.focused, Input) and app.focused.id == "name" and key == "slash":
            return  # files are written here and nowhere else
        told.trail.append(key)
        told.keys += 1
        sign = SIGNS.get(key, key if len(key) == 1 else None)
        app.post_message(events.Key(key, sign))


def key_at_random(random: Random) -> str:
    """Return a key as Textual calls it: of the table, for roaming, or typed."""
    chance = random.random()
    pools = ((0.25, _BUSY), (0.65, _TABLE), (0.9, _ROAMING), (1.0, tuple(_TYPED)))
    key = random.choice(next(pool for share, pool in pools if chance < share))
    key = {sign: name for name, sign in SIGNS.items()}.get(key, key)
    if key in _WAYS_OUT and random.random() < 0.8:
        return "down"  # a walk that is all starts goes nowhere
    return key

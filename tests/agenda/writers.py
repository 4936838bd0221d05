"""Programs that write an agenda in processes of their own: `python -m tests.agenda.writers …`.

Each forks from a process that has imported everything, so that a hundred of them cost no start.

- `kill PATH ROUNDS SEED`: a child changes notes without end and acknowledges each change that
  `apply` has returned from; it is killed at a random instant and the file is looked at. Prints
  how many changes were acknowledged, or what was lost.
- `crowd PATH WRITERS EACH`: so many children at once pick so many sessions each, one by one.
- `hold PATH`: takes the lock, says so, and keeps it until it is killed.
"""

import os
import random
import select
import signal
import sys
from pathlib import Path
from time import monotonic

from summit_tui.agenda import change
from summit_tui.agenda.lock import locked
from summit_tui.agenda.store import AgendaStore
from tests.factories import make_session

SESSIONS = [make_session(f"s{number}") for number in range(4)]
MOST_CHANGES = 3
"""A child is killed during its first change or, at the latest, the one after so many."""


def kill(path: Path, rounds: int, seed: int) -> str:
    """Return what became of the acknowledged changes of `rounds` killed writers."""
    chance = random.Random(seed)  # noqa: S311  # instants, not secrets
    store = AgendaStore(path, "demo")
    store.apply(change.set_note(SESSIONS[0], "0"))
    count = acknowledged = 0
    usual = 0.01
    for _ in range(rounds):
        begun = monotonic()
        told = _one_life(store, count, chance.randint(0, MOST_CHANGES), chance.uniform(0, usual))
        if told:  # a busy machine takes longer for a change, and is given longer
            usual = (usual + (monotonic() - begun) / len(told)) / 2
        acknowledged += len(told)
        agenda = store.read()
        found = max((int(pick.note or 0) for pick in agenda), default=0)
        if told and found < told[-1]:
            return f"lost: {told[-1]} was acknowledged, the file has {found}"
        if found > max([*told, count]) + 1:
            return f"invented: {found} after {told}"
        count = max([found, *told, count])
    return f"kept {acknowledged}"


def _one_life(store: AgendaStore, count: int, changes: int, seconds: float) -> list[int]:
    """Return the changes that a child acknowledged; it is killed `seconds` after `changes`."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        while True:
            count += 1
            session = SESSIONS[count % len(SESSIONS)]
            store.apply(change.set_note(session, str(count)))
            os.write(writing, f"{count}\n".encode())
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = [pipe.readline() for _ in range(changes)]
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [int(line) for line in (*told, *pipe)]


def crowd(path: Path, writers: int, each: int) -> str:
    """Return how many of `writers` children ended well."""
    start, go = os.pipe()
    children = []
    for writer in range(writers):
        child = os.fork()
        if child == 0:
            os.close(go)
            os.read(start, 1)  # returns at once for all when the other end is closed
            store = AgendaStore(path, "demo")
            for number in range(each):
                store.apply(change.add([make_session(f"w{writer}-{number}")]))
            os._exit(0)
        children.append(child)
    os.close(go)
    return f"ended {sum(os.waitpid(child, 0)[1] == 0 for child in children)}"


def hold(path: Path) -> None:
    """Hold the lock until killed."""
    with locked(path):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        signal.pause()


def main(mode: str, path: str, *numbers: str) -> None:
    """Run one of the programs."""
    if mode == "hold":
        hold(Path(path))
    program = {"kill": kill, "crowd": crowd}[mode]
    sys.stdout.write(program(Path(path), *map(int, numbers)))


if __name__ == "__main__":
    main(*sys.argv[1:])

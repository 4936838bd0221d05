"""`python -m tests.bench` (`make bench`): how fast it is, each figure beside its bound.

Every ratio is between medians of interleaved runs in this very run, so that a slow or busy machine
slows both sides. A bound that is missed is told, and is no failure: nothing here is asserted.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.answers import quality
from tests.bench.keystrokes import index_memory, keystrokes
from tests.bench.large import large
from tests.bench.loading import loading
from tests.bench.painting import painting
from tests.bench.place import Place, prepare
from tests.bench.planning import planning
from tests.bench.processes import first_run, shell
from tests.bench.relisting import relisting
from tests.bench.screens import memory, screens
from tests.bench.table import HEADING, Row, lines
from tests.bench.team import team

_PARTS: dict[str, Callable[[Place, int], Iterator[Row]]] = {
    "shell": shell,
    "first-run": first_run,
    "loading": loading,
    "screens": screens,
    "relisting": relisting,
    "memory": memory,
    "painting": painting,
    "keystrokes": keystrokes,
    "index-memory": index_memory,
    "plan": planning,
    "team": team,
    "quality": quality,
    "huge": large,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="runs of each (%(default)s)")
    parser.add_argument("--only", choices=_PARTS, action="append", help="this part only")
    parser.add_argument("--huge", action="store_true", help="100,000 sessions too: some minutes")
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        help="what keystrokes, index-memory and quality measure",
    )
    given = parser.parse_args()
    parts = given.only or [name for name in _PARTS if name != "huge" or given.huge]
    with tempfile.TemporaryDirectory(prefix="summit-bench-") as folder:
        place = prepare(Path(folder), given.catalogue)
        sys.stdout.write(f"{HEADING}\n")
        for name in parts:
            for line in lines(_PARTS[name](place, max(1, given.rounds))):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()

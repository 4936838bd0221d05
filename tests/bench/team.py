"""Six people with two hundred wishes each: their agendas side by side, and who goes where.

In process, for the application compares them while one looks; the time is the processor's. Every
team is of another seed.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from random import Random

from summit_tui.agenda.model import WANTS, Agenda, Pick
from summit_tui.agenda.team.colleagues import ME, Person
from summit_tui.agenda.team.comparing import compare
from summit_tui.agenda.team.covering import cover
from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue
from tests.bench.place import Place
from tests.bench.table import Row

_PEOPLE, _WISHES = 6, 200
Work = Callable[[list[Person], Catalogue], bool]


def team(_: Place, rounds: int) -> Iterator[Row]:
    """Yield a row for what is worked out of a team, at each size of programme."""
    for size in (1_000, 3_000):
        catalogue = generate(size)
        yield _row(f"compare six agendas of 200, {size:,}", 50, rounds, catalogue, _compared)
        yield _row(f"cover for six who want 200, {size:,}", 1_000, rounds, catalogue, _covered)


def _compared(people: list[Person], catalogue: Catalogue) -> bool:
    return bool(compare(people[0].agenda, people[1:], catalogue))


def _covered(people: list[Person], catalogue: Catalogue) -> bool:
    return cover(people, catalogue).proved


def _row(name: str, bound: float, rounds: int, catalogue: Catalogue, work: Work) -> Row:
    took, proved = [], 0
    for seed in range(rounds):
        people = _people(catalogue, Random(seed))  # noqa: S311  no secret
        started = time.process_time()
        proved += work(people, catalogue)
        took.append((time.process_time() - started) * 1000)
    detail = f"median of {rounds} teams, slowest {max(took):.0f} ms"
    if work is _covered:
        detail += f", {proved} proved to leave the fewest unseen"
    return Row(name, statistics.median(took), bound, "ms", detail)


def _people(catalogue: Catalogue, draw: Random) -> list[Person]:
    ids = catalogue.sessions.ids()
    agendas = [
        {each: Pick(each, draw.choice(WANTS)) for each in draw.sample(ids, _WISHES)}
        for _ in range(_PEOPLE)
    ]
    return [
        Person(f"colleague {row}" if row else ME, Agenda(catalogue.event.id, picks))
        for row, picks in enumerate(agendas)
    ]

"""Instances by seed: small ones full of corner cases, and large ones like a real conference."""

from random import Random

from summit_tui.agenda.planning.instance import FOUND, Candidate, Instance, Lunch

HOUR = 3600
DAY = 24 * HOUR


def seeded(seed: int) -> Random:
    """Return the chance that `seed` stands for."""
    return Random(seed)  # noqa: S311 - no secret


def small(draw: Random) -> Instance:
    """Return up to eight candidates in a few hours of a few days: everything touches something."""
    places = draw.randint(1, 3)
    walks = [[0] * places for _ in range(places)]
    for here in range(places):
        for there in range(here):
            walks[here][there] = walks[there][here] = draw.choice([0, 5, 10, 15, 30])
    span = draw.choice([6, 12, 24, 36])  # steps of ten minutes
    days = draw.choice([1, 1, 2, 3])
    apart = draw.choice([span * 600, span * 600 + 3 * HOUR, DAY])
    rows = []
    for number in range(draw.randint(1, 8)):
        day = draw.randrange(days)
        start = day * apart + 600 * draw.randrange(span)
        end = start + 600 * draw.choice([0, 1, 1, 2, 3, 3, 4, 6])
        rows.append((start, end, number, day))
    rows.sort()
    latest = 0
    candidates = []
    for start, end, number, day in rows:
        latest = max(latest, day)
        place = (
            draw.choice([*range(places), None]) if draw.random() < 0.3 else draw.randrange(places)
        )
        group = draw.choice(["", "", "one", "two"])
        tier = draw.choice([0, 1, 1, 2, 2, 3, 4]) if draw.random() < 0.5 else draw.choice([1, 2, 2])
        points = draw.choice([0, 0, 1, 5])
        candidates.append(Candidate(f"c{number}", start, end, latest, tier, place, group, points))
    draw.shuffle(candidates)
    return Instance(
        tuple(candidates),
        tuple(map(tuple, walks)),
        _busy(draw, span, days, apart),
        _lunches(draw, span, days, apart),
        draw.choice([None, None, None, 1, 2, 3]),
    )


def _times(wish: tuple[int, int, int, int | None]) -> tuple[int, int]:
    return wish[:2]


def _busy(draw: Random, span: int, days: int, apart: int) -> tuple[tuple[int, int], ...]:
    if draw.random() < 0.5:
        return ()
    starts = [draw.randrange(days) * apart + 300 * draw.randrange(2 * span) for _ in range(2)]
    return tuple((start, start + 300 * draw.choice([0, 1, 2, 4])) for start in starts)


def _lunches(draw: Random, span: int, days: int, apart: int) -> tuple[Lunch, ...]:
    if draw.random() < 0.5:
        return ()
    first = 600 * draw.randrange(span)
    length = 600 * draw.choice([2, 3, 6, 12])
    minutes = draw.choice([10, 20, 30])
    length = min(length, apart)
    return tuple(Lunch(d * apart + first, d * apart + first + length, minutes) for d in range(days))


def large(draw: Random) -> Instance:
    """Return dozens of candidates in halls apart: repeats, lunches, appointments, hardly a gap."""
    places = draw.randint(3, 8)
    spots = [(draw.random(), draw.random()) for _ in range(places)]
    scale = draw.choice([0, 8, 15, 25])
    walks = [[round(scale * (abs(x - u) + abs(y - v))) for u, v in spots] for x, y in spots]
    days = draw.randint(1, 3)
    candidates: list[tuple[int, int, int, int | None]] = []
    for day in range(days):
        for place in range(places):
            start = day * DAY + 9 * HOUR
            for _ in range(draw.randint(4, 9)):
                end = start + 300 * draw.choice([0, 4, 5, 6, 9, 9, 10, 12, 18, 24])
                where = place if draw.random() < 0.95 else None
                candidates.append((start, end, day, where))
                start = end + 300 * draw.choice([0, 0, 1, 2, 3])
    wishes = draw.sample(candidates, min(len(candidates), draw.choice([25, 40, 60, 80])))
    tiers, repeats = draw.choice([(1, 2, 3, 4), (2,), (1, 3, 3, 3)]), draw.choice([0, 0.3, 0.6])
    made: list[Candidate] = []
    for number, (start, end, day, where) in enumerate(sorted(wishes, key=_times)):
        tier, group = draw.choice(tiers), f"c{number}"
        if made and draw.random() < repeats:
            other = draw.choice(made)
            tier, group = other.tier, other.run_of
        points = draw.choice([0, 1, 2]) if tier == FOUND else 0
        made.append(Candidate(f"c{number}", start, end, day, tier, where, group, points))
    lunches = [Lunch(d * DAY + 12 * HOUR, d * DAY + 14 * HOUR, 45) for d in range(days)]
    return Instance(
        tuple(made),
        tuple(map(tuple, walks)),
        _busy(draw, 60, days, DAY) if draw.random() < 0.5 else (),
        tuple(lunches) if draw.random() < 0.6 else (),
        draw.choice([None, None, 3, 6]),
    )

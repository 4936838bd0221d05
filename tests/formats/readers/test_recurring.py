"""Rules against the library that calendars use, and the bounds that it lacks."""

from datetime import datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summit_tui.formats.readers.recurrence_rules import parse_rule
from summit_tui.formats.readers.recurring import Budget, starts

FIRST = datetime(2024, 1, 31, 10, 30)
BY = {
    "BYMONTH": st.integers(1, 12),
    "BYMONTHDAY": st.integers(-31, 31).filter(bool),
    "BYYEARDAY": st.integers(-366, 366).filter(bool),
    "BYHOUR": st.integers(0, 23),
    "BYMINUTE": st.integers(0, 59),
}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def moments(rule: str, first: datetime = FIRST, most: int = 8) -> list[datetime]:
    return list(islice(starts(parse_rule(rule), first, Budget(5_000)), most))


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}"]
    chosen = draw(st.lists(st.sampled_from(sorted(BY)), max_size=2, unique=True))
    for name in chosen:
        values = draw(st.lists(BY[name], min_size=1, max_size=3, unique=True))
        parts.append(f"{name}={','.join(map(str, values))}")
    if draw(st.booleans()):
        numbers = st.integers(-5, 5) if freq in ("YEARLY", "MONTHLY") else st.just(0)
        days = draw(st.lists(st.tuples(numbers, st.sampled_from(DAYS)), min_size=1, max_size=3))
        # Of one and the same weekday either each or the n-th: the library drops one of them.
        assume(len({bool(number) for number, _ in days}) == 1)
        parts.append("BYDAY=" + ",".join(f"{number or ''}{day}" for number, day in days))
    # Not of weeks: the library lets the first week begin with the first moment.
    if len(parts) > 2 and freq in ("YEARLY", "MONTHLY") and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from([-2, -1, 1, 2]))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(DAYS))}")
    return ";".join(parts)


@given(rules(), st.datetimes(datetime(2020, 1, 1), datetime(2028, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_it_agrees_with_the_library(rule: str, first: datetime) -> None:
    first = first.replace(second=0, microsecond=0)
    ours = moments(rule, first)
    assume(len(ours) == 8)  # else the library would search to the year 9999
    theirs = islice(rrulestr(rule, dtstart=first), 7)
    assert sorted({first, *theirs})[:7] == ours[:7]


@given(
    rules(),
    st.datetimes(datetime(2020, 1, 1), datetime(2022, 12, 31)),
    st.datetimes(datetime(2019, 1, 1), datetime(2028, 12, 31)),
    st.sampled_from(["", ";COUNT=30"]),
)
@settings(max_examples=150, deadline=None)
def test_what_lies_before_may_be_left_out(
    rule: str, first: datetime, after: datetime, count: str
) -> None:
    read = parse_rule(rule + count)
    whole = [each for each in starts(read, first, Budget(4_000)) if each >= after]
    short = [each for each in starts(read, first, Budget(4_000), after=after) if each >= after]
    assert short[: len(whole)] == whole


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;COUNT=3", ["2024-01-31", "2024-02-01", "2024-02-02"]),
        ("FREQ=MONTHLY;COUNT=3", ["2024-01-31", "2024-03-31", "2024-05-31"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", ["2024-01-31", "2024-02-05", "2024-02-07"]),
        ("FREQ=MONTHLY;BYDAY=-1WE;COUNT=3", ["2024-01-31", "2024-02-28", "2024-03-27"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=2", ["2024-01-31", "2024-12-30"]),
        ("freq=daily;count=2", ["2024-01-31", "2024-02-01"]),
        ("FREQ=DAILY;INTERVAL=0;COUNT=2", ["2024-01-31", "2024-02-01"]),
        ("FREQ=DAILY;COUNT=0", []),
    ],
)
def test_rules_of_programmes(rule: str, expected: list[str]) -> None:
    assert [f"{each:%Y-%m-%d}" for each in moments(rule)] == expected


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=MONTHLY;INTERVAL=999999999999",
        "FREQ=YEARLY;INTERVAL=9999",
        "FREQ=DAILY;INTERVAL=999999999999",
        "FREQ=HOURLY;INTERVAL=999999999999",
    ],
)
def test_a_rule_that_never_comes_true_ends(rule: str) -> None:
    assert moments(rule) == [FIRST]


def test_a_place_in_a_week_counts_from_its_beginning() -> None:
    found = moments("FREQ=WEEKLY;BYDAY=MO,WE,TH;BYSETPOS=1;COUNT=2")
    assert found == [FIRST, datetime(2024, 2, 5, 10, 30)]


def test_a_rule_without_end_is_lazy_and_ends_with_the_budget() -> None:
    assert len(moments("FREQ=SECONDLY;COUNT=1000000000", most=50)) == 50
    assert len(moments("FREQ=DAILY", most=10_000)) == 5_000
